"""Writes the table of an automaton as JSON-ready data: see `table_json`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from policy_engine.automaton.codec import OPTIONAL, PARTS, SECTIONS, encode
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
    nodes = [{**_node(node), **writer.trees(node.trees)} for node in tuple(automaton.nodes)]
    nodes += [{**_node(node), **writer.trees({})} for node in automaton.nodes[len(nodes) :]]
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
        "triggers": writer.triggers.rows,
        "tests": writer.tests,
        "step": list(STEP),
        "steps": writer.steps.rows,
        "parts": {name: shelf.rows for name, shelf in writer.parts.items()},
    }


def _chart(chart: Chart) -> dict[str, Any]:
    """A chart; its states name their transitions and timers by place, and its timers theirs."""
    return {
        **{
            name: encode(getattr(chart, name))
            for name in SECTIONS
            if name not in OPTIONAL or getattr(chart, name)
        },
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


def _node(node: Node) -> dict[str, Any]:
    return {
        "states": list(bits(node.configuration)),
        "history": [list(bits(stored)) for stored in node.history],
        "values": list(node.values),
    }


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
        self._tests: dict[int, tuple[Test, int, _Shelf]] = {}

    def trees(self, trees: Mapping[Trigger, Tree]) -> dict[str, Any]:
        """What each trigger does, as far as that is known."""
        first = self.edges
        row: list[int] = []
        for trigger, tree in tuple(trees.items()):
            row.append(self.triggers.number([trigger.kind, trigger.name, trigger.timer]))
            row += self._tree(tree)
        return {"first": first, "does": " ".join(map(str, row))}

    def _tree(self, tree: Tree) -> Iterator[int]:
        if isinstance(tree, Edge):
            self.edges += 1
            yield self.steps.number(self._step(tree))
            yield tree.target
            return
        number, known = self._test(tree.test)
        answers = tuple(tree.answers.items())
        yield -1 - number
        yield len(answers)
        for answer, below in answers:
            yield known.number(answer)
            yield from self._tree(below)

    def _test(self, test: Test) -> tuple[int, _Shelf]:
        """The number of a question, and the answers that it was given."""
        # By identity: the compiler makes each question once. The test is kept so that its id stays its own.
        if id(test) not in self._tests:
            answers = _Shelf()
            self._tests[id(test)] = test, len(self.tests), answers
            self.tests.append({**encode(test), "text": str(test.expr), "answers": answers.rows})
        return self._tests[id(test)][1:]

    def _step(self, edge: Edge) -> list[Any]:
        return [
            self.parts[name].number(encode(getattr(edge, name)))
            if name in PARTS
            else encode(getattr(edge, name))
            for name in STEP
        ]
