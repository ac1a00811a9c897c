"""Nodes as pydantic reads them: long forms in the place of short ones, and parts with a mistake taken out.

A part that cannot be read is taken out so that the rest can still be checked, and leaves a mark (`broken`):
nobody is told that something is missing which was only misspelt. Where the document itself lost an entry that
could not be read, the mark is UNREAD: any key may have stood there.
"""

from __future__ import annotations

from collections.abc import Iterable

from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Atom, MappingNode, Node, SequenceNode, Word

UNREAD = "\N{HORIZONTAL ELLIPSIS}"


def wrap(node: Node, **entries: object) -> MappingNode:
    """A mapping in the long form that stands at the same place as its short form `node`."""
    mapping = MappingNode(node.places, node.start, node.end)
    mapping.key = node.key
    mapping.parent = node.parent
    mapping.origin = node
    mapping.update(entries)
    return mapping


def enlist(node: Node, items: Iterable[Node] | None = None) -> SequenceNode:
    """A list that stands at the place of its short form, and holds that alone where no items are given."""
    sequence = SequenceNode((node,) if items is None else items, *node.where)
    sequence.key = node.key
    sequence.parent = node.parent
    sequence.origin = node
    return sequence


def is_nothing(node: object) -> bool:
    """Whether nothing stands behind the key."""
    return isinstance(node, Atom) and node.value is None


def emptied(nothing: Atom) -> MappingNode:
    """An empty mapping in the place of the nothing behind a key; both count as the same content."""
    nothing.blank = True
    return wrap(nothing)


def place(node: Node) -> Span:
    """Where to point when something about a node as a whole is wrong: its key, else its first character."""
    return first_character(node.span) if node.key is None else node.key.span


def first_character(span: Span) -> Span:
    """The place where a longer one begins."""
    return Span(span.file, span.line, span.column, span.line, span.column + 1)


def written(node: Node) -> Node:
    """What stands in the file: the shortest form of a node."""
    while isinstance(node, SequenceNode | MappingNode) and node.origin is not None:
        node = node.origin
    return node


def take_out(node: Node) -> SequenceNode | None:
    """Takes a node, or the entry of a key, out of what it stands in; marks an item of a list only.

    Gives the list that is to be swept, for lists are swept once, however many of their items are broken.
    Raises LookupError for the root of a document.
    """
    parent = node.parent
    if isinstance(parent, SequenceNode):
        parent.broken = True
        parent.doomed |= {id(written(node))}
        return parent
    if parent is None:
        raise LookupError("the root of a document stands in nothing")
    key = str(node if node.key is None else node.key)
    parent.broken |= {key}
    parent.pop(key, None)
    return None


def sweep(sequence: SequenceNode) -> None:
    """Takes out the items that were marked."""
    sequence[:] = [item for item in sequence if id(item) not in sequence.doomed]
    sequence.doomed = frozenset()


def mark_unread(root: Node, spot: Span) -> None:
    """Marks the innermost mapping around a place where the document could not be read."""
    found: MappingNode | None = None
    pending: list[Node] = [root]
    while pending:
        node = pending.pop()
        if not isinstance(node, SequenceNode | MappingNode) or not _within(spot, node.span):
            continue
        found = node if isinstance(node, MappingNode) else found
        pending += node.values() if isinstance(node, MappingNode) else node
    if found is not None:
        found.broken |= {UNREAD}


def _within(inner: Span, outer: Span) -> bool:
    return outer.order <= inner.order <= (outer.end_line, outer.end_column)


def plain(node: object) -> object:
    """Nodes as plain data: dict, list, str, bool, int, float, None."""
    if isinstance(node, Word | Atom):
        return node.value
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node]
    if isinstance(node, MappingNode):
        return {str(key): plain(value) for key, value in node.items()}
    return node
