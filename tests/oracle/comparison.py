"""The compiled table and the oracle, driven side by side through a random chart."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import product
from random import Random
from typing import Any

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.faults import report_faults
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.errors import PolicyError
from policy_engine.model.load import load_chart
from policy_engine.model.weave.weave import weave
from policy_engine.policy import Policy
from tests.oracle.charts import random_policy
from tests.oracle.compiled import CompiledCourse, Time
from tests.oracle.content import RangeError, Trigger
from tests.oracle.course import SECOND, Outcome, fired, from_report
from tests.oracle.courses import Call, random_calls, random_facts
from tests.oracle.naive import Naive
from tests.oracle.shapes import Flavour
from tests.oracle.steps import EndlessError

CALLS = 12


class DifferenceError(AssertionError):
    """the compiled table and the oracle do not agree"""


@dataclass
class Tally:
    """What the charts so far had in them."""

    charts: int = 0
    refused: list[str] = field(default_factory=list)
    with_regions: int = 0
    with_histories: int = 0
    microsteps: int = 0
    with_duties: int = 0


def load(policy: dict[str, Any], *, edges: int, **parameters: Any) -> Policy:
    """Loads a policy as `parse_policy` does, but expands no more than so many edges of its table at once.

    The rest is made on demand. Raises PolicyError where it is refused.
    """
    sink = Diagnostics()
    document = read_document(json.dumps(policy), "<random>", sink)
    chart = None if document is None else load_chart(document, sink)
    if chart is not None:
        defaults = {name: one.default for name, one in chart.parameters.items() if one.default is not None}
        automaton = Automaton(weave(chart), defaults | parameters)
        automaton.expand(nodes=edges, edges=edges)
        report_faults(automaton, sink)
        if not sink.has_errors:
            return Policy(chart, automaton)
    raise PolicyError(sink.sorted())


def compare(seed: int, flavour: Flavour, tally: Tally) -> None:
    """Runs one random chart through a random course; raises DifferenceError where the two disagree."""
    random = Random(seed)
    policy = random_policy(random, flavour)
    facts, most = random_facts(random, policy), random.choice((1, 2, 2, 3))
    time: Time = random.choice(("told", "clock") if flavour.queues else ("told", "none"))
    try:
        loaded = load(policy, edges=random.choice((1, 150)), most=most)
        comparison = Comparison(policy, CompiledCourse(loaded, facts, time=time), facts, most)
        for call in random_calls(random, comparison.naive, CALLS):
            if random.random() < 0.2:
                comparison.compiled.resume()
            comparison.make(call)
        comparison.look()
    except PolicyError as error:
        tally.refused += [one.code for one in error.diagnostics if one.severity == "error"][:1]
        return
    except (EndlessError, RangeError) as error:
        tally.refused.append(type(error).__name__)
        return
    except DifferenceError as error:
        raise DifferenceError(f"{error}\nseed {seed}, {flavour}:\n{json.dumps(policy)}") from None
    tally.charts += 1
    tally.with_regions += comparison.regions
    tally.with_histories += bool(comparison.naive.reentered)
    tally.with_duties += bool(comparison.naive.musts)
    tally.microsteps += comparison.microsteps


class Comparison:
    """Two sessions of one policy, to which the same things happen."""

    def __init__(
        self, policy: dict[str, Any], compiled: CompiledCourse, facts: dict[str, Any], most: int
    ) -> None:
        self.naive = Naive(policy, facts, 0, most=most)
        self.compiled = compiled
        self.calls: list[Call] = []
        self.microsteps = self.naive.microsteps
        self.regions = len(self.naive.leaves()) > 1
        self.agree(from_report(self.naive.opening), self.compiled.opening)

    def make(self, call: Call) -> None:
        self.calls.append(call)
        seconds = call.now / SECOND
        if call.kind == "advance":
            reports = self.naive.advance(call.now)
            self.agree(fired(reports), self.compiled.advance(seconds))
        else:
            if call.kind == "learn":
                report = self.naive.learn(call.facts, call.now)
                outcome = self.compiled.learn(call.facts, seconds)
            else:
                report = self.naive.send(call.event, call.data, call.by, call.facts, call.now)
                outcome = self.compiled.send(
                    call.event, data=call.data or None, by=call.by, facts=call.facts or None, now=seconds
                )
            self.agree(from_report(report), outcome)
            reports = [*report.prior, (call.now, report)]
        self.microsteps += sum(report.microsteps for _, report in reports)
        self.regions = self.regions or len(self.naive.leaves()) > 1

    def look(self) -> None:
        """Compares what can be seen of the sessions between calls."""
        naive, session = self.naive, self.compiled.session
        first = naive.first_waiting()
        due = None if first is None else first.due
        self.agree(naive.outcome, session.outcome)
        self.agree(naive.facts, session.facts)
        self.agree(due, None if session.deadline is None else self.compiled.nanoseconds(session.deadline))
        open_now = [
            (one.id, self.compiled.nanoseconds(one.due), one.overdue)
            for one in session.obligations
            if one.due is not None
        ]
        self.agree([] if naive.done else naive.standing(), open_now)
        if self.compiled.policy.automaton.whole:
            # In a table that is not whole an event may yet lead to a macrostep that never ends.
            for role in naive.policy["roles"]:
                self.agree(allowed(naive, role), session.allowed_for(role))
                self.agree(allowed(naive, role, "p"), session.allowed_for((role, "p")))
        told = {event: str(text) for event, text in session.forbidden.items()}
        expected = forbidden(naive)
        # What is missing may depend on the data that will come; any of these reasons is right.
        self.agree(
            expected,
            {event: {text} & expected.get(event, set()) and expected[event] for event, text in told.items()},
        )

    def agree(self, expected: object, actual: object) -> None:
        if expected == actual:
            return
        lines = [f"  {call}" for call in self.calls]
        if isinstance(expected, Outcome) and isinstance(actual, Outcome):
            for name in Outcome.__dataclass_fields__:
                one, other = getattr(expected, name), getattr(actual, name)
                lines += [f"{name}:\n  oracle   {one}\n  compiled {other}"] if one != other else []
        else:
            lines.append(f"oracle   {expected}\ncompiled {actual}")
        raise DifferenceError("\n".join(lines))


def allowed(session: Naive, role: str, person: str = "") -> tuple[str, ...]:
    """The events that would be applied now, for some data, if `role` reported them."""
    found = []
    for event, declared in session.policy["events"].items():
        may = role in declared.get("by", [role])
        may = may and (person != "" or not session.is_personal(event)) and not session.done
        if may and any(takes(session, event, role, data, person) for data in all_data(declared)):
            found.append(event)
    return tuple(found)


def forbidden(session: Naive) -> dict[str, set[str]]:
    """The events that would be answered with `forbidden` if the first role reported them."""
    first = next(iter(session.policy["roles"]))
    events = session.policy["events"].items()
    may = [event for event, declared in events if not session.done and first in declared.get("by", [first])]
    may = [event for event in may if not session.is_personal(event)]
    found = {event: refusals(session, event, first) for event in may}
    return {event: texts for event, texts in found.items() if texts}


def refusals(session: Naive, event: str, role: str) -> set[str]:
    """Why an event would be refused, for whatever data; nothing where some data let it through."""
    every = all_data(session.policy["events"][event])
    if any(takes(session, event, role, data, "") for data in every):
        return set()
    texts = [session.forbidden(event, role, data) or session.missing(event, role, data, "") for data in every]
    return {text for text in texts if text is not None}


def all_data(event: dict[str, Any]) -> list[dict[str, Any]]:
    if "data" not in event:
        return [{}]
    return [{"size": size, "urgent": urgent} for size, urgent in product(range(3), (False, True))]


def takes(session: Naive, event: str, role: str, data: dict[str, Any], person: str) -> bool:
    if session.forbidden(event, role, data, person) or session.missing(event, role, data, person):
        return False
    session.data, session.by, session.person = data, role, person
    session.barred = False
    taken = bool(session.enabled(Trigger("event", event))) or session.hears(event)
    session.data, session.by, session.person = {}, None, ""
    return taken or (event in session.policy.get("statements", {}) and not session.barred)
