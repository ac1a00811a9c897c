"""A second look at a text that the parser refused: where did the author go wrong?

The parser stops where it can no longer go on, which is often lines after the mistake: a sentence that
begins with an apostrophe swallows everything up to the next one. So the text is walked once more, from its
start, by rules that know what people write: the first value that cannot be meant as it stands is the
answer. The walk never decides whether a file is good; it only runs after the parser has said no, and looks
at every character at most twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policy_engine.document.mistake import Mistake
from policy_engine.document.quoting import after_quote, close_of, unquoted_sentence

_COLON = re.compile(r":(?=\s|$)")
_COMMENT = re.compile(r"(^|\s)#")
_MARKERS = re.compile(r"(?:-(?=\s|$)\s*)*")
_BLOCK_TEXT = re.compile(r"[|>][-+1-9]{0,2}\s*($|\s#)")
_ANCHOR = re.compile(r"&[\w-]+(?=\s|$)\s*")
_ALIAS = re.compile(r"\*[\w-]+\s*(?=[,\]}#:]|$)")
_TAG = re.compile(r"!\S*\s*")
_NAME = re.compile(r"[\w.-]+|\"[^\"]*\"|'[^']*'")
_PLAIN_END = re.compile(r"[,\[\]{}]|:(?=[\s,\[\]{}]|$)|\s#|$")
_SENTENCE = re.compile(r"(?:\{[^{}]*\}|\[[^\[\]]*\]|[^,\]}])*")
_PLACEHOLDER = re.compile(r"\{\w+(\|[^{}]*)?\}")
# [sighs] I see: a sentence that begins with a stage direction, not a list with something behind it.
_REMARK = re.compile(r"\[[^\[\]{}:]*\](?= [^\W\d])(?!.*:(\s|$))")
_PAIRS = {"[": "]", "{": "}"}


class FoundError(Exception):
    """the walk found a mistake"""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.code)
        self.mistake = mistake


def first_mistake(lines: Sequence[str], last: int) -> Mistake | None:
    """The first mistake on the lines up to `last` (from 0), or None where nothing strikes the eye."""
    try:
        _Walk(lines).until(last)
    except FoundError as found:
        return found.mistake
    return None


class _Walk:
    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.line = 0
        self.sentence: tuple[int, int, int] | None = (
            None  # an unquoted value: its line, its column, its key's column
        )

    def until(self, last: int) -> None:
        while self.line <= min(last, len(self.lines) - 1):
            text = self.lines[self.line]
            content = text.strip()
            if not content or content.startswith("#"):
                self.sentence = self.sentence if not content else None
                self.line += 1
            elif text.startswith(("---", "...")):
                self.line += 1
            else:
                self._block_line(text)

    def _block_line(self, text: str) -> None:
        indent = len(text) - len(text.lstrip())
        for character, code in (("\t", "tab-indentation"), ("\u00a0", "hard-space-indentation")):
            column = text[:indent].find(character)
            if column >= 0:
                raise FoundError(Mistake(code, self.line, column, indent))
        if self.sentence is not None and indent > self.sentence[2]:
            self._continued(text, indent)
            return
        self.sentence = None
        markers = _MARKERS.match(text, indent)
        column = markers.end() if markers else indent
        start = self.line
        if column == len(text):
            self.line += 1
            return
        line, end = self._value(column, indent)
        if line == start and line == self.line and _COLON.match(text, end):
            value = end + 1 + len(text[end + 1 :]) - len(text[end + 1 :].lstrip())
            if value < len(text) and text[value] != "#":
                if re.match(r"-\s", text[value:]):
                    raise FoundError(Mistake("list-on-key-line", line, value, len(text)))
                line, end = self._value(value, column, is_value=True)
        if self.line == start:
            self.line += 1

    def _continued(self, text: str, indent: int) -> None:
        """A line that goes on with the unquoted text of the line above; a colon in it cannot be meant so."""
        assert self.sentence is not None
        line, column, _ = self.sentence
        colon = _COLON.search(_without_comment(text))
        if colon is not None:
            key = text[indent : colon.start()]
            if _NAME.fullmatch(key.removeprefix("- ")):
                raise FoundError(Mistake("wrong-indentation", self.line, indent, colon.start()))
            raise FoundError(unquoted_sentence(self.lines, line, column))
        self.line += 1

    def _value(self, column: int, owner: int, *, is_value: bool = False) -> tuple[int, int]:
        """Walks over the key or value at `column`, up to behind it. `owner` is its key's column."""
        text = self.lines[self.line]
        column = self._properties(text, column)
        if column == len(text):
            return self.line, column
        first = text[column]
        if first in "\"'":
            return self._quoted(column, is_value)
        if first in _PAIRS:
            return self._flow(column, is_value)
        if first in "]}":
            raise FoundError(Mistake("stray-bracket", self.line, column, column + 1, {"bracket": first}))
        if first in "|>" and self._block_text(text, column, owner):
            return self.line, 0
        self._refuse_start(text, column)
        body = _without_comment(text)
        colon = _COLON.search(body, column)
        if colon is None:
            if is_value and len(body) == len(text):
                self.sentence = (self.line, column, owner)
            return self.line, len(body.rstrip())
        if is_value:
            raise FoundError(unquoted_sentence(self.lines, self.line, column))
        return self.line, colon.start()

    def _properties(self, text: str, column: int) -> int:
        """Skips an anchor and a tag."""
        for pattern in (_ANCHOR, _TAG, _ANCHOR):
            match = pattern.match(text, column)
            column = match.end() if match else column
        return column

    def _refuse_start(self, text: str, column: int) -> None:
        """A sign that means something else to YAML, at the start of what looks like text."""
        sign = text[column]
        if (
            sign in "%@`,&|>"
            or (sign == "*" and not _ALIAS.match(text, column))
            or re.match(r"[?](\s|$)", text[column:])
        ):
            raise FoundError(Mistake("start-character", self.line, column, column + 1, {"character": sign}))

    def _quoted(self, column: int, is_value: bool) -> tuple[int, int]:
        start = (self.line, column)
        end = close_of(self.lines, *start)
        if isinstance(end, Mistake):
            raise FoundError(end)
        self.line = end[0] if end[0] == start[0] else end[0] + 1
        rest = self.lines[end[0]][end[1] :]
        followed = not rest.strip() or re.match(r"\s+#", rest)
        if not followed and (is_value or not _COLON.match(rest.lstrip())):
            raise FoundError(after_quote(self.lines, start, end))
        return end

    def _block_text(self, text: str, column: int, owner: int) -> bool:
        """Skips a `|` or `>` text: everything that is indented deeper than its key."""
        if not _BLOCK_TEXT.match(text, column):
            return False
        self.line += 1
        while self.line < len(self.lines):
            line = self.lines[self.line]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= owner:
                break
            self.line += 1
        return True

    def _flow(self, column: int, is_value: bool) -> tuple[int, int]:
        text = self.lines[self.line]
        base = len(text) - len(text.lstrip())
        line, end = _Flow(self.lines, self.line, column, base).close()
        rest = self.lines[line][end:]
        followed = not rest.strip() or re.match(r"\s+#", rest)
        if not followed and (is_value or not _COLON.match(rest.lstrip())):
            if is_value and (_PLACEHOLDER.match(text, column) or _REMARK.match(text, column)):
                raise FoundError(unquoted_sentence(self.lines, self.line, column))
            column = end + len(rest) - len(rest.lstrip())
            code = "stray-bracket" if self.lines[line][column] in "]}" else "text-after-bracket"
            raise FoundError(Mistake(code, line, column, column + 1, {"bracket": self.lines[line][column]}))
        self.line = line if line == self.line else line + 1
        return line, end


