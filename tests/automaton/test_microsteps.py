"""What a microstep does to the states is worked out once for each situation."""

from __future__ import annotations

from policy_engine.automaton.microsteps import first_microstep, microstep
from tests.small import small_policy

POLICY = small_policy("""
actions: {leave: {}, arrive: {}, go: {}}
initial: one
states:
  one: {exit: [leave], on: {a: {target: two, do: [go]}, b: {do: [go]}}}
  two: {initial: inner, entry: [arrive], done: one, states: {inner: {type: final}}}
  over: {type: final}
""")
PROGRAM = POLICY.automaton.program
A, B, _ = PROGRAM.arrows
ONE, TWO, INNER = 1, 2, 3


def actions(code: tuple[object, ...]) -> list[str]:
    return [step.action for step in code]  # type: ignore[attr-defined]  # they are actions


def test_one_situation_is_worked_out_once() -> None:
    step = microstep(PROGRAM, 1 << ONE, (), [A])

    assert step is microstep(PROGRAM, 1 << ONE, (), [A])
    assert step is not microstep(PROGRAM, 1 << ONE, (), [B])


def test_exits_run_before_the_transition_and_entries_after_it() -> None:
    step = microstep(PROGRAM, 1 << ONE, (), [A])

    assert ((ONE,), (TWO, INNER)) == (step.left, step.entered)
    assert ["leave", "go"] == actions(step.code)
    assert [(["arrive"], ()), ([], (TWO,))] == [(actions(code), done) for code, done in step.arrivals]
    assert 1 << TWO | 1 << INNER == step.configuration
    assert not step.is_last


def test_a_transition_without_a_target_leaves_the_states_as_they_are() -> None:
    step = microstep(PROGRAM, 1 << ONE, (), [B])

    assert (1 << ONE, (), ()) == (step.configuration, step.left, step.entered)


def test_the_first_one_enters_the_initial_state() -> None:
    assert (ONE,) == first_microstep(PROGRAM).entered
