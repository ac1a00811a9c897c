"""`test --generate`: scenarios for a person to finish, on the screen or in a file of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Runs

WRITTEN = """\
# scenarios that close the gaps in the tests of `desk`
# finish the stories and the lines, and look at what is expected: it is what the policy does
# no session can come to these
#   `lost`: never entered (desk.yaml:14)
#   in `lost`, `goes`: never taken (desk.yaml:14)
policy: desk
scenarios:
  # in `talk`, `forbid` of `goes`: never let through (desk.yaml:9)
  # in `talk`, `insult`: never taken (desk.yaml:11)
  # in `talk`, `goes`: never taken (desk.yaml:12)
  # `gone`: never entered (desk.yaml:13)
  goes_in_talk:
    title: "talk: goes"
    story: "(write here who it is about, and why)"
    steps:
      - insult
      - goes
    expect: {outcome: gone, actions: []}
"""


def test_what_is_missing_is_printed_and_counted_apart(run: Runs, desk: Path) -> None:
    ran = run("test", desk, "--generate")

    assert (0, WRITTEN, "desk: scenarios written: 1; gaps closed: 4\n") == (ran.status, ran.out, ran.err)


def test_what_is_written_closes_the_gaps(run: Runs, desk: Path) -> None:
    written = run("test", desk, "--generate", "-o", "more.yaml")

    ran = run("test", desk, "more.yaml", "--coverage", "--fail-under", "100")
    again = run("test", desk, "--generate", "-o", "more.yaml", "--force")
    assert ("", 0, 0) == (written.out, ran.status, again.status)
    assert WRITTEN == Path("more.yaml").read_text()


def test_a_policy_without_scenarios_gets_all_of_them(run: Runs, desk: Path) -> None:
    Path("scenarios/desk.yaml").unlink()

    ran = run("test", desk, "--generate", "--lang", "nl")

    assert 0 == ran.status
    assert "  # `talk`: nooit betreden (desk.yaml:8)\n" in ran.out
    assert "desk: geschreven scenario's: 2; gedichte gaten: 6\n" == ran.err


def test_where_nothing_is_missing_nothing_is_written(run: Runs) -> None:
    ran = run("test", "starter", "--generate", "-o", "more.yaml")

    assert (0, "", "starter: there are no gaps to close\n") == (ran.status, ran.out, ran.err)
    assert not Path("more.yaml").exists()


def test_what_no_course_leads_to_is_told(run: Runs) -> None:
    Path("slow.yaml").write_text(
        "policy: slow\nformat: 1\nversion: '1'\ninitial: a\nstates:\n"
        "  a: {initial: b, after: {30 s: c}, states: {b: {after: {1 h: c}}}}\n  c: {type: final}\n"
    )

    ran = run("test", "slow.yaml", "--generate")

    assert (0, "slow: scenarios written: 1; gaps closed: 4\nno course was found to 1 of the gaps\n") == (
        ran.status,
        ran.err,
    )


@pytest.mark.usefixtures("desk")
def test_failing_scenarios_fall_short_and_count_up_to_where_they_stopped(run: Runs) -> None:
    Path("scenarios/desk.yaml").write_text("policy: desk\nscenarios:\n  a: {steps: [insult, insult]}\n")

    ran = run("test", "scenarios/desk.yaml", "--generate")

    assert 1 == ran.status
    assert "never refused" in ran.out
    assert "`insult`" not in ran.out


def test_a_file_that_is_there_is_left_alone_and_so_are_the_sources(run: Runs, desk: Path) -> None:
    Path("more.yaml").write_text("mine")

    there = run("test", desk, "--generate", "-o", "more.yaml")
    source = run("test", desk, "--generate", "-o", desk, "--force")
    tests = run("test", desk, "--generate", "-o", "scenarios/desk.yaml", "--force")

    assert ([2, 2, 2], "mine") == (
        [ran.status for ran in (there, source, tests)],
        Path("more.yaml").read_text(),
    )
    assert "`more.yaml` is there already; name another file behind `-o`, or add `--force`" in there.err
    assert "would overwrite it" in source.err
    assert "would overwrite it" in tests.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--generate"], "`--generate` writes scenarios for one policy"),
        (["a", "b", "--generate"], "`--generate` writes scenarios for one policy"),
        (["a", "--generate", "--coverage"], "`--coverage` makes no difference to what `--generate` writes"),
        (["a", "--generate", "--format", "json"], "`--format` makes no difference"),
        (["a", "-o", "x"], "`-o` is for what `--generate` writes"),
        (["a", "--force"], "`--force` is for what `--generate` writes"),
    ],
)
def test_options_that_would_be_passed_over_are_refused(run: Runs, arguments: list[str], said: str) -> None:
    ran = run("test", *arguments)

    assert (2, "") == (ran.status, ran.out)
    assert said in ran.err


def test_scenarios_with_mistakes_fall_short(run: Runs, desk: Path) -> None:
    Path("scenarios/desk.yaml").write_text("policy: desk\nscenarios: {a: {steps: [insul]}}\n")

    ran = run("test", desk, "--generate")

    assert (1, "") == (ran.status, ran.out)
    assert "error[undeclared-event]" in ran.err
