"""The words of a poster, in one language or two: labels, phrases, and chips for what may happen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, TypeVar

from policy_engine.diagrams.figure import Figure, Link
from policy_engine.diagrams.measure import drawable
from policy_engine.diagrams.phrasing import (
    by_words,
    condition_words,
    either,
    events_words,
    label_of,
    link_words,
    named,
    phrases_of,
    role_words,
    sentence,
    step_words,
)
from policy_engine.diagrams.poster.exits import Exit, exits_of, heard_around, list_of
from policy_engine.diagrams.poster.letters import lettered, letters_of
from policy_engine.diagrams.poster.otherwise import otherwise
from policy_engine.diagrams.poster.runs import Run, Runs, Sign
from policy_engine.diagrams.poster.sizes import Boxes, Sizes, Telling
from policy_engine.diagrams.printed import poster, word
from policy_engine.model.chart import Add, Ask, Forbid, Phrase, State, Step
from policy_engine.model.expressions.tree import Expr, Not
from policy_engine.model.types import Declaration, Value
from policy_engine.records import record

Made = TypeVar("Made")
ChipKind = Literal["link", "stay", "forbid", "do"]


@record
class Chip:
    """A few words about something that may happen, and the exits that it stands for. `follows`: it is an
    "otherwise" that is read right after the branch before it, and does not say again what sets it off.
    """

    kind: ChipKind
    id: str
    runs: Runs
    exits: tuple[Exit, ...] = ()
    follows: bool = False

    @property
    def list(self) -> object:
        """The list of branches that a way belongs to."""
        return self.exits[0].list if self.kind == "link" else None


class Content:
    """The words of one figure. Told in full, what transitions do stands beside where they lead; told in
    brief, named conditions that are needed more than once are letters, explained in the footer.
    """

    def __init__(
        self,
        figure: Figure,
        languages: tuple[str, ...],
        telling: Telling,
        parameters: Mapping[str, Value] | None = None,
    ) -> None:
        self.figure = figure
        self.parameters = {
            **{one.name: one.default for one in figure.chart.parameters.values()},
            **(parameters or {}),
        }
        self.chart = figure.chart
        self.languages = languages
        self.telling = telling
        self.details = telling == "full"
        self.exits = exits_of(figure, telling)
        self.counted = {} if self.details else _counted(figure)
        self.letters = letters_of(figure)
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

    def phrases(self, state: State, most: int, every: bool) -> tuple[Runs, ...]:
        """What is said here, else what is done here: at most so many texts under each condition, or under the
        first alone.
        """
        return self._once(("phrases", state.id, most, every), lambda: self._spoken(state, most, every))

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
            [(_, texts)] = phrases_of(self.chart, (phrase,), language)
            shown = [f"“{text}”" if quoted else text for text in texts[:most]]
            if shown and phrase.when is not None:
                # What is said only sometimes must not be taken for what is always said.
                held = lettered(self.chart, phrase.when, self.letters, language)
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

        return self._once(("around", state.id, boxes), make)

    def untold(self, sizes: Sizes) -> bool:
        """Whether a card or box says something under a condition that such sizes leave out."""
        cards = () if sizes.every else (card.state for card in self.figure.cards.values())
        boxes = () if sizes.boxes != "nothing" else (box.state for box in self.figure.boxes.values())
        return any(len(state.say or state.how) > 1 for state in cards) or any(
            phrase.when is not None for state in boxes for phrase in state.say or state.how
        )

    def pill(self, exit: Exit, apart: bool = False) -> Runs:
        """What stands on the line of an exit. `apart`: an "otherwise" is written out."""
        return self._once(
            ("pill", exit.id, apart),
            lambda: self._on_line(exit, apart),
        )

    def _on_line(self, exit: Exit, apart: bool) -> Runs:
        runs = self._trigger(exit, apart) + (self._doing(exit.shown) if self.details else ())
        return runs + self._left(exit.shown) if exit.shown.back else runs

    def chips(self, state: str, drawn: frozenset[str]) -> tuple[Chip, ...]:
        """Everything about a card or box that is not drawn as a line. An "otherwise" is written out where a
        branch before it is drawn: that one is read later.
        """
        lines = {exit.list for exit in self.exits.get(state, ()) if exit.id in drawn}
        chips: list[Chip] = []
        for chip in self._chips(state):
            if chip.kind != "link":
                chips.append(chip)
            elif chip.exits[0].id not in drawn:
                after = bool(chips) and chips[-1].list == chip.list and _alike(chips[-1], chip)
                chips.append(self._branch(chip.exits[0], chip.list in lines, after))
        return tuple(chips)

    def _branch(self, exit: Exit, apart: bool, after: bool) -> Chip:
        """A way, as a chip: apart from a branch before it, or right after it."""
        return self._once(
            ("branch", exit.id, apart, after), lambda: self._link(exit, apart=apart, after=after)
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
        return _stays(link) and link.guard is None and not link.transition.is_else and link.kind == "event"

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

    def _trigger(self, exit: Exit, apart: bool = False, after: bool = False) -> Runs:
        link = exit.shown
        if after and link.transition.is_else and not apart:
            return self.said(lambda language: condition_words(self.figure, link, language))
        guard = self._otherwise(link) if apart and link.transition.is_else else link.guard
        conditional = guard is not None and (apart or not link.transition.is_else)

        def words(language: str) -> str:
            triggers = (link_words(self.figure, one, language) for one in (link, *exit.further))
            trigger = either(triggers, language)
            if guard is None or not conditional:
                condition = condition_words(self.figure, link, language)
                return f"{trigger}, {condition}" if condition else trigger
            held = lettered(self.chart, guard, self.letters, language, link.events)
            by = link.transition.by
            reported = "" if by is None else f", {by_words(self.chart, by, language)}"
            return f"{trigger} {word(poster.WORDS, 'if', language)} {held}{reported}"

        return self.said(words, sign="clock" if link.kind == "timer" else "")

    def _otherwise(self, link: Link) -> Expr:
        """The condition of an "otherwise", from those of the branches before it."""
        before = [one for one in self.figure.leaving(link.source) if list_of(one) == list_of(link)]
        return otherwise(self.chart, before[: before.index(link)])

    def _doing(self, link: Link) -> Runs:
        runs = self.said(lambda language: ", ".join(self._told(link.transition.steps, language)))
        return (Run("–"), *runs) if runs else ()

    def _told(self, steps: tuple[Step, ...], language: str) -> tuple[str, ...]:
        """What steps do; in brief without the settings of actions."""
        if self.telling != "brief":
            return step_words(self.chart, steps, language)
        words: dict[str, None] = {}
        for step in steps:
            if isinstance(step, Ask):
                action = self.chart.actions[step.action]
                words[named(action.label, action.name, language)] = None
            else:
                words.update(dict.fromkeys(step_words(self.chart, (step,), language)))
        return tuple(words)

    def _link(self, exit: Exit, apart: bool = False, after: bool = False) -> Chip:
        link = exit.shown
        runs = self._trigger(exit, apart, after)
        if self.details or not link.targets:
            runs += self._doing(link)
        if _stays(link):
            runs += (Run("–"), *self.said(self.own("stays")))
        elif link.back:
            runs += self._left(link)
        elif link.arrivals:
            numbers = ", ".join(str(self.figure.cards[card].number) for card in dict.fromkeys(link.arrivals))
            runs += (Run(f"→\u00a0{numbers}", bold=True),)
        return Chip("link", exit.id, runs, (exit,), follows=after and link.transition.is_else and not apart)

    def _left(self, link: Link) -> Runs:
        """The names of the boxes to which a way leads where they were left."""
        boxes = [box for box in link.remembered if box in self.figure.boxes]
        sign = (Run("→", bold=True), Run("", sign="history", tied=True))
        return sign + tuple(run for box in boxes for run in self.label(box))

    def _stay(self, exits: list[Exit]) -> Chip:
        events = [
            event for exit in exits for event in (exit.shown.events if self.details else self._heard(exit))
        ]

        def words(language: str) -> str:
            return f"{word(poster.WORDS, 'stay', language)} {events_words(self.chart, events, language)}"

        return Chip("stay", exits[0].id, self.said(words), tuple(exits))

    def _forbid(self, state: State, index: int, forbid: Forbid) -> Chip:
        def words(language: str) -> str:
            events = events_words(self.chart, forbid.events, language)
            if isinstance(forbid.when, Not):
                allowed = lettered(self.chart, forbid.when.operand, self.letters, language)
                return word(poster.WORDS, "only if", language, events, allowed)
            text = f"{word(poster.WORDS, 'not', language)} {events}"
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


def _alike(one: Chip, other: Chip) -> bool:
    """Whether two branches of one list say in the same words what sets them off."""
    return one.exits[0].shown.transition.label == other.exits[0].shown.transition.label


def _stays(link: Link) -> bool:
    """Whether nothing at all happens."""
    return not link.targets and not link.transition.steps


def _counted(figure: Figure) -> dict[str, tuple[str, ...]]:
    """Which variables are counted up on the way into a card, which is not told otherwise."""
    found: dict[str, dict[str, None]] = {}
    for link in figure.links:
        names = [name for step in link.transition.steps if isinstance(step, Add) for name, _ in step.amounts]
        for place in link.arrivals if names else ():
            found.setdefault(place, {}).update(dict.fromkeys(names))
    return {place: tuple(names) for place, names in found.items()}
