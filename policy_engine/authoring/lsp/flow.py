"""Reads what stands on a line: leaves, and mappings and lists between braces and brackets.

Whatever is written, reading goes on: what is not closed ends where a line comes that can't belong to it.
"""

from __future__ import annotations

import re
from typing import Final

from policy_engine.authoring.lsp.tree import Entry, Leaf, Listing, Mapping, Tree

MAX_DEPTH: Final = 48
KEY: Final = re.compile(
    r"""(?: "(?:[^"\\\n]|\\[^\n])*" | '(?:[^'\n]|'')*' | [^\s"'\[\]{},#&*!|>%@`-][^\n]*? | -[^\s][^\n]*? )
        (?P<gap>[ \t]*) : (?=[ \t\n]|\Z)""",
    re.VERBOSE,
)
_BLANK = re.compile(r"(?:[ \t]+(?:\#[^\n]*)?|(?<![^\s])\#[^\n]*)+")
_LOOKS_LIKE_KEY = re.compile(r"\n[ \t]*(?:- +)*[\w.-]+:(?=[ \t]*(?:\n|\Z|[\w\"'\[{|>&*-]))")
_FLOW_PLAIN = re.compile(r"(?:[^\s,\[\]{}:#]|:(?![\s,\[\]{}]|\Z)|(?<=[^\s])\#|[ \t]+(?![\s,\[\]{}:#]|\Z))+")
_PLAIN = re.compile(r"[^\n]*?(?=[ \t]+\#|[ \t]*(?:\n|\Z))")
_HEADER = re.compile(r"[|>][-+0-9]{0,2}(?=[ \t]*(?:\#[^\n]*)?(?:\n|\Z))")
_PROPERTY = re.compile(r"[&!][^\s,\[\]{}]*[ \t]*")
_ALIAS = re.compile(r"\*[\w-]+")


