"""What notices a mutant, and what is left of it where nothing does."""

from __future__ import annotations

from functools import cache

import pytest

from policy_engine.authoring import mutating
from policy_engine.authoring.mutating import Fate, Mutating
from policy_engine.cli.testing.outcomes import outcome_of
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.scenarios import EventStep
from policy_engine.policy import parse_policy
from policy_engine.scenarios.coverage.coverage import covered_by
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.mutation.mutant import Mutant, mutants_of, sampled
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
    assert fate.lacking.failed is not None
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


def test_a_value_that_a_change_does_not_take_is_what_a_scenario_can_choose() -> None:
    fate = fates()["bound", "`2..2` instead of `1..2`"]

    assert fate.lacking is not None
    assert ("survived", ("limit", 1), None) == (fate.verdict, fate.lacking.refused, fate.lacking.failed)
    assert {"limit": 1} == fate.lacking.played.scenario.parameters


def test_what_can_not_be_decided_is_neither_a_survivor_nor_equivalent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mutating, "MOST_STEPS", 0)
    mutant = fates()["step-dropped", "`rest`: without the step `report`"].mutant

    fate = subject().fate(mutant)

    assert ("undecided", None) == (fate.verdict, fate.lacking)


# What each line is there for stands in the test of its change.
OFFICE = """\
policy: office
format: 1
version: "1"
parameters: {keep: {range: 1..9, default: 2}}
context: {notes: {counter: 0..1, lapse: keep h}, who: {person: }, told: {counter: 0..1}}
roles: {agent: {}, manager: {}, guest: {}}
events:
  noted: {}
  decided: {by: [manager]}
  undone: {by: manager}
  paid: {data: {amount: {range: 1..4}}}
  over: {}
actions: {write: {within: 2 h, record: {place: {text: , by: agent}}}}
initial: desk
states:
  desk:
    initial: open
    states:
      open:
        on:
          noted:
            - {when: notes < 1, do: [{add: {notes: 1}}]}
            - else: shut
          paid: {when: event.amount > 2, do: [{set: {told: 1}}, write]}
      shut:
        must: {event: undone, within: 1 h}
        on: {decided: {target: open, do: [{remember: {who: by}}]}, undone: {when: by != who, target: open}}
        after: {1 days: {target: desk, do: [{set: {notes: 1}}]}}
"""


@cache
def trying() -> tuple[Mutating, dict[tuple[str, str], Mutant]]:
    policy, document = parse_policy(OFFICE, name="o.yaml"), read_document(OFFICE, "o.yaml", Diagnostics())
    assert document is not None
    every = {(one.operator, one.told("en")): one for one in mutants_of(document)}
    return Mutating(document, policy, [], covered_by(policy, [])), every


@cache
def office(operator: str, told: str) -> Fate:
    subject, every = trying()
    return subject.fate(every[operator, told])


def shown(operator: str, told: str) -> list[str]:
    """How a survivor shows: what happens, and what differs then."""
    fate = office(operator, told)
    assert "survived" == fate.verdict
    assert fate.lacking is not None
    course = [f"{item.kind} {item.name}".strip() for item in fate.lacking.played.course[1:]]
    if fate.lacking.failed is None or fate.lacking.failed.difference is None:
        return course
    return [*course, *(item.matter for item in fate.lacking.failed.difference.mismatches)]


def test_every_survivor_comes_with_a_scenario() -> None:
    some = [office(*key) for key in list(trying()[1])[::6]]

    survived = [fate for fate in some if fate.verdict == "survived"]

    assert survived
    assert all(fate.lacking is not None for fate in survived)
    assert "undecided" not in {fate.verdict for fate in some}


def test_who_reports_is_named_where_the_change_lets_others_report() -> None:
    told = "role-other", "for others: `guest` instead of `manager`"

    assert ["event undone", "verdict"] == shown(*told)
    lacking = office(*told).lacking
    assert lacking is not None
    (step,) = lacking.played.scenario.steps
    assert isinstance(step, EventStep)
    assert ("manager", "person 1") == step.by


