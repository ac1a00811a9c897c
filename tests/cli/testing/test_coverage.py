"""`test --coverage`: what scenarios leave out, where it stands, and what it would take."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Runs

TOLD = """\
scenarios/desk.yaml
  passed  waits
1 scenario, 1 passed, 0 failed
coverage of desk: 2 of 6, 33.3 %
  desk.yaml:9:14: in `talk`, `forbid` of `goes`: never let through
      1. the start → `talk`
      2. `insult` (insults) → `talk`
      3. `goes` → `gone`
  desk.yaml:11:15: in `talk`, `insult`: never taken
      1. the start → `talk`
      2. `insult` (insults) → `talk`
  desk.yaml:12:13: in `talk`, `goes`: never taken
      1. the start → `talk`
      2. `insult` (insults) → `talk`
      3. `goes` → `gone`
  desk.yaml:13:3: `gone`: never entered
      1. the start → `talk`
      2. `insult` (insults) → `talk`
      3. `goes` → `gone`
  desk.yaml:14:3: `lost`: never entered
      no session can come to this
  desk.yaml:14:21: in `lost`, `goes`: never taken
      no session can come to this
"""


def test_what_is_left_out_is_told_with_its_line_and_what_it_would_take(run: Runs, desk: Path) -> None:
    ran = run("test", desk, "--coverage")

    assert (0, TOLD, "") == (ran.status, ran.out, ran.err)


def test_coverage_is_told_in_dutch_too(run: Runs, desk: Path) -> None:
    out = run("test", desk, "--coverage", "--lang", "nl").out

    assert "dekking van desk: 2 van 6, 33,3 %" in out
    assert "desk.yaml:12:13: in `talk`, `goes`: nooit genomen\n      1. het begin → `talk`" in out
    assert "      geen sessie kan hier komen\n" in out


def test_less_than_was_asked_for_falls_short(run: Runs, desk: Path) -> None:
    enough = run("test", desk, "--coverage", "--fail-under", "33.3")
    short = run("test", desk, "--coverage", "--fail-under", "33.4")

    assert (0, "") == (enough.status, enough.err)
    assert 1 == short.status
    assert short.err.startswith("policy-engine: the coverage of `desk` is 33.3 %, less than 33.4 %; ")


def test_all_files_of_a_policy_count_together(run: Runs, desk: Path) -> None:
    Path("more.yaml").write_text("policy: desk\nscenarios:\n  goes: {steps: [insult, goes]}\n")

    ran = run("test", desk, "more.yaml", "--coverage", "--fail-under", "100")

    assert 0 == ran.status
    assert "coverage of desk: 6 of 6, 100 %\n" in ran.out
    assert 1 == ran.out.count("coverage of")


def test_fail_under_asks_for_a_share_of_something(run: Runs, desk: Path) -> None:
    ran = run("test", desk, "--fail-under", "80")

    assert (2, "") == (ran.status, ran.out)
    assert "`--fail-under` asks for a share of something; add `--coverage`" in ran.err


def test_coverage_as_json_has_what_is_missing_and_what_cannot_be_reached(run: Runs, desk: Path) -> None:
    (coverage,) = json.loads(run("test", desk, "--coverage", "--format", "json").out)["coverage"]

    assert ("desk", "desk.yaml", 2, 6, 33.3) == tuple(
        coverage[key] for key in ("policy", "file", "covered", "total", "percent")
    )
    assert {
        "id": "talk.on.insult.0",
        "kind": "branch",
        "file": "desk.yaml",
        "line": 11,
        "column": 15,
        "message": "in `talk`, `insult`: never taken",
        "course": ["1. the start → `talk`", "2. `insult` (insults) → `talk`"],
    } == coverage["missing"][1]
    assert ["lost", "lost.on.goes.0"] == [item["id"] for item in coverage["unreachable"]]
