"""Where things were written that a chart keeps no place of: declarations and texts.

The file is read a second time for it, when the first of them is asked for: a policy that nothing is found in
costs nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.document.node import MappingNode, Node, SequenceNode, Word
from policy_engine.document.read import read_document
from policy_engine.model.expressions.place import Place


class Places:
    """The places of one file."""

    def __init__(self, source: str | bytes, name: str) -> None:
        self._source = source
        self._name = name

    @cached_property
    def _root(self) -> Node:
        document = read_document(self._source, self._name, Diagnostics())
        assert document is not None  # it was read before
        return document.root

    def declared(self, section: str, name: str, *inner: str) -> Span:
        """The name of a declaration, or of something inside one: `events`, `offer`, `data`, `amount`."""
        node: Node | None = self._root
        place = Span.start_of(self._name)
        for key in (section, name, *inner):
            if not isinstance(node, MappingNode) or key not in node:
                return place
            place = node.key_of(key).span
            node = node[key]
        return place

    def value(self, name: str) -> Span:
        """A variable: it is declared as one, or as a statement."""
        root = self._root
        statements = root.get("statements") if isinstance(root, MappingNode) else None
        section = "statements" if isinstance(statements, MappingNode) and name in statements else "context"
        return self.declared(section, name)

    def text(self, text: str, owner: Span, language: str | None = None, key: str | None = None) -> Span:
        """A text that stands behind its owner's name, under a key and in a language if these are given."""
        word = self._word(text, owner, language, key)
        return owner if word is None else word.span

    def part(self, pattern: re.Pattern[str], text: str, owner: Span, language: str | None = None) -> Span:
        """The first part of a text that a pattern finds."""
        word = self._word(text, owner, language, None)
        match = pattern.search(text)
        if word is None or match is None:
            return owner
        return Place.of(word).span(*match.span())

    def _word(self, text: str, owner: Span, language: str | None, key: str | None) -> Word | None:
        for word, path in _words(self._root, ()):
            if word == text and word.span.order >= owner.order:
                here = language is None or language in path[-2:] or not language
                if here and (key is None or key in path):
                    return word
        return None


def _words(node: Node, path: tuple[str, ...]) -> Iterator[tuple[Word, tuple[str, ...]]]:
    """Every text below a node, with the keys that lead to it."""
    if isinstance(node, Word):
        yield node, path
    elif isinstance(node, SequenceNode):
        for item in node:
            yield from _words(item, path)
    elif isinstance(node, MappingNode):
        for key, value in node.items():
            yield from _words(value, (*path, str(key)))
