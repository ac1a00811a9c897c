"""Conditions and texts with what is known put in."""

import pytest

from policy_engine.diagrams.phrasing import guard_words
from policy_engine.diagrams.roleplay.known import filled, known_of, opposite, possible, settled
from policy_engine.model.chart import Chart
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.types import Value
from policy_engine.policy import parse_policy
from tests.diagrams.plays import play, play_of
from tests.diagrams.roleplay.samples import PLAY, played

POLICY = """
policy: conditions
format: 1
version: "1"
parameters: {{most: {{range: 1..5, default: 3}}}}
facts:
  risk: {{flag: false}}
  kind: {{enum: [new, old], default: new}}
  name: {{text: ""}}
  sum: {{number: 0}}
context: {{count: {{counter: 0..3}}, loud: {{flag: false}}}}
guards: {{careful: risk and not loud, plain: loud}}
events: {{go: {{}}}}
initial: one
states:
  one: {{say: {{when: "{when}", text: "Hi {{name}} and {{count}}, {{{{so}}}}."}}, on: {{go: two}}}}
  two: {{type: final}}
"""
KNOWN: dict[str, Value] = {"risk": True, "kind": "new", "name": "", "sum": 2, "most": 3}


def chart(when: str) -> Chart:
    return parse_policy(POLICY.format(when=when)).chart


def condition(when: str) -> Expr:
    found = chart(when).states[1].say[0].when
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("when", "left"),
    [
        ("risk", "true"),
        ("not risk", "false"),
        ("risk and kind == 'new'", "true"),
        ("not risk or kind in ['old']", "false"),
        ("sum > 1 and name == ''", "true"),
        ("most + 1 < 3", "false"),
        ("-most < 0", "true"),
        ("not risk and loud", "false"),
        ("risk or loud", "true"),
        ("risk and loud", "loud"),
        ("risk and loud and count > 1", "loud and count > 1"),
        ("not loud", "not loud"),
        ("count < most", "count < 3"),
        ("careful", "not loud"),
        ("plain", "plain"),
        ("in_state('one') and risk", "in_state('one')"),
        ("count in [1, 2]", "count in [1, 2]"),
    ],
)
def test_a_condition_is_what_still_depends_on_the_call(when: str, left: str) -> None:
    assert left == str(settled(condition(when), KNOWN))


@pytest.mark.parametrize(
    ("one", "other", "is_opposite"),
    [
        ("loud", "not loud", True),
        ("not careful", "careful", True),
        ("careful", "not careful", True),
        ("count < 2", "count >= 2", True),
        ("name == ''", "name != ''", True),
        ("not not loud", "not loud", True),
        ("loud", "risk", False),
        ("count < 2", "count > 2", False),
    ],
)
def test_a_condition_is_the_opposite_of_what_denies_it(one: str, other: str, is_opposite: bool) -> None:
    assert is_opposite is opposite(condition(one), condition(other))


def test_phrases_that_cannot_be_said_are_left_out() -> None:
    policy, scenario, _ = play("aggressive_caller", "at_risk_and_threatening")
    known = known_of(policy.chart, scenario, policy.parameters)
    alarm = next(state for state in policy.chart.states if state.id == "alarm")
    [phrase] = possible(alarm.say, known)

    assert phrase.when is None
    assert "Ik blijf aan de lijn" in phrase.words["nl"][0]


def test_what_depends_on_the_call_keeps_its_condition() -> None:
    policy, scenario, _ = play("aggressive_caller", "third_warning_ignored")
    known = known_of(policy.chart, scenario, policy.parameters)
    alarm = next(state for state in policy.chart.states if state.id == "alarm")
    conditions = [phrase.when for phrase in possible(alarm.say, known)]

    assert ["not worried", "worried"] == [str(when).replace("not not ", "") for when in conditions]
    assert "zorg om de beller" in guard_words(policy.chart, conditions[1] or condition("loud"), "nl")


def test_a_fact_that_changes_during_the_play_is_not_known() -> None:
    policy, scenario, _ = play_of(PLAY, played("[{event: shouts, facts: {flagged: true}}]", "{name: Ann}"))

    assert {"most": 3, "name": "Ann", "danger": "no"} == known_of(policy.chart, scenario, {"most": 3})


def test_a_fact_that_is_told_again_stays_known() -> None:
    policy, scenario, _ = play_of(PLAY, played("[{learn: {name: Ann}}]", "{name: Ann}"))

    assert "Ann" == known_of(policy.chart, scenario, {})["name"]


def test_gaps_are_filled_with_what_is_known() -> None:
    text = chart("loud").states[1].say[0].words[""][0]

    assert "Hi Bo and (count), {so}." == filled(chart("loud"), text, {"name": "Bo"}, "")
    assert "Hi (name) and 2, {so}." == filled(chart("loud"), text, {"name": "", "count": 2}, "")
