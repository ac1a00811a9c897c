"""The words of a poster in one language or two: labels, roles, phrases and conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.measure import drawable
from policy_engine.diagrams.phrasing import label_of, phrases_of, role_words, sentence
from policy_engine.diagrams.poster.letters import lettered, letters_of
from policy_engine.diagrams.poster.runs import Run, Runs, Sign
from policy_engine.diagrams.poster.sizes import Boxes
from policy_engine.diagrams.printed import poster, word
from policy_engine.model.chart import Phrase, State
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.types import Value

Made = TypeVar("Made")


class Voice:
    """Says things about one figure, in its languages. `parameters` are the values in force; conditions that
    are long and needed more than once are letters, explained in the footer.
    """

    def __init__(self, figure: Figure, languages: tuple[str, ...], parameters: Mapping[str, Value]) -> None:
        self.figure = figure
        self.chart = figure.chart
        self.languages = languages
        defaults = {one.name: one.default for one in figure.chart.parameters.values()}
        self.parameters: Mapping[str, Value | None] = {**defaults, **parameters}
        self.letters = letters_of(figure, self.parameters)
        self.made: dict[object, Any] = {}

    def said(self, text: Callable[[str], str], bold: bool = False, sign: Sign = "") -> Runs:
        """One text in every language, one after the other; once where it is the same in all."""
        texts = {language: drawable(text(language)) for language in self.languages}
        runs = [Run("", sign=sign)] if sign else []
        shown: list[str] = []
        for language, words in texts.items():
            if words and words not in shown:
                own = None if language == self.languages[0] else language
                runs.append(Run(f"/ {words}" if shown else words, bold, own))
                shown.append(words)
        return tuple(runs)

    def each(self, text: Callable[[str], str], bold: bool = False) -> tuple[Runs, ...]:
        """One text in every language, each for itself; once where it is the same in all."""
        texts = dict.fromkeys(self.languages, "")
        for language in self.languages:
            words = drawable(text(language))
            texts[language] = "" if words in texts.values() else words
        first = self.languages[0]
        return tuple(
            (Run(words, bold, None if language == first else language),)
            for language, words in texts.items()
            if words
        )

    def own(self, key: str, *values: str) -> Callable[[str], str]:
        """A word of the poster's own."""
        return lambda language: word(poster.WORDS, key, language, *values)

    def once(self, key: object, make: Callable[[], Made]) -> Made:
        """Words are made once: fitting asks for them again and again."""
        found: Made | None = self.made.get(key)
        if found is None:
            found = self.made[key] = make()
        return found

    def label(self, state: str) -> Runs:
        """The name of a card or box."""
        return self.once(
            ("label", state),
            lambda: self.said(lambda language: label_of(self.figure, state, language), bold=True),
        )

    def role(self, state: str) -> Runs:
        """Whose turn it is, and whether the card is an end."""
        card = self.figure.cards[state]

        def words(language: str) -> str:
            role = card.state.role or next(iter(self.chart.roles), None)
            parts = [role_words(self.chart, role, language)] if role and not card.final else []
            parts += [word(poster.WORDS, "end", language)] if card.final else []
            return " · ".join(parts)

        return self.once(("role", state), lambda: self.said(words))

    def phrases(self, state: State, most: int, every: bool) -> tuple[Runs, ...]:
        """What is said here, else what is done here: at most so many texts under each condition, or under the
        first alone.
        """
        return self.once(("phrases", state.id, most, every), lambda: self._spoken(state, most, every))

    def _spoken(self, state: State, most: int, every: bool) -> tuple[Runs, ...]:
        phrases = state.say or state.how
        shown = phrases if every else phrases[:1]
        return tuple(
            runs for phrase in shown for runs in self._phrase(phrase, quoted=bool(state.say), most=most)
        )

    def _phrase(self, phrase: Phrase, *, quoted: bool, most: int | None) -> Iterator[Runs]:
        known: set[str] = set()
        for language in self.languages:
            own = None if language == self.languages[0] else language
            [(_, texts)] = phrases_of(self.chart, (phrase,), language, self.parameters)
            shown = [f"“{text}”" if quoted else text for text in texts[:most]]
            if shown and phrase.when is not None:
                # What is said only sometimes must not be taken for what is always said.
                held = self.held(phrase.when, language)
                end = " –" if ":" in held else ":"
                shown[0] = f"{sentence(word(poster.WORDS, 'if', language))} {held}{end} {shown[0]}"
            yield from ((Run(drawable(text), language=own),) for text in shown if text not in known)
            known.update(shown)

    def around(self, state: State, boxes: Boxes) -> tuple[Runs, ...]:
        """What a box says: all texts of all of it, or of what it says under a condition."""

        def make() -> tuple[Runs, ...]:
            return tuple(
                runs
                for phrase in (state.say or state.how if boxes != "nothing" else ())
                if boxes == "all" or phrase.when is not None
                for runs in self._phrase(phrase, quoted=bool(state.say), most=None)
            )

        return self.once(("around", state.id, boxes), make)

    def held(self, expr: Expr, language: str, events: tuple[str, ...] = ()) -> str:
        """A condition in words, with letters for what has one."""
        return lettered(self.chart, expr, self.letters, language, events, self.parameters)
