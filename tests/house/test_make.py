"""What make says before anything can be installed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The files that make reads, where nothing is installed yet."""
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def make(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *arguments],
        cwd=checkout,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def sentences(run: subprocess.CompletedProcess[str]) -> list[str]:
    """What was printed, without the line in which make itself says that it stops."""
    return [line for line in (run.stdout + run.stderr).splitlines() if not line.startswith("make: ***")]


@pytest.mark.parametrize("target", ["demo", "test", "lint"])
def test_without_venv_one_sentence_says_what_to_install(checkout: Path, target: str) -> None:
    missing = checkout / "missing"
    missing.mkdir()
    (missing / "ensurepip.py").write_text("raise ImportError")

    run = make(checkout, target, PYTHONPATH=str(missing))

    assert 2 == run.returncode
    assert [
        "Python's venv module is missing: install it, on Debian and Ubuntu with 'apt install python3-venv'."
    ] == sentences(run)
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("python", ["/nowhere/python3", "too-old"])
def test_without_a_python_one_sentence_says_which_is_needed(checkout: Path, python: str) -> None:
    old = checkout / "too-old"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)

    run = make(checkout, "demo", f"PYTHON={checkout / python}")

    assert 2 == run.returncode
    assert [
        "Python 3.11 or newer is needed: install it, or name one with 'make PYTHON=/path/to/python3'."
    ] == sentences(run)


def test_make_alone_lists_its_commands(checkout: Path) -> None:
    run = make(checkout)

    assert ["help", "demo", "test", "chaos", "lint", "format", "diagrams", "bench", "clean"] == [
        line.split()[1] for line in run.stdout.splitlines()
    ]
