"""Each kind of change makes a named scenario fail."""

from __future__ import annotations

import pytest

from policy_engine.scenarios.mutation.operators import OPERATORS
from policy_engine.scenarios.run import run_scenario
from tests.scenarios.mutation import clinic, ward
from tests.scenarios.mutation.clinic import mutant, mutants, noticed

NOTICED = (
    ("target-other", "`away`: leads to `over` instead of `gone`", "sent_away"),
    ("target-other", "`away`: leads to `talk` instead of `gone`", "sent_away"),
    ("target-dropped", "`away`: does not lead to `back` any more", "comes_back"),
    ("target-dropped", "`hall`: does not lead to `talk` any more", "leaves_the_hall"),
    ("branch-dropped", "`talk`: without the branch `{else: away}`", "sent_away"),
    ("branch-dropped", "`hall`: without the branch `always`", "all_through"),
    ("branch-dropped", "`hall`: without the branch `done`", "all_through"),
    ("internal-dropped", "`talk`: without `internal`", "three_hours"),
    ("condition-negated", "`not (warnings >= patience)` instead of `warnings >= patience`", "not_yet"),
    ("condition-negated", "`listen`: `not (visits < 2)` instead of `visits < 2`", "visits_twice"),
    ("condition-dropped", "`talk`: without the condition `warnings < 1 and not busy`", "busy_goes"),
    ("condition-dropped", "`hall`: without the condition `busy`", "asks_a_lot"),
    ("condition-part", "`talk`: `not busy` instead of `warnings < 1 and not busy`", "not_yet"),
    ("condition-part", "`talk`: `warnings < 1` instead of `warnings < 1 and not busy`", "busy_goes"),
    (
        "comparison",
        "`listen`: `event.grade >= 3 or risk == 'high'` instead of `event.grade > 3 or risk == 'high'`",
        "asks_little",
    ),
    (
        "comparison",
        "`listen`: `event.grade > 3 or risk != 'high'` instead of `event.grade > 3 or risk == 'high'`",
        "at_risk",
    ),
    (
        "and-or",
        "`listen`: `event.grade > 3 and risk == 'high'` instead of `event.grade > 3 or risk == 'high'`",
        "asks_a_lot",
    ),
    (
        "constant",
        "`talk`: `warnings < 2 and not busy` instead of `warnings < 1 and not busy`",
        "not_yet",
    ),
    (
        "constant",
        "`listen`: `event.grade > 3 or risk == 'unknown'` instead of `event.grade > 3 or risk == 'high'`",
        "at_risk",
    ),
    ("constant-of-value", "`listen`: `warnings + 2` instead of `warnings + 1`", "tense"),
    ("plus-minus", "`listen`: `warnings - 1` instead of `warnings + 1`", "tense"),
    ("handler-dropped", "`listen`: `calms` is not handled", "tense"),
    ("handler-event", "`away`: handles `late` instead of `returns`", "comes_back"),
    ("handler-event", "`talk`: handles `goes or rings` instead of `goes or returns`", "goes_back"),
    ("handler-event-left-out", "`talk`: handles `goes` instead of `goes or returns`", "goes_back"),
    ("forbid-dropped", "`talk`: `goes or rings` is not refused", "not_yet"),
    ("forbid-event", "`talk`: refuses `goes or late` instead of `goes or rings`", "not_yet"),
    ("forbid-event-left-out", "`talk`: refuses `rings` instead of `goes or rings`", "not_yet"),
    ("event-other", "`listen`: `goes` instead of the event `visit`", "asks_little"),
    ("event-other", "`away`: `late` instead of the event `rings`", "rung"),
    ("step-dropped", "`away`: without the step `help`", "sent_away"),
    ("step-dropped", "`listen`: without the step `{set: {mood: tense}}`", "tense"),
    ("step-dropped", "`away`: without the step `{send: {event: rings, delay: 1 min}}`", "rung"),
    ("action-other", "`manager_talks`: the action `note` instead of `help`", "manager_needed"),
    ("steps-swapped", "`away`: `help` before `report`", "sent_away"),
    ("value", "`listen`: the value `false` instead of `true`", "tense"),
    ("value", "`listen`: the value `0` instead of `1`", "asks_little"),
    ("value", "`listen`: the value `fine` instead of `tense`", "tense"),
    ("value", "the value `3` instead of `2`", "sent_away"),
    ("value", "the value `high` instead of `low`", "asks_little"),
    ("value-left-out", "`listen`: `urgent` is not told", "tense"),
    ("bound", "`0..1` instead of `0..2`", "visits_twice"),
    ("timer", "`away`: after `1 min` instead of `2 min`", "sent_away"),
    ("timer", "`away`: after `3 min` instead of `2 min`", "sent_away"),
    ("timer-dropped", "`manager_talks`: without the timer `20 min`", "manager_needed"),
    ("delay", "`6 s` instead of `5 s`", "sent_away"),
    ("delay", "`11 min` instead of `10 min`", "visits_twice"),
    ("delay", "`manager_talks`: `2 h` instead of `1 h`", "manager_needed"),
    ("delay-dropped", "without the time `5 s`", "sent_away"),
    ("delay-dropped", "`away`: without the time `1 min`", "rung"),
    (
        "role-added",
        "also for others: `[agent, manager, guard]` instead of `[agent, manager]`",
        "manager_needed",
    ),
    (
        "role-added",
        "`stand`: also for others: `[manager, agent, guard]` instead of `[manager, agent]`",
        "leaves_the_hall",
    ),
    ("role-other", "`manager_talks`: for others: `guard` instead of `[manager]`", "manager_needed"),
    ("role-other", "`stand`: for others: `[manager]` instead of `[manager, agent]`", "all_through"),
    ("roles-dropped", "for everyone, not for `manager` only", "manager_needed"),
    ("requires-dropped", "`listen`: without `requires` of `[name_asked, reason_asked]`", "manager_needed"),
    (
        "requires-less",
        "`listen`: requires `[reason_asked]` instead of `[name_asked, reason_asked]`",
        "manager_needed",
    ),
    ("initial", "`hall`: begins in `sit` instead of `stand`", "asks_a_lot"),
    ("initial", "begins in `away` instead of `talk`", "busy_goes"),
    ("history-deep", "`back`: `deep: true` instead of `deep: false`", "all_through"),
    ("history-target", "`back`: goes to `sit` instead of `stand`", "comes_back"),
    ("outcome", "`gone`: the outcome `gone` instead of `left`", "busy_goes"),
    ("outcome", "`gone`: the outcome `over` instead of `left`", "busy_goes"),
    ("must-dropped", "`manager_talks`: `decides` need not be done", "manager_needed"),
    ("must-part", "`manager_talks`: without `overdue: late`", "manager_needed"),
    ("must-part", "`manager_talks`: without `until: hall`", "nobody_decides"),
)

