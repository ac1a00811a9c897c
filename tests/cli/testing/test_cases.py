"""`test --format junit`: a suite for each file of scenarios, one for the coverage of a policy."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.cli.conftest import Runs
from tests.cli.formats.test_junit import suites
from tests.cli.test_test import FAILS


@pytest.fixture
def failing(visit: Path) -> Path:
    Path("scenarios/visit.yaml").write_text(FAILS, encoding="utf-8")
    return visit


def cases(suite: Element) -> dict[str | None, str | None]:
    """The cases of a suite by name, with what was wrong."""
    return {case.get("name"): None if len(case) == 0 else case[0].get("message") for case in suite}


def test_a_failed_scenario_is_a_failed_case_with_its_course(run: Runs, failing: Path) -> None:
    ran = run("test", failing, "--format", "junit")

    (suite,) = suites(ran.out)
    assert (1, "scenarios/visit.yaml", "2", "1") == (
        ran.status,
        suite.get("file"),
        suite.get("tests"),
        suite.get("failures"),
    )
    message = "scenarios/visit.yaml:7:19: at step 2, the verdict on `sent_away`"
    assert {"right": None, "wrong": message} == cases(suite)
    failure = suite[1][0]
    assert "verdict" == failure.get("type")
    assert "2  sent_away  forbidden  → listening" in (failure.text or "")


def test_what_cannot_be_played_is_an_error(run: Runs, failing: Path) -> None:
    Path("broken.yaml").write_text("policy: visit\nscenarios: {a: {steps: [bel]}}\n")

    ran = run("test", failing, "broken.yaml", "gone.yaml", "--format", "junit")

    _, broken, unread = suites(ran.out)
    assert (2, "1", "1") == (ran.status, broken.get("errors"), unread.get("errors"))
    assert {"broken": "the scenarios in `broken.yaml` have mistakes"} == cases(broken)
    assert {"file-not-found": "there is no file `gone.yaml`"} == cases(unread)


def test_coverage_is_a_case_that_fails_where_it_falls_short(run: Runs, visit: Path) -> None:
    arguments = ("test", visit, "--format", "junit", "--coverage")

    told, enough, short = (
        suites(run(*arguments, *more).out)[1][0]
        for more in ((), ("--fail-under", "1"), ("--fail-under", "99"))
    )

    assert [["system-out"], ["system-out"], ["failure"]] == [
        [part.tag for part in case] for case in (told, enough, short)
    ]
    assert (short[0].get("message") or "").startswith("the coverage of `visit` is ")
    assert "never taken" in (short[0].text or "")
