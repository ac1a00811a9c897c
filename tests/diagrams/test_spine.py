from pathlib import Path

import pytest

from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.spine import spine_of
from tests.diagrams import examples
from tests.model.reading import chart_of

EVENTS = "events: {up: {tone: escalates}, down: {tone: calms}, over: {tone: ends}, other: {}}\n"


def spine(body: str) -> list[str]:
    """The ids on the spine of a policy with the events above."""
    chart = chart_of(EVENTS + body)
    return [chart.states[index].id for index in spine_of(chart)]


@pytest.mark.parametrize("path", examples.TEN, ids=lambda path: path.stem)
def test_the_spine_is_the_one_that_the_author_wrote_down(path: Path) -> None:
    assert examples.spine(path) == figure_of(examples.chart(path)).spine


def test_ten_policies_are_tried() -> None:
    assert 10 == len(examples.TEN)


def test_escalation_takes_the_longest_way() -> None:
    found = spine("initial: a\nstates: {a: {on: {up: c}, after: {1 s: b}}, b: {}, c: {on: {up: d}}, d: {}}\n")

    assert ["a", "c", "d"] == found


def test_of_two_equally_long_ways_the_first_in_the_file_is_taken() -> None:
    found = spine(
        "facts: {f: {flag: false}}\n"
        "initial: a\n"
        "states:\n"
        "  a: {on: {up: [{when: f, target: c}, {else: b}]}}\n"
        "  b: {}\n"
        "  c: {}\n"
    )

    assert ["a", "b"] == found


def test_a_circle_of_escalation_is_left_out() -> None:
    found = spine("initial: a\nstates: {a: {on: {up: b}}, b: {on: {up: c}}, c: {on: {up: a}}}\n")

    assert ["a", "b", "c"] == found


def test_two_ways_to_one_rung_are_one_spine() -> None:
    found = spine(
        "facts: {f: {flag: false}}\n"
        "initial: a\n"
        "states:\n"
        "  a: {on: {up: [{when: f, target: b}, {else: c}]}}\n"
        "  b: {on: {up: d}}\n"
        "  c: {on: {up: d}}\n"
        "  d: {}\n"
    )

    assert ["a", "b", "d"] == found


def test_after_the_top_what_ends_comes_before_what_calms() -> None:
    found = spine(
        "initial: a\nstates: {a: {on: {down: b, over: c}}, b: {}, c: {type: final}}\n",
    )

    assert ["a", "c"] == found


def test_after_the_top_what_always_holds_comes_before_a_condition() -> None:
    found = spine(
        "facts: {f: {flag: false}}\n"
        "initial: a\n"
        "states: {a: {after: {1 s: {when: f, target: b}, 2 s: c}}, b: {}, c: {}}\n"
    )

    assert ["a", "c"] == found


def test_a_transition_of_a_box_leads_on_where_the_card_leads_nowhere() -> None:
    found = spine("initial: x\nstates: {x: {initial: a, on: {over: z}, states: {a: {}}}, z: {type: final}}\n")

    assert ["a", "z"] == found


def test_the_card_s_own_way_comes_before_that_of_its_box() -> None:
    found = spine(
        "initial: x\n"
        "states: {x: {initial: a, on: {up: z}, states: {a: {after: {1 s: b}}, b: {}}}, z: {type: final}}\n"
    )

    assert ["a", "b", "z"] == found


def test_from_an_end_inside_a_box_only_its_done_leads_on() -> None:
    found = spine(
        "initial: x\n"
        "states:\n"
        "  x:\n"
        "    initial: a\n"
        "    on: {up: z}\n"
        "    done: y\n"
        "    states: {a: {on: {over: b}}, b: {type: final}}\n"
        "  y: {}\n"
        "  z: {type: final}\n"
    )

    assert ["a", "b", "y"] == found


def test_without_an_end_inside_done_leads_nowhere() -> None:
    found = spine(
        "initial: x\nstates:\n  x: {initial: a, done: y, states: {a: {}, b: {type: final}}}\n  y: {}\n"
    )

    assert ["a"] == found


def test_an_end_of_an_inner_box_is_not_the_end_of_the_outer() -> None:
    found = spine(
        "initial: x\n"
        "states:\n"
        "  x:\n"
        "    initial: y\n"
        "    done: z\n"
        "    states: {y: {initial: a, states: {a: {on: {over: b}}, b: {type: final}}}}\n"
        "  z: {type: final}\n"
    )

    assert ["a", "b"] == found


