"""What the shell offers where a policy is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_engine.cli.completion import complete_policy
from policy_engine.ready import ready_policies
from tests.cli.test_main import PROGRAM, process


@pytest.mark.parametrize(
    ("incomplete", "offered"),
    [
        ("", [*ready_policies(), "mine.yml", "start.yaml", "start/"]),
        ("sta", ["starter", "start.yaml", "start/"]),
        ("starter", ["starter"]),
        ("mi", []),
        ("start/", []),
    ],
)
def test_ready_policies_are_offered_with_what_lies_in_the_folder(incomplete: str, offered: list[str]) -> None:
    for name in ("start.yaml", "mine.yml", "start.txt", ".hidden.yaml"):
        Path(name).touch()
    Path("start").mkdir()

    assert offered == complete_policy(incomplete)


@pytest.mark.parametrize("words", ["check sta", "run sta", "test sta", "compile sta", "demo --policy sta"])
def test_the_shell_is_told_of_ready_policies(words: str) -> None:
    asked = f"_POLICY_ENGINE_COMPLETE='complete_bash', COMP_WORDS='policy-engine {words}', "
    place = len(words.split())
    program = f"import os; os.environ.update({asked}COMP_CWORD='{place}');" + PROGRAM

    out, _ = process(program=program).communicate()

    assert ["starter"] == out.split()
