"""Sheets of rows: read with the same care as policies, and held against what policies cite."""

from __future__ import annotations

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Word
from policy_engine.model.resolve.sheets import check_against, is_sheet, read_cited, read_sheet
from policy_engine.model.sources import Citation, Cited, Row, trace

SHEET = """sheet: rules
format: 1
sources:
  one: {kind: event, text: somebody swears}
  two: {kind: rule, exempt: not for a talk}
  three:
"""
POLICY = """policy: talk
format: 1
version: "1"
sources: SOURCES
events: {swears: {source: one}}
initial: talk
states:
  talk: {source: two}
"""


def rows(text: str = SHEET) -> tuple[Row, ...]:
    found = read_sheet(text.encode(), "rules.yaml", Diagnostics())
    assert found is not None
    return found


def cited(sources: str = "[one]", text: str = POLICY) -> Cited:
    found = read_cited(text.replace("SOURCES", sources).encode(), "talk.yaml", Diagnostics())
    assert found is not None
    return found


def told(text: str) -> list[tuple[str, int, int]]:
    sink = Diagnostics()
    assert read_sheet(text.encode(), "rules.yaml", sink) is None
    return [(item.code, item.line, item.column) for item in sink.sorted()]


def test_a_sheet_gives_its_rows_in_order() -> None:
    assert [
        ("one", "event", ("somebody swears",), None),
        ("two", "rule", None, ("not for a talk",)),
        ("three", None, None, None),
    ] == [(row.id, row.kind, row.text.get(""), row.exempt.get("")) for row in rows()]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("sheet: rules\n", "", ("missing-key", 1, 1)),
        ("kind: event", "kind: evnt", ("unknown-choice", 4, 15)),
        ("format: 1", "format: 2", ("unknown-format", 2, 9)),
        ("text: somebody swears", "text: {en: somebody swears}", ("no-languages-declared", 4, 28)),
        ("format: 1\n", "format: 1\nlanguages: [nl, en]\n", ("text-needs-languages", 5, 28)),
        ("  three:\n", "  three: [a]\n", ("wrong-type", 6, 10)),
    ],
)
def test_a_mistake_in_a_sheet_is_told_with_its_place(
    old: str, new: str, finding: tuple[str, int, int]
) -> None:
    assert finding in told(SHEET.replace(old, new))


def test_a_sheet_that_is_no_yaml_is_told() -> None:
    assert ["empty-file"] == [code for code, _, _ in told("# nothing\n")]


@pytest.mark.parametrize(
    ("text", "sheet"),
    [(SHEET, True), (POLICY, False), ("# a sheet: of paper\nstates: {}\n", False), ("sheet: [", False)],
)
def test_a_sheet_is_known_by_its_head(text: str, sheet: bool) -> None:
    assert sheet is is_sheet(text.encode())


def test_a_policy_with_mistakes_of_form_says_nothing_of_its_sources() -> None:
    sink = Diagnostics()

    assert read_cited(b"policy: [talk]\n", "talk.yaml", sink) is None
    assert sink.has_errors


def test_a_policy_is_held_against_the_kinds_of_a_sheet() -> None:
    sink = Diagnostics()
    check_against(
        cited(text=POLICY.replace("talk: {source: two}", "talk: {source: [one, two]}")), rows(), sink
    )

    assert ["source-other-kind", "source-exempt"] == [item.code for item in sink]


def test_a_policy_that_lists_no_rows_is_left_alone() -> None:
    sink = Diagnostics()
    check_against(cited(text=POLICY.replace("sources: SOURCES\n", "")), rows(), sink)

    assert [] == list(sink)


def test_policies_that_answer_for_a_whole_sheet_lack_what_they_do_not_cite() -> None:
    found = trace(rows(), [cited()], whole=True)

    assert [("one", False), ("two", False), ("three", True)] == [(row.id, row.missing) for row in found]


def test_a_policy_alone_answers_for_what_it_lists_and_cites() -> None:
    found = trace(rows(), [cited("{one: {}, four: {kind: guard, text: own words}}")], whole=False)

    assert ["one", "two", "four"] == [row.id for row in found]
    assert ["event", "rule", "guard"] == [row.kind for row in found]
    assert [True] == [row.missing for row in found if row.id == "four"]
    assert ("own words",) == found[-1].text[""]


def test_a_row_is_found_in_every_policy_that_cites_it() -> None:
    one, other = cited(), Cited("other", None, (Citation(Word.of("one", rows()[0].span), "event", "curses"),))
    [row, *_] = trace(rows(), [one, other], whole=True)

    assert [("talk", "swears"), ("other", "curses")] == [(policy, item.name) for policy, item in row.found]
