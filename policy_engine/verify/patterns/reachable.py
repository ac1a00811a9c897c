"""`reachable: STATE | final, from: any | STATE`: from there a session can come to it.

Courses leave out how long things take, so there are more of them than a session can take. A course that leads
to the goal is therefore not enough: what comes by itself could come in an order that time does not allow. So
the goal must be reached whatever comes first: by an event that can be told at once, or by whatever is due, or
by one thing that is due and that nothing else that is due takes away.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from policy_engine.courses.limits import Limit
from policy_engine.courses.situation import Situation, Step
from policy_engine.model.chart import Cancel, Property
from policy_engine.verify.patterns.pattern import Broken, Open, Search

What = tuple[str, int]  # a timer by its place, or a send by its order


class Ways(NamedTuple):
    """The steps from a situation: those of events, each with all that it can lead to, and those of what comes
    by itself, by what that is.
    """

    told: tuple[frozenset[Situation], ...]
    due: Mapping[What, tuple[Step, ...]]


def reachable(item: Property, search: Search) -> Broken | Open | None:
    """The nearest situation from which no course leads to the goal, or may not."""
    goal, source = str(item.body["reachable"]), str(item.body["from"])
    courses = search.courses
    there = {place for place in courses.steps if _is_at(goal, place, search)}
    # What was not looked through may lead anywhere: then it is said that not all was.
    there |= {step.target for steps in courses.steps.values() for step in steps} - courses.steps.keys()
    wanted = [place for place in courses.steps if source == "any" or source in courses.node(place).states]
    # Where no step depends on what time does, that is all.
    if _leading(there, courses.steps, _is_certain).issuperset(wanted):
        return None
    found = _leading(there, courses.steps)
    for place in wanted:
        if place not in found:
            return Broken(courses.way(place), "cannot-reach", {"goal": goal})
    sure = Sure(search, there).places()
    doubt = next((place for place in wanted if place not in sure), None)
    return None if doubt is None else Open(Limit("order"), courses.way(doubt))


def _is_at(goal: str, place: Situation, search: Search) -> bool:
    node = search.courses.node(place)
    return node.done if goal == "final" else goal in node.states


def _is_certain(step: Step) -> bool:
    """Whether a step leads to its target and nowhere else, and nothing can come between."""
    here, edge = step.source, step.edge
    assert here is not None
    if edge is not None and edge.trigger.kind == "on":
        return not edge.orders
    return len(here.timers) + len(here.sends) == 1


def _leading(
    goal: Iterable[Situation],
    steps: Mapping[Situation, Sequence[Step]],
    fits: Callable[[Step], bool] = lambda _: True,
) -> set[Situation]:
    """The situations from which a course of such steps leads to one of these."""
    before: dict[Situation, list[Situation]] = {}
    for here, each in steps.items():
        for step in each:
            if step.target != here and fits(step):
                before.setdefault(step.target, []).append(here)
    found = set(goal)
    there = list(found)
    while there:
        for place in before.get(there.pop(), ()):
            if place not in found:
                found.add(place)
                there.append(place)
    return found


class Sure:
    """The situations from which the goal can be reached whatever time does."""

    def __init__(self, search: Search, goal: Collection[Situation]) -> None:
        self._search = search
        self._found = set(goal)
        self._ways = {
            place: self._from(place, steps)
            for place, steps in search.courses.steps.items()
            if place not in self._found
        }

    def places(self) -> set[Situation]:
        """Those situations, the goal among them."""
        while self._grow() or self._wait():
            pass
        return self._found

    def _from(self, place: Situation, steps: Sequence[Step]) -> Ways:
        told: dict[object, set[Situation]] = {}
        due: dict[What, list[Step]] = {}
        waiting = bool(place.timers or place.sends)
        events = self._search.courses.chart.events
        for step in steps:
            what = self._what(step)
            if what is not None:
                due.setdefault(what, []).append(step)
            elif step.edge is not None and not (
                waiting and events[step.edge.trigger.name].settle is not None
            ):
                # An event that was told just now may not count for a while, and something may come first.
                told.setdefault((step.edge.index, step.data, step.by, step.person), set()).add(step.target)
        return Ways(
            tuple(frozenset(targets) for targets in told.values()),
            {what: tuple(several) for what, several in due.items()},
        )

    def _what(self, step: Step) -> What | None:
        """What a step is the coming of, if it comes by itself."""
        edge = step.edge
        if edge is not None and edge.trigger.kind == "after":
            return ("timer", edge.trigger.timer)
        if step.sent or (edge is not None and edge.trigger.kind == "sent"):
            event = step.event if edge is None else edge.trigger.name
            pending = self._search.courses.pending
            assert step.source is not None
            gone = next(order for order in step.source.sends if pending.sends[order].event == event)
            return ("send", gone)
        return None

    def _grow(self) -> bool:
        """Adds those from which one step leads there for sure."""
        grown = False
        while True:
            new = [place for place, ways in self._ways.items() if self._leads(ways)]
            if not new:
                return grown
            grown = True
            self._add(new)

    def _add(self, new: Iterable[Situation]) -> None:
        for place in new:
            self._found.add(place)
            del self._ways[place]

    def _leads(self, ways: Ways) -> bool:
        if any(targets <= self._found for targets in ways.told):
            return True
        return bool(ways.due) and all(self._ends_there(steps) for steps in ways.due.values())

    def _ends_there(self, steps: tuple[Step, ...]) -> bool:
        return all(step.target in self._found for step in steps)

    def _wait(self) -> bool:
        """Adds those in which something is due that leads there and that nothing else takes away before."""
        for what in dict.fromkeys(what for ways in self._ways.values() for what in ways.due):
            kept = {
                place
                for place, ways in self._ways.items()
                if what in ways.due and self._ends_there(ways.due[what])
            }
            while True:
                lost = {place for place in kept if not self._stays(place, what, kept)}
                if not lost:
                    break
                kept -= lost
            if kept:
                self._add(kept)
                return True
        return False

    def _stays(self, place: Situation, what: What, kept: set[Situation]) -> bool:
        """Whether whatever else comes leads there, or leaves this on its way."""
        for other in self._others(place, what):
            if other.target in self._found:
                continue
            if other.target not in kept or not _goes_on(other, what, self._search):
                return False
        return True

    def _others(self, place: Situation, what: What) -> Iterator[Step]:
        for other, steps in self._ways[place].due.items():
            if other != what:
                yield from steps


def _goes_on(step: Step, what: What, search: Search) -> bool:
    """Whether what was due before a step is due at the same moment after it."""
    edge = step.edge
    if edge is None:
        return True
    kind, place = what
    if kind == "timer":
        return place in edge.kept
    id_ = search.courses.pending.sends[place].id
    return not any(isinstance(order, Cancel) and order.id == id_ for order in edge.orders)
