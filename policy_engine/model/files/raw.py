"""A document as pydantic can read it: dicts, lists and leaves that remember where they were written.

Every container knows its parent, so that a part with a mistake can be taken out and the rest still be checked.
What was taken out leaves a mark (`broken`): nobody is told that something is missing which was only misspelt.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from policy_engine.diagnostics.span import Span
from policy_engine.document.node import MappingNode, Node, Scalar, SequenceNode


class Word(str):
    """A written text that knows its place; a key also knows the mapping it stands in."""

    __slots__ = ("owner", "scalar")

    scalar: Scalar
    owner: Mapped | None

    @classmethod
    def of(cls, scalar: Scalar, owner: Mapped | None = None) -> Word:
        """The text of a scalar."""
        word = cls(scalar.text)
        word.scalar = scalar
        word.owner = owner
        return word

    @property
    def span(self) -> Span:
        return self.scalar.span

    def __getnewargs__(self) -> tuple[str]:
        return (str(self),)


class Leaf:
    """A word, number, boolean, null or text."""

    __slots__ = ("key", "node", "parent")

    def __init__(self, node: Scalar, parent: Raw | None = None, key: Word | None = None) -> None:
        self.node = node
        self.parent = parent
        self.key = key

    @property
    def span(self) -> Span:
        return self.node.span


class Listing(list[Any]):
    """A list. `broken` when an item was taken out."""

    __slots__ = ("broken", "key", "node", "parent")

    def __init__(
        self, node: Node, items: Iterable[Raw] = (), parent: Raw | None = None, key: Word | None = None
    ) -> None:
        super().__init__(items)
        self.node = node
        self.parent = parent
        self.key = key
        self.broken = False

    @property
    def span(self) -> Span:
        return self.node.span


class Mapped(dict[str, Any]):
    """A mapping; its keys are Words. `broken` holds the keys that were taken out, `known` those its model has."""

    __slots__ = ("broken", "key", "known", "node", "parent")

    def __init__(self, node: Node, parent: Raw | None = None, key: Word | None = None) -> None:
        super().__init__()
        self.node = node
        self.parent = parent
        self.key = key
        self.broken: set[str] = set()
        self.known: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        return self.node.span

    def key_of(self, name: str) -> Word:
        """The key as it was written. Raises KeyError where there is none."""
        for key in self:
            if key == name and isinstance(key, Word):
                return key
        raise KeyError(name)


Raw = Leaf | Listing | Mapped


def convert(node: Node, parent: Raw | None = None, key: Word | None = None) -> Raw:
    """Nodes to raw values. The depth is bounded by the document's own limit."""
    if isinstance(node, Scalar):
        return Leaf(node, parent, key)
    if isinstance(node, SequenceNode):
        listing = Listing(node, (), parent, key)
        listing.extend(convert(item, listing) for item in node.items)
        return listing
    return _mapped(node, parent, key)


def _mapped(node: MappingNode, parent: Raw | None, key: Word | None) -> Mapped:
    mapped = Mapped(node, parent, key)
    for entry in node.entries:
        word = Word.of(entry.key, mapped)
        mapped[word] = convert(entry.value, mapped, word)
    return mapped


def wrap(raw: Raw, **entries: object) -> Mapped:
    """A mapping in the long form that stands at the same place as its short form `raw`."""
    mapped = Mapped(raw.node, raw.parent, raw.key)
    mapped.update(entries)
    return mapped


def enlist(raw: Raw) -> Listing:
    """A list of one that stands at the place of its item."""
    return Listing(raw.node, [raw], raw.parent, raw.key)


def place(raw: Raw) -> Span:
    """Where to point when something about `raw` as a whole is wrong: its key, else its first character."""
    if raw.key is not None:
        return raw.key.span
    return first_character(raw.span)


def first_character(span: Span) -> Span:
    """The place where a longer one begins."""
    return Span(span.file, span.line, span.column, span.line, span.column + 1)


def take_out(raw: Raw | Word) -> bool:
    """Removes a raw value, or the entry of a key, from what it stands in. False for the root of a document."""
    owner = raw.owner if isinstance(raw, Word) else raw.parent
    if isinstance(owner, Mapped):
        key = str(raw if isinstance(raw, Word) else raw.key)
        owner.broken.add(key)
        return owner.pop(key, None) is not None
    if isinstance(owner, Listing):
        owner.broken = True
        before = len(owner)
        owner[:] = [item for item in owner if item is not raw]
        return len(owner) < before
    return False


def plain(raw: object) -> object:
    """Raw values as plain data: dict, list, str, bool, int, float, None."""
    if isinstance(raw, Leaf):
        return raw.node.value
    if isinstance(raw, Listing):
        return [plain(item) for item in raw]
    if isinstance(raw, Mapped):
        return {str(key): plain(value) for key, value in raw.items()}
    return raw
