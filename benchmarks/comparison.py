"""The engines against each other and against the bound, on the same seeded calls of the small ladder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import process_time_ns

from benchmarks.agreement import assert_agreement
from benchmarks.clock import Section, spread, timed
from benchmarks.contest import Pair, compete
from benchmarks.engine import Engine
from benchmarks.engines.registry import BOUND, engine
from benchmarks.ladder import seeded_calls, unrolled
from benchmarks.live import measure
from benchmarks.row import Contender

BATCH = 200  # sessions made in one go

Say = Callable[[str], None]


def driving(subject: Engine, calls: Sequence[Sequence[str]]) -> Section:
    """Plays all calls on sessions made beforehand; the sessions are not in the time."""

    def section() -> int:
        sessions = [subject.start() for _ in calls]
        begin = process_time_ns()
        for session, call in zip(sessions, calls, strict=True):
            subject.drive(session, call)
        took = process_time_ns() - begin
        subject.forget()
        return took

    return section


def starting(subject: Engine) -> Section:
    """Makes BATCH sessions and keeps them until the clock has stopped."""

    def section() -> int:
        kept: list[object] = []
        took = timed(lambda: kept.extend([subject.start() for _ in range(BATCH)]))
        subject.forget()
        return took

    return section


def compare(places: Sequence[str], rounds: int, say: Say) -> list[Contender]:
    """Every engine in `places` beside the bound; raises DisagreementError before anything is timed."""
    bound = engine(BOUND)
    engines = {place: engine(place) for place in places}
    calls = seeded_calls(unrolled())
    say(f"asserting that {len(engines) + 1} engines end {len(calls)} calls alike")
    for subject in engines.values():
        assert_agreement(bound, subject, calls)
    events = sum(len(call) for call in calls)
    pairs: dict[str, Pair] = {}
    base = Pair(driving(bound, calls), driving(bound, calls)), Pair(starting(bound), starting(bound))
    pairs[f"event {BOUND}"], pairs[f"start {BOUND}"] = base
    for place, subject in engines.items():
        pairs[f"event {place}"] = Pair(driving(subject, calls), base[0].bound)
        pairs[f"start {place}"] = Pair(starting(subject), base[1].bound)
    say(f"timing {events} events, {rounds} rounds over all engines")
    found = compete(pairs, rounds)
    table = []
    for place, subject in {BOUND: bound, **engines}.items():
        say(f"many sessions of {subject.name}")
        alive = measure(place)
        event, start = found[f"event {place}"], found[f"start {place}"]
        table.append(
            Contender(
                name=subject.name,
                event=spread(event.ratios),
                event_ns=spread(event.nanoseconds).median / events,
                session=spread(start.ratios),
                session_ns=spread(start.nanoseconds).median / BATCH,
                idle=alive.idle,
                made=alive.made,
                slower=alive.last / alive.first,
                pause_ns=alive.pause,
            )
        )
    return table