def test_after_the_top_what_leads_down_the_file_comes_before_what_leads_up_it() -> None:
    found = spine(
        "initial: b\nstates: {a: {}, b: {on: {up: c}}, c: {on: {other: a}, after: {1 s: d}}, d: {}}\n",
    )

    assert ["b", "c", "d"] == found[:3]


def test_a_single_state_is_a_spine() -> None:
    assert ["a"] == spine("initial: a\nstates: {a: {}}\n")


def test_a_policy_that_is_over_at_once_has_its_end_as_spine() -> None:
    assert ["a"] == spine("initial: a\nstates: {a: {type: final}, b: {type: final}}\n")


def test_regions_from_the_start_are_one_rung() -> None:
    found = spine(
        "initial: p\n"
        "states:\n"
        "  p:\n"
        "    type: parallel\n"
        "    on: {over: z}\n"
        "    states:\n"
        "      a: {initial: a1, states: {a1: {on: {up: a2}}, a2: {on: {down: a1}}}}\n"
        "      b: {}\n"
        "      h: {type: history}\n"
        "      c: {type: parallel, states: {d: {}, e: {initial: e1, states: {e1: {}}}}}\n"
        "  z: {type: final}\n"
    )

    assert ["a1", "a2", "b", "d", "e1", "z"] == found


def test_a_history_counts_as_where_it_leads_the_first_time() -> None:
    found = spine(
        "initial: a\n"
        "states:\n"
        "  a: {on: {up: h}}\n"
        "  x: {initial: x1, states: {x1: {}, x2: {on: {up: k}}, h: {type: history, target: x2}}}\n"
        "  y: {initial: y1, states: {y1: {}, k: {type: history, deep: true}}}\n"
    )

    assert ["a", "x2", "y1"] == found


def test_a_history_that_leads_into_regions_stands_for_all_of_them() -> None:
    found = spine(
        "initial: a\n"
        "states:\n"
        "  a: {on: {up: h}}\n"
        "  x:\n"
        "    initial: p\n"
        "    states:\n"
        "      h: {type: history, target: r2}\n"
        "      p: {type: parallel, states: {r: {initial: r1, states: {r1: {}, r2: {}}}, s: {}}}\n"
    )

    assert ["a", "r1", "s"] == found


def test_of_several_targets_the_first_says_which_rung_follows() -> None:
    found = spine(
        "initial: a\n"
        "states:\n"
        "  a: {on: {up: {target: [r2, s]}}}\n"
        "  p: {type: parallel, states: {r: {initial: r1, states: {r1: {}, r2: {}}}, s: {}}}\n"
    )

    assert ["a", "r1", "s"] == found


def test_a_transition_that_stays_adds_nothing() -> None:
    assert ["a"] == spine("initial: a\nstates: {a: {on: {up: {}, other: a}}}\n")


def test_boxes_in_boxes_are_entered_to_the_innermost_card() -> None:
    deep = "a: {}"
    for number in range(14):
        deep = f"b{number}: {{initial: {deep.partition(':')[0]}, states: {{{deep}}}}}"

    assert ["a"] == spine(f"initial: b13\nstates: {{{deep}}}\n")


@pytest.mark.no_cover
def test_a_ladder_of_two_thousand_rungs_is_found() -> None:
    rungs = [f"  s{number}: {{on: {{up: s{number + 1}}}}}\n" for number in range(1_999)]
    chart = chart_of(f"{EVENTS}initial: s0\nstates:\n{''.join(rungs)}  s1999: {{}}\n")

    assert tuple(f"s{number}" for number in range(2_000)) == figure_of(chart).spine


def test_without_any_tone_each_step_forward_is_a_rung_and_a_step_back_or_to_an_end_is_none() -> None:
    chart = chart_of(
        "events: {next: {}, back: {}, stop: {}}\n"
        "initial: a\n"
        "states:\n"
        "  a: {on: {stop: over, next: b}}\n"
        "  over: {type: final}\n"
        "  b: {on: {back: a, next: c}}\n"
        "  c: {on: {back: a}}\n"
    )

    assert ["a", "b", "c"] == [chart.states[index].id for index in spine_of(chart)]
