"""docs/authoring.md: each chapter is played in a folder of its own, with the files of the opening."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.policy import check_policy
from tests.cli.conftest import Runs
from tests.model.reading import whole

TEXT = (Path(__file__).parents[2] / "docs" / "authoring.md").read_text(encoding="utf-8")
BLOCK = re.compile(
    r"(?:`(?P<file>[\w./]+)`:\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)
OPENING, *CHAPTERS = re.split(r"^(?=## )", TEXT, flags=re.MULTILINE)
CALL = re.compile(r"^\$ policy-engine ([^\n]*)\n(.*?)(?=^\$ |\Z)", re.DOTALL | re.MULTILINE)


def title(chapter: str) -> str:
    return chapter.partition("\n")[0].lstrip("# ")


@pytest.mark.parametrize("chapter", CHAPTERS, ids=map(title, CHAPTERS))
def test_every_command_of_a_chapter_prints_what_is_shown(run: Runs, chapter: str) -> None:
    for block in BLOCK.finditer(OPENING):
        _put(block, Path.cwd())
    for block in BLOCK.finditer(chapter):
        _put(block, Path.cwd())
        for line, output in CALL.findall(block["text"]) if block["kind"] == "console" else ():
            call, _, source = line.partition(" < ")
            pattern = re.escape(output).replace(re.escape("[...]"), r"[\s\S]*?")

            ran = run(*shlex.split(call), stdin=Path(source).read_bytes() if source else b"")

            assert re.fullmatch(pattern, ran.out + ran.err), ran.out + ran.err


def test_every_policy_that_is_no_file_has_no_findings() -> None:
    blocks = [block for block in BLOCK.finditer(TEXT) if block["kind"] == "yaml" and block["file"] is None]
    sink = Diagnostics()

    for block in blocks:
        check_policy(whole(block["text"]), "example.yaml", sink)

    assert [] == [item.one_line() for item in sink]


def test_every_block_is_of_a_kind_that_is_looked_at() -> None:
    # `lua` and `toml` are settings of editors.
    known = {"yaml", "console", "json", "diff", "xml", "lua", "toml"}
    assert known >= {block["kind"] for block in BLOCK.finditer(TEXT)}
    assert TEXT.count("\n```") == 2 * len(list(BLOCK.finditer(TEXT)))
    assert len(re.findall(r"^\$ ", TEXT, re.MULTILINE)) == len(CALL.findall(TEXT))


def _put(block: re.Match[str], folder: Path) -> None:
    """Writes the file that a block shows."""
    if block["file"] is not None:
        path = folder / block["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block["text"], encoding="utf-8")
