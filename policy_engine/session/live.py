"""A live session: a pointer into the table, and what the table does not hold: facts, opaque variables,
timers.

`send` answers from the row it points to. Only what a row can't know takes the long way: data, a reporter,
new facts, a time from the host, timers that are due. An exception leaves the session as it was.

Invariants: `_row` is the current node in the view of the current facts; `_fast` is that row's `fast` while
nothing is due later and the session has no `_more`, else empty; `_due` is the first due time, or None.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from datetime import datetime
from operator import attrgetter
from time import time_ns
from typing import Any

from policy_engine.automaton.inputs import NOBODY, Inputs
from policy_engine.automaton.tree import Branch, Edge
from policy_engine.errors import ClockError, InvalidDataError, TooMuchDueError
from policy_engine.model.chart import Send
from policy_engine.model.types import Value
from policy_engine.session.asking import allowed_events, forbidden_events, is_allowed
from policy_engine.session.decision import Decision, Fired, Text, Verdict
from policy_engine.session.guidance import Guidance, Guide
from policy_engine.session.moment import DAY, EPOCH, SECOND, to_datetime, to_nanoseconds
from policy_engine.session.rows import NO_DECISIONS, Row, compute
from policy_engine.session.snapshot import take
from policy_engine.session.timers import Entry, after_edge
from policy_engine.session.values import complete, role_of

# Timers and sends that one call fires, and that one session keeps, at the most.
MOST_FIRED = 100_000
MOST_PENDING = 1_000

Clock = Callable[[], int]  # nanoseconds since 1970 UTC
By = str | tuple[str, str]


class More:
    """What most sessions do without: a clock of their own, a time from the host, remembered event ids."""

    __slots__ = ("clock", "explicit", "ids")

    def __init__(self, clock: Clock | None, explicit: bool, ids: deque[str] | None) -> None:
        self.clock = clock
        self.explicit = explicit
        self.ids = ids


class Session:
    """One live session of a policy. Made by `Policy.start` and `Policy.resume`.

    A session belongs to one thread at a time; sessions of one policy may be used by several threads.
    """

    __slots__ = (
        "_due",
        "_facts",
        "_fast",
        "_more",
        "_now",
        "_number",
        "_opaque",
        "_opening",
        "_row",
        "_timers",
    )

    _fast: dict[str, Decision]
    _row: Row
    _facts: Mapping[str, Value]
    _opaque: Mapping[str, Value]
    _timers: tuple[Entry, ...]
    _due: int | None
    _now: int
    _number: int
    _opening: Decision | None
    _more: More | None

    # -- events ----------------------------------------------------------------------------------------------

    def send(
        self,
        event: str,
        data: Mapping[str, object] | None = None,
        by: By | None = None,
        facts: Mapping[str, object] | None = None,
        now: datetime | None = None,
        event_id: str | None = None,
    ) -> Decision:
        """Tells the session that an event happened.

        event: a declared event. data: its data. by: who reports it, a role or (role, person); the first
        role when left out. facts: new facts, settled before the event. now: an aware datetime; an earlier
        one counts as the last one. event_id: a session that remembers answers a repeated one with
        `duplicate` and does nothing.

        Raises UnknownEventError, UnknownRoleError, InvalidDataError, ClockError, and TooMuchDueError where
        more than 100,000 timers are due before the event; each leaves the session as it was. Anything else is
        answered with a Decision.
        """
        if data is None and by is None and facts is None and now is None and event_id is None:
            try:
                decision = self._fast.get(event)
            except TypeError:  # an event that is no text, nor anything else that can be looked up
                raise self._row.table.unknown(event) from None
            if decision is not None:
                self._fast = decision._fast
                self._row = decision._row
                return decision
            if self._more is None:
                decision = self._row.ready.get(event)
                if decision is not None:
                    moment = time_ns()
                    if self._due is None or moment < self._due:
                        return self._take(decision, moment)
        elif now is not None and facts is None and event_id is None:
            decision = self._told(event, data, by, now)
            if decision is not None:
                return decision
        return self._send(event, data, by, facts, now, event_id)

    def learn(self, facts: Mapping[str, object], now: datetime | None = None) -> Decision:
        """Tells the session new facts without an event; `always` transitions may follow.

        Raises InvalidDataError and ClockError, which leave the session as it was.
        """
        table = self._row.table
        checked = complete(facts, table.chart.facts, "fact", self._facts)
        moment = self._moment(now)
        before = self._before()
        try:
            prior = self._fire(moment)
            if now is not None:
                self._expect_now()
            row = self._row
            if row.node.done:
                decision = table.still(Verdict.CLOSED, "facts", None, row)
            else:
                decision = self._settle(checked) or table.still(Verdict.IGNORED, "facts", None, self._row)
        except BaseException:
            self._undo(before)
            raise
        return decision._with(prior=prior) if prior else decision

    def advance(self, now: datetime | None = None) -> tuple[Fired, ...]:
        """Fires what is due by `now` (left out: by the session's clock), in order.

        Raises ClockError, and TooMuchDueError for more than 100,000 timers; the session stays as it was.
        """
        moment = self._moment(now, read=True)
        before = self._before()
        try:
            fired = self._fire(moment)
        except BaseException:
            self._undo(before)
            raise
        if now is not None:
            self._expect_now()
        return fired

    # -- what can be seen ------------------------------------------------------------------------------------

    @property
    def states(self) -> tuple[str, ...]:
        """The active leaf states, in document order."""
        return self._row.node.leaves

    @property
    def configuration(self) -> tuple[str, ...]:
        """All active states, in document order."""
        return self._row.node.states

    @property
    def context(self) -> dict[str, Value]:
        """The policy's variables."""
        node = self._row.node
        finite = iter(node.values)
        chart = self._row.table.chart
        return {
            name: next(finite) if item.type.finite else self._opaque[name]
            for name, item in chart.context.items()
        }

    @property
    def facts(self) -> dict[str, Value]:
        """What the host has told, defaults included."""
        return dict(self._facts)

    @property
    def parameters(self) -> dict[str, Value]:
        """What the deployer chose, defaults included."""
        return dict(self._row.table.automaton.parameters)

    @property
    def done(self) -> bool:
        """Whether the session has reached a final state at the top."""
        return self._row.node.done

    @property
    def outcome(self) -> str | None:
        """How the session ended, or None while it goes on."""
        return self._row.node.outcome

    @property
    def opening(self) -> Decision:
        """The Decision of the start. A resumed session has none of its own and gives one without actions."""
        if self._opening is None:
            return self._row.table.still(Verdict.APPLIED, "start", None, self._row)
        return self._opening

    @property
    def deadline(self) -> datetime | None:
        """When the next timer or delayed `send` is due (UTC), or None."""
        return None if self._due is None else to_datetime(self._due)

    @property
    def allowed(self) -> tuple[str, ...]:
        """The events that would be applied now if the first role reported them, in document order."""
        return self.allowed_for(self._row.table.first_role)

    def allowed_for(self, role: By | None) -> tuple[str, ...]:
        """The events that would be applied now, for some data, if `role` reported them. Raises
        UnknownRoleError.
        """
        table = self._row.table
        by = None if role is None else role_of(role, table.chart.roles)
        return allowed_events(table.automaton, self._row.node, self._inputs({}, by))

    def allows(self, event: str, by: By | None = None) -> bool:
        """Whether an event would be applied now, for some data, if `by` reported it (left out: the first
        role). Raises UnknownEventError and UnknownRoleError.
        """
        table = self._row.table
        if type(event) is not str or event not in table.plans:
            raise table.unknown(event)
        role = table.first_role if by is None else role_of(by, table.roles)
        return is_allowed(table.automaton, self._row.node, event, self._inputs({}, role))

    @property
    def forbidden(self) -> dict[str, Text]:
        """The events that are refused now, each with the reason."""
        table = self._row.table
        inputs = self._inputs({}, table.first_role)
        found = forbidden_events(table.automaton, self._row.node, inputs)
        return {event: table.text(refusal, inputs, self._values()) for event, refusal in found.items()}

    def guidance(self, language: str | None = None) -> tuple[Guidance, ...]:
        """For each active state what to say, avoid and do, in `language` (left out: the policy's first)."""
        chart = self._row.table.chart
        guide = Guide(chart, self._facts, self.context, self.parameters, self.configuration)
        return guide.read(language)

    def snapshot(self) -> dict[str, Any]:
        """The whole session as JSON-ready data, for `Policy.resume`."""
        more = self._more
        return take(
            self._row,
            facts=self._facts,
            context=self.context,
            timers=self._timers,
            now=self._now,
            number=self._number,
            explicit=more is not None and more.explicit,
            remember=0 if more is None or more.ids is None else more.ids.maxlen or 0,
            ids=() if more is None or more.ids is None else more.ids,
        )

    def __repr__(self) -> str:
        return f"<Session {self._row.table.chart.id}: {', '.join(self.states)}>"

    # -- the way of a host that tells the time ---------------------------------------------------------------

    def _told(
        self, event: str, data: Mapping[str, object] | None, by: By | None, now: datetime
    ) -> Decision | None:
        """What an event does that is known to be the same whoever reports it and whatever its data.

        None where it takes the long way: nothing has changed then.
        """
        row = self._row
        more = self._more
        if more is None or more.ids is not None or type(event) is not str:
            return None
        decision = row.fixed.get(event)
        if decision is None or (by is not None and by != row.table.first_role):
            return None
        if data is not None and not row.table.plans[event].fits(data):
            return None
        try:  # as to_nanoseconds does, without a call
            since = now - EPOCH
            moment = since.days * DAY + since.seconds * SECOND + since.microseconds * 1_000
        except (TypeError, AttributeError):
            return None
        if moment < self._now:
            moment = self._now
        if not more.explicit or (self._due is not None and self._due <= moment):
            return None
        if decision._calm:
            self._now = moment
            self._row = decision._row
            return decision
        return self._take(decision, moment)

    # -- the long way ----------------------------------------------------------------------------------------

    def _send(
        self,
        event: str,
        data: Mapping[str, object] | None,
        by: By | None,
        facts: Mapping[str, object] | None,
        now: datetime | None,
        event_id: str | None,
    ) -> Decision:
        # Everything is checked before anything changes.
        row = self._row
        table = row.table
        try:
            plan = table.plans[event]
        except (KeyError, TypeError):
            raise table.unknown(event) from None
        full: Mapping[str, Value] | None = plan.defaults
        if data is not None or plan.required:
            full = None if data is not None and plan.fits(data) else plan.complete(data)
        role = table.first_role
        if by is not None and by != role:
            role = role_of(by, table.roles)
        learned = None if facts is None else complete(facts, table.chart.facts, "fact", self._facts)
        more = self._more
        if event_id is not None and (type(event_id) is not str or not event_id):
            raise InvalidDataError(
                "`event_id` must be a text that is not empty", name="event_id", problem={"code": "wrong-id"}
            )
        ids = None if more is None or event_id is None else more.ids
        if ids is not None and event_id in ids:
            return table.still(Verdict.DUPLICATE, event, event, row)
        moment = self._moment(now)

        before = self._before()
        try:
            prior: tuple[Fired, ...] = ()
            if self._due is not None and self._due <= moment:
                prior = self._fire(moment)
            self._now = moment
            if now is not None:
                self._expect_now()
            settled = None
            if learned is not None and self._row.node.outcome is None:
                settled = self._settle(learned)
            if settled is not None and settled.verdict is Verdict.REJECTED:
                decision = settled._with(cause=event, event=event)
            else:
                row = self._row
                if data:
                    found = row.fixed.get(event)
                elif role == table.first_role:
                    found = row.ready.get(event)
                else:
                    found = row.by.get((event, role))
                if found is None:
                    if full is None:
                        full = plan.complete(data)
                    decision = self._handle(event, full, role, not data)
                else:
                    decision = found if found._calm and found._row is row else self._take(found, moment)
                if settled is not None:
                    decision = _joined(settled, decision)
        except BaseException:
            self._undo(before)
            raise
        if ids is not None and event_id is not None:
            ids.append(event_id)
        return decision._with(prior=prior) if prior else decision

    def _before(self) -> tuple[tuple[Any, ...], bool]:
        """What a call changes, so that a call that fails can leave the session as it was."""
        return _everything(self), self._more is not None and self._more.explicit

    def _undo(self, before: tuple[tuple[Any, ...], bool]) -> None:
        for name, value in zip(Session.__slots__, before[0], strict=True):
            setattr(self, name, value)
        if self._more is not None:
            self._more.explicit = before[1]

    def _handle(self, event: str, data: Mapping[str, Value], role: str | None, plain: bool) -> Decision:
        """Finds out what an event does here, and keeps it for next time where that is the same for others."""
        row = self._row
        inputs = Inputs(self._facts, data, self._opaque, role)
        tree = row.trees.get(event)
        while isinstance(tree, Branch):
            tree = tree.answers.get(tree.test.evaluate(inputs))
        if tree is not None:
            shared = row.view.decisions.get(tree.index)
            if shared is not None:
                return self._take(shared, self._now)
        return self._work_out(event, inputs, role, plain)

    def _work_out(self, event: str, inputs: Inputs, role: str | None, plain: bool) -> Decision:
        row = self._row
        table = row.table
        edge = None if row.node.outcome is not None else table.automaton.on(row.node, event, inputs)
        if edge is None:
            verdict = Verdict.IGNORED if row.node.outcome is None else Verdict.CLOSED
            decision = table.still(verdict, event, event, row)
            row.keep(event, decision, role, fixed=True)
            return decision
        tree = table.automaton.tree(row.node, event)
        if tree is not None:
            row.trees[event] = tree
        shared = row.view.decision(edge, event)
        if shared is None:
            return self._follow(edge, event, inputs, self._now)
        if tree is edge or (plain and not table.opaque):
            row.keep(event, shared, role, fixed=tree is edge)
        return self._take(shared, self._now)

    def _follow(self, edge: Edge, cause: str, inputs: Inputs, now: int) -> Decision:
        """Takes an edge whose decision depends on the outside world."""
        view = self._row.view
        decision = view.decision(edge, cause) or view.table.decide(edge, cause, view, inputs, self._values())
        new = {name: compute(value, inputs) for name, value in edge.assigned}
        self._take(decision, now)
        if new:
            self._opaque = {**self._opaque, **new}
        return decision

    def _take(self, decision: Decision, now: int) -> Decision:
        """Moves the session along a decision at a moment."""
        if decision._calm:
            self._row = decision._row
            self._fast = decision._fast if self._due is None and self._more is None else NO_DECISIONS
            return decision
        now = max(now, self._now)
        arms = decision._arms
        if arms is not None and len(arms) < 2 and not self._number:
            # No send was ever made and no timer goes on; at most one starts, as nearly always.
            self._row = decision._row
            self._now = now
            if arms:
                delay, order, index = arms[0]
                self._due = due = now + delay
                self._timers = ((due, order, 0, index),)
                self._fast = NO_DECISIONS
            else:
                self._due = None
                self._timers = ()
                self._fast = decision._fast if self._more is None else NO_DECISIONS
            return decision
        timers: tuple[Entry, ...] = ()
        if not decision.done:
            edge = decision._edge
            assert edge is not None
            timers = after_edge(self._timers, edge, decision._row.table.chart, now, self._number)
            if len(timers) > MOST_PENDING:
                raise TooMuchDueError
            self._number += len(edge.orders)
        self._now = now
        self._timers = timers
        self._due = timers[0][0] if timers else None
        self._point(decision._row)
        return decision

    def _point(self, row: Row) -> None:
        self._row = row
        self._fast = row.fast if self._due is None and self._more is None else NO_DECISIONS

    def _settle(self, facts: Mapping[str, Value]) -> Decision | None:
        """Makes facts known and takes what `always` asks for; None if that is nothing.

        Where that can't be taken the facts stay as they were, for a macrostep is whole or nothing (rule 6).
        """
        row, old = self._row, self._facts
        self._facts = facts
        self._point(row.table.view(facts).row(row.node.index))
        inputs = self._inputs({}, None)
        edge = row.table.automaton.settle(row.node, inputs)
        if edge is None or (edge.verdict == "ignored" and edge.target == edge.source):
            return None
        if edge.refusal is not None:
            self._facts = old
            self._point(row)
        return self._follow(edge, "facts", inputs, self._now)

    def _fire(self, moment: int) -> tuple[Fired, ...]:
        """Fires what is due by a moment, each at its own due time (rule 9).

        Raises TooMuchDueError where that never ends or nearly so.
        """
        fired: list[Fired] = []
        while self._due is not None and self._due <= moment:
            if len(fired) == MOST_FIRED:
                raise TooMuchDueError
            due, _, _, what = self._timers[0]
            self._timers = self._timers[1:]
            self._now = max(self._now, due)
            fired.append(Fired(to_datetime(due), self._fire_one(what, self._now)))
            self._due = self._timers[0][0] if self._timers else None
            self._point(self._row)
        if moment > self._now:
            self._now = moment
        return tuple(fired)

    def _fire_one(self, what: int | Send, now: int) -> Decision:
        table = self._row.table
        inputs = self._inputs({}, NOBODY)
        if isinstance(what, int):
            timer = table.chart.timers[what]
            cause = f"{table.ids[timer.state]}.after.{timer.duration}"
            return self._follow(table.automaton.fire(self._row.node, what, inputs), cause, inputs, now)
        edge = table.automaton.sent(self._row.node, what.event, inputs)
        if edge is None:
            return table.still(Verdict.IGNORED, what.event, what.event, self._row)
        return self._follow(edge, what.event, inputs, now)

    def _moment(self, now: datetime | None, *, read: bool = False) -> int:
        """The moment of a call; the clock is read only when it matters."""
        if now is not None:
            return max(to_nanoseconds(now), self._now)
        if self._more is not None and self._more.explicit:
            raise ClockError
        if read or self._row.table.timed:
            return max(self._read_clock(), self._now)
        return self._now

    def _expect_now(self) -> None:
        """From here on the host tells the time at every call."""
        if self._more is None:
            self._more = More(None, True, None)
            self._fast = NO_DECISIONS
        else:
            self._more.explicit = True

    def _read_clock(self) -> int:
        clock = None if self._more is None else self._more.clock
        return time_ns() if clock is None else clock()

    def _inputs(self, data: Mapping[str, Value], by: str | None) -> Inputs:
        return Inputs(self._facts, data, self._opaque, by)

    def _values(self) -> dict[str, Value]:
        return {**self._row.table.automaton.parameters, **self._facts, **self.context}


_everything = attrgetter(*Session.__slots__)


def _joined(settled: Decision, decision: Decision) -> Decision:
    """What new facts did, then what the event did, as one decision with the event's verdict."""
    return decision._with(
        before=settled.before,
        exited=settled.exited + decision.exited,
        entered=settled.entered + decision.entered,
        actions=settled.actions + decision.actions,
        transitions=settled.transitions + decision.transitions,
        dropped=settled.dropped + decision.dropped,
    )
