"""Differences told as calls: what a host does, in the author's words, and what either version answers."""

from __future__ import annotations

import pytest

import policy_engine as pe
from policy_engine.diff.comparison import compare_policies
from policy_engine.diff.names import Names, given, shown
from policy_engine.diff.telling import Teller, Told
from policy_engine.diff.words import while_of

HEAD = """
policy: talk
format: 1
version: "1"
roles: {agent: {label: Agent}, manager: {}}
facts: {risk: {flag: false}}
events:
  a: {label: swears, data: {size: {range: 0..2, default: 0}}}
  b: {}
  c: {by: [manager]}
  d: {label: reminder}
statements: {told: {label: told the rules}}
actions: {act: {to: manager, label: write it down, params: {loud: {flag: false}, what: {text: ""}}}}
context: {n: {counter: 0..2}, who: {person: null}}
initial: s
"""


def told(old: str, new: str, language: str = "en") -> list[Told]:
    found = compare_policies(pe.parse_policy(HEAD + old), pe.parse_policy(HEAD + new))
    teller = Teller(
        found.old.automaton.chart,
        found.new.automaton.chart,
        Names(found.old.chart, found.new.chart, language, ids=False),
    )
    return [teller.group(group) for group in found.groups]


def changed(old: str, before: str, after: str, language: str = "en") -> Told:
    assert before in old
    (found,) = told(old, old.replace(before, after), language)
    return found


def test_facts_data_and_roles_are_told_with_the_call() -> None:
    old = "states: {s: {on: {a: {target: t, when: risk and event.size > 1}}}, t: {on: {c: u}}, u: {}}\n"

    found = changed(old, "u: {}", "u: {entry: [act]}")

    assert ("the start (risk = true) → s", "swears (size = 2) → t", "c (by manager)") == found.call
    assert "goes to u, asks for write it down (loud = false, what = '') (to manager)" == found.new


def test_facts_that_become_known_on_the_way_are_told() -> None:
    old = "states: {s: {on: {a: {target: t, when: not risk}}}, t: {always: {when: risk, target: u}}, u: {}}\n"

    found = changed(old, "target: u}", "target: s}", "nl")

    assert "bekend wordt dat risk = true in t" == found.title
    assert ("gaat naar u", "gaat naar s") == (found.old, found.new)


def test_time_is_told_by_what_is_due() -> None:
    timer = "states: {s: {after: {2 min: t}, on: {a: s}}, t: {on: {b: t}}}\n"
    sent = "states: {s: {entry: [{send: {event: d, delay: 1 h}}], on: {d: t}}, t: {}}\n"

    assert ("the start → s", "after 2 minutes") == changed(
        timer, "2 min: t", "2 min: {target: t, do: [act]}"
    ).call
    assert (
        "reminder and reminder comes by itself in s"
        == changed(sent, "d: t", "d: {target: t, do: [act]}").title
    )


def test_what_must_be_done_and_what_lapses_is_told_by_its_name() -> None:
    must = "states: {s: {must: {call: {event: b, within: 1 h, overdue: d}}, on: {d: t}}, t: {}}\n"

    found = changed(must, "d: t", "d: {target: t, do: [act]}")

    assert "reminder and call is overdue in s" == found.title
    lapse = HEAD.replace("counter: 0..2}", "counter: 0..2, lapse: 1 h}")
    old = (
        lapse
        + "states: {s: {on: {a: {when: n < 2, do: [{add: {n: 1}}]}, b: {target: t, when: n == 1}}}, t: {}}\n"
    )
    compared = compare_policies(
        pe.parse_policy(old), pe.parse_policy(old.replace("lapse: 1 h", "lapse: 2 h"))
    )
    teller = Teller(
        compared.old.automaton.chart,
        compared.new.automaton.chart,
        Names(compared.old.chart, compared.new.chart, "en", ids=True),
    )
    assert (
        "stays in `s`; due then: something lapses from `n` (after 2 h)"
        == teller.group(compared.groups[0]).new
    )


def test_refusals_say_what_is_missing_and_who_may() -> None:
    old = "states: {s: {on: {a: t}}, t: {}}\n"

    assert (
        "is refused until told the rules is reported"
        == changed(old, "a: t", "a: {target: t, requires: told}").new
    )
    assert "is refused" == changed(old, "on: {a", 'forbid: {b: "No."}, on: {a').new
    by = "states: {s: {on: {a: {target: t, by: manager}}}, t: {}}\n"
    assert "may not be reported by Agent" == changed(by, ", by: manager", "").old
    person = "states: {s: {on: {c: {do: [{remember: {who: by}}]}, a: {target: t, when: by != who}}}, t: {}}\n"
    assert any("needs the name of who reports it" in (one.old, one.new) for one in told(old, person))


def test_ways_ends_and_what_is_dropped_are_told() -> None:
    way = "states: {s: {on: {a: t}}, t: {always: {target: u}}, u: {}, w: {always: {target: u}}}\n"
    end = "states: {s: {on: {a: t}}, t: {type: final}}\n"
    dropped = "states: {s: {on: {a: {do: [{raise: d}]}, d: {}}}}\n"

    assert "goes to u, by way of w, u" == changed(way, "on: {a: t}", "on: {a: w}").new
    assert "goes to t, ends as over" == changed(end, "type: final", "type: final, outcome: over").new
    refused = told(dropped, dropped.replace("states: {s: {", 'states: {s: {forbid: {d: "No."}, '))
    assert "stays in s, what follows is refused: reminder" in [one.new for one in refused]


