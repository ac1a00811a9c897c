"""What `.ci/run` does before the tests: it sees to a browser, and runs them with or without one."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.test_map import ROOT

INSTALLING = "installing Chromium for the tests ..."
UPDATE, INSTALL = "update -qq", "install -y -qq --no-install-recommends chromium"


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A checkout and a machine of its own: root's, with apt-get, without a browser."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/run", tmp_path / ".ci")
    (tmp_path / "Makefile").write_text("test:\n\t@echo tests\n")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("bash", "sh", "dirname", "make", "echo"):
        (programs / name).symlink_to(str(shutil.which(name)))
    program(tmp_path, "id", "echo 0")
    program(tmp_path, "apt-get", f'echo "$@" >> {tmp_path}/asked')
    return tmp_path


def program(machine: Path, name: str, what: str) -> None:
    path = machine / "bin" / name
    path.write_text(f"#!/bin/sh\n{what}\n")
    path.chmod(0o755)


def run(machine: Path) -> tuple[int, list[str], list[str]]:
    """How `.ci/run` ended, what it said, and what was asked of apt-get."""
    done = subprocess.run(
        [machine / "bin/bash", machine / ".ci/run"],
        env={"PATH": str(machine / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )
    asked = machine / "asked"
    said = (done.stderr + done.stdout).splitlines()
    return done.returncode, said, asked.read_text().splitlines() if asked.exists() else []


def test_a_browser_is_installed_where_there_is_none(machine: Path) -> None:
    assert (0, [INSTALLING, "tests"], [UPDATE, INSTALL]) == run(machine)


def test_the_tests_run_where_no_browser_can_be_installed(machine: Path) -> None:
    program(machine, "apt-get", "exit 100")

    missing = "Chromium can't be installed: the tests that need it are skipped."
    assert (0, [INSTALLING, missing, "tests"], []) == run(machine)


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome"])
def test_a_browser_that_is_there_is_enough(machine: Path, name: str) -> None:
    program(machine, name, "exit 0")

    assert (0, ["tests"], []) == run(machine)


def test_only_root_installs(machine: Path) -> None:
    program(machine, "id", "echo 1000")

    assert (0, ["tests"], []) == run(machine)


def test_without_apt_get_nothing_is_installed(machine: Path) -> None:
    (machine / "bin/apt-get").unlink()

    assert (0, ["tests"], []) == run(machine)


def test_a_test_that_fails_fails_the_run(machine: Path) -> None:
    (machine / "Makefile").write_text("test:\n\t@exit 3\n")

    assert 2 == run(machine)[0]
