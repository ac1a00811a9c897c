"""The gaps of a text: `{name}` and `{name|fallback}`; `{{` and `}}` are literal braces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PATTERN = re.compile(r"\{\{|\}\}|\{(\w+)(?:\|([^{}]*))?\}|\{[^{}]*\}|[{}]")
LITERAL = {"{{": "{", "}}": "}"}


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A gap in a text. `start` and `end` are those of its name; `name` is None where braces hold none.

    The fallback is used where the value is an empty text.
    """

    start: int
    end: int
    name: str | None
    fallback: str | None


def placeholders(text: str) -> Iterator[Placeholder]:
    """The gaps of a text, in order."""
    for match in PATTERN.finditer(text):
        if match[0] in LITERAL:
            continue
        if match[1] is None:
            yield Placeholder(match.start(), match.end(), None, None)
        else:
            yield Placeholder(match.start(1), match.end(1), match[1], match[2])


def fill(text: str, value: Callable[[str], str]) -> str:
    """The text with its gaps filled in. `value` gives the text for a name."""

    def replace(match: re.Match[str]) -> str:
        if match[1] is None:
            return LITERAL.get(match[0], match[0])
        return value(match[1]) or match[2] or ""

    return PATTERN.sub(replace, text)
