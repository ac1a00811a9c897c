"""`policy-engine sources`: where each row is found, for people and for programs."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from policy_engine.ready import ready_policies
from tests.cli.conftest import Runs

POLICY = """policy: talk
format: 1
version: "1"
sources: [art-1, art-2]
events: {swears: {source: art-1}}
initial: talk
states:
  talk: {source: art-2, on: {swears: {}}}
"""
SHEET = """sheet: rules
format: 1
languages: [nl, en]
sources:
  art-1: {kind: event, text: {nl: iemand scheldt, en: somebody swears}}
  art-2: {kind: state, text: {nl: er wordt gepraat, en: people talk}}
  art-3: {kind: rule, text: {nl: een bord, en: a sign}, exempt: {nl: geen gesprek, en: no talk}}
"""
LACKING = SHEET + "  art-4: {kind: guard, text: {nl: genoeg, en: enough}}\n"


@pytest.fixture
def folder() -> Path:
    """A policy and the sheet beside it."""
    Path("sources").mkdir()
    Path("sources/rules.yaml").write_text(SHEET, "utf-8")
    Path("talk.yaml").write_text(POLICY, "utf-8")
    return Path()


def test_each_row_is_shown_with_the_places_where_it_is_found(run: Runs, folder: Path) -> None:
    ran = run("sources", folder)

    assert (0, "") == (ran.status, ran.err)
    assert [
        "row    kind   what it says     where it is found",
        "art-1  event  somebody swears  talk:5 swears",
        "art-2  state  people talk      talk:8 talk",
        "art-3  rule   a sign           exempt: no talk",
        "rows: 3; found: 2, exempt: 1, nowhere: 0",
    ] == [line.rstrip() for line in ran.out.splitlines()]


def test_the_words_are_dutch_where_that_is_asked_for(run: Runs, folder: Path) -> None:
    out = run("sources", folder, "--lang", "nl").out

    assert "iemand scheldt" in out
    assert "uitgezonderd: geen gesprek" in out
    assert out.endswith("regels: 3; gevonden: 2, uitgezonderd: 1, nergens: 0\n")


def test_a_row_that_is_nowhere_falls_short(run: Runs, folder: Path) -> None:
    Path("sources/rules.yaml").write_text(LACKING, "utf-8")

    ran = run("sources", folder, "--missing")

    assert 1 == ran.status
    assert ["art-4  guard  enough        nowhere"] == [
        line.rstrip() for line in ran.out.splitlines() if line.startswith("art")
    ]


def test_a_policy_alone_answers_for_the_rows_that_it_lists(run: Runs, folder: Path) -> None:
    Path("sources/rules.yaml").write_text(LACKING, "utf-8")

    ran = run("sources", folder / "talk.yaml", "--missing")

    assert (0, "rows: 2; found: 2, exempt: 0, nowhere: 0\n") == (ran.status, ran.out)


def test_programs_get_the_table_as_json(run: Runs, folder: Path) -> None:
    table = json.loads(run("sources", folder, "--format", "json").out)

    assert {"found": 2, "exempt": 1, "missing": 0} == {key: table[key] for key in table if key != "rows"}
    assert {
        "id": "art-1",
        "kind": "event",
        "text": "somebody swears",
        "exempt": None,
        "found": [{"policy": "talk", "element": "event", "name": "swears", "file": "talk.yaml", "line": 5}],
    } == table["rows"][0]


def test_and_as_csv_with_a_line_for_each_place(run: Runs, folder: Path) -> None:
    Path("sources/rules.yaml").write_text(LACKING, "utf-8")

    rows = list(csv.DictReader(run("sources", folder, "--format", "csv").out.splitlines()))

    assert ["art-1", "art-2", "art-3", "art-4"] == [row["id"] for row in rows]
    assert ("talk", "state", "talk", "8") == tuple(
        rows[1][key] for key in ("policy", "element", "name", "line")
    )
    assert ("no talk", "") == (rows[2]["exempt"], rows[2]["policy"])


def test_without_a_name_all_ready_policies_are_meant(run: Runs) -> None:
    ran = run("sources", "--missing")

    assert 0 == ran.status
    assert ran.out.endswith("nowhere: 0\n")


def test_a_policy_without_sources_has_an_empty_table(run: Runs) -> None:
    assert "rows: 0; found: 0, exempt: 0, nowhere: 0\n" == run("sources", "starter").out


def test_a_policy_or_a_sheet_with_mistakes_is_told(run: Runs, folder: Path) -> None:
    Path("sources/rules.yaml").write_text(SHEET.replace("kind: event", "kind: evnt"), "utf-8")
    sheet = run("sources", folder)
    Path("talk.yaml").write_text(POLICY.replace("source: art-1", "sorce: art-1"), "utf-8")
    policy = run("sources", folder)

    assert (1, 1) == (sheet.status, policy.status)
    assert "sources/rules.yaml:5:17: error[unknown-choice]" in sheet.err
    assert "talk.yaml:5:19: error[unknown-key]" in policy.err


def test_a_folder_without_policies_and_a_file_that_is_not_there_are_told(run: Runs) -> None:
    Path("empty").mkdir()

    assert "there are no `.yaml` files" in run("sources", "empty").err
    assert 2 == run("sources", "none.yaml").status


def test_check_reads_the_sheet_beside_a_policy(run: Runs, folder: Path) -> None:
    Path("sources/rules.yaml").write_text(SHEET.replace("kind: event", "kind: phrase-say"), "utf-8")

    ran = run("check", folder, "--strict")

    assert 1 == ran.status
    assert "talk.yaml:5:27: warning[source-other-kind]" in ran.out
    assert ran.out.endswith("2 files checked, 0 mistakes, 1 warning\n")


def test_check_tells_the_mistakes_of_a_sheet_once(run: Runs, folder: Path) -> None:
    Path("sources/rules.yaml").write_text(SHEET.replace("kind: event", "kind: evnt"), "utf-8")

    assert 1 == run("check", folder).out.count("unknown-choice")


def test_the_sheet_of_the_ready_policies_comes_with_them() -> None:
    assert (ready_policies()["starter"].parent / "sources" / "call_centre_articles.yaml").is_file()
