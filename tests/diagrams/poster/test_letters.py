from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.poster.letters import lettered, letters_of
from policy_engine.model.chart import Chart
from policy_engine.model.expressions.tree import Expr
from tests.small import small_policy

BODY = """
context: {x: {flag: false}, y: {flag: false}}
guards: {calm: x, busy: y, once: x and y}
initial: one
states:
  one:
    on:
      a: {when: calm, target: two}
      b: {when: not calm and busy, target: two}
      c: {when: busy, target: two}
      d: {when: once or x, target: two}
  two:
    forbid: {e: {when: once, text: "no"}}
"""


def chart() -> Chart:
    return small_policy(BODY).chart


def condition(event: str) -> Expr:
    [transition] = [item for item in chart().transitions if item.events == (event,)]
    assert transition.guard is not None
    return transition.guard


def test_a_named_condition_that_stands_there_more_than_once_has_a_letter() -> None:
    assert {"calm": "A", "busy": "B"} == letters_of(figure_of(chart()))


def test_letters_stand_for_conditions_their_opposites_and_their_parts() -> None:
    letters = {"calm": "A", "busy": "B"}

    assert "A" == lettered(chart(), condition("a"), letters, "en")
    assert "not A and B" == lettered(chart(), condition("b"), letters, "en")


def test_what_has_no_letter_is_written_out() -> None:
    words = lettered(chart(), condition("d"), {"calm": "A"}, "en")

    assert "x" in words
    assert "A" not in words
