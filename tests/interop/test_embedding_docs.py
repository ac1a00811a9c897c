"""The examples of docs/embedding.md run in the order of the page, and print what it says."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from policy_engine.cli.main import main

PAGE = Path(__file__).resolve().parents[2] / "docs" / "embedding.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.usefixtures("own_modules")
def test_every_example_does_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    names: dict[str, object] = {"__name__": "embedding"}
    expected: list[str] = []
    printed: list[str] = []

    for language, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if language == "yaml":
            Path(text.splitlines()[0].removeprefix("# ")).write_text(text, encoding="utf-8")
        elif language == "console":
            for line in text.splitlines():
                assert 0 == main(shlex.split(line)[2:])
        else:
            exec(compile(text, PAGE.name, "exec"), names)  # noqa: S102 - the project's own page
            expected += re.findall(r"^#> (.*)$", text, re.MULTILINE)
            printed += capsys.readouterr().out.splitlines()

    assert expected == printed
    assert len(expected) > 30


@pytest.fixture
def own_modules(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forgets the module that an example imports, and leaves no compiled file of it."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield
    sys.modules.pop("parcel_names", None)
