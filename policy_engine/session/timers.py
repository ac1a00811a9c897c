"""What is due later: timers of active states and delayed sends, as one sorted tuple.

An entry is (due, order, number, what): nanoseconds, the place in the document, a number that keeps two sends
of one place apart, and the timer's index or the Send. Entries fire in that order (rule 9). What an edge
starts is due so long after it was taken; what a session keeps is due so long after a moment of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from policy_engine.automaton.tree import Edge
from policy_engine.errors import TooMuchDueError
from policy_engine.model.chart import Cancel, Chart, Send
from policy_engine.model.duration import Duration
from policy_engine.model.types import Value

# Timers and sends that one session keeps at the most.
MOST_PENDING = 1_000

Entry = tuple[int, int, int, int | Send]
Values = Callable[[], Mapping[str, Value]]  # what the names in durations stand for, once an edge was taken


def armed(edge: Edge, chart: Chart, values: Values) -> tuple[Entry, ...] | None:
    """What is due after an edge, counted from when it is taken; None where that is not the same each time.

    values: of parameters and of variables; what a fact says differs from session to session.
    """
    if edge.orders or edge.kept or len(edge.armed) > MOST_PENDING:
        return None
    entries: list[Entry] = []
    for index in edge.armed:
        timer = chart.timers[index]
        duration = timer.duration
        if duration.name is not None and duration.name not in chart.facts:
            duration = duration.read(values())
        length = duration.fixed_in(chart.calendar)
        if length is None:
            return None
        entries.append((length, timer.order, 0, index))
    return tuple(sorted(entries, key=when))


def since_epoch(entries: tuple[Entry, ...], since: int) -> tuple[Entry, ...]:
    """Entries that are due so long after `since`, with the moments at which they are."""
    return tuple([(since + due, order, number, what) for due, order, number, what in entries])


def after_edge(
    entries: tuple[Entry, ...], edge: Edge, chart: Chart, now: int, number: int, values: Values
) -> tuple[Entry, ...]:
    """What is due after an edge was taken at `now`; new sends are numbered from `number`, and `values` are
    those that hold now.

    Raises TooMuchDueError where that is more than a session keeps.
    """
    kept = edge.kept
    left = [entry for entry in entries if not isinstance(entry[3], int) or entry[3] in kept]
    for index in edge.armed:
        timer = chart.timers[index]
        left.append((_due(timer.duration, now, chart, values), timer.order, 0, index))
    for order in edge.orders:
        if isinstance(order, Cancel):
            left = _without(left, order)
        else:
            assert order.delay is not None
            left.append((_due(order.delay, now, chart, values), order.order, number, order))
            number += 1
    if len(left) > MOST_PENDING:
        raise TooMuchDueError
    left.sort(key=when)
    return tuple(left)


def _without(entries: list[Entry], cancel: Cancel) -> list[Entry]:
    """What is left where something is taken back: all of an id, or the newest of it."""
    sent = [entry for entry in entries if isinstance(entry[3], Send) and entry[3].id == cancel.id]
    if cancel.count is not None:
        sent = sorted(sent, key=lambda entry: entry[2])[-cancel.count :]
    return [entry for entry in entries if entry not in sent]


def _due(duration: Duration, now: int, chart: Chart, values: Values) -> int:
    """When something is due that is so long after `now`."""
    known = duration if duration.name is None else duration.read(values())
    return known.due(now, chart.calendar)


def when(entry: Entry) -> tuple[int, int, int]:
    """Sorts entries into the order in which they fire."""
    return entry[:3]
