"""A scenario as a play: turn by turn what happens, who plays it, and what the agent could say then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from policy_engine.diagrams.figure import Figure, figure_of
from policy_engine.diagrams.moves import Move, moves_of
from policy_engine.diagrams.phrasing import (
    event_words,
    label_of,
    link_words,
    listed,
    named,
    role_words,
    value_words,
    words_of,
)
from policy_engine.diagrams.printed import saying, word
from policy_engine.diagrams.printed.roleplay import WORDS
from policy_engine.diagrams.tones import tone_of
from policy_engine.model.chart import Chart
from policy_engine.model.scenarios import EventStep, LearnStep, Scenario
from policy_engine.model.types import Declaration, Value
from policy_engine.policy import Policy
from policy_engine.records import record
from policy_engine.session.course import Moment
from policy_engine.session.decision import Action, Verdict
from policy_engine.session.guidance import Guidance
from policy_engine.session.live import Session

CALMEST, FIERCEST = 1, 5
# How an event's tone moves the tension.
_RISES = {"escalates": 1, "calms": -1}


@record
class Spoken:
    """What the agent is told in some steps: what to say, and what to avoid."""

    say: tuple[str, ...]
    avoid: tuple[str, ...]


@record
class Turn:
    """One move of the play.

    `who` is the label of who does it, empty for time. `ours`: the one who plays the caller plays it. `line`
    is said then. `states` are the leaf states it ends in; `spoken` belongs to them. `tension` from 1 to 5 is
    how fierce the caller is by now. `refused` says why it was not allowed, `idle` that it changed nothing.
    """

    number: int
    who: str
    happening: str
    ours: bool
    line: str
    states: tuple[str, ...]
    spoken: Spoken
    actions: tuple[str, ...]
    tension: int
    refused: str
    idle: bool


@record
class Answer:
    """How the caller answers the agent in a step: the events that calm and those that escalate there."""

    states: tuple[str, ...]
    spoken: Spoken
    calming: tuple[str, ...]
    escalating: tuple[str, ...]


@record
class Script:
    """A scenario as a play in one language. `caller` is the label of who is played."""

    figure: Figure
    scenario: Scenario
    language: str
    caller: str
    turns: tuple[Turn, ...]
    answers: tuple[Answer, ...]

    def word(self, key: str, *values: object) -> str:
        """Words of the role-play's own."""
        return word(WORDS, key, self.language, *values)

    def quoted(self, text: str) -> str:
        """A text as somebody says it; what stands in brackets is done and not said."""
        return text if text.startswith("(") else self.word("quoted", text)

    def step(self, state: str) -> str:
        """The number and label of a step."""
        return f"{self.figure.cards[state].number} {self.label(state)}"

    def label(self, state: str) -> str:
        """The label of a step, and in words what its colour says: an end, or a role that is not the first."""
        card = self.figure.cards[state]
        label = label_of(self.figure, state, self.language)
        if card.final:
            return f"{label} ({self.word('end')})"
        if card.state.role in (None, next(iter(self.figure.chart.roles), None)):
            return label
        return f"{label} ({role_words(self.figure.chart, card.state.role, self.language)})"

    def steps(self, states: Iterable[str]) -> str:
        """Several steps that hold at the same time."""
        return " + ".join(self.step(state) for state in states)

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
    def known(self) -> tuple[str, ...]:
        """The scenario's facts, in words."""
        return values_in_words(self.figure.chart.facts, self.scenario.facts, self.language)

    @property
    def settings(self) -> tuple[str, ...]:
        """The scenario's parameters, in words."""
        return values_in_words(self.figure.chart.parameters, self.scenario.parameters, self.language)


def script_of(policy: Policy, scenario: Scenario, course: Sequence[Moment], language: str) -> Script:
    """The play of a scenario.

    course: what `run_scenario` made of it for this policy, snapshots included.
    """
    return _Writer(policy.with_parameters(**scenario.parameters), scenario, language).script(course)


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


def caller_of(chart: Chart) -> str | None:
    """The role that a play needs an actor for: the one that does most of what makes a call worse. None where
    the policy does not say who does what.
    """
    actors = [item.actor for name, item in chart.events.items() if tone_of(chart, name) == "escalates"]
    named_actors = [actor for actor in actors if actor is not None]
    return max(named_actors, key=named_actors.count, default=None)


