"""Runs commands in this process, as a shell would: arguments and standard input in, status and output out."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from policy_engine.cli.main import main

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str


Runs = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _english_and_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR", "POLICY_ENGINE_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Runs:
    """Runs one command."""

    def runs(*arguments: str | Path, stdin: str | bytes = "") -> Ran:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return runs


@pytest.fixture
def visit(tmp_path: Path) -> Path:
    """A copy of the small policy `visit` with its scenarios beside it."""
    (tmp_path / "scenarios").mkdir()
    for name in ("visit.yaml", "scenarios/visit.yaml"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    return Path("visit.yaml")
