"""The gaps of a text: `{name}` and `{name|fallback}`; `{{` and `}}` are literal braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

PATTERN = re.compile(r"\{\{|\}\}|\{(\w+)(?:\|([^{}]*))?\}|\{[^{}]*\}|[{}]")
LITERAL = ("{{", "}}")


class Placeholder(NamedTuple):
    """A gap in a text. `start` and `end` are those of its name; `name` is None where braces hold none.

    The fallback is used where the value is an empty text.
    """

    start: int
    end: int
    name: str | None
    fallback: str | None


def placeholders(text: str) -> Iterator[Placeholder]:
    """The gaps of a text, in order."""
    if "{" not in text and "}" not in text:
        return
    for match in PATTERN.finditer(text):
        if match[0] in LITERAL:
            continue
        if match[1] is None:
            yield Placeholder(match.start(), match.end(), None, None)
        else:
            yield Placeholder(match.start(1), match.end(1), match[1], match[2])
