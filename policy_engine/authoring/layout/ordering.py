"""Puts the keys of a policy in the order in which editors offer them, where their order means nothing.

States, events and other names stay in the order in which they are written, for that is the order of the
document; so do the keys of a state under which something happens. So the policy does what it did. Its digest
is another one, because that counts every order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_engine.authoring.source import Source
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.fix import Edit, edited
from policy_engine.document.node import MappingNode, Node, SequenceNode, Word
from policy_engine.document.read import read_document
from policy_engine.model.load import load_chart

# Within a state, in document order (docs/language.md): what happens under these keys.
IN_ORDER = frozenset(("entry", "exit", "forbid", "must", "on", "always", "done", "after", "states"))
FIRST = ("else", "when")  # a branch reads best by its condition
MOST_ROUNDS = 40  # one for each level at the most

Part = tuple[int, int]


def in_order(text: str, name: str) -> str:
    """A policy with its keys in order; what is none, or has mistakes, stays as it is.

    text: no byte-order mark, lines that end in a line feed.
    """
    for _ in range(MOST_ROUNDS):
        edits = _round(text, name)
        if not edits:
            break
        text = edited(text, edits)
    return text


def _round(text: str, name: str) -> list[Edit]:
    """What is to be moved in the innermost mappings that are out of order."""
    sink = Diagnostics()
    document = read_document(text, name, sink)
    # Reading it as a policy tells which mapping is what.
    if document is None or load_chart(document, sink) is None:
        return []
    source = Source(text)
    edits: list[Edit] = []
    taken: list[Part] = []
    for node in _mappings(document.root):
        keys = [key for key in node if isinstance(key, Word)]
        wanted = _wanted(keys, node.model.keys())
        if wanted == keys or any(node.start <= start and end <= node.end for start, end in taken):
            continue
        parts = _parts(node, keys, source)
        if parts is None:
            continue
        taken.append((node.start, node.end))
        texts = {key: text[start:end] for key, (start, end) in zip(keys, parts, strict=True)}
        edits += [Edit(source.span(*part, name), texts[key]) for part, key in zip(parts, wanted, strict=True)]
    return edits


def _wanted(keys: Sequence[Word], offered: Sequence[str]) -> list[Word]:
    """The keys as they are offered, but for those that stay in their own order among themselves."""
    staying = iter([key for key in keys if key in IN_ORDER])
    ordered = sorted(keys, key=lambda key: (key not in FIRST, offered.index(key)))
    return [next(staying) if key in IN_ORDER else key for key in ordered]


def _mappings(root: Node) -> Iterator[MappingNode]:
    """The mappings of which it is known what they are, the innermost first."""
    found: list[MappingNode] = []
    pending = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, MappingNode):
            model = getattr(node, "model", None)
            if model is not None and len(node) > 1 and set(node) <= set(model.keys()):
                found.append(node)
            pending += node.values()
        elif isinstance(node, SequenceNode):
            pending += node
    return reversed(found)


def _parts(node: MappingNode, keys: Sequence[Word], source: Source) -> list[Part] | None:
    """The entries of a mapping, each with the comments that go with it; None where a comment stands so that
    nobody knows where it belongs.
    """
    if source.text[node.start] == "{":
        within = source.text[node.start : node.end]
        return None if "#" in within else [(key.start, node[key].end) for key in keys]
    parts = []
    for place, key in enumerate(keys):
        line, column = source.place(key.start)
        start = key.start
        if place:
            while source.lines[line - 2].startswith(" " * (column - 1) + "#"):
                line -= 1
            start = source.start_of(line) + column - 1
        last = source.place(node[key].end)[0]
        parts.append((start, source.start_of(last) + len(source.lines[last - 1])))
    return parts
