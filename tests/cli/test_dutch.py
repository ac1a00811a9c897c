"""The help in Dutch: every sentence of it, and nothing that is said nowhere."""

from __future__ import annotations

import pytest
from typer.core import TyperArgument, TyperGroup, TyperOption
from typer.main import get_command

from policy_engine.cli import dutch
from policy_engine.cli.app import app
from tests.cli.conftest import Runs


def group() -> TyperGroup:
    found = get_command(app)
    assert isinstance(found, TyperGroup)
    return found


def test_every_sentence_of_the_help_has_its_dutch_and_no_other() -> None:
    commands = [group(), *group().commands.values()]
    items = [item for command in commands for item in command.params]

    assert {command.help for command in commands} == set(dutch.COMMANDS)
    assert {item.help for item in items if isinstance(item, TyperArgument | TyperOption)} == set(
        dutch.OPTIONS
    ) - {"Show this message and exit."}


def test_every_word_about_an_example_is_used() -> None:
    english = "\n".join(command.epilog or "" for command in group().commands.values())

    assert [] == [said for said in dutch.EXAMPLES if said not in english]
    assert "opent in een terminal de simulator" in dutch.epilogue(english)


@pytest.mark.parametrize("arguments", [("check", "--help"), ("-h",), ()])
def test_the_help_is_dutch_in_a_dutch_locale(
    run: Runs, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "nl_BE")

    shown = run(*arguments).out

    assert ["Gebruik: ", "[OPTIES]", "─ Opties ─", "Toont deze uitleg."] == [
        word
        for word in ("Gebruik: ", "[OPTIES]", "─ Opties ─", "Toont deze uitleg.", "Usage", "Options", "Show ")
        if word in shown
    ]


def test_the_chosen_language_goes_before_that_of_the_locale(
    run: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "[verplicht]" in run("draw", "--lang", "nl,en", "--help").out

    monkeypatch.setenv("LANG", "nl")
    assert "[required]" in run("draw", "--lang=en", "--help").out
    assert "[required]" not in run("draw", "--help", "--", "--lang", "en").out
