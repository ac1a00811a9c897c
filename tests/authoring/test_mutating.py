"""What notices a mutant, and what is left of it where nothing does."""

from __future__ import annotations

from functools import cache

import pytest

from policy_engine.authoring import mutating
from policy_engine.authoring.mutating import Fate, Mutating
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.policy import parse_policy
from policy_engine.scenarios.coverage.coverage import covered_by
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.mutation.mutant import mutants_of, sampled
from policy_engine.scenarios.report import parted_lines
from policy_engine.scenarios.run import run_scenario

POLICY = """\
policy: desk
format: 1
version: "1"
parameters: {limit: {range: 1..2, default: 2}}
context: {warnings: {counter: 0..2}, again: {flag: false}}
events: {insult: {}, calms: {}, ends: {}, asks: {}}
actions: {report: {}, note: {}}
initial: talk
states:
  talk:
    on:
      insult: {when: warnings < limit, do: [{add: {warnings: 1}}]}
      calms: {do: [{set: {again: true}}]}
      ends: {when: warnings >= limit, target: rest}
  rest:
    entry: [report]
    after: {5 min: {do: [note]}, 10 min: gone}
  gone: {type: final}
  lost: {on: {asks: talk}}
properties:
  warned_first: {never: {event: ends, when: warnings < limit}}
"""
SCENARIOS = "policy: desk\nscenarios:\n  warned: {steps: [insult, insult, ends], expect: {states: [rest]}}\n"


@cache
def subject() -> Mutating:
    policy, sink = parse_policy(POLICY, name="desk.yaml"), Diagnostics()
    document = read_document(POLICY, "desk.yaml", sink)
    file = load_scenarios(SCENARIOS, "s.yaml", sink, policy.chart)
    assert document is not None
    assert file is not None
    scenarios = list(file.scenarios.values())
    return Mutating(
        document, policy, scenarios, covered_by(policy, [run_scenario(policy, one) for one in scenarios])
    )


@cache
def fates() -> dict[tuple[str, str], Fate]:
    document = read_document(POLICY, "desk.yaml", Diagnostics())
    assert document is not None
    return {
        (fate.mutant.operator, fate.mutant.told("en")): fate for fate in subject().fates(mutants_of(document))
    }


def test_a_scenario_a_property_and_check_notice_changes() -> None:
    scenario = fates()["handler-dropped", "`talk`: `insult` is not handled"]
    property_ = fates()["condition-dropped", "`talk`: without the condition `warnings >= limit`"]
    check = fates()["condition-dropped", "`talk`: without the condition `warnings < limit`"]

    assert ("scenario", "warned") == (scenario.verdict, scenario.by)
    assert ("property", "warned_first") == (property_.verdict, property_.by)
    assert ("check", "leaves-range") == (check.verdict, check.by)
    assert all(fate.noticed for fate in (scenario, property_, check))


def test_what_nobody_could_tell_apart_is_equivalent() -> None:
    found = {told for (_, told), fate in fates().items() if fate.verdict == "equivalent"}

    assert "`lost`: `asks` is not handled" in found
    assert "`lost`: leads to `rest` instead of `talk`" in found
    assert not any(fate.noticed for fate in fates().values() if fate.verdict == "equivalent")


def test_a_survivor_comes_with_a_scenario_that_would_notice_it() -> None:
    fate = fates()["step-dropped", "`rest`: without the step `report`"]

    assert "survived" == fate.verdict
    assert fate.lacking is not None
    assert fate.lacking.failed.difference is not None
    assert ["insult", "insult", "ends"] == [
        moment.name for moment in fate.lacking.played.course if moment.kind == "event"
    ]
    assert [
        "the actions since the start",
        "  as it is: report",
        "  changed:  none",
    ] == list(parted_lines(fate.lacking.failed.difference, "en"))


def test_where_only_what_is_due_differs_the_scenario_waits_for_it() -> None:
    fate = fates()["timer", "`rest`: after `9 min` instead of `10 min`"]

    assert fate.lacking is not None
    assert ["5 min", "4 min"] == [
        moment.name for moment in fate.lacking.played.course if moment.kind == "wait"
    ]


def test_a_difference_that_only_other_parameters_show_is_found_with_them() -> None:
    fate = fates()["comparison", "`talk`: `warnings > limit` instead of `warnings >= limit`"]
    survivor = fates()["bound", "`1..3` instead of `1..2`"]

    assert "scenario" == fate.verdict
    assert ("check", "leaves-range") == (survivor.verdict, survivor.by)


def test_where_the_choices_are_not_the_same_nothing_is_compared() -> None:
    fate = fates()["bound", "`2..2` instead of `1..2`"]

    assert ("survived", None) == (fate.verdict, fate.lacking)


def test_what_can_not_be_decided_survives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutating, "MOST_STEPS", 0)
    mutant = fates()["step-dropped", "`rest`: without the step `report`"].mutant

    fate = subject().fate(mutant)

    assert ("survived", None) == (fate.verdict, fate.lacking)


def test_a_sample_is_the_same_for_the_same_seed_and_stands_in_the_order_of_the_file() -> None:
    document = read_document(POLICY, "desk.yaml", Diagnostics())
    assert document is not None
    every = mutants_of(document)

    some, others = sampled(every, 10, 1), sampled(every, 10, 2)

    assert some == sampled(every, 10, 1)
    assert some != others
    assert [every.index(one) for one in some] == sorted(every.index(one) for one in some)
    assert every == sampled(every, 10_000, 1)


def test_a_scenario_that_tells_facts_on_the_way_is_found_too() -> None:
    text = """\
policy: news
format: 1
version: "1"
facts: {risk: {flag: false}}
events: {go: {}, back: {}}
initial: a
states:
  a: {always: {when: risk, target: safe}, on: {go: b}}
  b: {always: {when: risk, target: gone}, on: {back: a}}
  safe: {}
  gone: {type: final}
"""
    policy, document = parse_policy(text, name="news.yaml"), read_document(text, "news.yaml", Diagnostics())
    assert document is not None
    (mutant,) = (one for one in mutants_of(document) if one.told("en") == "`b`: without the branch `always`")

    fate = Mutating(document, policy, [], covered_by(policy, [])).fate(mutant)

    assert fate.lacking is not None
    assert ["event", "learn"] == [moment.kind for moment in fate.lacking.played.course[1:]]
