"""The names in one scalar: in an expression, in the gaps of a text, in a duration, or the scalar itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from policy_engine.authoring.lsp.rules import DURATION, EXPRESSION, LETTER, SAID
from policy_engine.authoring.lsp.tree import Leaf
from policy_engine.model.placeholders import PATTERN

NAME: Final = re.compile(r"[A-Za-z_]\w*")
_WORDS: Final = frozenset({"and", "or", "not", "in", "true", "false", "by"})
_LISTED = re.compile(r"[\w.-]+")
_LEADING = re.compile(r"\s*([a-z]\w*)(?=\s)")


class Use(NamedTuple):
    """A name where it stands. `space` is its name space, `owners` whose it is: the events of a datum, the
    action of a parameter, the variable of a member; `declares` where it is declared.
    """

    space: str
    name: str
    start: int
    end: int
    declares: bool = False
    owners: tuple[str, ...] = ()


class Token(NamedTuple):
    """A piece of an expression. `kind` is "name", "text" (a text between quotes) or "sign"."""

    kind: str
    text: str
    start: int
    end: int


def tokens(leaf: Leaf) -> Iterator[Token]:
    """The pieces of an expression as it is written; what is broken ends where its line does."""
    quote = "''" if leaf.style == "'" else "'"
    pattern = re.compile(
        rf"\s*(?:(?P<text>{quote}[^']*(?:{quote}|\Z))|(?P<name>[^\W\d]\w*)|(?P<sign>[<>=!]=|[^\s]))"
    )
    inside, at = leaf.inside, 0
    while match := pattern.match(inside, at):
        kind = str(match.lastgroup)
        text = match[kind]
        start = leaf.inner + match.start(kind)
        at = match.end()
        if kind == "text":
            closed = len(text) >= 2 * len(quote) and text.endswith(quote)
            word = text[len(quote) : -len(quote)] if closed else text[len(quote) :]
            yield Token("text", word, start + len(quote), start + len(quote) + len(word))
        else:
            yield Token(kind, text, start, start + len(text))


def in_expression(leaf: Leaf, events: tuple[str, ...]) -> Iterator[Use]:
    """The names that a condition reads; `events` are those it is about."""
    found = list(tokens(leaf))
    operand = ""
    for place, token in enumerate(found):
        before = [one.text for one in found[max(0, place - 2) : place]]
        if token.kind == "text":
            if before == ["in_state", "("]:
                yield Use("state", token.text, token.start, token.end)
            elif operand == "by" or _compared_with_by(found, place):
                yield Use("role", token.text, token.start, token.end)
            elif operand:
                yield Use("member", token.text, token.start, token.end, owners=(operand,))
        elif token.kind == "name":
            if before[-1:] == ["."]:
                if before[:1] == ["event"]:
                    yield Use("datum", token.text, token.start, token.end, owners=events)
                operand = ""
            elif token.text in _WORDS or token.text in ("in_state", "event"):
                operand = "by" if token.text == "by" else operand if token.text in ("in", "not") else ""
            else:
                operand = token.text
                yield Use("value", token.text, token.start, token.end)
        elif token.text not in ("==", "!=", "[", ","):
            operand = ""


def _compared_with_by(found: list[Token], place: int) -> bool:
    behind = [one.text for one in found[place + 1 : place + 3]]
    return len(behind) == 2 and behind[0] in ("==", "!=") and behind[1] == "by"


def in_text(leaf: Leaf) -> Iterator[Use]:
    """The names in the gaps of a text."""
    inside = leaf.raw if leaf.style in ("|", ">") else leaf.inside
    start = leaf.start if leaf.style in ("|", ">") else leaf.inner
    for match in PATTERN.finditer(inside):
        if match[1] is not None:
            yield Use("value", match[1], start + match.start(1), start + match.end(1))


def in_duration(leaf: Leaf) -> Iterator[Use]:
    """The name that stands in the place of a duration's number."""
    match = _LEADING.match(leaf.inside)
    if match:
        yield Use("value", match[1], leaf.inner + match.start(1), leaf.inner + match.end(1))


def in_names(leaf: Leaf, space: str, declares: bool, owners: tuple[str, ...]) -> Iterator[Use]:
    """A name, or several with `or` between them."""
    joined = space in ("event", "action") and not declares
    for match in _LISTED.finditer(leaf.inside):
        name, start = match[0], leaf.inner + match.start()
        record, dot, part = name.partition(".")
        if space == "duty" and dot:
            yield Use("action", record, start, start + len(record))
            yield Use("field", part, start + len(record) + 1, start + len(name), owners=(record,))
        elif not (joined and name == "or") and not (space == "member" and name[0].isdigit()):
            yield Use(space, name, start, start + len(name), declares, owners)


def names_in(leaf: Leaf, sort: str, events: tuple[str, ...]) -> Iterator[Use]:
    """The names in a text of one of the sorts of `rules`."""
    if sort == EXPRESSION:
        yield from in_expression(leaf, events)
    elif sort in (SAID, LETTER):
        yield from in_text(leaf)
    elif sort == DURATION:
        yield from in_duration(leaf)
