from __future__ import annotations

import pytest

from tests.model.reading import chart_of, codes, findings, ids, read, state, suggestion

NESTED = """initial: a
states:
  a:
    initial: a2
    states:
      a1: {}
      a2: {}
      was: {type: history, target: a1}
  b:
    type: parallel
    states:
      left: {initial: l1, states: {l1: {}, l2: {type: final}}}
      right: {initial: r1, states: {r1: {}, deeply: {type: history, deep: true, target: r1}}}
  c: {type: final, outcome: well}
  d: {type: final}
"""


def one(text: str) -> str:
    return f"initial: a\nstates:\n  a: {text}\n  b: {{}}\n"


def test_states_stand_in_document_order_with_the_root_first() -> None:
    chart = chart_of(NESTED)

    names = ["", "a", "a1", "a2", "was", "b", "left", "l1", "l2", "right", "r1", "deeply", "c", "d"]
    assert names == [item.id for item in chart.states]
    assert list(range(14)) == [item.index for item in chart.states]
    assert all(item.parent is None or item.parent < item.index for item in chart.states)


def test_a_state_knows_its_kind_its_place_and_its_children() -> None:
    chart = chart_of(NESTED)
    kinds = {item.id: item.kind for item in chart.states}

    assert {
        "": "compound",
        "a": "compound",
        "a1": "atomic",
        "a2": "atomic",
        "was": "history",
        "b": "parallel",
        "left": "compound",
        "l1": "atomic",
        "l2": "final",
        "right": "compound",
        "r1": "atomic",
        "deeply": "history",
        "c": "final",
        "d": "final",
    } == kinds
    assert ("left", "right") == ids(chart, state(chart, "b").children)
    assert (0, 1, 2) == tuple(state(chart, name).depth for name in ("", "b", "left"))


def test_a_compound_state_begins_in_its_initial() -> None:
    chart = chart_of(NESTED)

    assert chart.states[0].initial == state(chart, "a").index
    assert state(chart, "a").initial == state(chart, "a2").index
    assert state(chart, "b").initial is None


def test_a_history_has_a_default_and_a_depth() -> None:
    chart = chart_of(NESTED)
    was, deeply = state(chart, "was"), state(chart, "deeply")

    assert (("a1",), False) == (ids(chart, was.default), was.deep)
    assert (("r1",), True) == (ids(chart, deeply.default), deeply.deep)


def test_a_history_without_a_target_goes_where_its_parent_begins() -> None:
    chart = chart_of("initial: a\nstates: {a: {initial: b, states: {b: {}, h: {type: history}}}}\n")

    assert state(chart, "h").default is None


def test_a_history_may_be_the_initial_when_it_has_a_target() -> None:
    chart = chart_of(
        "initial: a\nstates: {a: {initial: h, states: {b: {}, h: {type: history, target: b}}}}\n"
    )

    assert state(chart, "a").initial == state(chart, "h").index


def test_a_history_of_a_parallel_state_needs_no_target() -> None:
    chart = chart_of("initial: p\nstates: {p: {type: parallel, states: {a: {}, h: {type: history}}}}\n")

    assert state(chart, "h").default is None


def test_a_final_state_at_the_top_has_an_outcome() -> None:
    chart = chart_of(NESTED)

    assert ("well", "d", None) == tuple(state(chart, name).outcome for name in ("c", "d", "l2"))


def test_a_role_holds_inside_too() -> None:
    chart = chart_of(
        "roles: {agent: {}, manager: {}}\ninitial: a\nstates:\n"
        "  a: {role: manager, initial: b, states: {b: {}, c: {role: agent}}}\n  d: {}\n"
    )

    assert ["manager", "manager", "agent", None] == [state(chart, name).role for name in "abcd"]


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("{states: {}}", "no-states", 15),
        ("{states: {c: {}}}", "missing-initial", 3),
        ("{initial: x, states: {c: {}}}", "undeclared-state", 16),
        ("{initial: b, states: {c: {}}}", "initial-not-child", 16),
        ("{initial: d, states: {c: {initial: d, states: {d: {}}}}}", "initial-not-child", 16),
        ("{initial: b}", "initial-without-states", 7),
        ("{type: parallel}", "parallel-without-states", 13),
        ("{type: parallel, states: {}}", "no-states", 31),
        ("{type: parallel, initial: c, states: {c: {}}}", "initial-of-parallel", 23),
        ("{type: parallel, states: {c: {type: final}}}", "final-region", 32),
        ("{type: final, on: {}}", "final-has-more", 20),
        ("{type: final, exit: []}", "final-has-more", 20),
        ("{type: final, states: {}}", "final-has-more", 20),
        ("{type: final, initial: b}", "final-has-more", 20),
        ("{type: final, always: b}", "final-has-more", 20),
        ("{type: history, target: b}", "history-at-top", 3),
        ("{initial: h, states: {c: {}, h: {type: history}}}", "history-without-default", 16),
        ("{initial: c, states: {c: {}, h: {type: history, say: x}}}", "history-has-more", 54),
        ("{initial: c, states: {c: {}, h: {type: history, target: b}}}", "history-target-outside", 62),
        ("{initial: c, states: {c: {}, h: {type: history, target: h}}}", "history-target-outside", 62),
        ("{initial: c, states: {c: {}, h: {type: history, target: x}}}", "undeclared-state", 62),
        ("{deep: true}", "deep-not-history", 7),
        ("{target: b}", "target-not-history", 7),
        ("{outcome: well}", "outcome-not-final", 7),
        ("{initial: c, states: {c: {type: final, outcome: well}}}", "outcome-not-final", 45),
        ("{done: b}", "done-without-states", 7),
        ("{type: compound, initial: c, states: {c: {}}}", "unknown-choice", 13),
        ("{initial: 5, states: {c: {}}}", "wrong-type", 16),
        ("{states: [c]}", "wrong-type", 15),
        ("{initial: c, states: {c: 5, d: {}}}", "wrong-type", 31),
        ("{initial: b, states: {b: {}}}", "duplicate-state", 0),
        ("{initial: Big, states: {Big: {}}}", "invalid-id", 30),
        ("{initial: any, states: {any: {}}}", "reserved-name", 30),
    ],
)
def test_a_state_keeps_the_rules_of_its_kind(text: str, code: str, column: int) -> None:
    expected = [("duplicate-state", 4, 3)] if code == "duplicate-state" else [(code, 3, column)]

    assert expected == findings(one(text))


