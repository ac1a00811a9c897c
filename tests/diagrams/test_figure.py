import pytest

from policy_engine.diagrams.figure import Link, cards_in, figure_of
from tests.diagrams import examples
from tests.diagrams.random_policies import thirty
from tests.model.reading import chart_of

SMALL = """
events: {a: {}, b: {}}
actions: {inform: {}, write: {}}
context: {n: {counter: 0..3}}
initial: one
states:
  one:
    on:
      a: {target: back, do: [inform, {add: {n: 1}}, write]}
      b: {do: [inform]}
    after: {2 min: [{when: n > 1, target: box}, {else: over}]}
  over: {type: final}
  box:
    initial: two
    always: {when: n > 2, target: over}
    done: both
    states:
      two: {on: {a: inner_end}}
      inner_end: {type: final}
      back: {type: history}
  both: {type: parallel, states: {left: {}, right: {initial: three, states: {three: {}}}}}
"""


def link(id: str) -> Link:
    """A link of the small policy."""
    return next(link for link in figure_of(chart_of(SMALL)).links if link.id == id)


def test_cards_are_numbered_along_the_spine_then_as_they_stand_with_endings_last() -> None:
    figure = figure_of(chart_of(SMALL))

    numbers = {id: card.number for id, card in figure.cards.items()}
    assert ("one", "two", "inner_end", "left", "three") == figure.spine
    assert {"one": 1, "two": 2, "inner_end": 3, "left": 4, "three": 5, "over": 6} == numbers


def test_an_ending_beside_the_spine_gets_its_number_after_all_that_goes_on() -> None:
    figure = figure_of(
        chart_of(
            "events: {up: {tone: escalates}, out: {}}\n"
            "initial: a\n"
            "states:\n"
            "  a: {on: {up: z, out: side}}\n"
            "  early: {type: final}\n"
            "  side: {on: {out: early}}\n"
            "  z: {type: final}\n"
        )
    )

    assert {"a": 1, "z": 2, "side": 3, "early": 4} == {id: card.number for id, card in figure.cards.items()}


@pytest.mark.no_cover
def test_numbers_are_given_once_each_in_every_policy() -> None:
    figures = [figure_of(chart) for chart in (*map(examples.chart, examples.TEN), *thirty())]

    for figure in figures:
        assert list(range(1, len(figure.cards) + 1)) == sorted(card.number for card in figure.cards.values())


def test_boxes_hold_cards_and_boxes_but_no_history() -> None:
    figure = figure_of(chart_of(SMALL))

    inside = {id: (box.box, box.parallel, box.children) for id, box in figure.boxes.items()}
    assert {
        "box": (None, False, ("two", "inner_end")),
        "both": (None, True, ("left", "right")),
        "right": ("both", False, ("three",)),
    } == inside
    assert ("one", "over", "box", "both") == figure.top
    assert ("both", None) == (figure.boxes["right"].box, figure.cards["one"].box)


def test_the_cards_of_a_box_are_found_however_deep_they_lie() -> None:
    figure = figure_of(chart_of(SMALL))

    assert ("left", "three") == cards_in(figure, "both")
    assert ("left",) == cards_in(figure, "left")


def test_a_link_to_a_history_leads_back_and_arrives_at_where_the_box_begins() -> None:
    found = link("one.on.a.0")

    assert (True, ("back",), ("box",), ("two",), ("inform", "write")) == (
        found.back,
        found.ends,
        found.remembered,
        found.arrivals,
        found.actions,
    )


BEGINS_WITH_HISTORY = """
events: {up: {tone: escalates}, down: {tone: calms}, on: {tone: escalates}}
initial: out
states:
  out: {on: {up: box}}
  box:
    initial: again
    on: {on: after}
    states:
      again: {type: history, target: low}
      low: {on: {up: high}}
      high: {}
  after: {on: {down: box, up: both}}
  both:
    type: parallel
    on: {down: side}
    states:
      left: {initial: left_again, states: {left_again: {type: history, target: three}, three: {}, four: {}}}
      side: {initial: five, states: {five: {}}}
"""


