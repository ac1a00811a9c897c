"""`test --mutate`: which small changes nobody notices, and what would notice them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from policy_engine.authoring import mutating
from policy_engine.cli.testing import mutation, trying
from policy_engine.cli.testing.outcomes import Outcome
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
    assert "        zoals het is: toegepast (`applied`)\n" in out


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
    others = sum(len(found[verdict]) for verdict in ("survived", "undecided", "hidden", "equivalent"))
    assert found["tried"] == sum(found["noticed"].values()) + others
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


def test_several_processes_find_the_same(run: Runs, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = run("test", desk, "--mutate", "--jobs", "1").out
    monkeypatch.setattr(trying, "FEW", 1)

    assert alone == run("test", desk, "--mutate", "--jobs", "2").out


def test_whoever_stops_it_is_shown_what_came_of_it_so_far(
    run: Runs, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = trying.tried

    def stopped(*given: Any) -> Iterator[Outcome]:
        yield from islice(tried(*given), 5)
        raise KeyboardInterrupt

    monkeypatch.setattr(mutation, "tried", stopped)

    ran = run("test", desk, "--mutate", "--fail-under", "100")

    assert 130 == ran.status
    assert "mutation of desk: 5 of 30 changes tried; " in ran.out
    assert "stopped before all changes were tried; what follows is about those that were\n" in ran.out


def test_what_only_a_host_sees_and_what_is_not_decided_are_told_apart(
    run: Runs, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = desk.read_text().replace("goes: gone\n  gone", "goes: around\n  gone")
    around = "  around: {initial: inner, states: {inner: {on: {insult: inner, goes: gone}}}}\n"
    desk.write_text(text + around)
    hidden = run("test", desk, "--mutate").out
    monkeypatch.setattr(mutating, "MOST_STEPS", 0)
    undecided = run("test", desk, "--mutate", "--lang", "nl").out

    assert "not for scenarios: 2; your software sees these" in hidden
    assert "      what differs: what is left and entered on the way\n" in hidden
    assert "niet beslist: " in undecided


@pytest.mark.parametrize("option", [["--sample", "3"], ["--seed", "3"], ["--jobs", "3"]])
def test_options_of_mutation_alone_are_refused(run: Runs, desk: Path, option: list[str]) -> None:
    ran = run("test", desk, *option)

    assert (2, "") == (ran.status, ran.out)
    assert f"`{option[0]}` is for what `--mutate` tries" in ran.err
