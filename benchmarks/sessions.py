"""The targets of a live session: what an event and a session cost, against the bound for the same calls."""

from __future__ import annotations

from benchmarks.agreement import assert_agreement, assert_same_actions
from benchmarks.comparison import BATCH, driving, starting
from benchmarks.contest import Pair, compete
from benchmarks.engines.bound import Bound
from benchmarks.engines.policy import (
    Flagship,
    LadderFlat,
    LadderNested,
    LadderTold,
    flagship_bound,
    flagship_calls,
)
from benchmarks.engines.registry import BOUND, FLAGSHIP
from benchmarks.ladder import seeded_calls, unrolled
from benchmarks.live import measure
from benchmarks.row import Row, row

SENT = 3.0
TOLD = 8.0
NESTED = 1.05
STARTED = 4.0
IDLE = 300.0
PAUSE = 100.0


def session_rows(rounds: int) -> tuple[list[Row], float]:
    """Rows for `send`, a new session and 100,000 of them, and the nanoseconds of the bound's event.

    Raises DisagreementError before anything is timed.
    """
    bound, flat, nested, told, flagship = Bound(), LadderFlat(), LadderNested(), LadderTold(), Flagship()
    ladder = seeded_calls(unrolled())
    calls = flagship_calls(flagship)
    flagship_table = flagship_bound(flagship, calls)
    for subject in (flat, nested, told):
        assert_agreement(bound, subject, ladder)
    assert_same_actions(flagship_table, flagship, calls)
    plays, begins = driving(bound, ladder), starting(bound)
    found = compete(
        {
            "send": Pair(driving(flagship, calls), driving(flagship_table, calls)),
            "nested": Pair(driving(nested, ladder), driving(flat, ladder)),
            "told": Pair(driving(told, ladder), plays),
            "new": Pair(starting(flagship), begins),
        },
        rounds,
    )
    bare = [took / ratio for took, ratio in zip(found["told"].nanoseconds, found["told"].ratios, strict=True)]
    pace = sorted(bare)[rounds // 2] / sum(len(call) for call in ladder)
    events = sum(len(call) for call in calls)
    sent = sorted(found["send"].nanoseconds)[rounds // 2] / events
    begun = sorted(found["new"].nanoseconds)[rounds // 2] / BATCH
    rows = [
        row(
            '`session.send("e")`, flagship with its timers',
            SENT,
            "× bound",
            found["send"].ratios,
            f"{sent:.0f} ns",
        ),
        row("the same ladder nested, to flat", NESTED, "×", found["nested"].ratios),
        row("`send` with `now`, `by` and `data`", TOLD, "× bound", found["told"].ratios),
        row("new session, flagship", STARTED, "× bound", found["new"].ratios, f"{begun / 1000:.2f} µs"),
        *crowd_rows(),
    ]
    return rows, pace


def crowd_rows(times: int = 3) -> list[Row]:
    """Rows for many sessions at once, each time in a fresh process."""
    bound = [measure(BOUND) for _ in range(times)]
    ours = [measure(FLAGSHIP) for _ in range(times)]
    last = [mine.last / its.last for mine, its in zip(ours, bound, strict=True)]
    slower = " ".join(f"{mine.last / mine.first:.2f}" for mine in ours)
    return [
        row("new session, last 10,000 of 100,000", STARTED, "× bound", last, f"last to first: {slower}"),
        row("idle session", IDLE, "B", [mine.idle for mine in ours]),
        row("longest collection, making 100,000", PAUSE, "ms", [mine.pause / 1e6 for mine in ours]),
    ]
