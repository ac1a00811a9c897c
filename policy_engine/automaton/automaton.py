"""The automaton of one chart with its parameters: nodes, edges, and what an event does in a node.

Answers come from the table where it has them. What a session meets that is not there yet is run by the
kernel when it is first met, and kept (`making`). Both answer alike: a table is the kernel's answers written
down.

An automaton only ever grows, under a lock; readers need none.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from policy_engine.automaton.outline import Outline, outline_of
from policy_engine.automaton.tree import FACTS, START, Branch, Edge, Tree, Trigger
from policy_engine.model.chart import Chart, Send
from policy_engine.model.hidden import shown_only
from policy_engine.model.types import Value

if TYPE_CHECKING:
    from policy_engine.automaton.inputs import Inputs
    from policy_engine.automaton.making import Maker
    from policy_engine.automaton.node import Key, Node
    from policy_engine.automaton.program import Program
    from policy_engine.automaton.topology import Topology

    T = TypeVar("T")

NODE_LIMIT = 2_000
EDGE_LIMIT = 20_000
Progress = Callable[[int], None]


class Automaton:
    """A compiled policy. `nodes` and `edges` are what has been met so far; `whole` says that this is all
    there is.
    """

    def __init__(self, chart: Chart, parameters: Mapping[str, Value]) -> None:
        self.chart = chart
        self.parameters: Mapping[str, Value] = dict(parameters)
        self.nodes: Sequence[Node] = []
        self.edges: Sequence[Edge] = []
        self.faults: list[Edge] = []  # edges that would leave a range or never end
        self.whole = False
        self.crowded: dict[str, None] = {}  # what is read from outside where there were too many answers
        self.starts: dict[Trigger, Tree] = {}
        self._keys: Callable[[], Sequence[Key]] = tuple  # of the nodes that are there to begin with
        self._places: dict[Key, int] | None = None
        self.lock = threading.RLock()
        self._triggers = {event: Trigger("on", event) for event in shown_only(chart.events)}
        self._outline: Outline | None = None
        self._topology: Topology | None = None
        self._maker: Maker | None = None

    def with_parameters(self, parameters: Mapping[str, Value]) -> Automaton:
        """An automaton of the same chart with other parameters, with nothing in it yet."""
        return type(self)(self.chart, parameters)

    @property
    def places(self) -> dict[Key, int]:
        """The index of each node."""
        if self._places is None:
            self._places = {key: place for place, key in enumerate(self._keys())}
        return self._places

    @property
    def outline(self) -> Outline:
        """What sessions need of the chart at every step."""
        if self._outline is None:
            self._outline = outline_of(self.chart, bool(self.sends))
        return self._outline

    def _made(self, make: Callable[[Maker], T]) -> T:
        """What the kernel says, for what is not in the table yet."""
        return make(self._get_maker())

    def _get_maker(self) -> Maker:
        maker = self._maker
        if maker is None:
            # Imported here because a session that finds everything in its table does without the kernel.
            from policy_engine.automaton.making import Maker

            with self.lock:
                # Another thread may have made one meanwhile; then that one stays.
                maker = self._maker = self._maker or Maker(self)
        return maker

    @property
    def program(self) -> Program:
        """The chart as the kernel runs it."""
        return self._made(lambda maker: maker.program)

    @property
    def topology(self) -> Topology:
        """The shape of the chart."""
        if self._topology is None:
            from policy_engine.automaton.topology import Topology

            self._topology = Topology(self.chart)
        return self._topology

    @property
    def sends(self) -> tuple[Send, ...]:
        """The `send`s with a delay, in document order of their states and transitions."""
        return delayed_sends(self.chart)

    def expand(
        self, nodes: int = NODE_LIMIT, edges: int = EDGE_LIMIT, progress: Progress | None = None
    ) -> bool:
        """Makes the table whole, breadth first, unless it grows past the limits; says whether it is whole
        now.

        A second call goes on where the first one stopped. `progress` is told now and then how many nodes
        were met.
        """
        return self._made(lambda maker: maker.expand(nodes, edges, progress))

    def start(self, inputs: Inputs) -> Edge:
        """The edge that a new session takes, for these facts."""
        return self._resolve(None, START, inputs)

    def on(self, node: Node, event: str, inputs: Inputs) -> Edge | None:
        """What a declared event does; None where nothing in the node speaks of it."""
        trigger = self._triggers[event]
        return self._resolve(node, trigger, inputs) if self._speaks(node, trigger) else None

    def sent(self, node: Node, event: str, inputs: Inputs) -> Edge | None:
        """What a delayed `send` does when it is due."""
        trigger = Trigger("sent", event)
        return self._resolve(node, trigger, inputs) if self._speaks(node, trigger) else None

    def fire(self, node: Node, timer: int, inputs: Inputs) -> Edge:
        """What a timer of an active state does when it is due."""
        state = self.chart.timers[timer].state
        return self._resolve(node, Trigger("after", self.chart.states[state].id, timer), inputs)

    def settle(self, node: Node, inputs: Inputs) -> Edge | None:
        """What new facts do; None where no active state has an `always`."""
        return self._resolve(node, FACTS, inputs) if self._speaks(node, FACTS) else None

    def tree(self, node: Node, event: str) -> Tree | None:
        """The decision tree of an event as far as it is known."""
        return node.trees.get(self._triggers[event])

    def whole_tree(self, node: Node, event: str) -> Tree | None:
        """The whole decision tree of an event, made if need be; None where nothing in the node speaks of
        it.
        """
        trigger = self._triggers[event]
        if not self._speaks(node, trigger):
            return None
        if not self.whole and trigger not in node.explored:
            self._made(lambda maker: maker.explore(node, trigger))
        return node.trees[trigger]

    def node_of(self, configuration: int, history: Sequence[int], values: Sequence[Value]) -> Node | None:
        """The node of a snapshot, made if need be; None if a whole table has no such node."""
        key = (configuration, tuple(history), tuple(values))
        place = self.places.get(key)
        if place is not None:
            return self.nodes[place]
        return None if self.whole else self._made(lambda maker: maker.node(key))

    def _speaks(self, node: Node, trigger: Trigger) -> bool:
        """Whether anything in the node speaks of a trigger. A whole table has a tree wherever this holds."""
        if trigger in node.trees:
            return True
        return not self.whole and self._made(lambda maker: maker.speaks(node, trigger))

    def _resolve(self, node: Node | None, trigger: Trigger, inputs: Inputs) -> Edge:
        trees = self.starts if node is None else node.trees
        tree = trees.get(trigger)
        while isinstance(tree, Branch):
            tree = tree.answers.get(tree.test.evaluate(inputs))
        if tree is not None:
            return tree
        return self._made(lambda maker: maker.answer(node, trigger, inputs))


def delayed_sends(chart: Chart) -> tuple[Send, ...]:
    """The `send`s with a delay, in document order of their states and transitions."""
    steps = [step for state in chart.states for step in (*state.entry, *state.exit)]
    steps += [step for transition in chart.transitions for step in transition.steps]
    return tuple(
        step for step in steps if isinstance(step, Send) and step.delay is not None and step.delay.fixed != 0
    )
