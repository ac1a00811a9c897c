"""One call of a desk: what is told is delivered until nothing is left, and all of it is whole or nothing.

The order of things: what is due in a ledger before it is read; the event; then what was told, in the order in
which it was told, and what those decisions tell in their turn. One event leads to MOST_TOLD deliveries at
most, so that policies which tell each other round and round come to an end.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from policy_engine.desk.results import DeskResult, Happened, Place, Undelivered
from policy_engine.desk.shelf import Seat, Shelf
from policy_engine.errors import InvalidDataError, PolicyEngineError
from policy_engine.model.chart import Chart
from policy_engine.model.tell import DATA, TELL
from policy_engine.model.types import Value
from policy_engine.records import record
from policy_engine.session.decision import Decision, Text
from policy_engine.session.mark import Mark
from policy_engine.session.values import By

if TYPE_CHECKING:
    from policy_engine.policy import Policy

MOST_TOLD = 1_000


@record
class Told:
    """What a session told and was not delivered yet. `by` is who reported what led to it; None: nobody."""

    sender: Place
    policy: str
    key: str
    event: str
    data: Mapping[str, Value]
    moment: datetime
    by: By | None


class Call:
    """What one call changes, and what it answers."""

    def __init__(self, policies: Mapping[str, Policy], shelf: Shelf, now: datetime) -> None:
        self.now = now
        self._policies = policies
        self._shelf = shelf
        self._marks: dict[Seat, Mark] = {}
        self._seated: list[tuple[Seat, Seat | None]] = []
        self._waiting: deque[Told] = deque()
        self._happened: list[Happened] = []
        self._undelivered: list[Undelivered] = []
        self._delivered = 0

    def undo(self) -> None:
        """Puts every session back where it was before the call."""
        for seat, before in reversed(self._seated):
            if before is None:
                self._shelf.take_away(seat)
            else:
                self._shelf.put(before)
        for seat, mark in self._marks.items():
            mark.undo()
            self._shelf.note(seat)

    def result(self, decision: Decision | None) -> DeskResult:
        """What the call answers, when everything that was told is delivered."""
        return DeskResult(decision, tuple(self._happened), tuple(self._undelivered))

    # -- what a session does ---------------------------------------------------------------------------------

    def begin(self, policy: str, key: str, facts: Mapping[str, object] | None, remember: int = 0) -> Seat:
        """A new session, with what it reads from others; it takes the place of one that is over."""
        known = self._of_start(policy, key, facts or {})
        session = self._policies[policy].start(facts=known or None, now=self.now, remember=remember)
        seat = Seat(policy, key, session)
        self._seated.append((seat, self._shelf.put(seat)))
        return seat

    def opened(self, seat: Seat, told_by: Place | None = None) -> None:
        """Takes account of what the start of a session asks for."""
        self._heed(seat, seat.session.opening, self.now, None, told_by)

    def send(
        self,
        seat: Seat,
        event: str,
        data: Mapping[str, object] | None,
        by: By | None,
        facts: Mapping[str, object] | None,
        event_id: str | None = None,
        at: datetime | None = None,
    ) -> Decision:
        """Tells a session an event, and before it what has changed in what it reads."""
        known = self.read(seat, facts or {})
        self._touch(seat)
        decision = seat.session.send(event, data, by, known or None, self.now, event_id, at)
        self._heed(seat, decision, self.now, by if by is not None else self._first_role(seat))
        self._shelf.note(seat)
        return decision

    def learn(self, seat: Seat, facts: Mapping[str, object]) -> Decision:
        """Tells a session facts, with what has changed in what it reads."""
        known = self.read(seat, facts)
        self._touch(seat)
        decision = seat.session.learn(known, self.now)
        self._heed(seat, decision, self.now, None)
        self._shelf.note(seat)
        return decision

    def fire(self, seat: Seat, moment: datetime) -> int:
        """Fires what is due in a session by a moment, and says how much that was."""
        self._touch(seat)
        fired = seat.session.advance(moment)
        for item in fired:
            self._heed(seat, item.decision, item.due, None)
        self._shelf.note(seat)
        return len(fired)

    def catch_up(self, seat: Seat) -> None:
        """Fires what is due in a session by now; what that tells is delivered with the rest."""
        if seat.deadline is not None and seat.deadline <= self.now:
            self.fire(seat, self.now)

    # -- what it reads ---------------------------------------------------------------------------------------

    def read(self, seat: Seat, facts: Mapping[str, object]) -> dict[str, object]:
        """These facts, and what others export where it is not what the session knows already."""
        chart = self._chart(seat.policy)
        known: dict[str, object] = dict(facts)
        if chart.links:
            values = {**seat.session.facts, **seat.session.context, **facts}
            linked = self._linked(chart, seat.key, values, facts)
            known.update((name, value) for name, value in linked.items() if values[name] != value)
        return known

    def _of_start(self, policy: str, key: str, facts: Mapping[str, object]) -> dict[str, object]:
        chart = self._chart(policy)
        if not chart.links:
            return dict(facts)
        declared = {**chart.facts, **chart.context}
        values = {**{name: item.default for name, item in declared.items()}, **facts}
        return {**facts, **self._linked(chart, key, values, facts)}

    def _linked(
        self, chart: Chart, own: str, values: Mapping[str, object], given: Mapping[str, object]
    ) -> dict[str, Value]:
        """What others export for the facts of a session, up to now."""
        found: dict[str, Value] = {}
        for name, link in chart.links.items():
            if name in given:
                raise _linked_fact(name, link.policy)
            key = own if link.key is None else values[link.key]
            seat = self._shelf.find(link.policy, key) if key and isinstance(key, str) else None
            if seat is None:
                default = chart.facts[name].default
                assert default is not None
                found[name] = default
            else:
                self.catch_up(seat)
                found[name] = seat.session.exports[link.export]
        return found

    # -- what it tells ---------------------------------------------------------------------------------------

    def deliver(self) -> None:
        """Delivers what was told, and what those decisions tell."""
        self._delivered = 0
        while self._waiting:
            told = self._waiting.popleft()
            reason = self._in_vain(told)
            if reason is not None:
                self._undelivered.append(
                    Undelivered(told.policy, told.key, told.event, told.data, told.sender, reason)
                )

    def _in_vain(self, told: Told) -> Text | None:
        """Delivers one event; the reason where that could not be done."""
        if not told.key:
            return Text("told-without-key", {"policy": told.policy, "event": told.event})
        if self._delivered == MOST_TOLD:
            return Text("told-too-much", {"most": MOST_TOLD})
        self._delivered += 1
        before = self.now
        self.now = told.moment
        try:
            return self._delivery(told)
        finally:
            self.now = before

    def _delivery(self, told: Told) -> Text | None:
        found = self._shelf.find(told.policy, told.key)
        seat = None if found is None or found.session.done else found
        begun = None
        try:
            if seat is None:
                seat = begun = self.begin(told.policy, told.key, None)
            known = self.read(seat, {})
            self._touch(seat)
            by = self._reporter(told)
            # It leaves the session as it was where it raises.
            decision = seat.session.send(told.event, told.data, by, known or None, self.now)
        except PolicyEngineError as problem:
            return Text("told-refused", {"problem": str(problem)})
        if begun is not None:
            self.opened(begun, told.sender)
        self._heed(seat, decision, self.now, by, told.sender)
        self._shelf.note(seat)
        return None

    def _reporter(self, told: Told) -> By | None:
        """Who reports a told event: whoever reported what led to it, where that role may; else the first that
        may.
        """
        chart = self._chart(told.policy)
        allowed = chart.events[told.event].by
        may = [role for role in chart.roles if allowed is None or role in allowed]
        role = told.by[0] if isinstance(told.by, tuple) else told.by
        if role in may:
            return told.by
        return may[0] if may else None

    def _first_role(self, seat: Seat) -> str | None:
        return next(iter(self._chart(seat.policy).roles), None)

    def _heed(
        self, seat: Seat, decision: Decision, moment: datetime, by: By | None, told_by: Place | None = None
    ) -> None:
        """Takes account of a decision, and of what it tells."""
        self._happened.append(Happened(seat.policy, seat.key, moment, decision, told_by))
        for item in decision.prior:
            self._collect(seat, item.decision, item.due, None)
        self._collect(seat, decision, moment, by)
        for item in decision.later:
            self._collect(seat, item.decision, item.due, None)

    def _collect(self, seat: Seat, decision: Decision, moment: datetime, by: By | None) -> None:
        for action in decision.actions:
            if action.name == TELL:
                params = action.params
                data = {
                    name.removeprefix(DATA): value for name, value in params.items() if name.startswith(DATA)
                }
                policy, key, event = (str(params[name]) for name in ("policy", "key", "event"))
                self._waiting.append(Told(seat.place, policy, key, event, data, moment, by))

    def _touch(self, seat: Seat) -> None:
        """Marks where a session is, before the call changes it for the first time."""
        if seat not in self._marks:
            self._marks[seat] = Mark(seat.session)

    def _chart(self, policy: str) -> Chart:
        return self._policies[policy].chart


def _linked_fact(name: str, policy: str) -> InvalidDataError:
    from policy_engine.diagnostics.catalogue import render_message

    fields: dict[str, object] = {"name": name, "policy": policy}
    return InvalidDataError(
        render_message("linked-fact", fields, "en"), name=name, problem={"code": "linked-fact", **fields}
    )