class Flow:
    """A text and how far it was read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0

    def column(self, at: int) -> int:
        """The column of an offset, from 0."""
        return at - (self.text.rfind("\n", 0, at) + 1)

    def indent(self) -> int:
        """How far the line that is being read is indented."""
        begin = self.text.rfind("\n", 0, self.at) + 1
        line = self.text[begin : self.at]
        return len(line) - len(line.lstrip(" "))

    def blanks(self) -> None:
        """Skips blanks and a comment, up to the end of the line at most."""
        match = _BLANK.match(self.text, self.at)
        if match:
            self.at = match.end()

    def properties(self) -> None:
        """Skips anchors and tags."""
        while match := _PROPERTY.match(self.text, self.at):
            self.at = match.end()

    def end_of_line(self) -> int:
        """The offset of the end of the line that is being read."""
        end = self.text.find("\n", self.at)
        return len(self.text) if end < 0 else end

    def inline(self, parent: int) -> Tree:
        """What begins here on its line; it belongs to something in column `parent`."""
        if self.text.startswith(("{", "["), self.at):
            node: Tree = self.flow(self.indent())
            self.at = max(self.at, self.end_of_line())
            return node
        if self.text[self.at] in "\"'":
            leaf = self.quoted()
            self.at = max(self.at, self.end_of_line())
            return leaf
        alias = _ALIAS.match(self.text, self.at)
        if alias:
            return self._leaf(alias.end(), "*")
        header = _HEADER.match(self.text, self.at)
        return self._block_text(header, parent) if header else self._plain(parent)

    def flow(self, base: int) -> Mapping | Listing:
        """What stands between brackets; `base` is the indentation of the line on which the first opened."""
        self.depth += 1
        start = self.at
        self.at += 1
        node = Mapping(start, start, True) if self.text[start] == "{" else Listing(start, start, True)
        while self._inside(base):
            before, sign = self.at, self.text[self.at]
            if sign in "]}":
                self.at += 1
                break
            if sign == ",":
                self.at += 1
            elif isinstance(node, Mapping):
                node.entries += self._pair(base)
            else:
                node.items += self._item(base)
            self.at = max(self.at, before + 1)
        node.end = self.at
        self.depth -= 1
        return node

    def quoted(self) -> Leaf:
        """A text between quotes, over several lines only where none of them looks like a key."""
        quote, start = self.text[self.at], self.at
        at = start + 1
        while at < len(self.text):
            if quote == '"' and self.text[at] == "\\":
                at += 2
                continue
            if self.text[at] == quote:
                if quote == "'" and self.text.startswith("''", at):
                    at += 2
                    continue
                if _LOOKS_LIKE_KEY.search(self.text, start, at):
                    break
                return self._leaf(at + 1, quote)
            at += 1
        return self._leaf(self.end_of_line(), quote)

    def _leaf(self, end: int, style: str = "") -> Leaf:
        start, self.at = self.at, end
        return Leaf(start, end, self.text[start:end], style)

    def _plain(self, parent: int) -> Leaf:
        start = self.at
        match = _PLAIN.match(self.text, self.at)
        end = match.end() if match else self.end_of_line()
        while self.text.startswith("\n", end):
            at = self._written(end)
            if at >= len(self.text) or self.column(at) <= parent or self.text[at] == "#":
                break
            if KEY.match(self.text, at) or self.text.startswith("- ", at):
                break
            more = _PLAIN.match(self.text, at)
            end = self.text.find("\n", at) if more is None else more.end()
        self.at = start
        leaf = self._leaf(end)
        self.at = self.end_of_line()
        return leaf

    def _block_text(self, header: re.Match[str], parent: int) -> Leaf:
        start, style = self.at, header[0][0]
        self.at = self.end_of_line()
        end = header.end()
        while self.at < len(self.text):
            begin = self.at + 1
            line_end = self.text.find("\n", begin)
            line_end = len(self.text) if line_end < 0 else line_end
            line = self.text[begin:line_end]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= parent:
                break
            end = line_end if line.strip() else end
            self.at = line_end
        return Leaf(start, end, self.text[start:end], style)

    def _written(self, at: int) -> int:
        """The offset of what is written next, from an offset on."""
        while at < len(self.text) and self.text[at] in " \t\n":
            at += 1
        return at

    def _inside(self, base: int) -> bool:
        """Skips blanks, comments and line ends; whether what comes can still stand between the brackets."""
        while True:
            self.blanks()
            if self.at >= len(self.text):
                return False
            if self.text[self.at] != "\n":
                return True
            following = self._written(self.at)
            dedented = following < len(self.text) and self.column(following) <= base
            if dedented and self.text[following] not in "]}#":
                return False
            self.at = following

    def _pair(self, base: int) -> list[Entry]:
        key = self._node(base)
        if not isinstance(key, Leaf):
            return []
        if not (self._inside(base) and self.text[self.at] == ":"):
            return [Entry(key, False, None)]
        self.at += 1
        empty = not self._inside(base) or self.text[self.at] in ",]}"
        return [Entry(key, True, None if empty else self._node(base))]

    def _item(self, base: int) -> list[Tree]:
        node = self._node(base)
        if isinstance(node, Leaf) and self._inside(base) and self.text[self.at] == ":":
            self.at += 1
            empty = not self._inside(base) or self.text[self.at] in ",]}"
            value = None if empty else self._node(base)
            return [Mapping(node.start, self.at, True, [Entry(node, True, value)])]
        return [] if node is None else [node]

    def _node(self, base: int) -> Tree | None:
        self.properties()
        if not self._inside(base):
            return None
        sign = self.text[self.at]
        if sign in "[{" and self.depth < MAX_DEPTH:
            return self.flow(base)
        if sign in "\"'":
            return self.quoted()
        alias = _ALIAS.match(self.text, self.at)
        if alias:
            return self._leaf(alias.end(), "*")
        return self._flow_plain(base)

    def _flow_plain(self, base: int) -> Leaf | None:
        match = _FLOW_PLAIN.match(self.text, self.at)
        if match is None:
            return None
        start, end = self.at, match.end()
        # A text may go on on the next line.
        while True:
            self.at = end
            if not self._inside(base) or self.text.find("\n", end, self.at) < 0:
                break
            more = _FLOW_PLAIN.match(self.text, self.at)
            if more is None:
                break
            end = more.end()
        self.at = start
        return self._leaf(end)
