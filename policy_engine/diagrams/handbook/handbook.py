"""The handbook as a sheet: cover, contents, picture, steps, tables, index."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.diagrams.figure import Figure, figure_of
from policy_engine.diagrams.handbook.states import box_blocks, card_blocks
from policy_engine.diagrams.handbook.tables import actions_table, declared_table, events_table
from policy_engine.diagrams.imprint import edition, footer, owner_of, title_of
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.phrasing import words_of
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.handbook import WORDS
from policy_engine.diagrams.sheets.model import (
    Block,
    Bullets,
    Contents,
    Drawing,
    Heading,
    Index,
    Note,
    PageBreak,
    Sheet,
    items,
    line,
)
from policy_engine.diagrams.theme import Look
from policy_engine.model.chart import Chart


def handbook(chart: Chart, language: str, look: Look) -> Sheet:
    """The handbook of a policy in one language."""
    figure = figure_of(chart)
    name = title_of(chart, language)
    title = f"{name}: {word(WORDS, 'handbook', language).lower()}"
    return Sheet(
        title=title,
        language=language,
        paper=Paper("a4"),
        footer=footer(chart, language),
        blocks=tuple(_blocks(figure, title, language, look)),
        author=owner_of(chart, language),
        date=chart.date,
        version=chart.version,
        large=look.large,
    )


def _blocks(figure: Figure, title: str, language: str, look: Look) -> Iterator[Block]:
    chart = figure.chart
    yield Heading(1, title)
    yield from _cover(chart, language)
    yield Heading(2, word(WORDS, "contents", language))
    yield Contents(3)
    yield Heading(2, word(WORDS, "reading", language))
    keys = ["reading steps", "reading say", "reading exits"]
    if any(link.wide for link in figure.links):
        keys.append("reading boxes")
    if any(state.source_refs for state in chart.states):
        keys.append("reading sources")
    yield Bullets(items(tuple(word(WORDS, key, language) for key in keys)))
    yield from _picture(figure, language, look)
    yield Heading(2, word(WORDS, "steps", language))
    told: set[str] = set()
    for card in sorted(figure.cards.values(), key=lambda card: card.number):
        for box in _new_boxes(figure, card.box, told):
            told.add(box)
            yield from box_blocks(figure, box, language)
        yield from card_blocks(figure, card, language)
    yield from events_table(chart, language)
    yield from actions_table(chart, language)
    yield from declared_table(chart, language)
    yield Heading(2, word(WORDS, "index", language))
    yield Index()


def _cover(chart: Chart, language: str) -> Iterator[Block]:
    for text in words_of(chart.subtitle, language):
        yield line(text, size="big")
    parts = [edition(chart, language)]
    if owner := owner_of(chart, language):
        parts.append(word(WORDS, "owner", language, owner))
    yield line(" · ".join(parts))
    for text in words_of(chart.emergency, language):
        yield Note((line(text, bold=True, size="big"),), "warn")


def _picture(figure: Figure, language: str, look: Look) -> Iterator[Block]:
    """The poster on a page of its own; a ladder that is too long for one is left to the steps."""
    from policy_engine.diagrams.poster import poster_if_it_fits

    scenes = poster_if_it_fits(figure, languages=(language,), paper=Paper("a4"), look=Look(grey=look.grey))
    if scenes is None:
        return
    yield Heading(2, word(WORDS, "picture", language))
    yield line(word(WORDS, "picture next", language))
    yield Drawing(scenes[0], whole=True)
    yield PageBreak()


def _new_boxes(figure: Figure, box: str | None, told: set[str]) -> list[str]:
    """The boxes around a card that were not told yet, the outermost first."""
    found: list[str] = []
    while box is not None:
        if box not in told:
            found.insert(0, box)
        box = figure.boxes[box].box
    return found
