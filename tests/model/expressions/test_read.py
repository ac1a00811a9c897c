"""Values of `set`, `add` and parameters: literals or expressions of the wanted type."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import MappingNode, Node
from policy_engine.document.read import read_document
from policy_engine.model.expressions.read import read_amount, read_guard, read_value
from policy_engine.model.types import Type
from tests.model.expressions.scopes import COUNTER, FLAG, MOOD, NUMBER, SCOPE, TEXT, guard, scalar


def _node(written: str) -> Node:
    document = read_document(f"a: {written}", "a.yaml", Diagnostics())
    assert document is not None
    assert isinstance(document.root, MappingNode)
    node: Node = document.root["a"]
    return node


def _value(written: str, wanted: Type, *, literal: bool = False) -> str | list[tuple[str, int]]:
    """The value in canonical words, or its mistakes with their columns behind `a: `."""
    sink = Diagnostics()
    expr = read_value(_node(written), wanted, SCOPE, sink, literal=literal)
    assert (expr is None) == sink.has_errors
    return str(expr) if expr is not None else [(item.code, item.column - 3) for item in sink.sorted()]


@pytest.mark.parametrize(
    ("written", "wanted", "expected"),
    [
        ("true", FLAG, "true"),
        ("not solved", FLAG, "not solved"),
        ("'warnings > 1'", FLAG, "warnings > 1"),
        ("2", COUNTER, "2"),
        ("warnings + 1", COUNTER, "warnings + 1"),
        ("'most - 1'", COUNTER, "most - 1"),
        ("{expr: most}", COUNTER, "most"),
        ("angry", MOOD, "'angry'"),
        ("'angry'", MOOD, "'angry'"),
        ("before", MOOD, "before"),
        ("{expr: \"'calm'\"}", MOOD, "'calm'"),
        ("levering", TEXT, "'levering'"),
        ("een late levering", TEXT, "'een late levering'"),
        ("'name'", TEXT, "'name'"),
        ("name", TEXT, "name"),
        ("{expr: name}", TEXT, "name"),
        ('""', TEXT, "''"),
        ("1.5", NUMBER, "1.5"),
        ("-3", NUMBER, "-3"),
        ("amount", NUMBER, "amount"),
    ],
)
def test_a_value_is_read_as_its_type_wants_it(written: str, wanted: Type, expected: str) -> None:
    assert expected == _value(written, wanted)


@pytest.mark.parametrize(
    ("written", "wanted", "expected"),
    [
        ("", FLAG, [("value-wanted", 0)]),
        ("[1]", COUNTER, [("value-wanted", 1)]),
        ("{a: 1}", COUNTER, [("value-wanted", 1)]),
        ("{expr: 1, b: 2}", COUNTER, [("value-wanted", 1)]),
        ("{expr: [1]}", COUNTER, [("value-wanted", 8)]),
        ("{expr: }", COUNTER, [("value-wanted", 8)]),
        ("1", FLAG, [("value-does-not-fit", 1)]),
        ("warnings", FLAG, [("value-does-not-fit", 1)]),
        ("yes", FLAG, [("foreign-word", 1)]),
        ("true", COUNTER, [("value-does-not-fit", 1)]),
        ("4", COUNTER, [("value-out-of-range", 1)]),
        ("-1", COUNTER, [("value-out-of-range", 1)]),
        ("1.5", COUNTER, [("value-does-not-fit", 1)]),
        ("solved", COUNTER, [("value-does-not-fit", 1)]),
        ("warnings * 2", COUNTER, [("no-such-arithmetic", 10)]),
        ("cam", MOOD, [("unknown-member", 1)]),
        ("'cam'", MOOD, [("unknown-member", 1)]),
        ("{expr: \"'cam'\"}", MOOD, [("unknown-member", 9)]),
        ("1", MOOD, [("value-does-not-fit", 1)]),
        ("name", MOOD, [("value-does-not-fit", 1)]),
        ("at_risk", MOOD, [("members-do-not-fit", 1)]),
        ("by", MOOD, [("value-does-not-fit", 1)]),
        ("a or b", MOOD, [("undeclared-name", 1), ("undeclared-name", 6)]),
        ("5", TEXT, [("value-does-not-fit", 1)]),
        ("event.word", TEXT, [("undeclared-datum", 1)]),
        ("warnings", TEXT, [("value-does-not-fit", 1)]),
        ("warnings", NUMBER, [("value-does-not-fit", 1)]),
        (".inf", NUMBER, [("value-does-not-fit", 1)]),
        ("'5'", NUMBER, "5"),
    ],
)
def test_a_value_that_does_not_fit_is_answered(
    written: str, wanted: Type, expected: list[tuple[str, int]]
) -> None:
    assert expected == _value(written, wanted)


@pytest.mark.parametrize(
    ("written", "wanted", "expected"),
    [
        ("name", TEXT, "'name'"),
        ("before", MOOD, [("unknown-member", 1)]),
        ("warnings", COUNTER, [("value-does-not-fit", 1)]),
        ("{expr: warnings}", COUNTER, "warnings"),
        ("2", COUNTER, "2"),
    ],
)
def test_where_literals_stand_an_expression_says_so(
    written: str, wanted: Type, expected: str | list[tuple[str, int]]
) -> None:
    assert expected == _value(written, wanted, literal=True)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1", "1"),
        ("-200", "-200"),
        ("most - 1", "most - 1"),
        ("{expr: warnings}", "warnings"),
        ("true", [("value-does-not-fit", 4)]),
        ("1.5", [("value-does-not-fit", 4)]),
        ("solved", [("value-does-not-fit", 4)]),
        ("nothing", [("undeclared-name", 4)]),
    ],
)
def test_an_amount_is_a_whole_number(written: str, expected: str | list[tuple[str, int]]) -> None:
    sink = Diagnostics()
    expr = read_amount(_node(written), SCOPE, sink)

    assert expected == (str(expr) if expr is not None else [(item.code, item.column) for item in sink])


def test_named_guards_count_for_all_that_they_stand_for() -> None:
    guards = {"g0": guard("solved and solved")}
    for level in range(1, 8):
        scope = replace(SCOPE, guards=guards)
        guards = {**guards, f"g{level}": guard(f"g{level - 1} and g{level - 1}", scope)}
    sink = Diagnostics()

    assert None is read_guard(scalar("g7 or g7"), replace(SCOPE, guards=guards), sink)
    assert ["expression-too-large"] == [item.code for item in sink]


def test_guards_that_build_on_each_other_have_an_end() -> None:
    guards = {"g0": guard("solved")}
    sink = Diagnostics()
    for level in range(1, 40):
        scope = replace(SCOPE, guards=guards)
        expr = read_guard(scalar(f"not g{level - 1}"), scope, sink)
        if expr is None:
            break
        guards = {**guards, f"g{level}": expr}

    assert ["expression-too-deep"] == [item.code for item in sink]
    assert 32 == len(guards)


_WORDS = st.sampled_from(
    (
        *("and", "or", "not", "in", "(", ")", "[", "]", ",", "==", "!=", "<", "+", "-", "=", "*", "&&"),
        *("solved", "warnings", "mood", "at_risk", "no", "name", "amount", "event.words", "by", "é"),
        *(
            "'calm'",
            "'",
            '"',
            "1",
            "2.5",
            ".",
            "in_state('warn')",
            "in_state",
            "true",
            "''",
            "\n",
            "“",
            "\ud800",
        ),
    )
)


@pytest.mark.no_cover
@settings(max_examples=400, deadline=None)
@given(st.lists(_WORDS, max_size=14).map(" ".join) | st.text(max_size=30))
def test_no_text_makes_reading_fail(text: str) -> None:
    sink = Diagnostics()
    for wanted in (FLAG, COUNTER, MOOD, TEXT, NUMBER):
        read_value(scalar(text), wanted, SCOPE, sink)
        read_value(scalar(text, plain=False), wanted, SCOPE, sink)
    expr = read_guard(scalar(text), SCOPE, sink)

    assert expr is not None or sink.has_errors
    assert all(item.message and item.localized("nl").message for item in sink)
