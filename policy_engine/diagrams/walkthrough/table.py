"""The compiled table as the page's engine walks on it.

It is built from the automaton and holds what a session takes from an edge, no more: where an edge begins and
what set it off is known to whoever follows it. So many edges are equal, and each different one is kept once;
so are the lists in them. All choices of the parameters share these.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.node import Node
from policy_engine.automaton.tree import ActionCall, Edge, Refusal, Test, Tree, Trigger
from policy_engine.diagrams.walkthrough.terms import (
    Json,
    computed_json,
    duration_json,
    expression_json,
    value_json,
)
from policy_engine.model.chart import PLAIN, Cancel, Chart, Send, Words
from policy_engine.model.hidden import is_written
from policy_engine.model.required import missing_words

VERDICTS = ("applied", "ignored", "forbidden", "rejected")
STAYS = -1  # an edge's target that is its source, and what it keeps where that is everything


class Pool:
    """Things that are kept once and named by their number."""

    def __init__(self) -> None:
        self.items: list[Json] = []
        self._numbers: dict[str, int] = {}

    def number(self, item: Json) -> int:
        """The number of an item, which is kept if it is new."""
        key = json.dumps(item, sort_keys=True)
        if key not in self._numbers:
            self._numbers[key] = len(self.items)
            self.items.append(item)
        return self._numbers[key]


class TableWriter:
    """Writes the tables of one policy, one for each choice of its parameters."""

    def __init__(self) -> None:
        self._parts = Pool()
        self._rows = Pool()
        self._tests = Pool()
        self._trees = Pool()
        self._arrows: Sequence[str] = ()
        self._first: Mapping[str, int] = {}
        self._chart: Chart

    def shared(self) -> dict[str, Json]:
        """What the tables have in common; complete once all were written."""
        return {
            "verdicts": VERDICTS,
            "parts": self._parts.items,
            "edges": self._rows.items,
            "tests": self._tests.items,
            "trees": self._trees.items,
        }

    def table(self, automaton: Automaton) -> dict[str, Json]:
        """The nodes of a whole table, and how it starts."""
        self._arrows = automaton.outline.transitions
        # A copy that an event of `a or b` has for itself goes by the transition that its author wrote.
        self._first = {id: index for index, id in reversed([*enumerate(self._arrows)])}
        self._chart = automaton.chart
        return {
            "parameters": {name: value_json(value) for name, value in automaton.parameters.items()},
            "start": self._all(automaton.starts, None),
            "nodes": [self._node(node) for node in automaton.nodes],
        }

    def _node(self, node: Node) -> Json:
        return {
            "leaves": self._parts.number(node.leaves),
            "states": self._parts.number(node.states),
            "values": self._parts.number([value_json(value) for value in node.values]),
            "outcome": node.outcome,
            "trees": self._all(node.trees, node),
        }

    def _all(self, trees: Mapping[Trigger, Tree], node: Node | None) -> dict[str, int]:
        return {_key(trigger): self._tree(tree, node) for trigger, tree in trees.items()}

    def _tree(self, tree: Tree, node: Node | None) -> int:
        """The number of a tree: an edge, or a question with its answers."""
        if isinstance(tree, Edge):
            return self._trees.number(["edge", self._edge(tree, node)])
        answers = [[value_json(answer), self._tree(below, node)] for answer, below in tree.answers.items()]
        return self._trees.number(["ask", self._tests.number(_test(tree.test)), answers])

    def _refusal(self, refusal: Refusal) -> Json:
        words: Words = {} if refusal.forbid is None else refusal.forbid.words
        if refusal.code == "requires":
            found = missing_words(self._chart, refusal.params["missing"])
            # What is filled in on the page begins with a brace; here braces are only braces.
            shown = {
                key: tuple(text.replace("{", "{{").replace("}", "}}") for text in texts)
                for key, texts in found.items()
            }
            words = {PLAIN: next(iter(shown.values()))} if self._chart.languages == (PLAIN,) else shown
        return {"code": refusal.code, "words": words}

    def _edge(self, edge: Edge, node: Node | None) -> int:
        going_on = () if node is None else tuple(one for one in node.timers if one != edge.trigger.timer)
        columns: Sequence[Json] = (
            edge.exited,
            edge.entered,
            [_action(call) for call in edge.actions],
            [self._first[id] for index in edge.transitions if is_written(id := self._arrows[index])],
            edge.armed,
            STAYS if edge.kept.issuperset(going_on) else sorted(edge.kept),
            [_order(order) for order in edge.orders],
            [[name, computed_json(value)] for name, value in edge.assigned],
            None if edge.refusal is None else self._refusal(edge.refusal),
            [[item.event, self._refusal(item.refusal)] for item in edge.dropped],
        )
        target = STAYS if edge.target == edge.source else edge.target
        return self._rows.number(
            [VERDICTS.index(edge.verdict), target, *(self._parts.number(column) for column in columns)]
        )


def _key(trigger: Trigger) -> str:
    """What the page asks a node for: `on insult`, `sent reminder`, `after 3`, `facts`, `start`."""
    if trigger.kind == "after":
        return f"after {trigger.timer}"
    return f"{trigger.kind} {trigger.name}".rstrip()


def _test(test: Test) -> Json:
    """A question, and whether event data have a say in it."""
    return [expression_json(test.expr), any(item.kind == "data" for item in test.inputs)]


def _action(call: ActionCall) -> Json:
    return [call.action, call.to, [[name, computed_json(value)] for name, value in call.params]]


def _order(order: Send | Cancel) -> Json:
    if isinstance(order, Cancel):
        return ["cancel", order.id, order.count]
    assert order.delay is not None
    return ["send", order.event, order.id, order.order, duration_json(order.delay)]
