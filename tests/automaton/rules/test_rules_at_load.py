"""What the rules make of a policy when it is loaded: mistakes and warnings."""

from __future__ import annotations

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.policy import check_policy
from tests.oracle.course import policy


def found(text: str) -> list[str]:
    """The codes of what is wrong with a policy, or noticed."""
    sink = Diagnostics()
    check_policy(text, "<policy>", sink)
    return [one.code for one in sink.sorted()]


@pytest.mark.parametrize("target", ["two", "one"])
def test_rule_01_internal_needs_a_compound_source_and_targets_inside_it(target: str) -> None:
    text = policy(
        f"one: {{on: {{go: {{target: {target}, internal: true}}}}}}\ntwo: {{}}", initial="one", events="go"
    )

    assert any("internal" in code for code in found(text))


def test_rule_02_always_that_goes_round_is_refused() -> None:
    text = policy("one: {always: two}\ntwo: {always: one}", initial="one")

    assert "endless-macrostep" in found(text)


def test_rule_02_raising_that_goes_round_is_refused() -> None:
    text = policy("one: {on: {go: {do: [{raise: go}]}}}", initial="one", events="go")

    assert "endless-macrostep" in found(text)


def test_rule_02_sending_that_goes_round_in_one_call_is_refused() -> None:
    text = policy("one: {on: {go: {do: [{send: {event: go}}]}}}", initial="one", events="go")

    assert "endless-macrostep" in found(text)


def test_rule_02_sending_with_a_delay_may_go_round() -> None:
    text = policy("one: {on: {go: {do: [{send: {event: go, delay: 1 s}}]}}}", initial="one", events="go")

    assert [] == found(text)


LEVEL = "facts: {level: {range: 0..2, default: 0}, name: {text: ''}}"


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("level < 2", "level > 0", ["overlapping-branches"]),
        ("level < 1", "level > 1", ["branch-gap"]),
        ("level < 1", "level >= 1", []),
        ("name == 'Jansen'", "level == 0", ["open-branches", "branch-gap"]),
        ("name == 'Jansen'", "name != 'Jansen'", []),
    ],
)
def test_rule_03_branches_exclude_each_other(first: str, second: str, codes: list[str]) -> None:
    text = policy(
        f"""
        one:
          on:
            go:
              - {{when: "{first}", target: two}}
              - {{when: "{second}", target: three}}
        two: {{}}
        three: {{}}
        """,
        initial="one",
        events="go",
        more=LEVEL,
    )

    assert sorted(codes) == sorted(found(text))


def test_rule_06_set_that_could_leave_its_range_is_refused() -> None:
    text = policy(
        "one: {on: {go: {do: [{add: {n: 1}}]}}}",
        initial="one",
        events="go",
        more="context: {n: {counter: 0..2}}",
    )

    assert ["leaves-range"] == found(text)


def test_rule_09_two_timers_of_equal_length_are_refused() -> None:
    text = policy("one: {after: {60 s: two, 1 min: three}}\ntwo: {}\nthree: {}", initial="one")

    assert ["equal-after"] == found(text)
