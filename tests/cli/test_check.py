"""`check`: every mistake of every file at once."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from policy_engine.ready import ready_policies
from tests.cli.conftest import Runs

MISSPELT = ("on: {bell: {do: [note_visit]}}", "on: {bel: {do: [note_visit]}}")
GAP = (
    "      thanks: leaving\n",
    "      thanks: [{when: armed and name != '', target: leaving}, {when: not armed, target: waiting}]\n",
)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_policy_without_mistakes_is_fine(run: Runs, visit: Path) -> None:
    ran = run("check", visit)

    assert (0, "1 file checked, 0 mistakes, 0 warnings\n", "") == (ran.status, ran.out, ran.err)


def test_a_ready_policy_is_named_by_its_id(run: Runs) -> None:
    assert run("check", "aggressive_caller", "starter").out.startswith("2 files checked, 0 mistakes, 0 warn")


def test_a_mistake_is_shown_with_its_line_a_mark_and_what_to_write(run: Runs, visit: Path) -> None:
    change(visit, *MISSPELT)

    ran = run("check", visit)

    assert ran.status == 1
    lines = ran.out.splitlines()
    assert lines[0] == "visit.yaml:62:14: error[undeclared-event]: the event `bel` is not declared"
    assert lines[1].endswith("on: {bel: {do: [note_visit]}}")
    assert lines[2].split() == ["|", "^~~"]
    assert "did you mean `bell`?" in lines[3]
    assert lines[-1] == "1 file checked, 1 mistake, 0 warnings"


def test_the_words_are_dutch_where_that_is_asked_for(run: Runs, visit: Path) -> None:
    change(visit, *MISSPELT)

    out = run("check", visit, "--lang", "nl").out

    assert "bedoelt u `bell`?" in out
    assert out.endswith("1 bestand gecontroleerd, 1 fout, 0 waarschuwingen\n")


def test_the_words_follow_the_locale(run: Runs, visit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")

    assert run("check", visit).out == "1 bestand gecontroleerd, 0 fouten, 0 waarschuwingen\n"


def test_all_mistakes_of_all_files_come_at_once(run: Runs, visit: Path) -> None:
    other = Path("other.yaml")
    other.write_bytes(visit.read_bytes())
    change(visit, *MISSPELT)
    change(other, "initial: desk", "initial: dsk")
    change(other, *MISSPELT)

    out = run("check", visit, other).out

    assert [
        ("visit.yaml", "undeclared-event"),
        ("other.yaml", "undeclared-state"),
        ("other.yaml", "undeclared-event"),
    ] == [
        (line.split(":")[0], line.split("[")[1].split("]")[0])
        for line in out.splitlines()
        if ": error[" in line
    ]
    assert out.endswith("2 files checked, 3 mistakes, 0 warnings\n")


@pytest.mark.usefixtures("visit")
def test_a_folder_stands_for_its_policies_and_scenarios(run: Runs) -> None:
    change(Path("scenarios/visit.yaml"), "event: thanks", "event: thank")

    ran = run("check", ".")

    assert ran.status == 1
    assert "scenarios/visit.yaml:7:17: error[undeclared-event]" in ran.out
    assert "2 files checked, 1 mistake, 0 warnings" in ran.out


def test_a_file_named_twice_is_checked_once(run: Runs, visit: Path) -> None:
    assert run("check", visit, ".", visit).out == "2 files checked, 0 mistakes, 0 warnings\n"


def test_a_folder_without_policies_is_a_wrong_call(run: Runs, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    ran = run("check", "empty")

    assert (2, "", "policy-engine: there are no `.yaml` files in the folder `empty`\n") == (
        ran.status,
        ran.out,
        ran.err,
    )


def test_a_missing_file_is_told_and_the_others_are_still_checked(run: Runs, visit: Path) -> None:
    ran = run("check", "none.yaml", visit)

    assert 2 == ran.status
    assert "1 file checked, 0 mistakes, 0 warnings\n" == ran.out
    assert "policy-engine: there is no file `none.yaml`\n" == ran.err


def test_a_wrong_id_is_answered_with_the_nearest_and_all_others(run: Runs, visit: Path) -> None:
    ran = run("check", "agressive_caller", visit)

    assert 2 == ran.status
    ready = ", ".join(f"`{name}`" for name in ready_policies())
    assert (
        "policy-engine: there is no file and no ready policy `agressive_caller`; "
        f"did you mean `aggressive_caller`? the ready ones are {ready}; "
        "another policy is named by its file\n"
    ) == ran.err


def test_a_name_that_no_file_can_have_is_told(run: Runs) -> None:
    ran = run("check", "a\0.yaml")

    assert 2 == ran.status
    assert "can't be read: its name has a null character in it" in ran.err


def test_a_huge_file_is_refused_and_not_read_whole(run: Runs) -> None:
    Path("huge.yaml").write_bytes(b"x" * 10_000_000)

    ran = run("check", "huge.yaml")

    assert 1 == ran.status
    assert "huge.yaml:1:1: error[" in ran.out


def test_a_file_that_is_not_text_is_a_finding_and_no_failure(run: Runs) -> None:
    Path("picture.yaml").write_bytes(bytes(range(256)))

    assert (1, "") == (run("check", "picture.yaml").status, run("check", "picture.yaml").err)


def test_a_warning_is_fine_unless_the_call_is_strict(run: Runs, visit: Path) -> None:
    change(visit, *GAP)

    relaxed, strict = run("check", visit), run("check", visit, "--strict")

    assert (0, 1) == (relaxed.status, strict.status)
    assert "warning[branch-gap]" in relaxed.out
    assert relaxed.out == strict.out
    assert relaxed.out.endswith("1 file checked, 0 mistakes, 1 warning\n")


REMARK = ("  # policy-engine: allow missing-label - it is heard, not read", "")


def test_a_remark_is_fine_even_where_the_call_is_strict(run: Runs, visit: Path) -> None:
    change(visit, *REMARK)

    ran = run("check", visit, "--strict")

    assert 0 == ran.status
    assert ran.out.startswith("visit.yaml:31:3: remark[missing-label]: the event `bell` has no label")
    assert ran.out.endswith("1 file checked, 0 mistakes, 0 warnings, 1 remark\n")
    assert run("check", visit, "--lang", "nl").out.endswith("0 fouten, 0 waarschuwingen, 1 opmerking\n")


def test_a_remark_is_a_note_in_every_form(run: Runs, visit: Path) -> None:
    change(visit, *REMARK)

    assert run("check", visit, "--format", "github").out.startswith("::notice file=visit.yaml,line=31")
    (result,) = json.loads(run("check", visit, "--format", "sarif").out)["runs"][0]["results"]
    written = json.loads(run("check", visit, "--format", "json").out)
    assert "note" == result["level"]
    assert (0, 0, 1) == (written["errors"], written["warnings"], written["information"])
    assert "<failure" not in run("check", visit, "--format", "junit", "--strict").out


def test_json_has_every_field_of_a_diagnostic(run: Runs, visit: Path) -> None:
    change(visit, *MISSPELT)

    ran = run("check", visit, "none.yaml", "--format", "json")

    written = json.loads(ran.out)
    assert (2, ["visit.yaml"], 1, 0) == (ran.status, written["files"], written["errors"], written["warnings"])
    (found,) = written["diagnostics"]
    assert {
        "code": "undeclared-event",
        "severity": "error",
        "message": "the event `bel` is not declared",
        "help": found["help"],
        "file": "visit.yaml",
        "line": 62,
        "column": 14,
        "end_line": 62,
        "end_column": 17,
        "course": [],
    } == found
    assert "did you mean `bell`?" in found["help"]


NONE = "states:\n"
ONE = "properties: {seated: {always: complaints <= 2}}\nstates:\n"
TWO = "properties: {seated: {always: complaints <= 2}, busy: {always: complaints >= 0}}\nstates:\n"


@pytest.mark.parametrize(
    ("properties", "english", "dutch", "read"),
    [
        (NONE, "0 warnings", "0 waarschuwingen", 0),
        (
            ONE,
            "0 warnings; 1 of 1 property proved, in {} situations",
            "0 waarschuwingen; 1 van 1 eigenschap bewezen, in {} situaties",
            1,
        ),
        (
            TWO,
            "0 warnings; 2 of 2 properties proved, in {} situations",
            "0 waarschuwingen; 2 van 2 eigenschappen bewezen, in {} situaties",
            2,
        ),
    ],
)
def test_properties_that_hold_are_counted(
    run: Runs, visit: Path, properties: str, english: str, dutch: str, read: int
) -> None:
    visit.write_text(
        re.sub("^states:\n", properties, visit.read_text(encoding="utf-8"), flags=re.MULTILINE),
        encoding="utf-8",
    )

    written = json.loads(run("check", visit, "--format", "json").out)
    situations = written["properties"]["situations"]
    assert bool(read) == bool(situations)
    assert written["properties"] == {"read": read, "proved": read, "situations": situations}
    expected = english.format(situations), dutch.format(situations)
    assert run("check", visit, "--strict").out == f"1 file checked, 0 mistakes, {expected[0]}\n"
    assert run("check", visit, "--lang", "nl").out == f"1 bestand gecontroleerd, 0 fouten, {expected[1]}\n"
    assert written["diagnostics"] == []


def test_a_property_that_does_not_hold_is_a_mistake_with_a_course(run: Runs, visit: Path) -> None:
    broken = "properties: {seated: {always: complaints < 1}}\nstates:\n"
    visit.write_text(
        re.sub("^states:\n", broken, visit.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8"
    )

    ran = run("check", visit, "--format", "json")

    written = json.loads(ran.out)
    (found,) = written["diagnostics"]
    assert (1, "always-broken", "error") == (ran.status, found["code"], found["severity"])
    assert written["properties"]["proved"] == 0
    assert len(found["course"]) > 1
    assert f"   1. {found['course'][0]}" in run("check", visit).out


def test_json_speaks_dutch_too(run: Runs, visit: Path) -> None:
    change(visit, *MISSPELT)

    written = json.loads(run("check", visit, "--format", "json", "--lang", "nl").out)

    assert "bedoelt u `bell`?" in written["diagnostics"][0]["help"]


def test_every_value_of_the_parameters_is_checked(run: Runs, visit: Path) -> None:
    # With patience 1 the counter stays in its range; with 2 it would leave it.
    change(visit, "complaints: {counter: 0..2}", "complaints: {counter: 0..1}")

    ran = run("check", visit)

    assert 1 == ran.status
    assert "counter" in ran.out or "range" in ran.out


@pytest.mark.usefixtures("visit")
def test_scenarios_of_an_unknown_policy_are_a_mistake_of_theirs(run: Runs) -> None:
    Path("scenarios/alone.yaml").write_text("policy: startr\nscenarios: {a: {steps: [complains]}}\n")

    ran = run("check", "scenarios/alone.yaml")

    assert 1 == ran.status
    assert "scenarios/alone.yaml:1:9: error[scenarios-policy-unknown]" in ran.out
    assert "did you mean `starter`?" in ran.out


def test_scenarios_of_a_ready_policy_may_stand_anywhere(run: Runs) -> None:
    Path("mine.yaml").write_text("policy: starter\nscenarios: {a: {steps: [hangs_up]}}\n")

    assert run("check", "mine.yaml").out == "1 file checked, 0 mistakes, 0 warnings\n"


def test_scenarios_of_a_policy_with_mistakes_say_so(run: Runs, visit: Path) -> None:
    change(visit, *MISSPELT)

    ran = run("check", "scenarios/visit.yaml")

    assert "scenarios/visit.yaml:1:9: error[scenarios-policy-broken]" in ran.out
    assert "check `visit.yaml` first" in ran.out


@pytest.mark.usefixtures("visit")
def test_a_scenario_file_beside_its_policy_finds_it(run: Runs) -> None:
    Path("visit_scenarios.yml").write_bytes(Path("scenarios/visit.yaml").read_bytes())

    assert run("check", "visit_scenarios.yml").status == 0


def test_scenarios_that_name_no_policy_are_told_so(run: Runs) -> None:
    Path("s.yaml").write_text("scenarios: {a: {steps: [bell]}}\n")

    assert "s.yaml:1:1: error[missing-key]" in run("check", "s.yaml").out


def test_scenarios_that_bear_the_name_of_their_policy_are_not_taken_for_it(run: Runs) -> None:
    Path("starter.yaml").write_text("policy: starter\nscenarios: {a: {steps: [hangs_up]}}\n")

    assert "1 file checked, 0 mistakes, 0 warnings\n" == run("check", "starter.yaml").out


TELLER = """policy: teller
format: 1
version: "1"
facts: {who: {text: ""}}
events: {e: {}}
initial: a
states: {a: {on: {e: {do: {tell: {policy: ledger, key: who, event: %s}}}}}}
"""
LEDGER = """policy: ledger
format: 1
version: "1"
events: {abuse: {}}
initial: a
states: {a: {on: {abuse: {}}}}
"""


def test_files_are_checked_together(run: Runs, tmp_path: Path) -> None:
    (tmp_path / "ledger.yaml").write_text(LEDGER)
    (tmp_path / "teller.yaml").write_text(TELLER % "abuze")

    ran = run("check", "teller.yaml", "ledger.yaml")

    assert 1 == ran.status
    assert ran.out.startswith("teller.yaml:7:68: error[told-unknown-event]")
    assert "did you mean `abuse`? it has `abuse`" in ran.out
    assert 0 == run("check", "teller.yaml").status


def test_files_that_fit_are_fine_together(run: Runs, tmp_path: Path) -> None:
    (tmp_path / "ledger.yaml").write_text(LEDGER)
    (tmp_path / "teller.yaml").write_text(TELLER % "abuse")

    ran = run("check", ".")

    assert (0, "2 files checked, 0 mistakes, 0 warnings\n") == (ran.status, ran.out)
