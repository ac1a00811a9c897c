"""Explains decisions of a policy, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from policy_engine.automaton.inputs import NOBODY, Inputs
from policy_engine.automaton.program import Arrow
from policy_engine.automaton.tree import FACTS, START, Refusal, Trigger
from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Transition
from policy_engine.model.hidden import is_written, shown_only
from policy_engine.model.types import NO_PERSON, defaults_of
from policy_engine.policy import Policy
from policy_engine.records import changed
from policy_engine.session.decision import Decision, Verdict
from policy_engine.session.moment import from_text, to_datetime
from policy_engine.session.values import By, complete, person_of, role_of
from policy_engine.verify.why.answer import answer_of
from policy_engine.verify.why.case import Case, Decider, Outcome, Seen, case_of
from policy_engine.verify.why.changes import MOST_CHANGED, Change, Changes, smallest_changes
from policy_engine.verify.why.conditions import part_of
from policy_engine.verify.why.explanation import Altered, Alternative, Branch, Explanation, Refused

_KINDS = {"on": "event", "sent": "sent", "after": "timer", "facts": "facts", "start": "start"}


def explain(
    policy: Policy,
    snapshot: Mapping[str, Any],
    event: str,
    data: Mapping[str, object] | None = None,
    by: By | None = None,
    facts: Mapping[str, object] | None = None,
    now: datetime | None = None,
) -> Explanation:
    """Why an event is decided as it is in a session of which a snapshot was taken: `session.snapshot()`.

    The session itself is not touched, and the clock is not read. data, by, facts: as for `Session.send`.
    now: when it happens, an aware datetime; left out, when the snapshot was taken.

    Raises what `Policy.resume` and `Session.send` raise.
    """
    session = policy.resume(snapshot)
    moment = to_datetime(from_text(str(snapshot["now"]))) if now is None else now
    decision = session.send(event, data, by, facts, moment)
    explainer = Explainer(policy.with_parameters(**session.parameters))
    case = explainer.case(snapshot)
    for fired in decision.prior:
        case = explainer.after(case, fired.decision)
    return explainer.event(case, decision, event, data, by, facts)


class Explainer:
    """Explains decisions of one policy with its parameters."""

    def __init__(self, policy: Policy, most: int = MOST_CHANGED) -> None:
        """most: so many values are changed at the most to come to another answer."""
        self.chart = policy.automaton.chart
        self.program = policy.automaton.program
        self._parameters = policy.parameters
        self._decider = Decider(self.program)
        self._most = most

    def case(self, snapshot: Mapping[str, Any]) -> Case:
        """Where a session is, by its snapshot."""
        return case_of(self.program, snapshot)

    def after(self, case: Case, decision: Decision) -> Case:
        """Where a session is after what was due."""
        return self._decider.decide(changed(case, by=NOBODY), self._due(decision)).case

    def fired(self, case: Case, decision: Decision) -> Explanation:
        """Why a timer, or something that was sent, did what it did when it was due."""
        case = changed(case, by=NOBODY, person=NOBODY, data={})
        return self._explained(case, decision, self._due(decision))

    def start(self, decision: Decision, facts: Mapping[str, object]) -> Explanation:
        """Why a session begins as it does."""
        known = complete(facts, self.chart.facts, "fact", defaults_of(self.chart.facts))
        history = (0,) * len(self.program.topology.histories)
        case = Case(0, history, defaults_of(self.chart.context), known, {}, self._first_role, NOBODY)
        return self._explained(case, decision, START)

    def learned(self, case: Case, decision: Decision, facts: Mapping[str, object]) -> Explanation:
        """Why new facts led where they did."""
        known = complete(facts, self.chart.facts, "fact", case.facts)
        return self._explained(changed(case, facts=known, by=None), decision, FACTS)

    def event(
        self,
        case: Case,
        decision: Decision,
        event: str,
        data: Mapping[str, object] | None,
        by: By | None,
        facts: Mapping[str, object] | None,
    ) -> Explanation:
        """Why an event was decided as it was; `decision` is what the session said."""
        declared = self.chart.events[event].data
        case = changed(
            case,
            facts=complete(facts or {}, self.chart.facts, "fact", case.facts),
            data=complete(data or {}, declared, "datum", defaults_of(declared)),
            by=self._first_role if by is None else role_of(by, self.chart.roles),
            person=person_of(by),
        )
        return self._explained(case, decision, Trigger("on", event))

    # -- putting together ------------------------------------------------------------------------------------

    def _explained(self, case: Case, decision: Decision, trigger: Trigger) -> Explanation:
        outcome = self._decider.decide(case, trigger)
        # A repeat and an event that was told already are refused by the session, whatever the values.
        by_values = decision.verdict.value == outcome.verdict or trigger.kind == "facts"
        changes = Changes((), 0, exhausted=False)
        if by_values and decision.verdict is not Verdict.CLOSED:
            changes = smallest_changes(self._decider, case, trigger, outcome, self._most)
        asked = tuple(self._asked(outcome.met, trigger)) if by_values else ()
        taken = tuple(self._taken(outcome)) if by_values else ()
        there = {branch.transition.index for branch in taken}
        refused = self._refused(outcome, trigger, asked) if by_values else None
        unheard = by_values and trigger.kind == "on" and outcome.verdict == "ignored" and not asked
        return Explanation(
            kind=_KINDS[trigger.kind],
            name=decision.event or decision.cause,
            verdict=decision.verdict.value,
            before=decision.before,
            after=decision.after,
            actions=tuple(action.name for action in decision.actions),
            reason=decision.reason,
            taken=taken,
            passed=tuple(item for item in asked if item.transition.index not in there)
            if refused is None or refused.code == "role-may-not"
            else (),
            refused=refused,
            began=shown_only(case.values),
            heard_in=self._heard_in(trigger) if unheard else (),
            alternatives=tuple(self._alternative(case, change, outcome) for change in changes.found),
            thorough=changes.thorough,
            exhausted=changes.exhausted,
            chart=self.chart,
        )

    def _due(self, decision: Decision) -> Trigger:
        """The timer or the `send` that a decision tells of."""
        for timer in self.chart.timers:
            state = self.chart.states[timer.state].id
            if decision.event is None and decision.cause == f"{state}.after.{timer.duration}":
                return Trigger("after", state, timer.index)
        return Trigger("sent", decision.cause)

    @property
    def _first_role(self) -> str | None:
        return next(iter(self.chart.roles), None)

    # -- transitions -----------------------------------------------------------------------------------------

    def _taken(self, outcome: Outcome) -> Iterator[Branch]:
        """Every transition that was taken, with its condition as it was then."""
        for seen in outcome.steps:
            inputs = self._inputs(outcome.met, seen)
            for index in seen.transitions:
                transition = self.chart.transitions[index]
                if is_written(transition.id):
                    yield self._branch(transition, inputs)

    def _asked(self, case: Case, trigger: Trigger) -> Iterator[Branch]:
        """The transitions that were asked, from the innermost state out, until one is taken."""
        inputs = self._told(case)
        seen: set[int] = set()
        for group in self._groups(case, trigger):
            for arrow in group:
                transition = self.chart.transitions[arrow.index]
                if arrow.index in seen or not is_written(transition.id):
                    continue
                seen.add(arrow.index)
                yield self._branch(transition, inputs, outside=trigger.kind == "on")

    def _groups(self, case: Case, trigger: Trigger) -> Iterator[Sequence[Arrow]]:
        program = self.program
        if trigger.kind == "after":
            yield program.timers[trigger.timer]
            return
        handlers = program.always if trigger.kind in ("facts", "start") else program.on[trigger.name]
        inputs = self._told(case)
        for chain in handlers.chains(case.configuration):
            for state in chain:
                group = handlers.branches[state]
                yield group
                if any(self._holds(arrow, inputs, outside=trigger.kind == "on") for arrow in group):
                    break

    def _holds(self, arrow: Arrow, inputs: Inputs, *, outside: bool) -> bool:
        transition = self.chart.transitions[arrow.index]
        if outside and transition.by is not None and inputs.by not in transition.by:
            return False
        return transition.guard is None or part_of(transition.guard, inputs).holds

    def _branch(self, transition: Transition, inputs: Inputs, *, outside: bool = False) -> Branch:
        condition = None if transition.guard is None else part_of(transition.guard, inputs)
        beside = self._beside(transition) if transition.is_else else ()
        others = tuple(part_of(other.guard, inputs) for other in beside if other.guard is not None)
        holds = condition.holds if condition is not None else not any(part.holds for part in others)
        barred = outside and holds and transition.by is not None and inputs.by not in transition.by
        return Branch(transition, self.chart.states[transition.source].id, condition, others, barred)

    def _beside(self, transition: Transition) -> Sequence[Transition]:
        """The other branches of the list in which a transition stands."""
        list_of = transition.id.rpartition(".")[0]
        return [
            other
            for other in self.chart.transitions
            if other.source == transition.source
            and other.index != transition.index
            and other.id.rpartition(".")[0] == list_of
        ]

    def _heard_in(self, trigger: Trigger) -> tuple[str, ...]:
        """The states that an event is heard in."""
        return tuple(state.id for state in self.chart.states[1:] if trigger.name in state.on)

    # -- refusals --------------------------------------------------------------------------------------------

    def _refused(self, outcome: Outcome, trigger: Trigger, asked: tuple[Branch, ...]) -> Refused | None:
        refusal = outcome.refusal
        if refusal is None:
            return None
        event = self.chart.events.get(trigger.name)
        place = self.chart.states[0].span if event is None else event.span
        if refusal.forbid is not None:
            forbid = refusal.forbid
            inputs = self._told(outcome.met)
            condition = None if forbid.when is None else part_of(forbid.when, inputs)
            return Refused("forbidden", forbid.span, str(refusal.params["state"]), condition)
        if refusal.code == "requires":
            missing = _missing(outcome)
            needing = (item.transition for item in asked if set(item.transition.requires) & set(missing))
            span = next((transition.span for transition in needing), place)
            return Refused("requires", span, missing=missing)
        roles: tuple[str, ...] = ()
        if refusal.code == "role-may-not" and event is not None:
            allowed = event.by if event.by is not None else self._for(asked)
            roles = tuple(role for role in self.chart.roles if role in allowed)
            if event.by is None:
                place = next(item.transition.span for item in asked if item.barred)
        return Refused(refusal.code, _step_span(refusal) or place, roles=roles)

    def _for(self, asked: tuple[Branch, ...]) -> frozenset[str]:
        """The roles for which a branch would have been taken."""
        return frozenset().union(*(item.transition.by or () for item in asked if item.barred))

    # -- what would have changed it --------------------------------------------------------------------------

    def _alternative(self, case: Case, change: Change, outcome: Outcome) -> Alternative:
        other, topology = change.outcome, self.program.topology
        was = {"data": case.data, "fact": case.facts, "context": case.values}
        altered = tuple(
            Altered(kind, name, was[kind][name] if kind in was else getattr(case, kind), option)
            for (kind, name), option in change.values.items()
        )
        states = topology.leaves(other.case.configuration)
        same = (other.verdict, states) == (outcome.verdict, topology.leaves(outcome.case.configuration))
        return Alternative(
            altered=altered,
            verdict=other.verdict,
            states=states,
            actions=answer_of(other, self.program).actions,
            settled=topology.leaves(other.met.configuration) if other.settled else (),
            missing=_missing(other),
            elsewhere=self._line(other) if same else None,
        )

    def _line(self, outcome: Outcome) -> Span | None:
        """The place that decides an outcome."""
        if outcome.refusal is not None and outcome.refusal.forbid is not None:
            return outcome.refusal.forbid.span
        for seen in outcome.seen:
            for index in seen.transitions:
                if is_written(self.chart.transitions[index].id):
                    return self.chart.transitions[index].span
        return None

    # -- the outside world -----------------------------------------------------------------------------------

    def _told(self, case: Case) -> Inputs:
        """What a condition reads where an event from outside is in hand."""
        states = self.program.topology.ids(case.configuration)
        return Inputs(case.facts, case.data, case.values, case.by, self._parameters, states, case.person)

    def _inputs(self, case: Case, seen: Seen) -> Inputs:
        """What a condition read when a microstep was chosen."""
        states = self.program.topology.ids(seen.configuration)
        if seen.outside:
            return Inputs(case.facts, case.data, seen.values, case.by, self._parameters, states, case.person)
        declared = {} if seen.event is None else self.chart.events[seen.event].data
        data = defaults_of(declared)
        return Inputs(case.facts, data, seen.values, NOBODY, self._parameters, states, NO_PERSON)


def _missing(outcome: Outcome) -> tuple[str, ...]:
    """What a refused event would have had to wait for."""
    missing = () if outcome.refusal is None else outcome.refusal.params.get("missing", ())
    assert isinstance(missing, tuple)
    return missing


def _step_span(refusal: Refusal) -> Span | None:
    step = refusal.params.get("step")
    return getattr(step, "span", None)
