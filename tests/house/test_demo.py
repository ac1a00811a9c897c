"""The demo reads the policy as it stands: a changed phrase is a changed demo."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.test_map import ROOT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the demo needs, so that it can be changed."""
    for folder in ("policy_engine", "policies"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def demo(checkout: Path) -> str:
    program = "import sys; from policy_engine.cli.main import main; sys.exit(main(['demo', '--lang', 'en']))"
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout), "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def test_a_phrase_changed_in_the_policy_is_told_to_the_agent(checkout: Path) -> None:
    policy = checkout / "policies" / "aggressive_caller.yaml"
    text = policy.read_text(encoding="utf-8")
    old, new = "You can call us again later. Goodbye.", "Try again next week."
    assert text.count(f'"{old}"') > 0
    before = demo(checkout)

    policy.write_text(text.replace(f'"{old}"', f'"{new}"'), encoding="utf-8")

    after = demo(checkout)
    assert old in before
    assert before.replace(old, new) == after
