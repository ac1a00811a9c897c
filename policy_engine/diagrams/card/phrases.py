"""Which few phrases stand on the card: what to say, what not, how to end, and when that is not allowed."""

from __future__ import annotations

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.phrasing import phrase_words, phrases_of, words_of
from policy_engine.diagrams.tones import tone_of
from policy_engine.model.chart import Phrase
from policy_engine.records import record

SEVERAL = 3
# Behind a phrase that has a condition, for which a card has no room.
STAR = " *"


@record
class Few:
    """`ending` are the phrases of the last step on the ladder that has any; `rules` say when a call may not
    be ended.
    """

    say: tuple[str, ...]
    avoid: tuple[str, ...]
    ending: tuple[str, ...]
    rules: tuple[str, ...]


def few_phrases(figure: Figure, language: str) -> Few:
    """The phrases for a card: one from each of the first steps of the ladder."""
    ladder = [figure.cards[state].state for state in figure.spine]
    says = [texts for state in ladder if (texts := _texts(figure, state.say, language))]
    avoids = [texts[0] for state in ladder if (texts := _texts(figure, state.avoid, language))]
    return Few(
        say=tuple(texts[0] for texts in says[:-1][:SEVERAL] or says[:SEVERAL]),
        avoid=tuple(dict.fromkeys(avoids))[:SEVERAL],
        ending=says[-1][:2] if len(says) > 1 else (),
        rules=_rules(figure, language),
    )


def first_phrase(figure: Figure, state: str, language: str) -> str:
    """What is said first in a step; nothing where the policy has no words for it."""
    texts = _texts(figure, figure.cards[state].state.say, language)
    return texts[0] if texts else ""


def _texts(figure: Figure, phrases: tuple[Phrase, ...], language: str) -> tuple[str, ...]:
    """The texts of the first phrase that has any, quoted; with a star where it is not always said."""
    for condition, texts in phrases_of(figure.chart, phrases, language):
        if texts:
            return tuple(f"“{text}”{STAR if condition else ''}" for text in texts)
    return ()


def _rules(figure: Figure, language: str) -> tuple[str, ...]:
    chart = figure.chart
    ending = {event for event in chart.events if tone_of(chart, event) == "ends"}
    texts = [
        phrase_words(chart, text, language)
        for state in chart.states
        for forbid in state.forbid
        if ending & set(forbid.events)
        for text in words_of(forbid.words, language)
    ]
    return tuple(dict.fromkeys(texts))[:SEVERAL]
