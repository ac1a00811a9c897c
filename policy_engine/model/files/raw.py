"""A document as pydantic can read it: dicts, lists and leaves that remember where they were written.

Every container knows its parent, so that a part with a mistake can be taken out and the rest still be
checked. What was taken out leaves a mark (`broken`): nobody is told that something is missing which was only
misspelt. Where the document itself lost an entry that could not be read, the mark is UNREAD: any key may have
stood there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from policy_engine.diagnostics.span import Span
from policy_engine.document.node import MappingNode, Node, Scalar, SequenceNode

UNREAD = "\N{HORIZONTAL ELLIPSIS}"


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
    """A list. `broken` when an item was taken out; `doomed` are the nodes that `sweep` takes out."""

    __slots__ = ("broken", "doomed", "key", "node", "parent")

    def __init__(
        self, node: Node, items: Iterable[Raw] = (), parent: Raw | None = None, key: Word | None = None
    ) -> None:
        list.__init__(self, items)
        self.node = node
        self.parent = parent
        self.key = key
        self.broken = False
        self.doomed: set[int] = set()

    @property
    def span(self) -> Span:
        return self.node.span


class Mapped(dict[str, Any]):
    """A mapping; its keys are Words. `broken` are the keys taken out, `known` those that its model has."""

    __slots__ = ("broken", "key", "known", "node", "parent")

    def __init__(self, node: Node, parent: Raw | None = None, key: Word | None = None) -> None:
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
    for scalar, value in node.entries:
        word = Word(scalar.text)
        word.scalar = scalar
        word.owner = mapped
        # Most values are scalars, and every value of a file passes here.
        mapped[word] = Leaf(value, mapped, word) if type(value) is Scalar else convert(value, mapped, word)
    return mapped


def untie(root: Raw) -> None:
    """Makes every value forget what it stands in, once nothing is asked of a file any more.

    A tree whose branches know their root is only given back when Python looks for such rings, and that
    takes longer than reading the file did.
    """
    pending: list[Raw] = [root]
    while pending:
        raw = pending.pop()
        raw.parent = raw.key = None
        if isinstance(raw, Mapped):
            for word in raw:
                word.owner = None  # type: ignore[attr-defined]  # the keys of a root are Words
            pending += raw.values()
        elif isinstance(raw, Listing):
            pending += raw


def wrap(raw: Raw, **entries: object) -> Mapped:
    """A mapping in the long form that stands at the same place as its short form `raw`."""
    mapped = Mapped(raw.node, raw.parent, raw.key)
    mapped.update(entries)
    return mapped


def is_nothing(raw: object) -> bool:
    """Whether nothing stands behind the key."""
    return isinstance(raw, Leaf) and raw.node.value is None


def emptied(nothing: Leaf) -> Mapped:
    """An empty mapping in the place of the nothing behind a key, so that both count as the same content."""
    assert isinstance(nothing.parent, Mapped)
    assert nothing.key is not None
    mapped = Mapped(nothing.node, nothing.parent, nothing.key)
    nothing.parent[nothing.key] = mapped
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


def take_out(raw: Raw | Word) -> Listing | None:
    """Takes a raw value, or the entry of a key, out of what it stands in; marks an item of a list only.

    Gives the list that is to be swept, for lists are swept once, however many of their items are broken.
    Raises LookupError for the root of a document.
    """
    owner = raw.owner if isinstance(raw, Word) else raw.parent
    if isinstance(owner, Listing):
        owner.broken = True
        owner.doomed.add(id(raw.node))  # type: ignore[union-attr]  # a key stands in no list
        return owner
    if not isinstance(owner, Mapped):
        raise LookupError("the root of a document stands in nothing")
    key = str(raw if isinstance(raw, Word) else raw.key)
    owner.broken.add(key)
    owner.pop(key, None)
    return None


def sweep(listing: Listing) -> None:
    """Takes out the items that were marked."""
    listing[:] = [item for item in listing if id(item.node) not in listing.doomed]
    listing.doomed.clear()


def mark_unread(root: Raw, spot: Span) -> None:
    """Marks the innermost mapping around a place where the document could not be read."""
    found: Mapped | None = None
    pending: list[Raw] = [root]
    while pending:
        raw = pending.pop()
        if isinstance(raw, Leaf) or not _within(spot, raw.span):
            continue
        found = raw if isinstance(raw, Mapped) else found
        pending += raw.values() if isinstance(raw, Mapped) else raw
    if found is not None:
        found.broken.add(UNREAD)


def _within(inner: Span, outer: Span) -> bool:
    return outer.order <= inner.order <= (outer.end_line, outer.end_column)


def plain(raw: object) -> object:
    """Raw values as plain data: dict, list, str, bool, int, float, None."""
    if isinstance(raw, Leaf):
        return raw.node.value
    if isinstance(raw, Listing):
        return [plain(item) for item in raw]
    if isinstance(raw, Mapped):
        return {str(key): plain(value) for key, value in raw.items()}
    return raw
