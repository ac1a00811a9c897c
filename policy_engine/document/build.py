"""Events to nodes, on a stack of its own.

Invariants: `_open` holds the collections that are not closed yet, outermost first; `_size` counts every
node with aliases followed, and an alias shares the node it names, so counting costs nothing and a bomb
stays small.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

import yaml

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.limits import MAX_DEPTH, MAX_NODES, MAX_NUMBER
from policy_engine.document.node import Entry, MappingNode, Node, Scalar, SequenceNode
from policy_engine.document.quoting import shown
from policy_engine.document.scalars import Resolved, resolve
from policy_engine.document.text import UNSEEN, describe

_HARD_SPACE: Final = "\u00a0"
new = tuple.__new__  # makes a named tuple in a third of the time of its constructor


class RefusedError(Exception):
    """the rest of this file is not read; the reason is in the sink"""


class _Anchored(NamedTuple):
    """What an anchor names, with what it weighs: nodes and levels, aliases followed."""

    node: Node
    size: int
    height: int


class _Collection:
    """One that is not closed yet. `children` of a mapping are its keys and values in turn."""

    __slots__ = ("alias", "anchor", "children", "column", "flow", "height", "line", "size_before")

    def __init__(self, line: int, column: int, flow: bool, anchor: str | None, size_before: int) -> None:
        self.line = line
        self.column = column
        self.flow = flow
        self.anchor = anchor
        self.size_before = size_before
        self.children: list[Node] = []
        self.alias: tuple[Node, Span] | None = None  # the last node that an alias stands for, and its place
        self.height = 1

    def last(self) -> Span:
        """Where the last child was written; one without brackets has one."""
        node = self.children[-1]
        return self.alias[1] if self.alias is not None and self.alias[0] is node else node.span


class Builder:
    """Takes the events of one file and keeps its root.

    Most of a file is scalars, and most of the rest are mappings, so what is done for each calls little and
    makes its tuples without the constructors' detours.
    """

    def __init__(self, name: str, lines: list[str], sink: Diagnostics) -> None:
        self._name = name
        self._lines = lines
        self._count = len(lines)
        self._sink = sink
        self._open: list[_Collection] = []
        self._roots: list[Node] = []
        self._children = self._roots  # of the innermost open collection
        self._anchors: dict[str, _Anchored | None] = {}  # None while the anchored collection is open
        self._size = 0
        self._with_remark = {number for number, line in enumerate(lines) if "#" in line}
        self._take: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: self._enter,
            yaml.SequenceStartEvent: self._enter,
            yaml.MappingEndEvent: self._leave_mapping,
            yaml.SequenceEndEvent: self._leave_sequence,
            yaml.DocumentStartEvent: self._start,
        }

    @property
    def root(self) -> Node | None:
        return self._roots[0] if self._roots else None

    def read(self, events: Iterable[Any]) -> None:
        """Takes the events of a file. Raises RefusedError past a limit, or where no later one makes sense."""
        handlers = self._take
        for event in events:
            handler = handlers.get(type(event))
            if handler is not None:
                handler(event)

    def _start(self, event: Any) -> None:
        if self._roots:
            raise self._refused("second-document", self._span(event))

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        last: int = end.line
        if last < self._count:
            span = new(Span, (self._name, start.line + 1, start.column + 1, last + 1, end.column + 1))
        else:
            span = self._span(event)
        self._size += 1
        if self._size > MAX_NODES:
            raise self._refused("too-many-nodes", span, limit=MAX_NODES)
        if event.tag is not None:
            self._refuse_tag(event, span)
        text: str = event.value
        style = event.style
        value: Resolved = text
        if not style:
            try:
                value = resolve(text)
            except OverflowError:
                self._sink.error("number-too-long", span, limit=MAX_NUMBER)
            if last in self._with_remark:
                self._warn_of_lost_text(span)
        elif style == '"':
            # Escapes can write what may not stand in the file itself.
            unseen = None if text.isprintable() else UNSEEN.search(text)
            if unseen is not None:
                self._sink.error("unseen-character", span, character=describe(unseen.group()))
                text = value = UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
        elif style in "|>":
            span = self._trimmed(span)
        node = new(Scalar, (span, value, text, not style))
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(node, 1, 0)
        self._children.append(node)

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
        parent = self._open[-1]  # there is one, as an anchor stands before its alias
        parent.height = max(parent.height, target.height + 1)
        parent.alias = (target.node, span)
        self._children.append(target.node)

    def _enter(self, event: Any) -> None:
        self._size += 1
        if self._size > MAX_NODES or len(self._open) >= MAX_DEPTH:
            self._size -= 1
            self._grow(1, 1, self._span(event))
        if event.tag is not None:
            self._refuse_tag(event, self._span(event))
        start, anchor = event.start_mark, event.anchor
        opened = _Collection(start.line + 1, start.column + 1, event.flow_style, anchor, self._size - 1)
        self._open.append(opened)
        self._children = opened.children
        if anchor is not None:
            self._anchors[anchor] = None

    def _leave_mapping(self, event: Any) -> None:
        done = self._open.pop()
        self._close(done, new(MappingNode, (self._around(done, event), self._entries(done))))

    def _leave_sequence(self, event: Any) -> None:
        done = self._open.pop()
        self._close(done, new(SequenceNode, (self._around(done, event), tuple(done.children))))

    def _around(self, done: _Collection, event: Any) -> Span:
        """From its first character to its bracket, or to the end of its last child."""
        last = self._span(event) if done.flow else done.last()
        return new(Span, (self._name, done.line, done.column, last[3], last[4]))

    def _close(self, done: _Collection, node: Node) -> None:
        if done.anchor is not None:
            self._anchors[done.anchor] = _Anchored(node, self._size - done.size_before, done.height)
        if self._open:
            parent = self._open[-1]
            if parent.height <= done.height:
                parent.height = done.height + 1
            self._children = parent.children
        else:
            self._children = self._roots
        self._children.append(node)

    def _entries(self, done: _Collection) -> tuple[Entry, ...]:
        """The entries of a mapping; a key that cannot be used is reported and left out."""
        entries: dict[str, Entry] = {}
        for key, value in zip(done.children[::2], done.children[1::2], strict=True):
            if type(key) is not Scalar:
                self._sink.error("key-is-no-word", key.span)
                continue
            text = key.text
            if not text.isidentifier() and key.plain and _is_odd(text):
                self._refuse_key(key, value)
            elif text in entries:
                self._sink.error("duplicate-key", key.span, key=text, line=entries[text].key.span.line)
            else:
                if done.flow and key.plain and type(value) is Scalar and not value.text:
                    self._refuse_word(key, value)
                entries[text] = new(Entry, (key, value))
        return tuple(entries.values())

    def _refuse_key(self, key: Scalar, value: Node) -> None:
        if not key.text:
            self._sink.error("key-missing", value.span)
        elif key.text == "<<":
            self._sink.error("merge-key", key.span)
        else:
            self._sink.error("hard-space-indentation", key.span)

    def _refuse_word(self, key: Scalar, value: Scalar) -> None:
        """`{a, b}` where `{a: ..., b: ...}` is the form."""
        span = key.span
        rest = self._lines[span.end_line - 1][span.end_column - 1 :].lstrip()
        if value.plain and not rest.startswith(":"):
            self._sink.error("word-without-value", span, word=shown(key.text))

    def _grow(self, size: int, height: int, span: Span) -> None:
        self._size += size
        if len(self._open) + height > MAX_DEPTH:
            raise self._refused("too-deep", span, limit=MAX_DEPTH)
        if self._size > MAX_NODES:
            raise self._refused("too-many-nodes", span, limit=MAX_NODES)

    def _refuse_tag(self, event: Any, span: Span) -> None:
        self._sink.error("tag", span, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _refused(self, code: str, span: Span, **fields: object) -> RefusedError:
        self._sink.error(code, span, **fields)
        return RefusedError()

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        if end.line < self._count:
            return new(Span, (self._name, start.line + 1, start.column + 1, end.line + 1, end.column + 1))
        # The parser may stop on a line that is not there.
        last = (len(self._lines), len(self._lines[-1]) + 1)
        return Span(self._name, *min((start.line + 1, start.column + 1), last), *last)

    def _trimmed(self, span: Span) -> Span:
        """The parser ends a `|` or `>` text where the next thing begins; ours ends with its last line."""
        last = span.end_line
        while last > span.line and (last == span.end_line or not self._lines[last - 1].strip()):
            last -= 1
        return Span(span.file, span.line, span.column, last, len(self._lines[last - 1]) + 1)


def _is_odd(text: str) -> bool:
    """Whether an unquoted key is no word: empty, a merge key, or with a hard space at one of its ends."""
    return text in ("", "<<") or text[0] == _HARD_SPACE or text[-1] == _HARD_SPACE
