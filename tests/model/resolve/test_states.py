from __future__ import annotations

import pytest

from policy_engine.model.duration import Duration
from tests.model.reading import chart_of, codes, findings, state, suggestion

HEAD = """events: {e: {}, f: {}}
context: {n: {counter: 0..3}, ok: {flag: false}}
actions: {call: {}}
roles: {agent: {}}
initial: a
states:
"""


def lines(text: str) -> list[tuple[str, int, int]]:
    return findings(f"{HEAD}  a: {text}\n  b: {{}}\n")


def test_a_timer_stands_in_its_state_and_in_the_chart() -> None:
    chart = chart_of(
        HEAD + "  a: {after: {2 min: b, 1 weeks: [{when: ok, target: b}, {else: a}]}}\n  b: {}\n"
    )
    first, second = chart.timers

    assert (first, second) == state(chart, "a").after
    assert (Duration(2, "min"), Duration(1, "weeks")) == (first.duration, second.duration)
    assert (1, 2) == (len(first.branches), len(second.branches))
    assert (1, 1) == (first.state, second.state)
    assert (0, 1) == (first.index, second.index)


def test_timers_and_sends_are_counted_in_the_order_of_the_file() -> None:
    chart = chart_of(
        HEAD + "  a: {exit: [{send: {event: e, delay: 1 s}}], after: "
        "{1 s: b}, entry: [{send: {event: f, delay: 1 s}}],\n"
        "      initial: c, states: {c: {after: {1 s: b}}}}\n  b: {after: {1 s: a}}\n"
    )
    a = state(chart, "a")

    orders = [a.exit[0].order, a.after[0].order, a.entry[0].order]  # type: ignore[union-attr]  # they are sends

    assert [0, 1, 2] == orders
    assert [1, 3, 4] == [timer.order for timer in chart.timers]


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("{after: {0 s: b}}", "after-nothing", 15),
        ("{after: {2 minutes: b}}", "invalid-duration", 15),
        ("{after: {60 s: b, 1 min: b}}", "equal-after", 24),
        ("{after: {12 months: b, 1 years: b}}", "equal-after", 29),
        ("{after: {7 working_days: b, 7 working_days: b}}", "duplicate-key", 34),
        ("{after: 2 min}", "wrong-type", 14),
        ("{on: e}", "wrong-type", 11),
        ("{role: agnet}", "undeclared-role", 13),
        ("{role: 5}", "wrong-type", 13),
        ("{entry: cal}", "undeclared-action", 14),
        ("{entry: null}", "wrong-type", 14),
        ("{forbid: {ee: Nee.}}", "undeclared-event", 16),
        ("{forbid: {e or ff: Nee.}}", "undeclared-event", 21),
        ("{forbid: {e: {when: ok}}}", "missing-key", 16),
        ("{forbid: {e: {when: nope, text: Nee.}}}", "undeclared-name", 26),
        ("{forbid: {e: {wen: ok, text: Nee.}}}", "unknown-key", 20),
        ("{forbid: {e: null}}", "wrong-type", 19),
        ("{forbid: {e: [Nee., 5]}}", "wrong-type", 26),
        ("{lable: x}", "unknown-key", 7),
        ("{say: {when: nope, text: Dag.}}", "undeclared-name", 19),
        ("{say: {when: by == 'agent', text: Dag.}}", "by-not-here", 19),
    ],
)
def test_a_wrong_state_is_told_at_its_place(text: str, code: str, column: int) -> None:
    assert [(code, 7, column)] == lines(text)


@pytest.mark.parametrize(
    "text", ["{after: {60 s: b, 2 min: b}}", "{after: {1 months: b, 30 days: b, 1 years: b}}"]
)
def test_timers_of_other_lengths_stand_side_by_side(text: str) -> None:
    assert [] == lines(text)


def test_a_duration_in_other_words_is_suggested_in_the_right_ones() -> None:
    assert "2 min" == suggestion(HEAD + "  a: {after: {2 minuten: b}}\n  b: {}\n")


def test_what_is_forbidden_says_why_and_when() -> None:
    chart = chart_of(HEAD + "  a: {forbid: {e or f: Nee., e: [{when: ok, text: Nu niet.}, Nooit.]}}\n")
    first, second, third = state(chart, "a").forbid

    assert (("e", "f"), None, {"": ("Nee.",)}) == (first.events, first.when, first.words)
    assert (("e",), "ok", {"": ("Nu niet.",)}) == (second.events, str(second.when), second.words)
    assert (("e",), None, {"": ("Nooit.",)}) == (third.events, third.when, third.words)


def test_remarks_of_a_state_are_kept() -> None:
    chart = chart_of(HEAD + "  a: {note: n, why: w, source: [a, b], how: h}\n")
    a = state(chart, "a")

    assert ({"": ("n",)}, {"": ("w",)}, ("a", "b")) == (a.note, a.why, a.source_refs)
    assert [{"": ("h",)}] == [phrase.words for phrase in a.how]


def test_entry_and_exit_are_lists_of_steps() -> None:
    chart = chart_of(HEAD + "  a: {entry: call, exit: [call, {add: {n: 1}}]}\n")
    a = state(chart, "a")

    assert (1, 2) == (len(a.entry), len(a.exit))


def test_a_role_that_is_not_declared_is_told_once_however_many_states_it_holds_for() -> None:
    assert ["undeclared-role"] == codes(HEAD + "  a: {role: x, initial: b, states: {b: {}, c: {}}}\n")
