"""Makes the table of an automaton: the kernel's answers, written down.

While it takes at most `NODE_LIMIT` nodes and `EDGE_LIMIT` edges, and no event has more than `ANSWER_LIMIT`
answers in one node, the table is made whole at once. Past that, what a session meets is run by the kernel
when it is first met, and kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from policy_engine.automaton.alike import Alike, Outcome, Watched
from policy_engine.automaton.calls import Calls
from policy_engine.automaton.choices import Explorer, Reader, Trail
from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.kernel import Run
from policy_engine.automaton.node import Key, Node
from policy_engine.automaton.partial import World, known
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
from policy_engine.model.hidden import shown_only
from policy_engine.model.types import Value

if TYPE_CHECKING:
    from policy_engine.automaton.automaton import Automaton, Progress

ANSWER_LIMIT = 1_000
NO_TIMERS: frozenset[int] = frozenset()


class Maker:
    """Runs the kernel for one automaton, and adds what comes of it to that automaton's table."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        # A table that was read as sessions came to it is read whole before anything is added.
        self._nodes = automaton.nodes = list(automaton.nodes)
        self._edges = automaton.edges = list(automaton.edges)
        self.chart = automaton.chart
        self.program = Program(automaton.chart, dict(automaton.parameters))
        self._calls = Calls(self.program)
        self._alike = Alike()
        # The finite variables, by slot, with their places in `Node.values`.
        self._place = {self.program.slot[name]: place for place, name in enumerate(self.program.finite)}
        self._next = len(automaton.nodes) if automaton.whole else 0  # the first node not yet seen through
        # Each event with the states (as a mask) that speak of it; -1 where every state does.
        self._masks = {Trigger("on", event): self._on(event) for event in shown_only(self.chart.events)}
        for send in automaton.sends:
            self._masks[Trigger("sent", send.event)] = self._sent(send.event)
        self._after = [
            Trigger("after", self.chart.states[timer.state].id, timer.index) for timer in self.chart.timers
        ]

    def _on(self, event: str) -> int:
        # Who may report an event, and whether that must be a person, is asked whatever the state.
        program = self.program
        anyone = program.event_roles[event] is None and event not in program.persons
        return self._sent(event) if anyone else -1

    def _sent(self, event: str) -> int:
        mask = self.program.topology.handles[event]
        for bit, _, _ in self.program.forbids.get(event, ()):
            mask |= bit
        return mask

    def answer(self, node: Node | None, trigger: Trigger, inputs: Inputs) -> Edge:
        """What a trigger does in a node for these inputs; None stands for the start."""
        with self._automaton.lock:
            reader = Reader(inputs)
            run = self._calls.begin(node, World(reader, trigger.event))
            return self._hang(self._trees(node), trigger, reader.trail, self._run(run, node, trigger))

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
                    if len(automaton.nodes) > nodes or len(automaton.edges) > edges:
                        return False
                    if automaton.crowded and len(automaton.edges) > 2 * ANSWER_LIMIT:
                        return False  # it cannot be whole any more, and has enough to look for mistakes in
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

    def _explore(self, node: Node | None, trigger: Trigger) -> None:
        trees = self._trees(node)
        known = None if node is None else self._alike.outcomes(node, trigger)
        if node is not None and known is not None:
            for outcome in known:
                self._hang(trees, trigger, outcome.trail, self._again(node, outcome))
            return
        outcomes: list[Outcome] = []
        read: set[int] = set()
        prefix: Sequence[int] = ()
        for _ in range(ANSWER_LIMIT):
            explorer = Explorer(prefix)
            run = self._calls.begin(node, World(explorer, trigger.event))
            run.values = values = Watched(run.values)
            edge = self._hang(trees, trigger, explorer.trail, self._run(run, node, trigger))
            read |= values.read
            outcomes.append(Outcome(explorer.trail, edge, self._written(values)))
            following = explorer.next_prefix()
            if following is None:
                if node is not None:
                    self._alike.keep(node, trigger, self._places(read), outcomes)
                return
            prefix = following
        self._automaton.crowded.update(
            dict.fromkeys(item.name for test, _, _ in explorer.trail for item in test.inputs)
        )

    def _places(self, slots: Iterable[int]) -> list[int]:
        """Where finite variables stand in `Node.values`; the others are no part of it."""
        return [self._place[slot] for slot in slots if slot in self._place]

    def _written(self, values: Watched) -> tuple[tuple[int, Value], ...]:
        return tuple(
            [(self._place[slot], known(values[slot])) for slot in values.written if slot in self._place]
        )

    def _hang(self, trees: dict[Trigger, Tree], trigger: Trigger, trail: Trail, edge: Edge) -> Edge:
        """Hangs an edge where the questions lead; one that is there already stays."""
        place: dict[Any, Tree] = trees
        key: Trigger | Value = trigger
        for test, options, choice in trail:
            branch = place.get(key)
            if branch is None:
                branch = place[key] = Branch(test)
            assert isinstance(branch, Branch)
            place, key = branch.answers, options[choice]
        found = place.setdefault(key, edge)
        if found is not edge:
            assert isinstance(found, Edge)
            return found
        self._edges.append(edge)
        if edge.refusal is not None and edge.refusal.code in ("out-of-range", "endless"):
            self._automaton.faults.append(edge)
        return edge

    def _run(self, run: Run, node: Node | None, trigger: Trigger) -> Edge:
        verdict, refusal = self._calls.answer(run, node, trigger)
        if refusal is not None:
            return self._refused(node, trigger, verdict, refusal, run)
        return self._edge(node, trigger, verdict, run)

    def _again(self, node: Node, outcome: Outcome) -> Edge:
        """The edge of a node for an answer that was met in another."""
        edge, target = outcome.edge, node.index
        if edge.refusal is None:
            there = self._automaton.nodes[edge.target]
            values = list(node.values)
            for place, value in outcome.written:
                values[place] = value
            target = self._node((there.configuration, there.history, tuple(values))).index
        return Edge(
            len(self._automaton.edges),
            edge.verdict,
            node.index,
            edge.trigger,
            target,
            edge.exited,
            edge.entered,
            edge.actions,
            edge.transitions,
            edge.armed,
            edge.kept,
            edge.orders,
            edge.assigned,
            edge.refusal,
            edge.dropped,
            edge.microsteps,
        )

    def _refused(
        self, node: Node | None, trigger: Trigger, verdict: EdgeVerdict, refusal: Refusal, run: Run
    ) -> Edge:
        """An edge that leaves everything as it was."""
        index = -1 if node is None else node.index
        fired = trigger.timer
        kept = NO_TIMERS if node is None else frozenset([timer for timer in node.timers if timer != fired])
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
        target = self._node((run.configuration, run.history, self._finite(run)))
        armed: tuple[int, ...] = ()
        kept = NO_TIMERS
        if target.timers:
            timers = self.chart.timers
            armed = tuple([t for t in target.timers if timers[t].state in run.entered])
            kept = frozenset([t for t in target.timers if t not in armed and t != trigger.timer])
        # By place, as naming the fields would take longer than all the rest.
        return Edge(
            len(self._automaton.edges),
            verdict,
            -1 if node is None else node.index,
            trigger,
            target.index,
            run.exited,
            run.entered,
            run.actions,
            run.transitions,
            armed,
            kept,
            run.orders,
            self._assigned(run) if self.program.opaque else (),
            None,
            run.dropped,
            run.microsteps,
        )

    def _finite(self, run: Run) -> tuple[Value, ...]:
        """The values of the finite variables; what is symbolic stands in the others alone."""
        values = list(run.values)
        if self.program.opaque:
            values = [values[slot] for slot in self._place]
        return tuple(cast("list[Value]", values))

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
        self._nodes.append(node)
        automaton.places[key] = node.index
        return node
