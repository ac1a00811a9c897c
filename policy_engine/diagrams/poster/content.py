"""What a poster says of a figure: pills and chips for what may happen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeVar

from policy_engine.diagrams.duties import must_words, musts_of
from policy_engine.diagrams.figure import Figure, Link
from policy_engine.diagrams.phrasing import (
    condition_words,
    either,
    events_words,
    link_words,
    named,
    required_words,
    step_words,
)
from policy_engine.diagrams.poster.exits import Exit, exits_of, heard_around, list_of
from policy_engine.diagrams.poster.otherwise import otherwise
from policy_engine.diagrams.poster.runs import Run, Runs
from policy_engine.diagrams.poster.sizes import Sizes, Telling
from policy_engine.diagrams.poster.voice import Voice
from policy_engine.diagrams.printed import phrasing, poster, word
from policy_engine.diagrams.reporting import reported_words
from policy_engine.model.chart import Add, Ask, Forbid, Must, State, Step
from policy_engine.model.expressions.tree import Expr, Not
from policy_engine.model.types import Declaration, Value
from policy_engine.records import record

# Letters of what an "otherwise" stands for that are still quickly read.
_READABLE = 45
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


class Content(Voice):
    """Everything that a poster of one figure says. Told in full, what transitions do stands beside where they
    lead.
    """

    def __init__(
        self,
        figure: Figure,
        languages: tuple[str, ...],
        telling: Telling,
        parameters: Mapping[str, Value] | None = None,
    ) -> None:
        super().__init__(figure, languages, parameters or {})
        self.telling = telling
        self.details = telling == "full"
        self.exits = exits_of(figure, telling)
        self.counted = {} if self.details else _counted(figure)
        self.heard = heard_around(figure)

    def untold(self, sizes: Sizes) -> bool:
        """Whether a card or box says something under a condition that such sizes leave out."""
        cards = () if sizes.every else (card.state for card in self.figure.cards.values())
        boxes = () if sizes.boxes != "nothing" else (box.state for box in self.figure.boxes.values())
        return any(len(state.say or state.how) > 1 for state in cards) or any(
            phrase.when is not None for state in boxes for phrase in state.say or state.how
        )

    def pill(self, exit: Exit, apart: bool = False) -> Runs:
        """What stands on the line of an exit. `apart`: an "otherwise" is written out."""
        return self.once(
            ("pill", exit.id, apart),
            lambda: self._on_line(exit, apart),
        )

    def _on_line(self, exit: Exit, apart: bool) -> Runs:
        runs = self._trigger(exit, apart) + (self._doing(exit.shown) if self.details else ())
        return runs + self._left(exit.shown) if exit.shown.back else runs

    def chips(self, state: str, drawn: frozenset[str]) -> tuple[Chip, ...]:
        """Everything about a card or box that is not drawn as a line. An "otherwise" is written out, or says
        "in other cases", where a branch before it is drawn: that one is read later.
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
        return self.once(
            ("branch", exit.id, apart, after), lambda: self._link(exit, apart=apart, after=after)
        )

    def _chips(self, state: str) -> tuple[Chip, ...]:
        def make() -> tuple[Chip, ...]:
            own = (self.figure.cards.get(state) or self.figure.boxes[state]).state
            exits = self.exits.get(state, ())
            idle = [exit for exit in exits if self._idle(exit.shown)]
            staying = [exit for exit in idle if self.details or self._heard(exit)]
            chips = [self._forbid(own, index, forbid) for index, forbid in enumerate(own.forbid)]
            chips += self._musts(own)
            chips += self._steps(own)
            chips += [self._link(exit) for exit in exits if exit not in idle]
            if staying:
                chips.append(self._stay(staying))
            return tuple(chips)

        return self.once(("chips", state), make)

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
            return self.said(lambda language: condition_words(self.figure, link, language, self.parameters))
        guard = self._otherwise(link) if apart and link.transition.is_else else link.guard

        def words(language: str) -> str:
            triggers = (
                link_words(self.figure, one, language, self.parameters) for one in (link, *exit.further)
            )
            trigger = either(triggers, language)
            trigger = reported_words(self.figure, link, trigger, language, brief=not self.details)
            if link.transition.is_else and not apart:
                trigger = f"{trigger}, {word(phrasing.WORDS, 'else', language)}"
            elif link.transition.is_else and guard is None:
                trigger = f"{trigger} {word(poster.WORDS, 'other cases', language)}"
            elif guard is not None:
                held = self.held(guard, language, link.events)
                trigger = f"{trigger} {word(poster.WORDS, 'if', language)} {held}"
            required = link.transition.requires
            return f"{trigger}, {required_words(self.chart, required, language)}" if required else trigger

        return self.said(words, sign="clock" if link.kind == "timer" else "")

    def _otherwise(self, link: Link) -> Expr | None:
        """The condition of an "otherwise", from those of the branches before it; None where it is too long to
        be read.
        """
        before = [one for one in self.figure.leaving(link.source) if list_of(one) == list_of(link)]
        found = otherwise(self.chart, before[: before.index(link)])
        lengths = (len(self.held(found, language, link.events)) for language in self.languages)
        return found if max(lengths) <= _READABLE else None

    def _doing(self, link: Link) -> Runs:
        runs = self.said(lambda language: ", ".join(self._told(link.transition.steps, language)))
        return (Run("–"), *runs) if runs else ()

    def _told(self, steps: tuple[Step, ...], language: str) -> tuple[str, ...]:
        """What steps do; in brief without the settings of actions."""
        if self.telling != "brief":
            return step_words(self.chart, steps, language, self.parameters)
        words: dict[str, None] = {}
        for step in steps:
            if isinstance(step, Ask):
                action = self.chart.actions[step.action]
                words[named(action.label, action.name, language)] = None
            else:
                words.update(dict.fromkeys(step_words(self.chart, (step,), language, self.parameters)))
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
                allowed = self.held(forbid.when.operand, language)
                return word(poster.WORDS, "only if", language, events, allowed)
            text = f"{word(poster.WORDS, 'not', language)} {events}"
            if forbid.when is None:
                return text
            held = self.held(forbid.when, language)
            return f"{text} ({word(poster.WORDS, 'while', language)} {held})"

        return Chip("forbid", f"{state.id}.{index}", self.said(words, sign="no"))

    def _musts(self, state: State) -> list[Chip]:
        return [
            Chip(
                "do",
                f"{state.id}.must.{must.id}",
                self.said(self.own("must"), bold=True) + self.said(self._within(must)),
            )
            for must in musts_of(self.chart, state)
        ]

    def _within(self, must: Must) -> Callable[[str], str]:
        return lambda language: must_words(self.chart, must, language, self.parameters)

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
