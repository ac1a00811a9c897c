"""The nodes of a document: what was written, and where."""

from __future__ import annotations

from typing import NamedTuple

from policy_engine.diagnostics.span import Span


class Scalar(NamedTuple):
    """A word, number, boolean, null or text.

    `value` is resolved by the YAML 1.2 core schema when `plain` (written without quotes), else it is a `str`;
    `text` is what was written, without quotes.
    """

    span: Span
    value: bool | int | float | str | None
    text: str
    plain: bool


class SequenceNode(NamedTuple):
    """A list."""

    span: Span
    items: tuple[Node, ...]


class Entry(NamedTuple):
    """One `key: value` of a mapping."""

    key: Scalar
    value: Node


class MappingNode(NamedTuple):
    """A mapping; keys are unique."""

    span: Span
    entries: tuple[Entry, ...]

    def get(self, key: str) -> Node | None:
        """The value under `key`, or None."""
        for entry in self.entries:
            if entry.key.text == key:
                return entry.value
        return None


Node = Scalar | SequenceNode | MappingNode


class Document(NamedTuple):
    """One file: its name, its text and its root node."""

    name: str
    text: str
    root: Node
