"""A long check shows how far it is, to people only."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from policy_engine.cli.progress import tried


class Terminal(io.StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        return True


def test_a_person_sees_how_far_it_is_until_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr("sys.stderr", shown)

    with tried(Path("folder/wide.yaml"), "nl") as progress:
        assert progress is not None
        progress(12_000)

    assert shown.getvalue() == "\r\x1b[2Kwide.yaml: 12,000 situaties geprobeerd …\r\x1b[2K"


def test_a_short_check_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr("sys.stderr", shown)

    with tried(Path("wide.yaml"), "en"):
        pass

    assert shown.getvalue() == ""


def test_a_program_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr("sys.stderr", shown)

    with tried(Path("wide.yaml"), "en") as progress:
        assert progress is None

    assert shown.getvalue() == ""
