"""Conditions that a file has more than once."""

from __future__ import annotations

from typing import Any

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import SequenceNode
from policy_engine.document.read import read_document
from policy_engine.model.resolve.scopes import EventData, Reader
from tests.model.expressions.scopes import COUNTER, SCOPE, TEXT, declared

ONCE_MORE = [
    "- not solved\n- not solved\n-    not solved",
    "- topic == 'it''s'\n- \"topic == 'it''s'\"\n- 'topic == ''it''''s'''\n- \"topic == 'it\\x27's'\"",
    "- not\n    solved\n- not solved\n- not\n    solved",
    "- true\n- 'true'\n- true",
    "- warnings > 1 and solved\n- 'warnings > 1 and solved'\n- {when: warnings > 1 and solved}",
]


def _reader(sink: Diagnostics) -> Reader:
    return Reader(SCOPE, tuple(SCOPE.roles), set(), sink)


def _conditions(text: str) -> list[Any]:
    document = read_document(text, "a.yaml", Diagnostics())
    assert document is not None
    assert isinstance(document.root, SequenceNode)
    return [item["when"] if isinstance(item, dict) else item for item in document.root]


@pytest.mark.parametrize("text", ONCE_MORE)
def test_a_condition_is_the_same_wherever_it_was_written_before(text: str) -> None:
    reader, leaves = _reader(Diagnostics()), _conditions(text)

    assert [repr(_reader(Diagnostics()).condition(leaf)) for leaf in leaves] == [
        repr(reader.condition(leaf)) for leaf in leaves
    ]


def test_a_mistake_is_told_at_each_place() -> None:
    sink = Diagnostics()
    reader = _reader(sink)

    for leaf in _conditions("- solvd\n- solvd"):
        reader.condition(leaf)

    assert [1, 2] == [item.line for item in sink.sorted()]


def test_equal_words_are_read_anew_where_something_else_is_in_reach() -> None:
    sink = Diagnostics()
    reader, leaves = _reader(sink), _conditions("- event.note == ''\n- event.note == ''")
    texts, numbers = (EventData(declared(note=kind), frozenset(), open=False) for kind in (TEXT, COUNTER))

    read = [reader.condition(leaf, data) for leaf, data in zip(leaves, (texts, numbers), strict=True)]

    assert [False, True] == [expr is None for expr in read]
    assert ["different-types"] == [item.code for item in sink]
