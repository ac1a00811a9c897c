"""The threat sheet: two sides of A4 beside the telephone, to follow and to fill in at a threat."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.diagrams.imprint import footer, owner_of
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.phrasing import words_of
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.threat_sheet import CHOICES, WORDS
from policy_engine.diagrams.sheets.model import (
    Beside,
    Block,
    Bullets,
    Field,
    Fields,
    Heading,
    Note,
    PageBreak,
    Run,
    Sheet,
    TickBox,
    WriteLine,
    items,
    line,
)
from policy_engine.diagrams.theme import Look
from policy_engine.languages import spoken
from policy_engine.model.chart import Chart


def threat_sheet(chart: Chart, language: str, look: Look) -> Sheet:
    """The threat sheet with the emergency line and the owner of a policy."""
    title = word(WORDS, "title", language)
    return Sheet(
        title=title,
        language=language,
        paper=Paper("a4"),
        footer=footer(chart, language),
        blocks=(*_front(chart, title, language), PageBreak(), *_back(language)),
        author=owner_of(chart, language),
        date=chart.date,
        version=chart.version,
        large=look.large,
        snug=True,
    )


def _front(chart: Chart, title: str, language: str) -> Iterator[Block]:
    yield Heading(1, title)
    yield line(word(WORDS, "subtitle", language))
    for text in words_of(chart.emergency, language):
        yield Note((line(text, bold=True, size="big"),), "warn")
    yield Heading(2, word(WORDS, "during", language))
    yield Bullets(items(_words(("calm", "line", "sign", "write", "promise"), language)))
    yield Heading(2, word(WORDS, "words", language))
    yield WriteLine("", 5, grows=True)
    yield Heading(2, word(WORDS, "ask", language))
    for key in ("what", "when", "where", "against", "why", "who"):
        yield WriteLine(word(WORDS, key, language), 1)
    yield Heading(2, word(WORDS, "after", language))
    yield Bullets(items(_words(("tell", "phone", "fill"), language)))


def _back(language: str) -> Iterator[Block]:
    yield Heading(2, word(WORDS, "back", language))
    keys = ("date", "began", "ended", "number", "line number", "taken by")
    yield Fields(tuple(Field(word(WORDS, key, language)) for key in keys), 3)
    headings = list(CHOICES)
    for left, right in zip(headings[::2], headings[1::2], strict=True):
        yield Beside((_choices(left, language), _choices(right, language)), (1, 1))
    yield WriteLine(word(WORDS, "known", language), 3)
    yield Heading(2, word(WORDS, "told", language))
    told = ("manager", "police", "report")
    yield Fields(tuple(Field(word(WORDS, key, language)) for key in told), 3)
    yield WriteLine(word(WORDS, "notes", language), 6, grows=True)


def _choices(key: str, language: str) -> tuple[Block, ...]:
    """Boxes to tick in two columns under their heading."""
    choices = spoken(CHOICES[key], language, "en")
    boxes: list[Block] = [TickBox((Run(choice),)) for choice in choices]
    half = len(boxes) // 2
    return (
        Heading(3, word(WORDS, key, language)),
        Beside((tuple(boxes[:half]), tuple(boxes[half:])), (1, 1)),
        WriteLine(word(WORDS, "other", language), 1),
    )


def _words(keys: tuple[str, ...], language: str) -> tuple[str, ...]:
    return tuple(word(WORDS, key, language) for key in keys)
