"""A mistake inside a scalar stands at its own column, however the scalar is quoted."""

from __future__ import annotations

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import MappingNode, Scalar
from policy_engine.document.read import read_document
from policy_engine.model.expressions.place import Place


def _spot(source: str, word: str) -> tuple[int, int, int, int]:
    document = read_document(source, "a.yaml", Diagnostics())
    assert document is not None
    assert isinstance(document.root, MappingNode)
    scalar = document.root["a"]
    assert isinstance(scalar, Scalar)
    start = scalar.text.index(word)
    span = Place.of(scalar).span(start, start + len(word))
    return (span.line, span.column, span.end_line, span.end_column)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a: é = b", (1, 6, 1, 7)),
        ("a: 'é = b'", (1, 7, 1, 8)),
        ('a: "é = b"', (1, 7, 1, 8)),
        ("a: 'x ''y'' = b'", (1, 13, 1, 14)),
        ('a: "x \\t = b"', (1, 4, 1, 14)),
        ("a: x\n   = b", (1, 4, 2, 7)),
        ("a: |\n  x\n  = b\n", (1, 4, 3, 6)),
    ],
)
def test_a_sign_stands_where_it_is_written(source: str, expected: tuple[int, int, int, int]) -> None:
    assert expected == _spot(source, "=")


def test_behind_the_last_character_there_is_still_a_place() -> None:
    document = read_document("a: 'b'", "a.yaml", Diagnostics())
    assert document is not None
    assert isinstance(document.root, MappingNode)
    scalar = document.root["a"]
    assert isinstance(scalar, Scalar)
    span = Place.of(scalar).span(1, 1)

    assert (6, 7) == (span.column, span.end_column)
