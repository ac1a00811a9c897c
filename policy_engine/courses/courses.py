"""Every situation that a session can come to, and a shortest course to each."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from policy_engine.automaton.automaton import Automaton, Progress
from policy_engine.automaton.inputs import InputKind, Inputs
from policy_engine.automaton.node import Node
from policy_engine.automaton.tree import START, Computed, Edge, Tree
from policy_engine.automaton.widest import widest
from policy_engine.automaton.worlds import open_edges
from policy_engine.courses.limits import Limit
from policy_engine.courses.pending import Pending
from policy_engine.courses.situation import Situation, Step
from policy_engine.courses.told import NOTHING_TOLD, Telling, Told
from policy_engine.courses.worlds import Worlds
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.hidden import shown_only
from policy_engine.model.types import Value

_new = tuple.__new__  # makes what there are most of, in half the time that their own constructors take
# Past so many situations, or steps between them, a policy is not proved.
MOST_SITUATIONS = 200_000
MOST_STEPS = 1_000_000
# So many steps are looked through for mistakes where the table is not whole, and nothing can be proved.
FEW_STEPS = 20_000
OFTEN = 1_000  # situations between two words of progress
NOTHING_ASKED: Mapping[str, tuple[Expr, ...]] = MappingProxyType({})
FREE: tuple[InputKind, ...] = ("data", "by", "person")
NO_TIMERS: frozenset[int] = frozenset()
# What an event can lead to where the same things are known: the edge, what is told, the texts and numbers of
# the context after it, and whether what is due stays as it is.
Move = tuple[Edge, Told, tuple[Value, ...], bool]


class Courses:
    """All courses of an automaton. `steps` are the steps from each situation, `limits` say why these are not
    all, if they are not.
    """

    def __init__(
        self,
        automaton: Automaton,
        worlds: Worlds,
        asked: Mapping[str, tuple[Expr, ...]] = NOTHING_ASKED,
        *,
        learning: bool = False,
        progress: Progress | None = None,
    ) -> None:
        """asked: what properties ask of the data, the role and the person of an event. learning: whether
        facts change on the way, and are not fixed for a whole course as in proofs (rule 12). progress: told
        now and then how many situations were looked at.
        """
        self.automaton = automaton
        self.worlds = worlds
        self.chart = automaton.chart
        self.steps: dict[Situation, tuple[Step, ...]] = {}
        self.starts: list[Step] = []
        self.telling = Telling(automaton.chart, worlds, asked)
        self.pending = Pending(automaton)
        context = self.chart.context
        self.opening = tuple(_given(context[name].default) for name in automaton.program.opaque)
        self._learning = learning
        self._came: dict[Situation, Step] = {}  # the last step of a shortest course
        self._events = tuple(shown_only(automaton.chart.events))
        self._heard: dict[int, Sequence[tuple[str, Tree]]] = {}
        self._unheard: dict[int, frozenset[str]] = {}
        self._moves: dict[tuple[int, int, tuple[Value, ...]], tuple[Move, ...]] = {}
        self._calm: dict[int, bool] = {}
        self._known: dict[tuple[int, tuple[Value, ...]], Inputs] = {}
        self._crowded = False
        self._explore(progress)

    @property
    def limits(self) -> tuple[Limit, ...]:
        """Why not every course was looked through; empty where it was."""
        found: list[Limit] = []
        if not self.automaton.whole:
            found.append(Limit("table", widest(self.automaton)))
        if self.worlds.limit is not None:
            found.append(self.worlds.limit)
        found += [Limit("data", names) for names in self.telling.cut.values()]
        if self._crowded:
            found.append(Limit("situations", tuple(self._widest())))
        return tuple(found)

    @property
    def whole(self) -> bool:
        """Whether every course was looked through."""
        return not self.limits

    def course(self, last: Step) -> list[Step]:
        """A shortest course that ends with this step."""
        steps = [last]
        while steps[-1].source is not None:
            steps.append(self._came[steps[-1].source])
        return steps[::-1]

    def way(self, situation: Situation) -> list[Step]:
        """A shortest course to a situation."""
        return self.course(self._came[situation])

    def distances(self) -> dict[Situation, int]:
        """For each situation the number of steps of a shortest course to it, the start among them."""
        found = {step.target: 1 for step in self.starts}
        for here, steps in self.steps.items():  # the nearest first
            for step in steps:
                found.setdefault(step.target, found[here] + 1)
        return found

    def unheard(self, situation: Situation, event: str) -> bool:
        """Whether no active state speaks of an event, so that it changes nothing."""
        node = self.node(situation)
        if node.done:
            return False
        self._hears(node)
        return event in self._unheard[node.index]

    def node(self, situation: Situation) -> Node:
        """The node of the table that a situation lies in."""
        return self.automaton.nodes[situation.node]

    # -- exploring -------------------------------------------------------------------------------------------

    def _explore(self, progress: Progress | None) -> None:
        came = self._came
        waiting: deque[Situation] = deque()
        for step in self._begin():
            self.starts.append(step)
            if step.target not in came:
                came[step.target] = step
                waiting.append(step.target)
        most = MOST_STEPS if self.automaton.whole else FEW_STEPS
        while waiting:
            if len(came) > MOST_SITUATIONS or most < 0:
                self._crowded = True
                return
            situation = waiting.popleft()
            found = self.steps[situation] = tuple(self._from(situation))
            most -= len(found)
            if progress is not None and not len(self.steps) % OFTEN:
                progress(len(self.steps))
            for step in found:
                if step.target not in came:
                    came[step.target] = step
                    waiting.append(step.target)

    def _begin(self) -> Iterator[Step]:
        opaque = self.opening
        for world in range(len(self.worlds.facts)):
            known = self._inputs(world, opaque)
            for edge, _ in open_edges(self.automaton.starts.get(START), known, FREE):
                if edge.refusal is None:
                    yield from self._steps(
                        None, edge, NOTHING_TOLD, world, self._assigned(edge, known, opaque)
                    )

    def _from(self, here: Situation) -> Sequence[Step]:
        node = self.automaton.nodes[here.node]
        found: list[Step] = []
        if node.done:
            return found
        _, world, opaque, timers, sends = place = here
        moves = self._moves.get(place[:3])
        if moves is None:
            moves = self._moves[place[:3]] = tuple(self._made(node, here))
        for edge, told, after, calm in moves:
            if calm:
                # What nearly every step does: nothing that is due begins or ends.
                target = _new(Situation, (edge.target, world, after, timers, sends))
                found.append(_new(Step, (here, target, edge, None, *told, False)))
            else:
                found += self._steps(here, edge, told, world, after)
        if timers or sends:
            known = self._inputs(world, opaque)
            for timer in self.pending.next_timers(timers):
                edge = self.automaton.fire(node, timer, known)
                after = self._assigned(edge, known, opaque)
                found += self._steps(here, edge, NOTHING_TOLD, world, after, fired=timer)
            for order, rests in self.pending.next_sends(sends):
                found += self._arrivals(here, node, known, order, rests)
        if self._learning:
            found += self._news(here, node)
        return found

    def _made(self, node: Node, here: Situation) -> Iterator[Move]:
        """What events lead to from a situation, whatever is still to come."""
        known = self._inputs(here.world, here.opaque)
        told, opaque = self.telling.told, here.opaque
        for event, tree in self._hears(node):
            if isinstance(tree, Edge) and not tree.assigned and event not in self.telling.asked:
                yield tree, self.telling.plain[event][0], opaque, self._is_calm(node, tree)
                continue
            for edge, assumed in open_edges(tree, known, FREE):
                calm = self._is_calm(node, edge)
                for each in told(edge, assumed, here.world, opaque):
                    after = opaque
                    if edge.assigned:
                        data, by, person = each
                        inputs = Inputs(known.facts, dict(data), known.context, by, person=person)
                        after = self._assigned(edge, inputs, opaque)
                    yield edge, each, after, calm

    def _is_calm(self, node: Node, edge: Edge) -> bool:
        """Whether what is due stays as it is along an edge of a node."""
        found = self._calm.get(edge.index)
        if found is None:
            there = self.automaton.nodes[edge.target]
            found = self._calm[edge.index] = not (
                edge.armed or edge.orders or there.done or not edge.kept.issuperset(node.timers)
            )
        return found

    def _hears(self, node: Node) -> Sequence[tuple[str, Tree]]:
        """The events that the states of a node speak of."""
        found = self._heard.get(node.index)
        if found is None:
            trees = [(event, self.automaton.whole_tree(node, event)) for event in self._events]
            found = self._heard[node.index] = [(event, tree) for event, tree in trees if tree is not None]
            self._unheard[node.index] = frozenset([event for event, tree in trees if tree is None])
        return found

    def _inputs(self, world: int, opaque: tuple[Value, ...]) -> Inputs:
        found = self._known.get((world, opaque))
        if found is None:
            found = self._known[world, opaque] = self.worlds.inputs(world, opaque)
        return found

    def _news(self, here: Situation, node: Node) -> Iterator[Step]:
        """New facts, whatever they are. Where what `always` asks for can't be taken they are not learned."""
        for world in range(len(self.worlds.facts)):
            if world == here.world:
                continue
            known = self._inputs(world, here.opaque)
            edge = self.automaton.settle(node, known)
            if edge is None:
                yield Step(here, here._replace(world=world), None, None)
            elif edge.refusal is None:
                yield from self._steps(
                    here, edge, NOTHING_TOLD, world, self._assigned(edge, known, here.opaque)
                )

    def _arrivals(
        self, here: Situation, node: Node, known: Inputs, place: int, rests: tuple[tuple[int, ...], ...]
    ) -> Iterator[Step]:
        event = self.pending.sends[place].event
        edge = self.automaton.sent(node, event, known)
        for rest in rests:
            if edge is None:
                target = Situation(here.node, here.world, here.opaque, here.timers, rest)
                yield Step(here, target, None, event, sent=True)
            else:
                opaque = self._assigned(edge, known, here.opaque)
                yield from self._steps(here, edge, NOTHING_TOLD, here.world, opaque, rest=rest)

    def _steps(
        self,
        here: Situation | None,
        edge: Edge,
        told: Told,
        world: int,
        opaque: tuple[Value, ...],
        *,
        fired: int = -1,
        rest: tuple[int, ...] | None = None,
    ) -> Iterator[Step]:
        """The steps along an edge: one, or more where it is not known how much of what was sent is left."""
        timers = NO_TIMERS if here is None else here.timers
        sends = rest if rest is not None else () if here is None else here.sends
        if timers or edge.armed:
            timers = self.pending.timers_after(edge, timers, fired)
        data, by, person = told
        if (sends or edge.orders) and not self.automaton.nodes[edge.target].done:
            for left in self.pending.sends_after(edge, sends):
                yield Step(
                    here, Situation(edge.target, world, opaque, timers, left), edge, None, data, by, person
                )
        else:
            yield Step(here, Situation(edge.target, world, opaque, timers, ()), edge, None, data, by, person)

    def _assigned(self, edge: Edge, inputs: Inputs, opaque: tuple[Value, ...]) -> tuple[Value, ...]:
        """The texts and numbers of the context after an edge."""
        if not edge.assigned:
            return opaque
        new = {
            name: value.evaluate(inputs) if isinstance(value, Computed) else value
            for name, value in edge.assigned
        }
        names = self.automaton.program.opaque
        return tuple([new.get(name, old) for name, old in zip(names, opaque, strict=True)])

    def _widest(self) -> Iterator[str]:
        """What makes the situations many: what the most different values of were met."""
        met = self._came
        opaque = self.automaton.program.opaque
        counts = {name: len({item.opaque[place] for item in met}) for place, name in enumerate(opaque)}
        nodes = [self.automaton.nodes[index] for index in {item.node for item in met}]
        for place, name in enumerate(self.automaton.program.finite):
            counts[name] = len({node.values[place] for node in nodes})
        sent = {self.pending.sends[order].event for item in met for order in set(item.sends)}
        counts |= {event: len({item.sends for item in met}) for event in sent}
        yield from sorted(shown_only(counts), key=lambda name: -counts[name])[:3]


def _given(value: Value | None) -> Value:
    assert value is not None  # a variable has a default
    return value
