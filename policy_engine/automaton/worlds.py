"""The edges of a decision tree that remain when part of the outside world is known."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.automaton.inputs import InputKind, Inputs
from policy_engine.automaton.tree import Edge, Test, Tree
from policy_engine.model.types import Value

Assumption = tuple[Test, Value]


def open_edges(
    tree: Tree | None, known: Inputs, free: tuple[InputKind, ...], assumed: tuple[Assumption, ...] = ()
) -> Iterator[tuple[Edge, tuple[Assumption, ...]]]:
    """Each edge that can be taken, with what was assumed of the `free` kinds of input to take it."""
    if tree is None:
        return
    if isinstance(tree, Edge):
        yield tree, assumed
        return
    test = tree.test
    if any(item.kind in free for item in test.inputs):
        for answer, below in tuple(tree.answers.items()):  # another thread may add one
            yield from open_edges(below, known, free, (*assumed, (test, answer)))
    else:
        yield from open_edges(tree.answers.get(test.evaluate(known)), known, free, assumed)
