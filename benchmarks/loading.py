"""From text to a policy: YAML and validation, the compiler, the proofs, the poster; and every mistake of the
corpus.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from benchmarks.clock import tail, timed
from benchmarks.engines.policy import FLAGSHIP
from benchmarks.inprocess import timed_row
from benchmarks.row import Row, row
from policy_engine.authoring.checking import check_policy_text
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.poster import poster
from policy_engine.diagrams.render.svg import to_svg
from policy_engine.diagrams.theme import Look
from policy_engine.document.read import read_document
from policy_engine.model.chart import Chart
from policy_engine.model.load import load_chart
from policy_engine.policy import check_policy, compile_chart

READ = 10.0
COMPILED = 40.0
CHECKED = 200.0
REFUSED = 500.0
DRAWN = 100.0
MANY = 21  # runs of what is near its target: a median of fewer wavers by a tenth
BAD = Path(__file__).parent.parent / "tests" / "model" / "bad"


def loading_rows(times: int) -> list[Row]:
    text = FLAGSHIP.read_bytes()
    chart = _chart(text)
    parameters = {name: item.default for name, item in chart.parameters.items() if item.default is not None}

    automaton = compile_chart(chart, parameters, Diagnostics())
    table = f"{len(automaton.nodes)} nodes, {len(automaton.edges)} edges"
    size = f"{len(text) / 1024:.0f} KiB, {text.count(10)} lines"
    return [
        timed_row("flagship, YAML and validation", READ, lambda: _chart(text), max(times, MANY), size),
        timed_row(
            "flagship, compile",
            COMPILED,
            lambda: compile_chart(chart, parameters, Diagnostics()),
            times,
            table,
        ),
        timed_row(
            "flagship, check with all its properties and lint, 95th percentile",
            CHECKED,
            lambda: _checked(text),
            max(times, MANY),
            f"{len(chart.properties)} properties, every choice of parameters",
            tail,
        ),
        timed_row("poster drawn, warm", DRAWN, lambda: _poster(chart), times, "flagship on A4, with its SVG"),
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


def _checked(text: bytes) -> int:
    """What `policy-engine check` does with one file, lint and sheets too; how many properties are proved."""
    policy, proofs = check_policy_text(FLAGSHIP, text, Diagnostics(), Path.read_bytes)
    assert policy is not None
    return proofs.proved


def _poster(chart: Chart) -> str:
    scenes = poster(figure_of(chart), languages=("nl",), paper=Paper("a4"), look=Look())
    return to_svg(scenes[0])
