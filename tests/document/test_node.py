"""Nodes are asked by key."""

from __future__ import annotations

from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Entry, MappingNode, Scalar

SPAN = Span("a.yaml", 1, 1, 1, 2)


def test_a_value_is_found_by_its_key() -> None:
    value = Scalar(SPAN, "c", "c", plain=True)
    node = MappingNode(SPAN, (Entry(Scalar(SPAN, "a", "a", plain=True), value),))

    assert value is node.get("a")
    assert None is node.get("b")
