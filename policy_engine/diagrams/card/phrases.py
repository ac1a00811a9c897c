"""Which words stand on the card: what to say in a step, what not, how to do it, how to end and when not, and
what must be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from policy_engine.diagrams.card.moments import around, number_words
from policy_engine.diagrams.duties import must_words, musts_of
from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.phrasing import phrase_words, phrases_of, sentence, words_of
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.card import WORDS
from policy_engine.diagrams.tones import tone_of
from policy_engine.diagrams.wording import NO_VALUES
from policy_engine.model.chart import Phrase
from policy_engine.model.types import Value
from policy_engine.records import record

Known = Mapping[str, Value | None]
# Behind what has a condition, for which a card has no room.
STAR = " *"


@record
class Entry:
    """A text, and the number of the step that it belongs to."""

    number: str
    words: str


def says(figure: Figure, state: str, language: str, parameters: Known = NO_VALUES) -> tuple[str, ...]:
    """What is said in a step, quoted; nothing where the policy has no words for it. `parameters` are the
    values in force, here and below.
    """
    said = figure.cards[state].state.say
    return tuple(_quoted(text) for text in _texts(figure, said, language, parameters))


def avoids(figure: Figure, state: str, language: str, parameters: Known = NO_VALUES) -> tuple[str, ...]:
    """What is not said in a step, quoted."""
    avoided = figure.cards[state].state.avoid
    return tuple(_quoted(text) for text in _texts(figure, avoided, language, parameters))


def hows(figure: Figure, state: str, language: str, parameters: Known = NO_VALUES) -> tuple[str, ...]:
    """How a step is done."""
    return _texts(figure, figure.cards[state].state.how, language, parameters)


def entries(figure: Figure, state: str, texts: Iterable[str]) -> tuple[Entry, ...]:
    """Texts under the number of their step."""
    return tuple(Entry(str(figure.cards[state].number), text) for text in texts)


def endings(figure: Figure) -> tuple[str, ...]:
    """The steps of the ladder in which the one who acts there may end it: what is said there is said to
    end.
    """
    return tuple(
        state
        for state in figure.spine
        if any(_ends(figure, event, state) for link in figure.leaving(state) for event in link.events)
    )


def rules(
    figure: Figure, shown: Iterable[str], language: str, parameters: Known = NO_VALUES
) -> tuple[str, ...]:
    """What is told where it is not allowed to end it, with the steps that it is told in."""
    found: dict[tuple[str, str], list[str]] = {}
    for state in shown:
        for place in around(figure, state):
            for forbid in place.forbid:
                if any(_ends(figure, event, state) for event in forbid.events):
                    star = "" if forbid.when is None else STAR
                    for text in words_of(forbid.words, language):
                        told = phrase_words(figure.chart, text, language, parameters)
                        found.setdefault((told, star), []).append(state)
    return tuple(
        f"{text} ({word(WORDS, 'step', language, number_words(figure, set(states), language))}){star}"
        for (text, star), states in found.items()
    )


def duties(
    figure: Figure, shown: Iterable[str], language: str, parameters: Known = NO_VALUES
) -> tuple[str, ...]:
    """What must be done once a step was reached, with the steps that ask for it."""
    found: dict[str, list[str]] = {}
    for state in shown:
        for place in around(figure, state):
            for must in musts_of(figure.chart, place):
                words = sentence(must_words(figure.chart, must, language, parameters))
                found.setdefault(words, []).append(state)
    return tuple(
        f"{words} ({word(WORDS, 'step', language, number_words(figure, set(states), language))})"
        for words, states in found.items()
    )


def _ends(figure: Figure, event: str, state: str) -> bool:
    """Whether an event ends it and is done by the one who acts in a step."""
    role = figure.cards[state].state.role or next(iter(figure.chart.roles), None)
    actor = figure.chart.events[event].actor
    return actor is not None and actor == role and tone_of(figure.chart, event) == "ends"


def _texts(figure: Figure, phrases: tuple[Phrase, ...], language: str, parameters: Known) -> tuple[str, ...]:
    """The texts of the first phrase that has any; with a star where it does not always hold."""
    for condition, texts in phrases_of(figure.chart, phrases, language, parameters):
        if texts:
            return tuple(f"{text}{STAR if condition else ''}" for text in texts)
    return ()


def _quoted(text: str) -> str:
    plain = text.removesuffix(STAR)
    return f"“{plain}”{text[len(plain) :]}"
