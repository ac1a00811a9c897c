"""`test --mutate`: which small changes nobody notices, and what would notice them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Runs
from tests.cli.formats.test_junit import suites


def test_survivors_are_told_with_their_line_and_what_would_notice_them(run: Runs, desk: Path) -> None:
    ran = run("test", desk, "--mutate")

    assert (0, "") == (ran.status, ran.err)
    assert "mutation of desk: " in ran.out
    assert (
        "  desk.yaml:12:7: `talk`: `goes` is not handled\n"
        "         start            → talk\n"
        "      1  insult  applied  → talk\n"
        "      2  goes    applied  → gone\n"
        "      the verdict on `goes`\n"
        "        as it is: applied\n"
        "        changed:  ignored\n"
    ) in ran.out
    assert (
        "not to be noticed: 6; no call goes otherwise with these than with the policy as it is\n" in ran.out
    )
    assert "  desk.yaml:14:15: `lost`: `goes` is not handled\n" in ran.out


def test_mutation_is_told_in_dutch_too(run: Runs, desk: Path) -> None:
    out = run("test", desk, "--mutate", "--lang", "nl").out

    assert "mutatie van desk: " in out
    assert "`talk`: `goes` wordt niet afgehandeld\n" in out
    assert "        zoals het is: " in out


def test_too_little_that_is_noticed_falls_short(run: Runs, desk: Path) -> None:
    short = run("test", desk, "--mutate", "--fail-under", "95")
    enough = run("test", desk, "--mutate", "--fail-under", "10")

    assert (1, 0) == (short.status, enough.status)
    assert "policy-engine: of the changes in `desk` " in short.err
    assert "is noticed, less than 95 %; below each survivor stands what would notice it" in short.err


def test_a_sample_tries_fewer_changes(run: Runs, desk: Path) -> None:
    one = json.loads(run("test", desk, "--mutate", "--sample", "5", "--format", "json").out)["mutation"][0]
    other = json.loads(run("test", desk, "--mutate", "--sample", "5", "--seed", "3", "--format", "json").out)[
        "mutation"
    ][0]

    assert 5 == one["tried"] < one["mutants"]
    assert one != other


def test_mutation_as_json_has_survivors_and_what_nobody_could_notice(run: Runs, desk: Path) -> None:
    (found,) = json.loads(run("test", desk, "--mutate", "--format", "json").out)["mutation"]

    survivor = next(item for item in found["survived"] if item["message"] == "`talk`: `goes` is not handled")
    assert ("handler-dropped", "desk.yaml", 12, 7) == tuple(
        survivor[key] for key in ("operator", "file", "line", "column")
    )
    assert "the verdict on `goes`" in survivor["course"]
    assert found["tried"] == sum(found["noticed"].values()) + len(found["equivalent"]) + len(
        found["survived"]
    )
    assert {"scenario", "property", "check"} == set(found["noticed"])


def test_mutation_is_a_case_that_fails_where_it_falls_short(run: Runs, desk: Path) -> None:
    told, short = (
        suites(run("test", desk, "--mutate", "--format", "junit", *more).out)[1][0]
        for more in ((), ("--fail-under", "99"))
    )

    assert (["system-out"], ["failure"]) == ([part.tag for part in told], [part.tag for part in short])
    assert "mutation" == short[0].get("type")


@pytest.mark.usefixtures("desk")
def test_a_policy_whose_scenarios_fail_is_not_changed(run: Runs) -> None:
    Path("scenarios/desk.yaml").write_text("policy: desk\nscenarios: {a: {steps: [goes]}}\n")

    ran = run("test", "desk.yaml", "--mutate")

    assert 1 == ran.status
    assert "`desk` is not changed, for not all of its scenarios pass as it is; mend these first" in ran.err
    assert "mutation of" not in ran.out


@pytest.mark.parametrize("option", [["--sample", "3"], ["--seed", "3"]])
def test_options_of_mutation_alone_are_refused(run: Runs, desk: Path, option: list[str]) -> None:
    ran = run("test", desk, *option)

    assert (2, "") == (ran.status, ran.out)
    assert f"`{option[0]}` is for what `--mutate` tries" in ran.err
