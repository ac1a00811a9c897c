"""`new`: a few questions, and a policy with its scenarios."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from policy_engine.cli.main import main
from policy_engine.policy import load_policy
from tests.cli.conftest import Runs

QUESTIONS = 9


class Terminal(io.StringIO):
    """What a person types, line by line."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("file", ["my_protocol.yaml", "my_protocol.yml", "my_protocol"])
def test_it_writes_a_policy_and_scenarios_under_the_files_name(run: Runs, file: str) -> None:
    written = file if "." in file else f"{file}.yaml"

    ran = run("new", file)

    assert (0, "") == (ran.status, ran.err)
    assert f"{written} is there, with its tests in scenarios/{written}." in ran.out
    assert "my_protocol" == load_policy(written).id
    assert "2 files checked, 0 mistakes, 0 warnings" in run("check", ".").out
    assert "0 failed" in run("test", f"./{written}").out


@pytest.mark.parametrize(
    "call", [["My protocol.yaml"], ["2.yaml"], ["desk.yaml", "--name", "front_desk"], ["desk.txt"]]
)
def test_a_file_that_does_not_bear_the_id_is_refused(run: Runs, call: list[str]) -> None:
    ran = run("new", *call)

    assert (2, "") == (ran.status, ran.out)
    assert f"`{call[0]}` cannot be the file of the policy" in ran.err
    assert [] == list(Path.cwd().iterdir())


def test_without_a_file_the_policy_names_it(run: Runs) -> None:
    run("new", "--name", "front_desk", "--yes", "--languages", "nl,en")

    assert ("nl", "en") == load_policy("front_desk.yaml").languages


def test_what_is_said_is_what_is_written(run: Runs) -> None:
    off = [f"--no-{what}" for what in ("manager", "police", "may-end", "safety", "aftercare")]

    run("new", "desk.yaml", "--channel", "counter", "--warnings", "3", "--lang", "nl", *off)

    text = Path("desk.yaml").read_text()
    assert "warnings: {counter: 0..3" in text
    assert 'label: "Bezoeker"' in text
    assert [] == [
        word for word in ("manager", "police", "ends_contact", "at_risk", "aftercare") if word in text
    ]


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in lines)))


def test_at_a_terminal_it_asks_and_asks_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(
        monkeypatch, "My Desk", "my_desk", "fr", "nl", "counter", "9", "1", "nee", "maybe", "n", "", "", "n"
    )

    status = main(["new", "--lang", "nl"])

    out = capsys.readouterr().out
    assert 0 == status
    assert 4 == out.count("Dat is geen van de antwoorden.")
    assert "Kan een leidinggevende het overnemen? [J/n]" in out
    text = Path("my_desk.yaml").read_text()
    assert "warnings: {counter: 0..1" in text
    assert ("manager" in text, "police" in text, "ends_contact" in text, "at_risk" in text) == (
        False,
        False,
        True,
        True,
    )
    assert "aftercare" not in text


def test_what_is_said_is_not_asked_and_after_a_threat_there_is_aftercare(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, *[""] * QUESTIONS)

    main(["new", "desk.yaml", "--channel", "phone", "--police"])

    out = capsys.readouterr().out
    assert ["phone", "police", "aftercare"] == [
        word for word in ("phone", "police", "aftercare", "warnings") if word not in out
    ]
    assert "phase: aftercare" in Path("desk.yaml").read_text()


def test_whoever_breaks_the_questions_off_has_nothing_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "desk")

    assert 2 == main(["new"])
    assert "the questions were broken off, so nothing was written" in capsys.readouterr().err
    assert [] == list(Path.cwd().iterdir())


@pytest.mark.parametrize(
    ("option", "value"),
    [("--name", "My Desk"), ("--languages", "fr"), ("--languages", "nl,nl"), ("--channel", "fax")],
)
def test_an_option_that_is_no_answer_is_told(run: Runs, option: str, value: str) -> None:
    ran = run("new", "desk.yaml", option, value)

    assert (2, "") == (ran.status, ran.out)
    assert f"`{value}` is no answer to `{option}`" in ran.err


@pytest.mark.parametrize("there", ["mine.yaml", "scenarios/mine.yaml"])
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "is there already; choose another name; nothing was changed\n"),
        ("nl", "bestaat al; kies een andere naam; er is niets veranderd\n"),
    ],
)
def test_a_file_that_exists_is_left_as_it_is(run: Runs, there: str, language: str, sentence: str) -> None:
    Path("scenarios").mkdir()
    Path(there).write_text("mine")

    ran = run("new", "mine.yaml", "--lang", language)

    assert (2, "", f"policy-engine: `{there}` {sentence}") == (ran.status, ran.out, ran.err)
    assert "mine" == Path(there).read_text()
    assert 1 == len(list(Path.cwd().rglob("*.yaml")))


def test_a_file_that_cannot_be_written_is_told(run: Runs) -> None:
    ran = run("new", "no/mine.yaml")

    assert 2 == ran.status
    assert "can't be written" in ran.err


def test_where_the_scenarios_cannot_be_written_there_is_no_policy_either(run: Runs) -> None:
    Path("scenarios").write_text("a file")

    assert 2 == run("new", "mine.yaml").status
    assert not Path("mine.yaml").exists()
