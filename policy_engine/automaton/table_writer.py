"""Writes the table of an automaton as JSON-ready data: see `table_json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from policy_engine.automaton.codec import PARTS, SECTIONS, encode
from policy_engine.automaton.stored_parts import STEP
from policy_engine.automaton.topology import bits
from policy_engine.automaton.tree import Edge, Test, Tree, Trigger
from policy_engine.model.chart import Chart, State
from policy_engine.records import changed

if TYPE_CHECKING:
    from policy_engine.automaton.automaton import Automaton
    from policy_engine.automaton.node import Node


def written(automaton: Automaton) -> dict[str, Any]:
    """The table but for its schema and its checksum."""
    chart = automaton.chart
    writer = _Writer()
    # Other threads may be adding to the table: what names something is written before what it names.
    start = writer.trees(automaton.starts)
    nodes = [writer.node(node, node.trees) for node in tuple(automaton.nodes)]
    nodes += [writer.node(node, {}) for node in automaton.nodes[len(nodes) :]]
    return {
        "policy": chart.id,
        "version": chart.version,
        "digest": chart.digest,
        "parameters": dict(automaton.parameters),
        "whole": automaton.whole,
        "facts": list(automaton.outline.facts),
        "timed": automaton.outline.timed,
        "chart": _chart(chart),
        "start": start,
        "nodes": nodes,
        "edges": writer.edges,
        "triggers": writer.triggers.rows,
        "tests": writer.tests,
        "step": list(STEP),
        "steps": writer.steps.rows,
        "parts": {name: shelf.rows for name, shelf in writer.parts.items()},
    }


def _chart(chart: Chart) -> dict[str, Any]:
    """A chart; its states name their transitions and timers by place, and its timers theirs."""
    return {
        **{name: encode(getattr(chart, name)) for name in SECTIONS},
        "transitions": encode(chart.transitions),
        "timers": [
            {**encode(changed(timer, branches=())), "branches": [branch.index for branch in timer.branches]}
            for timer in chart.timers
        ],
        "states": [_state(state) for state in chart.states],
    }


def _state(state: State) -> dict[str, Any]:
    named = {
        "on": {event: [branch.index for branch in branches] for event, branches in state.on.items()},
        "always": [branch.index for branch in state.always],
        "done": [branch.index for branch in state.done],
        "after": [timer.index for timer in state.after],
    }
    rest = encode(changed(state, on={}, always=(), done=(), after=()))
    return {**rest, **{name: places for name, places in named.items() if places}}


class _Shelf:
    """Rows that each stand once."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._numbers: dict[str, int] = {}

    def number(self, row: Any) -> int:
        """The number of a row, which is kept if it is new."""
        key = json.dumps(row, sort_keys=True)
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(row)
        return self._numbers[key]


class _Writer:
    """Counts the edges that it writes, and collects what they share."""

    def __init__(self) -> None:
        self.edges = 0
        self.triggers = _Shelf()
        self.steps = _Shelf()
        self.parts = {name: _Shelf() for name in PARTS}
        self.tests: list[Any] = []
        self._numbers: dict[int, tuple[int, Test]] = {}

    def node(self, node: Node, trees: Mapping[Trigger, Tree]) -> dict[str, Any]:
        """A node with what its triggers do, as far as that is known."""
        return {
            "states": list(bits(node.configuration)),
            "history": [list(bits(stored)) for stored in node.history],
            "values": list(node.values),
            "first": self.edges,
            "trees": self.trees(trees),
        }

    def trees(self, trees: Mapping[Trigger, Tree]) -> list[Any]:
        """What each trigger does, one after the other."""
        row: list[Any] = []
        for trigger, tree in tuple(trees.items()):
            row += self.triggers.number([trigger.kind, trigger.name, trigger.timer]), *self._tree(tree)
        return row

    def _tree(self, tree: Tree) -> tuple[Any, ...]:
        if isinstance(tree, Edge):
            self.edges += 1
            return self.steps.number(self._step(tree)), tree.target
        answers: list[Any] = []
        for answer, below in tuple(tree.answers.items()):
            answers += answer, *self._tree(below)
        return ({"ask": self._test(tree.test), "answers": answers},)

    def _test(self, test: Test) -> int:
        # By identity: the compiler makes each question once. The test is kept so that its id stays its own.
        if id(test) not in self._numbers:
            self._numbers[id(test)] = len(self.tests), test
            self.tests.append({**encode(test), "text": str(test.expr)})
        return self._numbers[id(test)][0]

    def _step(self, edge: Edge) -> list[Any]:
        return [
            self.parts[name].number(encode(getattr(edge, name)))
            if name in PARTS
            else encode(getattr(edge, name))
            for name in STEP
        ]