def test_duties_exports_and_phrases_are_told_as_such() -> None:
    must = "states: {s: {must: {call: {event: b, within: 2 h}}, after: {1 h: t}}, t: {}}\n"
    exports = "exports: [n]\nstates: {s: {on: {a: {do: [{set: {n: 1}}]}}}}\n"
    phrase = 'states: {s: {say: "{n} times.", on: {a: {do: [{set: {n: 1}}]}}}}\n'

    assert changed(must, "2 h", "3 h").new.endswith("what must be done, or by when, differs")
    assert changed(exports, "n: 1}}]", "n: 2}}]").new.endswith("what others can read of the session differs")
    assert changed(phrase, "n: 1}}]", "n: 2}}]").new.endswith(
        "other phrases are shown than in the other version"
    )


def test_timer_that_is_gone_leaves_nothing_due() -> None:
    old = "states: {s: {on: {a: t}}, t: {after: {2 min: t}}}\n"

    found = changed(old, "after: {2 min: t}", "label: T")

    assert ("goes to T; due then: after 2 minutes", "goes to T; nothing is due then") == (
        found.old,
        found.new,
    )


def test_what_began_to_run_earlier_is_told_from_what_begins_now() -> None:
    old = "states: {s: {after: {2 min: t}, on: {a: s}}, t: {}}\n"
    sent = "states: {s: {on: {a: {do: [cancel: x, {send: {event: d, delay: 1 h, id: x}}]}}}}\n"

    restarted = changed(old, "a: s", "a: {}", "nl")
    twice = told(sent, sent.replace("cancel: x, ", ""))[0]

    assert ("daarna aan de beurt: na 2 minuten", "daarna aan de beurt: na 2 minuten (eerder begonnen)") == (
        restarted.old.partition("; ")[2],
        restarted.new.partition("; ")[2],
    )
    assert (
        "stays in s; due then: after 1 hour",
        "stays in s; due then: after 1 hour (begun earlier), after 1 hour",
    ) == (
        twice.old,
        twice.new,
    )


def test_of_three_clocks_each_has_its_number() -> None:
    sent = "states: {s: {after: {3 h: t}, on: {a: {do: [{send: {event: d, delay: 1 h, id: x}}]}}}, t: {}}\n"

    found = told(sent, sent.replace("[{send", "[{cancel: x}, {send"))

    assert any("after 1 hour (begun as number 2)" in one.old for one in found)


def test_two_sides_that_read_the_same_say_what_differs() -> None:
    sent = "states: {s: {entry: [{send: {event: d, delay: 1 h, id: x}}], on: {d: {}}}}\n"

    found = changed(sent, "id: x}}]", "id: x}}, {send: {event: d, delay: 1 h, id: y}}]", "nl")

    assert found.old == found.new == "blijft in s; hoeveel er op dat moment vanzelf komt is anders"


def test_wait_before_a_call_is_told() -> None:
    old = (
        "states: {s: {initial: i, after: {10 s: t}, states: {i: {after: {2 s: j}}, j: {on: {a: k}}, "
        "k: {after: {9 s: u}}}}, t: {}, u: {}}\n"
    )

    found = changed(old, "10 s: t", "10 s: {target: t, do: [act]}")

    assert ("the start → i", "after 2 seconds → j", "after 10 seconds") == found.call


@pytest.mark.parametrize(
    ("nanoseconds", "language", "expected"),
    [
        (0, "en", "after 0 s"),
        (5_000_000_000, "en", "after 5 s"),
        (3_600_000_000_000 * 2 + 60_000_000_000, "nl", "na 2 uur 1 min"),
        (5_000_001_000, "en", "just after 5 s"),
        (5_000_001_000, "nl", "vlak na 5 s"),
        (1_000, "en", "a moment later"),
        (1_000, "nl", "een ogenblik later"),
        (1_999_999_000, "en", "after 2.000 s"),
        (1_500_000_000, "nl", "na 1.500 s"),
    ],
)
def test_whiles_are_told_to_the_second(nanoseconds: int, language: str, expected: str) -> None:
    assert expected == while_of(nanoseconds, language)


def test_names_without_a_label_are_made_readable_or_quoted() -> None:
    chart = pe.parse_policy(HEAD + "states: {s: {}}\n").chart
    plain, quoted = Names(chart, chart, "en", ids=False), Names(chart, chart, "nl", ids=True)

    assert ("no such thing", "`no_such_thing`") == (
        plain.state("no_such_thing"),
        quoted.state("no_such_thing"),
    )
    assert ("Agent", "manager") == (plain.role("agent"), plain.role("manager"))
    assert ("nothing_known", "`nothing_known`") == (
        plain.event("nothing_known"),
        quoted.event("nothing_known"),
    )
    assert ("risk", "`risk`") == (plain.value("facts", "risk"), quoted.value("facts", "risk"))
    assert "`gone`" == quoted.value("facts", "gone")
    assert ("", "a", "a and b", "a, b, c en 2 andere") == (
        plain.several([]),
        plain.several(["a"]),
        plain.several(["a", "b"]),
        quoted.several(["a", "b", "c", "d", "e"]),
    )
    assert ("true", "''", "3", "'two words'") == (shown(True), shown(""), shown(3), shown("two words"))
    assert "a = 1, b = false" == given({"a": 1, "b": False})
