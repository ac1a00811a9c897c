"""The automaton of one chart with its parameters: nodes, edges, and what an event does in a node.

While it takes at most `NODE_LIMIT` nodes and `EDGE_LIMIT` edges, and no event has more than `ANSWER_LIMIT`
answers in one node, the table is made whole at once. Past that,
what a session meets is run by the kernel when it is first met, and kept. Both answer alike: a table is the
kernel's answers written down.

An automaton only ever grows, under a lock; readers need none.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

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
from policy_engine.model.chart import Chart, Send
from policy_engine.model.types import Value

NODE_LIMIT = 2_000
EDGE_LIMIT = 20_000
ANSWER_LIMIT = 1_000
Progress = Callable[[int], None]
NO_TIMERS: frozenset[int] = frozenset()


class Automaton:
    """A compiled policy. `nodes` and `edges` are what has been met so far; `whole` says that this is all
    there is.
    """

    def __init__(self, chart: Chart, parameters: Mapping[str, Value]) -> None:
        self.chart = chart
        self.parameters: Mapping[str, Value] = dict(parameters)
        self.program = Program(chart, dict(parameters))
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.faults: list[Edge] = []  # edges that would leave a range or never end
        self.whole = False
        self._next = 0  # the first node that `expand` has not seen through
        self.crowded: dict[str, None] = {}  # what is read from outside where there were too many answers
        self.starts: dict[Trigger, Tree] = {}
        self._keys: dict[Key, Node] = {}
        self._lock = threading.RLock()
        self._triggers = {event: Trigger("on", event) for event in chart.events}
        self._timer_triggers = [
            Trigger("after", chart.states[timer.state].id, timer.index) for timer in chart.timers
        ]
        self.sends = delayed_sends(chart)
        self._sent_triggers = {send.event: Trigger("sent", send.event) for send in self.sends}

    # -- answers ---------------------------------------------------------------------------------------------

    def start(self, inputs: Inputs) -> Edge:
        """The edge that a new session takes, for these facts."""
        return self._resolve(None, START, inputs)

    def on(self, node: Node, event: str, inputs: Inputs) -> Edge | None:
        """What a declared event does; None where nothing in the node speaks of it."""
        return self._resolve(node, self._triggers[event], inputs) if self.concerns(node, event) else None

    def sent(self, node: Node, event: str, inputs: Inputs) -> Edge | None:
        """What a delayed `send` does when it is due."""
        return self._resolve(node, self._sent_triggers[event], inputs) if self._hears(node, event) else None

    def fire(self, node: Node, timer: int, inputs: Inputs) -> Edge:
        """What a timer of an active state does when it is due."""
        return self._resolve(node, self._timer_triggers[timer], inputs)

    def settle(self, node: Node, inputs: Inputs) -> Edge | None:
        """What new facts do; None where no active state has an `always`."""
        if not node.configuration & self.program.topology.always or node.done:
            return None
        return self._resolve(node, FACTS, inputs)

    def concerns(self, node: Node, event: str) -> bool:
        """Whether anything in the node speaks of the event; if not, it is ignored."""
        return self.program.event_roles[event] is not None or self._hears(node, event)

    def tree(self, node: Node, event: str) -> Tree | None:
        """The decision tree of an event as far as it is known."""
        return node.trees.get(self._triggers[event])

    def whole_tree(self, node: Node, event: str) -> Tree | None:
        """The whole decision tree of an event, made if need be; None where nothing in the node speaks of
        it.
        """
        if node.done or not self.concerns(node, event):
            return None
        trigger = self._triggers[event]
        if not self.whole and trigger not in node.explored:
            with self._lock:
                self._explore(node, trigger)
                node.explored.add(trigger)
        return node.trees[trigger]

    def node_of(self, configuration: int, history: Sequence[int], values: Sequence[Value]) -> Node | None:
        """The node of a snapshot, made if need be; None if a whole table has no such node."""
        key = (configuration, tuple(history), tuple(values))
        found = self._keys.get(key)
        if found is None and not self.whole:
            with self._lock:
                found = self._node(key)
        return found

    def _hears(self, node: Node, event: str) -> bool:
        if node.configuration & self.program.topology.handles[event]:
            return True
        return any(node.configuration & bit for bit, _, _ in self.program.forbids.get(event, ()))

    def _resolve(self, node: Node | None, trigger: Trigger, inputs: Inputs) -> Edge:
        trees = self.starts if node is None else node.trees
        tree = trees.get(trigger)
        while isinstance(tree, Branch):
            tree = tree.answers.get(tree.test.evaluate(inputs))
        if tree is not None:
            return tree
        with self._lock:
            reader = Reader(inputs)
            return self._keep(trees, trigger, reader.trail, node, reader)

    # -- making the table ------------------------------------------------------------------------------------

    def expand(
        self, nodes: int = NODE_LIMIT, edges: int = EDGE_LIMIT, progress: Progress | None = None
    ) -> bool:
        """Makes the table whole, breadth first, unless it grows past the limits; says whether it is whole
        now.

        A second call goes on where the first one stopped. `progress` is told now and then how many nodes
        were met.
        """
        with self._lock:
            if not self._next:
                self._explore(None, START)
            # Nodes are numbered as they are met, so walking them in order is breadth first.
            while self._next < len(self.nodes):
                node = self.nodes[self._next]
                for trigger in self.triggers(node):
                    self._explore(node, trigger)
                    if len(self.nodes) > nodes or len(self.edges) > edges or self._too_crowded:
                        return False
                self._next += 1
                if progress is not None and self._next % 1_000 == 0:
                    progress(len(self.nodes))
            self.whole = not self.crowded
            return self.whole

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
        self.edges.extend(edges)
        self.starts.update(starts)
        self.whole = whole
        self._next = len(self.nodes) if whole else 0

    def triggers(self, node: Node) -> list[Trigger]:
        """Everything that can make a step in a node and that the node speaks of."""
        if node.done:
            return []
        found = [trigger for event, trigger in self._triggers.items() if self.concerns(node, event)]
        found += [trigger for event, trigger in self._sent_triggers.items() if self._hears(node, event)]
        found += [self._timer_triggers[timer] for timer in node.timers]
        if node.configuration & self.program.topology.always:
            found.append(FACTS)
        return found

    @property
    def _too_crowded(self) -> bool:
        # The table cannot be whole any more; a few of its crowded places are enough to look for mistakes in.
        return bool(self.crowded) and len(self.edges) > 2 * ANSWER_LIMIT

    def _explore(self, node: Node | None, trigger: Trigger) -> None:
        trees = self.starts if node is None else node.trees
        prefix: list[int] = []
        for _ in range(ANSWER_LIMIT):
            explorer = Explorer(prefix)
            self._keep(trees, trigger, explorer.trail, node, explorer)
            following = explorer.next_prefix()
            if following is None:
                return
            prefix = following
        self.crowded.update(dict.fromkeys(item.name for test, _, _ in explorer.trail for item in test.inputs))

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
        self.edges.append(edge)
        if edge.refusal is not None and edge.refusal.code in ("out-of-range", "endless"):
            self.faults.append(edge)
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
            len(self.edges),
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
            index=len(self.edges),
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
        found = self._keys.get(key)
        if found is not None:
            return found
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
            len(self.nodes),
            configuration,
            history,
            values,
            topology.leaves(configuration),
            topology.ids(configuration),
            outcome,
            timers,
        )
        self.nodes.append(node)
        self._keys[key] = node
        return node


def _default(value: Value | None) -> Value:
    assert value is not None
    return value


def delayed_sends(chart: Chart) -> tuple[Send, ...]:
    """The `send`s with a delay, in document order of their states and transitions."""
    steps = [step for state in chart.states for step in (*state.entry, *state.exit)]
    steps += [step for transition in chart.transitions for step in transition.steps]
    return tuple(
        step for step in steps if isinstance(step, Send) and step.delay is not None and step.delay.fixed != 0
    )
