"""The nodes of a document: what was written, and where."""

from __future__ import annotations

from policy_engine.diagnostics.span import Span
from policy_engine.records import record


@record
class Scalar:
    """A word, number, boolean, null or text.

    `value` is resolved by the YAML 1.2 core schema when `plain` (written without quotes), else it is a `str`;
    `text` is what was written, without quotes.
    """

    span: Span
    value: bool | int | float | str | None
    text: str
    plain: bool


@record
class SequenceNode:
    """A list."""

    span: Span
    items: tuple[Node, ...]


@record
class Entry:
    """One `key: value` of a mapping."""

    key: Scalar
    value: Node


@record
class MappingNode:
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


@record
class Document:
    """One file: its name, its text and its root node."""

    name: str
    text: str
    root: Node
