"""Small policies for tests: the head that every policy has is put before what a test is about."""

from __future__ import annotations

import re

from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.chart import Chart, State, Transition
from policy_engine.model.load import load_chart

HEAD = 'policy: example\nformat: 1\nversion: "1.0.0"\n'
LINES = HEAD.count("\n")


def read(text: str, head: str = HEAD) -> tuple[Chart | None, tuple[Diagnostic, ...]]:
    """The chart of a policy and every finding, in reading order."""
    sink = Diagnostics()
    document = read_document(head + text, "example.yaml", sink)
    chart = None if document is None else load_chart(document, sink)
    return chart, sink.sorted()


def chart_of(text: str, head: str = HEAD) -> Chart:
    """The chart of a policy without mistakes."""
    chart, findings = read(text, head)
    assert chart is not None, [finding.one_line() for finding in findings]
    return chart


def findings(text: str, head: str = HEAD) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding; lines count from the first one after the head."""
    lines = head.count("\n")
    return [(item.code, item.line - lines, item.column) for item in read(text, head)[1]]


def codes(text: str, head: str = HEAD) -> list[str]:
    """The code of each finding, in reading order."""
    return [item.code for item in read(text, head)[1]]


def suggestion(text: str, head: str = HEAD) -> object:
    """What the only finding suggests."""
    (finding,) = read(text, head)[1]
    return finding.fields["suggestion"]


def state(chart: Chart, name: str) -> State:
    """A state of a chart by its id."""
    return next(item for item in chart.states if item.id == name)


def ids(chart: Chart, targets: tuple[int, ...] | None) -> tuple[str, ...]:
    """The ids of states by their indices."""
    return tuple(chart.states[index].id for index in targets or ())


def only_transition(chart: Chart) -> Transition:
    """The transition of a chart that has one."""
    (transition,) = chart.transitions
    return transition


def examples_of(document: str) -> list[str]:
    """The YAML blocks of a document."""
    blocks: list[str] = re.findall(r"^```yaml\n(.*?)^```$", document, re.DOTALL | re.MULTILINE)
    return blocks


def whole(example: str) -> str:
    """An example of a document with what every policy needs."""
    if example.startswith("policy:"):
        return example
    return HEAD + example + ("" if "\nstates:" in example else "initial: talk\nstates: {talk: {}}\n")
