import pytest

from policy_engine.diagrams.memory import Memory
from policy_engine.model.chart import Chart
from tests.diagrams import examples
from tests.model.reading import chart_of


def recalls(chart: Chart, history: str, source: str) -> bool:
    """Whether a history may remember something where a transition of the source is taken."""
    index = {state.id: state.index for state in chart.states}
    return Memory(chart).may_recall(index[history], index[source])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("listening", False),
        ("question", True),
        ("proposing", True),
        ("on_hold", True),
        ("conversation", True),
    ],
)
def test_a_box_is_remembered_only_after_it_has_been_active(source: str, expected: bool) -> None:
    assert expected == recalls(examples.figure("hold_the_line").chart, "last_question", source)


SHALLOW = """
events: {up: {}, out: {}, back: {}}
initial: whole
states:
  whole:
    initial: first
    on: {out: away}
    states:
      again: {type: history}
      first: {on: {up: box}}
      box: {initial: low, states: {box_again: {type: history}, low: {}}}
  away: {on: {back: again}}
"""


def test_a_shallow_history_may_enter_anything_in_its_box() -> None:
    assert recalls(chart_of(SHALLOW), "box_again", "first")


def test_a_deep_history_enters_what_was_found_while_its_box_was_active() -> None:
    deep = SHALLOW.replace("again: {type: history}", "again: {type: history, deep: true}", 1)

    assert not recalls(chart_of(deep), "box_again", "first")


def test_a_deep_history_that_is_taken_inside_its_own_box_may_remember_an_earlier_visit() -> None:
    deep = SHALLOW.replace("again: {type: history}", "again: {type: history, deep: true}", 1)
    inside = deep.replace("low: {}", "low: {on: {back: {target: again}}}")

    assert recalls(chart_of(inside), "box_again", "first")


def test_regions_run_at_the_same_time() -> None:
    chart = chart_of(
        "events: {a: {}}\n"
        "initial: both\n"
        "states:\n"
        "  both:\n"
        "    type: parallel\n"
        "    states:\n"
        "      one: {initial: low, states: {again: {type: history}, low: {}}}\n"
        "      two: {initial: wait, states: {wait: {on: {a: again}}}}\n"
    )

    assert recalls(chart, "again", "wait")
