"""Words and numbers as XML holds them."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def number(value: float) -> str:
    """At most two decimals, which are 0.004 mm on paper."""
    # Adding nothing turns a negative zero into a plain one.
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def writable(text: str) -> str:
    """The text with each character that XML can't hold, not even escaped, replaced by one that says so."""
    return _NOT_XML.sub("\ufffd", text)


def escaped(text: str) -> str:
    """The text for XML, in an attribute or an element."""
    return writable(text).translate(_ESCAPES)
