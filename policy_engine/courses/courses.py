"""Every situation that a session can come to, and a shortest course to each."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
# the context after it (None: as they were), and what becomes of what is due.
Move = tuple[Edge, Told, tuple[Value, ...] | None, int]
# It stays as it is; timers begin or end; everything is gone; something is sent or taken back.
CALM, TIMING, ENDING, ORDERING = range(4)


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
        self._moves: dict[tuple[int, int, tuple[Value, ...]], Sequence[Move]] = {}
        # The moves of a node, event by event: those that are the same in every world, or else the event with
        # the tree that leads to them.
        self._speaking: dict[int, Sequence[tuple[Sequence[Move], str, Tree | None]]] = {}
        self._waiting: deque[Situation] = deque()
        self._kinds: dict[int, int] = {}
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
        waiting = self._waiting
        self.starts += self._begin()
        self._meet(self.starts)
        most = MOST_STEPS if self.automaton.whole else FEW_STEPS
        while waiting:
            if len(self._came) > MOST_SITUATIONS or most < 0:
                self._crowded = True
                return
            situation = waiting.popleft()
            found = self.steps[situation] = tuple(self._from(situation))
            most -= len(found)
            if progress is not None and not len(self.steps) % OFTEN:
                progress(len(self.steps))

    def _meet(self, steps: Iterable[Step]) -> None:
        """Keeps the first step to each situation, and looks on from there."""
        for step in steps:
            if step.target not in self._came:
                self._came[step.target] = step
                self._waiting.append(step.target)

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
        index, world, opaque, timers, sends = place = here
        moves = self._moves.get(place[:3])
        if moves is None:
            moves = self._moves[place[:3]] = self._made(node, here)
        came, waiting, timers_after = self._came, self._waiting, self.pending.timers_after
        for edge, told, changed, kind in moves:
            after = opaque if changed is None else changed
            if kind == ORDERING:
                steps = tuple(self._steps(here, edge, told, world, after))
                self._meet(steps)
                found += steps
                continue
            if kind == CALM:
                if edge.target == index and after == opaque:
                    found.append(_new(Step, (here, here, edge, None, *told, False)))
                    continue
                target = _new(Situation, (edge.target, world, after, timers, sends))
            else:
                running = timers_after(edge, timers, -1) if timers or edge.armed else timers
                target = _new(
                    Situation, (edge.target, world, after, running, () if kind == ENDING else sends)
                )
            known = came.get(target)
            if known is None:
                step = came[target] = _new(Step, (here, target, edge, None, *told, False))
                waiting.append(target)
                found.append(step)
            else:
                # The same situation is the same object, for there are many steps to each.
                found.append(_new(Step, (here, known[1], edge, None, *told, False)))
        if timers or sends or self._learning:
            steps = tuple(self._without_events(here, node))
            self._meet(steps)
            found += steps
        return found

    def _without_events(self, here: Situation, node: Node) -> Iterator[Step]:
        """The steps that nobody tells: of what is due, and of new facts."""
        if here.timers or here.sends:
            known = self._inputs(here.world, here.opaque)
            for timer in self.pending.next_timers(here.timers):
                edge = self.automaton.fire(node, timer, known)
                after = self._assigned(edge, known, here.opaque)
                yield from self._steps(here, edge, NOTHING_TOLD, here.world, after, fired=timer)
            for order, rests in self.pending.next_sends(here.sends):
                yield from self._arrivals(here, node, known, order, rests)
        if self._learning:
            yield from self._news(here, node)

    def _made(self, node: Node, here: Situation) -> Sequence[Move]:
        """What events lead to from a situation, whatever is still to come."""
        speaking = self._speaking.get(node.index)
        if speaking is None:
            speaking = self._speaking[node.index] = self._spoken(node, here)
        if not any(tree for _, _, tree in speaking) and len(speaking) == 1:
            return speaking[0][0]
        found: list[Move] = []
        for moves, event, tree in speaking:
            found += moves if tree is None else self._led(node, here, event, tree)
        return found

    def _spoken(self, node: Node, here: Situation) -> Sequence[tuple[Sequence[Move], str, Tree | None]]:
        """The moves of a node that depend on nothing that is known, and the trees of the others."""
        found: list[tuple[list[Move], str, Tree | None]] = []
        for event, tree in self._hears(node):
            if _depends(tree):
                found.append(([], event, tree))
                continue
            if not found or found[-1][2] is not None:
                found.append(([], event, None))
            found[-1][0].extend(self._led(node, here, event, tree))
        return found

    def _led(self, node: Node, here: Situation, event: str, tree: Tree) -> Iterator[Move]:
        """What one event leads to."""
        if isinstance(tree, Edge) and not tree.assigned and event not in self.telling.asked:
            yield tree, self.telling.plain[event][0], None, self._kind(node, tree)
            return
        known = self._inputs(here.world, here.opaque)
        for edge, assumed in open_edges(tree, known, FREE):
            kind = self._kind(node, edge)
            for each in self.telling.told(edge, assumed, here.world, here.opaque):
                after = None
                if edge.assigned:
                    data, by, person = each
                    inputs = Inputs(known.facts, dict(data), known.context, by, person=person)
                    after = self._assigned(edge, inputs, here.opaque)
                yield edge, each, after, kind

    def _kind(self, node: Node, edge: Edge) -> int:
        """What becomes of what is due along an edge of a node."""
        found = self._kinds.get(edge.index)
        if found is None:
            if self.automaton.nodes[edge.target].done:
                found = ENDING
            elif edge.orders:
                found = ORDERING
            else:
                found = TIMING if edge.armed or not edge.kept.issuperset(node.timers) else CALM
            self._kinds[edge.index] = found
        return found

    def _hears(self, node: Node) -> Sequence[tuple[str, Tree]]:
        """The events that the states of a node speak of."""
        found = self._heard.get(node.index)
        if found is None:
            # A whole table has every tree that there is.
            tree_of = self.automaton.tree if self.automaton.whole else self.automaton.whole_tree
            trees = [(event, tree_of(node, event)) for event in self._events]
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


def _depends(tree: Tree) -> bool:
    """Whether what an event leads to depends on facts, or on the texts and numbers of the context."""
    if isinstance(tree, Edge):
        return bool(tree.assigned)
    if any(item.kind not in FREE for item in tree.test.inputs):
        return True
    return any(map(_depends, tuple(tree.answers.values())))


def _given(value: Value | None) -> Value:
    assert value is not None  # a variable has a default
    return value
