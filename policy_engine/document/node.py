"""The nodes of a document: what was written, and where.

They are Python's own texts, lists and dicts, so that whatever reads them reads them at once; each knows its
place besides. What a node stands in is only known after `tie`: a tree whose branches know their root is only
given back when Python looks for such rings, and nobody asks unless there is a mistake.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from policy_engine.diagnostics.span import Span

_NO_KEYS: Final[frozenset[str]] = frozenset()
_NO_IDS: Final[frozenset[int]] = frozenset()
new = tuple.__new__  # makes a named tuple in a third of the time of its constructor


def _span(node: Node) -> Span:
    """Where a node was written. Few nodes are ever asked, so none makes it before."""
    return new(Span, (node.file, node.line, node.column, node.end_line, node.end_column))


class Word(str):
    """A text, a word among them; every key of a mapping is one.

    `plain` when it was written without quotes; `key` is the word before it in its mapping.
    """

    # Numbers and not a Span: Python's collector has half as many objects to look at while a file is read.
    __slots__ = ("column", "end_column", "end_line", "file", "key", "line", "parent", "plain")

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    plain: bool
    key: Word | None
    parent: SequenceNode | MappingNode | None

    @classmethod
    def of(cls, text: str, span: Span, *, plain: bool = True) -> Word:
        """A text at a place."""
        word = cls(text)
        word.file, word.line, word.column, word.end_line, word.end_column = span
        word.plain = plain
        word.key = None
        word.parent = None
        return word

    @property
    def span(self) -> Span:
        """Where it was written."""
        return _span(self)

    @property
    def text(self) -> str:
        """What was written, without quotes."""
        return str(self)

    @property
    def value(self) -> str:
        """What it means: itself."""
        return str(self)


class Atom:
    """A number, a boolean or null by the core schema of YAML 1.2: what is no text.

    `text` is what was written; `blank` when it is a null that stands for an empty mapping.
    """

    __slots__ = (
        "blank",
        "column",
        "end_column",
        "end_line",
        "file",
        "key",
        "line",
        "parent",
        "text",
        "value",
    )

    plain = True

    def __init__(self, text: str, value: bool | int | float | None, span: Span) -> None:
        self.text = text
        self.value = value
        self.file, self.line, self.column, self.end_line, self.end_column = span
        self.key: Word | None = None
        self.parent: SequenceNode | MappingNode | None = None
        self.blank = False

    @property
    def span(self) -> Span:
        """Where it was written."""
        return _span(self)


class SequenceNode(list[Any]):
    """A list.

    `origin` is the short form that it is the long form of. `broken` when an item was taken out; `doomed` are
    the items that `sweep` takes out.
    """

    __slots__ = (
        "broken",
        "column",
        "doomed",
        "end_column",
        "end_line",
        "file",
        "key",
        "line",
        "origin",
        "parent",
    )

    def __init__(
        self, items: Iterable[Node], file: str, line: int, column: int, end_line: int, end_column: int
    ) -> None:
        list.__init__(self, items)
        self.file = file
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column
        self.key: Word | None = None
        self.parent: SequenceNode | MappingNode | None = None
        self.origin: Node | None = None
        self.broken = False
        self.doomed = _NO_IDS

    @property
    def span(self) -> Span:
        """Where it was written."""
        return _span(self)


class MappingNode(dict[str, Any]):
    """A mapping; its keys are Words.

    `origin` is the short form that it is the long form of. `broken` are the keys taken out; `model` is the
    class that read it.
    """

    __slots__ = (
        "broken",
        "column",
        "end_column",
        "end_line",
        "file",
        "key",
        "line",
        "model",
        "origin",
        "parent",
    )

    def __init__(self, file: str, line: int, column: int, end_line: int, end_column: int) -> None:
        self.file = file
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column
        self.key: Word | None = None
        self.parent: SequenceNode | MappingNode | None = None
        self.origin: Node | None = None
        self.broken = _NO_KEYS
        self.model: Any = None

    @property
    def span(self) -> Span:
        """Where it was written."""
        return _span(self)

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
        return Word.of(node.text, node.span, plain=node.plain)
    if isinstance(node, Atom):
        return Atom(node.text, node.value, node.span)
    if isinstance(node, SequenceNode):
        return SequenceNode(map(copied, node), *node.span)
    mapping = MappingNode(*node.span)
    for key, value in node.items():
        assert isinstance(key, Word)
        mapping.put(Word.of(key.text, key.span, plain=key.plain), copied(value))
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
