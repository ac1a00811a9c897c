"""The courses of one choice of parameters, as the rules look at them.

Many steps share an edge of the table and many situations a node. What can be seen of an edge or a node is
looked at once, at the first step or situation that has it, so that a course to there is a shortest one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, product

from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.node import Node
from policy_engine.automaton.tree import Branch, Edge, Tree
from policy_engine.courses.courses import Courses
from policy_engine.courses.situation import Situation, Step
from policy_engine.courses.telling import Line, told_course
from policy_engine.model.chart import Chart, Phrase, State
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import Constant, Expr, In, Ref
from policy_engine.model.regions import around
from policy_engine.model.types import Value
from policy_engine.verify.reading import Reading
from policy_engine.verify.rules.view import View

# So many choices of facts that only phrases read are tried.
MOST_TRIED = 256


class Survey:
    """All courses of one automaton, each edge and each node once."""

    def __init__(self, view: View, courses: Courses) -> None:
        self.view = view
        self.chart = view.chart
        self.courses = courses
        self.steps: dict[int, Step] = {}  # the first with each edge
        self.spots: dict[int, Situation] = {}  # the first at each node
        for step in courses.starts:
            if step.edge is not None:
                self.steps.setdefault(step.edge.index, step)
        for here, following in courses.steps.items():
            self.spots.setdefault(here.node, here)
            for step in following:
                edge = step.edge
                if edge is not None and edge.index not in self.steps:
                    self.steps[edge.index] = step
        self._reading = Reading(courses.automaton, courses.worlds)
        self._frees: dict[tuple[int, ...], dict[str, tuple[Value, ...]]] = {}
        self._compiled: dict[int, Callable[[Inputs], object]] = {}
        self._places: dict[int, frozenset[int]] = {}

    @property
    def edges(self) -> Iterator[tuple[Edge, Step]]:
        """Every edge that is taken, the nearest first, each with its first step."""
        for step in self.steps.values():
            assert step.edge is not None
            yield step.edge, step

    @property
    def nodes(self) -> Iterator[tuple[Node, Situation]]:
        """Every node, the nearest first, each with its first situation."""
        for index, situation in self.spots.items():
            yield self.courses.automaton.nodes[index], situation

    def shown(self, phrases: Sequence[Phrase], situation: Situation) -> set[bool]:
        """Whether any of the phrases is shown in a situation: the answers that are possible there.

        Facts that only phrases read are not told apart by the courses, so all of their values are tried.
        """
        conditions = [phrase.when for phrase in phrases]
        if None in conditions:
            return {True}
        free = self._free(tuple(condition for condition in conditions if condition is not None))
        if not free:
            return {any(self._reading.at_rest(condition, situation) for condition in conditions)}
        return {
            any(
                self._holds(condition, situation, dict(zip(free, values, strict=True)))
                for condition in conditions
            )
            for values in islice(product(*free.values()), MOST_TRIED)
        }

    def _free(self, conditions: tuple[Expr, ...]) -> dict[str, tuple[Value, ...]]:
        """The facts that conditions read and that the courses do not tell apart, or not so far as they ask,
        with their values.
        """
        key = tuple(map(id, conditions))
        found = self._frees.get(key)
        if found is None:
            worlds = self.courses.worlds
            parts = [part for condition in conditions for part in walk(condition)]
            names = {part.name for part in parts if isinstance(part, Ref) and part.kind == "fact"}
            found = {}
            for name in (name for name in self.chart.facts if name in names):
                known = worlds.domain(self.chart.facts[name].type)
                more = [value for value in _named(name, parts, self.chart) if value not in known]
                if more or name not in worlds.names:
                    found[name] = (*known, *more)
            self._frees[key] = found
        return found

    def _holds(self, condition: Expr | None, situation: Situation, known: dict[str, Value]) -> bool:
        assert condition is not None
        run = self._compiled.get(id(condition))
        if run is None:
            run = self._compiled[id(condition)] = compile_expression(condition)
        facts = {**self.courses.worlds.inputs(situation.world).facts, **known}
        parameters = self.courses.automaton.parameters
        states = self.courses.node(situation).states
        context = self._reading.context(situation)
        return bool(run(Inputs(facts, {}, context, None, parameters, states)))

    def lies_in(self, states: frozenset[int], node: Node) -> bool:
        """Whether one of these states is active in a node."""
        known = self._places.get(node.index)
        if known is None:
            known = self._places[node.index] = frozenset([state.index for state in self.active(node)])
        return not states.isdisjoint(known)

    def told(self, last: Step) -> tuple[Line, ...]:
        """A shortest course that ends with a step, as lines."""
        return told_course(self.courses.course(last), self.courses)

    def way(self, situation: Situation, *more: Step) -> tuple[Line, ...]:
        """A shortest course to a situation and what follows, as lines."""
        return told_course([*self.courses.way(situation), *more], self.courses)

    def active(self, node: Node) -> list[State]:
        """The states that are active in a node, without the root."""
        ids = self.view.ids
        return [ids[name] for name in node.states if name in ids]

    @cached_property
    def leads(self) -> dict[int, set[int]]:
        """The nodes that each node can lead to, whatever is known: new facts and timers too."""
        return {node.index: {edge.target for edge in all_edges(node)} for node, _ in self.nodes}

    @cached_property
    def following(self) -> dict[int, list[Edge]]:
        """The edges that are taken from each node."""
        found: dict[int, list[Edge]] = {}
        for edge, step in self.edges:
            if step.source is not None:
                found.setdefault(step.source.node, []).append(edge)
        return found

    @cached_property
    def before(self) -> dict[Situation, list[Situation]]:
        """The situations from which each situation is reached in one step."""
        found: dict[Situation, list[Situation]] = {}
        for here, steps in self.courses.steps.items():
            for step in steps:
                if step.target != here:
                    found.setdefault(step.target, []).append(here)
        return found

    def back_from(self, goals: Iterable[Situation]) -> set[Situation]:
        """The situations from which one of the goals can be reached, these among them."""
        waiting = deque(goals)
        found = set(waiting)
        while waiting:
            for place in self.before.get(waiting.popleft(), ()):
                if place not in found:
                    found.add(place)
                    waiting.append(place)
        return found


def _named(name: str, parts: Sequence[Expr], chart: Chart) -> Iterator[Value]:
    """Further values of a text or a number that conditions tell apart."""
    declared = chart.facts[name]
    if declared.type.finite:
        return
    values = [part.value for part in parts if isinstance(part, Constant)]
    values += [value for part in parts if isinstance(part, In) for value in part.items]
    if declared.type.kind == "number":
        yield from around({value for value in values if type(value) in (int, float)})
    else:
        yield from (value for value in ("", *values) if isinstance(value, str))


def all_edges(node: Node) -> Iterator[Edge]:
    """Every edge from a node, whatever stands outside."""
    waiting: list[Tree] = list(node.trees.values())
    while waiting:
        tree = waiting.pop()
        if isinstance(tree, Branch):
            waiting += tree.answers.values()
        else:
            yield tree


def innermost(states: Sequence[State]) -> State:
    """The state that a finding about a place is told at: the innermost active one, the last of several."""
    return states[-1]
