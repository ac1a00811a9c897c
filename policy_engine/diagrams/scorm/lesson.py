"""A lesson from scenarios: the calls that a learner plays, move by move, with a question at most moves.

What is right is what the protocol does, found by playing the scenario on it. Wrong answers come from the
policy too: steps that other events would lead to, phrases it says to avoid, phrases of other steps. Nothing
is drawn by lot, so the same scenarios give the same lesson.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Literal

from policy_engine.diagrams.figure import Figure, figure_of
from policy_engine.diagrams.phrasing import words_of
from policy_engine.diagrams.printed import scorm, word
from policy_engine.diagrams.walkthrough.content import BEGIN, NEUTRAL
from policy_engine.model.chart import Chart
from policy_engine.model.duration import Duration
from policy_engine.model.scenarios import EventStep, LearnStep, Scenario, WaitStep
from policy_engine.model.types import Value
from policy_engine.policy import Policy
from policy_engine.records import field, record
from policy_engine.session.decision import Decision, Verdict
from policy_engine.session.guidance import Guidance
from policy_engine.session.live import Session
from policy_engine.session.mark import Mark
from policy_engine.session.values import By
from policy_engine.session.words import fill

MOST_OPTIONS = 4
Texts = Mapping[str, str]  # language → text
QuestionKind = Literal["step", "say", "may"]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@record
class Question:
    """`right` is the place of the right option; `because` is why, where the policy says so."""

    kind: QuestionKind
    options: tuple[Texts, ...]
    right: int
    because: Texts = field(default_factory=dict)


@record
class Move:
    """One thing that happens in a call: an event, time that passes, or news."""

    question: Question | None
    event: str | None = None
    data: Mapping[str, Value] = field(default_factory=dict)
    by: By | None = None
    facts: Mapping[str, Value] | None = None
    wait: Duration | None = None
    line: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@record
class Call:
    """One scenario as it is played, with the policy whose parameters it wants."""

    scenario: Scenario
    policy: Policy
    moves: tuple[Move, ...]

    @property
    def questions(self) -> int:
        """How many of its moves ask something."""
        return sum(move.question is not None for move in self.moves)


def calls_of(policy: Policy, scenarios: Iterable[Scenario], languages: Sequence[str]) -> tuple[Call, ...]:
    """The calls of a lesson: scenarios in which nothing can be asked are left out."""
    made = (_Asker(policy, scenario, languages).call() for scenario in scenarios)
    return tuple(call for call in made if call.questions)


@record
class _Place:
    """Where an event would lead: the leaf states, and what is said there, per language."""

    leaves: tuple[str, ...]
    say: Texts


class _Asker:
    """Plays one scenario and asks as it goes."""

    def __init__(self, policy: Policy, scenario: Scenario, languages: Sequence[str]) -> None:
        self.scenario = scenario
        self.policy = policy.with_parameters(**scenario.parameters)
        self.languages = languages
        self.figure: Figure = figure_of(policy.chart)
        self.chart: Chart = policy.chart
        self.now = BEGIN * 1_000_000
        self.session: Session = self.policy.start(facts=scenario.facts, now=self._moment())
        self.last: QuestionKind = "say"

    def call(self) -> Call:
        return Call(self.scenario, self.policy, tuple(self._moves()))

    def _moves(self) -> Iterator[Move]:
        for step in self.scenario.steps:
            if isinstance(step, EventStep):
                yield self._event(step)
            elif isinstance(step, WaitStep):
                yield self._wait(step)
            elif isinstance(step, LearnStep):
                yield self._learn(step)

    def _event(self, step: EventStep) -> Move:
        around = self._around()
        by = step.by or self._reporter(step.event)
        decision = self.session.send(step.event, step.data or None, by, step.facts or None, self._moment())
        return Move(
            question=self._about(step.event, decision, around),
            event=step.event,
            data=step.data,
            by=by,
            facts=step.facts or None,
            line=step.line,
        )

    def _wait(self, step: WaitStep) -> Move:
        around = self._around()
        self.now = step.duration.due(self.now, self.chart.calendar)
        fired = [one.decision for one in self.session.advance(self._moment())]
        moved = any(decision.entered for decision in fired)
        return Move(question=self._step(around) if moved else None, wait=step.duration)

    def _learn(self, step: LearnStep) -> Move:
        around = self._around()
        decision = self.session.learn(step.facts, now=self._moment())
        return Move(question=self._step(around) if decision.entered else None, facts=step.facts)

    def _reporter(self, event: str) -> str | None:
        """The first role that may report an event; None: anyone."""
        permitted = self.chart.events[event].by
        return None if permitted is None else next(role for role in self.chart.roles if role in permitted)

    def _moment(self) -> datetime:
        return _EPOCH + timedelta(microseconds=self.now // 1_000)

    # -- questions -------------------------------------------------------------------------------------------

    def _about(self, event: str, decision: Decision, around: Sequence[_Place]) -> Question | None:
        if decision.verdict is Verdict.CLOSED:
            return None
        actor = self.chart.events[event].actor
        own = actor is not None and actor == next(iter(self.chart.roles), None)
        if own or decision.verdict in (Verdict.FORBIDDEN, Verdict.REJECTED):
            return self._may(decision)
        said = self._say(decision, around) if self.last != "say" else None
        question = said or self._step(around)
        self.last = question.kind
        return question

    def _may(self, decision: Decision) -> Question:
        allowed = decision.verdict not in (Verdict.FORBIDDEN, Verdict.REJECTED)
        options = tuple(
            {language: word(scorm.WORDS, key, language or NEUTRAL) for language in self.languages}
            for key in ("yes", "no")
        )
        because = {}
        if decision.reason is not None and decision.reason.code == "forbidden":
            because = {language: decision.reason.text(language) for language in self.languages}
        return Question("may", options, 0 if allowed else 1, because)

    def _step(self, around: Sequence[_Place]) -> Question:
        right = self.session.states
        ladder = [(card,) for card in (*self.figure.spine, *self.figure.cards)]
        wrong = [one for one in dict.fromkeys([*(place.leaves for place in around), *ladder]) if one != right]
        chosen = sorted([right, *wrong[: MOST_OPTIONS - 1]], key=self._order)
        options = tuple(
            {language: self._named(one, language) for language in self.languages} for one in chosen
        )
        return Question("step", options, chosen.index(right))

    def _say(self, decision: Decision, around: Sequence[_Place]) -> Question | None:
        """What is said in the step that was reached; None where it says nothing or there is nothing wrong to
        say.
        """
        state = next((leaf for leaf in decision.after if leaf in decision.entered), None)
        if state is None:
            return None
        right = self._said(state)
        wrong = [*self._avoided(state)[:2], *(place.say for place in around)]
        wrong = [
            one for place, one in enumerate(wrong) if any(one.values()) and one not in (right, *wrong[:place])
        ]
        if not any(right.values()) or not wrong:
            return None
        options = sorted([right, *wrong[: MOST_OPTIONS - 1]], key=self._shuffle)
        return Question("say", tuple(options), options.index(right))

    def _around(self) -> tuple[_Place, ...]:
        """Where the call is, then where each event that could happen would lead."""
        found = [_Place(self.session.states, self._said_now())]
        for event in self.session.allowed:
            data = self.chart.events[event].data
            if any(item.default is None for item in data.values()):
                continue
            mark = Mark(self.session)
            self.session.send(event, now=self._moment())
            found.append(_Place(self.session.states, self._said_now()))
            mark.undo()
        return tuple(found)

    def _said_now(self) -> Texts:
        return self._said(self.session.states[0])

    def _said(self, state: str) -> Texts:
        return {language: " ".join(self._guidance(state, language).say) for language in self.languages}

    def _avoided(self, state: str) -> list[Texts]:
        lines = {language: self._guidance(state, language).avoid for language in self.languages}
        count = min(len(texts) for texts in lines.values())
        return [{language: texts[place] for language, texts in lines.items()} for place in range(count)]

    def _guidance(self, state: str, language: str) -> Guidance:
        return next(one for one in self.session.guidance(language) if one.state == state)

    def _named(self, leaves: tuple[str, ...], language: str) -> str:
        return " + ".join(self._label(leaf, language) for leaf in leaves)

    def _label(self, leaf: str, language: str) -> str:
        card = self.figure.cards[leaf]
        session = self.session
        values = {**session.parameters, **session.facts, **session.context}
        texts = (fill(text, self.chart, values, language) for text in words_of(card.state.label, language))
        return f"{card.number} {' '.join(texts) or leaf.replace('_', ' ')}"

    def _order(self, leaves: tuple[str, ...]) -> list[int]:
        return [self.figure.cards[leaf].number for leaf in leaves]

    def _shuffle(self, option: Texts) -> bytes:
        """A place among the options that tells nothing, and is the same every time."""
        return sha256(f"{self.scenario.name} {self.now} {sorted(option.items())}".encode()).digest()
