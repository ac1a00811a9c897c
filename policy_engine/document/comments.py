"""The comments of a YAML text. Its nodes know nothing of them, and a `#` inside a text is none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BEGINS = re.compile(r"(?:^|(?<=[ \t]))#", re.MULTILINE)


class Comment(NamedTuple):
    """A comment from its `#` to the end of its line; line and column count from 1. `before` is what stands
    before it in its line.
    """

    line: int
    column: int
    text: str
    before: str


def comments_of(text: str) -> Iterator[Comment]:
    """The comments of a text that can be read, whose lines end in a line feed."""
    texts = _texts(text)
    starts = [start for start, _ in texts]
    line, counted = 1, 0
    last = -1  # where the last comment ends: a second `#` in it begins none
    for match in _BEGINS.finditer(text):
        at = match.start()
        place = bisect_right(starts, at) - 1
        if at < last or (place >= 0 and at < texts[place][1]):
            continue
        line += text.count("\n", counted, at)
        counted = at
        begin = text.rfind("\n", 0, at) + 1
        last = text.find("\n", at)
        last = len(text) if last < 0 else last
        yield Comment(line, at - begin + 1, text[at:last], text[begin:at])


def _texts(text: str) -> list[tuple[int, int]]:
    """Where the texts stand that may hold a `#` behind a blank: between quotes, and the lines below a `|` or
    a `>`.
    """
    found = []
    for event in iter(_LOADER(text).get_event, None):
        if isinstance(event, yaml.ScalarEvent) and event.style:
            assert event.start_mark is not None
            assert event.end_mark is not None
            start, end = event.start_mark.index, event.end_mark.index
            if event.style in "|>":
                start = text.find("\n", start)  # behind the sign itself a comment may stand
            found.append((start, end))
    return found
