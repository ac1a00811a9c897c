"""What there is to cover, and what one step covers of it."""

from __future__ import annotations

from policy_engine.scenarios.coverage.points import Points
from tests.scenarios.coverage.desk import coverage, covered, policy

FORBID = "talk.forbid.goes.0"


def test_the_points_are_the_states_the_branches_and_the_outcomes_of_what_refuses() -> None:
    points = Points(policy().automaton.chart).all.values()

    assert {
        ("talk", "state"),
        ("talk.forbid.goes.0.refused", "refused"),
        ("talk.forbid.goes.0.passed", "passed"),
        ("talk.forbid.bell.1.refused", "refused"),
        ("talk.on.insult.0", "branch"),
        ("talk.on.insult.1", "branch"),
        ("talk.on.goes.0", "branch"),
        ("talk.on.waits.0", "branch"),
        ("listen", "state"),
        ("listen.forbid.goes.0.refused", "refused"),
        ("listen.forbid.goes.0.passed", "passed"),
        ("listen.on.note.0", "branch"),
        ("listen.on.note.0.lacking", "lacking"),
        ("noted", "state"),
        ("noted.after.2 min.0", "branch"),
        ("noted.after.5 min.0", "branch"),
        ("away", "state"),
        ("away.after.30 s.0", "branch"),
        ("hall", "state"),
        ("hall.done.0", "branch"),
        ("stand", "state"),
        ("stand.always.0", "branch"),
        ("seated", "state"),
        ("gone", "state"),
    } == {(point.id, point.kind) for point in points}


def test_the_points_stand_in_the_order_of_the_file() -> None:
    points = list(Points(policy().automaton.chart).all.values())

    assert points == sorted(points, key=lambda point: point.span.order)
    assert ["talk", "talk.forbid.goes.0.refused"] == [point.id for point in points[:2]]


def test_branches_of_a_list_are_told_apart() -> None:
    assert {"talk.on.insult.0"} == covered("insult")
    assert {"talk.on.insult.0", "talk.on.insult.1"} == covered("insult", "insult")


def test_a_forbid_is_refusing_or_letting_through() -> None:
    assert {f"{FORBID}.refused", "listen.forbid.goes.0.passed"} == covered(
        "{event: goes, verdict: forbidden}"
    )
    assert {
        "talk.on.insult.0",
        f"{FORBID}.passed",
        "listen.forbid.goes.0.passed",
        "talk.on.goes.0",
    } == covered("insult", "goes")


def test_a_forbid_that_is_not_asked_because_an_inner_one_refuses_is_not_come_past() -> None:
    assert {"listen.forbid.goes.0.refused"} == covered(
        "{event: goes, verdict: forbidden}", facts="{armed: true}"
    )


def test_a_forbid_without_a_condition_only_refuses() -> None:
    assert {"talk.forbid.bell.1.refused"} == covered("{event: bell, verdict: forbidden}")


def test_an_event_that_a_role_may_not_report_comes_past_nothing() -> None:
    assert set() == covered("{event: note, by: clerk, verdict: rejected}")


def test_what_is_required_and_lacking_is_a_point_of_its_own() -> None:
    assert {"listen.on.note.0.lacking"} == covered("{event: note, verdict: forbidden}")
    assert {"listen.on.note.0"} == covered("name_asked", "note")


def test_timers_always_and_done_count_as_branches() -> None:
    assert {"listen.on.note.0", "noted.after.2 min.0"} == covered("name_asked", "note", "{wait: 2 min}")
    assert {"talk.on.waits.0", "stand.always.0", "hall.done.0"} == covered("waits", facts="{armed: true}")
    assert "stand.always.0" in covered("waits", "{learn: {armed: true}}")


def test_a_scenario_with_parameters_of_its_own_counts_for_the_same_policy() -> None:
    assert {"talk.on.insult.0"} == covered("insult", "insult", parameters="{patience: 2}")


def test_a_raised_event_that_is_refused_counts_for_who_refused_it() -> None:
    body = """
events: {go: {}, ring: {}}
initial: a
states:
  a: {on: {go: {do: [{raise: ring}]}}, forbid: {ring: "No noise."}}
"""

    found = coverage("  one: {steps: [go]}\n", body)

    assert {"a", "a.on.go.0", "a.forbid.ring.0.refused"} == set(found.by)


def test_points_are_told_in_words_in_both_languages() -> None:
    points = Points(policy().automaton.chart).all

    assert [
        "`noted`: never entered",
        "in `talk`, `insult`, branch 1 of 2: never taken",
        "in `talk`, `insult`, `else`: never taken",
        "in `noted`, `after 2 min`: never taken",
        "in `hall`, `done`: never taken",
        "in `talk`, `forbid` of `goes`: never let through",
        "in `listen`, `note`: never refused for want of what it requires",
    ] == [
        points[id].told("en")
        for id in (
            "noted",
            "talk.on.insult.0",
            "talk.on.insult.1",
            "noted.after.2 min.0",
            "hall.done.0",
            "talk.forbid.goes.0.passed",
            "listen.on.note.0.lacking",
        )
    ]
    assert "in `talk`, `insult`, tak 1 van 2: nooit genomen" == points["talk.on.insult.0"].told("nl")
