"""Entries of lists and mappings that mean nothing, or stand in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_engine.authoring.source import Source
from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.diagnostics.fix import Edit, Fix
from policy_engine.diagnostics.span import Span
from policy_engine.document.node import MappingNode, Node, SequenceNode, Word
from policy_engine.document.read import read_document

Part = tuple[int, int]  # of an entry of a collection: from its first character up to behind its last


def left_out(finding: Diagnostic, source: Source) -> Fix | None:
    """The file without the entry that begins where the finding stands."""
    return removed(finding.span, source)


def removed(span: Span, source: Source) -> Fix | None:
    """Takes out the entry of a list or mapping of which the key, or the item, stands at a place.

    None where it is the only one there, or the first behind a dash: what should be left then is for people
    to say. A comment on its lines goes with it.
    """
    start = source.offset(span)
    for collection, parts in _collections(source, span.file):
        own = next((at for at, part in enumerate(parts) if part[0] == start), None)
        if own is None:
            continue
        if len(parts) == 1:
            return None
        if source.text[collection.start] in "{[":
            return _from_brackets(parts, own, source, span.file)
        dashed = "-" in source.lines[span.line - 1][: span.column - 1]
        if dashed and isinstance(collection, MappingNode):
            return None
        return _lines(parts[own], source, span.file)
    return None


def names_beside(span: Span, source: Source) -> frozenset[str]:
    """The other keys of the mapping of which a key stands at a place; nothing where none does."""
    start = source.offset(span)
    for collection, parts in _collections(source, span.file):
        if isinstance(collection, MappingNode) and any(part[0] == start for part in parts):
            return frozenset(collection)
    return frozenset()


def else_to_the_end(finding: Diagnostic, source: Source) -> Fix | None:
    """The branches of a list with the `else` behind the others, each where another one stood."""
    start = source.offset(finding.span)
    for collection, parts in _collections(source, finding.file):
        own = next((at for at, part in enumerate(parts) if part[0] <= start < part[1]), None)
        if own is None or not isinstance(collection, SequenceNode) or own == len(parts) - 1:
            continue
        several = sum(isinstance(item, MappingNode) and "else" in item for item in collection) > 1
        if several or "#" in source.text[parts[own][0] : parts[-1][1]]:
            return None  # a comment would come to stand with another branch than its own
        texts = [source.text[first:last] for first, last in parts[own:]]
        places = [source.span(first, last, finding.file) for first, last in parts[own:]]
        return Fix(tuple(map(Edit, places, [*texts[1:], texts[0]])))
    return None


def _collections(source: Source, file: str) -> Iterator[tuple[SequenceNode | MappingNode, Sequence[Part]]]:
    """Every list and mapping with its entries, the innermost first."""
    document = read_document(source.text, file, Diagnostics())
    pending: list[Node] = [] if document is None else [document.root]
    found: list[tuple[SequenceNode | MappingNode, Sequence[Part]]] = []
    while pending:
        node = pending.pop()
        if isinstance(node, SequenceNode):
            found.append((node, [(item.start, item.end) for item in node]))
            pending += node
        elif isinstance(node, MappingNode):
            keys = [key for key in node if isinstance(key, Word)]
            found.append((node, [(key.start, node[key].end) for key in keys]))
            pending += node.values()
    return reversed(found)


def _from_brackets(parts: Sequence[Part], own: int, source: Source, file: str) -> Fix:
    """Takes an entry out with one of the commas around it."""
    last = own == len(parts) - 1
    start, end = (parts[own - 1][1], parts[own][1]) if last else (parts[own][0], parts[own + 1][0])
    return Fix((Edit(source.span(start, end, file), ""),))


def _lines(part: Part, source: Source, file: str) -> Fix:
    """Takes out the lines of an entry of a block, its dash included."""
    (line, _), (last, _) = source.place(part[0]), source.place(part[1])
    return Fix((Edit(Span(file, line, 1, last + 1, 1), ""),))