def test_what_shows_later_only_shows_in_a_variable_at_once() -> None:
    assert "context" == shown("value", "`shut`: the value `0` instead of `1`")[-1]


def test_a_period_that_begins_otherwise_shows_where_nobody_chooses_parameters() -> None:
    assert ["event noted", "wait 2 h", "timer lapse:notes", "context"] == shown(
        "value", "the value `3` instead of `2`"
    )


def test_what_must_be_done_shows_though_nothing_comes_of_it() -> None:
    assert ["event noted"] * 2 + ["obligations"] == shown("must-dropped", "`shut`: `undone` need not be done")


def test_what_must_be_written_down_in_time_shows_when_the_time_is_up() -> None:
    assert ["event paid", "wait 2 h", "overdue"] == shown("delay", "`3 h` instead of `2 h`")


def test_only_a_host_sees_what_is_entered_anew_other_values_to_choose_and_less_time() -> None:
    sooner = office("delay", "`1 h` instead of `2 h`")
    around = office("target-other", "`shut`: leads to `desk` instead of `open`")
    wider = office("bound", "`1..10` instead of `1..9`")

    assert ("hidden", ("path",)) == (around.verdict, around.parts)
    assert around.course is not None
    assert ("hidden", ("duties",)) == (sooner.verdict, sooner.parts)
    assert ("hidden", ("declared",), None) == (wider.verdict, wider.parts, wider.course)


def test_what_a_change_does_not_take_is_told_and_who_may_not_fill_in_any_more() -> None:
    datum = office("bound", "`1..3` instead of `1..4`")
    filled = office("role-other", "for others: `manager` instead of `agent`")
    chart = parse_policy(OFFICE).chart

    assert datum.lacking is not None
    assert ("amount", 4) == datum.lacking.refused
    assert "changed, `amount` can't be `4`" == outcome_of(datum, chart, "en").course[-1]
    assert ["event paid", "fill write.place"] == shown(
        "role-other", "for others: `manager` instead of `agent`"
    )
    assert "veranderd wordt het laatste niet aangenomen" == outcome_of(filled, chart, "nl").course[-1]


def test_days_and_working_days_are_told_apart_by_a_call_of_another_day() -> None:
    text = """\
policy: waits
format: 1
version: "1"
events: {go: {}}
initial: a
states:
  a: {on: {go: b}}
  b: {after: {2 days: gone}}
  gone: {type: final}
"""
    policy, document = parse_policy(text, name="w.yaml"), read_document(text, "w.yaml", Diagnostics())
    assert document is not None
    (mutant,) = (one for one in mutants_of(document) if one.operator == "timer-unit")

    fate = Mutating(document, policy, [], covered_by(policy, [])).fate(mutant)

    assert "survived" == fate.verdict
    assert fate.lacking is not None
    assert ["wait 3 days", "event go", "wait 2 days", "timer b.after.2 days"] == [
        f"{item.kind} {item.name}" for item in fate.lacking.played.course[1:]
    ]


def test_bounds_that_nothing_comes_to_are_equivalent() -> None:
    assert "equivalent" == office("bound", "`0..2` instead of `0..1`").verdict


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


def fates_of(text: str, name: str = "p.yaml") -> dict[str, Fate]:
    """What comes of each change of a policy without scenarios, by its words."""
    policy, document = parse_policy(text, name=name), read_document(text, name, Diagnostics())
    assert document is not None
    subject = Mutating(document, policy, [], covered_by(policy, []))
    return {fate.mutant.told("en"): fate for fate in subject.fates(mutants_of(document))}


def test_another_default_of_a_datum_shows_where_it_is_left_out() -> None:
    fates = fates_of("""\
policy: p
format: 1
version: "1"
events: {pay: {data: {amount: {range: 0..9, default: 3}}}, z: {}}
initial: s
states:
  s: {on: {pay: [{target: a, when: event.amount > 3}, {target: b, when: event.amount <= 3}]}}
  a: {on: {z: s}}
  b: {on: {z: s}}
""")

    fate = fates["the value `4` instead of `3`"]

    assert ("survived", True) == (fate.verdict, fate.lacking is not None)
    assert "equivalent" == fates["the value `2` instead of `3`"].verdict


