"""The test policies: ten that use everything the language has, and the ready ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagrams.figure import Figure, figure_of
from policy_engine.document.read import read_document
from policy_engine.model.chart import Chart
from policy_engine.model.load import load_chart

ROOT = Path(__file__).parents[2]
TEN = tuple(sorted((Path(__file__).parent / "policies").glob("*.yaml")))
READY = tuple(sorted((ROOT / "policies").glob("*.yaml")))
SPINE = "# spine: "


@cache
def chart(path: Path) -> Chart:
    """The chart of a policy that has neither mistakes nor warnings."""
    return chart_of(path.read_text("utf-8"), path.name)


def chart_of(text: str, name: str = "example.yaml") -> Chart:
    """The chart of a whole policy as text."""
    sink = Diagnostics()
    document = read_document(text, name, sink)
    found = None if document is None else load_chart(document, sink)
    findings = [finding.one_line() for finding in sink.sorted()]
    assert findings == []
    assert found is not None
    return found


def figure(name: str) -> Figure:
    """The figure of one of the test policies or of the ready ones, by its id."""
    path = next(path for path in (*TEN, *READY) if path.stem == name)
    return figure_of(chart(path))


def spine(path: Path) -> tuple[str, ...]:
    """The spine as its author wrote it, in the policy's first line."""
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith(SPINE)
    return tuple(first.removeprefix(SPINE).split())
