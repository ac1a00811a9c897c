"""Sequences whose items are made when they are first asked for."""

from __future__ import annotations

import threading

import pytest

import policy_engine as pe
from policy_engine.automaton.lazily import Lazily, Together


def test_an_item_is_made_once_and_only_when_it_is_asked_for() -> None:
    asked: list[int] = []

    def make(place: int) -> str:
        asked.append(place)
        return f"item {place}"

    items = Lazily(4, make)

    assert len(items) == 4
    assert (items[2], items[-2], items[2:], asked) == ("item 2", "item 2", ["item 2", "item 3"], [2, 3])
    assert list(items) == ["item 0", "item 1", "item 2", "item 3"]
    assert asked == [2, 3, 0, 1]
    with pytest.raises(IndexError):
        _ = items[4]


def test_an_item_that_can_not_be_made_is_damage_each_time() -> None:
    items = Lazily(1, lambda _: int("x"))

    for _ in range(2):
        with pytest.raises(pe.TableError):
            _ = items[0]


def test_threads_get_the_same_item() -> None:
    items = Lazily(1, lambda _: object())
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(items[0])) for _ in range(8)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(found)) == 1


def test_what_is_made_together_is_made_once() -> None:
    made: list[list[int]] = []

    def make() -> list[int]:
        made.append([1, 2, 3])
        return made[-1]

    items = Together(make)

    assert made == []
    assert (len(items), items[1], items[1:], list(items)) == (3, 2, [2, 3], [1, 2, 3])
    assert made == [[1, 2, 3]]
