"""`test`: scenarios, and where one parts from what it expects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Runs
from tests.cli.test_stream import LIMITED

FAILS = """\
policy: visit
scenarios:
  right:
    steps: [thanks]
  wrong:
    title: {en: "Sent away", nl: "Weggestuurd"}
    steps: [bell, sent_away, thanks]
    expect: {outcome: left}
"""
TOLD = """\
scenarios/visit.yaml
  passed  right
  FAILED  wrong  Sent away
         start                 → listening
      1  bell       applied    → listening  asks for note_visit
      2  sent_away  forbidden  → listening  “Hear the visitor out.”

      scenarios/visit.yaml:7:19: at step 2, the verdict on `sent_away`
        expected: applied
        actual:   forbidden
2 scenarios, 1 passed, 1 failed
"""


@pytest.fixture
def failing(visit: Path) -> Path:
    """The policy `visit`, with a scenario that fails."""
    Path("scenarios/visit.yaml").write_text(FAILS, encoding="utf-8")
    return visit


def test_the_scenarios_beside_a_policy_are_played(run: Runs, visit: Path) -> None:
    ran = run("test", visit)

    assert (0, "") == (ran.status, ran.err)
    assert (
        ran.out == "scenarios/visit.yaml\n  passed  thanks  A short visit\n1 scenario, 1 passed, 0 failed\n"
    )


@pytest.mark.no_cover
def test_without_a_name_all_ready_scenarios_are_played(run: Runs) -> None:
    ran = run("test")

    assert 0 == ran.status
    assert "aggressive_caller.yaml" in ran.out
    assert "starter.yaml" in ran.out
    assert ran.out.endswith(" 0 failed\n")


def test_a_ready_policy_is_named_by_its_id(run: Runs) -> None:
    assert run("test", "starter").out.endswith("2 scenarios, 2 passed, 0 failed\n")


def test_a_failed_scenario_shows_its_course_and_the_difference(run: Runs, failing: Path) -> None:
    ran = run("test", failing)

    assert (1, TOLD) == (ran.status, ran.out)


def test_results_are_told_in_dutch_too(run: Runs, failing: Path) -> None:
    out = run("test", failing, "--lang", "nl").out

    assert "  goed  right\n  FOUT  wrong  Weggestuurd\n" in out
    assert "bij stap 2, het oordeel over `sent_away`" in out
    assert out.endswith("2 scenario's, 1 goed, 1 fout\n")


def test_results_as_json_have_the_course_and_the_difference(run: Runs, failing: Path) -> None:
    ran = run("test", failing, "--format", "json")

    written = json.loads(ran.out)
    right, wrong = written["scenarios"]
    assert (1, 1, 1) == (ran.status, written["passed"], written["failed"])
    assert ("right", True, None, 3) == (right["name"], right["passed"], right["difference"], right["line"])
    assert ["start", "bell", "sent_away"] == [moment["decision"]["cause"] for moment in wrong["course"]]
    assert {
        "step": 2,
        "line": 7,
        "column": 19,
        "mismatches": [
            {"matter": "verdict", "name": "sent_away", "expected": "applied", "actual": "forbidden"},
        ],
        "text": "scenarios/visit.yaml:7:19: at step 2, the verdict on `sent_away`\n"
        "  expected: applied\n  actual:   forbidden",
    } == wrong["difference"]


def test_waits_and_actions_are_in_the_json_too(run: Runs, visit: Path) -> None:
    Path("scenarios/visit.yaml").write_text(
        "policy: visit\nscenarios:\n  a:\n    steps: [{wait: 10 min}]\n    expect: {actions: [call_guard]}\n"
    )

    (scenario,) = json.loads(run("test", visit, "--format", "json").out)["scenarios"]

    assert [("start", 0), ("wait", 1), ("timer", 1)] == [
        (item["kind"], item["step"]) for item in scenario["course"]
    ]
    assert scenario["course"][1]["decision"] is None
    (mismatch,) = scenario["difference"]["mismatches"]
    assert [{"name": "call_guard", "params": {}}] == mismatch["expected"]
    assert [{"name": "note_visit", "params": {}}] == mismatch["actual"]


def test_scenarios_are_named_by_their_file_too_and_played_once(run: Runs, visit: Path) -> None:
    assert run("test", visit, "scenarios/visit.yaml").out.endswith("1 scenario, 1 passed, 0 failed\n")


def test_scenarios_with_mistakes_fall_short_and_the_others_are_played(run: Runs, visit: Path) -> None:
    Path("scenarios/other.yaml").write_text("policy: visit\nscenarios: {a: {steps: [bel]}}\n")

    ran = run("test", "scenarios/other.yaml", visit)

    assert 1 == ran.status
    assert "scenarios/other.yaml:2:25: error[undeclared-event]" in ran.err
    assert ran.out.endswith("1 scenario, 1 passed, 0 failed\n")


@pytest.mark.usefixtures("visit")
def test_scenarios_of_a_policy_with_mistakes_fall_short(run: Runs) -> None:
    Path("visit.yaml").write_text("policy: visit\n")

    ran = run("test", "scenarios/visit.yaml")

    assert (1, "") == (ran.status, ran.out)
    assert "error[scenarios-policy-broken]" in ran.err
    assert "visit.yaml:1:1: error[missing-key]" in ran.err


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        (b"", "1:1: error[empty-file]"),
        (b"\x00\x01\x02", "1:1: error[binary-file]"),
        (b"policy: lonely\n", "1:1: error[missing-key]"),
    ],
)
def test_a_policy_with_mistakes_and_without_scenarios_shows_the_mistakes(
    run: Runs, written: bytes, mistake: str
) -> None:
    Path("lonely.yaml").write_bytes(written)

    ran = run("test", "lonely.yaml")

    assert (1, "") == (ran.status, ran.out)
    assert f"lonely.yaml:{mistake}" in ran.err
    assert "there are no scenarios" not in ran.err


def test_a_folder_stands_for_the_policies_and_scenarios_in_it(run: Runs, visit: Path) -> None:
    Path("lonely.yaml").write_bytes(visit.read_bytes().replace(b"policy: visit", b"policy: lonely"))
    Path("sources").mkdir()
    Path("sources/house.yaml").write_text("sheet: house\nformat: 1\nsources: {art-1: {}}\n")

    ran = run("test", ".")

    assert 0 == ran.status
    assert ran.out.endswith("1 scenario, 1 passed, 0 failed\n")
    assert (
        "policy-engine: there are no scenarios for `lonely.yaml`; write them in `scenarios/lonely.yaml`\n"
        == ran.err
    )


def test_a_policy_without_scenarios_is_a_wrong_call_and_the_others_are_played(run: Runs, visit: Path) -> None:
    Path("lonely.yaml").write_bytes(visit.read_bytes())

    ran = run("test", "lonely.yaml", "none.yaml", visit)

    assert 2 == ran.status
    assert (
        "policy-engine: there are no scenarios for `lonely.yaml`; write them in `scenarios/lonely.yaml`\n"
        "policy-engine: there is no file `none.yaml`\n"
    ) == ran.err
    assert ran.out.endswith("1 scenario, 1 passed, 0 failed\n")


def test_a_parameter_for_which_the_policy_has_a_fault_falls_short(run: Runs) -> None:
    # So many choices of the parameter that not all of them were tried when the policy was checked.
    Path("limited.yaml").write_text(LIMITED)
    Path("tests.yaml").write_text(
        "policy: limited\nscenarios: {a: {parameters: {limit: 95}, steps: [more]}}\n"
    )

    ran = run("test", "tests.yaml")

    assert (1, "") == (ran.status, ran.out)
    assert "error[" in ran.err


def test_no_scenarios_at_all_is_an_empty_result_in_json(run: Runs, visit: Path) -> None:
    Path("visit.yaml").write_text("policy: visit\n")

    ran = run("test", visit, "--format", "json")

    assert (1, {"passed": 0, "failed": 0, "scenarios": []}) == (ran.status, json.loads(ran.out))


def test_scenarios_are_played_with_the_policy_beside_them_not_one_of_that_name_above(
    run: Runs, visit: Path
) -> None:
    folder = Path("new")
    folder.mkdir()
    policy = visit.read_text(encoding="utf-8")
    (folder / visit.name).write_text(policy.replace("thanks", "says_thanks"), encoding="utf-8")
    scenarios = Path("scenarios/visit.yaml").read_text(encoding="utf-8")
    (folder / "tests.yaml").write_text(scenarios.replace("thanks", "says_thanks"), encoding="utf-8")

    ran = run("test", folder / "tests.yaml")

    assert (0, "") == (ran.status, ran.err)


def test_a_policy_that_is_named_goes_before_one_of_that_id_beside_the_scenarios(
    run: Runs, visit: Path
) -> None:
    named = visit.with_name("draft.yaml")
    named.write_text(visit.read_text(encoding="utf-8").replace("thanks", "says_thanks"), encoding="utf-8")
    scenarios = Path("tests.yaml")
    text = Path("scenarios/visit.yaml").read_text(encoding="utf-8")
    scenarios.write_text(text.replace("thanks", "says_thanks"), encoding="utf-8")

    ran = run("test", named, scenarios)

    assert (0, "") == (ran.status, ran.err)


def test_a_policy_that_is_named_is_the_one_that_named_scenarios_are_played_with(
    run: Runs, visit: Path
) -> None:
    for name in ("new", "elsewhere"):
        Path(name).mkdir()
    policy = visit.read_text(encoding="utf-8")
    named = Path("new") / visit.name
    named.write_text(policy.replace("thanks", "says_thanks"), encoding="utf-8")
    scenarios = Path("elsewhere/tests.yaml")
    text = Path("scenarios/visit.yaml").read_text(encoding="utf-8")
    scenarios.write_text(text.replace("thanks", "says_thanks"), encoding="utf-8")

    ran = run("test", named, scenarios)

    assert (0, "") == (ran.status, ran.err)
