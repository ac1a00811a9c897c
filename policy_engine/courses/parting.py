"""Where two tables part: what their nodes do otherwise, and how many calls it takes at least to get there.

Two versions mostly have nearly the same table. Walked side by side from the start their nodes pair up, and
only at few of the pairs an event, new facts or what is due takes edges that differ: a *site*. While both
stand in such a pair with the same due they go on alike until they pass a site, so a search need not look
where no site can follow. Here everything may come at any time, and what is due takes no call: the calls that
are left are never more than they really are.

Behind most sites the two go separate ways, or both stay where they are. Once such a site was told it is of no
more use.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from policy_engine.automaton.tree import Edge, Tree
from policy_engine.courses.common import Common
from policy_engine.courses.meeting import Meeting
from policy_engine.courses.pair import Answers, Pair
from policy_engine.courses.reading import Reading, Shape, What
from policy_engine.courses.side import Side
from policy_engine.courses.skeleton import bare
from policy_engine.model.chart import Chart

Nodes = tuple[int, int]
# What is told of a site: what happens, in which states, what both do, and by which transitions.
Site = tuple[object, ...]


class Parting:
    """The sites of two versions. Where `usable` is false every pair may lead to a difference at once."""

    def __init__(self, old: Side, new: Side, common: Common, *, walked: bool) -> None:
        self._sides = old, new
        self._readings = Reading(old), Reading(new)
        self._meeting = Meeting(old, new, common)
        self._events = {*common.events}
        self._numbers: dict[object, int] = {}  # of shapes: what is alike has one number
        self._shapes: dict[tuple[int, int], tuple[int, Shape]] = {}
        self._before: dict[Nodes, dict[Nodes, int]] = {}  # what leads to a pair, and in how many calls
        self._sites: dict[Nodes, set[Site]] = {}  # those that are of no more use once they were told
        self._crossed: set[Nodes] = set()  # with sites behind which both go on together
        self._told: set[Site] = set()
        self._left: dict[Nodes, int] = {}
        self._stale = False
        self.usable = walked and _alike_outside(old, new, common) and self._walk()

    def begin(self) -> None:
        """A search begins: nothing was told yet."""
        self._told.clear()
        self._stale = False
        self._measure()

    def calls_left(self, pair: Pair) -> int | None:
        """How many calls it takes at least until a site is passed that matters; None where none follows."""
        if not self.usable or not self._together(pair):
            return 0
        return self._left.get((pair.old.node, pair.new.node))

    def tell(self, pair: Pair, answers: Answers) -> None:
        """A difference was met in a pair, with these answers."""
        if self.usable and max(len(answers.old_edges), len(answers.new_edges)) == 1:
            edges = [edges[0] if edges else None for edges in (answers.old_edges, answers.new_edges)]
            site = self._site((pair.old.node, pair.new.node), edges[0], edges[1])
            self._stale |= site not in self._told
            self._told.add(site)

    def measured(self) -> bool:
        """Measures anew if something was told since; says whether it did."""
        if self._stale:
            self._stale = False
            self._measure()
            return True
        return False

    def _together(self, pair: Pair) -> bool:
        """Whether both stand in nodes that pair up, with the same values and the same due."""
        old, new = pair.old, pair.new
        if (old.node, new.node) not in self._before or old.opaque != new.opaque:
            return False
        settling = [
            {(event, clock) for (event, side), clock in pair.settling if side == one} for one in (0, 1)
        ]
        if len(old.due) != len(new.due) or settling[0] != settling[1]:
            return False
        here, there = self._sides
        return all(
            one.clock == other.clock
            and one.length == other.length
            and here.place_of(one) == there.place_of(other)
            for one, other in zip(old.due, new.due, strict=True)
        )

    # -- walking ---------------------------------------------------------------------------------------------

    def _walk(self) -> bool:
        """Pairs the nodes up; says whether it came to an end."""
        old, new = self._sides
        starts = [reading.trees(None) for reading in self._readings]
        waiting: deque[Nodes] = deque()
        for what in starts[0]:
            begun = self._meeting.edges("", (-1, -1), starts[0].get(what), starts[1].get(what))
            for one, other in begun or ():
                if one is not None and other is not None and one.refusal is other.refusal is None:
                    first = old.stands[one.target], new.stands[other.target]
                    if first not in self._before:
                        self._before[first] = {}
                        waiting.append(first)
        while waiting:
            here = waiting.popleft()
            shown = [reading.read_off(node) for reading, node in zip(self._readings, here, strict=True)]
            if not _agree(*shown):
                self._crossed.add(here)
            trees = [reading.trees(node) for reading, node in zip(self._readings, here, strict=True)]
            for what in self._common(*trees):
                event, calls = str(what[1]) if what[0] == "on" else "", int(what[0] in ("on", "facts"))
                met = self._meeting.edges(event, here, trees[0].get(what), trees[1].get(what))
                if met is None:
                    return False
                for one, other in met:
                    there = self._behind(here, one, other)
                    if there is not None:
                        if there not in self._before:
                            waiting.append(there)
                        known = self._before.setdefault(there, {})
                        known[here] = min(calls, known.get(here, 1))
        return True

    def _common(self, old: Mapping[What, Tree], new: Mapping[What, Tree]) -> Iterator[What]:
        """What can happen in both; what only one of them has due is not due where both are together."""
        for what in {**old, **new}:
            if what[0] == "on":
                if what[1] in self._events:
                    yield what
            elif what[0] != "after" or (what in old and what in new):
                yield what

    def _behind(self, here: Nodes, one: Edge | None, other: Edge | None) -> Nodes | None:
        """Where two edges lead; notes the site if they differ, and then there is nothing behind it if both go
        separate ways.
        """
        (number, shape), (number_too, shape_too) = self._shape(0, here, one), self._shape(1, here, other)
        if number != number_too:
            seen, seen_too = shape.seen, shape_too.seen
            apart = (seen.after, seen.outcome) != (seen_too.after, seen_too.outcome)
            if apart or (shape.stays and shape_too.stays):
                self._sites.setdefault(here, set()).add(self._site(here, one, other))
                return None
            self._crossed.add(here)
        old, new = self._sides
        return (
            here[0] if shape.stays or one is None else old.stands[one.target],
            here[1] if shape_too.stays or other is None else new.stands[other.target],
        )

    def _site(self, here: Nodes, one: Edge | None, other: Edge | None) -> Site:
        place = 0 if one is not None else 1
        edge = one if one is not None else other
        assert edge is not None  # something was answered
        leaves = [side.automaton.nodes[node].leaves for side, node in zip(self._sides, here, strict=True)]
        shapes = self._shape(0, here, one)[0], self._shape(1, here, other)[0]
        written = [() if item is None else item.transitions for item in (one, other)]
        return (self._readings[place].what(edge.trigger), *leaves, *shapes, *written)

    def _shape(self, place: int, here: Nodes, edge: Edge | None) -> tuple[int, Shape]:
        key = place, ~here[place] if edge is None else edge.index
        found = self._shapes.get(key)
        if found is None:
            node = self._sides[place].automaton.nodes[here[place]]
            shape = self._readings[place].shape(edge, node)
            number = self._numbers.setdefault((shape.seen, shape.hidden), len(self._numbers))
            found = self._shapes[key] = number, shape
        return found

    # -- measuring -------------------------------------------------------------------------------------------

    def _measure(self) -> None:
        goals = {*self._crossed, *(here for here, sites in self._sites.items() if not sites <= self._told)}
        left = dict.fromkeys(goals, 0)
        waiting = deque(goals)
        while waiting:
            here = waiting.popleft()
            for before, calls in self._before[here].items():
                far = left[here] + calls
                if before not in left or far < left[before]:
                    left[before] = far
                    if calls:
                        waiting.append(before)
                    else:
                        waiting.appendleft(before)
        self._left = left


def _alike_outside(old: Side, new: Side, common: Common) -> bool:
    """Whether what is not in the tables is the same in both."""
    here, there = old.automaton, new.automaton
    return (
        here.chart.calendar == there.chart.calendar
        and old.opening() == new.opening()
        and here.program.opaque == there.program.opaque
        and next(iter(here.chart.roles), None) == next(iter(there.chart.roles), None)
        and _agree(here.parameters, there.parameters)
        and all(_agree(*known) for known in common.known)
        and not any(map(common.unlike_defaults, common.events))
        and all(here.chart.events[name].settle == there.chart.events[name].settle for name in common.events)
        and _agree(
            {name: bare(item) for name, item in here.chart.exports.items()},
            {name: bare(item) for name, item in there.chart.exports.items()},
        )
        and _of_one_kind(here.chart, there.chart)
        and _in_one_order(old, new)
    )


def _agree(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    return all(value == other[name] for name, value in one.items() if name in other)


def _of_one_kind(one: Chart, other: Chart) -> bool:
    """Whether a name that both declare is a parameter, a fact or a variable in both."""
    kinds = [
        {name: kind for kind in ("parameters", "facts", "context") for name in getattr(chart, kind)}
        for chart in (one, other)
    ]
    return _agree(*kinds)


def _in_one_order(old: Side, new: Side) -> bool:
    """Whether what is due at one moment comes in the same order in both."""
    orders = Reading(old).in_order(), Reading(new).in_order()
    shared = {*orders[0]} & {*orders[1]}
    kept = [[place for place in order if place in shared] for order in orders]
    return kept[0] == kept[1]
