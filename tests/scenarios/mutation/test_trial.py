"""Which scenario notices a mutant, and in which order they are tried."""

from __future__ import annotations

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.load import load_chart
from policy_engine.model.weave.weave import weave
from policy_engine.policy import parse_policy
from policy_engine.scenarios.coverage.coverage import covered_by
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.mutation.mutant import mutants_of
from policy_engine.scenarios.mutation.trial import Trial
from policy_engine.scenarios.run import run_scenario

POLICY = """\
policy: desk
format: 1
version: "1"
parameters: {limit: {range: 1..2, default: 2}}
context: {n: {counter: 0..2}}
events: {go: {}, stop: {}}
initial: a
states:
  a: {on: {go: {when: limit > 1, target: b}, stop: end}}
  too_far: {entry: [{add: {n: 2}}, {add: {n: 2}}]}
  b: {on: {stop: end}}
  end: {type: final}
"""
SCENARIOS = """\
policy: desk
scenarios:
  quick: {steps: [stop], expect: {outcome: end}}
  far: {steps: [go, stop], expect: {outcome: end}}
  limited: {parameters: {limit: 1}, steps: [{event: go, verdict: ignored}]}
"""


def noticed_by(told: str) -> str | None:
    """The scenario that notices the mutant which says this of itself."""
    policy, document = parse_policy(POLICY), read_document(POLICY, "desk.yaml", Diagnostics())
    file = load_scenarios(SCENARIOS, "s.yaml", Diagnostics(), policy.chart)
    assert document is not None
    assert file is not None
    scenarios = list(file.scenarios.values())
    coverage = covered_by(policy, [run_scenario(policy, one) for one in scenarios])
    (mutant,) = (one for one in mutants_of(document) if one.told("en") == told)
    chart = load_chart(mutant.document(document), Diagnostics())
    assert chart is not None
    return Trial(scenarios, coverage).noticed(mutant, chart, weave(chart))


def test_those_that_come_past_the_place_of_the_change_are_tried_first() -> None:
    assert "far" == noticed_by("`b`: `stop` is not handled")
    assert "quick" == noticed_by("`a`: `stop` is not handled")


def test_a_scenario_is_tried_with_the_parameters_that_it_chooses() -> None:
    assert "limited" == noticed_by("`a`: `limit > 0` instead of `limit > 1`")


def test_a_mutant_that_can_not_even_begin_is_noticed() -> None:
    assert "quick" == noticed_by("begins in `too_far` instead of `a`")


def test_what_no_scenario_comes_past_is_noticed_by_none() -> None:
    assert None is noticed_by("`0..3` instead of `0..2`")
