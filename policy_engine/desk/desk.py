"""A desk: the sessions of several policies, wired together in memory.

A call to one of them is a call to all that it concerns: a session's facts are read from the ledgers before
the event, and what it tells is delivered after it. Either all of that happens or nothing does.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from time import time_ns
from typing import TYPE_CHECKING, Any

from policy_engine.desk.calls import Call
from policy_engine.desk.kept import put_away, read_kept
from policy_engine.desk.links import check_links
from policy_engine.desk.results import Batch, DeskResult
from policy_engine.desk.shelf import Seat, Shelf
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.errors import DeskError, PolicyEngineError, PolicyError, SnapshotError, TooMuchDueError
from policy_engine.session.moment import to_datetime, to_nanoseconds
from policy_engine.session.moving import MOST_FIRED
from policy_engine.session.values import By, shown

if TYPE_CHECKING:
    from policy_engine.policy import Policy
    from policy_engine.session.filing import Record
    from policy_engine.session.live import Session
    from policy_engine.session.moment import Clock


class Desk:
    """Sessions that know each other. May be shared by threads: one call is made at a time.

    policies: all of those that tell each other something or read from each other. language: "en" or "nl", of
    the diagnostics' words. clock: read where a call is not told the time, in nanoseconds since 1970 UTC.

    Raises PolicyError where the policies do not fit together, and DeskError where two have one id.
    """

    def __init__(
        self, policies: Iterable[Policy], *, language: str = "en", clock: Clock | None = None
    ) -> None:
        self._policies: dict[str, Policy] = {}
        for policy in policies:
            if self._policies.setdefault(policy.id, policy) is not policy:
                raise DeskError("desk-two-policies", policy=policy.id)
        sink = Diagnostics()
        check_links({name: policy.chart for name, policy in self._policies.items()}, sink, complete=True)
        if sink.has_errors:
            raise PolicyError([item.localized(language) for item in sink.sorted()])
        self._clock = time_ns if clock is None else clock
        self._shelf = Shelf(self._policies)
        self._lock = threading.RLock()

    # -- what happens ----------------------------------------------------------------------------------------

    def start(
        self,
        policy: str,
        key: str,
        facts: Mapping[str, object] | None = None,
        now: datetime | None = None,
        remember: int = 0,
    ) -> DeskResult:
        """Starts a session under a key; one that is over makes room for it.

        facts: what the host knows; those with a `from` are read from the ledgers. now: an aware datetime;
        left out, the clock is read. remember: how many event ids to keep.

        Raises DeskError where there is a session under this key, and what `Policy.start` raises.
        """
        with self._call(now) as call:
            self._known(policy)
            if not _is_key(key):
                raise DeskError("desk-key", key=shown(key))
            there = self._shelf.find(policy, key)
            if there is not None and not there.session.done:
                raise DeskError("desk-session-there", policy=policy, key=key)
            seat = call.begin(policy, key, facts, remember)
            call.opened(seat)
            call.deliver()
            return call.result(seat.session.opening)

    def send(
        self,
        policy: str,
        key: str,
        event: str,
        data: Mapping[str, object] | None = None,
        by: By | None = None,
        facts: Mapping[str, object] | None = None,
        now: datetime | None = None,
        event_id: str | None = None,
        at: datetime | None = None,
    ) -> DeskResult:
        """Tells a session that an event happened; the arguments are those of `Session.send`.

        Raises DeskError where there is no such session, and what `Session.send` raises; each leaves all
        sessions as they were.
        """
        with self._call(now) as call:
            seat = self._seat(policy, key)
            decision = call.send(seat, event, data, by, facts, event_id, at)
            call.deliver()
            return call.result(decision)

    def learn(
        self,
        policy: str,
        key: str,
        facts: Mapping[str, object] | None = None,
        now: datetime | None = None,
    ) -> DeskResult:
        """Tells a session new facts without an event, and what has changed in the ledgers that it reads.

        Raises DeskError where there is no such session, and what `Session.learn` raises.
        """
        with self._call(now) as call:
            seat = self._seat(policy, key)
            decision = call.learn(seat, facts or {})
            call.deliver()
            return call.result(decision)

    def fill(
        self,
        policy: str,
        key: str,
        action: str,
        values: Mapping[str, object],
        by: By | None = None,
        now: datetime | None = None,
        number: int | None = None,
    ) -> Record:
        """Fills in fields of a record of a session, also when that is over; the arguments and the answer are
        those of `Session.fill`. Nothing fires and nothing is told.

        Raises DeskError where there is no such session, and what `Session.fill` raises; each leaves the
        record as it was.
        """
        with self._lock:
            return self._seat(policy, key).session.fill(action, values, by, self._moment(now), number)

    def advance(self, now: datetime | None = None) -> DeskResult:
        """Fires what is due by now in all sessions, each at its own time, the earliest first.

        Raises TooMuchDueError for more than 100,000 timers; all sessions stay as they were.
        """
        with self._call(now) as call:
            end, left = call.now, MOST_FIRED
            while (seat := self._shelf.next_due(end)) is not None:
                assert seat.deadline is not None
                call.now = seat.deadline
                # A snapshot from elsewhere may know of moments between two that a host can tell.
                left -= call.fire(seat, call.now) or call.fire(seat, call.now + timedelta.resolution)
                if left < 0:
                    raise TooMuchDueError
                call.deliver()
            return call.result(None)

    def send_all(
        self,
        policy: str,
        event: str,
        in_state: str | None = None,
        data: Mapping[str, object] | None = None,
        by: By | None = None,
        now: datetime | None = None,
    ) -> Batch:
        """Tells an event to every session of a policy that goes on and is in a state, one after the other.

        in_state: a state; left out, every session. What is due in a session comes first, and then it is asked
        where it is. Each is a call of its own: one that raises is left as it was and stops no other.

        Raises DeskError for an unknown policy or state, and what `Session.send` raises for an event, data or
        a role that no session of the policy takes; then nobody was told.
        """
        with self._lock:
            moment = self._moment(now)
            chart = self._known(policy).chart
            if in_state is not None and in_state not in {state.id for state in chart.states[1:]}:
                known = [state.id for state in chart.states[1:]]
                raise DeskError("desk-unknown-state", name=in_state, suggestion=closest(in_state, known))
            # What is wrong with the call is wrong for a session that nobody has, too.
            self._known(policy).start(now=moment).send(event, data, by, now=moment)
            results: dict[str, DeskResult] = {}
            refused: dict[str, PolicyEngineError] = {}
            for seat in self._shelf.of(policy):
                try:
                    with self._call(moment) as call:
                        call.catch_up(seat)
                        states = seat.session.configuration
                        if seat.session.done or (in_state is not None and in_state not in states):
                            continue
                        decision = call.send(seat, event, data, by, None)
                        call.deliver()
                        results[seat.key] = call.result(decision)
                except PolicyEngineError as problem:
                    refused[seat.key] = problem
            return Batch(results, refused)

    def forget(self, policy: str, key: str) -> None:
        """Drops a session with everything that it remembers. Raises DeskError where there is none."""
        with self._lock:
            self._shelf.take_away(self._seat(policy, key))

    # -- what can be seen ------------------------------------------------------------------------------------

    def session(self, policy: str, key: str) -> Session:
        """A session, to be read: what is told to it must go through the desk.

        Raises DeskError where there is none.
        """
        with self._lock:
            return self._seat(policy, key).session

    def keys(self, policy: str, in_state: str | None = None) -> tuple[str, ...]:
        """The keys of all sessions of a policy, or of those in a state. Raises DeskError."""
        with self._lock:
            self._known(policy)
            return tuple(
                seat.key
                for seat in self._shelf.of(policy)
                if in_state is None or in_state in seat.session.configuration
            )

    @property
    def deadline(self) -> datetime | None:
        """When the next timer of any session is due (UTC), or None."""
        with self._lock:
            return self._shelf.deadline

    # -- keeping it ------------------------------------------------------------------------------------------

    def snapshot(self) -> dict[str, Any]:
        """All sessions as JSON-ready data, for `Desk.resume`."""
        with self._lock:
            return put_away(self._shelf)

    @classmethod
    def resume(
        cls,
        policies: Iterable[Policy],
        data: Mapping[str, Any],
        *,
        language: str = "en",
        clock: Clock | None = None,
        migrate_from: Iterable[Policy] = (),
        now: datetime | None = None,
    ) -> Desk:
        """A desk as it was when `data` was taken.

        migrate_from: earlier versions of the policies, whose sessions go on under these, as `Policy.migrate`
        says; one that can't stops all. now: when they are taken over, an aware datetime.

        Raises MigrationError for a session that can't go on, SnapshotError for what is no snapshot of a desk,
        or of other policies, and what making a desk raises.
        """
        desk = cls(policies, language=language, clock=clock)
        earlier = {(old.id, old.digest): old for old in migrate_from}
        for policy, key, snapshot in read_kept(data):
            if policy not in desk._policies:
                raise SnapshotError(f"the snapshot has a session of {policy!r}, and that policy is not here")
            old = earlier.get((policy, str(snapshot.get("digest"))))
            session = desk._policies[policy].resume(snapshot, migrate_from=old, now=now)
            desk._shelf.put(Seat(policy, key, session))
        return desk

    def __repr__(self) -> str:
        return f"<Desk {', '.join(self._policies)}>"

    # -- inside ----------------------------------------------------------------------------------------------

    @contextmanager
    def _call(self, now: datetime | None) -> Iterator[Call]:
        with self._lock:
            call = Call(self._policies, self._shelf, self._moment(now))
            try:
                yield call
            except BaseException:
                call.undo()
                raise

    def _moment(self, now: datetime | None) -> datetime:
        return to_datetime(self._clock() if now is None else to_nanoseconds(now))

    def _known(self, policy: str) -> Policy:
        try:
            return self._policies[policy]
        except (KeyError, TypeError):
            named = shown(policy)
            suggestion = closest(named.strip("'"), self._policies)
            raise DeskError("desk-unknown-policy", name=named, suggestion=suggestion) from None

    def _seat(self, policy: str, key: str) -> Seat:
        self._known(policy)
        seat = self._shelf.find(policy, key) if _is_key(key) else None
        if seat is None:
            raise DeskError("desk-no-session", policy=policy, key=shown(key))
        return seat


def _is_key(key: object) -> bool:
    return isinstance(key, str) and key != ""
