"""Each form as a whole, in both languages, as it was read and found right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from policy_engine.cli.formats.cases import suites_of
from policy_engine.cli.formats.found import Found
from policy_engine.cli.formats.github import github_text
from policy_engine.cli.formats.json import json_text
from policy_engine.cli.formats.junit import junit_text
from policy_engine.cli.formats.sarif import sarif_text
from policy_engine.cli.formats.text import print_text
from tests.cli.formats.conftest import Finds

GOLDEN = Path(__file__).parent / "golden"
FORMS: dict[str, Callable[[Found], str]] = {
    "json": json_text,
    "sarif": sarif_text,
    "github": github_text,
    "junit": lambda found: junit_text(suites_of(found)),
}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_as_it_was_read(finds: Finds, form: str, language: str) -> None:
    expected = (GOLDEN / f"{form}-{language}").read_text(encoding="utf-8")

    assert expected == FORMS[form](finds(language)).rstrip("\n") + "\n"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_text_is_as_it_was_read(finds: Finds, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_text(finds(language))

    assert (GOLDEN / f"text-{language}").read_text(encoding="utf-8") == capsys.readouterr().out
