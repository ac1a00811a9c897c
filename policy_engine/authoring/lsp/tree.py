"""What a text looks like while it is being written: mappings, lists and leaves, with offsets into the text.

Unlike a document's nodes these exist for any text, however broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_FOLD = re.compile(r"[ \t]*\n\s*")


@dataclass(slots=True, eq=False)
class Leaf:
    """A scalar. `start` and `end` include its quotes; `style` is its quote, `|`, `>` or `*`, or empty."""

    start: int
    end: int
    raw: str
    style: str = ""

    @property
    def text(self) -> str:
        """What it says, as far as one line of it goes."""
        if self.style == "'":
            return self.inside.replace("''", "'")
        if self.style == '"':
            return _ESCAPED.sub(r"\1", self.inside)
        return _FOLD.sub(" ", self.raw)

    @property
    def inside(self) -> str:
        """What stands between its quotes, as it is written."""
        if self.style not in ("'", '"'):
            return self.raw
        closed = len(self.raw) > 1 and self.raw[-1] == self.style
        return self.raw[1:-1] if closed else self.raw[1:]

    @property
    def inner(self) -> int:
        """Where that begins."""
        return self.start + (self.style in ("'", '"') and self.style != "")


@dataclass(slots=True, eq=False)
class Entry:
    """A key and what stands behind it; without a colon it is a word that may become a key."""

    key: Leaf
    colon: bool
    value: Tree | None


@dataclass(slots=True, eq=False)
class Mapping:
    """A mapping; `flow` when it is written with braces."""

    start: int
    end: int
    flow: bool
    entries: list[Entry] = field(default_factory=list)

    def get(self, name: str) -> Tree | None:
        """What stands behind a key, if anything does."""
        return next((entry.value for entry in self.entries if entry.key.text == name), None)

    def entry(self, name: str) -> Entry | None:
        """The entry of a key."""
        return next((entry for entry in self.entries if entry.key.text == name), None)


@dataclass(slots=True, eq=False)
class Listing:
    """A list; `flow` when it is written with brackets."""

    start: int
    end: int
    flow: bool
    items: list[Tree] = field(default_factory=list)


Tree = Leaf | Mapping | Listing


def leaves(tree: Tree | None) -> Iterator[Leaf]:
    """A leaf itself, or the leaves of a list of them."""
    if isinstance(tree, Leaf):
        yield tree
    elif isinstance(tree, Listing):
        for item in tree.items:
            if isinstance(item, Leaf):
                yield item
