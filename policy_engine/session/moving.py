"""What a session keeps, and how it moves along the edges of its table.

A session points to a row of the table, and keeps what the table does not hold: facts, opaque variables,
what is due later. Invariant: `_row` is the current node in the view of the current facts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from policy_engine.automaton.inputs import NOBODY, Inputs
from policy_engine.automaton.tree import Edge
from policy_engine.errors import TooMuchDueError
from policy_engine.model.chart import Send
from policy_engine.model.hidden import timing
from policy_engine.model.types import Value
from policy_engine.session.decision import Decision, Fired, Verdict
from policy_engine.session.moment import to_datetime
from policy_engine.session.rows import Row, action, compute
from policy_engine.session.timekeeping import Timekeeping
from policy_engine.session.timers import after_edge

if TYPE_CHECKING:
    from policy_engine.session.kept import Kept

T = TypeVar("T")

# Timers and sends that one call fires at the most.
MOST_FIRED = 100_000


class Moving(Timekeeping):
    """The part of a session that moves. An exception leaves it as it was."""

    __slots__ = ("_facts", "_kept", "_opaque", "_opening", "_row", "_settling")

    _facts: Mapping[str, Value]
    _kept: Kept | None  # what is kept for people: None where nothing is
    _opaque: Mapping[str, Value]
    _opening: Decision | None
    _row: Row
    _settling: Mapping[str, tuple[int, ...]]  # when events counted of which a repeat is ignored, in order

    def _follow(self, edge: Edge, cause: str, inputs: Inputs, now: int) -> Decision:
        """Takes an edge whose decision depends on the outside world."""
        view = self._row.view
        decision = view.decision(edge, cause, inputs.by)
        if decision is None:
            decision = view.table.decide(edge, cause, view, inputs, self._values())
        if not edge.assigned:
            return self._take(decision, now, inputs)
        new = {name: compute(value, inputs) for name, value in edge.assigned}
        decision = self._take(decision, now, inputs)
        self._opaque = {**self._opaque, **new}
        return decision

    def _take(self, decision: Decision, now: int, inputs: Inputs | None = None) -> Decision:
        """Moves the session along a decision at a moment. `inputs`: what was told, where that is read."""
        if not decision._calm:
            if decision._asked:
                decision = self._own(decision, inputs)
            now = max(now, self._now)
            since, timers = now, decision._later
            if decision._opens is not None:
                self._kept = decision._opens.onto(self._kept, now, self._facts)
            if decision.done:
                timers = ()
            elif timers is None or self._number:  # something may go on
                edge = decision._edge
                assert edge is not None
                row, left = decision._row, self._pending()
                chart = row.table.chart
                timers = after_edge(left, edge, chart, now, self._number, lambda: self._values(row))
                since = 0
                self._number += len(edge.orders)
            self._now = now
            self._since = since
            self._timers = timers
            self._due = since + timers[0][0] if timers else None
        self._row = decision._row
        return decision

    def _own(self, decision: Decision, inputs: Inputs | None) -> Decision:
        """A shared decision with the actions that are computed for this session."""
        inputs = inputs or self._inputs({}, None)
        actions = list(decision.actions)
        for place, call in decision._asked:
            actions[place] = action(call, inputs)
        return decision._with(actions=tuple(actions))

    def _settle(self, facts: Mapping[str, Value], now: int) -> Decision | None:
        """Makes facts known and takes what `always` asks for; None if that is nothing.

        Where that can't be taken the facts stay as they were, for a macrostep is whole or nothing (rule 6).
        """
        row, old = self._row, self._facts
        self._facts = facts
        self._row = row.table.view(facts).row(row.node.index)
        inputs = self._inputs({}, None)
        edge = row.table.automaton.settle(row.node, inputs)
        if edge is None or (edge.verdict == "ignored" and edge.target == edge.source):
            return None
        if edge.refusal is not None:
            self._facts = old
            self._row = row
        return self._follow(edge, "facts", inputs, now)

    def _fire(self, moment: int) -> tuple[Fired, ...]:
        """Fires what is due by a moment, each at its own due time (rule 9).

        Raises TooMuchDueError where that never ends or nearly so.
        """
        fired: list[Fired] = []
        while self._due is not None and self._due <= moment:
            if len(fired) == MOST_FIRED:
                raise TooMuchDueError
            due = self._due
            what = self._timers[0][3]
            self._timers = self._timers[1:]
            self._now = max(self._now, due)
            missed = None if isinstance(what, int) else timing(what.event)
            if missed is not None:
                # Imported here because most sessions keep nothing.
                from policy_engine.session.kept import NOTHING

                self._kept = (self._kept or NOTHING).missing(missed, due)
            fired.append(Fired(to_datetime(due), self._fire_one(what, self._now)))
            self._due = self._since + self._timers[0][0] if self._timers else None
        self._now = max(self._now, moment)
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

    def _whole(self, step: Callable[[], T]) -> T:
        """What `step` answers. Where it raises, the session is as it was before."""
        before = everything(self)
        try:
            return step()
        except BaseException:
            self._restore(before)
            raise

    def _restore(self, values: tuple[Any, ...]) -> None:
        """Puts back what `everything` gave."""
        for name, value in zip(_KEPT, values, strict=True):
            setattr(self, name, value)

    def _inputs(self, data: Mapping[str, Value], by: str | None, person: str = NOBODY) -> Inputs:
        return Inputs(self._facts, data, self._opaque, by, person=person)

    def _values(self, row: Row | None = None) -> dict[str, Value]:
        """What names stand for in a row, that of the session if it is left out."""
        there = self._row if row is None else row
        known = there.table.context(there.node, self._opaque)
        return {**there.table.automaton.parameters, **self._facts, **known}


_KEPT = (*Timekeeping.__slots__, *Moving.__slots__)
everything: Callable[[Moving], tuple[Any, ...]] = attrgetter(*_KEPT)
