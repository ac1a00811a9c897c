"""What every pattern has: the courses to look through, and how to read its property."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.tree import Edge
from policy_engine.courses.courses import Courses
from policy_engine.courses.lengths import all_actions
from policy_engine.courses.limits import Limit
from policy_engine.courses.situation import Situation, Step
from policy_engine.model.chart import Property, Raise, Send
from policy_engine.model.types import Value
from policy_engine.records import field, record
from policy_engine.verify.moments import Moment, Replay
from policy_engine.verify.reading import Reading

Numbered = tuple[int, Step]  # a step with its place among `Search.steps`


@record
class Broken:
    """A course that breaks a property, and what its last step does: a code of the catalogue with fields.

    `given` are parameters and facts that courses are not told apart by, as they have to be for it.
    """

    course: Sequence[Step]
    code: str
    fields: Mapping[str, object]
    given: Mapping[str, Value] = field(default_factory=dict)


@record
class Open:
    """A property that could not be proved, why, and a course to where it is in doubt, empty where that is
    nowhere in particular.
    """

    limit: Limit
    course: Sequence[Step] = ()


class Search:
    """Looks through all courses of one automaton for those that break a property.

    Steps that differ only in what is still to come later (sends and timers) are looked at once, the one that
    comes first. What an edge does is looked at once for all steps along it.
    """

    def __init__(self, courses: Courses) -> None:
        self.courses = courses
        self.reading = Reading(courses.automaton, courses.worlds)
        self.edges: dict[int, Edge] = {}
        self._replay = Replay(courses.automaton)
        self._moments: dict[object, list[Moment]] = {}
        self._steps: Mapping[int, Sequence[Numbered]] = {}  # by edge
        self._raising: dict[tuple[str, ...], frozenset[int]] = {}
        self.unheard: list[Step] = []  # what came by itself where no active state speaks of it
        self._index: dict[tuple[str, str], list[int]] = {}  # edges by what they do
        chart = courses.chart
        # Whether anything is sent without a delay, which is a macrostep of its own inside a call.
        self.sends_at_once = any(
            isinstance(step, Send) and (step.delay is None or step.delay.fixed == 0)
            for step in all_actions(chart)
        )
        self.situations, self.steps, self._following = self._all()

    def _all(self) -> tuple[tuple[Situation, ...], tuple[Step, ...], dict[Situation | None, list[Step]]]:
        """Situations in which a session can be at rest, the nearest first, and the steps, those of the
        shortest courses first.
        """
        places: dict[object, Situation] = {}
        found: dict[object, Step] = {}
        steps: list[Step] = []
        for step in self.courses.starts:
            found.setdefault((step.target.world, step.edge and step.edge.index), step)
        steps += found.values()
        following: dict[Situation | None, list[Step]] = {None: list(found.values())}
        seen: set[object] = set()
        # What events do that send nothing depends on the place alone: the first situation there shows it all.
        plain = {
            edge.index
            for edge in self.courses.automaton.edges
            if edge.trigger.kind == "on" and not edge.orders
        }
        for here, each in self.courses.steps.items():
            place = here[:3]
            fresh = place not in places
            if fresh:
                places[place] = here
            own = []
            for step in each:
                edge = step.edge
                if edge is None or edge.index not in plain:
                    key = (place, edge and edge.index, step.event, step.data, step.by, step.person)
                    if key not in seen:
                        seen.add(key)
                        own.append(step)
                elif fresh:
                    own.append(step)
            if own:
                steps += own
                following[here] = own
        along: defaultdict[int, list[Numbered]] = defaultdict(list)
        for number, step in enumerate(steps):
            edge = step.edge
            if edge is None:
                self.unheard.append(step)
            else:
                along[edge.index].append((number, step))
        self._steps = dict(along)
        for index, numbered in along.items():
            edge = numbered[0][1].edge
            assert edge is not None
            self.edges[index] = edge
        return tuple(places.values()), tuple(steps), following

    def all_steps(self) -> Iterator[Step]:
        """Every step, with all that is still to come later."""
        yield from self.courses.starts
        for steps in self.courses.steps.values():
            yield from steps

    def following(self, situation: Situation) -> Sequence[Step]:
        """The steps from a situation."""
        return self._following.get(situation, ())

    # -- choosing by what an edge does -----------------------------------------------------------------------

    def on(self, events: Collection[str]) -> frozenset[int]:
        """The edges of these events, told or sent."""
        return self._chosen("on", events)

    def doing(self, kind: str, names: Collection[str]) -> frozenset[int]:
        """The edges along which one of these is entered ("enter"), left ("exit") or asked for ("action")."""
        return self._chosen(kind, names)

    def _chosen(self, kind: str, names: Collection[str]) -> frozenset[int]:
        if not self._index:
            ids = self.courses.automaton.outline.states
            for index, edge in self.edges.items():
                if edge.trigger.event is not None:
                    self._index.setdefault(("on", edge.trigger.event), []).append(index)
                for state in edge.entered:
                    self._index.setdefault(("enter", ids[state]), []).append(index)
                for state in edge.exited:
                    self._index.setdefault(("exit", ids[state]), []).append(index)
                for call in edge.actions:
                    self._index.setdefault(("action", call.action), []).append(index)
        return frozenset(index for name in names for index in self._index.get((kind, name), ()))

    def raising(self, events: Collection[str]) -> frozenset[int]:
        """The edges along which the policy may raise one of these events itself, or send it without a
        delay.
        """
        key = tuple(events)
        found = self._raising.get(key)
        if found is None:
            found = self._raising[key] = self._all_raising(events)
        return found

    def _all_raising(self, events: Collection[str]) -> frozenset[int]:
        def raises(steps: Iterable[object]) -> bool:
            return any(isinstance(step, (Raise, Send)) and step.event in events for step in steps)

        chart = self.courses.chart
        entry = {state.index for state in chart.states if raises(state.entry)}
        left = {state.index for state in chart.states if raises(state.exit)}
        taken = {item.index for item in chart.transitions if raises(item.steps)}
        if not (entry or left or taken):
            return frozenset()
        return frozenset(
            index
            for index, edge in self.edges.items()
            if not (
                entry.isdisjoint(edge.entered)
                and left.isdisjoint(edge.exited)
                and taken.isdisjoint(edge.transitions)
            )
        )

    def first(self, edges: Iterable[int], fits: Callable[[Step], bool]) -> Step | None:
        """The first step along one of these edges that fits: a shortest course leads to it."""
        best: Numbered | None = None
        for index in edges:
            for number, step in self._steps[index]:
                if best is not None and number > best[0]:
                    break
                if fits(step):
                    best = number, step
                    break
        return None if best is None else best[1]

    # -- reading ---------------------------------------------------------------------------------------------

    def inputs(self, step: Step) -> Inputs:
        """The outside world in which a step was taken."""
        here = step.target if step.source is None else step.source
        opaque = here.opaque if step.source is not None else self.courses.opening
        known = self.courses.worlds.inputs(here.world, opaque)
        edge = step.edge
        if step.sent or (edge is not None and edge.trigger.kind == "sent"):
            told = self.reading.by_itself(step.event or edge.trigger.name)  # type: ignore[union-attr]  # one is there
            return Inputs(known.facts, told.data, known.context, told.by, person=told.person)
        return Inputs(known.facts, dict(step.data), known.context, step.by, person=step.person)

    def moments(self, step: Step) -> list[Moment]:
        """What happened in a step, in order."""
        edge, here = step.edge, step.target if step.source is None else step.source
        key = (edge and edge.index, here.world, here.opaque, step.data, step.by, step.person)
        found = self._moments.get(key)
        if found is None:
            found = self._moments[key] = self._replay.moments(step, self.inputs(step))
        return found

    def values(self, situation: Situation) -> dict[str, Value]:
        """The variables in a situation."""
        return self.reading.context(situation)

    def known(self, situation: Situation) -> dict[str, Value]:
        """The parameters, facts and variables in a situation."""
        courses = self.courses
        facts = courses.worlds.inputs(situation.world).facts
        return {**courses.automaton.parameters, **facts, **self.values(situation)}


def listed(body: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The names under a key: one or a list."""
    given = body.get(key, ())
    return (given,) if isinstance(given, str) else tuple(given)


def part(item: Property, key: str) -> Mapping[str, Any]:
    """A mapping inside a property."""
    found = item.body.get(key, {})
    assert isinstance(found, Mapping)
    return found
