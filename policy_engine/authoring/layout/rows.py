"""A text as rows: for each line what is written on it, token by token, and where it should begin.

Whatever is no token is a comment or nothing. A row that goes on with a text or with brackets of a row above
moves together with that row, so that what is aligned by hand stays aligned.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from policy_engine.document.tokens import Token

STEP = 2  # spaces of one level
_WORDLESS = ("BlockMappingStart", "BlockSequenceStart", "BlockEnd", "Key")


class Row:
    """One line. `indent` is where it should begin, or None where it goes on with the row `above`.

    `tokens` are those that begin on it. `inside`: it begins within a token of a row above.
    """

    __slots__ = ("above", "indent", "inside", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Placed] = []
        self.indent: int | None = None
        self.above: int | None = None
        self.inside = False

    @property
    def old_indent(self) -> int:
        """How many spaces it begins with now."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written on it."""
        return not self.text.strip()

    @property
    def is_comment(self) -> bool:
        """Whether nothing but a comment is written on it."""
        return not self.inside and self.text.lstrip().startswith("#")


class Placed:
    """A token with what it stands in: its columns on its row, and the keys around it.

    `flow`: it stands between brackets. `key`: it is a key. `path`: the keys that lead to it, outermost first.
    `end` is None where it ends on a later row.
    """

    __slots__ = ("end", "flow", "is_key", "path", "start", "token")

    def __init__(
        self, token: Token, start: int, end: int | None, *, flow: bool, is_key: bool, path: tuple[str, ...]
    ) -> None:
        self.token = token
        self.start = start
        self.end = end
        self.flow = flow
        self.is_key = is_key
        self.path = path


class _Open:
    """A collection that is not closed yet. `column` is where its entries should begin."""

    __slots__ = ("column", "key", "kind", "plain")

    def __init__(self, kind: str, column: int, *, plain: bool = False) -> None:
        self.kind = kind  # "map", "list" or "flow"
        self.column = column
        self.key = ""
        self.plain = plain  # a list whose dashes stand under its key's first letter: nothing closes it


class NotForUs(Exception):
    """the text has keys with a `?`, which are left to whoever wrote them"""


def rows_of(text: str, tokens: list[Token]) -> list[Row]:
    """The rows of a text. Raises NotForUs."""
    return _Reader(text).read(tokens)


class _Reader:
    def __init__(self, text: str) -> None:
        lines = text.split("\n")
        self.rows = [Row(line) for line in lines]
        self.starts = list(accumulate((len(line) + 1 for line in lines), initial=0))[:-1]
        self.open: list[_Open] = []
        self.key_next = False  # the next scalar is a key

    def read(self, tokens: list[Token]) -> list[Row]:
        for token in tokens:
            self._settle(token)
            if token.kind not in _WORDLESS:
                self._place(token)
            self._follow(token)
        return self.rows

    def _settle(self, token: Token) -> None:
        """Opens and closes block collections."""
        top = self.open[-1] if self.open else None
        if top is not None and top.plain and token.kind in ("Key", "BlockEnd"):
            self.open.pop()
        if token.kind == "Key":
            if token.end > token.start:
                raise NotForUs
            self.key_next = True
        elif token.kind == "BlockEnd":
            self.open.pop()
        elif token.kind in ("BlockMappingStart", "BlockSequenceStart"):
            self.open.append(_Open("map" if token.kind == "BlockMappingStart" else "list", self._inner()))
        elif token.kind == "BlockEntry" and (top is None or top.kind != "list"):
            self.open.append(_Open("list", self._inner(), plain=True))

    def _follow(self, token: Token) -> None:
        if token.kind in ("FlowMappingStart", "FlowSequenceStart"):
            self.open.append(_Open("flow", 0))
        elif token.kind in ("FlowMappingEnd", "FlowSequenceEnd"):
            self.open.pop()
        elif token.kind == "FlowEntry":
            self.open[-1].key = ""
        elif token.kind in ("Scalar", "Alias"):
            if self.key_next:
                self.open[-1].key = token.value
            self.key_next = False

    def _inner(self) -> int:
        """Where what stands in the innermost collection should begin."""
        return self.open[-1].column + STEP if self.open else 0

    def _place(self, token: Token) -> None:
        line, column = self._where(token.start)
        last, end = self._where(self._end_of(token))
        row = self.rows[line]
        flow = any(one.kind == "flow" for one in self.open)
        if not row.tokens and not row.inside:
            self._begin(row, line, token, flow=flow)
        path = tuple(one.key for one in self.open if one.key)
        row.tokens.append(
            Placed(
                token,
                column,
                end if last == line else None,
                flow=flow,
                is_key=self.key_next,
                path=path[:-1] if self.key_next and path and self.open[-1].key else path,
            )
        )
        for below in self.rows[line + 1 : last + 1]:
            below.inside = True
            below.above = line

    def _begin(self, row: Row, line: int, token: Token, *, flow: bool) -> None:
        """Decides where a row begins by its first token."""
        if token.kind in ("DocumentStart", "DocumentEnd"):
            row.indent = 0
        elif flow:
            # The row on which the outermost bracket stands carries all that is inside.
            row.above = next(
                above for above in range(line - 1, -1, -1) if self.rows[above].indent is not None
            )
        elif token.kind == "BlockEntry" or self.key_next:
            row.indent = self.open[-1].column
        else:
            row.indent = self._inner()

    def _end_of(self, token: Token) -> int:
        """Behind the last character of a token; the parser ends a block text where the next thing begins."""
        if token.style not in ("|", ">"):
            return token.end
        line, column = self._where(token.end)
        if column == 0 or not self.rows[line].text[:column].strip():
            line -= 1
            while self.rows[line].is_blank:
                line -= 1
            return self.starts[line] + len(self.rows[line].text)
        return token.end

    def _where(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset) - 1
        return line, offset - self.starts[line]
