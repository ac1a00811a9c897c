"""The same calls in Python's session and in the page's engine, and what each says came of them.

Values cross as the page writes them: a number with a point is `{"float": 1.5}`. Moments are milliseconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.printed import walkthrough
from policy_engine.diagrams.walkthrough import page
from policy_engine.diagrams.walkthrough.content import BEGIN, choices_of, content_json
from policy_engine.diagrams.walkthrough.terms import value_json
from policy_engine.model.types import Declaration, Value
from policy_engine.policy import Policy
from policy_engine.session.decision import Decision, Fired, Text
from policy_engine.session.live import Session
from policy_engine.session.values import By

Json = Any
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Plays courses on an engine, in the page: the same shape as `report` gives.
PLAYER = """
({content, variant, facts, calls}) => {
    const engine = createEngine(content);
    const language = content.languages[0];
    const text = (reason) => reason && {
        code: reason.code,
        text: ["forbidden", "requires"].includes(reason.code)
            ? engine.filled(reason.words, reason.values, language).join(" ") : "",
    };
    const told = (decision) => ({
        ...decision,
        actions: decision.actions.map(({name, params, to}) => ({name, params, to})),
        reason: text(decision.reason),
        dropped: decision.dropped.map(({event, reason}) => ({event, reason: text(reason)})),
        prior: decision.prior.map(fired),
    });
    const fired = ({due, decision}) => ({due, decision: told(decision)});
    const seen = (session) => ({
        configuration: engine.configurationOf(session),
        context: engine.contextOf(session),
        facts: session.facts,
        deadline: session.timers.length ? session.timers[0].due : null,
        guidance: content.languages.map((each) => engine.guidance(session, each)),
        allowed: [...Object.keys(content.chart.roles), null].map((role) => engine.allowed(session, role)),
        obligations: engine.obligations(session).map(({id, due, overdue}) => ({id, due, overdue})),
        forbidden: engine.forbidden(session).map(([event, reason]) => [event, text(reason)]),
    });
    let [session, decision] = engine.start({variant, facts, now: content.begin});
    const reports = [{decisions: [told(decision)], ...seen(session)}];
    for (const {kind, event, now, ...call} of calls) {
        let decisions;
        if (kind === "advance") {
            const [next, all] = engine.advance(session, now);
            [session, decisions] = [next, all.map(fired)];
        } else {
            const [next, one] = kind === "learn"
                ? engine.learn(session, call.facts, now) : engine.send(session, event, {...call, now});
            [session, decisions] = [next, [told(one)]];
        }
        reports.push({decisions, ...seen(session)});
    }
    return reports;
}
"""
ENGINE = "\n".join(path.read_text("utf-8") for path in page.ENGINE)


def content_of(policy: Policy) -> Json:
    """What a page of the policy holds."""
    return content_json(
        tuple(choices_of(policy)), figure_of(policy.chart), policy.languages, walkthrough.WORDS
    )


class Course:
    """A course of a session in Python: random calls, and what came of each. Time passes by leaps, in ms."""

    def __init__(self, policy: Policy, random: Random, length: int, leaps: tuple[int, ...]) -> None:
        self.random = random
        self.leaps = leaps
        self.policy = policy
        self.now = BEGIN
        facts = self._facts()
        self.session: Session = policy.start(facts=facts, now=moment(self.now))
        self.calls: list[Json] = []
        self.facts = values(facts)
        self.reports = [{"decisions": [told(self.session.opening)], **seen(policy, self.session)}]
        for _ in range(length):
            decisions = self._call()
            self.reports.append({"decisions": decisions, **seen(policy, self.session)})

    def _call(self) -> list[Json]:
        chance = self.random.random()
        if self.session.deadline is not None and chance < 0.25:
            self.now = max(self.now, milliseconds(self.session.deadline)) + self.random.choice(
                (0, self.leaps[0])
            )
            self.calls.append({"kind": "advance", "now": self.now})
            return [fired(one) for one in self.session.advance(moment(self.now))]
        if self.random.random() < 0.5:
            self.now += self.random.choice(self.leaps)
        if self.policy.chart.facts and chance < 0.35:
            facts = self._facts()
            self.calls.append({"kind": "learn", "now": self.now, "facts": values(facts)})
            return [told(self.session.learn(facts, now=moment(self.now)))]
        return [self._send()]

    def _send(self) -> Json:
        by: By | None = self.random.choice([None, *self.policy.chart.roles])
        if by is not None and self.policy.chart.context.keys() & {"who"}:
            by = self.random.choice([by, (str(by), "p"), (str(by), "q")])
        wanted = (*self.session.allowed_for(by), *self.session.forbidden)
        every = tuple(self.policy.chart.events)
        event = self.random.choice(wanted if wanted and self.random.random() < 0.8 else every)
        data = self._given(self.policy.chart.events[event].data, 0.3)
        facts = self._facts() if self.random.random() < 0.15 else None
        call = {"kind": "send", "event": event, "now": self.now, "data": values(data), "by": by}
        self.calls.append({**call, "facts": None if facts is None else values(facts)})
        return told(self.session.send(event, data, by, facts, moment(self.now)))

    def _facts(self) -> dict[str, Value]:
        return {
            name: self._value(one)
            for name, one in self.policy.chart.facts.items()
            if self.random.random() < 0.4
        }

    def _given(self, declared: Mapping[str, Declaration], left_out: float) -> dict[str, Value]:
        """Values for what is declared; what has a default is left out now and then."""
        return {
            name: self._value(one)
            for name, one in declared.items()
            if one.default is None or self.random.random() > left_out
        }

    def _value(self, declared: Declaration) -> Value:
        if declared.type.finite:
            return self.random.choice(declared.type.values)
        if declared.type.kind == "text":
            return self.random.choice(("", "Mevrouw De Boer", "nobody", "<b>{x}</b>"))
        return self.random.choice((0, 1, 2.5, -0.5, 3.0, 1e16, 0.00001, 12345.678, -7))


def moment(when: int) -> datetime:
    """Milliseconds as an aware datetime."""
    return EPOCH + timedelta(milliseconds=when)


def milliseconds(when: datetime) -> int:
    """The opposite of `moment`."""
    return (when - EPOCH) // timedelta(milliseconds=1)


def values(given: Mapping[str, Value]) -> Json:
    """Values by name, as the page writes them."""
    return {name: value_json(value) for name, value in given.items()}


def told(decision: Decision) -> Json:
    """A decision."""
    return {
        "verdict": decision.verdict.value,
        "cause": decision.cause,
        "event": decision.event,
        "before": list(decision.before),
        "after": list(decision.after),
        "exited": list(decision.exited),
        "entered": list(decision.entered),
        "actions": [
            {"name": one.name, "params": values(one.params), "to": one.to} for one in decision.actions
        ],
        "transitions": list(decision.transitions),
        "reason": _text(decision.reason),
        "dropped": [{"event": one.event, "reason": _text(one.reason)} for one in decision.dropped],
        "prior": [fired(one) for one in decision.prior],
        "done": decision.done,
        "outcome": decision.outcome,
    }


def fired(one: Fired) -> Json:
    """What was due."""
    return {"due": milliseconds(one.due), "decision": told(one.decision)}


def seen(policy: Policy, session: Session) -> Json:
    """What can be seen of a session between calls."""
    deadline = session.deadline
    return {
        "configuration": list(session.configuration),
        "context": values(session.context),
        "facts": values(session.facts),
        "deadline": None if deadline is None else milliseconds(deadline),
        "guidance": [
            [
                {
                    "state": one.state,
                    "label": one.label,
                    "role": one.role,
                    "say": list(one.say),
                    "avoid": list(one.avoid),
                    "how": list(one.how),
                }
                for one in session.guidance(language)
            ]
            for language in policy.languages
        ],
        "allowed": [list(session.allowed_for(role)) for role in (*policy.chart.roles, None)],
        "obligations": [
            {"id": one.id, "due": None if one.due is None else milliseconds(one.due), "overdue": one.overdue}
            for one in session.obligations
            if one.record is None  # the page has no forms to fill in
        ],
        "forbidden": [[event, _text(text)] for event, text in session.forbidden.items()],
    }


def _text(text: Text | None) -> Json:
    if text is None:
        return None
    return {"code": text.code, "text": str(text) if text.code in ("forbidden", "requires") else ""}
