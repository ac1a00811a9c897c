"""What to tell an author whose text the YAML parser refused.

First the text itself is looked at (`walk`); where nothing strikes the eye, the parser's own problem is put into the
author's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from policy_engine.document.mistake import Mistake
from policy_engine.document.quoting import shown
from policy_engine.document.walk import first_mistake

_NO_SPACE = re.compile(r"\s*(?:- )*[\w-]+:\S")


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Mistake:
    """The mistake behind a parser's error, at the place where the author can mend it."""
    mark = error.problem_mark
    line = min(mark.line, len(lines) - 1)
    return _missing_colon(error, lines) or first_mistake(lines, line) or _by_problem(str(error.problem), mark, lines, line)


def _missing_colon(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Mistake | None:
    """A line on its own among keys: the parser names it, and it names it well."""
    if "could not find expected ':'" not in str(error.problem):
        return None
    mark = error.context_mark
    return first_mistake(lines, mark.line) or _without_colon(lines, mark.line, mark.column)


def _without_colon(lines: Sequence[str], line: int, column: int) -> Mistake:
    text = lines[line]
    if _NO_SPACE.match(text):
        colon = text.index(":")
        return Mistake("space-after-colon", line, colon, colon + 1, {"key": text[:colon].strip(" -")})
    word = text[column:].strip()
    return Mistake("missing-colon", line, column, column + len(word), {"word": shown(word)})


def _by_problem(problem: str, mark: yaml.Mark, lines: Sequence[str], line: int) -> Mistake:
    text = lines[line]
    indent = len(text) - len(text.lstrip())
    if "mapping values are not allowed" in problem:
        # The colon belongs to this line's key; what stands above it has no colon of its own.
        above = next((at for at in range(line - 1, -1, -1) if lines[at].strip()), line)
        return _without_colon(lines, above, len(lines[above]) - len(lines[above].lstrip()))
    if "escape" in problem or "hexdec" in problem:
        return Mistake("unknown-escape", line, mark.column, mark.column + 1, {"character": text[mark.column - 1]})
    if "tag" in problem:
        return Mistake("tag", line, mark.column, mark.column + 1, {"tag": text[mark.column :].split(" ")[0]})
    if text[indent : indent + 1] == ":" and mark.column <= indent:
        return Mistake("key-missing", line, indent, indent + 1)
    if mark.column <= indent and re.search("expected (key|'-' indicator|'?<document start>|<block end>)", problem):
        return Mistake("wrong-indentation", line, indent, len(text.rstrip()))
    return Mistake("yaml-syntax", line, mark.column, mark.column + 1)
