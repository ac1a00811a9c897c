"""The words and signs of an expression. Signs of other languages are read as what they mean, and reported."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.limits import MAX_NUMBER
from policy_engine.model.expressions.place import Place
from policy_engine.model.types import Value

TokenKind = Literal["name", "word", "value", "sign", "end"]
KEYWORDS = frozenset({"and", "or", "not", "in", "true", "false"})

# What people who know another language write, and what it is here.
_FOREIGN_SIGNS = {
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
    "!": "not",
    "=": "==",
    "===": "==",
    "!==": "!=",
    "<>": "!=",
    "=>": ">=",
    "=<": "<=",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "¬": "not",
    "∧": "and",
    "–": "-",
    "−": "-",
}
_FOREIGN_WORDS = {"en": "and", "of": "or", "is": "=="}
_TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>[0-9]+(?:\.[0-9]+)?(?![\w.]))
    | (?P<name>[^\W\d]\w*)
    | (?P<text>'(?:[^']|'')*')
    | (?P<quoted>"[^"]*"|[“”„][^“”"]*[“”"]|[‘’][^‘’']*[‘’'])
    | (?P<sign>===|!==|<=|>=|==|!=|<>|=>|=<|&&|\|\||[-+*/%<>=!&|()\[\],.≥≤≠¬∧–−])
    | (?P<end>\Z)
    | (?P<open>['"“”„‘’])
    | (?P<odd>[0-9][\w.]*|.)
    )""",
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """`text` is what it means (`and` for `&&`); `start` and `end` are where it stands."""

    kind: TokenKind
    text: str
    start: int
    end: int
    value: Value | None = None


class UnreadableError(Exception):
    """this expression cannot be read any further; the reason is in the sink"""


def tokens(text: str, place: Place, sink: Diagnostics) -> list[Token]:
    """The tokens of `text`, the last of kind "end". Raises UnreadableError where nothing can be read."""
    found: list[Token] = []
    position = 0
    while not found or found[-1].kind != "end":
        match = _TOKEN.match(text, position)
        assert match is not None  # the last alternative takes any character
        assert match.lastgroup is not None
        before = found[-1] if found else None
        token = _token(match.lastgroup, match[match.lastgroup], match.end(), before, place, sink)
        if before is not None and before.text.lower() == "niet" and _can_be_negated(token, found):
            sink.error("foreign-sign", place.span(before.start, before.end), written=before.text, meant="not")
            found[-1] = Token("word", "not", before.start, before.end)
        found.append(token)
        position = match.end()
    return found


def _can_be_negated(token: Token, before: list[Token]) -> bool:
    """Whether `niet` before a token can only be Dutch for `not`; alone it may be a name."""
    if len(before) > 1 and _is_operand(before[-2]):
        return token.text == "in"
    return token.kind in ("name", "value") or token.text in ("(", "not")


def _is_operand(token: Token) -> bool:
    """Whether an operand ends here."""
    return token.kind in ("name", "value") or token.text in (")", "]")


def _token(group: str, raw: str, end: int, before: Token | None, place: Place, sink: Diagnostics) -> Token:
    start = end - len(raw)
    if group == "end":
        return Token("end", "", start, end)
    if group == "name":
        return _name(raw, start, end, before, place, sink)
    if group == "text":
        return Token("value", raw, start, end, raw[1:-1].replace("''", "'"))
    if group == "sign":
        meant = _FOREIGN_SIGNS.get(raw, raw)
        if meant != raw:
            sink.error("foreign-sign", place.span(start, end), written=raw, meant=meant)
        return Token("word" if meant in KEYWORDS else "sign", meant, start, end)
    if group == "number" and len(raw) <= MAX_NUMBER:
        return Token("value", raw, start, end, float(raw) if "." in raw else int(raw))
    span = place.span(start, end)
    if group == "quoted":
        value = raw[1:-1]
        sink.error("double-quotes", span, written=raw, meant="'" + value.replace("'", "''") + "'")
        return Token("value", raw, start, end, value)
    if group == "number":
        sink.error("number-too-long", span, limit=MAX_NUMBER)
    elif group == "open":
        sink.error("unclosed-text", span, quote=raw)
    elif raw[0].isdigit():
        sink.error("odd-number", span, written=raw[:MAX_NUMBER])
    else:
        sink.error("odd-character", span, character=raw)
    raise UnreadableError


def _name(raw: str, start: int, end: int, before: Token | None, place: Place, sink: Diagnostics) -> Token:
    if raw in KEYWORDS:
        value = {"true": True, "false": False}.get(raw)
        return Token("word", raw, start, end) if value is None else Token("value", raw, start, end, value)
    lower = raw.lower()
    if lower in KEYWORDS:
        sink.error("capital-word", place.span(start, end), written=raw, meant=lower)
        return _name(lower, start, end, before, place, sink)
    after_operand = before is not None and _is_operand(before)
    meant = _FOREIGN_WORDS.get(lower)
    # `en` may be the name of a guard; between two operands it can only be Dutch for `and`.
    if after_operand and meant is not None:
        sink.error("foreign-sign", place.span(start, end), written=raw, meant=meant)
        return Token("sign" if meant == "==" else "word", meant, start, end)
    return Token("name", raw, start, end)
