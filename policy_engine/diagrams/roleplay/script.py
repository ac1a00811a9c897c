"""A scenario as a play: turn by turn what happens, who plays it, and what the agent could say then."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.phrasing import label_of, named, role_words, value_words, words_of
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.roleplay import WORDS
from policy_engine.diagrams.typesetting import FIRM
from policy_engine.model.scenarios import Scenario
from policy_engine.model.types import Declaration, Value
from policy_engine.records import record


@record
class Spoken:
    """What the agent is told in some steps: what to say, and what to avoid."""

    say: tuple[str, ...]
    avoid: tuple[str, ...]


@record
class Turn:
    """One move of the play.

    `actor` is the role that does it and `reporter` the one that reports it, None for time; `who` is the
    actor's label, empty where nobody is named. `ours`: whoever plays the caller plays it. `line` is said
    then. `states` are the leaf states it ends in, `fresh` those of them that it led to; `spoken` belongs to
    them, and `heard` is what the caller now hears for the first time. `tension` is that of the call, 0 where
    it is not told. `refused` says why it was not allowed, `idle` that it changed nothing.
    """

    number: int
    actor: str | None
    reporter: str | None
    who: str
    happening: str
    ours: bool
    line: str
    states: tuple[str, ...]
    fresh: tuple[str, ...]
    spoken: Spoken
    heard: tuple[str, ...]
    actions: tuple[str, ...]
    tension: int
    refused: str
    idle: bool

    @property
    def vain(self) -> bool:
        """Whether nothing came of it."""
        return self.idle or bool(self.refused)


@record
class Answer:
    """How the caller answers the agent before some moves: the events that calm and those that escalate."""

    moves: tuple[int, ...]
    spoken: Spoken
    calming: tuple[str, ...]
    escalating: tuple[str, ...]


@record
class Script:
    """A scenario as a play in one language.

    `caller` is the role that is played by an actor, None where the policy names none; `agent` is the one that
    practises. `known` are the values that stay the same all through the play. `said` and `done` are what the
    steps of the play tell: the texts of each visit to a state, in order. `met` are the values that a variable
    had at every visit to a state.
    """

    figure: Figure
    scenario: Scenario
    language: str
    caller: str | None
    agent: str | None
    turns: tuple[Turn, ...]
    answers: tuple[Answer, ...]
    known: Mapping[str, Value]
    met: Mapping[str, Mapping[str, Value]]
    said: Mapping[str, tuple[str, ...]]
    done: Mapping[str, tuple[str, ...]]

    def word(self, key: str, *values: object) -> str:
        """Words of the role-play's own."""
        return word(WORDS, key, self.language, *values)

    def role(self, role: str | None) -> str:
        """The label of a role; without one, whoever calls."""
        if role is None:
            spoken = self.figure.chart.subject in (None, "call")
            return self.word("the caller" if spoken else "the other")
        return role_words(self.figure.chart, role, self.language)

    def quoted(self, text: str) -> str:
        """A text as somebody says it; what stands in brackets is done and not said."""
        done = text.startswith("(") and text.endswith(")")
        return text if done else self.word("quoted", text)

    def step(self, state: str) -> str:
        """The number and label of a step."""
        return f"{self.figure.cards[state].number}{FIRM}{self.label(state)}"

    def label(self, state: str) -> str:
        """The label of a step, and in words what its colour says: an end, or a role that is not the first."""
        card = self.figure.cards[state]
        label = label_of(self.figure, state, self.language)
        if card.final:
            return f"{label} ({self.word('end' if card.box is None else 'part end')})"
        if card.state.role in (None, self.agent):
            return label
        return f"{label} ({role_words(self.figure.chart, card.state.role, self.language)})"

    @property
    def title(self) -> str:
        """The scenario's title."""
        return named(self.scenario.title, self.scenario.name, self.language)

    @property
    def story(self) -> str:
        """The situation, as the scenario tells it."""
        return " ".join(words_of(self.scenario.story, self.language))

    @property
    def goals(self) -> tuple[str, ...]:
        """The learning goals."""
        return words_of(self.scenario.goals, self.language)

    @property
    def facts(self) -> tuple[str, ...]:
        """The scenario's facts, in words."""
        return values_in_words(self.figure.chart.facts, self.scenario.facts, self.language)

    @property
    def settings(self) -> tuple[str, ...]:
        """The scenario's parameters, in words."""
        return values_in_words(self.figure.chart.parameters, self.scenario.parameters, self.language)

    @property
    def visited(self) -> tuple[str, ...]:
        """The steps of the play, each once."""
        return tuple(dict.fromkeys(state for turn in self.turns for state in turn.states))

    @property
    def others(self) -> tuple[str, ...]:
        """The roles, besides the caller and the one who practises, that do or say something in the play."""
        acting = {turn.actor for turn in self.turns} | {turn.reporter for turn in self.turns}
        speaking = {self.figure.cards[state].state.role for state in self.visited}
        ours = (self.caller, self.agent)
        return tuple(
            role for role in self.figure.chart.roles if role in acting | speaking and role not in ours
        )


def values_in_words(
    declared: Mapping[str, Declaration], values: Mapping[str, Value], language: str
) -> tuple[str, ...]:
    """Values with their labels: "max: 3"; what is so is its label alone, and a text stands without quotes."""
    told = []
    for name, value in values.items():
        label = named(declared[name].label, name, language)
        if isinstance(value, str) and declared[name].type.kind == "text":
            told.append(f"{label}: {value}")
        else:
            told.append(
                label if value is True else f"{label}: {value_words(declared[name], value, language)}"
            )
    return tuple(told)
