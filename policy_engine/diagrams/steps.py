"""The poster in words: everything it shows as a list that can be read aloud, from the first step to the last.

It is the description of every drawing, and what is written where nothing can be drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policy_engine.diagrams.duties import duty_words, musts_of
from policy_engine.diagrams.figure import Figure, Link
from policy_engine.diagrams.phrasing import (
    forbid_words,
    label_of,
    lapse_words,
    listed,
    named,
    phrase_words,
    phrases_of,
    role_words,
    sentence,
    step_words,
    trigger_words,
    value_words,
    words_of,
)
from policy_engine.diagrams.printed import saying
from policy_engine.diagrams.printed.steps import WORDS
from policy_engine.model.chart import Phrase, State
from policy_engine.model.types import Declaration


def steps_of(figure: Figure, language: str) -> tuple[str, ...]:
    """The figure as an ordered list: what holds before, then each box before its first card, each card by its
    number, with what it says, does, forbids, asks for and leads to.
    """
    return tuple(_Teller(figure, language).steps())


class _Teller:
    def __init__(self, figure: Figure, language: str) -> None:
        self.figure = figure
        self.chart = figure.chart
        self.language = language
        self.word = saying(WORDS, language)
        self.leaving: dict[str, list[Link]] = {}
        for link in figure.links:
            self.leaving.setdefault(link.source, []).append(link)

    def steps(self) -> Iterator[str]:
        yield self._beginning()
        told: set[str] = set()
        for card in sorted(self.figure.cards.values(), key=lambda card: card.number):
            for box in reversed(self._around(card.box)):
                if box not in told:
                    told.add(box)
                    yield self._box(box)
            yield self._card(card.state)

    def _beginning(self) -> str:
        chart = self.chart
        sentences = [self.word("start", listed(map(self._place, self.figure.starts), self.language))]
        for key, declared in (("parameters", chart.parameters), ("facts", chart.facts)):
            if declared:
                sentences.append(self.word(key, self._declared(declared.values())))
        if chart.context:
            sentences.append(self.word("context", self._declared(chart.context.values())))
        return " ".join(sentences)

    def _declared(self, several: Iterable[Declaration]) -> str:
        return ", ".join(self._range(declared) for declared in several)

    def _range(self, declared: Declaration) -> str:
        label = named(declared.label, declared.name, self.language)
        kind = declared.type
        if kind.kind in ("counter", "range"):
            words = self.word("range", label, str(kind.low), str(kind.high))
            return lapse_words(self.figure.chart, declared, words, self.language)
        if kind.kind == "enum":
            members = (value_words(declared, member, self.language) for member in kind.members)
            return f"{label} ({listed(members, self.language, 'or')})"
        return label

    def _around(self, box: str | None) -> list[str]:
        found = []
        while box is not None:
            found.append(box)
            box = self.figure.boxes[box].box
        return found

    def _box(self, id: str) -> str:
        box = self.figure.boxes[id]
        numbers = ", ".join(str(card) for card in sorted(self._numbers(id)))
        head = self.word("parallel" if box.parallel else "box", self._label(id), numbers)
        return " ".join((head, *self._parts(box.state)))

    def _numbers(self, id: str) -> Iterator[int]:
        for child in self.figure.boxes[id].children:
            if child in self.figure.cards:
                yield self.figure.cards[child].number
            else:
                yield from self._numbers(child)

    def _card(self, state: State) -> str:
        card = self.figure.cards[state.id]
        role = f" ({role_words(self.chart, state.role, self.language)})" if state.role else ""
        sentences = [f"{card.number}. {self._label(state.id)}{role}.", *self._parts(state)]
        if card.final and card.box is None:
            sentences.append(self.word("end"))
        elif card.final:
            sentences.append(self.word("end of", self._label(card.box or "")))
        return " ".join(sentences)

    def _parts(self, state: State) -> Iterator[str]:
        for key, phrases in (("say", state.say), ("avoid", state.avoid), ("how", state.how)):
            yield from self._phrases(key, phrases)
        for key, actions in (("entry", state.entry), ("exit", state.exit)):
            if actions:
                yield self.word(key, "; ".join(step_words(self.chart, actions, self.language)))
        for forbid in state.forbid:
            words = sentence(forbid_words(self.chart, forbid, self.language))
            texts = " ".join(words_of(forbid.words, self.language))
            yield f"{words}: “{phrase_words(self.chart, texts, self.language)}”" if texts else f"{words}."
        for must in musts_of(self.chart, state):
            yield f"{sentence(duty_words(self.chart, must, self.language))}."
        for link in self.leaving.get(state.id, ()):
            yield self._link(link)

    def _phrases(self, key: str, phrases: tuple[Phrase, ...]) -> Iterator[str]:
        for condition, texts in phrases_of(self.chart, phrases, self.language):
            quoted = " ".join(texts if key == "how" else (f"“{text}”" for text in texts))
            yield self.word(f"{key} if", quoted, condition) if condition else self.word(key, quoted)

    def _link(self, link: Link) -> str:
        trigger = sentence(trigger_words(self.figure, link, self.language))
        does = step_words(self.chart, link.transition.steps, self.language)
        return self.word("link", trigger, "; ".join((self._where(link), *does)))

    def _where(self, link: Link) -> str:
        if not link.targets:
            return self.word("stay")
        arrivals = listed(map(self._place, link.arrivals), self.language)
        if not link.back:
            return self.word("to", arrivals)
        boxes = listed(map(self._label, link.remembered), self.language)
        return self.word("back", boxes, arrivals)

    def _place(self, state: str) -> str:
        return f"{self.figure.cards[state].number} {self._label(state)}"

    def _label(self, state: str) -> str:
        return label_of(self.figure, state, self.language)
