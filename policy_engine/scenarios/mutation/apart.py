"""A scenario that a policy passes and a mutant of it fails: what its tests lack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from policy_engine.courses.pair import Call
from policy_engine.errors import PolicyEngineError
from policy_engine.model.types import Value
from policy_engine.policy import Policy
from policy_engine.records import record
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.coverage.acting import Stage
from policy_engine.scenarios.generation.generate import with_expectations
from policy_engine.scenarios.run import run_scenario

# So many times it is waited for what is due, until the two can be seen to differ.
_MOST_WAITED = 12


@record
class Lacking:
    """What is played, and how it goes with the policy; how a mutant fails where all of that is expected."""

    played: ScenarioResult
    failed: ScenarioResult


def scenario_apart(
    policy: Policy, mutant: Policy, calls: Sequence[Call], parameters: Mapping[str, Value]
) -> Lacking | None:
    """A scenario of these calls, which tell the two apart; None where what differs can't be expected.

    Where the calls only lead to another deadline, it is waited for.
    """
    try:
        stage = Stage(policy, parameters, dict(calls[0].facts))
        other = Stage(mutant, parameters, dict(calls[0].facts))
        for call in calls[1:]:
            for one in (stage, other):
                _play(one, call)
    except PolicyEngineError:
        return None
    for _ in range(_MOST_WAITED):
        found = _compared(policy, mutant, stage)
        due = [one.session.deadline for one in (stage, other)]
        times = [time for time in due if time is not None]
        if found is not None or not times:
            return found
        for one in (stage, other):
            one.wait(min(times))
    return None


def _play(stage: Stage, call: Call) -> None:
    if call.wait:
        stage.wait(stage.now + timedelta(microseconds=-(-call.wait // 1_000)))
    if call.kind == "event":
        stage.tell(call.event, dict(call.data), call.by, call.person)
    elif call.kind == "facts":
        stage.learn(dict(call.facts))


def _compared(policy: Policy, mutant: Policy, stage: Stage) -> Lacking | None:
    played = run_scenario(policy, stage.scenario("lacking"))
    scenario = with_expectations(played, "lacking")
    failed = run_scenario(mutant, scenario)
    return None if failed.passed or not run_scenario(policy, scenario).passed else Lacking(played, failed)
