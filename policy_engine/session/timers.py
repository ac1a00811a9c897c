"""What is due later: timers of active states and delayed sends, as one sorted tuple.

An entry is (due, order, number, what): nanoseconds, the place in the document, a number that keeps two sends
of one place apart, and the timer's index or the Send. Entries fire in that order (rule 9). What an edge
starts is due so long after it was taken; what a session keeps is due so long after a moment of its own.
"""

from __future__ import annotations

from policy_engine.automaton.tree import Edge
from policy_engine.errors import TooMuchDueError
from policy_engine.model.chart import Cancel, Chart, Send

# Timers and sends that one session keeps at the most.
MOST_PENDING = 1_000

Entry = tuple[int, int, int, int | Send]


def armed(edge: Edge, chart: Chart) -> tuple[Entry, ...] | None:
    """What is due after an edge, counted from when it is taken; None where that is not the same each time."""
    if edge.orders or edge.kept or len(edge.armed) > MOST_PENDING:
        return None
    entries: list[Entry] = []
    for index in edge.armed:
        timer = chart.timers[index]
        length = timer.duration.fixed_in(chart.calendar)
        if length is None:
            return None
        entries.append((length, timer.order, 0, index))
    return tuple(sorted(entries, key=when))


def since_epoch(entries: tuple[Entry, ...], since: int) -> tuple[Entry, ...]:
    """Entries that are due so long after `since`, with the moments at which they are."""
    return tuple([(since + due, order, number, what) for due, order, number, what in entries])


def after_edge(
    entries: tuple[Entry, ...], edge: Edge, chart: Chart, now: int, number: int
) -> tuple[Entry, ...]:
    """What is due after an edge was taken at `now`; new sends are numbered from `number`.

    Raises TooMuchDueError where that is more than a session keeps.
    """
    kept = edge.kept
    left = [entry for entry in entries if not isinstance(entry[3], int) or entry[3] in kept]
    for index in edge.armed:
        timer = chart.timers[index]
        left.append((timer.duration.due(now, chart.calendar), timer.order, 0, index))
    for order in edge.orders:
        if isinstance(order, Cancel):
            left = [entry for entry in left if isinstance(entry[3], int) or entry[3].id != order.id]
        else:
            assert order.delay is not None
            left.append((order.delay.due(now, chart.calendar), order.order, number, order))
            number += 1
    if len(left) > MOST_PENDING:
        raise TooMuchDueError
    left.sort(key=when)
    return tuple(left)


def when(entry: Entry) -> tuple[int, int, int]:
    """Sorts entries into the order in which they fire."""
    return entry[:3]
