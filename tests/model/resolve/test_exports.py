from __future__ import annotations

import pytest

from policy_engine.model.types import Type
from tests.model.reading import chart_of, codes, findings

HEAD = """
parameters: {most: {range: 2..3, default: 3}}
facts: {name: {text: ""}, debt: {number: 0}}
context: {n: {counter: 0..3}, mood: {enum: [calm, angry], default: calm}, who: {person: }}
roles: {agent: {}}
guards: {many: n > 1}
"""
STATES = "initial: a\nstates: {a: {}, b: {}}\n"


def type_of(export: str) -> Type:
    return chart_of(f"{HEAD}exports: {{it: {export}}}\n{STATES}").exports["it"].type


@pytest.mark.parametrize(
    ("export", "expected"),
    [
        ("n", Type("counter", 0, 3)),
        ("most - n", Type("range", -1, 3)),
        ("n + most", Type("range", 2, 6)),
        ("-n", Type("range", -3, 0)),
        ("mood", Type("enum", members=("calm", "angry"))),
        ("name", Type("text")),
        ("who", Type("text")),  # what the host calls that person
        ("debt", Type("number")),
        ("many", Type("flag")),
        ("n > 1 or in_state('a')", Type("flag")),
        ("[{when: many, value: bad}, {else: good}]", Type("enum", members=("bad", "good"))),
        ("[{when: many, value: 9}, {else: {expr: n}}]", Type("range", 0, 9)),
        ("[{when: many, value: {expr: n}}, {else: {expr: n}}]", Type("counter", 0, 3)),
        ("[{when: many, value: x}, {else: {expr: name}}]", Type("text")),
        ("[{when: many, value: true}, {else: {expr: many}}]", Type("flag")),
        ("[{when: many, value: 2.5}, {else: {expr: debt}}]", Type("number")),
    ],
)
def test_an_export_has_the_narrowest_type_that_has_all_of_its_values(export: str, expected: Type) -> None:
    assert expected == type_of(export)


def test_a_list_exports_what_it_names() -> None:
    exports = chart_of(f"{HEAD}exports: [n, name]\n{STATES}").exports

    assert {"n": "n", "name": "name"} == {name: str(item.choices[0].value) for name, item in exports.items()}


@pytest.mark.parametrize(
    ("export", "code"),
    [
        ("by", "by-not-here"),
        ("event.x", "no-event-here"),
        ("in_state('c')", "unknown-state-in-expression"),
        ("[{when: n, value: x}, {else: y}]", "not-a-condition"),
        ("[{when: n > 1, value: {expr: m}}, {else: y}]", "undeclared-name"),
        ("[{when: n > 1, value: x}, {else: {expr: m}}]", "undeclared-name"),
        ("[{value: x}, {else: y}]", "missing-key"),
        ("[{value: x, else: y}]", "export-else-with-when"),
        ("[x]", "wrong-type"),
        ("[{when: n > 1, value: x}, y]", "wrong-type"),
    ],
)
def test_a_wrong_export_is_told_once(export: str, code: str) -> None:
    assert [code] == codes(f"{HEAD}exports: {{it: {export}}}\n{STATES}")


def test_branches_exclude_each_other() -> None:
    branches = "    - {when: n > 0, value: x}\n    - {when: many, value: y}\n    - else: z\n"
    text = f"{HEAD}exports:\n  it:\n{branches}"

    assert [("overlapping-branches", 10, 7)] == findings(text + STATES)
