"""Why the system would not do something, in the language of the person."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
import typer

from policy_engine.cli.guard import guarded
from policy_engine.cli.reasons import reason_of
from tests.cli.conftest import Runs


def test_what_the_system_says_is_said_in_both_languages() -> None:
    assert reason_of(PermissionError(errno.EACCES, "Permission denied")) == {
        "en": "you have no permission for it",
        "nl": "daar hebt u geen toestemming voor",
    }


def test_what_is_not_known_is_told_as_the_system_says_it() -> None:
    assert ["Level 3 halted", "gone", "odd"] == [
        reason_of(OSError(errno.EL3HLT, "Level 3 halted")),
        reason_of(OSError("gone")),
        reason_of(ValueError("odd")),
    ]


def test_a_file_that_cant_be_had_is_told_in_dutch(run: Runs, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert [
        "policy-engine: `file/x.json` kan niet worden geschreven: een deel van het pad is geen map\n",
        "policy-engine: `x\0.yaml` kan niet worden gelezen: de naam bevat een nulteken\n",
    ] == [
        run("compile", "starter", "-o", "file/x.json", "--lang", "nl").err,
        run("check", "x\0.yaml", "--lang", "nl").err,
    ]


def test_a_folder_that_cant_be_made_is_told(run: Runs, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    ran = run("draw", "starter", "--kind", "all", "-o", "file/kit")

    assert (2, "policy-engine: `file/kit` can't be written: a part of its path is no folder\n") == (
        ran.status,
        ran.err,
    )


def test_a_folder_that_is_gone_is_not_blamed_on_the_output(
    run: Runs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    ran = run("check", "starter")
    os.chdir(tmp_path)

    assert (
        2,
        "policy-engine: the current folder does not exist any more; go to another one with `cd`\n",
    ) == (
        ran.status,
        ran.err,
    )


def test_a_file_that_vanishes_meanwhile_is_not_blamed_on_the_output(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def vanished(**_options: object) -> int:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", "font.ttf")

    with pytest.raises(typer.Exit) as caught:
        guarded(vanished)(lang="nl")

    assert (2, "policy-engine: `font.ttf` kan niet worden gebruikt: dat bestand of die map is er niet\n") == (
        caught.value.exit_code,
        capsys.readouterr().err,
    )
