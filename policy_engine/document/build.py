"""Events to nodes, on a stack of its own.

Invariants: `_open` holds the collections that are not closed yet, outermost first; `_size` counts every
node with aliases followed, and an alias shares the node it names, so counting costs nothing and a bomb
stays small.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.limits import MAX_DEPTH, MAX_NODES, MAX_NUMBER
from policy_engine.document.node import Entry, MappingNode, Node, Scalar, SequenceNode
from policy_engine.document.quoting import shown
from policy_engine.document.scalars import Resolved, resolve
from policy_engine.document.text import UNSEEN, describe


class RefusedError(Exception):
    """the rest of this file is not read; the reason is in the sink"""


@dataclass(slots=True)
class _Built:
    """A finished node with what it weighs: nodes and levels, aliases followed."""

    node: Node
    size: int
    height: int
    anchor: str | None = None


@dataclass(slots=True)
class _Collection:
    mapping: bool
    flow: bool
    span: Span
    anchor: str | None
    children: list[_Built] = field(default_factory=list)


class Builder:
    """Takes the events of one file and keeps its root."""

    def __init__(self, name: str, lines: list[str], sink: Diagnostics) -> None:
        self.root: Node | None = None
        self._name = name
        self._lines = lines
        self._sink = sink
        self._open: list[_Collection] = []
        self._anchors: dict[str, _Built | None] = {}  # None while the anchored collection is open
        self._size = 0
        self._take = {
            yaml.DocumentStartEvent: self._start,
            yaml.ScalarEvent: self._scalar,
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: self._enter,
            yaml.SequenceStartEvent: self._enter,
            yaml.MappingEndEvent: self._leave,
            yaml.SequenceEndEvent: self._leave,
        }

    def take(self, event: yaml.Event) -> None:
        """One more event. Raises RefusedError past a limit, and where nothing after it can be trusted."""
        handler = self._take.get(type(event))
        if handler is not None:
            handler(event)

    def _start(self, event: Any) -> None:
        if self.root is not None:
            raise self._refused("second-document", self._span(event))

    def _scalar(self, event: Any) -> None:
        span = self._span(event)
        self._grow(1, 0, span)
        self._refuse_tag(event, span)
        text: str = event.value
        plain = event.style is None or event.style == ""
        if event.style in ("|", ">"):
            span = self._trimmed(span)
        value: Resolved = text
        if plain:
            value = self._resolve(text, span)
            self._warn_of_lost_text(span)
        elif event.style == '"':
            # Escapes can write what may not stand in the file itself.
            unseen = UNSEEN.search(text)
            if unseen is not None:
                self._sink.error("unseen-character", span, character=describe(unseen.group()))
                text = value = UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
        self._add(_Built(Scalar(span, value, text, plain), 1, 0, event.anchor))

    def _resolve(self, text: str, span: Span) -> Resolved:
        try:
            return resolve(text)
        except OverflowError:
            self._sink.error("number-too-long", span, limit=MAX_NUMBER)
            return text

    def _warn_of_lost_text(self, span: Span) -> None:
        """`#1` after an unquoted text starts a comment; one that is meant has a space after its sign."""
        rest = self._lines[span.end_line - 1][span.end_column - 1 :]
        lost = rest.lstrip()
        if span.column != span.end_column and lost != rest and lost[:1] == "#" and lost[1:2].strip(" \t#!"):
            column = span.end_column + len(rest) - len(lost)
            place = Span(span.file, span.end_line, column, span.end_line, column + len(lost))
            self._sink.warning("text-lost-as-comment", place, lost=shown(lost))

    def _alias(self, event: Any) -> None:
        span = self._span(event)
        name: str = event.anchor
        if name not in self._anchors:
            raise self._refused("unknown-alias", span, name=name, suggestion=closest(name, self._anchors))
        target = self._anchors[name]
        if target is None:
            raise self._refused("recursive-alias", span, name=name)
        self._grow(target.size, target.height, span)
        self._add(_Built(target.node, target.size, target.height))

    def _enter(self, event: Any) -> None:
        span = self._span(event)
        self._grow(1, 1, span)
        self._refuse_tag(event, span)
        mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Collection(mapping, bool(event.flow_style), span, event.anchor))
        if event.anchor is not None:
            self._anchors[event.anchor] = None

    def _leave(self, event: Any) -> None:
        done = self._open.pop()
        end = self._span(event) if done.flow or not done.children else done.children[-1].node.span
        span = Span(done.span.file, done.span.line, done.span.column, end.end_line, end.end_column)
        if (span.end_line, span.end_column) < span.order:
            span = done.span  # its last child is an alias to something further up
        size = 1 + sum(child.size for child in done.children)
        height = 1 + max((child.height for child in done.children), default=0)
        node: Node
        if done.mapping:
            node = MappingNode(span, self._entries(done))
        else:
            node = SequenceNode(span, tuple(child.node for child in done.children))
        self._add(_Built(node, size, height, done.anchor))

    def _entries(self, done: _Collection) -> tuple[Entry, ...]:
        """The entries of a mapping; a key that cannot be used is reported and left out."""
        entries: dict[str, Entry] = {}
        for index in range(0, len(done.children), 2):
            key, value = done.children[index].node, done.children[index + 1].node
            if not isinstance(key, Scalar):
                self._sink.error("key-is-no-word", key.span)
            elif key.plain and not key.text:
                self._sink.error("key-missing", value.span)
            elif key.plain and key.text == "<<":
                self._sink.error("merge-key", key.span)
            elif key.plain and key.text != key.text.strip():
                self._sink.error("hard-space-indentation", key.span)
            elif key.text in entries:
                first = entries[key.text].key.span.line
                self._sink.error("duplicate-key", key.span, key=key.text, line=first)
            else:
                if done.flow and key.plain and not self._followed_by_colon(key.span, value):
                    self._sink.error("word-without-value", key.span, word=shown(key.text))
                entries[key.text] = Entry(key, value)
        return tuple(entries.values())

    def _followed_by_colon(self, span: Span, value: Node) -> bool:
        """Whether `{a, b}` was written where `{a: ..., b: ...}` is the form."""
        if not (isinstance(value, Scalar) and value.plain and not value.text):
            return True
        rest = self._lines[span.end_line - 1][span.end_column - 1 :] + "".join(
            self._lines[span.end_line :][:1]
        )
        return rest.lstrip().startswith(":")

    def _add(self, built: _Built) -> None:
        if built.anchor is not None:
            self._anchors[built.anchor] = built
        if self._open:
            self._open[-1].children.append(built)
        else:
            self.root = built.node

    def _grow(self, size: int, height: int, span: Span) -> None:
        self._size += size
        if len(self._open) + height > MAX_DEPTH:
            raise self._refused("too-deep", span, limit=MAX_DEPTH)
        if self._size > MAX_NODES:
            raise self._refused("too-many-nodes", span, limit=MAX_NODES)

    def _refuse_tag(self, event: Any, span: Span) -> None:
        if event.tag is not None:
            self._sink.error("tag", span, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _refused(self, code: str, span: Span, **fields: object) -> RefusedError:
        self._sink.error(code, span, **fields)
        return RefusedError()

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self._name, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _trimmed(self, span: Span) -> Span:
        """The parser ends a `|` or `>` text where the next thing begins; ours ends with its last line."""
        last = min(span.end_line, len(self._lines))
        while last > span.line and (last == span.end_line or not self._lines[last - 1].strip()):
            last -= 1
        return Span(span.file, span.line, span.column, last, len(self._lines[last - 1]) + 1)
