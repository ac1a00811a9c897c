"""The nodes of a document: what was written, and where.

They are Python's own texts, lists and dicts, so that whatever reads them reads them at once; each knows its
place besides. What a node stands in is only known after `tie`: a tree whose branches know their root is only
given back when Python looks for such rings, and nobody asks unless there is a mistake.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from policy_engine.diagnostics.span import Span
from policy_engine.document.lines import Known, Places

_NO_KEYS: Final[frozenset[str]] = frozenset()
_NO_IDS: Final[frozenset[int]] = frozenset()


class Placed:
    """What every node knows: where it was written, and what it stands in.

    Offsets and not a Span, which would cost as much as all the rest of a node. `key` is the word before it in
    its mapping.
    """

    __slots__ = ()

    places: Places
    start: int
    end: int
    key: Word | None
    parent: SequenceNode | MappingNode | None

    @property
    def span(self) -> Span:
        """Where it was written."""
        return self.places.span(self.start, self.end)

    @property
    def where(self) -> tuple[Places, int, int]:
        """What another node is given that is to stand at the same place."""
        return self.places, self.start, self.end


class Word(str, Placed):
    """A text; every key of a mapping is one. `plain` when it was written without quotes."""

    __slots__ = ("end", "key", "parent", "places", "plain", "start")

    plain: bool

    @classmethod
    def at(cls, text: str, places: Places, start: int, end: int, *, plain: bool = True) -> Word:
        """A text from one offset up to another."""
        word = cls(text)
        word.places = places
        word.start = start
        word.end = end
        word.plain = plain
        word.key = None
        word.parent = None
        return word

    @classmethod
    def of(cls, text: str, span: Span, *, plain: bool = True) -> Word:
        """A text at a place."""
        return cls.at(text, Known(span), 0, 0, plain=plain)

    @property
    def line(self) -> int:
        """The line it was written on, from 1."""
        return self.span.line

    @property
    def text(self) -> str:
        """What was written, without quotes."""
        return str(self)

    @property
    def value(self) -> str:
        """What it means: itself."""
        return str(self)


class Atom(Placed):
    """A number, a boolean or null by the core schema of YAML 1.2: what is no text.

    `text` is what was written; `blank` when it is a null that stands for an empty mapping.
    """

    __slots__ = ("blank", "end", "key", "parent", "places", "start", "text", "value")

    plain = True

    def __init__(
        self, text: str, value: bool | int | float | None, places: Places, start: int, end: int
    ) -> None:
        self.text = text
        self.value = value
        self.places = places
        self.start = start
        self.end = end
        self.key = None
        self.parent = None
        self.blank = False


class SequenceNode(list[Any], Placed):
    """A list.

    `origin` is the short form that it is the long form of. `broken` when an item was taken out; `doomed` are
    the items that `sweep` takes out.
    """

    __slots__ = ("broken", "doomed", "end", "key", "origin", "parent", "places", "start")

    def __init__(self, items: Iterable[Node], places: Places, start: int, end: int) -> None:
        list.__init__(self, items)
        self.places = places
        self.start = start
        self.end = end
        self.key = None
        self.parent = None
        self.origin: Node | None = None
        self.broken = False
        self.doomed = _NO_IDS


class MappingNode(dict[str, Any], Placed):
    """A mapping; its keys are Words.

    `origin` is the short form that it is the long form of. `broken` are the keys taken out; `model` is the
    class that read it, once one did.
    """

    __slots__ = ("broken", "end", "key", "model", "origin", "parent", "places", "start")

    model: Any

    def __init__(self, places: Places, start: int, end: int) -> None:
        self.places = places
        self.start = start
        self.end = end
        self.key = None
        self.parent = None
        self.origin: Node | None = None
        self.broken = _NO_KEYS

    def put(self, key: Word, value: Node) -> None:
        """Adds an entry."""
        value.key = key
        self[key] = value

    def key_of(self, name: str) -> Word:
        """The key as it was written. Raises KeyError where there is none."""
        for key in self:
            if key == name and isinstance(key, Word):
                return key
        raise KeyError(name)


Scalar = Word | Atom
Node = Word | Atom | SequenceNode | MappingNode


class Document(NamedTuple):
    """One file: its name, its text and its root node."""

    name: str
    text: str
    root: Node


def copied(node: Node) -> Node:
    """A node of its own, with everything in it. The depth is bounded by the document's own limit."""
    if isinstance(node, Word):
        return Word.at(node.text, *node.where, plain=node.plain)
    if isinstance(node, Atom):
        return Atom(node.text, node.value, *node.where)
    if isinstance(node, SequenceNode):
        return SequenceNode(map(copied, node), *node.where)
    mapping = MappingNode(*node.where)
    for key, value in node.items():
        assert isinstance(key, Word)
        mapping.put(Word.at(key.text, *key.where, plain=key.plain), copied(value))
    return mapping


def height(node: Node) -> int:
    """How many levels of lists and mappings a node has."""
    if isinstance(node, SequenceNode | MappingNode):
        inner = node if isinstance(node, SequenceNode) else node.values()
        return 1 + max(map(height, inner), default=0)
    return 0


def tie(root: Node) -> None:
    """Makes every node below a root know what it stands in, and every key its mapping."""
    pending = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, SequenceNode | MappingNode):
            inner: Iterable[Node] = node if isinstance(node, SequenceNode) else [*node, *node.values()]
            for child in inner:
                child.parent = node
                pending.append(child)


def untie(root: Node) -> None:
    """Makes every node below a root forget what it stands in, so that the tree is given back at once."""
    pending = [root]
    while pending:
        node = pending.pop()
        node.parent = None
        if isinstance(node, SequenceNode):
            pending += node
        elif isinstance(node, MappingNode):
            pending += [*node, *node.values()]
