"""Plays lines on a session: what the stream, a recorded call and the simulator have in common.

The time of a call is real time until a line tells the time; from then on it is the time that was told last.
So a recorded call plays the same way every time, and a host that pipes its events in need not tell the time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from policy_engine.cli.lines import Line, LineError
from policy_engine.model.duration import Duration
from policy_engine.model.types import Value
from policy_engine.policy import Policy
from policy_engine.scenarios.time import LAST_YEAR, after
from policy_engine.session.decision import Decision, Fired
from policy_engine.session.filing import Record
from policy_engine.session.live import Session
from policy_engine.session.retracting import Retraction


@dataclass(frozen=True, slots=True)
class Played:
    """What a line led to: a decision, what fired where the line let time go by, what it took back,
    or the record that it filled in."""

    now: datetime
    decision: Decision | None
    fired: tuple[Fired, ...] = ()
    retraction: Retraction | None = None
    record: Record | None = None

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Everything that happened, in order: what was due first, then what the line itself did."""
        if self.decision is None:
            return tuple(item.decision for item in self.fired)
        prior, later = self.decision.prior, self.decision.later
        return (*(item.decision for item in prior), self.decision, *(item.decision for item in later))


class Player:
    """One session and its time. `remember` is how many event ids are kept, to know a repeated one; with a
    `journal` events can be taken back.
    """

    def __init__(
        self,
        policy: Policy,
        facts: Mapping[str, Value],
        read_clock: Callable[[], datetime],
        *,
        remember: int = 0,
        journal: bool = False,
    ) -> None:
        self.policy = policy
        self._facts = facts
        self._read_clock = read_clock
        self._remember = remember
        self._journal = journal
        self._told: datetime | None = None
        self._untouched = True
        self.session = self._start(self.now)

    @property
    def now(self) -> datetime:
        """The time of the call, aware."""
        return self._read_clock() if self._told is None else self._told

    def play(self, line: Line) -> Played:
        """What a line leads to.

        Raises LineError, UnknownEventError, UnknownRoleError, InvalidDataError and JournalError, and then
        changes nothing.
        """
        now = self._moment(line)
        session = self.session
        if self._untouched and line.now is not None:
            # Nothing has happened but the opening, which no time changes: the call begins at the time told.
            session = self._start(now)
        if line.event is not None:
            decision = session.send(line.event, line.data, line.by, line.facts, now, line.event_id, line.at)
            played = Played(now, decision)
        elif line.retract is not None:
            played = Played(now, None, (), session.retract(line.retract, line.why or "", now))
        elif line.fill is not None:
            filled = session.fill(line.fill, line.fields or {}, line.by, now, line.record)
            played = Played(now, None, record=filled)
        elif line.learn is not None:
            played = Played(now, session.learn(line.learn, now=now))
        else:
            played = Played(now, None, session.advance(now))
        self.session = session
        self._untouched = False
        if line.now is not None or line.advance is not None:
            self._told = now
        return played

    def restore(self, snapshot: Mapping[str, object], now: datetime) -> None:
        """Goes back to an earlier moment of the session."""
        self.session = self.policy.resume(snapshot)
        self._told = now

    def _start(self, now: datetime) -> Session:
        return self.policy.start(facts=self._facts, now=now, remember=self._remember, journal=self._journal)

    def _moment(self, line: Line) -> datetime:
        now = self.now
        if line.now is not None:
            # Time never runs back; only a call that has not begun may begin in the past.
            now = line.now if self._untouched else max(now, line.now)
        if isinstance(line.advance, Duration):
            return self._after(now, line.advance)
        if line.advance is not None:
            now = max(now, line.advance)
        if now.year > LAST_YEAR:
            raise LineError("time-too-late", year=LAST_YEAR)
        if line.at is not None and line.at > now:
            raise LineError("line-at-too-late")
        return now

    def _after(self, now: datetime, duration: Duration) -> datetime:
        try:
            return after(now, duration, self.policy.chart.calendar)
        except OverflowError:
            raise LineError("time-too-late", year=LAST_YEAR) from None
