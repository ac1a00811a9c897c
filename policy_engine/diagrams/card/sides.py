"""What stands on the sides of the card, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from policy_engine.diagrams import measure
from policy_engine.diagrams.card.column import Column, Step
from policy_engine.diagrams.card.moments import (
    Moment,
    elsewhere,
    heading,
    moment_words,
    moments_of,
    trigger_of,
)
from policy_engine.diagrams.card.phrases import (
    STAR,
    Entry,
    Known,
    avoids,
    duties,
    endings,
    entries,
    hows,
    rules,
    says,
)
from policy_engine.diagrams.card.tracks import Head, ending_of, rows_of
from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.imprint import title_of
from policy_engine.diagrams.phrasing import label_of, role_words, sentence, words_of
from policy_engine.diagrams.printed import saying
from policy_engine.diagrams.printed.card import WORDS
from policy_engine.diagrams.theme import Look, dress_of
from policy_engine.diagrams.wording import either
from policy_engine.model.types import Value
from policy_engine.records import changed, record


@record
class Extent:
    """How much is told. `phrases`: whether the steps of the ladder bear what is said first in them. `others`:
    whether the steps beside the ladder, to which something leads, stand on the card; `spoken`: whether these
    bear what is said first. `most` and `hows`: how many texts of a step are listed, of what to say or not,
    and of how it is done. `several`: how many texts a list has, None for all; `rules`: how many of when not
    to end it, and of what must be done. `again`: whether whom to call stands on the back too.
    """

    phrases: bool = True
    others: bool = True
    spoken: bool = True
    most: int = 1
    hows: int = 0
    several: int | None = None
    rules: int | None = None
    again: bool = True


class Sides:
    """Fills columns with what belongs on one card."""

    def __init__(self, figure: Figure, language: str, look: Look, parameters: Mapping[str, Value]) -> None:
        self.figure = figure
        self.language = language
        self.look = look
        defaults = {one.name: one.default for one in figure.chart.parameters.values()}
        self.parameters: Known = {**defaults, **parameters}
        self.word = saying(WORDS, language)
        self.moments = moments_of(figure)
        self.others = elsewhere(self.moments)
        shown = [*figure.spine, *self.others]
        first = next(iter(figure.chart.roles), None)
        roles = {figure.cards[state].state.role or first for state in shown if not figure.cards[state].final}
        self.first = first if len(roles) > 1 else None

    def ladder(self, column: Column, extent: Extent, size: float) -> None:
        """The title, whom to call, and the steps."""
        chart = self.figure.chart
        title = title_of(chart, self.language)
        widest = max(measure.width(part, 1.0, True) for part in title.split())
        column.text(title, max(size, min(size * 1.5, column.width / widest)), bold=True, level=1)
        column.space(size * 0.5)
        self.emergency(column, size)
        for row in rows_of(self.figure, self.language):
            if isinstance(row, Head):
                column.head(row.words, size, row.depth)
            else:
                column.step(self._step(row.state, extent.phrases), size, row.depth)

    def meanwhile(self, column: Column, extent: Extent, size: float) -> None:
        """What may happen in several steps of the ladder, and the steps beside it to which that leads."""
        groups: dict[tuple[str, ...], list[Moment]] = {}
        for moment in self.moments:
            groups.setdefault(moment.steps, []).append(moment)
        told: set[str] = set()
        for steps, moments in groups.items():
            column.space(size * 0.5)
            column.text(heading(self.figure, steps, self.language), size * 1.1, bold=True, level=2)
            column.space(size * 0.2)
            if extent.others:
                self._led_to(column, moments, extent.spoken, told, size)
            for moment in moments:
                if not moment.arrivals or not extent.others:
                    column.bullet(moment_words(self.figure, moment, self.language), size)

    def _led_to(
        self, column: Column, moments: Sequence[Moment], spoken: bool, told: set[str], size: float
    ) -> None:
        """The steps that moments lead to, each with what leads there; what is said there is told once."""
        triggers: dict[str, list[str]] = {}
        for moment in moments:
            for state in moment.arrivals:
                triggers.setdefault(state, []).append(trigger_of(self.figure, moment, self.language))
        for state in sorted(triggers, key=lambda state: self.figure.cards[state].number):
            several = triggers[state]
            step = self._step(state, spoken and state not in told)
            column.step(changed(step, trigger=f"{sentence(either(several, self.language))} →"), size)
            told.add(state)

    def lists(self, column: Column, extent: Extent, size: float) -> None:
        """What is said and what not, how to end and when not, and how a step is done."""
        last = endings(self.figure)
        begin = 1 if extent.phrases else 0
        others = [state for state in self.figure.spine if state not in last]
        lists = {
            "also say" if begin else "say": self._listed(says, others, begin, extent.most),
            "avoid": self._listed(avoids, self.figure.spine, 0, extent.most),
            "exit": self._listed(says, last, 0, 2),
        }
        for key, texts in lists.items():
            if self._head(column, key, bool(texts), size):
                column.entries([(text.number, text.words) for text in texts[: extent.several]], size)
        shown = [*self.figure.spine, *(self.others if extent.others else ())]
        told = rules(self.figure, shown, self.language, self.parameters)
        self._head(column, "rule", bool(told), size)
        for words in told[: extent.rules]:
            column.bullet(words, size)
        due = duties(self.figure, shown, self.language, self.parameters)
        self._head(column, "must", bool(due), size)
        for words in due[: extent.rules]:
            column.bullet(words, size)
        how = self._listed(hows, self.figure.spine, 0, extent.hows)
        if self._head(column, "how", bool(how), size):
            column.entries([(text.number, text.words) for text in how], size)

    def star(self, column: Column, size: float) -> None:
        """What a star means, where there is one."""
        if column.bears(STAR):
            column.space(size * 0.4)
            column.text(self.word("star"), size)

    def own_words(self, column: Column, size: float) -> None:
        """That phrases are examples, where the card has any."""
        if any(says(self.figure, state, self.language) for state in self.figure.spine):
            column.space(size * 0.4)
            column.text(self.word("own words"), size)

    def emergency(self, column: Column, size: float) -> None:
        """Whom to call when there is danger."""
        for text in words_of(self.figure.chart.emergency, self.language):
            column.frame(text, size * 1.2)
            column.space(size * 0.7)

    def _head(self, column: Column, key: str, needed: bool, size: float) -> bool:
        if needed:
            column.space(size * 0.7)
            column.text(self.word(key), size * 1.3, bold=True, level=2)
        return needed

    def _listed(
        self,
        told: Callable[[Figure, str, str, Known], tuple[str, ...]],
        states: Iterable[str],
        begin: int,
        most: int,
    ) -> tuple[Entry, ...]:
        """Texts of steps under their numbers, from the first or the second on."""
        return tuple(
            entry
            for state in states
            for texts in [told(self.figure, state, self.language, self.parameters)]
            for entry in entries(self.figure, state, texts[begin:most])
        )

    def _step(self, state: str, phrases: bool) -> Step:
        found = self.figure.cards[state]
        label = label_of(self.figure, state, self.language)
        spoken = says(self.figure, state, self.language, self.parameters) if phrases else ()
        return Step(
            number=found.number,
            label=label,
            beside=self._beside(state),
            phrase=spoken[0] if spoken else "",
            dress=dress_of(self.figure, state, self.look),
            id=f"state-{state}",
            title=f"{found.number} {label}",
        )

    def _beside(self, state: str) -> str:
        """What a card's look says too: whose step it is, where several act, or that something ends."""
        found = self.figure.cards[state]
        if found.final:
            return self.word(ending_of(self.figure, found))
        if self.first is None:
            return ""
        return role_words(self.figure.chart, found.state.role or self.first, self.language)
