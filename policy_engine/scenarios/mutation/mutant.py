"""Mutants: policies that differ from the one that was written in one small thing."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

from policy_engine.diagnostics.catalogue import render_message
from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Document, MappingNode, Node, SequenceNode, Word, copied
from policy_engine.records import record
from policy_engine.scenarios.mutation.operators import OPERATORS
from policy_engine.scenarios.mutation.site import Change
from policy_engine.scenarios.mutation.sites import names_of, sites_of

T = TypeVar("T")


@record
class Mutant:
    """A policy with one change. `operator` is the kind of change, `state` where it was made, or empty, and
    `point` the branch that it is in, as coverage names it, else the state.
    """

    operator: str
    change: Change
    state: str
    point: str

    @property
    def span(self) -> Span:
        """Where the change was made."""
        return self.change.span

    def told(self, language: str) -> str:
        """What was changed, in "en" or "nl"."""
        fields = {"old": self.change.old, "new": self.change.new}
        said = render_message(f"mutant-{self.operator}", fields, language)
        return f"`{self.state}`: {said}" if self.state else said

    def document(self, original: Document) -> Document:
        """The document with the change; the original stays as it is."""
        root = copied(original.root)
        _edit(root, self.change)
        return Document(original.name, original.text, root)


def mutants_of(document: Document) -> list[Mutant]:
    """Every mutant of a policy without mistakes, in the order of the file."""
    root = document.root
    assert isinstance(root, MappingNode)
    names = names_of(root)
    found: dict[object, Mutant] = {}
    for site in sites_of(root):
        for name, (place, operator) in OPERATORS.items():
            if place != site.place:
                continue
            for change in operator(site, names):
                mutant = Mutant(name, change, site.state, site.point)
                found.setdefault((change.path, change.old, change.new), mutant)
    return sorted(found.values(), key=lambda item: (item.span.order, item.operator))


def sampled(mutants: Sequence[T], most: int, seed: int) -> list[T]:
    """At most so many of them, the same for the same seed, in their order."""
    if most >= len(mutants):
        return list(mutants)
    chosen = sorted(Random(seed).sample(range(len(mutants)), most))
    return [mutants[place] for place in chosen]


def _edit(root: Node, change: Change) -> None:
    """Makes a change in a tree."""
    *way, last = change.path
    parent: Any = root
    for key in way:
        parent = parent[key]
    node = None if change.node is None else copied(change.node)
    if isinstance(parent, SequenceNode):
        assert isinstance(last, int)
        if node is None:
            del parent[last]
        else:
            parent[last] = node
    elif isinstance(parent, MappingNode):
        _put(parent, str(last), node, change.key)


def _put(parent: MappingNode, name: str, node: Node | None, key: str | None) -> None:
    """Puts something in the place of an entry, or takes the entry out; the order stays."""
    entries = list(parent.items())
    parent.clear()
    for old, value in entries:
        assert isinstance(old, Word)
        if old != name:
            parent.put(old, value)
        elif node is not None:
            parent.put(old if key is None else Word.at(key, *old.where), node)