class _Writer:
    def __init__(self, policy: Policy, scenario: Scenario, language: str) -> None:
        self.policy = policy
        self.chart = policy.chart
        self.figure = figure_of(policy.chart)
        self.scenario = scenario
        self.language = language
        self.word = saying(WORDS, language)
        self.caller = caller_of(policy.chart)
        self.written = {step.event for step in scenario.steps if isinstance(step, EventStep)}

    def script(self, course: Sequence[Moment]) -> Script:
        moves = moves_of(course)
        turns: list[Turn] = []
        answers: dict[tuple[str, ...], Answer] = {}
        tension = CALMEST
        before: Session | None = None
        for move in moves:
            tension = max(CALMEST, min(FIERCEST, tension + self._rise(move)))
            after = self._session(move)
            turn = self._turn(move, after, tension)
            if turn.ours and before is not None and before.states not in answers:
                answers[before.states] = self._answer(before)
            turns.append(turn)
            before = after
        return Script(
            figure=self.figure,
            scenario=self.scenario,
            language=self.language,
            caller=self.word("the caller") if self.caller is None else self._role(self.caller),
            turns=tuple(turns),
            answers=tuple(answers.values()),
        )

    def _role(self, role: str | None) -> str:
        return "" if role is None else role_words(self.chart, role, self.language)

    def _session(self, move: Move) -> Session:
        snapshot = move.moment.snapshot
        assert snapshot is not None
        return self.policy.resume(snapshot)

    def _rise(self, move: Move) -> int:
        event = move.decision.event
        return 0 if event is None else _RISES.get(tone_of(self.chart, event), 0)

    def _turn(self, move: Move, after: Session, tension: int) -> Turn:
        moment, decision = move.moment, move.decision
        step = self.scenario.steps[moment.step - 1] if moment.step else None
        event = step if isinstance(step, EventStep) and moment.kind == "event" else None
        line = "" if event is None else " ".join(words_of(event.line, self.language))
        actor = None if event is None else self.chart.events[event.event].actor
        reason = decision.reason
        return Turn(
            number=move.number,
            who=self._role(actor),
            happening=self._happening(move, step),
            ours=bool(line) or (event is not None and actor == self.caller),
            line=line,
            states=moment.states,
            spoken=self._spoken(after),
            actions=tuple(self._action(action) for action in moment.actions),
            tension=tension,
            refused="" if reason is None else reason.text(self.language),
            idle=decision.verdict is not Verdict.APPLIED and reason is None,
        )

    def _happening(self, move: Move, step: object) -> str:
        if move.moment.kind == "start":
            return self.word("start")
        if move.decision.event is not None:
            return event_words(self.chart, move.decision.event, self.language)
        if isinstance(step, LearnStep):
            facts = values_in_words(self.chart.facts, step.facts, self.language)
            return self.word("learns", listed(facts, self.language))
        return next(
            link_words(self.figure, link, self.language)
            for link in self.figure.links
            if link.id.startswith(f"{move.moment.name}.")
        )

    def _spoken(self, session: Session) -> Spoken:
        """The texts of the active leaf states; where they have none, of what is around them, inmost first."""
        guidance = session.guidance(self.language)
        leaves = [item for item in guidance if item.state in session.states]
        return Spoken(self._nearest(leaves, guidance, "say"), self._nearest(leaves, guidance, "avoid"))

    def _nearest(self, leaves: Sequence[Guidance], around: Sequence[Guidance], kind: str) -> tuple[str, ...]:
        found = tuple(text for item in leaves for text in getattr(item, kind))
        return found or next((getattr(item, kind) for item in reversed(around) if getattr(item, kind)), ())

    def _action(self, action: Action) -> str:
        declared = self.chart.actions[action.name]
        label = named(declared.label, action.name, self.language)
        own = {name: value for name, value in action.params.items() if value != declared.params[name].default}
        told = values_in_words(declared.params, own, self.language)
        return f"{label} ({', '.join(told)})" if told else label

    def _answer(self, session: Session) -> Answer:
        calming, escalating = self._open(session, "calms"), self._open(session, "escalates")
        # Nothing worse than what the scenario has in it; else the first of the file, which is the mildest.
        fierce = [name for name in escalating if name in self.written] or escalating[:1]
        return Answer(session.states, self._spoken(session), self._events(calming), self._events(fierce))

    def _events(self, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(event_words(self.chart, name, self.language) for name in names)

    def _open(self, session: Session, tone: str) -> tuple[str, ...]:
        """What the caller can do now that has this tone."""
        return tuple(
            name
            for name, event in self.chart.events.items()
            if event.actor == self.caller
            and tone_of(self.chart, name) == tone
            and session.allows(
                name, next((role for role in self.chart.roles if role in (event.by or ())), None)
            )
        )
