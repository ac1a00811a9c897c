"""A search looks only where two tables part, and finds there all that it would have found anywhere."""

from __future__ import annotations

import pytest

import policy_engine as pe
from policy_engine.courses.budget import Budget
from policy_engine.courses.pair import Difference, Found
from policy_engine.courses.product import NO_NAMES, Product, compare
from policy_engine.diff.groups import Grouping
from tests.courses.pairs import two_versions
from tests.courses.test_product import HEAD, WAITS

LONG = HEAD + (
    "initial: s0\nstates: {"
    + ", ".join(f"s{place}: {{on: {{a: s{place + 1}, b: s0}}}}" for place in range(30))
    + ", s30: {on: {a: t, b: s0}}, t: {}}\n"
)


def tried(old: str, new: str) -> tuple[Found, int]:
    budget = Budget()
    one, other = pe.parse_policy(old), pe.parse_policy(new)
    return compare(one.automaton, other.automaton, budget=budget), budget.tried


def test_nothing_is_tried_where_the_tables_do_the_same() -> None:
    found, steps = tried(LONG, LONG.replace("initial: s0", "initial: s0\nguards: {g: k or f}"))

    assert Found((), None) == found
    assert 1 == steps


def test_what_leads_away_from_the_only_difference_is_not_followed() -> None:
    new = LONG.replace("s4: {on: {a: s5, b: s0}}", "s4: {on: {a: s5, b: s1}}")

    found, steps = tried(LONG, new)

    assert [6] == [len(item.calls) for item in found.differences]
    assert steps < 100  # of some 250


def test_difference_behind_which_both_go_on_is_looked_for_everywhere() -> None:
    new = LONG.replace("s4: {on: {a: s5, b: s0}}", "s4: {on: {a: {target: s5, do: [act]}, b: s0}}")

    found, _ = tried(LONG, new.replace("s30: {on: {a: t", "s30: {on: {a: s0"))

    assert [6, 32] == sorted(len(item.calls) for item in found.differences)


def test_edges_that_no_call_can_take_together_are_no_difference() -> None:
    old = LONG.replace("s4: {on: {a: s5, b: s0}}", "s4: {on: {a: {target: s5, when: by == 'agent'}, b: s0}}")
    new = old.replace("by == 'agent'", "by != 'manager'")

    assert Found((), None) == tried(old, new)[0]
    assert 1 == tried(old, new)[1]


def test_values_that_are_read_off_a_session_are_a_difference_of_their_own() -> None:
    old = HEAD + "exports: [n]\ninitial: s\nstates: {s: {on: {a: {target: t, do: [{set: {n: 1}}]}}}, t: {}}\n"

    (difference,) = tried(old, old.replace("n: 1", "n: 2"))[0].differences

    assert ("exports",) == difference.parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("facts: {k: {flag: false}", "facts: {k: {flag: true}"),
        ("roles: {agent: {}, manager: {}}", "roles: {manager: {}, agent: {}}"),
        ("context: {", 'context: {said: {text: ""}, '),
    ],
)
def test_where_something_else_differs_too_everything_is_looked_at(one: str, other: str) -> None:
    new = WAITS.replace(one, other)

    found, steps = tried(WAITS, new)

    assert () == found.differences
    assert steps > 2


def everything(old: pe.Policy, new: pe.Policy, *, narrowed: bool) -> tuple[object, ...]:
    """The causes that a search finds with the lengths of their shortest calls, and whether it found all."""
    search = Product(old.automaton, new.automaton, NO_NAMES, by_name=True, budget=Budget(), narrowed=narrowed)
    found = search.run(first=False, exact=False)
    if search.blurred:
        found = search.run(first=False, exact=True)
    calls: dict[object, int] = {}
    for item in found.differences:
        cause = Grouping(old.automaton.chart, new.automaton.chart, NO_NAMES).key_of(item)
        calls[cause] = min(len(item.calls), calls.get(cause, len(item.calls)))
    return calls, found.open


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", [2, 11, 17, 23, 29, 46])
def test_narrowed_search_finds_the_causes_that_a_whole_one_finds(seed: int) -> None:
    old, new = two_versions(seed)

    assert everything(old, new, narrowed=False) == everything(old, new, narrowed=True)


def test_first_difference_that_is_found_has_the_shortest_call() -> None:
    new = LONG.replace("s9: {on: {a: s10", "s9: {on: {a: s11").replace("s3: {on: {a: s4", "s3: {on: {a: s5")

    one, other = pe.parse_policy(LONG), pe.parse_policy(new)
    (first,) = compare(one.automaton, other.automaton, first=True).differences

    assert isinstance(first, Difference)
    assert 5 == len(first.calls)


def test_text_that_is_kept_otherwise_is_found_where_it_is_used() -> None:
    old = HEAD.replace("loud: {flag: false}", 'who: {text: ""}').replace(
        "context: {", 'context: {said: {text: ""}, '
    ) + (
        "initial: s\nstates: {s: {on: {a: {target: t, do: [{set: {said: name}}]}}}, "
        "t: {on: {b: u}}, u: {entry: [{act: {who: {expr: said}}}]}}\n"
    )

    differences = tried(old, old.replace("said: name}", "said: other}"))[0].differences

    assert {("actions",)} == {item.parts for item in differences}
    assert 3 == min(len(item.calls) for item in differences)


def test_order_of_what_is_due_at_one_moment_is_a_difference_though_the_tables_are_alike() -> None:
    old = HEAD + (
        "initial: s\nstates: {s: {entry: [{send: {event: b, delay: 2 s}}], after: {2 s: {do: [act]}}, "
        "on: {b: {do: [{act: {loud: true}}]}}}}\n"
    )
    after = "after: {2 s: {do: [act]}}, "
    new = old.replace(after, "").replace("{entry", f"{{{after}entry")

    (difference,) = tried(old, new)[0].differences

    assert ["start", "time"] == [call.kind for call in difference.calls]
    assert "actions" in difference.parts


def test_who_follows_is_told_how_much_was_tried() -> None:
    told: list[int] = []
    budget = Budget(2_000, told.append)

    assert all(budget.spend(100) for _ in range(20))
    assert not budget.spend()
    assert [500, 1_000, 1_500, 2_000] == told
