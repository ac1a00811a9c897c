"""The places of a policy where something small can be changed, and the change that is made there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Atom, MappingNode, Node, SequenceNode, Word
from policy_engine.records import record

Path = tuple[str | int, ...]  # the keys and places that lead from the root of a document to a node
Place = Literal[
    "action",
    "branch",
    "branches",
    "condition",
    "declaration",
    "delay",
    "event",
    "expression",
    "field",
    "forbid",
    "handler",
    "history",
    "initial",
    "internal",
    "lapse",
    "must",
    "outcome",
    "regions",
    "requires",
    "roles",
    "step",
    "steps",
    "target",
    "timer",
    "timers",
    "value",
]


@record
class Site:
    """A node of a certain kind. `state` is the state that it stands in, or empty; `point` the branch that it
    is part of, as coverage names it; `optional` says that it can be left out. `around` is the mapping that it
    stands in, where that matters.
    """

    place: Place
    path: Path
    node: Node
    state: str = ""
    point: str = ""
    optional: bool = True
    around: MappingNode | None = None

    @property
    def span(self) -> Span:
        """Where it was written."""
        return self.node.span


@record
class Change:
    """What stands at `path` instead: another node, or nothing; with `key` the same under another key. `old`
    and `new` say it in short; `span` is where it is seen.
    """

    path: Path
    node: Node | None
    span: Span
    old: str
    new: str = ""
    key: str | None = None


@record
class Names:
    """What a policy declares, in the order of its file; `members` has those of each enum."""

    states: Sequence[str]
    events: Sequence[str]
    actions: Sequence[str]
    roles: Sequence[str]
    outcomes: Sequence[str]
    members: Sequence[Sequence[str]]


Operator = Callable[[Site, Names], Iterator[Change]]
Table = Mapping[str, tuple[Place, Operator]]


def next_of(name: str, names: Sequence[str]) -> str | None:
    """The name behind another one, and behind the last one the first; None where there is no other."""
    others = list(names)
    if name not in others:
        return others[0] if others else None
    found = others[(others.index(name) + 1) % len(others)]
    return None if found == name else found


def before(name: str, names: Sequence[str]) -> str | None:
    """The name before another one, and before the first one the last; None where there is no other."""
    return next_of(name, list(reversed(names)))


def replaced(node: Node, text: str, value: bool | int | float | None = None) -> Node:
    """A scalar in the place of another node: a text, or a value with what is written for it."""
    if value is None:
        return Word.at(text, *node.where, plain=True)
    return Atom(text, value, *node.where)


def listed(node: Node, items: Sequence[Node]) -> SequenceNode:
    """A list in the place of another node."""
    return SequenceNode(items, *node.where)


def without(mapping: MappingNode, key: str) -> MappingNode:
    """A mapping without one of its entries."""
    return renamed(mapping, {key: None})


def renamed(mapping: MappingNode, names: Mapping[str, str | None]) -> MappingNode:
    """A mapping with other keys; None takes the entry out. The order stays."""
    made = MappingNode(*mapping.where)
    for key, value in mapping.items():
        assert isinstance(key, Word)
        name = names.get(key, key)
        if name is not None:
            dict.__setitem__(made, key if name == key else Word.at(name, *key.where), value)
    return made


def texts(node: Node) -> list[Word]:
    """A name, or a list of names."""
    items = node if isinstance(node, SequenceNode) else [node]
    return [item for item in items if isinstance(item, Word)]


def shown(node: Node) -> str:
    """A node on one line, as it could be written."""
    if isinstance(node, SequenceNode):
        return f"[{', '.join(map(shown, node))}]"
    if isinstance(node, MappingNode):
        return "{" + ", ".join(f"{key}: {shown(value)}" for key, value in node.items()) + "}"
    return node.text