@pytest.mark.parametrize("deep", ["", "deep: true, "])
def test_a_history_defaults_to_any_state_inside_its_parent(deep: str) -> None:
    text = "{initial: c, states: {c: {initial: d, states: {d: {}}}, h: {type: history, DEEP target: d}}}"
    chart = chart_of(one(text.replace("DEEP ", deep)))

    assert ("d",) == ids(chart, state(chart, "h").default)


def test_a_history_in_a_region_does_not_default_to_another_region() -> None:
    text = (
        "{type: parallel, states: {l: {initial: c, states: {c: {}, h: {type: history, target: d}}}, "
        "r: {initial: d, states: {d: {}}}}}"
    )

    assert ["history-target-outside"] == codes(one(text))


@pytest.mark.parametrize(
    ("targets", "found"),
    [
        ("[c, e]", []),
        ("[l, r]", []),
        ("[c, d]", ["targets-in-one-region"]),
        ("[l, d]", ["targets-in-one-region"]),
        ("[p, e]", ["targets-in-one-region"]),
        ("[]", ["empty-list"]),
        ("[c, 5]", ["wrong-type"]),
        ("[5]", ["wrong-type"]),
    ],
)
def test_several_targets_of_a_history_lie_in_different_regions(targets: str, found: list[str]) -> None:
    text = (
        "{initial: p, states: {p: {type: parallel, states: {l: {initial: c, states: {c: {}, d: {}}}, "
        f"r: {{initial: e, states: {{e: {{}}}}}}}}}}, h: {{type: history, target: {targets}}}}}}}"
    )

    assert found == codes(one(text))


def test_the_policy_begins_in_one_of_its_top_states() -> None:
    assert [("initial-not-child", 1, 10)] == findings(
        "initial: b\nstates: {a: {initial: b, states: {b: {}}}}\n"
    )
    assert [("undeclared-state", 1, 10)] == findings("initial: tlak\nstates: {talk: {}}\n")
    assert "talk" == suggestion("initial: tlak\nstates: {talk: {}}\n")
    assert [("no-states", 2, 9)] == findings("initial: a\nstates: {}\n")


def test_a_policy_without_states_is_told_so_once() -> None:
    assert ["missing-key"] == codes("initial: talk\n")


def test_what_is_inside_a_state_with_a_wrong_name_is_checked_too() -> None:
    text = one("{}") + "  Big: {initial: c, states: {c: {deep: true}}}\n"

    assert ["invalid-id", "deep-not-history"] == codes(text)


def test_nothing_inside_a_broken_state_is_undeclared() -> None:
    text = (
        "events: {e: {}}\n" + one("{on: {e: c}}") + "  d: {initial: c, states: {c: {}}, type: [x]}\n  b: 5\n"
    )

    assert ["wrong-type", "duplicate-key"] == codes(text)


def test_a_state_of_a_broken_type_is_not_judged_by_the_rules_of_a_kind() -> None:
    assert ["unknown-choice"] == codes(one("{type: finale, outcome: well}"))


def test_the_first_state_of_a_name_is_shown_to_the_second() -> None:
    (finding,) = read("initial: a\nstates:\n  a: {initial: b, states: {b: {}}}\n  b: {}\n")[1]

    assert 6 == finding.fields["line"]


@pytest.mark.parametrize(("initial", "suggested"), [("e", "c"), ("d", "c"), ("b", None), ("a", None)])
def test_an_initial_deep_inside_is_answered_with_the_child_around_it(
    initial: str, suggested: str | None
) -> None:
    inner = "{initial: d, states: {d: {initial: e, states: {e: {}}}}}"

    assert suggested == suggestion(one(f"{{initial: {initial}, states: {{c: {inner}, f: {{}}}}}}"))