def test_lengths_that_only_parameters_say_are_chosen_too() -> None:
    fates = fates_of("""\
policy: p
format: 1
version: "1"
parameters: {short: {range: 1..2, default: 1}, long: {range: 1..2, default: 2}}
events: {z: {}}
initial: s
states:
  s: {after: {short min: a, long min: b}}
  a: {on: {z: s}}
  b: {on: {z: s}}
""")

    fate = fates["`s`: without the timer `long min`"]

    assert fate.lacking is not None
    assert {"short": 2, "long": 1} == dict(fate.lacking.played.scenario.parameters)


def test_another_default_of_a_parameter_shows_where_only_others_are_chosen() -> None:
    fates = fates_of("""\
policy: p
format: 1
version: "1"
parameters: {some: {range: 0..2, default: 0}, more: {range: 0..1, default: 1}}
events: {z: {}}
initial: s
states:
  s: {on: {z: [{when: some > 1 and more == 0, target: a}]}}
  a: {}
""")

    fate = fates["the value `0` instead of `1`"]

    assert fate.lacking is not None
    assert {"some": 2} == dict(fate.lacking.played.scenario.parameters)


WIDE = """\
policy: p
format: 1
version: "1"
parameters: {most: {range: 1..99, default: 3}}
events: {a: {}, z: {}}
initial: s
states:
  s: {on: {a: {target: t, when: most > 90}}}
  t: {on: {z: s}}
"""


@pytest.mark.no_cover
def test_what_more_parameters_than_are_tried_could_show_is_not_decided() -> None:
    fates = fates_of(WIDE)

    dropped = fates["`s`: `a` is not handled"]

    assert dropped.lacking is not None
    most = dropped.lacking.played.scenario.parameters["most"]
    assert isinstance(most, int)
    assert most > 90
    assert "undecided" in {fate.verdict for fate in fates.values()}
    assert "equivalent" not in {fate.verdict for fate in fates.values()}


KERN = """\
policy: kern
format: 1
version: "1"
facts: {gevaar: {enum: [no, yes, unknown], default: unknown}}
context: {n: {counter: 0..2}}
events: {a: {settle: 10 s}, stop: {}}
initial: x
states:
  x:
    forbid: {stop: {when: gevaar != 'no', text: "Nee."}}
    on: {a: {when: n < 2, do: [{add: {n: 1}}]}, stop: y}
  y: {type: final}
"""


@cache
def kern() -> dict[str, Fate]:
    return fates_of(KERN)


def test_another_default_of_a_fact_shows_where_it_is_left_out() -> None:
    fate = kern()["the value `no` instead of `unknown`"]

    assert fate.lacking is not None
    assert {} == dict(fate.lacking.played.scenario.facts)
    assert ["event stop"] == [f"{item.kind} {item.name}" for item in fate.lacking.played.course[1:]]


def test_another_while_in_which_a_repeat_is_ignored_shows_by_a_repeat() -> None:
    fates = {told: fate for told, fate in kern().items() if "10 s" in told}

    assert 3 == len(fates)
    for fate in fates.values():
        assert fate.lacking is not None
        names = [item.name for item in fate.lacking.played.course[1:] if item.kind == "event"]
        assert ["a", "a"] == names
    assert "equivalent" not in {fate.verdict for fate in fates.values()}


@pytest.mark.parametrize(
    "told", ["`x`: without the step `{add: {n: 1}}`", "`x`: the value `2` instead of `1`"]
)
def test_the_told_call_is_a_shortest_one_where_a_variable_differs(told: str) -> None:
    fate = kern()[told]

    assert fate.lacking is not None
    assert ["event a"] == [f"{item.kind} {item.name}" for item in fate.lacking.played.course[1:]]
    assert fate.lacking.failed is not None
    assert fate.lacking.failed.difference is not None
    assert ["context"] == [item.matter for item in fate.lacking.failed.difference.mismatches]
