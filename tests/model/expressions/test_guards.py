"""Named conditions: any order, no cycles, one report for one mistake."""

from __future__ import annotations

from dataclasses import replace

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import MappingNode
from policy_engine.document.read import read_document
from policy_engine.model.expressions.guards import read_guards
from policy_engine.model.expressions.scope import Scope
from tests.model.expressions.scopes import SCOPE, mistakes


def _read(source: str, scope: Scope = SCOPE) -> tuple[dict[str, str], list[tuple[str, int, int]]]:
    sink = Diagnostics()
    document = read_document(source, "a.yaml", sink)
    assert document is not None
    assert isinstance(document.root, MappingNode)
    found = read_guards(document.root, scope, sink)
    return (
        {name: str(expr) for name, expr in found.items()},
        [(item.code, item.line, item.column) for item in sink.sorted()],
    )


def test_guards_may_use_each_other_in_any_order() -> None:
    found, wrong = _read("c: a and b\na: b or solved\nb: warnings > 1\n")

    assert {"c": "a and b", "a": "b or solved", "b": "warnings > 1"} == found
    assert [] == wrong


def test_a_cycle_is_named_once() -> None:
    found, wrong = _read("a: solved and b\nb: c\nc: not b\nd: a\ne: solved\n")

    assert {"e": "solved"} == found
    assert [("guard-cycle", 2, 1)] == wrong


def test_a_guard_that_needs_itself_is_a_cycle() -> None:
    sink = Diagnostics()
    document = read_document("a: not a\n", "a.yaml", sink)
    assert document is not None
    assert isinstance(document.root, MappingNode)

    assert {} == read_guards(document.root, SCOPE, sink)
    assert "these named conditions need each other: a → a" == sink.items[0].message


def test_two_cycles_through_one_guard_are_told_once() -> None:
    _, wrong = _read("a: b or c\nb: a\nc: a\n")

    assert [("guard-cycle", 1, 1)] == wrong


def test_one_mistake_is_reported_once_however_many_guards_build_on_it() -> None:
    found, wrong = _read("a: b and c\nb: c or mood in ['calm']\nc: warnings\nd: [x]\ne: d or solved\nf: (\n")

    assert {} == found
    assert [
        ("not-a-condition", 3, 4),
        ("condition-wanted", 4, 4),
        ("operand-missing-after", 6, 4),
    ] == wrong


def test_a_guard_takes_its_limits_along() -> None:
    document = read_document("a: in_state('warn')\nb: by == 'agent'\nc: a and b\n", "a.yaml", Diagnostics())
    assert document is not None
    assert isinstance(document.root, MappingNode)
    guards = read_guards(document.root, SCOPE, Diagnostics())
    elsewhere = replace(SCOPE, guards=guards, roles=(), in_state_allowed=False)

    assert [("in-state-not-here", 1)] == mistakes("a", elsewhere)
    assert [("by-not-here", 1)] == mistakes("b", elsewhere)
    assert [("in-state-not-here", 1)] == mistakes("c", elsewhere)