@pytest.mark.parametrize(
    ("id", "ends", "remembered", "arrivals"),
    [
        ("out.on.up.0", ("low",), (), ("low",)),
        ("after.on.down.0", ("again",), ("box",), ("low",)),
        ("after.on.up.0", ("three", "five"), (), ("three", "five")),
        ("both.on.down.0", ("five", "left_again"), ("left",), ("five", "three")),
    ],
)
def test_a_box_that_begins_with_a_history_is_entered_where_it_was_left_once_it_has_been_entered(
    id: str, ends: tuple[str, ...], remembered: tuple[str, ...], arrivals: tuple[str, ...]
) -> None:
    found = next(link for link in figure_of(chart_of(BEGINS_WITH_HISTORY)).links if link.id == id)

    assert (ends, remembered, arrivals) == (found.ends, found.remembered, found.arrivals)


def test_a_link_that_stays_has_no_targets() -> None:
    found = link("one.on.b.0")

    assert ((), (), False) == (found.targets, found.arrivals, found.wide)


def test_a_timer_s_link_has_its_duration_in_each_branch() -> None:
    first, second = (found for found in figure_of(chart_of(SMALL)).links if found.kind == "timer")

    assert ("2 min", "2 min") == (str(first.duration), str(second.duration))
    assert (("box",), ("two",)) == (first.targets, first.arrivals)


def test_a_link_of_a_box_is_wide_and_may_be_done_or_at_once() -> None:
    kinds = {found.kind: found.wide for found in figure_of(chart_of(SMALL)).links if found.source == "box"}

    assert {"always": True, "done": True} == kinds


def test_a_parallel_state_is_entered_in_all_its_regions() -> None:
    assert ("left", "three") == link("box.done.0").arrivals


REGIONS = """
events: {a: {}, b: {}, c: {}, d: {}, e: {}}
initial: out
states:
  out: {on: {a: k2, b: {target: [k2, m2]}, c: both}}
  both:
    type: parallel
    on: {d: {target: k2}}
    states:
      k: {initial: k1, states: {k1: {on: {a: k2, e: m2}}, k2: {}}}
      m: {initial: m1, states: {m1: {on: {b: {target: [m2, k2]}}}, m2: {}}}
      h: {type: history, deep: true}
      n: {}
  box: {initial: i, on: {a: {target: i, internal: true}}, states: {i: {}}}
"""


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("out.on.a.0", ("k2", "m1", "n")),
        ("out.on.b.0", ("k2", "m2", "n")),
        ("out.on.c.0", ("k1", "m1", "n")),
        ("both.on.d.0", ("k2", "m1", "n")),
        ("k1.on.a.0", ("k2",)),
        ("k1.on.e.0", ("m2", "k1", "n")),
        ("m1.on.b.0", ("m2", "k2", "n")),
        ("box.on.a.0", ("i",)),
    ],
)
def test_regions_are_entered_with_a_target_in_one_of_them(id: str, expected: tuple[str, ...]) -> None:
    found = next(link for link in figure_of(chart_of(REGIONS)).links if link.id == id)

    assert expected == found.arrivals


def test_the_links_of_a_state_stand_in_the_order_of_the_file() -> None:
    figure = figure_of(chart_of(SMALL))

    assert ["one.on.a.0", "one.on.b.0"] == [found.id for found in figure.leaving("one")[:2]]
    assert () == figure.leaving("over")


def test_a_call_may_begin_in_several_cards() -> None:
    assert ("writing", "resting", "letter_drafted") == examples.figure("three_tracks").starts


def test_labels_are_those_of_cards_and_boxes() -> None:
    figure = examples.figure("call_and_watch")

    assert [("Aannemen",), ("Hulp halen",)] == [figure.label(state)["nl"] for state in ("intake", "help")]
