"""Makes the table of an automaton: the kernel's answers, written down.

While it takes at most `NODE_LIMIT` nodes and `EDGE_LIMIT` edges, and no event has more than `ANSWER_LIMIT`
answers in one node, the table is made whole at once. Past that, what a session meets is run by the kernel
when it is first met, and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from policy_engine.automaton.choices import Explorer, Reader, Trail
from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.kernel import EndlessError, OutOfRangeError, Run
from policy_engine.automaton.node import Key, Node
from policy_engine.automaton.partial import Chooser, Operand, World, known
from policy_engine.automaton.program import Program
from policy_engine.automaton.topology import bits
from policy_engine.automaton.tree import (
    FACTS,
    START,
    Branch,
    Computed,
    Edge,
    EdgeVerdict,
    Refusal,
    Tree,
    Trigger,
)
from policy_engine.model.types import Value

if TYPE_CHECKING:
    from policy_engine.automaton.automaton import Automaton, Progress

ANSWER_LIMIT = 1_000
NO_TIMERS: frozenset[int] = frozenset()


class Maker:
    """Runs the kernel for one automaton, and adds what comes of it to that automaton's table."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self.chart = automaton.chart
        self.program = Program(automaton.chart, dict(automaton.parameters))
        self._next = len(automaton.nodes) if automaton.whole else 0  # the first node not yet seen through
        # Each event with the states (as a mask) that speak of it; -1 where every state does.
        self._masks = {Trigger("on", event): self._on(event) for event in self.chart.events}
        for send in automaton.sends:
            self._masks[Trigger("sent", send.event)] = self._sent(send.event)
        self._after = [
            Trigger("after", self.chart.states[timer.state].id, timer.index) for timer in self.chart.timers
        ]

    def _on(self, event: str) -> int:
        # Who may report an event is asked whatever the state.
        return self._sent(event) if self.program.event_roles[event] is None else -1

    def _sent(self, event: str) -> int:
        mask = self.program.topology.handles[event]
        for bit, _, _ in self.program.forbids.get(event, ()):
            mask |= bit
        return mask

    def answer(self, node: Node | None, trigger: Trigger, inputs: Inputs) -> Edge:
        """What a trigger does in a node for these inputs; None stands for the start."""
        with self._automaton.lock:
            reader = Reader(inputs)
            return self._keep(self._trees(node), trigger, reader.trail, node, reader)

    def explore(self, node: Node, trigger: Trigger) -> None:
        """Makes the decision tree of a trigger in a node whole."""
        with self._automaton.lock:
            self._explore(node, trigger)
            node.explored.add(trigger)

    def node(self, key: Key) -> Node:
        """The node with a key, made if need be."""
        with self._automaton.lock:
            return self._node(key)

    def speaks(self, node: Node, trigger: Trigger) -> bool:
        """Whether anything in the node speaks of an event, or an `always` of new facts."""
        mask = self.program.topology.always if trigger.kind == "facts" else self._masks[trigger]
        return not node.done and bool(node.configuration & mask)

    def adopt(
        self,
        *,
        nodes: Sequence[Key],
        edges: Sequence[Edge],
        starts: dict[Trigger, Tree],
        trees: Sequence[dict[Trigger, Tree]],
        whole: bool,
    ) -> None:
        """Takes over a table that was made before. Raises IndexError or ValueError for one that does not
        fit.
        """
        for key, known_trees in zip(nodes, trees, strict=True):
            self._node(key).trees.update(known_trees)
        self._automaton.edges.extend(edges)
        self._automaton.starts.update(starts)
        self._automaton.whole = whole
        self._next = len(self._automaton.nodes) if whole else 0

    def expand(self, nodes: int, edges: int, progress: Progress | None) -> bool:
        """Makes the table whole: see `Automaton.expand`."""
        automaton = self._automaton
        with automaton.lock:
            if not self._next:
                self._explore(None, START)
            # Nodes are numbered as they are met, so walking them in order is breadth first.
            while self._next < len(automaton.nodes):
                node = automaton.nodes[self._next]
                for trigger in self._triggers(node):
                    self._explore(node, trigger)
                    if len(automaton.nodes) > nodes or len(automaton.edges) > edges or self._too_crowded:
                        return False
                self._next += 1
                if progress is not None and self._next % 1_000 == 0:
                    progress(len(automaton.nodes))
            automaton.whole = not automaton.crowded
            return automaton.whole

    def _triggers(self, node: Node) -> list[Trigger]:
        """Everything that can make a step in a node and that the node speaks of."""
        if node.done:
            return []
        found = [trigger for trigger, mask in self._masks.items() if node.configuration & mask]
        found += [self._after[timer] for timer in node.timers]
        if node.configuration & self.program.topology.always:
            found.append(FACTS)
        return found

    def _trees(self, node: Node | None) -> dict[Trigger, Tree]:
        return self._automaton.starts if node is None else node.trees

    @property
    def _too_crowded(self) -> bool:
        # The table cannot be whole any more; a few of its crowded places are enough to look for mistakes in.
        return bool(self._automaton.crowded) and len(self._automaton.edges) > 2 * ANSWER_LIMIT

    def _explore(self, node: Node | None, trigger: Trigger) -> None:
        trees = self._trees(node)
        prefix: list[int] = []
        for _ in range(ANSWER_LIMIT):
            explorer = Explorer(prefix)
            self._keep(trees, trigger, explorer.trail, node, explorer)
            following = explorer.next_prefix()
            if following is None:
                return
            prefix = following
        self._automaton.crowded.update(
            dict.fromkeys(item.name for test, _, _ in explorer.trail for item in test.inputs)
        )

    def _keep(
        self, trees: dict[Trigger, Tree], trigger: Trigger, trail: Trail, node: Node | None, chooser: Chooser
    ) -> Edge:
        """Runs the kernel once and hangs the edge where the questions lead; an edge that is there already
        stays.
        """
        edge = self._run(node, trigger, chooser)
        if not trail:
            return self._hang(trees, trigger, edge)
        test = trail[0][0]
        branch = trees.setdefault(trigger, Branch(test))
        for place, (_, options, choice) in enumerate(trail):
            assert isinstance(branch, Branch)
            answer = options[choice]
            if place == len(trail) - 1:
                return self._hang(branch.answers, answer, edge)
            branch = branch.answers.setdefault(answer, Branch(trail[place + 1][0]))
        raise AssertionError("a trail has an end")

    def _hang(self, place: dict[Any, Tree], key: Trigger | Value, edge: Edge) -> Edge:
        found = place.get(key)
        if isinstance(found, Edge):
            return found
        self._automaton.edges.append(edge)
        if edge.refusal is not None and edge.refusal.code in ("out-of-range", "endless"):
            self._automaton.faults.append(edge)
        place[key] = edge
        return edge

    def _run(self, node: Node | None, trigger: Trigger, chooser: Chooser) -> Edge:
        event = trigger.name if trigger.kind in ("on", "sent") else None
        world = World(chooser, event)
        run = self._begin(node, world)
        try:
            refusal, verdict = self._call(run, node, trigger)
        except OutOfRangeError as problem:
            params = {"variable": problem.variable, "value": problem.value, "step": problem.step}
            return self._refused(node, trigger, "rejected", Refusal("out-of-range", params), run)
        except EndlessError as problem:
            return self._refused(
                node, trigger, "rejected", Refusal("endless", {"states": problem.states}), run
            )
        if refusal is not None:
            return self._refused(node, trigger, verdict, refusal, run)
        return self._edge(node, trigger, verdict, run)

    def _begin(self, node: Node | None, world: World) -> Run:
        program = self.program
        if node is None:
            values: list[Operand] = [
                program.partial.opaque(name) if not item.type.finite else _default(item.default)
                for name, item in self.chart.context.items()
            ]
            return Run(program, world, 0, [0] * len(program.topology.histories), values)
        if not program.opaque:
            return Run(program, world, node.configuration, list(node.history), list(node.values))
        finite = iter(node.values)
        values = [
            next(finite) if item.type.finite else program.partial.opaque(name)
            for name, item in self.chart.context.items()
        ]
        return Run(program, world, node.configuration, list(node.history), values)

    def _call(self, run: Run, node: Node | None, trigger: Trigger) -> tuple[Refusal | None, EdgeVerdict]:
        if node is None:
            run.start()
            return None, "applied"
        if trigger.kind == "facts":
            run.settle()
            return None, "applied" if run.transitions else "ignored"
        if trigger.kind == "on" and not self._may_report(run, trigger.name):
            return Refusal("role-may-not", {"event": trigger.name}), "rejected"
        answer = run.deliver(trigger)
        if isinstance(answer, Refusal):
            return answer, "forbidden"
        if answer:
            return None, "applied"
        if run.barred and trigger.kind == "on":
            return Refusal("role-may-not", {"event": trigger.name}), "rejected"
        return None, "ignored"

    def _may_report(self, run: Run, event: str) -> bool:
        role = self.program.event_roles[event]
        if role is None:
            return True
        run.outside = True
        allowed = bool(role(run))
        run.outside = False
        return allowed

    def _refused(
        self, node: Node | None, trigger: Trigger, verdict: EdgeVerdict, refusal: Refusal, run: Run
    ) -> Edge:
        """An edge that leaves everything as it was."""
        index = -1 if node is None else node.index
        fired = trigger.timer
        kept = frozenset() if node is None else frozenset(timer for timer in node.timers if timer != fired)
        return Edge(
            len(self._automaton.edges),
            verdict,
            index,
            trigger,
            index,
            kept=kept,
            refusal=refusal,
            microsteps=run.microsteps,
        )

    def _edge(self, node: Node | None, trigger: Trigger, verdict: EdgeVerdict, run: Run) -> Edge:
        finite = (
            [run.values[self.program.slot[name]] for name in self.program.finite]
            if self.program.opaque
            else run.values
        )
        target = self._node((run.configuration, tuple(run.history), tuple(known(value) for value in finite)))
        armed: tuple[int, ...] = ()
        kept = NO_TIMERS
        if target.timers:
            entered = set(run.entered)
            armed = tuple(t for t in target.timers if self.chart.timers[t].state in entered)
            kept = frozenset(t for t in target.timers if t not in armed and t != trigger.timer)
        return Edge(
            index=len(self._automaton.edges),
            verdict=verdict,
            source=-1 if node is None else node.index,
            trigger=trigger,
            target=target.index,
            exited=tuple(run.exited),
            entered=tuple(run.entered),
            actions=tuple(run.actions),
            transitions=tuple(run.transitions),
            armed=armed,
            kept=kept,
            orders=tuple(run.orders),
            assigned=self._assigned(run),
            dropped=tuple(run.dropped),
            microsteps=run.microsteps,
        )

    def _assigned(self, run: Run) -> tuple[tuple[str, Value | Computed], ...]:
        partial, slot = self.program.partial, self.program.slot
        return tuple(
            (name, partial.computed(run.values[slot[name]]))
            for name in self.program.opaque
            if run.values[slot[name]] != partial.opaque(name)
        )

    def _node(self, key: Key) -> Node:
        automaton = self._automaton
        place = automaton.places.get(key)
        if place is not None:
            return automaton.nodes[place]
        configuration, history, values = key
        topology = self.program.topology
        done = any(topology.parent[index] == 0 for index in bits(configuration & topology.final))
        outcome = next(
            (
                self.chart.states[i].outcome
                for i in bits(configuration & topology.final)
                if topology.parent[i] == 0
            ),
            None,
        )
        timers = (
            ()
            if done
            else tuple(
                timer.index
                for index in bits(configuration & topology.timed)
                for timer in self.chart.states[index].after
            )
        )
        node = Node(
            len(self._automaton.nodes),
            configuration,
            history,
            values,
            topology.leaves(configuration),
            topology.ids(configuration),
            outcome,
            timers,
        )
        automaton.nodes.append(node)
        automaton.places[key] = node.index
        return node


def _default(value: Value | None) -> Value:
    assert value is not None
    return value