NOTICED_IN_THE_WARD = (
    ("branches-swapped", "`door`: `event.grade > 2` and `else` exchange what they do", "not_to_bed"),
    ("regions-swapped", "`bed`: `right` before `left`", "to_bed"),
    ("timers-swapped", "`lounge`: `long min` before `short min`", "equally_long"),
    ("timer-unit", "`desk`: after `5 days` instead of `5 working_days`", "worked"),
    (
        "timer-unit",
        "`drawer`: after `long days - 1 days` instead of `long weeks - 1 days`",
        "not_yet_drawn",
    ),
    ("timer-part", "`drawer`: after `long weeks` instead of `long weeks - 1 days`", "drawn"),
    ("delay-unit", "`post`: `2 working_days at 15:00` instead of `2 days at 15:00`", "posted_on_friday"),
    ("delay-part", "`post`: `2 days` instead of `2 days at 15:00`", "posted"),
    ("event-other", "`door`: `rings` instead of the event `late`", "seen_late"),
    ("must-until", "`door`: `bed` does not lift what must be done", "to_bed"),
    ("must-event", "`door`: `seen` must be done instead of `seen or asked`", "looked"),
    ("must-event", "`door`: `asked` must be done instead of `seen`", "seen_late"),
    ("field-dropped", "`words` is not written down", "not_to_bed"),
    ("field-dropped", "`witness` is not written down", "filed"),
    ("field-required", "whether `place` may stay empty is the other way round", "filed"),
    ("field-required", "whether `witness` may stay empty is the other way round", "filed"),
    ("role-other", "for others: `agent` instead of `[manager]`", "filed"),
    ("lapse", "lapses as `{after: 2 h, when: all}` instead of `2 h`", "walked"),
    ("lapse", "lapses as `2 h` instead of `{after: 2 h, when: all}`", "fell"),
    ("bound", "`1..3` instead of `1..4`", "to_bed"),
    ("value", "the value `3` instead of `2`", "equally_long"),
    ("value", "the value `true` instead of `false`", "called"),
)


def test_all_scenarios_pass_on_the_policy_as_it_is() -> None:
    for place in (clinic, ward):
        failed = [
            name for name, one in place.scenarios().items() if not run_scenario(place.policy(), one).passed
        ]

        assert [] == failed


@pytest.mark.parametrize(("operator", "told", "scenario"), NOTICED)
def test_a_change_makes_a_named_scenario_fail(operator: str, told: str, scenario: str) -> None:
    assert scenario == noticed(mutant(operator, told), [scenario])


@pytest.mark.parametrize(("operator", "told", "scenario"), NOTICED_IN_THE_WARD)
def test_a_change_of_time_order_or_duties_makes_a_named_scenario_fail(
    operator: str, told: str, scenario: str
) -> None:
    assert scenario == ward.noticed(operator, told, scenario)


def test_every_operator_has_a_scenario_that_notices_it() -> None:
    assert set(OPERATORS) == {operator for operator, _, _ in (*NOTICED, *NOTICED_IN_THE_WARD)}


def test_timers_whose_lengths_are_written_out_are_never_equally_long() -> None:
    assert not [one for one in clinic.mutants() if one.operator == "timers-swapped"]


def test_every_mutant_says_what_was_changed_in_both_languages() -> None:
    for one in mutants():
        assert one.told("en")
        assert one.told("en") != one.told("nl") or one.change.old in one.told("nl")


def test_no_two_mutants_are_the_same_change() -> None:
    told = [(one.operator, one.span, one.told("en")) for one in mutants()]

    assert len(told) == len(set(told))
