"""A difference is told with the lines that were changed, also where it shows far from them."""

from __future__ import annotations

import policy_engine as pe
from policy_engine.diff.comparison import compare_policies

OLD = """
policy: ban
format: 1
version: "1"
roles: {agent: {}, manager: {}}
context: {warnings: {counter: 0..2, lapse: 12 months}}
events: {insults: {}, lifted: {by: [manager]}, greets: {}}
actions: {note: {}}
initial: welcome
states:
  welcome:
    on:
      insults: {when: warnings < 2, do: [{add: {warnings: 1}}], target: warned}
  warned:
    on:
      insults: banned
    always: {when: warnings == 0, target: welcome}
  banned:
    entry: [{set: {warnings: 0}}]
    on:
      lifted: welcome
  gone: {}
"""


def lines(*changes: tuple[str, str]) -> list[tuple[list[int], list[int]]]:
    """The lines of each difference in both versions."""
    new = OLD
    for before, after in changes:
        assert before in new
        new = new.replace(before, after)
    groups = compare_policies(pe.parse_policy(OLD), pe.parse_policy(new)).groups
    causes = [group.cause for group in groups]
    return [([at.line for at in one.old_lines], [at.line for at in one.new_lines]) for one in causes]


def test_value_that_is_set_otherwise_is_the_line_where_it_is_set() -> None:
    found = lines(("      lifted: welcome", "      lifted: {target: welcome, do: [{set: {warnings: 1}}]}"))

    assert {((21,), (21,))} == {(tuple(old), tuple(new)) for old, new in found}


def test_step_on_entering_a_state_is_the_line_of_the_step() -> None:
    found = lines(("entry: [{set: {warnings: 0}}]", "entry: [note]"))

    assert {((19,), (19,))} >= {(tuple(old), tuple(new)) for old, new in found[1:]}
    assert ([19], [19]) in found


def test_event_that_somebody_else_may_report_is_the_line_of_the_event() -> None:
    assert [([7], [7])] == lines(("lifted: {by: [manager]}", "lifted: {}"))


def test_period_after_which_something_lapses_is_its_own_line() -> None:
    assert [([6], [6])] == lines(("12 months", "6 months"))


def test_refusal_that_is_new_stands_beside_what_it_refuses() -> None:
    found = lines(("    always:", "    forbid: {insults: Stop.}\n    always:"))

    assert [([16], [17])] == found


def test_where_something_is_done_is_told_before_where_it_is_only_refused() -> None:
    old = pe.parse_policy(OLD)
    (group,) = compare_policies(
        old, pe.parse_policy(OLD.replace("lifted: {by: [manager]}", "lifted: {}"))
    ).groups

    assert ("banned",) == group.states
    assert "applied" in {one.verdict for one in group.difference.new}
