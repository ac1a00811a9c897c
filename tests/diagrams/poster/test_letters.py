import re

from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.phrasing import guard_words
from policy_engine.diagrams.poster import poster
from policy_engine.diagrams.poster.letters import lettered, letters_of
from policy_engine.diagrams.theme import Look
from policy_engine.model.chart import Chart
from policy_engine.model.expressions.tree import Expr
from tests.diagrams.examples import figure
from tests.diagrams.poster.geometry import texts
from tests.small import small_policy

BODY = """
context:
  x: {flag: false, label: "the caller stays calm"}
  y: {flag: false, label: "the manager is busy"}
  z: {flag: false, label: short}
guards:
  calm: x
  busy: y
  once: x and not y
  brief: z
  endless: "x and not y and z and (not x or y or not z) and (x or z) and (y or not x)"
initial: one
states:
  one:
    on:
      a: {when: calm, target: two}
      b: {when: not calm and busy, target: two}
      c: {when: busy, target: two}
      d: {when: once or x, target: two}
      e: {when: calm or busy and not brief, target: two}
  two:
    forbid: {e: {when: brief, text: "no"}}
    on: {a: {when: not (calm and busy), target: one}, b: {when: endless, target: one}}
"""


def chart() -> Chart:
    return small_policy(BODY).chart


def condition(event: str) -> Expr:
    transition = next(item for item in chart().transitions if item.events == (event,))
    assert transition.guard is not None
    return transition.guard


def test_a_condition_that_stands_there_more_than_once_has_a_letter_and_so_has_one_that_is_too_long() -> None:
    assert {"calm": "A", "busy": "B", "endless": "C"} == letters_of(figure_of(chart()))


def test_letters_stand_for_conditions_their_opposites_and_their_parts() -> None:
    letters = {"calm": "A", "busy": "B"}

    assert "A" == lettered(chart(), condition("a"), letters, "en")
    assert "not A and B" == lettered(chart(), condition("b"), letters, "en")
    assert "A or (B and short = no)" == lettered(chart(), condition("e"), letters, "en")


def test_what_has_no_letter_is_written_out() -> None:
    words = lettered(chart(), condition("d"), {"calm": "A"}, "en")

    assert "the caller stays calm" in words
    assert "A" not in words


def test_the_opposite_of_several_is_written_out() -> None:
    [denied] = [item.guard for item in chart().transitions if item.id == "two.on.a.0"]
    assert denied is not None

    words = lettered(chart(), denied, {"calm": "A", "busy": "B"}, "en")

    assert words == guard_words(chart(), denied, "en")


def test_the_foot_explains_no_letter_that_a_poster_does_not_bear() -> None:
    [scene] = poster(figure("complaint_talk"), languages=("nl",), paper=Paper("a4"), look=Look())

    explained = [text.words[0] for text in texts(scene) if re.match("[A-Z]:$", text.words)]
    assert ["C"] == explained
