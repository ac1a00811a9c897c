import pytest

from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.graph.course import Course, course_of
from tests.diagrams import examples
from tests.diagrams.random_policies import thirty
from tests.model.reading import chart_of


def course(body: str) -> Course:
    """What is drawn of a policy with three events."""
    events = "events: {up: {tone: escalates}, down: {tone: calms}, more: {tone: escalates}}\n"
    return course_of(figure_of(chart_of(events + body)))


def drawn(found: Course) -> list[tuple[str, str, list[str]]]:
    """Ways, tails and links of the pills."""
    return [(pill.way, pill.tail, [link.id for link in pill.links]) for pill in found.pills]


def referred(found: Course) -> dict[str, list[str]]:
    """The links that are not drawn."""
    return {state: [link.id for link in links] for state, links in found.references.items()}


def test_steps_along_the_spine_and_one_step_back_are_drawn() -> None:
    found = course("initial: a\nstates: {a: {on: {up: b}}, b: {on: {down: a}}}\n")

    assert [("spine", "a", ["a.on.up.0"]), ("back", "b", ["b.on.down.0"])] == drawn(found)
    assert {} == referred(found)


def test_what_leads_far_or_stays_is_a_reference() -> None:
    found = course(
        "initial: a\nstates: {a: {on: {up: b, down: {}}}, b: {on: {up: c}}, c: {on: {down: a, more: c}}}\n"
    )

    assert {"a": ["a.on.down.0"], "c": ["c.on.down.0", "c.on.more.0"]} == referred(found)


def test_transitions_between_the_same_cards_share_a_pill() -> None:
    found = course("initial: a\nstates: {a: {on: {up: b}, after: {1 min: b}}, b: {}}\n")

    assert [("spine", "a", ["a.on.up.0", "a.after.1 min.0"])] == drawn(found)


def test_a_card_beside_the_spine_is_drawn_from_where_it_is_reached_first() -> None:
    found = course(
        "initial: x\n"
        "states:\n"
        "  x: {initial: a, on: {more: side}, states: {a: {on: {up: b, down: side}}, b: {on: {up: over}}}}\n"
        "  over: {type: final}\n"
        "  side: {}\n"
    )

    assert ("side", "a", ["x.on.more.0"]) in drawn(found)
    assert {"a": ["a.on.down.0"]} == referred(found)


def test_what_leads_back_into_a_box_is_a_reference() -> None:
    found = course(
        "initial: x\n"
        "states:\n"
        "  x: {initial: a, on: {up: hold}, states: {a: {}, h: {type: history}}}\n"
        "  hold: {on: {down: h}}\n"
    )

    assert {"hold": ["hold.on.down.0"]} == referred(found)


@pytest.mark.no_cover
def test_no_transition_is_lost_or_told_twice() -> None:
    for chart in (*map(examples.chart, examples.TEN), *thirty()):
        figure = figure_of(chart)
        found = course_of(figure)

        told = [link.id for pill in found.pills for link in pill.links]
        told += [link.id for links in found.references.values() for link in links]
        assert sorted(link.id for link in figure.links) == sorted(told)
