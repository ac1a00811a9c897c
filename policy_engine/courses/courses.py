"""Every situation that a session can come to, and a shortest course to each."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.inputs import InputKind, Inputs
from policy_engine.automaton.node import Node
from policy_engine.automaton.tree import START, Computed, Edge, Trigger
from policy_engine.automaton.worlds import open_edges
from policy_engine.courses.situation import MOST_ALIKE, Situation, Step
from policy_engine.courses.told import NOTHING_TOLD, Telling, Told
from policy_engine.courses.worlds import Worlds
from policy_engine.model.chart import Cancel, Send
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.hidden import shown_only
from policy_engine.model.types import Value

# Past so many situations a policy is not proved.
MOST_SITUATIONS = 200_000
NOTHING_ASKED: Mapping[str, tuple[Expr, ...]] = MappingProxyType({})
FREE: tuple[InputKind, ...] = ("data", "by", "person")


class Courses:
    """All courses of an automaton that is whole. `steps` are the steps from each situation."""

    def __init__(
        self,
        automaton: Automaton,
        worlds: Worlds,
        asked: Mapping[str, tuple[Expr, ...]] = NOTHING_ASKED,
        *,
        learning: bool = False,
    ) -> None:
        """asked: what properties ask of the data, the role and the person of an event. learning: whether
        facts change on the way, and are not fixed for a whole course as in proofs (rule 12).
        """
        self.automaton = automaton
        self.worlds = worlds
        self.chart = automaton.chart
        self.whole = automaton.whole and worlds.thorough
        self._learning = learning
        self.steps: dict[Situation, tuple[Step, ...]] = {}
        self.starts: list[Step] = []
        self._came: dict[Situation, Step] = {}  # the last step of a shortest course
        self._events = [Trigger("on", event) for event in shown_only(automaton.chart.events)]
        self._sends = {send.order: send for send in automaton.sends}
        self.telling = Telling(automaton.chart, worlds, asked)
        context = self.chart.context
        self.opening = tuple(_given(context[name].default) for name in automaton.program.opaque)
        self._explore()

    def course(self, last: Step) -> list[Step]:
        """A shortest course that ends with this step."""
        steps = [last]
        while steps[-1].source is not None:
            steps.append(self._came[steps[-1].source])
        return steps[::-1]

    def way(self, situation: Situation) -> list[Step]:
        """A shortest course to a situation."""
        return self.course(self._came[situation])

    def unheard(self, situation: Situation, event: str) -> bool:
        """Whether no active state speaks of an event, so that it changes nothing."""
        node = self.node(situation)
        return not node.done and self.automaton.whole_tree(node, event) is None

    def node(self, situation: Situation) -> Node:
        """The node of the table that a situation lies in."""
        return self.automaton.nodes[situation.node]

    # -- exploring -------------------------------------------------------------------------------------------

    def _explore(self) -> None:
        waiting: deque[Situation] = deque()
        for step in self._begin():
            self.starts.append(step)
            if step.target not in self._came:
                self._came[step.target] = step
                waiting.append(step.target)
        while waiting:
            if len(self._came) > MOST_SITUATIONS:
                self.whole = False
                return
            situation = waiting.popleft()
            found = self.steps[situation] = tuple(self._from(situation))
            for step in found:
                if step.target not in self._came:
                    self._came[step.target] = step
                    waiting.append(step.target)

    def _begin(self) -> Iterator[Step]:
        opaque = self.opening
        for world in range(len(self.worlds.facts)):
            known = self.worlds.inputs(world, opaque)
            for edge, _ in open_edges(self.automaton.starts.get(START), known, FREE):
                if edge.refusal is None:
                    yield self._step(None, edge, known, world, opaque, frozenset(), ())

    def _from(self, here: Situation) -> Iterator[Step]:
        node = self.node(here)
        if node.done:
            return
        known = self.worlds.inputs(here.world, here.opaque)
        for trigger in self._events:
            tree = self.automaton.whole_tree(node, trigger.name)
            if tree is None:
                continue  # an event that nothing speaks of leads nowhere
            for edge, assumed in open_edges(tree, known, FREE):
                for data, by, person in self.telling.told(edge, assumed, here.world, here.opaque):
                    inputs = Inputs(known.facts, dict(data), known.context, by, person=person)
                    yield self._step(
                        here,
                        edge,
                        inputs,
                        here.world,
                        here.opaque,
                        here.timers,
                        here.sends,
                        (data, by, person),
                    )
        for timer in sorted(here.timers):
            if not any(self._sooner(other, timer) for other in here.timers):
                edge = self.automaton.fire(node, timer, known)
                rest = here.timers - {timer}
                yield self._step(here, edge, known, here.world, here.opaque, rest, here.sends)
        for place in sorted(set(here.sends)):
            yield from self._arrival(here, node, known, place)
        if self._learning:
            yield from self._news(here, node)

    def _news(self, here: Situation, node: Node) -> Iterator[Step]:
        """New facts, whatever they are. Where what `always` asks for can't be taken they are not learned."""
        for world in range(len(self.worlds.facts)):
            if world == here.world:
                continue
            known = self.worlds.inputs(world, here.opaque)
            edge = self.automaton.settle(node, known)
            if edge is None:
                yield Step(here, here._replace(world=world), None, None)
            elif edge.refusal is None:
                yield self._step(here, edge, known, world, here.opaque, here.timers, here.sends)

    def _arrival(self, here: Situation, node: Node, known: Inputs, place: int) -> Iterator[Step]:
        event = self._sends[place].event
        left = list(here.sends)
        left.remove(place)
        # Where there may be more than are told apart, as many may be left.
        rests = [tuple(left)] + ([here.sends] if here.sends.count(place) == MOST_ALIKE else [])
        edge = self.automaton.sent(node, event, known)
        for rest in rests:
            if edge is None:
                target = Situation(here.node, here.world, here.opaque, here.timers, rest)
                yield Step(here, target, None, event)
            else:
                yield self._step(here, edge, known, here.world, here.opaque, here.timers, rest)

    def _sooner(self, one: int, other: int) -> bool:
        """Whether a timer always comes before another that the same state started with it."""
        first, second = self.chart.timers[one], self.chart.timers[other]
        if first.state != second.state or one == other:
            return False
        calendar = self.chart.calendar
        lengths = (first.duration.fixed_in(calendar), second.duration.fixed_in(calendar))
        return None not in lengths and lengths[0] < lengths[1]  # type: ignore[operator]  # both are there

    def _step(
        self,
        here: Situation | None,
        edge: Edge,
        inputs: Inputs,
        world: int,
        opaque: tuple[Value, ...],
        timers: frozenset[int],
        sends: tuple[int, ...],
        told: Told = NOTHING_TOLD,
    ) -> Step:
        names = self.automaton.program.opaque
        if edge.assigned:
            new = {
                name: value.evaluate(inputs) if isinstance(value, Computed) else value
                for name, value in edge.assigned
            }
            opaque = tuple(new.get(name, old) for name, old in zip(names, opaque, strict=True))
        left = frozenset(timer for timer in timers if timer in edge.kept) | frozenset(edge.armed)
        node = self.automaton.nodes[edge.target]
        waiting = () if node.done else _after(sends, edge.orders, self._sends)
        target = Situation(edge.target, world, opaque, left, waiting)
        return Step(here, target, edge, None, *told)


def _given(value: Value | None) -> Value:
    assert value is not None  # a variable has a default
    return value


def _after(
    sends: tuple[int, ...], orders: Sequence[Send | Cancel], known: dict[int, Send]
) -> tuple[int, ...]:
    """What is still to come after an edge."""
    left = list(sends)
    for order in orders:
        if isinstance(order, Cancel):
            left = list(_without(left, order, known))
        elif left.count(order.order) < MOST_ALIKE:
            left.append(order.order)
    return tuple(sorted(left))


def _without(sends: Sequence[int], cancel: Cancel, known: Mapping[int, Send]) -> Iterator[int]:
    """What is still to come where something is taken back. Where only the newest of it is, and there may be
    more than are told apart, as many may be left.
    """
    times = cancel.count
    for place, several in Counter(sends).items():
        left = several
        if known[place].id == cancel.id:
            left = 0 if times is None else several if several == MOST_ALIKE else max(0, several - times)
        yield from (place,) * left
