"""The form in which a text is kept in a file: a byte-order mark, and the ends of its lines."""

from __future__ import annotations

from typing import NamedTuple

_MARK = b"\xef\xbb\xbf"


class Form(NamedTuple):
    """`mark`: it begins with a byte-order mark. `line_end`: that of its first line."""

    mark: bool
    line_end: str

    def written(self, text: str) -> bytes:
        """A text whose lines end in a line feed, as it is kept."""
        return (_MARK if self.mark else b"") + text.replace("\n", self.line_end).encode()


def form_of(source: bytes) -> Form:
    """The form of a file. A file whose lines end in different ways is one whose first line does."""
    first = source.find(b"\n")
    carriage = source.find(b"\r")
    if carriage < 0 or 0 <= first < carriage:
        return Form(source.startswith(_MARK), "\n")
    return Form(source.startswith(_MARK), "\r\n" if first == carriage + 1 else "\r")
