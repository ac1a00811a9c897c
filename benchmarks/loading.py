"""From text to a policy: YAML and validation, then the compiler; and every mistake of the corpus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.clock import timed
from benchmarks.engines.policy import FLAGSHIP
from benchmarks.row import Row, row
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.chart import Chart
from policy_engine.model.load import load_chart
from policy_engine.policy import check_policy, compile_chart

READ = 10.0
COMPILED = 40.0
REFUSED = 500.0
BAD = Path(__file__).parent.parent / "tests" / "model" / "bad"


def milliseconds(work: Callable[[], object], times: int) -> list[float]:
    """CPU time of each of `times` runs, after one that warms up."""
    work()
    return [timed(work) / 1e6 for _ in range(times)]


def loading_rows(times: int) -> list[Row]:
    text = FLAGSHIP.read_bytes()
    chart = _chart(text)
    parameters = {name: item.default for name, item in chart.parameters.items() if item.default is not None}

    automaton = compile_chart(chart, parameters, Diagnostics())
    table = f"{len(automaton.nodes)} nodes, {len(automaton.edges)} edges"
    size = f"{len(text) / 1024:.0f} KiB, {text.count(10)} lines"
    return [
        row("flagship, YAML and validation", READ, "ms", milliseconds(lambda: _chart(text), times), size),
        row(
            "flagship, compile",
            COMPILED,
            "ms",
            milliseconds(lambda: compile_chart(chart, parameters, Diagnostics()), times),
            table,
        ),
        bad_row(),
    ]


def bad_row() -> Row:
    """The slowest of the corpus of mistakes and of two hostile files; one run each, as its author waits."""
    sources = {file.name: file.read_bytes() for file in sorted(BAD.glob("*.yaml"))}
    sources["ten megabytes"] = b"# " + b"x" * 10_000_000
    sources["100,000 brackets"] = b"policy: " + b"[" * 100_000
    took = {
        name: timed(partial(check_policy, text, name, Diagnostics())) / 1e6 for name, text in sources.items()
    }
    slowest = max(took, key=lambda name: took[name])
    return row(f"slowest of {len(took)} files with mistakes", REFUSED, "ms", [took[slowest]], slowest)


def _chart(text: bytes) -> Chart:
    sink = Diagnostics()
    document = read_document(text, FLAGSHIP.name, sink)
    assert document is not None
    chart = load_chart(document, sink)
    assert chart is not None
    return chart
