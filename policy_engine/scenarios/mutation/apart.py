"""A scenario that a policy passes and a mutant of it fails: what its tests lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from policy_engine.courses.common import only_passed_on
from policy_engine.courses.lengths import durations
from policy_engine.courses.pair import Call
from policy_engine.errors import PolicyEngineError
from policy_engine.model.chart import Chart, RecordField
from policy_engine.model.duration import NANOSECONDS
from policy_engine.model.scenarios import Expectation
from policy_engine.model.types import Declaration, Value
from policy_engine.policy import Policy
from policy_engine.records import record
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.coverage.acting import Stage
from policy_engine.scenarios.generation.generate import with_expectations
from policy_engine.scenarios.run import run_scenario
from policy_engine.session.live import Session

# So many times it is waited for what is due, until the two can be seen to differ.
_MOST_WAITED = 12


@record
class Lacking:
    """What is played, and how it goes with the policy; how a mutant fails where all of that is expected, None
    where the mutant takes no such call. `refused` is then what it does not take, by name, if that is a value.
    """

    played: ScenarioResult
    failed: ScenarioResult | None
    refused: tuple[str, Value] | None = None


def scenario_apart(policy: Policy, mutant: Policy, calls: Sequence[Call]) -> Lacking | None:
    """A scenario of these calls, which tell the two apart; None where what differs can't be expected.

    Each has the parameters that it has. Where the calls only lead to another deadline, it is waited for.
    Facts of which it only matters that they are passed on are left out, where it shows without them. Where
    the calendar says how long something takes, it may only show from another day.
    """
    needed = _with_facts_that_matter(calls)
    for days in range(7 if _by_calendar(policy) or _by_calendar(mutant) else 1):
        found = _scenario_apart(policy, mutant, _from_another_day(needed, days))
        if found is not None:
            return found
    return None if needed == calls else _scenario_apart(policy, mutant, calls)


def _by_calendar(policy: Policy) -> bool:
    """Whether anything takes as long as the calendar says."""
    chart = policy.automaton.chart
    return any(item.name or item.fixed_in(chart.calendar) is None for item in durations(chart))


def _from_another_day(calls: Sequence[Call], days: int) -> Sequence[Call]:
    """The same calls, made so many days after the start."""
    if not days:
        return calls
    later = calls[1:2] or (Call("time"),)
    wait = later[0].wait + days * NANOSECONDS["days"]
    return (calls[0], later[0]._replace(wait=wait), *calls[2:])


def _with_facts_that_matter(calls: Sequence[Call]) -> Sequence[Call]:
    first = calls[0]
    facts = tuple((name, value) for name, value in first.facts if value != only_passed_on(name))
    return (first._replace(facts=facts), *calls[1:])


def _scenario_apart(policy: Policy, mutant: Policy, calls: Sequence[Call]) -> Lacking | None:
    try:
        stage = _staged(policy, calls, mutant)
    except PolicyEngineError:
        return None
    try:
        other = _staged(mutant, calls, policy)
    except PolicyEngineError:
        return Lacking(run_scenario(policy, stage.scenario("lacking")), None)
    try:
        return _later(policy, mutant, stage, other)
    except PolicyEngineError:
        return None


def played(policy: Policy, calls: Sequence[Call]) -> ScenarioResult | None:
    """How calls go with a policy; None where they can't be made."""
    try:
        stage = _staged(policy, _with_facts_that_matter(calls), policy)
        return run_scenario(policy, stage.scenario("played"))
    except PolicyEngineError:
        return None


def _staged(policy: Policy, calls: Sequence[Call], other: Policy) -> Stage:
    stage = Stage(policy, policy.parameters, dict(calls[0].facts), other.chart)
    for call in calls[1:]:
        _play(stage, call)
    return stage


