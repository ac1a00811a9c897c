"""Conditions: on branches, of `forbid`, and those with a name; and expressions that give a value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Node, Word
from policy_engine.model.expressions.lexer import Token, tokens
from policy_engine.model.expressions.place import Place
from policy_engine.scenarios.mutation.site import Change, Names, Site, Table, next_of, replaced

# What a comparison becomes: its bound moves by one, or it turns round.
_COMPARED = {
    "<": ("<=", ">="),
    "<=": ("<", ">"),
    ">": (">=", "<="),
    ">=": (">", "<"),
    "==": ("!=",),
    "!=": ("==",),
}
_JOINED = {"and": "or", "or": "and"}


def _negated(site: Site, _names: Names) -> Iterator[Change]:
    if isinstance(site.node, Word):
        yield _instead(site, f"not ({site.node})")


def _dropped(site: Site, _names: Names) -> Iterator[Change]:
    if site.optional:
        yield Change(site.path, None, site.span, _text(site.node))


def _part_dropped(site: Site, _names: Names) -> Iterator[Change]:
    """Each part of what `or` joins, or else of what `and` joins."""
    if not isinstance(site.node, Word):
        return
    found = _tokens(site.node)
    for joint in ("or", "and"):
        places = [token for token in found if token.text == joint and _depth(found, token) == 0]
        if not places:
            continue
        text = str(site.node)
        cuts = [0, *(end for token in places for end in (token.start, token.end)), len(text)]
        parts = [text[start:end].strip() for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
        for number in range(len(parts)):
            yield _instead(site, f" {joint} ".join(parts[:number] + parts[number + 1 :]))
        return


def _operator(site: Site, _names: Names) -> Iterator[Change]:
    for token in _tokens(site.node):
        for sign in _COMPARED.get(token.text, ()):
            yield _instead(site, _put(site.node, token, sign))


def _joint(site: Site, _names: Names) -> Iterator[Change]:
    for token in _tokens(site.node):
        if token.text in _JOINED:
            yield _instead(site, _put(site.node, token, _JOINED[token.text]))


def _constant(site: Site, names: Names) -> Iterator[Change]:
    for token in _tokens(site.node):
        if token.kind != "value" or isinstance(token.value, bool):
            continue
        if isinstance(token.value, int | float):
            for number in (token.value - 1, token.value + 1):
                yield _instead(site, _put(site.node, token, str(number)))
        elif isinstance(token.value, str):
            for members in names.members:
                other = next_of(token.value, members) if token.value in members else None
                if other is not None:
                    yield _instead(site, _put(site.node, token, f"'{other}'"))
                    break


def _sum(site: Site, _names: Names) -> Iterator[Change]:
    for token in _tokens(site.node):
        if token.text in ("+", "-"):
            yield _instead(site, _put(site.node, token, "-" if token.text == "+" else "+"))


def _tokens(node: Node) -> Sequence[Token]:
    return tokens(node, Place.of(node), Diagnostics())[:-1] if isinstance(node, Word) else ()


def _depth(found: Sequence[Token], token: Token) -> int:
    before = found[: found.index(token)]
    return sum(one.text in ("(", "[") for one in before) - sum(one.text in (")", "]") for one in before)


def _put(node: Node, token: Token, text: str) -> str:
    """The expression with another text in the place of a token."""
    whole = _text(node)
    return f"{whole[: token.start]}{text}{whole[token.end :]}"


def _instead(site: Site, text: str) -> Change:
    return Change(site.path, replaced(site.node, text), site.span, _text(site.node), text)


def _text(node: Node) -> str:
    assert isinstance(node, Word) or not isinstance(node, list | dict)
    return node.text


CONDITIONS: Table = {
    "condition-negated": ("condition", _negated),
    "condition-dropped": ("condition", _dropped),
    "condition-part": ("condition", _part_dropped),
    "comparison": ("condition", _operator),
    "and-or": ("condition", _joint),
    "constant": ("condition", _constant),
    "constant-of-value": ("expression", _constant),
    "plus-minus": ("expression", _sum),
}
