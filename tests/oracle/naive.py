"""A naive interpreter of policies, format 1: the SCXML algorithm (Recommendation 2015, appendix D) over the
plain YAML structure, with sets of state ids and recursion, and no thought of speed.

It is written from the Recommendation and from what the language promises, not from the compiler. Where the
two differ in any course of events, one of them is wrong.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from tests.oracle.content import Pending, Trigger
from tests.oracle.plain import branches_of, default_of, listed, names_of, nanoseconds
from tests.oracle.steps import Steps
from tests.oracle.tree import ROOT


@dataclass
class Report:
    """What one call did. `text` is the reason of a refusal; `prior` what was due before the event."""

    verdict: str
    states: tuple[str, ...]
    configuration: tuple[str, ...]
    exited: tuple[str, ...]
    entered: tuple[str, ...]
    actions: tuple[tuple[str, dict[str, Any]], ...]
    context: dict[str, Any]
    microsteps: int
    dropped: tuple[str, ...]
    text: Any = None
    prior: list[tuple[int, Report]] = field(default_factory=list)


def with_statements(policy: dict[str, Any]) -> dict[str, Any]:
    """A statement is an event, and a flag of its name."""
    statements = policy.get("statements", {})
    flags = {name: {"flag": False} for name in statements}
    return policy | {
        "events": policy.get("events", {}) | statements,
        "context": policy.get("context", {}) | flags,
    }


class Naive(Steps):
    """One session. Times are nanoseconds; `now` left out is the last one given."""

    def __init__(
        self, policy: dict[str, Any], facts: dict[str, Any] | None = None, now: int = 0, **parameters: Any
    ) -> None:
        super().__init__(with_statements(policy), facts or {}, parameters, now)
        self.counted: dict[str, list[int]] = {}  # when an event was applied that has `settle`
        self.begin()
        self.microsteps = 1
        self.enter([([policy["initial"]], ROOT)])
        self.finish()
        self.opening = self.report("applied")

    # ---- what the host calls

    def send(
        self,
        event: str,
        data: dict[str, Any] | None = None,
        by: str | tuple[str, str] | None = None,
        facts: dict[str, Any] | None = None,
        now: int | None = None,
    ) -> Report:
        prior = self.advance(self.now if now is None else now)
        self.begin()
        self.settle_facts(facts)
        if self.done:
            return self.report("closed", prior=prior)
        role, person = by if isinstance(by, tuple) else (by, "")
        reporter = role if role is not None else next(iter(self.policy.get("roles", {})), None)
        declared = self.policy["events"][event] or {}
        if "by" in declared and reporter not in listed(declared["by"]):
            return self.report("rejected", prior=prior)
        if not person and self.is_personal(event):
            return self.report("rejected", prior=prior)
        text = self.forbidden(event, reporter, data or {}, person)
        if text is not None:
            return self.report("forbidden", text, prior)
        missing = self.missing(event, reporter, data or {}, person)
        if missing:
            return self.report("forbidden", missing, prior)
        settle = nanoseconds(declared["settle"]) if "settle" in declared else 0
        settling = any(abs(self.now - one) < settle for one in self.counted.get(event, []))
        if settling and self.would_take(event, reporter, data or {}, person):
            return self.report("ignored", prior=prior)
        taken = self.deliver(event, reporter, data or {}, person)
        verdict = "applied" if taken else "rejected" if self.barred else "ignored"
        if taken and "settle" in declared:
            self.counted.setdefault(event, []).append(self.now)
        self.finish()
        return self.report(verdict, prior=prior)

    def learn(self, facts: dict[str, Any], now: int | None = None) -> Report:
        prior = self.advance(self.now if now is None else now)
        self.begin()
        verdict = "closed"
        if not self.done:
            self.settle_facts(facts)
            verdict = "applied" if self.microsteps else "ignored"
        return self.report(verdict, prior=prior)

    def advance(self, now: int) -> list[tuple[int, Report]]:
        """Fires what is due, each at its own moment: in order of due time, then of the document."""
        now = max(now, self.now)
        fired = []
        while not self.done and (first := self.first_waiting()) is not None:
            due = first.due or 0
            if due > now:
                break
            self.pending.remove(first)
            self.now = max(self.now, due)
            self.begin()
            fired.append((due, self.due(first.trigger)))
        self.now = now
        return fired

    def first_waiting(self) -> Pending | None:
        """What is due before everything else."""
        return min(self.pending, key=lambda one: (one.due, one.order, one.number), default=None)

    def due(self, trigger: Trigger) -> Report:
        text = self.forbidden(trigger.name) if trigger.kind == "event" else None
        if trigger.kind == "event" and text is None:
            text = self.missing(trigger.name, None, {}, "")
        if text is not None:
            return self.report("forbidden", text)
        taken = self.lapse(trigger.name) if trigger.kind == "lapse" else self.fire(trigger)
        self.finish()
        return self.report("applied" if taken else "ignored")

    def lapse(self, name: str) -> bool:
        """Something falls away from a counter."""
        lapse = self.lapse_of(name)
        self.context[name] = 0 if lapse is not None and lapse[1] else self.context[name] - 1
        return True

    def begin(self) -> None:
        self.exited, self.entered, self.actions = [], [], []
        self.dropped: list[str] = []
        self.microsteps = 0

    def report(self, verdict: str, text: Any = None, prior: list[tuple[int, Report]] | None = None) -> Report:
        return Report(
            verdict,
            tuple(self.leaves()),
            tuple(self.in_order(self.configuration)),
            tuple(self.exited),
            tuple(self.entered),
            tuple(self.actions),
            dict(self.context),
            self.microsteps,
            tuple(self.dropped),
            text,
            prior or [],
        )

    # ---- macrosteps

    def settle_facts(self, facts: dict[str, Any] | None) -> None:
        if facts and not self.done:
            self.facts.update(facts)
            self.finish()

    def finish(self) -> None:
        """Completes the macrostep, then runs what was sent without delay, each as a macrostep of its own."""
        self.settle()
        while self.sent and not self.done:
            self.fire(Trigger("event", self.sent.pop(0)[0]))
            self.settle()
        self.set_timers()
        if self.done:
            self.pending, self.queue, self.sent = [], [], []

    def settle(self) -> None:
        """Takes what is eventless before anything that was raised, until nothing is left to do."""
        while not self.done:
            if self.step(Trigger("always")):
                continue
            if not self.queue:
                return
            self.fire(self.queue.pop(0))

    def fire(self, trigger: Trigger) -> bool:
        """Gives what was raised, sent or due to the chart; a forbidden event is dropped and recorded."""
        if trigger.kind == "must":
            self.late.add(trigger.name)
            overdue = self.musts[trigger.name][1].get("overdue")
            self.queue += [] if overdue is None else [Trigger("event", overdue)]
            return True
        if trigger.kind != "event":
            return self.step(trigger)
        missing = self.missing(trigger.name, None, {}, "")
        if missing or self.forbidden(trigger.name) is not None:
            self.dropped.append(trigger.name)
            return False
        return self.deliver(trigger.name, None, {})

    def deliver(self, event: str, by: str | None, data: dict[str, Any], person: str = "") -> bool:
        self.hold(event, by, data, person)
        self.barred = False
        taken = self.without_conflicts(self.enabled(Trigger("event", event)))
        heard = bool(taken) or self.hears(event)
        ticks = event in self.policy.get("statements", {})
        if any(one.targets or one.actions or ticks for one in taken) or self.hears(event):
            self.meet("event", event)
        heard = self.step(Trigger("event", event)) or heard
        self.data, self.by, self.person = {}, None, ""
        return heard

    def hears(self, event: str) -> bool:
        """Whether an event that no state of the policy ever handles meets something that must be done."""
        barred = self.by is not None and self.barred
        return self.is_owed(event) and not barred and not self.is_handled(event)

    def is_handled(self, event: str) -> bool:
        """Whether any state of the policy speaks of an event; of a statement its tick is never silent."""
        if event in self.policy.get("statements", {}):
            return False
        return any(event in names_of(key) for body in self.body.values() for key in body.get("on", {}))

    def would_take(self, event: str, by: str | None, data: dict[str, Any], person: str) -> bool:
        self.hold(event, by, data, person)
        taken = bool(self.enabled(Trigger("event", event))) or self.hears(event)
        self.data, self.by, self.person = {}, None, ""
        return taken

    def hold(self, event: str, by: str | None, data: dict[str, Any], person: str) -> None:
        declared = (self.policy["events"][event] or {}).get("data", {})
        given = {name: default_of(one) for name, one in declared.items() if name not in data}
        self.data, self.by, self.person = given | data, by, person

    def missing(self, event: str, by: str | None, data: dict[str, Any], person: str) -> str | None:
        """What is told where the event would be taken, but for what it requires."""
        barred = self.barred
        self.hold(event, by, data, person)
        taken = self.without_conflicts(self.enabled(Trigger("event", event)))
        self.data, self.by, self.person = {}, None, ""
        self.barred = barred
        names = [name for one in taken for name in one.requires if not self.context[name]]
        return f"First: {', '.join(dict.fromkeys(names))}." if names else None

    def is_personal(self, event: str) -> bool:
        """Whether a person is remembered or compared at the event, wherever in the policy."""
        found = [
            branch
            for body in self.body.values()
            for key, written in (*body.get("on", {}).items(), *body.get("forbid", {}).items())
            for branch in branches_of(written)
            if event in names_of(key)
        ]
        return any(
            "remember" in json.dumps(one.get("do", []))
            or any(re.search(rf"by [!=]= {name}\b", str(one.get("when", ""))) for name in self.persons)
            for one in found
        )

    def forbidden(
        self, event: str, by: str | None = None, data: dict[str, Any] | None = None, person: str = ""
    ) -> Any:
        """The text of the innermost `forbid` that refuses the event (then of document order), or None."""
        self.hold(event, by, data or {}, person)
        text = self.refusal(event)
        self.data, self.by, self.person = {}, None, ""
        return text

    def refusal(self, event: str) -> Any:
        for state in sorted(self.in_order(self.configuration), key=lambda one: -len(self.ancestors(one))):
            for key, written in self.body[state].get("forbid", {}).items():
                for item in listed(written) if event in names_of(key) else []:
                    conditional = isinstance(item, dict) and "text" in item
                    if not conditional or self.holds(item.get("when")):
                        return item["text"] if conditional else item
        return None
