"""`new`: a policy to begin from."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_engine.policy import load_policy
from tests.cli.conftest import Runs


@pytest.mark.parametrize(
    ("file", "id"), [("my_protocol.yaml", "my_protocol"), ("My protocol.yaml", "starter"), ("plain", "plain")]
)
def test_it_writes_a_policy_without_mistakes_under_the_files_name(run: Runs, file: str, id: str) -> None:
    ran = run("new", file)

    assert (0, "") == (ran.status, ran.err)
    assert f"{file} is there. Change names and phrases, then: policy-engine check {file}\n" == ran.out
    assert id == load_policy(file).id
    assert "1 file checked, 0 mistakes, 0 warnings\n" == run("check", f"./{file}").out


def test_it_names_no_schema_that_is_not_there(run: Runs) -> None:
    run("new", "mine.yaml")

    assert "$schema" not in Path("mine.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "`mine.yaml` is there already; choose another name; nothing was changed\n"),
        ("nl", "`mine.yaml` bestaat al; kies een andere naam; er is niets veranderd\n"),
    ],
)
def test_a_file_that_exists_is_left_as_it_is(run: Runs, language: str, sentence: str) -> None:
    Path("mine.yaml").write_text("mine")

    ran = run("new", "mine.yaml", "--lang", language)

    assert (2, "", f"policy-engine: {sentence}") == (ran.status, ran.out, ran.err)
    assert "mine" == Path("mine.yaml").read_text()


def test_a_file_that_cannot_be_written_is_told(run: Runs) -> None:
    ran = run("new", "no/mine.yaml")

    assert 2 == ran.status
    assert "can't be written" in ran.err
