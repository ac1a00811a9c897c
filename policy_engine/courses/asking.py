"""What two versions of a policy answer to one call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.tree import Computed, Edge
from policy_engine.courses.common import Common
from policy_engine.courses.noticed import Noticed
from policy_engine.courses.pair import Answers, At, Call, Choice, Pair
from policy_engine.courses.side import Half, Side
from policy_engine.model.types import Value

# What is due at one moment and leads to something due at that very moment, and so on.
MOST_AT_ONCE = 200


_Events = tuple[tuple[str, frozenset[tuple[str, str]]], ...]  # events with what they read


class Asking:
    """Asks both. `endless` says that what was due at one moment did not come to an end."""

    def __init__(self, old: Side, new: Side, common: Common) -> None:
        self.old, self.new = old, new
        self.common = common
        self.endless = False
        self._parts: dict[tuple[int, int], tuple[_Events, _Events]] = {}
        self._chosen: dict[object, tuple[Choice, ...]] = {}

    def start(self, world: int) -> tuple[Half, Half, Answers]:
        """A session begins with these facts."""
        halves, noticed, edges = [], [], []
        for side, mine in zip((self.old, self.new), self.common.known[world], strict=True):
            half = Half(-1, side.opening(), ())
            role = next(iter(side.chart.roles), None)
            inputs = self._reported(side, half, mine, Call("start", by=role))
            edge = side.automaton.start(inputs)
            edges.append(edge)
            if edge.refusal is None:
                half = side.follow(edge, half, mine, inputs, 0)
                noticed.append(side.noticing.of(edge, side.node(half), inputs))
            else:
                noticed.append(Noticed("rejected", code=edge.refusal.code))
            halves.append(half)
        return halves[0], halves[1], Answers((noticed[0],), (noticed[1],), (edges[0],), (edges[1],))

    def tell(self, pair: Pair, choice: Choice, clock: int) -> tuple[Half, Half, Answers]:
        """An event is told when `clock` is started."""
        known = self.common.known[pair.world]
        halves = []
        for side, half, mine, edge in (
            (self.old, pair.old, known[0], choice.old_edge),
            (self.new, pair.new, known[1], choice.new_edge),
        ):
            if edge is not None and edge.refusal is None:
                inputs = self._reported(side, half, mine, choice.call)
                half = side.follow(edge, half, mine, inputs, clock)
            halves.append(half)
        answers = Answers((choice.old,), (choice.new,), _only(choice.old_edge), _only(choice.new_edge))
        return halves[0], halves[1], answers

    def learn(self, pair: Pair, world: int, clock: int) -> tuple[Half, Half, Answers]:
        """New facts are told when `clock` is started."""
        known = self.common.known[world]
        halves, noticed, edges = [], [], []
        for side, half, mine in ((self.old, pair.old, known[0]), (self.new, pair.new, known[1])):
            node = side.node(half)
            inputs = side.inputs(half, mine)
            edge = None if node.done else side.automaton.settle(node, inputs)
            if edge is not None and edge.verdict == "ignored" and edge.target == edge.source:
                edge = None
            halves.append(side.follow(edge, half, mine, inputs, clock))
            noticed.append(side.noticing.of(edge, node, inputs))
            edges.append(edge)
        answers = Answers((noticed[0],), (noticed[1],), _only(edges[0]), _only(edges[1]))
        return halves[0], halves[1], answers

    def wait(self, pair: Pair, firing: frozenset[At], clock: int) -> tuple[Half, Half, Answers]:
        """Time has passed until `clock` is started, and this is due."""
        known = self.common.known[pair.world]
        old, old_noticed, old_edges = self._fire(self.old, pair.old, known[0], firing, clock)
        new, new_noticed, new_edges = self._fire(self.new, pair.new, known[1], firing, clock)
        return old, new, Answers(old_noticed, new_noticed, old_edges, new_edges)

    def counterparts(self, pair: Pair, firing: frozenset[At]) -> frozenset[At]:
        """What stands in the same place of the other version as what is due in only one, begun at the same
        moment.
        """
        places = [
            [(item, side.place_of(item)) for item in half.due]
            for side, half in ((self.old, pair.old), (self.new, pair.new))
        ]
        return frozenset(
            (other.clock, other.length)
            for here, there in (places, places[::-1])
            for item, place in here
            if (item.clock, item.length) in firing
            for other, same in there
            if (same, other.clock) == (place, item.clock)
        )

    def choices(self, pair: Pair) -> tuple[Choice, ...]:
        """Everything that can be told in a pair and is of any consequence."""
        places = (pair.old.node, pair.new.node)
        parts = self._parts.get(places)
        if parts is None:
            every = [
                (event, self.old.read(pair.old, event) | self.new.read(pair.new, event))
                for event in self.common.events
            ]
            wide = [item for item in every if any(kind in ("fact", "context") for kind, _ in item[1])]
            parts = self._parts[places] = tuple(item for item in every if item not in wide), tuple(wide)
        # What reads neither facts nor variables is the same wherever these are others.
        here = (places, pair.world, pair.old.opaque, pair.new.opaque)
        return (*self._known(places, parts[0], pair), *self._known(here, parts[1], pair))

    def _known(self, key: object, events: _Events, pair: Pair) -> tuple[Choice, ...]:
        if not events:
            return ()
        found = self._chosen.get(key)
        if found is None:
            found = self._chosen[key] = tuple(
                choice for event, read in events for choice in self._each(pair, event, read)
            )
        return found

    def _each(self, pair: Pair, event: str, read: frozenset[tuple[str, str]]) -> Iterator[Choice]:
        """What can be told with an event; of what comes to the same only the first."""
        known = self.common.known[pair.world]
        seen: set[object] = set()
        for data, by, person in self.common.told(event, read):
            call = Call("event", event, data, by, person)
            edges, noticed = [], []
            for side, half, mine in ((self.old, pair.old, known[0]), (self.new, pair.new, known[1])):
                node = side.node(half)
                inputs = self._reported(side, half, mine, call)
                edge = None if node.done else side.automaton.on(node, event, inputs)
                answer = side.noticing.of(edge, node, inputs)
                edges.append(edge)
                noticed.append(answer._replace(verdict="closed") if node.done else answer)
            idle = all(edge is None or edge.verdict != "applied" for edge in edges)
            if idle and noticed[0] == noticed[1]:
                continue
            keeps = any(
                edge is not None and any(_computed(value) for _, value in edge.assigned) for edge in edges
            )
            key = (*map(id, edges), *noticed, (data, by, person) if keeps else None)
            if key not in seen:
                seen.add(key)
                yield Choice(call, edges[0], edges[1], noticed[0], noticed[1])

    def _fire(
        self, side: Side, half: Half, facts: Mapping[str, Value], firing: frozenset[At], now: int
    ) -> tuple[Half, tuple[Noticed, ...], tuple[Edge, ...]]:
        noticed: list[Noticed] = []
        edges: list[Edge] = []
        while len(noticed) < MOST_AT_ONCE:
            due = [
                (item.order, place, item)
                for place, item in enumerate(half.due)
                if (item.clock, item.length) in firing or (item.clock, item.length) == (now, 0)
            ]
            if not due:
                return half, tuple(noticed), tuple(edges)
            half, answer, edge = side.fire(half, min(due)[2], facts, now)
            noticed.append(answer)
            edges += _only(edge)
        self.endless = True
        return half, tuple(noticed), tuple(edges)

    def _reported(self, side: Side, half: Half, facts: Mapping[str, Value], call: Call) -> Inputs:
        """The outside world with an event in hand, as one version sees it."""
        known = side.inputs(half, facts)
        given = side.given(call.event, call.data) if call.event else {}
        return Inputs(facts, given, known.context, call.by, known.parameters, person=call.person)


def _computed(value: object) -> bool:
    return isinstance(value, Computed)


def _only(edge: Edge | None) -> tuple[Edge, ...]:
    return () if edge is None else (edge,)
