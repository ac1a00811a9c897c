"""Events to nodes, on a stack of its own.

Invariants: `_open` holds the collections that are not closed yet, outermost first; `_size` counts every
node with aliases followed, and is asked before an alias becomes a copy of the node it names, so a bomb stays
small.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

import yaml

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.limits import MAX_DEPTH, MAX_NODES, MAX_NUMBER
from policy_engine.document.node import (
    Atom,
    MappingNode,
    Node,
    Scalar,
    SequenceNode,
    Word,
    copied,
    height,
    new,
)
from policy_engine.document.quoting import shown
from policy_engine.document.scalars import NUMERIC, WORDS, resolve
from policy_engine.document.text import UNSEEN, describe

_HARD_SPACE: Final = "\u00a0"
new_word = str.__new__


class RefusedError(Exception):
    """the rest of this file is not read; the reason is in the sink"""


class _Anchored(NamedTuple):
    """What an anchor names, with the nodes that it weighs, aliases followed."""

    node: Node
    size: int


class _Open(NamedTuple):
    """A collection that is not closed yet. `children` of a mapping are its keys and values in turn."""

    line: int
    column: int
    flow: bool
    anchor: str | None
    size_before: int
    children: list[Node]


class Builder:
    """Takes the events of one file and keeps its root.

    Most of a file is scalars, and most of the rest are mappings, so what is done for each calls little.
    """

    def __init__(self, name: str, lines: list[str], sink: Diagnostics) -> None:
        self._name = name
        self._lines = lines
        self._count = len(lines)
        self._sink = sink
        self._open: list[_Open] = []
        self._roots: list[Node] = []
        self._children = self._roots  # of the innermost open collection
        self._anchors: dict[str, _Anchored | None] = {}  # None while the anchored collection is open
        self._ends: dict[int, tuple[int, int]] = {}  # of the aliases whose copies are known by their ids
        self._size = 0
        self._with_remark = {number for number, line in enumerate(lines) if "#" in line}

    @property
    def root(self) -> Node | None:
        return self._roots[0] if self._roots else None

    def read(self, events: Iterable[Any]) -> None:
        """Takes the events of a file. Raises RefusedError past a limit, or where no later one makes sense."""
        # Kept nowhere: a reader that knows its own methods is only given back, with all that it read, when
        # Python looks for such rings.
        handlers: dict[type, Callable[[Any], None]] = {
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: self._enter,
            yaml.SequenceStartEvent: self._enter,
            yaml.MappingEndEvent: self._leave_mapping,
            yaml.SequenceEndEvent: self._leave_sequence,
            yaml.DocumentStartEvent: self._start,
        }
        scalar: Any = yaml.ScalarEvent  # Any, for what an event has is not written in its class
        name, count, remarks = self._name, self._count, self._with_remark
        for event in events:
            if type(event) is not scalar:
                handler = handlers.get(type(event))
                if handler is not None:
                    handler(event)
                continue
            # Most events are texts that nothing is odd about: these are made here.
            text, style, end = event.value, event.style, event.end_mark
            last: int = end.line
            if (
                (last in remarks or text[:1] in NUMERIC or text in WORDS)
                if not style
                else style != "'" and (style != '"' or not text.isprintable())
            ) or not (event.anchor is event.tag is None and self._size < MAX_NODES and last < count):
                self._scalar(event)
                continue
            self._size += 1
            start = event.start_mark
            node = new_word(Word, text)
            node.file = name
            node.line = start.line + 1
            node.column = start.column + 1
            node.end_line = last + 1
            node.end_column = end.column + 1
            node.plain = not style
            node.key = node.parent = None
            self._children.append(node)

    def _start(self, event: Any) -> None:
        if self._roots:
            raise self._refused("second-document", self._span(event))

    def _scalar(self, event: Any) -> None:
        span = self._span(event)
        self._size += 1
        if self._size > MAX_NODES:
            raise self._refused("too-many-nodes", span, limit=MAX_NODES)
        if event.tag is not None:
            self._refuse_tag(event)
        text: str = event.value
        style = event.style
        node: Word | Atom | None = None
        if not style:
            node = self._atom(text, span)
            if event.end_mark.line in self._with_remark:
                self._warn_of_lost_text(span)
        elif style == '"':
            # Escapes can write what may not stand in the file itself.
            unseen = UNSEEN.search(text)
            if unseen is not None:
                self._sink.error("unseen-character", span, character=describe(unseen.group()))
                text = UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
        elif style in "|>":
            span = self._trimmed(span)
        if node is None:
            node = Word.of(text, span, plain=not style)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(node, 1)
        self._children.append(node)

    def _atom(self, text: str, span: Span) -> Atom | None:
        """A number, a boolean or null; None where the text is none of them."""
        try:
            value = resolve(text)
        except OverflowError:
            self._sink.error("number-too-long", span, limit=MAX_NUMBER)
            return None
        return None if isinstance(value, str) else Atom(text, value, span)

    def _warn_of_lost_text(self, span: Span) -> None:
        """`#1` after an unquoted text starts a comment; one that is meant has a space after its sign."""
        rest = self._lines[span.end_line - 1][span.end_column - 1 :]
        lost = rest.lstrip()
        if span.column != span.end_column and lost != rest and lost[:1] == "#" and lost[1:2].strip(" \t#!"):
            column = span.end_column + len(rest) - len(lost)
            place = Span(span.file, span.end_line, column, span.end_line, column + len(lost))
            self._sink.warning("text-lost-as-comment", place, lost=shown(lost))

    def _alias(self, event: Any) -> None:
        name: str = event.anchor
        if name not in self._anchors:
            suggestion = closest(name, self._anchors)
            raise self._refused("unknown-alias", self._span(event), name=name, suggestion=suggestion)
        target = self._anchors[name]
        if target is None:
            raise self._refused("recursive-alias", self._span(event), name=name)
        self._grow(target.size, height(target.node), event)
        node = copied(target.node)
        self._ends[id(node)] = self._span(event)[3:]
        self._children.append(node)

    def _enter(self, event: Any) -> None:
        self._size += 1
        if self._size > MAX_NODES or len(self._open) >= MAX_DEPTH:
            self._size -= 1
            self._grow(1, 1, event)
        if event.tag is not None:
            self._refuse_tag(event)
        anchor = event.anchor
        self._children = []
        start = event.start_mark
        self._open.append(
            new(
                _Open,
                (start.line + 1, start.column + 1, event.flow_style, anchor, self._size - 1, self._children),
            )
        )
        if anchor is not None:
            self._anchors[anchor] = None

    def _leave_mapping(self, event: Any) -> None:
        line, column, flow, _, _, children = done = self._open.pop()
        end_line, end_column = self._end(done, event)
        mapping = MappingNode(self._name, line, column, end_line, end_column)
        pairs = iter(children)
        for key, value in zip(pairs, pairs, strict=True):
            if (
                type(key) is Word
                and key.isidentifier()
                and key not in mapping
                and (not flow or (type(value) is Word and value != ""))
            ):
                value.key = key
                mapping[key] = value
            else:
                self._put(mapping, key, value, flow)
        self._close(done, mapping)

    def _put(self, mapping: MappingNode, key: Node, value: Node, flow: bool) -> None:
        """Adds an entry; a key that cannot be used is reported and left out."""
        if isinstance(key, SequenceNode | MappingNode):
            self._sink.error("key-is-no-word", key.span)
            return
        word = key if isinstance(key, Word) else Word.of(key.text, key.span)  # `5: x` has the key "5"
        if word.plain and _is_odd(word):
            self._refuse_key(word, value)
        elif word in mapping:
            first = mapping.key_of(word)
            self._sink.error("duplicate-key", word.span, key=word.text, line=first.line)
        else:
            if flow and word.plain and isinstance(value, Scalar) and not value.text:
                self._refuse_word(word, value)
            mapping.put(word, value)

    def _leave_sequence(self, event: Any) -> None:
        done = self._open.pop()
        end = self._end(done, event)
        self._close(done, SequenceNode(done.children, self._name, done.line, done.column, *end))

    def _end(self, done: _Open, event: Any) -> tuple[int, int]:
        """Where a collection ends: with its bracket, or with its last child."""
        if done.flow:
            mark = event.end_mark
            return (mark.line + 1, mark.column + 1) if mark.line < self._count else self._span(event)[3:]
        last = done.children[-1]  # one without brackets has one
        end = (last.end_line, last.end_column)
        return self._ends.get(id(last), end) if self._ends else end

    def _close(self, done: _Open, node: Node) -> None:
        if done.anchor is not None:
            self._anchors[done.anchor] = _Anchored(node, self._size - done.size_before)
        self._children = self._open[-1].children if self._open else self._roots
        self._children.append(node)

    def _refuse_key(self, key: Word, value: Node) -> None:
        if not key:
            self._sink.error("key-missing", value.span)
        elif key == "<<":
            self._sink.error("merge-key", key.span)
        else:
            self._sink.error("hard-space-indentation", key.span)

    def _refuse_word(self, key: Word, value: Scalar) -> None:
        """`{a, b}` where `{a: ..., b: ...}` is the form."""
        span = key.span
        rest = self._lines[span.end_line - 1][span.end_column - 1 :].lstrip()
        if value.plain and not rest.startswith(":"):
            self._sink.error("word-without-value", span, word=shown(key))

    def _grow(self, size: int, levels: int, event: Any) -> None:
        self._size += size
        if len(self._open) + levels > MAX_DEPTH:
            raise self._refused("too-deep", self._span(event), limit=MAX_DEPTH)
        if self._size > MAX_NODES:
            raise self._refused("too-many-nodes", self._span(event), limit=MAX_NODES)

    def _refuse_tag(self, event: Any) -> None:
        self._sink.error("tag", self._span(event), tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

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
