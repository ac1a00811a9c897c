"""The tokens of a text that can be read, each with its place: what a tool needs that keeps all else."""

from __future__ import annotations

from typing import NamedTuple

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Token(NamedTuple):
    """A token. `kind` is what PyYAML calls it, `start` and `end` are offsets; `style` of a scalar is "", a
    quote, or the sign of a block text.
    """

    kind: str
    start: int
    end: int
    value: str = ""
    style: str = ""


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text that can be read and whose lines end in a line feed, in order."""
    loader = _LOADER(text)
    found: list[Token] = []
    while loader.check_token():
        token = loader.get_token()
        kind = type(token).__name__.removesuffix("Token")
        if kind in ("StreamStart", "StreamEnd"):
            continue
        start, end = token.start_mark.index, token.end_mark.index
        if kind == "Scalar":
            found.append(Token(kind, start, min(end, len(text)), token.value, token.style or ""))
        else:
            found.append(Token(kind, start, min(end, len(text))))
    return found
