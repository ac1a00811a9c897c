"""Bytes to text: UTF-8 only, a byte-order mark and CRLF accepted, nothing that cannot be seen on a screen.

Lines end in a line feed afterwards, so that a position found by the parser is a position on the author's
screen.
"""

from __future__ import annotations

import re
import unicodedata

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.document.limits import MAX_BYTES

# Control characters, lone surrogates, non-characters, the line ends that only YAML 1.1 knows, and the marks
# that are invisible or turn the reading order, so that what a reviewer sees would not be what the file
# says.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_BREAK = re.compile("\r\n?")
_SEEN = bytes([*b"\t\n\r", *range(0x20, 0x7F)])  # the characters of ASCII that are none of these


def read_text(source: str | bytes, name: str, sink: Diagnostics) -> str | None:
    """The text of a file, or None when it is too large, no UTF-8, or holds an unseen character."""
    text = _decode(source, name, sink)
    if text is None:
        return None
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = _BREAK.sub("\n", text)
    unseen = None if _can_be_printed(source) else UNSEEN.search(text)
    if unseen is None:
        return text
    line = text.count("\n", 0, unseen.start()) + 1
    column = unseen.start() - (text.rfind("\n", 0, unseen.start()) + 1) + 1
    span = Span(name, line, column, line, column + 1)
    sink.error("unseen-character", span, character=describe(unseen.group()))
    return None


def describe(character: str) -> str:
    """`U+200B ZERO WIDTH SPACE`, or the number alone where Unicode has no name for it."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _decode(source: str | bytes, name: str, sink: Diagnostics) -> str | None:
    start = Span.start_of(name)
    # A character takes at least one byte, so the first comparison needs no copy of the text.
    if len(source) > MAX_BYTES or (isinstance(source, str) and _size(source) > MAX_BYTES):
        sink.error("file-too-large", start, limit=MAX_BYTES // 1024)
        return None
    if isinstance(source, str):
        return source
    if source.startswith(_WIDE) or _looks_wide(source):
        sink.error("not-utf-8", start, line=1)
        return None
    if b"\0" in source:
        sink.error("binary-file", start)
        return None
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        sink.error("not-utf-8", start, line=source.count(b"\n", 0, error.start) + 1)
        return None


def _can_be_printed(source: str | bytes) -> bool:
    """Whether all of a text can be printed: asking that of what is not plain takes a hundredth of the time
    of the search.
    """
    written = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    return written.translate(None, _SEEN).decode("utf-8", "surrogatepass").isprintable()


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _looks_wide(source: bytes) -> bool:
    """UTF-16 or UTF-32 without a byte-order mark: western text has a zero in every second byte at least."""
    head = source[:64]
    return b"\0" in head and (not any(head[0::2]) or not any(head[1::2]))
