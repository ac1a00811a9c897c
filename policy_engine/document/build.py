"""Events to nodes, on a stack of its own.

Invariants: `_open` holds the collections that are not closed yet, outermost first; `_size` counts every
node with aliases followed, and is asked before an alias becomes a copy of the node it names, so a bomb stays
small.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

import yaml

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.limits import MAX_DEPTH, MAX_NODES, MAX_NUMBER
from policy_engine.document.lines import Lines
from policy_engine.document.node import Atom, MappingNode, Node, Scalar, SequenceNode, Word, copied, height
from policy_engine.document.quoting import shown
from policy_engine.document.scalars import WORDS, resolve
from policy_engine.document.text import UNSEEN, describe

_HARD_SPACE: Final = "\u00a0"
# `#1` after a text starts a comment; one that is meant has a space.
_LOST: Final = re.compile(r"\s#[^ \t#!]")


class RefusedError(Exception):
    """the rest of this file is not read; the reason is in the sink"""


class _Anchored(NamedTuple):
    """What an anchor names, with the nodes that it weighs, aliases followed."""

    node: Node
    size: int


# A collection that is not closed yet: the event that opened it, the children of the one around it, and how
# many nodes came before it.
_Open = tuple[Any, list[Node], int]

# What a node is given for its place: the lines of the file and two offsets.
_Where = tuple[Lines, int, int]


class Builder:
    """Takes the events of one file and keeps its root.

    Most of a file is scalars, and most of the rest are mappings, so what is done for each calls little.
    """

    def __init__(self, name: str, text: str, lines: list[str], sink: Diagnostics) -> None:
        self._name = name
        self._lines = lines
        self._places = Lines(name, lines)
        self._last = self._places.starts[-1] - 1  # behind the last character
        self._sink = sink
        self._open: list[_Open] = []
        self._roots: list[Node] = []
        self._anchors: dict[str, _Anchored | None] = {}  # None while the anchored collection is open
        self._ends: dict[int, tuple[Node, int]] = {}  # of the copies that aliases became, by their ids
        self._size = 0
        self._blank = -1  # where the last unquoted text of no length stands
        self._with_remark = {
            number for number, line in enumerate(lines) if "#" in line and _LOST.search(line) is not None
        }
        self._escapes = "\\" in text  # by which a text can say what may not stand in the file itself

    @property
    def root(self) -> Node | None:
        return self._roots[0] if self._roots else None

    def read(self, take: Callable[[], Any]) -> None:
        """Takes the events of a file, which `take` gives one by one, and None at the end. Raises RefusedError
        past a limit, or where no later event makes sense.
        """
        scalar: Any = yaml.ScalarEvent  # Any, for what an event has is not written in its class
        mapping, mapping_end = yaml.MappingStartEvent, yaml.MappingEndEvent
        sequence, sequence_end = yaml.SequenceStartEvent, yaml.SequenceEndEvent
        places, remarks, escapes, ends = self._places, self._with_remark, self._escapes, self._ends
        opened, most, deepest = self._open, MAX_NODES, MAX_DEPTH
        # Of the innermost open collection; those of a mapping are its keys and values in turn, and those of a
        # sequence are itself.
        children: list[Node] = self._roots
        size = 0
        node: Node
        while (event := take()) is not None:
            kind = type(event)
            if kind is scalar:
                # Most events are texts that nothing is odd about: these are made here. All that begins like a
                # number is less than `:`, and so is the text of no length.
                text, style = event.value, event.style
                if not style:
                    odd = text < ":" or text in WORDS or (remarks and event.end_mark.line in remarks)
                elif style == '"':
                    odd = escapes and not text.isprintable()
                else:
                    odd = style != "'"
                size += 1
                if odd or event.anchor is not None or event.tag is not None or size > most:
                    self._size = size
                    children.append(self._scalar(event))
                    continue
                node = Word(text)
                node.places = places
                node.start = event.start_mark.index
                node.end = event.end_mark.index
                node.plain = not style
                node.key = node.parent = None
                children.append(node)
            elif kind is mapping or kind is sequence:
                size += 1
                if event.anchor is not None or event.tag is not None or size > most or len(opened) >= deepest:
                    self._size = size
                    self._enter(event)
                opened.append((event, children, size))
                children = [] if kind is mapping else SequenceNode((), places, event.start_mark.index, 0)
            elif kind is mapping_end or kind is sequence_end:
                begun, around, before = opened.pop()
                flow = begun.flow_style
                end = event.end_mark.index if flow else self._end(children[-1]) if ends else children[-1].end
                if kind is mapping_end:
                    node = MappingNode(places, begun.start_mark.index, end)
                    self._fill(node, children, flow)
                else:
                    assert isinstance(children, SequenceNode)
                    node = children
                    node.end = end
                if begun.anchor is not None:
                    self._anchors[begun.anchor] = _Anchored(node, size - before + 1)
                around.append(node)
                children = around
            elif kind is yaml.AliasEvent:
                self._size = size
                children.append(self._alias(event))
                size = self._size
            elif kind is yaml.DocumentStartEvent and self._roots:
                raise self._refused("second-document", self._span(event))

    def _scalar(self, event: Any) -> Word | Atom:
        """A text that something may be odd about."""
        if self._size > MAX_NODES:
            raise self._refused("too-many-nodes", self._span(event), limit=MAX_NODES)
        if event.tag is not None:
            self._refuse_tag(event)
        text: str = event.value
        style = event.style
        # The parser may stop on a line that is not there.
        where = self._places, min(event.start_mark.index, self._last), min(event.end_mark.index, self._last)
        node: Word | Atom | None = None
        if not style:
            node = self._atom(text, where)
            if event.end_mark.line in self._with_remark:
                self._warn_of_lost_text(self._span(event))
        elif style == '"':
            unseen = UNSEEN.search(text)
            if unseen is not None:
                self._sink.error("unseen-character", self._span(event), character=describe(unseen.group()))
                text = UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
        elif style in "|>":
            where = self._trimmed(self._span(event))
        if node is None:
            node = Word.at(text, *where, plain=not style)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(node, 1)
        return node

    def _atom(self, text: str, where: _Where) -> Atom | None:
        """A number, a boolean or null; None where the text is none of them."""
        if not text:
            self._blank = where[1]
        try:
            value = resolve(text)
        except OverflowError:
            places, start, end = where
            self._sink.error("number-too-long", places.span(start, end), limit=MAX_NUMBER)
            return None
        return None if isinstance(value, str) else Atom(text, value, *where)

    def _warn_of_lost_text(self, span: Span) -> None:
        """A text that ends where a comment begins which was meant to be a part of it."""
        rest = self._lines[span.end_line - 1][span.end_column - 1 :]
        lost = rest.lstrip()
        if span.column != span.end_column and lost != rest and lost[:1] == "#" and lost[1:2].strip(" \t#!"):
            column = span.end_column + len(rest) - len(lost)
            place = Span(span.file, span.end_line, column, span.end_line, column + len(lost))
            self._sink.warning("text-lost-as-comment", place, lost=shown(lost))

    def _alias(self, event: Any) -> Node:
        name: str = event.anchor
        if name not in self._anchors:
            suggestion = closest(name, self._anchors)
            raise self._refused("unknown-alias", self._span(event), name=name, suggestion=suggestion)
        target = self._anchors[name]
        if target is None:
            raise self._refused("recursive-alias", self._span(event), name=name)
        self._grow(target.size, height(target.node), event)
        node = copied(target.node)
        self._ends[id(node)] = node, self._places.offset(*self._span(event)[3:])
        return node

    def _enter(self, event: Any) -> None:
        """A collection that something may be odd about begins."""
        self._grow(0, 1, event)
        if event.tag is not None:
            self._refuse_tag(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None

    def _fill(self, mapping: MappingNode, children: list[Node], flow: bool) -> None:
        keys, values = children[::2], children[1::2]
        try:
            joined = "\n".join(keys)  # type: ignore[arg-type]  # what is no text is refused here
        except TypeError:
            joined = _HARD_SPACE
        # Of keys that are texts, none of them odd, nothing needs to be looked at one by one.
        if not (_HARD_SPACE in joined or "<<" in joined or (flow and self._blank >= mapping.start)):
            mapping.update(zip(keys, values))  # type: ignore[arg-type]  # noqa: B905 - the parser gives pairs
            for word, value in mapping.items():
                value.key = word
        if len(mapping) < len(keys):
            mapping.clear()
            for key, value in zip(keys, values, strict=True):
                self._put(mapping, key, value, flow)

    def _put(self, mapping: MappingNode, key: Node, value: Node, flow: bool) -> None:
        """Adds an entry; a key that cannot be used is reported and left out."""
        if isinstance(key, SequenceNode | MappingNode):
            self._sink.error("key-is-no-word", key.span)
            return
        word = key if isinstance(key, Word) else Word.at(key.text, *key.where)  # `5: x` has the key "5"
        if word.plain and _is_odd(word):
            self._refuse_key(word, value)
        elif word in mapping:
            first = mapping.key_of(word)
            self._sink.error("duplicate-key", word.span, key=word.text, line=first.line)
        else:
            if flow and word.plain and isinstance(value, Scalar) and not value.text:
                self._refuse_word(word, value)
            mapping.put(word, value)

    def _end(self, last: Node) -> int:
        """Where a collection without brackets ends: with its last child, of which it has one."""
        return self._ends[id(last)][1] if id(last) in self._ends else last.end

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
        """The place of an event; the parser may stop on a line that is not there."""
        start, end = event.start_mark.index, event.end_mark.index
        return self._places.span(min(start, self._last), min(end, self._last))

    def _trimmed(self, span: Span) -> _Where:
        """The parser ends a `|` or `>` text where the next thing begins; ours ends with its last line."""
        last = span.end_line
        while last > span.line and (last == span.end_line or not self._lines[last - 1].strip()):
            last -= 1
        places = self._places
        end = places.offset(last, len(self._lines[last - 1]) + 1)
        return places, places.offset(span.line, span.column), end


def _is_odd(text: str) -> bool:
    """Whether an unquoted key is no word: empty, a merge key, or with a hard space at one of its ends."""
    return text in ("", "<<") or text[0] == _HARD_SPACE or text[-1] == _HARD_SPACE
