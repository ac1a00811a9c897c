"""`check --fix`: what has one right answer is written into the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Runs

BROKEN = (
    "policy: desk\nformat: 1\nversion: 1.10\nevents: {complains: {}, leaves: {}}\nlanguages: [nl, nl]\n"
    "initial: listen\nstates:\n  listen: {on:{complain: {when: 1 = 1, target: listen}, leaves: over}}\n"
    "  over: {type: final}\n"
)
MENDED = (
    'policy: desk\nformat: 1\nversion: "1.10"\nevents: {complains: {}, leaves: {}}\nlanguages: [nl]\n'
    "initial: listen\nstates:\n  listen: {on: {complains: {when: 1 == 1, target: listen}, leaves: over}}\n"
    "  over: {type: final}\n"
)  # fmt: skip


@pytest.fixture
def desk() -> Path:
    path = Path("desk.yaml")
    path.write_text(BROKEN.replace("on:{", "on: {"))
    return path


def test_what_was_mended_is_told_and_the_rest_is_found(run: Runs, desk: Path) -> None:
    ran = run("check", "./desk.yaml", "--fix")

    assert MENDED == desk.read_text()
    assert [
        'desk.yaml:3:10: mended[unquoted-version]: `1.10` → `"1.10"`',
        "desk.yaml:5:17: mended[duplicate-language]: `, nl` taken out",
        "desk.yaml:8:17: mended[undeclared-event]: `complain` → `complains`",
        "desk.yaml:8:36: mended[foreign-sign]: `=` → `==`",
    ] == ran.out.splitlines()[:4]
    assert (0, "") == (ran.status, ran.err)


def test_it_is_told_in_dutch_and_not_at_all_in_other_forms(run: Runs, desk: Path) -> None:
    assert "hersteld[unquoted-version]" in run("check", "./desk.yaml", "--fix", "--lang", "nl").out
    desk.write_text(BROKEN.replace("on:{", "on: {"))

    assert 0 == json.loads(run("check", "./desk.yaml", "--fix", "--format", "json").out)["errors"]


def test_what_would_be_mended_can_be_shown(run: Runs, desk: Path) -> None:
    before = desk.read_text()

    ran = run("check", "./desk.yaml", "--fix", "--diff")

    assert 1 == ran.status
    assert '-version: 1.10\n+version: "1.10"\n' in ran.out
    assert "error[unquoted-version]" in ran.out
    assert before == desk.read_text()


def test_edits_in_several_places_and_what_is_put_in_are_told(run: Runs) -> None:
    Path("desk.yaml").write_bytes(
        b"\xef\xbb\xbfpolicy: desk\r\nformat: 1\r\nversion:'1'\r\ninitial: one\r\n"
        b"states:\r\n\tone: {}\r\n\ttwo: {}\r\n"
    )

    ran = run("check", "./desk.yaml", "--fix")

    assert "desk.yaml:6:1: mended[tab-indentation] in 2 places\n" in ran.out
    assert b"\xef\xbb\xbfpolicy: desk\r\n" == Path("desk.yaml").read_bytes()[:17]


def test_scenarios_are_mended_too(run: Runs, visit: Path) -> None:
    path = visit.parent / "scenarios" / "visit.yaml"
    path.write_text(path.read_text().replace("event: thanks", "event: thank"))

    ran = run("check", str(path), "--fix")

    assert 0 == ran.status
    assert "`thank` → `thanks`" in ran.out


def test_files_without_such_mistakes_and_files_that_are_no_text_are_left(run: Runs) -> None:
    Path("good.yaml").write_text(MENDED)
    Path("latin.yaml").write_bytes(b"policy: \xe9\n")

    assert 1 == run("check", ".", "--fix").status
    assert (MENDED, b"policy: \xe9\n") == (Path("good.yaml").read_text(), Path("latin.yaml").read_bytes())
