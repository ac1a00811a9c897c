"""How much is covered, and by which scenarios."""

from __future__ import annotations

from policy_engine.scenarios.coverage.coverage import percent_of, together
from policy_engine.scenarios.coverage.gaps import gaps_of
from policy_engine.scenarios.coverage.words import decimal
from tests.scenarios.coverage.desk import coverage, policy


def test_each_point_knows_the_scenarios_that_come_past_it() -> None:
    found = coverage("  a: {steps: [insult]}\n  b: {steps: [insult, insult]}\n")

    assert ("a", "b") == found.by["talk.on.insult.0"]
    assert ("b",) == found.by["talk.on.insult.1"]
    assert "gone" not in found.by


def test_a_scenario_that_fails_counts_up_to_where_it_stopped() -> None:
    found = coverage("  a: {steps: [insult, insult, name_asked, bell, goes]}\n")

    assert "talk.on.insult.0" in found.by
    assert "talk.on.goes.0" not in found.by


def test_files_of_one_policy_count_together() -> None:
    first, second = coverage("  a: {steps: [insult]}\n"), coverage("  b: {steps: [insult, waits]}\n")

    both = together([first, second])

    assert first.by.keys() | second.by.keys() == both.by.keys()
    assert ("a", "b") == both.by["talk.on.insult.0"]
    assert (len(both.by), len(both.points)) == (both.covered, both.total)


def test_a_share_is_cut_off_so_that_a_hundred_percent_means_all() -> None:
    assert [100.0, 99.9, 0.0, 66.6] == [
        percent_of(some, all_) for some, all_ in ((5, 5), (9_999, 10_000), (0, 3), (2, 3))
    ]
    assert 100.0 == percent_of(0, 0)
    assert ["100", "66.6", "66,6"] == [decimal(100.0, "en"), decimal(66.6, "en"), decimal(66.6, "nl")]


def test_what_no_session_can_come_to_does_not_count_and_is_named() -> None:
    body = """
events: {go: {}}
initial: a
states:
  a: {on: {go: b}}
  b: {}
  c: {on: {go: b}}
"""
    found = coverage("  one: {steps: [go]}\n", body)
    searched = gaps_of(policy(body), found)

    assert ["c", "c.on.go.0"] == [point.id for point in found.missing]
    assert (60.0, 100.0) == (found.percent, searched.coverage.percent)
    assert {"c", "c.on.go.0"} == searched.coverage.unreachable
    assert 0 == len(searched.gaps)


def test_what_is_covered_needs_no_search() -> None:
    body = "events: {go: {}}\ninitial: a\nstates: {a: {on: {go: {}}}}\n"
    found = coverage("  one: {steps: [go]}\n", body)

    assert found is gaps_of(policy(body), found, None).coverage
