"""The compiled table, led through what the oracle made of a random chart."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.faults import report_faults
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.errors import PolicyError
from policy_engine.model.chart import Chart
from policy_engine.model.load import load_chart
from policy_engine.model.weave.weave import weave
from policy_engine.policy import Policy
from tests.oracle.compiled import CompiledCourse
from tests.oracle.course import SECOND, Outcome
from tests.oracle.courses import Call
from tests.oracle.rehearsal import Rehearsal
from tests.oracle.shapes import Flavour


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
    return compiled(read(policy), edges, parameters)


def read(policy: dict[str, Any]) -> Chart:
    """The chart of a policy. Raises PolicyError where it is refused."""
    sink = Diagnostics()
    document = read_document(json.dumps(policy), "<random>", sink)
    chart = None if document is None else load_chart(document, sink)
    if chart is None:
        raise PolicyError(sink.sorted())
    return chart


def compiled(chart: Chart, edges: int, parameters: dict[str, Any]) -> Policy:
    """A policy with a new table, so many edges of it expanded. Raises PolicyError where it is refused."""
    sink = Diagnostics()
    defaults = {name: one.default for name, one in chart.parameters.items() if one.default is not None}
    automaton = Automaton(weave(chart), defaults | parameters)
    automaton.expand(nodes=edges, edges=edges)
    report_faults(automaton, sink)
    if sink.has_errors:
        raise PolicyError(sink.sorted())
    return Policy(chart, automaton)


def compare(seed: int, flavour: Flavour, tally: Tally) -> None:
    """Runs one random chart through a random course; raises DifferenceError where the two disagree."""
    rehearsal = Rehearsal(seed, flavour)
    try:
        Comparison(rehearsal, read(rehearsal.policy))
    except PolicyError as error:
        tally.refused += [one.code for one in error.diagnostics if one.severity == "error"][:1]
        return
    if rehearsal.refused is not None:
        tally.refused.append(rehearsal.refused)
        return
    naive = rehearsal.naive
    tally.charts += 1
    tally.with_regions += rehearsal.regions
    tally.with_histories += bool(naive.reentered)
    tally.with_duties += bool(naive.musts)
    tally.microsteps += rehearsal.microsteps


class Comparison:
    """Lets the compiled table go through what the oracle went through, and compares after every call.

    Raises DifferenceError where the two disagree, PolicyError where the policy is refused.
    """

    def __init__(self, rehearsal: Rehearsal, chart: Chart) -> None:
        self.rehearsal = rehearsal
        self.calls: list[Call] = []
        loaded = compiled(chart, rehearsal.edges, {"most": rehearsal.most})
        if rehearsal.opening is None:
            return
        self.compiled = CompiledCourse(loaded, rehearsal.facts, time=rehearsal.time)
        self.agree(rehearsal.opening, self.compiled.opening)
        for step in rehearsal.steps:
            if step.resumed:
                self.compiled.resume()
            self.make(step.call, step.expected)
        if rehearsal.refused is None:
            self.look()

    def make(self, call: Call, expected: object) -> None:
        self.calls.append(call)
        seconds = call.now / SECOND
        if call.kind == "advance":
            self.agree(expected, self.compiled.advance(seconds))
        elif call.kind == "learn":
            self.agree(expected, self.compiled.learn(call.facts, seconds))
        else:
            outcome = self.compiled.send(
                call.event, data=call.data or None, by=call.by, facts=call.facts or None, now=seconds
            )
            self.agree(expected, outcome)

    def look(self) -> None:
        """Compares what can be seen of the sessions between calls."""
        naive, session = self.rehearsal.naive, self.compiled.session
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
            for (role, person), events in self.rehearsal.allowed.items():
                self.agree(events, session.allowed_for((role, person) if person else role))
        told = {event: str(text) for event, text in session.forbidden.items()}
        expected = self.rehearsal.forbidden
        # What is missing may depend on the data that will come; any of these reasons is right.
        self.agree(
            expected,
            {event: {text} & expected.get(event, set()) and expected[event] for event, text in told.items()},
        )

    def agree(self, expected: object, actual: object) -> None:
        if expected == actual:
            return
        lines = [self.rehearsal.title, json.dumps(self.rehearsal.policy), *map(str, self.calls)]
        if isinstance(expected, Outcome) and isinstance(actual, Outcome):
            for name in Outcome.__dataclass_fields__:
                one, other = getattr(expected, name), getattr(actual, name)
                lines += [f"{name}:\n  oracle   {one}\n  compiled {other}"] if one != other else []
        else:
            lines.append(f"oracle   {expected}\ncompiled {actual}")
        raise DifferenceError("\n".join(lines))
