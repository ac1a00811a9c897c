"""Annotations for GitHub: one line each, and nothing in a file can begin another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from policy_engine.cli.formats.found import Found
from policy_engine.cli.formats.github import github_text
from tests.cli.conftest import Runs
from tests.cli.formats.conftest import Finds

COMMAND = re.compile(r"::(error|warning) ([^:]*)::(.*)")


def parsed(out: str) -> list[tuple[str, dict[str, str], str]]:
    """The annotations as GitHub reads them."""
    found = []
    for line in out.splitlines():
        match = COMMAND.fullmatch(line)
        assert match is not None, line
        written = dict(part.split("=", 1) for part in match[2].split(","))
        found.append(
            (match[1], {name: unescaped(value) for name, value in written.items()}, unescaped(match[3]))
        )
    return found


def unescaped(text: str) -> str:
    for written, meant in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(written, meant)
    return text


@pytest.mark.usefixtures("files")
def test_a_finding_stands_at_its_place(run: Runs) -> None:
    found = parsed(run("check", "desk.yaml", "--format", "github").out)

    place = {"file": "desk.yaml", "line": "7", "endLine": "7", "col": "31", "endColumn": "36"}
    assert ("error", {**place, "title": "undeclared-event"}) == found[0][:2]


@pytest.mark.usefixtures("files")
def test_the_message_has_the_help_and_the_course(run: Runs) -> None:
    said = parsed(run("check", "proof.yaml", "--format", "github").out)[0][2]

    assert "3. `leaves` → `closed`" == said.splitlines()[-1]
    assert 5 == len(said.splitlines())


def test_a_finding_over_several_lines_has_no_columns(run: Runs) -> None:
    Path("x.yaml").write_text('policy: x\nformat: 1\nversion: "1"\nfacts: [a,\n  b]\n', encoding="utf-8")

    found = parsed(run("check", "x.yaml", "--format", "github").out)

    several = [place for _, place, _ in found if place["line"] != place["endLine"]]
    assert several
    assert all("col" not in place for place in several)


def test_hostile_names_and_texts_begin_no_command_of_their_own(run: Runs, hostile: str) -> None:
    found = parsed(run("check", hostile, "--format", "github").out)

    assert {hostile.replace("\u202e", "\ufffd")} == {place["file"] for _, place, _ in found}
    assert not any("\u0007" in said or "\u202e" in said for _, _, said in found)


def test_a_file_that_cannot_be_read_is_an_error_without_a_place(run: Runs) -> None:
    ran = run("check", "gone.yaml", "--format", "github")

    assert (2, [("error", {"title": "file-not-found"})]) == (ran.status, [one[:2] for one in parsed(ran.out)])


def test_nothing_is_printed_where_nothing_is_wrong(finds: Finds) -> None:
    fine = finds()

    assert "" == github_text(Found([], fine.sources, fine.proofs, [], "en", strict=False))
