"""The long way of a call: what no ready decision answers.

Everything is checked before anything changes; then what is due fires, new facts are settled, and the event is
handled.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.tree import Branch, Edge
from policy_engine.errors import ClockError, InvalidDataError
from policy_engine.model.types import Value
from policy_engine.session.decision import Decision, Fired, Verdict
from policy_engine.session.moment import to_datetime, to_nanoseconds
from policy_engine.session.moving import Moving
from policy_engine.session.rows import names_role
from policy_engine.session.values import By, complete, person_of, role_of

if TYPE_CHECKING:
    from policy_engine.model.calendar import Calendar
    from policy_engine.model.duration import Duration
    from policy_engine.session.journal import Call

# Moments at which an event with `settle` counted that a session remembers, of each event.
MOST_SETTLING = 100


class LongWay(Moving):
    """The part of a session that finds out what a call does. An exception leaves it as it was."""

    __slots__ = ()

    def _send(
        self,
        event: str,
        data: Mapping[str, object] | None,
        by: By | None,
        facts: Mapping[str, object] | None,
        now: datetime | None,
        event_id: str | None,
        at: datetime | None = None,
    ) -> Decision:
        # Everything is checked before anything changes.
        table = self._row.table
        try:
            plan = table.plans[event]
        except (KeyError, TypeError):
            raise table.unknown(event) from None
        full = plan.complete(data)
        role = table.first_role if by is None else role_of(by, table.roles)
        learned = None if facts is None else complete(facts, table.chart.facts, "fact", self._facts)
        if event_id is not None and (type(event_id) is not str or not event_id):
            raise InvalidDataError(
                "`event_id` must be a text that is not empty", name="event_id", problem={"code": "wrong-id"}
            )
        more = self._more
        if more is not None and event_id is not None and more.knows(event_id):
            decision = table.still(Verdict.DUPLICATE, event, event, self._row)
            self._keep("send", self._now, decision, event, data, by, facts, event_id, at)
            return decision
        moment = self._moment(now, read=table.timed or plan.settle is not None or at is not None)
        told = moment if at is None else self._earlier(at, moment)

        def step() -> Decision:
            decision = self._happen(event, full, role, person_of(by), learned, told, plain=not data)
            later = () if at is None else self._fire(moment)
            return decision._with(later=later) if later else decision

        decision = self._whole(step)
        self._now = moment
        if now is not None:
            self._expect_now()
        if more is not None:
            if more.ids is not None and event_id is not None:
                more.ids.append(event_id)
            self._keep("send", moment, decision, event, data, by, facts, event_id, at)
        return decision

    def _earlier(self, at: datetime, moment: int) -> int:
        """When a late event happened, as it was told."""
        happened = to_nanoseconds(at, "at")
        if happened > moment:
            raise ClockError("`at` says when the event happened, and that can't be later than `now`")
        return happened

    def _keep(
        self,
        call: Call,
        moment: int,
        decision: Decision | None = None,
        event: str | None = None,
        data: Mapping[str, object] | None = None,
        by: By | None = None,
        facts: Mapping[str, object] | None = None,
        event_id: str | None = None,
        at: datetime | None = None,
    ) -> None:
        """Writes a call into the journal, if the session keeps one."""
        journal = None if self._more is None else self._more.journal
        if journal is None:
            return
        from policy_engine.session.journal import JournalEntry

        journal.add(
            JournalEntry(
                call,
                to_datetime(moment),
                event,
                None if data is None else dict(data),
                by,
                None if facts is None else dict(facts),
                event_id,
                at,
                None if decision is None else decision.verdict,
            )
        )

    def _happen(
        self,
        event: str,
        data: Mapping[str, Value],
        role: str | None,
        person: str,
        learned: Mapping[str, Value] | None,
        told: int,
        *,
        plain: bool,
    ) -> Decision:
        """What is due before the event, the new facts, and the event itself; `plain`: with default data.

        told: when the event happened. It is handled then, but never before what the session knows already.
        """
        now = max(told, self._now)
        prior: tuple[Fired, ...] = ()
        if self._due is not None and self._due <= now:
            prior = self._fire(now)
        settled = None
        if learned is not None and self._row.node.outcome is None:
            settled = self._settle(learned, now)
            if settled is not None and settled.verdict is Verdict.REJECTED:
                return settled._with(cause=event, event=event, prior=prior)
        row = self._row
        if not plain:
            found = row.given[event][0] if event in row.given else None
        elif role == row.table.first_role:
            found = row.ready.get(event)
        else:
            found = row.by.get((event, role))
        if found is not None:
            decision = self._take(found, now)
        else:
            inputs = self._inputs(data, role, person)
            settle = row.table.plans[event].settle
            if settle is None:
                decision = self._handle(event, inputs, now, plain=plain)
            else:
                decision = self._handle_once(event, inputs, now, settle, told, plain=plain)
        if settled is not None:
            decision = _joined(settled, decision)
        return decision._with(prior=prior) if prior else decision

    def _handle(self, event: str, inputs: Inputs, now: int, *, plain: bool) -> Decision:
        """Finds out what an event does here, and keeps it for next time where that is the same for others."""
        edge, decisions = self._met(event, inputs), self._row.view.decisions
        if edge is None or edge.index not in decisions:
            return self._work_out(event, inputs, now, plain=plain)
        shared = decisions[edge.index]
        if shared is None or shared._told:
            return self._follow(edge, event, inputs, now)
        return self._take(shared, now)

    def _handle_once(
        self, event: str, inputs: Inputs, now: int, settle: Duration, told: int, *, plain: bool
    ) -> Decision:
        """Handles an event of which a repeat is ignored for a while around one that counted, going by when
        they happened. The repeat makes that while no longer: who goes on insulting must not stay at one
        insult for ever.
        """
        row = self._row
        table = row.table
        counted = self._settling.get(event, ())
        place = bisect_right(counted, told)
        if row.node.outcome is None and _is_repeat(told, counted, place, settle, table.chart.calendar):
            edge = table.automaton.on(row.node, event, inputs)
            if edge is not None and edge.verdict == "applied":
                return table.still(Verdict.IGNORED, event, event, row, table.repeated(event))
        decision = self._handle(event, inputs, now, plain=plain)
        if decision.verdict is Verdict.APPLIED:
            counted = (*counted[:place], told, *counted[place:])[-MOST_SETTLING:]
            self._settling = {**self._settling, event: counted}
        return decision

    def _find(self, event: str, inputs: Inputs) -> Decision | None:
        """The decision of an event that was met here before, if sessions share it."""
        edge = self._met(event, inputs)
        return None if edge is None else self._row.view.decisions.get(edge.index)

    def _met(self, event: str, inputs: Inputs) -> Edge | None:
        """The edge of an event that was met here before."""
        tree = self._row.trees.get(event)
        while isinstance(tree, Branch):
            tree = tree.answers.get(tree.test.evaluate(inputs))
        return tree

    def _work_out(self, event: str, inputs: Inputs, now: int, *, plain: bool) -> Decision:
        row, role = self._row, inputs.by
        table = row.table
        edge = None if row.node.outcome is not None else table.automaton.on(row.node, event, inputs)
        if edge is None:
            verdict = Verdict.IGNORED if row.node.outcome is None else Verdict.CLOSED
            decision = table.still(verdict, event, event, row)
            row.keep(event, decision, role, fixed=True)
            return decision
        tree = table.automaton.tree(row.node, event)
        if tree is not None:
            row.meet(event, tree)
        shared = row.view.decision(edge, event, role)
        if shared is None or shared._told:
            return self._follow(edge, event, inputs, now)
        if tree is edge or (plain and not table.opaque):
            row.keep(event, shared, role, fixed=tree is edge and not names_role(edge))
        return self._take(shared, now)


def _is_repeat(told: int, counted: tuple[int, ...], place: int, settle: Duration, calendar: Calendar) -> bool:
    """Whether an event lies within its while of one that counted; it would stand at `place` among them.

    Those are no repeats of each other, so that only its two neighbours can make it one.
    """
    if place and told < settle.due(counted[place - 1], calendar):
        return True
    return place < len(counted) and counted[place] < settle.due(told, calendar)


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
