"""Writes the script of a play from a scenario and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from policy_engine.diagrams.figure import Figure, figure_of
from policy_engine.diagrams.moves import Move, moves_of
from policy_engine.diagrams.phrasing import (
    event_words,
    link_words,
    listed,
    named,
    role_words,
    telling_words,
    words_of,
)
from policy_engine.diagrams.printed import saying
from policy_engine.diagrams.printed.roleplay import WORDS
from policy_engine.diagrams.roleplay.known import known_of
from policy_engine.diagrams.roleplay.script import Answer, Script, Spoken, Turn, values_in_words
from policy_engine.diagrams.roleplay.tension import Tension
from policy_engine.diagrams.tones import tone_of
from policy_engine.model.chart import Chart
from policy_engine.model.hidden import lapsing, timing
from policy_engine.model.scenarios import EventStep, LearnStep, Scenario
from policy_engine.model.tell import TELL
from policy_engine.model.types import Value
from policy_engine.policy import Policy
from policy_engine.session.course import Moment
from policy_engine.session.decision import Action, Verdict
from policy_engine.session.guidance import Guidance
from policy_engine.session.live import Session
from policy_engine.session.obligations import duty_words


def script_of(policy: Policy, scenario: Scenario, course: Sequence[Moment], language: str) -> Script:
    """The play of a scenario.

    course: what `run_scenario` made of it for this policy, snapshots included.
    """
    return _Writer(policy.with_parameters(**scenario.parameters), scenario, language).script(course)


def caller_of(chart: Chart) -> str | None:
    """The role that a play needs an actor for: the one that does most of what makes a call worse. None where
    the policy does not say who does what.
    """
    actors = [item.actor for name, item in chart.events.items() if tone_of(chart, name) == "escalates"]
    named_actors = [actor for actor in actors if actor is not None]
    return max(named_actors, key=named_actors.count, default=None)


class _Visits:
    """What is told in each state, visit by visit, and what its variables were."""

    def __init__(self) -> None:
        self.said: dict[str, list[tuple[str, ...]]] = {}
        self.done: dict[str, list[tuple[str, ...]]] = {}
        self.met: dict[str, dict[str, Value]] = {}

    def add(self, session: Session, guidance: Sequence[Guidance]) -> None:
        for item in guidance:
            self.said.setdefault(item.state, []).append(item.say)
            self.done.setdefault(item.state, []).append(item.how)
            known = self.met.setdefault(item.state, dict(session.context))
            for name, value in session.context.items():
                if known.get(name) != value:
                    known.pop(name, None)


def _in_order(visits: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Each visit's first text, then all the others; each text once."""
    first = [text for texts in visits for text in texts[:1]]
    return tuple(dict.fromkeys([*first, *(text for texts in visits for text in texts)]))


