"""The table: for people at a terminal, and as Markdown and JSON for the record."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version

from benchmarks.clock import Spread
from benchmarks.engines.registry import PEERS, engine_class
from benchmarks.live import WANTED
from benchmarks.row import REFERENCE, Contender, Row


@dataclass(frozen=True, slots=True)
class Report:
    """`bare` is what the bound's event took on this machine, in nanoseconds."""

    contenders: Sequence[Contender]
    rows: Sequence[Row]
    rounds: int
    bare: float

    @property
    def missed(self) -> list[Row]:
        return [row for row in self.rows if not row.met]


ENGINE_HEAD = (
    "engine",
    "event, × bound",
    "spread",
    "event",
    "new session",
    "× bound",
    "idle",
    "last : first",
    "pause",
)
FOOTNOTE = (
    f"Targets in milliseconds were set on a machine where the bound's event takes {REFERENCE:.0f} ns, so a "
    "time that the bound was timed beside is held against its target at pace, as it would be there; every "
    "other figure is held against it as measured here, times of whole processes among them."
)
ROW_HEAD = ("figure", "measured", "spread", "at pace", "spread", "target", "", "")


def engine_cells(one: Contender) -> tuple[str, ...]:
    made = "" if one.made >= WANTED * 0.99 else f" of {one.made:,}"
    return (
        one.name,
        number(one.event.median),
        between(one.event),
        nanoseconds(one.event_ns),
        nanoseconds(one.session_ns),
        number(one.session.median),
        size(one.idle),
        f"{one.slower:.1f}{made}",
        f"{one.pause_ns / 1e6:.0f} ms",
    )


def row_cells(one: Row) -> tuple[str, ...]:
    unit = one.unit if one.unit.startswith("×") else f" {one.unit}"
    return (
        one.figure,
        f"{number(one.found.median)}{unit}",
        between(one.found),
        "" if one.at_pace is None else f"{number(one.at_pace.median)}{unit}",
        "" if one.at_pace is None else between(one.at_pace),
        f"≤ {one.limit:g}{unit}",
        verdict(one),
        one.note,
    )


def verdict(one: Row) -> str:
    if not one.met:
        return "NOT MET"
    return "met" if one.met_here else "met at pace"


def number(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def between(found: Spread) -> str:
    return f"{number(found.low)} – {number(found.high)}"


def nanoseconds(value: float) -> str:
    return f"{value:.0f} ns" if value < 1_000 else f"{number(value / 1_000)} µs"


def size(value: float) -> str:
    return f"{value:.0f} B" if value < 1_000 else f"{value / 1_000:.1f} kB"


def head(report: Report) -> str:
    """What was measured on what, in one line."""
    when = datetime.now(UTC).date().isoformat()
    return (
        f"{when}, Python {platform.python_version()} on {platform.system()} {platform.machine()}, "
        f"median of {report.rounds} rounds with quartiles, one interleaved run; the bound's event takes "
        f"{report.bare:.0f} ns here and {REFERENCE:.0f} ns where the targets were set; "
        f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    )


def text(report: Report) -> str:
    """The table as it is printed."""
    parts = [head(report), ""]
    if report.contenders:
        parts += [*_grid(ENGINE_HEAD, [engine_cells(one) for one in report.contenders]), ""]
    parts += [*_grid(ROW_HEAD, [row_cells(one) for one in report.rows]), "", FOOTNOTE, "", summary(report)]
    return "\n".join(parts)


def summary(report: Report) -> str:
    if report.missed:
        figures = "; ".join(row.figure for row in report.missed)
        return f"{len(report.missed)} of {len(report.rows)} targets are not met: {figures}"
    slow = [row.figure for row in report.rows if not row.met_here]
    return f"all {len(report.rows)} targets are met" + (f", at pace: {'; '.join(slow)}" if slow else "")


def markdown(report: Report) -> str:
    """The same as Markdown, with the versions of the engines."""
    parts = ["# What was measured", "", head(report) + ". " + summary(report) + ".", ""]
    if report.contenders:
        parts += [*_pipes(ENGINE_HEAD, [engine_cells(one) for one in report.contenders]), ""]
    parts += [*_pipes(ROW_HEAD, [row_cells(one) for one in report.rows]), "", FOOTNOTE, ""]
    if report.contenders:
        parts += ["Versions: " + ", ".join(f"{name} {found}" for name, found in versions().items()) + ".", ""]
    return "\n".join(parts)


def as_json(report: Report) -> str:
    """Every figure with its quartiles, in the units of the fields' names."""
    return json.dumps(
        {
            "python": sys.version,
            "rounds": report.rounds,
            "bound_event_ns": report.bare,
            "versions": versions() if report.contenders else {},
            "engines": [asdict(one) for one in report.contenders],
            "figures": [asdict(one) | {"met": one.met, "met_here": one.met_here} for one in report.rows],
        },
        indent=2,
        ensure_ascii=False,
    )


def versions() -> dict[str, str]:
    """The peers' distributions and their versions."""
    packages = [engine_class(place).package for place in PEERS]
    return {package: version(package) for package in packages if package is not None}


def _grid(heading: Sequence[str], lines: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(line[column]) for line in (heading, *lines)) for column in range(len(heading))]
    last = len(widths) - 1

    def lay(line: Sequence[str]) -> str:
        cells = [
            cell.ljust(width) if place in (0, last) else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        return "  ".join(cells).rstrip()

    return [lay(heading), "  ".join("─" * width for width in widths), *(lay(line) for line in lines)]


def _pipes(heading: Sequence[str], lines: Sequence[Sequence[str]]) -> list[str]:
    rule = ["---", *("--:" for _ in heading[1:])]
    return ["| " + " | ".join(line) + " |" for line in (heading, rule, *lines)]
