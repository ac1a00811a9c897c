"""What is due later: timers of active states and delayed sends, as one sorted tuple.

An entry is (due, order, number, what): nanoseconds since 1970, the place in the document, a number that
keeps two sends of one place apart, and the timer's index or the Send. Entries fire in that order (rule 9).
"""

from __future__ import annotations

from policy_engine.automaton.tree import Edge
from policy_engine.model.chart import Cancel, Chart, Send

Entry = tuple[int, int, int, int | Send]


def after_edge(
    entries: tuple[Entry, ...], edge: Edge, chart: Chart, now: int, number: int
) -> tuple[Entry, ...]:
    """What is due after an edge was taken at `now`; new sends are numbered from `number`."""
    kept = edge.kept
    left = [entry for entry in entries if not isinstance(entry[3], int) or entry[3] in kept]
    for index in edge.armed:
        timer = chart.timers[index]
        left.append((timer.duration.due(now), timer.order, 0, index))
    for order in edge.orders:
        if isinstance(order, Cancel):
            left = [entry for entry in left if isinstance(entry[3], int) or entry[3].id != order.id]
        else:
            assert order.delay is not None
            left.append((order.delay.due(now), order.order, number, order))
            number += 1
    left.sort(key=when)
    return tuple(left)


def when(entry: Entry) -> tuple[int, int, int]:
    """Sorts entries into the order in which they fire."""
    return entry[:3]