def scenario_refused(policy: Policy, mutant: Policy) -> Lacking | None:
    """A scenario with a parameter, a fact or a datum that only the policy as it is takes; None where there
    is none.
    """
    ours, theirs = policy.chart, mutant.chart
    start = Stage(policy, policy.parameters, {})
    for name, value in _refused(ours.parameters, theirs.parameters):
        stage = Stage(policy, {**policy.parameters, name: value}, {})
        return Lacking(run_scenario(policy, stage.scenario("lacking")), None, (name, value))
    for name, value in _refused(ours.facts, theirs.facts):
        stage = Stage(policy, policy.parameters, {name: value})
        return Lacking(run_scenario(policy, stage.scenario("lacking")), None, (name, value))
    for event, declared in ours.events.items():
        for name, value in _refused(declared.data, theirs.events[event].data):
            start.tell(event, {name: value}, None, "")
            return Lacking(run_scenario(policy, start.scenario("lacking")), None, (name, value))
    return None


def _refused(
    ours: Mapping[str, Declaration], theirs: Mapping[str, Declaration]
) -> Iterator[tuple[str, Value]]:
    for name, declared in ours.items():
        if declared.type.finite and name in theirs:
            for value in declared.type.values:
                if not theirs[name].type.accepts(value):
                    yield name, value


def _play(stage: Stage, call: Call) -> None:
    if call.wait:
        stage.wait(stage.now + timedelta(microseconds=-(-call.wait // 1_000)))
    if call.kind == "event":
        stage.tell(call.event, dict(call.data), call.by, call.person)
    elif call.kind == "facts":
        stage.learn(dict(call.facts))


def _later(policy: Policy, mutant: Policy, stage: Stage, other: Stage) -> Lacking | None:
    """Compares, and as long as nothing is to be seen waits for what is due."""
    for _ in range(_MOST_WAITED):
        found = _compared(policy, mutant, stage, other) or _filled(policy, mutant, stage)
        times = [time for one in (stage, other) for time in _due(one.session, one.now)]
        if found is not None or not times:
            return found
        for one in (stage, other):
            one.wait(min(times))
    return None


def _due(session: Session, now: datetime) -> list[datetime]:
    """When something happens by itself, or is too late."""
    moments = [session.deadline, *(one.due for one in session.obligations)]
    return [moment for moment in moments if moment is not None and moment > now]


def _compared(policy: Policy, mutant: Policy, stage: Stage, other: Stage) -> Lacking | None:
    """What was played, with all that a scenario can expect of it; None where the mutant does just that."""
    result = run_scenario(policy, stage.scenario("lacking"))
    scenario = with_expectations(result, "lacking")
    assert scenario.expect is not None
    scenario = replace(scenario, expect=_all_that_differs(scenario.expect, stage.session, other.session))
    failed = run_scenario(mutant, scenario)
    return None if failed.passed or not run_scenario(policy, scenario).passed else Lacking(result, failed)


def _all_that_differs(expected: Expectation, ours: Session, theirs: Session) -> Expectation:
    """An expectation that also says what must be done and what the variables are, where that differs."""
    duties = [tuple(sorted(one.id for one in session.obligations)) for session in (ours, theirs)]
    late = [[one.id for one in session.obligations if one.overdue] for session in (ours, theirs)]
    known = theirs.context
    return replace(
        expected,
        obligations=None if duties[0] == duties[1] else duties[0],
        overdue=tuple(id for id in late[0] if id not in late[1]),
        context={name: value for name, value in ours.context.items() if known.get(name, value) != value},
    )


def _filled(policy: Policy, mutant: Policy, stage: Stage) -> Lacking | None:
    """A scenario in which somebody fills in what only the policy as it is lets them."""
    for action in dict.fromkeys(item.action for item in stage.session.records):
        theirs = {field.name: field for field in mutant.chart.actions[action].record}
        for field in policy.chart.actions[action].record:
            role = None if field.known else _alone(policy.chart, field, theirs.get(field.name))
            if role is not None:
                stage.fill(action, field.declaration, role)
                return Lacking(run_scenario(policy, stage.scenario("lacking")), None)
    return None


def _alone(chart: Chart, ours: RecordField, theirs: RecordField | None) -> str | None:
    """A role that may fill in a field, and may not where it is declared otherwise."""
    others = () if theirs is None else theirs.by or tuple(chart.roles)
    return next((role for role in ours.by or chart.roles if role not in others), None)
