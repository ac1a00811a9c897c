"""The fewest sets that hold everything, compared with every other choice."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest

from policy_engine.scenarios.generation import fewest as module
from policy_engine.scenarios.generation.fewest import fewest


def brute_force(sets: dict[str, frozenset[str]], costs: dict[str, int]) -> tuple[int, int]:
    """How few sets hold everything that any holds, and how little that many cost."""
    everything = frozenset().union(*sets.values())
    for size in range(len(sets) + 1):
        prices = [
            sum(costs[name] for name in chosen)
            for chosen in combinations(sets, size)
            if frozenset().union(*(sets[name] for name in chosen)) == everything
        ]
        if prices:
            return size, min(prices)
    raise AssertionError


@pytest.mark.parametrize("seed", range(150))
def test_no_choice_is_smaller_or_cheaper(seed: int) -> None:
    random = Random(seed)
    items = [f"i{number}" for number in range(random.randint(1, 10))]
    sets = {
        f"s{number}": frozenset(random.sample(items, random.randint(0, min(4, len(items)))))
        for number in range(random.randint(1, 9))
    }
    costs = {name: random.randint(1, 6) for name in sets}

    chosen = fewest(sets, costs, frozenset(items))

    held = frozenset().union(*(sets[name] for name in chosen))
    assert frozenset().union(*sets.values()) == held
    assert brute_force(sets, costs) == (len(chosen), sum(costs[name] for name in chosen))


def test_greed_alone_would_take_one_more() -> None:
    sets = {
        "greedy": frozenset("cdef"),
        "left": frozenset("abcd") - {"d"} | {"e"},
        "right": frozenset("defg") - {"e"} | {"g"},
    }
    costs = dict.fromkeys(sets, 1)

    assert ["left", "right"] == fewest(sets, costs, frozenset("abcdefg"))


def test_where_the_search_would_take_too_long_the_greedy_choice_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random = Random(1)
    items = [f"i{number}" for number in range(40)]
    sets = {f"s{number}": frozenset(random.sample(items, 6)) for number in range(40)}
    costs = dict.fromkeys(sets, 1)
    monkeypatch.setattr(module, "MOST_LOOKED_AT", 10)

    chosen = fewest(sets, costs, frozenset(items))

    assert frozenset().union(*sets.values()) == frozenset().union(*(sets[name] for name in chosen))


def test_the_same_question_has_the_same_answer_in_the_order_given() -> None:
    sets = {"b": frozenset({"x"}), "a": frozenset({"y"}), "c": frozenset({"x"})}

    assert ["b", "a"] == fewest(sets, dict.fromkeys(sets, 1), frozenset({"x", "y"}))
    assert [] == fewest({}, {}, frozenset({"x"}))
