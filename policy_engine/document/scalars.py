"""What an unquoted word means: the core schema of YAML 1.2 (10.3.2), and nothing of YAML 1.1.

So `on`, `no` and `yes` are words and `1:30` is one too. A number with a leading zero is a word as well: a
telephone number or an article code was meant, or the octal numbers of YAML 1.1.
"""

from __future__ import annotations

import re

from policy_engine.document.limits import MAX_NUMBER

Resolved = None | bool | int | float | str

WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
NUMERIC = frozenset("0123456789+-.")  # what a number begins with; no word of WORDS does


def resolve(text: str) -> Resolved:
    """The value of an unquoted scalar. Raises OverflowError for a number longer than `MAX_NUMBER`."""
    if text[:1] not in NUMERIC:
        return WORDS.get(text, text)
    for pattern, base in ((_INTEGER, 10), (_OCTAL, 8), (_HEXADECIMAL, 16)):
        if pattern.fullmatch(text):
            return int(_short(text), 10) if base == 10 else int(_short(text)[2:], base)
    if _FLOAT.fullmatch(text):
        return float(_short(text))
    if _INFINITE.fullmatch(text):
        return float(text.replace(".", "", 1))
    return text


def _short(text: str) -> str:
    # Python refuses to read very long integers; an honest number is far shorter.
    if len(text) > MAX_NUMBER:
        raise OverflowError(text)
    return text
