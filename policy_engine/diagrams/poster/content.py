"""The words of a poster, in one language or two: labels, phrases, and chips for what may happen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from policy_engine.diagrams.figure import Figure, Link, asked
from policy_engine.diagrams.measure import drawable
from policy_engine.diagrams.phrasing import (
    action_words,
    by_words,
    condition_words,
    event_words,
    label_of,
    link_words,
    listed,
    named,
    phrases_of,
    role_words,
    sentence,
    step_words,
)
from policy_engine.diagrams.poster.exits import Exit, exits_of, heard_around
from policy_engine.diagrams.poster.letters import lettered, letters_of
from policy_engine.diagrams.poster.runs import Run, Runs, Sign
from policy_engine.diagrams.poster.sizes import Telling
from policy_engine.diagrams.printed import poster, word
from policy_engine.model.chart import Add, Ask, Forbid, Phrase, State, Step
from policy_engine.model.types import Declaration
from policy_engine.records import record

Made = TypeVar("Made")
ChipKind = Literal["link", "stay", "forbid", "do"]


@record
class Chip:
    """A few words about something that may happen, and the exits that it stands for."""

    kind: ChipKind
    id: str
    runs: Runs
    exits: tuple[Exit, ...] = ()


class Content:
    """The words of one figure. Told in full, what transitions do stands beside where they lead; told in
    brief, named conditions that are needed more than once are letters, explained in the footer.
    """

    def __init__(self, figure: Figure, languages: tuple[str, ...], telling: Telling) -> None:
        self.figure = figure
        self.chart = figure.chart
        self.languages = languages
        self.telling = telling
        self.details = telling == "full"
        self.exits = exits_of(figure, telling)
        self.counted = _counted(figure)
        self.letters = letters_of(figure) if telling == "brief" else {}
        self.heard = heard_around(figure)
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

    def own(self, key: str, *values: str) -> Callable[[str], str]:
        """A word of the poster's own."""
        return lambda language: word(poster.WORDS, key, language, *values)

    def _once(self, key: object, make: Callable[[], Made]) -> Made:
        """Words are made once: fitting asks for them again and again."""
        found: Made | None = self.made.get(key)
        if found is None:
            found = self.made[key] = make()
        return found

    def label(self, state: str) -> Runs:
        """The name of a card or box."""
        return self._once(
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

        return self._once(("role", state), lambda: self.said(words))

    def phrases(self, state: State, most: int) -> tuple[Runs, ...]:
        """What is said here, else what is done here: at most so many texts, of the first that may hold."""
        return self._once(("phrases", state.id, most), lambda: self._spoken(state, most))

    def _spoken(self, state: State, most: int) -> tuple[Runs, ...]:
        for phrases, quoted in ((state.say, True), (state.how, False)):
            found = self._phrases(phrases, quoted, most)
            if found:
                return found
        return ()

    def _phrases(self, phrases: tuple[Phrase, ...], quoted: bool, most: int) -> tuple[Runs, ...]:
        found: list[Runs] = []
        for language in self.languages:
            own = None if language == self.languages[0] else language
            texts = [text for _, texts in phrases_of(self.chart, phrases[:1], language) for text in texts]
            shown = [f"“{text}”" if quoted else text for text in texts[:most]]
            if shown and phrases[0].when is not None:
                # What is said only sometimes must not be taken for what is always said.
                held = lettered(self.chart, phrases[0].when, self.letters, language)
                shown[0] = f"{sentence(word(poster.WORDS, 'if', language))} {held}: {shown[0]}"
            found += [(Run(drawable(text), language=own),) for text in shown]
        return tuple(found)

    def pill(self, exit: Exit) -> Runs:
        """What stands on the line of an exit."""
        return self._once(
            ("pill", exit.id), lambda: self._trigger(exit) + (self._doing(exit.shown) if self.details else ())
        )

    def chips(self, state: str, drawn: frozenset[str]) -> tuple[Chip, ...]:
        """Everything about a card or box that is not drawn as a line."""
        return tuple(
            chip for chip in self._chips(state) if chip.kind != "link" or chip.exits[0].id not in drawn
        )

    def _chips(self, state: str) -> tuple[Chip, ...]:
        def make() -> tuple[Chip, ...]:
            own = (self.figure.cards.get(state) or self.figure.boxes[state]).state
            exits = self.exits.get(state, ())
            idle = [exit for exit in exits if self._idle(exit.shown)]
            staying = [exit for exit in idle if self.details or self._heard(exit)]
            chips = [self._forbid(own, index, forbid) for index, forbid in enumerate(own.forbid)]
            chips += self._steps(own)
            chips += [self._link(exit) for exit in exits if exit not in idle]
            if staying:
                chips.append(self._stay(staying))
            return tuple(chips)

        return self._once(("chips", state), make)

    def _idle(self, link: Link) -> bool:
        return not link.targets and not link.transition.steps and link.guard is None and link.kind == "event"

    def _heard(self, exit: Exit) -> tuple[str, ...]:
        """The events of an exit to which a box around would listen otherwise."""
        around = self.heard[exit.shown.source]
        return tuple(event for event in exit.shown.events if event in around)

    def silent(self) -> tuple[Exit, ...]:
        """Exits that change nothing and keep nothing from happening: no card mentions them."""
        if self.details:
            return ()
        several = (exit for exits in self.exits.values() for exit in exits)
        return tuple(exit for exit in several if self._idle(exit.shown) and not self._heard(exit))

    def _trigger(self, exit: Exit) -> Runs:
        link = exit.shown

        def words(language: str) -> str:
            triggers = (link_words(self.figure, one, language) for one in (link, *exit.further))
            trigger = listed(triggers, language, "or")
            condition = self._condition(link, language)
            if not condition:
                return trigger
            conditional = link.guard is not None and not link.transition.is_else
            joint = f" {word(poster.WORDS, 'if', language)}" if conditional else ","
            return f"{trigger}{joint} {condition}"

        return self.said(words, sign="clock" if link.kind == "timer" else "")

    def _condition(self, link: Link, language: str) -> str:
        if link.guard is None or link.transition.is_else or not self.letters:
            return condition_words(self.figure, link, language)
        held = lettered(self.chart, link.guard, self.letters, language)
        by = link.transition.by
        return held if by is None else f"{held}, {by_words(self.chart, by, language)}"

    def _doing(self, link: Link) -> Runs:
        def words(language: str) -> str:
            steps = link.transition.steps
            told = self._asked(steps, language) or self._told(steps, language)
            return f"– {', '.join(told)}" if told else ""

        return self.said(words)

    def _asked(self, steps: tuple[Step, ...], language: str) -> tuple[str, ...]:
        if self.telling != "brief":
            return action_words(self.chart, steps, language)
        actions = (self.chart.actions[name] for name in dict.fromkeys(asked(steps)))
        return tuple(named(action.label, action.name, language) for action in actions)

    def _told(self, steps: tuple[Step, ...], language: str) -> tuple[str, ...]:
        if self.telling == "brief" and all(isinstance(step, Ask) for step in steps):
            return self._asked(steps, language)
        return step_words(self.chart, steps, language)

    def _link(self, exit: Exit) -> Chip:
        link = exit.shown
        runs = self._trigger(exit)
        if self.details or not link.targets:
            runs += self._doing(link)
        if link.back:
            runs += (Run("→", bold=True), Run("", sign="history"))
        elif link.arrivals:
            numbers = ", ".join(str(self.figure.cards[card].number) for card in dict.fromkeys(link.arrivals))
            runs += (Run(f"→\u00a0{numbers}", bold=True),)
        return Chip("link", exit.id, runs, (exit,))

    def _stay(self, exits: list[Exit]) -> Chip:
        events = [
            event for exit in exits for event in (exit.shown.events if self.details else self._heard(exit))
        ]

        def words(language: str) -> str:
            labels = ", ".join(event_words(self.chart, event, language) for event in events)
            return f"{word(poster.WORDS, 'stay', language)} {labels}"

        return Chip("stay", exits[0].id, self.said(words), tuple(exits))

    def _forbid(self, state: State, index: int, forbid: Forbid) -> Chip:
        def words(language: str) -> str:
            events = [event_words(self.chart, event, language) for event in forbid.events]
            text = f"{word(poster.WORDS, 'not', language)} {listed(events, language, 'or')}"
            if forbid.when is None:
                return text
            held = lettered(self.chart, forbid.when, self.letters, language)
            return f"{text} ({word(poster.WORDS, 'while', language)} {held})"

        return Chip("forbid", f"{state.id}.{index}", self.said(words, sign="no"))

    def _steps(self, state: State) -> list[Chip]:
        chips = [
            Chip("do", f"{state.id}.{key}", self.said(self._done(key, steps)))
            for key, steps in (("enter", state.entry), ("leave", state.exit))
            if steps
        ]
        chips += [
            Chip("do", f"{state.id}.counts.{name}", self.said(self._counts(self.chart.context[name])))
            for name in self.counted.get(state.id, ())
        ]
        return chips

    def _done(self, key: str, steps: tuple[Step, ...]) -> Callable[[str], str]:
        """What is done on entering or on leaving."""
        return lambda language: (
            f"{word(poster.WORDS, key, language)} {', '.join(self._told(steps, language))}"
        )

    def _counts(self, declared: Declaration) -> Callable[[str], str]:
        return lambda language: word(
            poster.WORDS, "counts", language, named(declared.label, declared.name, language)
        )


def _counted(figure: Figure) -> dict[str, tuple[str, ...]]:
    """Which variables are counted up on the way into a card."""
    found: dict[str, dict[str, None]] = {}
    for link in figure.links:
        names = [name for step in link.transition.steps if isinstance(step, Add) for name, _ in step.amounts]
        for place in link.arrivals or (link.source,):
            if names:
                found.setdefault(place, {}).update(dict.fromkeys(names))
    return {place: tuple(names) for place, names in found.items()}
