"""The pocket card: the ladder on one side, what to say and what not on the other."""

from __future__ import annotations

from policy_engine.diagrams import measure
from policy_engine.diagrams.card.column import Column
from policy_engine.diagrams.card.phrases import SEVERAL, STAR, few_phrases, first_phrase
from policy_engine.diagrams.figure import Figure, cards_in
from policy_engine.diagrams.paper import MILLIMETRE, SAFE, Paper
from policy_engine.diagrams.phrasing import label_of, link_words, named, sentence, words_of
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.card import WORDS
from policy_engine.diagrams.scene import Scene, Text
from policy_engine.diagrams.steps import steps_of
from policy_engine.diagrams.theme import Look, dress_of

# What a card keeps free at its edge; it is cut from a larger sheet, or printed as it is.
_EDGE = 7 * MILLIMETRE
# Sizes of the letters, in points, the largest first.
_SMALL = (11.0, 10.5, 10.0, 9.5, 9.0)
_LARGE = (20.0, 18.0, 16.0)


def card(figure: Figure, language: str, look: Look) -> tuple[Scene, ...]:
    """The sides of the card: A6, or A4 in large print.

    It takes the largest letters with which everything fits two sides. Where the smallest do not, the steps go
    without their phrases, then fewer phrases stand on the back. A ladder that is longer still takes more
    sides.
    """
    paper = Paper("a4" if look.large else "a6")
    edge = SAFE if look.large else _EDGE
    sizes = _LARGE if look.large else _SMALL
    ways = [(size, True, SEVERAL) for size in sizes]
    ways += [(sizes[-1], False, several) for several in range(SEVERAL, 0, -1)]
    for size, phrases, several in ways:
        column = Column(edge, edge, paper.width - 2 * edge, paper.height - edge - size * 1.4)
        _ladder(column, figure, language, look, size, phrases)
        column.turn()
        _words_to_say(column, figure, language, size, several)
        if len(column.pages) == 2:
            break
    steps = steps_of(figure, language)
    chart = figure.chart
    title = named(chart.title, chart.id, language)
    dated = " · ".join(filter(None, (word(WORDS, "version", language, chart.version), chart.date)))
    number = measure.wrap(f"{title} · {dated}", size, paper.width - 2 * edge)
    if len(number) > 1:
        number = measure.wrap(dated, size, paper.width - 2 * edge)
    return tuple(
        Scene(
            paper.width,
            paper.height,
            (*items, Text(edge, paper.height - edge, number[0], size)),
            title,
            language,
            steps if place == 0 else (),
        )
        for place, items in enumerate(column.pages)
    )


def _ladder(column: Column, figure: Figure, language: str, look: Look, size: float, phrases: bool) -> None:
    chart = figure.chart
    column.text(named(chart.title, chart.id, language), size * 1.5, bold=True)
    column.space(size * 0.5)
    for text in words_of(chart.emergency, language):
        column.frame(text, size * 1.2)
        column.space(size * 0.7)
    for state in figure.spine:
        found = figure.cards[state]
        label = label_of(figure, state, language)
        phrase = first_phrase(figure, state, language) if phrases else ""
        column.step(
            found.number,
            label,
            phrase,
            size,
            dress_of(figure, state, look),
            f"state-{state}",
            f"{found.number} {label}",
        )
    urgent = _at_any_moment(figure, language)
    if urgent:
        column.space(size * 0.5)
        column.text(word(WORDS, "any moment", language), size * 1.1, bold=True)
        for words in urgent:
            column.bullet(words, size)


def _at_any_moment(figure: Figure, language: str) -> tuple[str, ...]:
    """Where the steps of the ladder lead that do not depend on which of them it is."""
    found = []
    for link in figure.links:
        around = link.wide and set(cards_in(figure, link.source)) & set(figure.spine)
        away = link.arrivals and not set(link.arrivals) & set(figure.spine)
        if around and away and link.kind == "event":
            arrival = figure.cards[link.arrivals[0]]
            label = label_of(figure, arrival.state.id, language)
            found.append(f"{sentence(link_words(figure, link, language))} → {arrival.number} {label}")
    return tuple(dict.fromkeys(found))


def _words_to_say(column: Column, figure: Figure, language: str, size: float, several: int) -> None:
    few = few_phrases(figure, language)
    for key, texts in (("say", few.say), ("avoid", few.avoid), ("exit", few.ending), ("rule", few.rules)):
        if not texts:
            continue
        column.text(word(WORDS, key, language), size * 1.3, bold=True)
        for text in texts[:several]:
            column.bullet(text, size)
        column.space(size * 0.8)
    column.text(word(WORDS, "own words", language), size)
    if any(STAR in first_phrase(figure, state, language) for state in figure.spine):
        column.text(word(WORDS, "star", language), size)
    for text in words_of(figure.chart.emergency, language):
        column.space(size * 0.8)
        column.frame(text, size * 1.2)
