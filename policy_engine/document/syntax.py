"""What to tell an author whose text the YAML parser refused.

First the text itself is looked at (`walk`); where nothing strikes the eye, the parser's own problem is put
into the author's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from policy_engine.document.mistake import Mistake
from policy_engine.document.quoting import shown
from policy_engine.document.walk import first_mistake

_DASH = re.compile("-(?=[^\\s-])|[–—]")  # what was meant as the `- ` of a list
_NO_SPACE = re.compile(r"\s*(?:- )*[\w-]+:\S")


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Mistake:
    """The mistake behind a parser's error, at the place where the author can mend it."""
    problem, mark, context = str(error.problem), error.problem_mark, error.context_mark
    assert mark is not None  # the parser always says where it stopped
    if "could not find expected ':'" in problem and context is not None:
        # A line on its own among keys: here the parser knows best.
        return first_mistake(lines, context.line) or _without_colon(lines, context.line, context.column)
    line = min(mark.line, len(lines) - 1)
    return first_mistake(lines, line) or _by_problem(problem, line, mark.column, lines)


def _without_colon(lines: Sequence[str], line: int, column: int) -> Mistake:
    text = lines[line]
    if _NO_SPACE.match(text):
        colon = text.index(":")
        return Mistake("space-after-colon", line, colon, colon + 1, {"key": text[:colon].strip(" -")})
    word = text[column:].strip()
    return Mistake("missing-colon", line, column, column + len(word), {"word": shown(word)})


def _by_problem(problem: str, line: int, column: int, lines: Sequence[str]) -> Mistake:
    text = lines[line]
    indent = len(text) - len(text.lstrip())
    if "mapping values are not allowed" in problem:
        # The colon belongs to this line's key; what stands above it has no colon of its own.
        above = next((at for at in range(line - 1, -1, -1) if lines[at].strip()), line)
        return _without_colon(lines, above, len(lines[above]) - len(lines[above].lstrip()))
    if "escape" in problem or "hexdec" in problem:
        return Mistake("unknown-escape", line, column, column + 1, {"character": text[column - 1]})
    if "tag" in problem:
        return Mistake("tag", line, column, column + 1, {"tag": text[column:].split(" ")[0]})
    if text[indent : indent + 1] == ":" and column <= indent:
        return Mistake("key-missing", line, indent, indent + 1)
    if text[column : column + 1] == ":" and "node content" in problem:
        return Mistake("key-missing", line, column, column + 1)
    if _DASH.match(text, indent):
        return Mistake("dash-without-space", line, indent, indent + 1, {"dash": text[indent]})
    if column <= indent and re.search("expected (key|'-' indicator|'?<document start>|<block end>)", problem):
        return Mistake("wrong-indentation", line, indent, len(text.rstrip()))
    return Mistake("yaml-syntax", line, column, column + 1)
