"""What README.md shows is what happens."""

import doctest
import re
from pathlib import Path

import pytest

from policy_engine.cli.main import main
from tests.house import readme

NAME = "late_parcel.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An own folder with the README's policy in it."""
    (tmp_path / NAME).write_text(readme.policy(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    main(arguments)
    return capsys.readouterr().out.splitlines()


def drawn(capsys: pytest.CaptureFixture[str]) -> str:
    """What `make demo` prints of the poster: its own words, and those of the command behind them."""
    recipe = (Path(__file__).parents[2] / "Makefile").read_text("utf-8")
    (words,) = re.findall(r"printf '(.*)'", recipe)
    (call,) = re.findall(r"policy-engine (draw \w+ -o .*)", recipe)
    Path("build").mkdir()
    return str(words).replace("\\n", "\n") + "\n".join(printed(capsys, *call.split())) + "\n"


@pytest.mark.no_cover
@pytest.mark.usefixtures("folder")
def test_the_demo_prints_what_the_readme_shows(capsys: pytest.CaptureFixture[str]) -> None:
    shown = readme.block("console", "$ make demo")
    parts = shown.split("[...]\n")

    whole = "\n".join(printed(capsys, "demo")) + "\n" + drawn(capsys)

    assert len(parts) > 1
    assert whole.startswith(parts[0])
    assert whole.endswith(parts[-1])
    assert [] == [part for part in parts if part not in whole]


@pytest.mark.usefixtures("folder")
def test_the_python_example_runs_as_shown() -> None:
    first = ">>> import policy_engine as pe"
    source = f"{first}\n{readme.block('python', first)}"
    example = doctest.DocTestParser().get_doctest(source, {}, "README.md", "README.md", 0)
    told: list[str] = []

    doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF).run(example, out=told.append)

    assert [] == told
    assert len(example.examples) > 5


def test_the_policy_has_no_mistakes_and_the_shown_one_is_answered_as_shown(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert 0 == main(["check", NAME])
    capsys.readouterr()
    (folder / NAME).write_text(readme.policy().replace("on: {complains: help}", "on: {complain: help}", 1))

    lines = printed(capsys, "check", NAME)

    assert readme.block("console", f"$ policy-engine check {NAME}").splitlines() == lines


@pytest.mark.usefixtures("folder")
def test_every_command_line_of_the_readme_is_understood(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line.split() for line in readme.TEXT.splitlines() if line.startswith("    policy-engine ")]
    commands = [words[1:3] if words[1] != "schema" else words[1:2] for words in lines]

    statuses = {" ".join(command): main(command) for command in commands if command[0] != "run"}

    called = {command.split()[0] for command in statuses}
    assert {"new", "check", "test", "draw", "schema", "compile"} == called
    assert {0} == set(statuses.values())
    assert capsys.readouterr().out