class _Writer:
    def __init__(self, policy: Policy, scenario: Scenario, language: str) -> None:
        self.policy = policy
        self.chart = policy.chart
        self.figure: Figure = figure_of(policy.chart)
        self.scenario = scenario
        self.language = language
        self.word = saying(WORDS, language)
        self.caller = caller_of(policy.chart)
        self.agent = next(iter(policy.chart.roles), None)
        self.heard: set[str] = set()

    def script(self, course: Sequence[Moment]) -> Script:
        tension, visits = Tension(self.figure), _Visits()
        turns: list[Turn] = []
        sessions: list[Session] = []
        moves = moves_of(course)
        for move in moves:
            session = self._session(move)
            visits.add(session, session.guidance(self.language))
            turns.append(self._turn(move, session, tension.after(move)))
            sessions.append(session)
        return Script(
            figure=self.figure,
            scenario=self.scenario,
            language=self.language,
            caller=self.caller,
            agent=self.agent,
            turns=tuple(turns),
            answers=self._answers(turns, moves, sessions),
            known=known_of(self.chart, self.scenario, self.policy.parameters),
            met=visits.met,
            said={state: _in_order(texts) for state, texts in visits.said.items()},
            done={state: _in_order(texts) for state, texts in visits.done.items()},
        )

    def _role(self, role: str | None) -> str:
        return "" if role is None else role_words(self.chart, role, self.language)

    def _session(self, move: Move) -> Session:
        snapshot = move.moment.snapshot
        assert snapshot is not None
        return self.policy.resume(snapshot)

    def _turn(self, move: Move, after: Session, tension: int) -> Turn:
        moment, decision = move.moment, move.decision
        step = self.scenario.steps[moment.step - 1] if moment.step else None
        event = step if isinstance(step, EventStep) and moment.kind == "event" else None
        line = "" if event is None else " ".join(words_of(event.line, self.language))
        actor = None if event is None else self._actor(event)
        spoken = self._spoken(after)
        new = [text for text in spoken.say if text not in self.heard]
        self.heard.update(spoken.say)
        reason = decision.reason
        return Turn(
            number=move.number,
            actor=actor,
            reporter=None if event is None else event.role,
            who=self._role(actor),
            happening=self._happening(move, step),
            ours=event is not None and (actor == self.caller or (actor is None and bool(line))),
            line=line,
            states=moment.states,
            fresh=tuple(state for state in moment.states if state in decision.entered),
            spoken=spoken,
            heard=tuple(new),
            actions=tuple(self._action(action) for action in moment.actions),
            tension=tension,
            refused="" if reason is None else reason.text(self.language),
            idle=decision.verdict is not Verdict.APPLIED and reason is None,
        )

    def _actor(self, step: EventStep) -> str | None:
        """Who does it. Whoever reports what anybody may report has done it."""
        declared = self.chart.events[step.event]
        return declared.actor if step.role is None or declared.by is not None else step.role

    def _happening(self, move: Move, step: object) -> str:
        if move.moment.kind == "start":
            return self.word("start")
        if move.decision.event is not None:
            return event_words(self.chart, move.decision.event, self.language)
        if isinstance(step, LearnStep):
            facts = values_in_words(self.chart.facts, step.facts, self.language)
            return self.word("learns", listed(facts, self.language))
        duty, counter = timing(move.moment.name), lapsing(move.moment.name)
        if duty is not None:
            label = named(duty_words(self.chart, self.chart.musts[duty]), duty, self.language)
            return self.word("overdue", label)
        if counter is not None:
            return self.word("lapsed", named(self.chart.context[counter].label, counter, self.language))
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
        if action.name == TELL:
            return telling_words(self.chart, action.params["event"], self.language)
        declared = self.chart.actions[action.name]
        label = named(declared.label, action.name, self.language)
        own = {name: value for name, value in action.params.items() if value != declared.params[name].default}
        told = values_in_words(declared.params, own, self.language)
        return f"{label} ({', '.join(told)})" if told else label

    def _answers(
        self, turns: Sequence[Turn], moves: Sequence[Move], sessions: Sequence[Session]
    ) -> tuple[Answer, ...]:
        """One for each place in which the caller moves: where the caller never does, for the beginning."""
        places: dict[tuple[str, ...], tuple[Session, dict[int, str | None]]] = {}
        for turn, move, before in zip(turns[1:], moves[1:], sessions, strict=False):
            if turn.ours:
                places.setdefault(before.states, (before, {}))[1][turn.number] = move.decision.event
        if not places and self.caller is not None:
            places[sessions[0].states] = (sessions[0], {2: None})
        answers = (self._answer(session, does) for session, does in places.values())
        return tuple(answer for answer in answers if answer.calming != answer.escalating)

    def _answer(self, session: Session, does: Mapping[int, str | None]) -> Answer:
        calming, escalating = self._open(session, "calms"), self._open(session, "escalates")
        # Nothing worse than what the play has there; else the first of the file, which is the mildest.
        fierce = [name for name in escalating if name in does.values()] or escalating[:1]
        return Answer(tuple(does), self._spoken(session), self._events(calming), self._events(fierce))

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
