"""What every pattern has: the courses to look through, and how to read its property."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policy_engine.automaton.inputs import Inputs
from policy_engine.courses.courses import Courses
from policy_engine.courses.situation import Situation, Step
from policy_engine.model.chart import Chart, Property, Raise, Send
from policy_engine.model.chart import Step as Action
from policy_engine.model.types import Value
from policy_engine.records import record
from policy_engine.verify.moments import Moment, Replay
from policy_engine.verify.reading import Reading


@record
class Broken:
    """A course that breaks a property, and what its last step does: a code of the catalogue with fields."""

    course: Sequence[Step]
    code: str
    fields: Mapping[str, object]


class Search:
    """Looks through all courses of one automaton for those that break a property.

    Steps that differ only in what is still to come later (sends and timers) are looked at once, the one that
    comes first.
    """

    def __init__(self, courses: Courses) -> None:
        self.courses = courses
        self.reading = Reading(courses.automaton, courses.worlds)
        self._replay = Replay(courses.automaton)
        self._raised = {step.event for step in all_steps(courses.chart) if isinstance(step, (Raise, Send))}
        self._moments: dict[object, list[Moment]] = {}
        places: dict[object, Situation] = {}
        steps: dict[object, Step] = {}
        for step in courses.starts:
            steps.setdefault((None, step.target.world, step.edge and step.edge.index), step)
        for here, following in courses.steps.items():
            place = (here.node, here.world, here.opaque)
            places.setdefault(place, here)
            for step in following:
                if step.edge is not None:
                    steps.setdefault((place, step.edge.index, step.data, step.by, step.person), step)
        self._following: dict[Situation | None, list[Step]] = {}
        for step in steps.values():
            self._following.setdefault(step.source, []).append(step)
        self.situations = tuple(places.values())  # in which a session can be at rest, the nearest first
        self.steps = tuple(steps.values())  # those of the shortest courses first

    def all_steps(self) -> Iterator[Step]:
        """Every step, with all that is still to come later."""
        yield from self.courses.starts
        for steps in self.courses.steps.values():
            yield from steps

    def following(self, situation: Situation) -> Sequence[Step]:
        """The steps from a situation."""
        return self._following.get(situation, ())

    def raises(self, events: tuple[str, ...]) -> bool:
        """Whether the policy ever raises one of these events itself, or sends it without a delay."""
        return not self._raised.isdisjoint(events)

    def inputs(self, step: Step) -> Inputs:
        """The outside world in which a step was taken."""
        here = step.target if step.source is None else step.source
        opaque = here.opaque if step.source is not None else self.courses.opening
        known = self.courses.worlds.inputs(here.world, opaque)
        return Inputs(known.facts, dict(step.data), known.context, step.by, person=step.person)

    def moments(self, step: Step) -> list[Moment]:
        """What happened in a step, in order."""
        key = id(step)
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


def all_steps(chart: Chart) -> Iterator[Action]:
    """Every step of a chart."""
    for state in chart.states:
        yield from (*state.entry, *state.exit)
    for transition in chart.transitions:
        yield from transition.steps


def listed(body: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The names under a key: one or a list."""
    given = body.get(key, ())
    return (given,) if isinstance(given, str) else tuple(given)


def part(item: Property, key: str) -> Mapping[str, Any]:
    """A mapping inside a property."""
    found = item.body.get(key, {})
    assert isinstance(found, Mapping)
    return found
