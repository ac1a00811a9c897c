"""The table as one JSON document: the chart, the nodes, the edges, and the decision trees that lead to them.

`schema` names the format. An edge is a row: see EDGE. Where a row names a part (its trigger, its actions,
what is sent, assigned, refused or dropped), it does so by its number in `parts`, because most edges share
theirs. A tree is the number of an edge, or a question (`ask`, with the expression as text for people) with
its answers. Loading it needs neither YAML nor pydantic and compiles nothing that is already there.

`checksum` is the SHA-256 of all the rest, so a table that was damaged or changed by hand is refused as a
whole, and not found out in the midst of a session. It proves nothing against someone who writes a table of
their own; `shapes` sees to it that even then every record has fields of the right kind.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.codec import decode, encode
from policy_engine.automaton.places import check_chart, check_edges
from policy_engine.automaton.shapes import check_fields
from policy_engine.automaton.tree import Branch, Edge, Test, Tree, Trigger
from policy_engine.errors import TableError
from policy_engine.model.chart import Chart

SCHEMA = "policy_engine/table/1"
# What reading data of the wrong shape can end in, nesting without end included.
_DAMAGE = (
    KeyError,
    TypeError,
    ValueError,
    AttributeError,
    IndexError,
    AssertionError,
    OverflowError,
    RecursionError,
)
# The columns of an edge. States, transitions and timers stand in it by their place in the chart, nodes by
# theirs.
EDGE = (
    "verdict",
    "source",
    "trigger",
    "target",
    "exited",
    "entered",
    "actions",
    "transitions",
    "armed",
    "kept",
    "orders",
    "assigned",
    "refusal",
    "dropped",
    "microsteps",
)


def to_table(automaton: Automaton) -> dict[str, Any]:
    """The table as JSON-ready data."""
    chart = automaton.chart
    tests: dict[int, tuple[int, Test]] = {}
    parts = _Parts()
    # Other threads may be adding to the table: what names something is written before what it names.
    start = _trees(automaton.starts, tests)
    trees = [_trees(node.trees, tests) for node in tuple(automaton.nodes)]
    edges = tuple(automaton.edges)
    nodes = tuple(automaton.nodes)
    trees += [[] for _ in nodes[len(trees) :]]
    table = {
        "schema": SCHEMA,
        "policy": chart.id,
        "version": chart.version,
        "digest": chart.digest,
        "parameters": dict(automaton.parameters),
        "whole": automaton.whole,
        "chart": encode(chart),
        "nodes": [
            {"states": list(node.states), "history": list(node.history), "values": list(node.values)}
            for node in nodes
        ],
        "start": start,
        "trees": trees,
        "edge": list(EDGE),
        "edges": [_row(edge, parts) for edge in edges],
        "parts": parts.encoded,
        "tests": [{**encode(test), "text": str(test.expr)} for _, test in tests.values()],
    }
    return sealed(table)


def sealed(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table with its checksum, whatever checksum it had before."""
    rest = {key: value for key, value in table.items() if key != "checksum"}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"))
    return {**rest, "checksum": sha256(text.encode("ascii")).hexdigest()}


def from_table(table: Any) -> Automaton:
    """The automaton of a table. Raises TableError for anything that is no table of this format."""
    if not isinstance(table, Mapping) or table.get("schema") != SCHEMA:
        raise TableError(f"this is no compiled policy: `schema` must be {SCHEMA!r}")
    try:
        if table["checksum"] != sealed(table)["checksum"]:
            raise ValueError("checksum")
        return _from_table(table)
    except _DAMAGE as problem:
        raise TableError(f"the compiled policy is damaged: {problem!r}") from None


