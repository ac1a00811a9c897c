"""Every row of the articles behind the ready policies is found in them, and is not taken away unnoticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import MappingNode, SequenceNode
from policy_engine.document.read import read_document
from policy_engine.model.files.policy import PolicyFile
from policy_engine.model.files.shape import read_shape
from policy_engine.model.resolve.citations import check_sources
from policy_engine.model.resolve.sheets import check_against, read_cited, read_sheet
from policy_engine.model.sources import Cited, Row, trace
from policy_engine.ready import ready_policies

READY = ready_policies()
SHEET = READY["starter"].parent / "sources" / "call_centre_articles.yaml"
MOST_EXEMPT = 50
# How many rows of each kind were drawn from the articles.
KINDS = {
    "state": 16,
    "event": 35,
    "guard": 34,
    "action": 63,
    "phrase-say": 24,
    "phrase-avoid": 9,
    "rule": 41,
    "procedure": 12,
    "role": 6,
    "record": 6,
    "follow-up": 6,
}


@cache
def sheet() -> tuple[Row, ...]:
    sink = Diagnostics()
    rows = read_sheet(SHEET.read_bytes(), SHEET.name, sink)
    assert [] == [item.one_line() for item in sink]
    assert rows is not None
    return rows


@cache
def cited(path: Path) -> Cited:
    found = read_cited(path.read_bytes(), path.name, Diagnostics())
    assert found is not None
    return found


def elements(root: Any) -> Iterator[tuple[Any, Any]]:
    """Everything below a root that has a `source`, as what it stands in and its key or its place there."""
    pending = [root]
    while pending:
        node = pending.pop()
        places = node.items() if isinstance(node, MappingNode) else enumerate(node)
        for place, inner in list(places):
            if isinstance(inner, MappingNode | SequenceNode):
                pending.append(inner)
            if isinstance(inner, MappingNode) and "source" in inner:
                yield node, place


def test_the_sheet_has_every_row_with_its_kind() -> None:
    assert KINDS == Counter(row.kind for row in sheet())
    assert 252 == len({row.id for row in sheet()})


def test_every_row_says_something_in_both_languages() -> None:
    assert [] == [row.id for row in sheet() if {"nl", "en"} != set(row.text)]


def test_every_row_is_found_in_a_ready_policy() -> None:
    rows = trace(sheet(), [cited(path) for path in READY.values()], whole=True)

    assert [] == [row.id for row in rows if row.missing]


def test_only_rules_and_procedures_are_exempt_and_not_many() -> None:
    exempt = [row for row in sheet() if row.exempt]

    assert len(exempt) <= MOST_EXEMPT
    assert {"rule", "procedure"} >= {row.kind for row in exempt}


@pytest.mark.parametrize("path", READY.values(), ids=lambda path: path.stem)
def test_every_row_stands_on_an_element_of_its_kind(path: Path) -> None:
    sink = Diagnostics()
    check_against(cited(path), sheet(), sink)

    assert [] == [item.one_line() for item in sink]


@pytest.mark.parametrize("path", READY.values(), ids=lambda path: path.stem)
def test_taking_away_any_element_that_carries_a_row_is_noticed(path: Path) -> None:
    document = read_document(path.read_bytes(), path.name, Diagnostics())
    assert document is not None
    root = document.root
    assert isinstance(root, MappingNode)
    unnoticed = []
    for inside, place in elements(root):
        rows = set(inside[place]["source"])
        taken = inside.pop(place)
        sink = Diagnostics()
        file = read_shape(PolicyFile, document, sink)
        assert file is not None
        check_sources(file, sink)
        told = {item.fields["row"] for item in sink if item.code == "source-nowhere"}
        if not rows <= told:
            unnoticed.append((str(place), rows - told))
        if isinstance(inside, MappingNode):
            inside[place] = taken
        else:
            inside.insert(place, taken)

    assert [] == unnoticed
