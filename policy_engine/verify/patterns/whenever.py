"""`whenever: {event | enter | action, in, when}`, `then: {action | enter}` in the same macrostep."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from policy_engine.courses.situation import Situation, Step
from policy_engine.model.chart import Property
from policy_engine.verify.moments import MomentKind
from policy_engine.verify.patterns.pattern import Broken, Search, listed, part


def whenever(item: Property, search: Search) -> Broken | None:
    """The first step of a shortest course in which the one happens without the other."""
    happening, following = Happening(item, search), Following(item, search)
    courses = search.courses

    def unanswered(step: Step) -> bool:
        return any(not following.in_macrostep(step, macrostep) for macrostep in happening.macrosteps(step))

    edges = happening.edges() if search.sends_at_once else happening.edges() - following.edges
    heard = search.first(edges, unanswered)
    # Each of these is ordered by how far away it is, so the first of each is the nearest.
    ignored = (happening.unheard(search.situations), search.unheard)
    unheard = [next((step for step in steps if unanswered(step)), None) for steps in ignored]
    found = [courses.course(step) for step in (heard, *unheard) if step is not None]
    if not found:
        return None
    return Broken(min(found, key=len), f"no-{following.kind}", {"names": list(following.names)})


class Happening:
    """What `whenever` speaks of."""

    def __init__(self, item: Property, search: Search) -> None:
        body = part(item, "whenever")
        self._search = search
        kinds: tuple[MomentKind, ...] = ("event", "enter", "action")
        self._kind: MomentKind = next(key for key in kinds if key in body)
        self._names = listed(body, self._kind)
        self._inside = frozenset(listed(body, "in"))
        self._condition = item.conditions.get("whenever.when")
        self._raised = search.raising(self._names) if self._kind == "event" else frozenset()
        self._held: dict[int, bool] = {}

    def edges(self) -> frozenset[int]:
        """The edges along which it can happen."""
        if self._kind != "event":
            return self._search.doing(self._kind, self._names)
        edges = self._search.edges
        told = {index for index in self._search.on(self._names) if edges[index].verdict != "rejected"}
        return self._raised | told

    def unheard(self, situations: Collection[Situation]) -> Iterator[Step]:
        """The events that it speaks of where no active state does: they count when they come."""
        if self._kind != "event":
            return
        courses = self._search.courses
        by_node: dict[int, list[str]] = {}
        for here in situations:
            events = by_node.get(here.node)
            if events is None:
                inside = self._is_inside(here.node)
                events = [name for name in self._names if inside and courses.unheard(here, name)]
                by_node[here.node] = events
            for event in events:
                for told in courses.telling.anything(event):
                    yield Step(here, here, None, event, *told)

    def macrosteps(self, step: Step) -> Iterator[int]:
        """The macrosteps of a call in which it happens; the first is 0."""
        edge, here, search = step.edge, step.source, self._search
        if self._kind == "event":
            event = step.event if edge is None else edge.trigger.event
            if (
                here is not None
                and event in self._names
                and (edge is None or edge.verdict != "rejected")
                and self._is_inside(here.node)
                and search.reading.before(self._condition, here, search.inputs(step))
            ):
                yield 0
            if edge is not None and edge.index in self._raised:
                yield from self._at_moments(step)
        elif edge is None or (self._inside and (here is None or not self._is_inside(here.node))):
            return
        elif self._condition is None and not search.sends_at_once:
            yield 0
        else:
            yield from self._at_moments(step)

    def _at_moments(self, step: Step) -> Iterator[int]:
        search = self._search
        inputs = search.inputs(step)
        topology = search.courses.automaton.program.topology
        for moment in search.moments(step):
            if moment.kind != self._kind or moment.name not in self._names:
                continue
            there = self._kind != "event" or not self._inside
            if not there and self._inside.isdisjoint(topology.ids(moment.configuration)):
                continue
            if search.reading.inside(self._condition, moment, step.target.world, inputs):
                yield moment.macrostep

    def _is_inside(self, node: int) -> bool:
        found = self._held.get(node)
        if found is None:
            states = self._search.courses.automaton.nodes[node].states
            found = self._held[node] = not self._inside or not self._inside.isdisjoint(states)
        return found


class Following:
    """What `then` asks for."""

    def __init__(self, item: Property, search: Search) -> None:
        then = part(item, "then")
        self.kind: MomentKind = "action" if "action" in then else "enter"
        self.names = listed(then, self.kind)
        self._search = search
        self.edges = search.doing(self.kind, self.names)

    def in_macrostep(self, step: Step, macrostep: int) -> bool:
        """Whether it follows in that macrostep of a step."""
        return self._follows(step, lambda other: other == macrostep)

    def from_macrostep(self, step: Step, macrostep: int) -> bool:
        """Whether it follows in that macrostep of a step, or in a later one of the same call."""
        return self._follows(step, lambda other: other >= macrostep)

    def _follows(self, step: Step, fits: Callable[[int], bool]) -> bool:
        if step.edge is None or step.edge.index not in self.edges:
            return False
        if not self._search.sends_at_once:
            return True
        return any(
            moment.kind == self.kind and moment.name in self.names and fits(moment.macrostep)
            for moment in self._search.moments(step)
        )
