"""docs/rules: every rule has a page, what stands on it is so, and its right example is silent."""

from __future__ import annotations

import pytest

from policy_engine.diagnostics.catalogue import abouts
from policy_engine.verify.rules.registry import rules
from tests.verify.rules.pages import FOLDER, examples, findings, index, page
from tests.verify.rules.places import PLACES

RULES = rules()


@pytest.mark.parametrize("code", RULES)
def test_a_page_says_what_the_catalogue_and_check_say(code: str) -> None:
    assert page(RULES[code], *examples(code)) == (FOLDER / f"{code}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", RULES)
def test_the_wrong_example_is_found_in_the_right_line(code: str) -> None:
    wrong, _ = examples(code)
    (line,) = [number for number, line in enumerate(wrong.splitlines(), 4) if PLACES[code] in line]

    assert [(code, line, RULES[code].severity)] == [
        (item.code, item.line, item.severity) for item in findings(wrong) if item.code == code
    ]


@pytest.mark.parametrize("code", RULES)
def test_the_right_example_is_silent(code: str) -> None:
    assert [] == [item.one_line() for item in findings(examples(code)[1])]


def test_the_index_lists_every_rule() -> None:
    assert index() == (FOLDER / "README.md").read_text(encoding="utf-8")
    assert {"README", *RULES} == {path.stem for path in FOLDER.glob("*.md")}


def test_every_rule_says_what_it_is_about() -> None:
    assert abouts().keys() == RULES.keys()
