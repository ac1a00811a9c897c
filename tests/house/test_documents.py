"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

import policy_engine
from tests.house.test_map import PROJECT, ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_relative_link_leads_to_a_file(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", document.read_text())

    assert [] == [link for link in links if not (document.parent / link).exists()]


def test_the_version_stands_in_one_place_more_and_is_the_same() -> None:
    assert PROJECT["project"]["version"] == policy_engine.__version__
