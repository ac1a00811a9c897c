"""docs/cli.md: what it shows is what happens, and nothing of the commands is missing from it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from policy_engine.cli import status
from policy_engine.cli.lines import KEYS
from policy_engine.cli.main import main
from policy_engine.cli.words import WORDS
from policy_engine.policy import load_policy
from policy_engine.ready import ready_policies
from tests.cli.conftest import Runs
from tests.cli.test_main import COMMANDS

TEXT = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
FILES = re.findall(r"`([\w.]+)`:\n\n```(?:yaml|json)\n(.*?)```", TEXT, re.DOTALL)
SHOWN = re.findall(r"```console\n\$ policy-engine ([^\n]*)\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture
def _files() -> None:
    for name, text in FILES:
        Path(name).write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("_files")
@pytest.mark.parametrize(("call", "output"), SHOWN, ids=[call for call, _ in SHOWN])
def test_every_example_prints_what_is_shown(run: Runs, call: str, output: str) -> None:
    call, _, source = call.partition(" < ")
    pattern = re.escape(output).replace(re.escape("[...]"), r"[\s\S]*?")

    ran = run(*shlex.split(call), stdin=Path(source).read_bytes() if source else b"")

    assert re.fullmatch(pattern, ran.out), ran.out


def test_there_is_an_example_or_a_word_about_every_command() -> None:
    assert [] == [command for command in COMMANDS if f"policy-engine {command}" not in TEXT]


def test_every_exit_status_is_told() -> None:
    statuses = {value for name, value in vars(status).items() if name.isupper()}

    assert statuses == {int(number) for number in re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_in_the_docs_exists(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    main([command, "--help"])
    known = capsys.readouterr().out
    section = TEXT.split(f"\n## {command}\n")[1].split("\n## ")[0] if f"\n## {command}\n" in TEXT else ""

    assert [] == [option for option in re.findall(r"`(?:[^`]* )?(--[a-z]+)", section) if option not in known]


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_a_line_is_told(key: str) -> None:
    section = TEXT.split("\n## run\n")[1].split("\n### ")[0]

    assert re.search(rf'[`"]{key}[`"]', section)


def test_every_key_of_a_decision_is_told() -> None:
    decision = load_policy(ready_policies()["starter"]).start().send("complains")

    assert [] == [key for key in decision.to_dict() if f"`{key}`" not in TEXT]


def test_everything_that_the_simulator_takes_is_told() -> None:
    taken = {line.split()[0] for line in WORDS["help"][0].splitlines()}

    assert set() == {word for word in taken if f"`{word}" not in TEXT}