class _Flow:
    """Everything between two brackets. `base` is the indentation of the line that it began on."""

    def __init__(self, lines: Sequence[str], line: int, column: int, base: int) -> None:
        self.lines = lines
        self.line = line
        self.column = column
        self.base = base
        self.open: list[tuple[str, int, int]] = []
        self.value = False  # behind a colon

    def close(self) -> tuple[int, int]:
        """The position behind the last bracket."""
        while self.line < len(self.lines):
            text = self.lines[self.line]
            while self.column < len(text):
                self._token(text)
                if not self.open:
                    return self.line, self.column
                text = self.lines[self.line]
            self.line += 1
            self.column = 0
            self._refuse_dedent()
        raise FoundError(self._unclosed())

    def _unclosed(self) -> Mistake:
        bracket, line, column = self.open[-1]
        return Mistake(
            "unclosed-bracket", line, column, column + 1, {"bracket": bracket, "close": _PAIRS[bracket]}
        )

    def _refuse_dedent(self) -> None:
        text = self.lines[self.line] if self.line < len(self.lines) else ""
        content = text.lstrip()
        if content and content[0] not in "]}#" and len(text) - len(content) <= self.base:
            raise FoundError(self._unclosed())

    def _token(self, text: str) -> None:
        sign = text[self.column]
        if sign.isspace():
            self.column += 1
        elif sign == "#" and (self.column == 0 or text[self.column - 1].isspace()):
            self.column = len(text)
        elif sign in _PAIRS:
            self.open.append((sign, self.line, self.column))
            self._step(value=False)
        elif sign in "]}":
            if _PAIRS[self.open[-1][0]] != sign:
                bracket, line, _ = self.open[-1]
                fields = {"bracket": bracket, "close": _PAIRS[bracket], "found": sign, "line": line + 1}
                raise FoundError(Mistake("bracket-mismatch", self.line, self.column, self.column + 1, fields))
            self.open.pop()
            self._step(value=True)
        elif sign == ",":
            self._step(value=False)
        elif sign == ":":
            self._step(value=True)
        elif sign in "\"'":
            self._quoted()
        else:
            self._plain(text)

    def _step(self, *, value: bool) -> None:
        self.column += 1
        self.value = value

    def _quoted(self) -> None:
        start = (self.line, self.column)
        end = close_of(self.lines, *start)
        if isinstance(end, tuple):
            rest = self.lines[end[0]][end[1] :].lstrip()
            if not rest or rest[0] in (",]}#" if self.value else ",]}:#"):
                self.line, self.column = end
                return
            end = after_quote(self.lines, start, end)
        raise FoundError(self._sentence(self.lines[self.line]) if end.code == "quote-sentence" else end)

    def _plain(self, text: str) -> None:
        if text[self.column] in "%@`" or (text[self.column] == "*" and not _ALIAS.match(text, self.column)):
            fields = {"character": text[self.column]}
            raise FoundError(Mistake("start-character", self.line, self.column, self.column + 1, fields))
        end = _PLAIN_END.search(text, self.column)
        assert end is not None
        if self.value and text[end.start() : end.start() + 1] in (":", "[", "{"):
            raise FoundError(self._sentence(text))
        self.column = end.start()

    def _sentence(self, text: str) -> Mistake:
        """The unquoted value up to the next comma or bracket that closes; `{name}` belongs to it."""
        end = _SENTENCE.match(text, self.column)
        assert end is not None
        mistake = unquoted_sentence([text[: end.end()]], 0, self.column)
        return Mistake(mistake.code, self.line, mistake.column, mistake.end_column, mistake.fields)


def _without_comment(text: str) -> str:
    comment = _COMMENT.search(text)
    return text[: comment.start()] if comment else text
