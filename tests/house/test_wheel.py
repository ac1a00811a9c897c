"""The package as a user gets it: built, installed into a clean environment, run from an empty folder."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from policy_engine.diagrams.measure import FONTS
from policy_engine.ready import ready_policies
from tests.house.test_map import ROOT


def run(*command: str | Path, cwd: Path, stdin: str = "") -> str:
    """What the command printed, run with nothing but PATH and an empty home folder."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        input=stdin,
        env={**environment, "HOME": str(cwd)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel that was built from the source distribution, so both are complete."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, in an environment that holds the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("clean")
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    # What is imported is compiled then: that is a small part of what is installed.
    run(folder / "venv/bin/python", "-m", "pip", "install", "--quiet", "--no-compile", wheel, cwd=folder)
    return folder / "venv/bin/policy-engine"


def test_the_wheel_holds_all_that_is_not_python(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    policies = ready_policies()
    assert {"aggressive_caller", "starter"} <= set(policies)
    assert {f"policy_engine/policies/{name}.yaml" for name in policies} <= names
    assert "policy_engine/policies/scenarios/aggressive_caller.yaml" in names
    assert {"policy_engine/py.typed", "policy_engine/model/policy-1.schema.json"} <= names
    fonts = {f"policy_engine/diagrams/fonts/{path.name}" for path in FONTS.iterdir()}
    assert 4 == len(fonts & names) == len(fonts)
    assert "policy_engine/diagrams/render/scene.typ" in names
    assert not [name for name in names if name.startswith(("tests", "benchmarks", "docs"))]


# One test, because making the environment takes most of its time.
def test_the_installed_command_works_in_an_empty_folder(command: Path, tmp_path: Path) -> None:
    events = "".join(json.dumps({"event": event}) + "\n" for event in ["insult", "threat"])

    followed = run(command, "run", "aggressive_caller", cwd=tmp_path, stdin=events)
    demo = run(command, "demo", cwd=tmp_path)
    scenarios = run(command, "test", "aggressive_caller", cwd=tmp_path)

    decisions = [json.loads(line) for line in followed.splitlines()]
    assert "applied" == decisions[-1]["verdict"]
    assert "call_police" in [action["name"] for action in decisions[-1]["actions"]]
    assert "aggressive_caller" in demo
    assert "aggressive_caller" in scenarios
    assert [] == list(tmp_path.iterdir())