def _from_table(table: Mapping[str, Any]) -> Automaton:
    chart = decode(table["chart"], str(table["policy"]))
    if not isinstance(chart, Chart):
        raise TypeError("chart")
    check_chart(chart)
    automaton = Automaton(chart, table["parameters"])
    bit = {state.id: 1 << state.index for state in chart.states}
    nodes = [
        (sum(bit[name] for name in node["states"]), tuple(node["history"]), tuple(node["values"]))
        for node in table["nodes"]
    ]
    tests = [
        decode({key: value for key, value in test.items() if key != "text"}, chart.file)
        for test in table["tests"]
    ]
    parts = _Read([decode(part, chart.file) for part in table["parts"]])
    edges = [_edge(index, row, parts) for index, row in enumerate(table["edges"])]
    check_edges(chart, edges, len(nodes))
    automaton.maker.adopt(
        nodes=nodes,
        edges=edges,
        starts=_read_trees(table["start"], tests, edges),
        trees=[_read_trees(trees, tests, edges) for trees in table["trees"]],
        whole=bool(table["whole"]),
    )
    return automaton


class _Parts:
    """The parts that edges share, each once."""

    def __init__(self) -> None:
        self.encoded: list[Any] = []
        self._numbers: dict[str, int] = {}

    def number(self, part: Any) -> int:
        """The number of a part, which is kept if it is new."""
        encoded = encode(part)
        key = json.dumps(encoded, sort_keys=True)
        if key not in self._numbers:
            self._numbers[key] = len(self.encoded)
            self.encoded.append(encoded)
        return self._numbers[key]


class _Read:
    """The parts of a table that is read, each looked at once for each column that names it."""

    def __init__(self, parts: list[Any]) -> None:
        self._parts = parts
        self._fit: set[tuple[str, int]] = set()

    def get(self, column: str, number: int) -> Any:
        """A part by its number. Raises ValueError where it does not belong in the column."""
        part = self._parts[number]
        if (column, number) not in self._fit:
            check_fields(Edge, {column: part})
            self._fit.add((column, number))
        return part


def _row(edge: Edge, parts: _Parts) -> list[Any]:
    return [
        edge.verdict,
        edge.source,
        parts.number(edge.trigger),
        edge.target,
        edge.exited,
        edge.entered,
        parts.number(edge.actions),
        edge.transitions,
        edge.armed,
        sorted(edge.kept),
        parts.number(edge.orders),
        parts.number(edge.assigned),
        parts.number(edge.refusal),
        parts.number(edge.dropped),
        edge.microsteps,
    ]


def _edge(index: int, row: list[Any], parts: _Read) -> Edge:
    (
        verdict, source, trigger, target, exited, entered, actions, transitions, armed, kept, orders,
        assigned, refusal, dropped, microsteps,
    ) = row  # fmt: skip
    return Edge(
        index,
        verdict,
        source,
        parts.get("trigger", trigger),
        target,
        tuple(exited),
        tuple(entered),
        parts.get("actions", actions),
        tuple(transitions),
        tuple(armed),
        frozenset(kept),
        parts.get("orders", orders),
        parts.get("assigned", assigned),
        parts.get("refusal", refusal),
        parts.get("dropped", dropped),
        microsteps,
    )


def _trees(trees: Mapping[Trigger, Tree], tests: dict[int, tuple[int, Test]]) -> list[list[Any]]:
    return [
        [trigger.kind, trigger.name, trigger.timer, _tree(item, tests)]
        for trigger, item in tuple(trees.items())
    ]


def _tree(item: Tree, tests: dict[int, tuple[int, Test]]) -> Any:
    if isinstance(item, Edge):
        return item.index
    number, _ = tests.setdefault(id(item.test), (len(tests), item.test))
    return {
        "ask": number,
        "answers": [[answer, _tree(below, tests)] for answer, below in tuple(item.answers.items())],
    }


def _read_trees(trees: list[list[Any]], tests: list[Test], edges: list[Edge]) -> dict[Trigger, Tree]:
    return {Trigger(kind, name, timer): _read_tree(item, tests, edges) for kind, name, timer, item in trees}


def _read_tree(item: Any, tests: list[Test], edges: list[Edge]) -> Tree:
    if isinstance(item, int):
        return edges[item]
    answers = {answer: _read_tree(below, tests, edges) for answer, below in item["answers"]}
    return Branch(tests[item["ask"]], answers)
