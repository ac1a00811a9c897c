"""Decisions are cut into the microsteps that they were made of."""

from __future__ import annotations

from policy_engine.interop.course import Courses, Microstep
from tests.interop.policies import steps


def courses() -> Courses:
    return Courses(steps().automaton.program.topology)


def test_the_start_has_no_exits() -> None:
    assert (Microstep((), ("outer", "first"), ("outer", "first"), ("first",)),) == courses().microsteps(
        (), (), ("outer", "first")
    )


def test_a_chain_is_cut_where_the_configuration_is_legal() -> None:
    assert (
        Microstep(("first",), ("inner",), ("outer", "inner"), ("inner",)),
        Microstep(("inner",), ("last",), ("outer", "last"), ("last",)),
    ) == courses().microsteps(("first",), ("first", "inner"), ("inner", "last"))


def test_regions_that_move_one_after_the_other_are_told_from_those_that_move_at_once() -> None:
    before = ("l1", "r1")

    at_once = courses().microsteps(before, ("r1", "l1"), ("l2", "r2"))
    left_first = courses().microsteps(before, ("l1", "r1"), ("l2", "r2"))
    right_first = courses().microsteps(before, ("r1", "l1"), ("r2", "l2"))

    assert [(("r1", "l1"), ("l2", "r2"))] == [(step.exited, step.entered) for step in at_once]
    assert [(("l1",), ("l2",)), (("r1",), ("r2",))] == [(step.exited, step.entered) for step in left_first]
    assert [(("r1",), ("r2",)), (("l1",), ("l2",))] == [(step.exited, step.entered) for step in right_first]


def test_a_state_that_is_left_and_entered_again_is_one_microstep() -> None:
    before, states = ("l2", "r1"), ("both", "left", "l1", "right", "r1")

    (step,) = courses().microsteps(before, ("r1", "right", "l2", "left", "both"), states)

    assert (states, ("l1", "r1")) == (step.active, step.leaves)


def test_nothing_that_moved_is_no_microstep() -> None:
    assert () == courses().microsteps(("first",), (), ())
