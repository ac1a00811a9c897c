"""One state in the handbook: who acts, what to say and what not, what is not allowed, what happens next."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.diagrams.card.tracks import ending_of
from policy_engine.diagrams.duties import musts_of, until_words
from policy_engine.diagrams.figure import Card, Figure, Link, cards_in
from policy_engine.diagrams.handbook.columns import Column, table
from policy_engine.diagrams.numbering import number_words
from policy_engine.diagrams.phrasing import (
    forbid_words,
    label_of,
    link_words,
    listed,
    phrase_words,
    phrases_of,
    role_words,
    sentence,
    step_words,
    terms_words,
    words_of,
)
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.handbook import WORDS
from policy_engine.diagrams.sheets.model import (
    Block,
    Bullets,
    Heading,
    Note,
    Paragraph,
    Run,
    Together,
    items,
    line,
)
from policy_engine.model.chart import Phrase, State


def card_blocks(figure: Figure, card: Card, language: str) -> Iterator[Block]:
    """A card with everything that the policy says of it."""
    label = label_of(figure, card.state.id, language)
    yield Heading(3, f"{card.number} {label}", anchor=f"state-{card.state.id}", terms=(sentence(label),))
    if card.state.role is not None:
        yield line(word(WORDS, "role", language, role_words(figure.chart, card.state.role, language)))
    yield from _texts(figure, card.state, language)
    if card.final:
        yield line(word(WORDS, ending_of(figure, card), language))
    yield from _exits(figure, card.state, language)


def box_blocks(figure: Figure, box: str, language: str) -> Iterator[Block]:
    """What holds in all steps of a box; nothing where it only groups them."""
    state = figure.boxes[box].state
    blocks = [*_texts(figure, state, language), *_exits(figure, state, language)]
    if figure.boxes[box].parallel:
        blocks.insert(0, line(word(WORDS, "together", language)))
    if not blocks:
        return
    numbers = number_words((figure.cards[card].number for card in cards_in(figure, box)), language)
    label = label_of(figure, box, language)
    heading = word(WORDS, "box", language, label, numbers)
    yield Heading(3, heading, anchor=f"state-{box}", terms=(sentence(label),))
    yield from blocks


def _texts(figure: Figure, state: State, language: str) -> Iterator[Block]:
    chart = figure.chart
    for key, phrases in (("say", state.say), ("avoid", state.avoid), ("how", state.how)):
        yield from _phrases(figure, key, phrases, language)
    for key, steps in (("on arrival", state.entry), ("on leaving", state.exit)):
        done = step_words(chart, steps, language)
        if done:
            yield _labelled(word(WORDS, key, language), listed(done, language))
    if state.forbid:
        told: list[tuple[Block, ...]] = []
        for forbid in state.forbid:
            reasons = " ".join(
                phrase_words(chart, text, language) for text in words_of(forbid.words, language)
            )
            words = sentence(forbid_words(chart, forbid, language, headed=True))
            told.append((line(f"{words}. {reasons}".strip()),))
        yield Note((line(word(WORDS, "forbidden", language), bold=True), Bullets(tuple(told))), "plain")
    due = tuple(sentence(until_words(chart, must, language)) for must in musts_of(chart, state))
    if due:
        yield Together((line(word(WORDS, "must", language), bold=True), Bullets(items(due))))
    for key, remarks in (("why", state.why), ("note", state.note)):
        texts = [phrase_words(chart, text, language) for text in words_of(remarks, language)]
        if texts:
            yield _labelled(word(WORDS, key, language), " ".join(texts))
    if state.source_refs:
        yield line(word(WORDS, "sources", language, ", ".join(state.source_refs)), size="small")


def _phrases(figure: Figure, key: str, phrases: tuple[Phrase, ...], language: str) -> Iterator[Block]:
    blocks: list[Block] = []
    for condition, texts in phrases_of(figure.chart, phrases, language):
        if condition:
            blocks.append(line(word(WORDS, "if", language, condition)))
        blocks.append(Bullets(items(texts if key == "how" else tuple(f"“{text}”" for text in texts))))
    if blocks:
        head = line(word(WORDS, key, language), bold=True)
        if key == "how":
            yield Together((head, *blocks))
        else:
            yield Note((head, *blocks), "soft" if key == "say" else "plain")


def _exits(figure: Figure, state: State, language: str) -> Iterator[Block]:
    rows = [
        (
            sentence(link_words(figure, link, language)),
            terms_words(figure, link, language),
            _where(figure, link, language),
            listed(step_words(figure.chart, link.transition.steps, language), language),
        )
        for link in figure.leaving(state.id)
    ]
    columns = [
        Column(word(WORDS, "what", language), 3),
        Column(word(WORDS, "condition", language), 3),
        Column(word(WORDS, "to", language), 2.4, bold=True),
        Column(word(WORDS, "done", language), 3),
    ]
    yield from table(columns, rows)


def _where(figure: Figure, link: Link, language: str) -> str:
    if not link.targets:
        return word(WORDS, "stays", language)
    arrivals = listed(
        [f"{figure.cards[state].number} {label_of(figure, state, language)}" for state in link.arrivals],
        language,
    )
    if not link.back:
        return arrivals
    boxes = [label_of(figure, box, language) for box in link.remembered]
    return word(WORDS, "back", language, listed(boxes, language))


def _labelled(label: str, words: str) -> Paragraph:
    return Paragraph((Run(f"{label}: ", bold=True), Run(sentence(words))))
