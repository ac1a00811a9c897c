"""The pages of the rules of lint, `docs/rules/<code>.md`, with an example of wrong and one of right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_EXAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Examples(NamedTuple):
    """What a page shows: a policy in which the rule finds something, and how it should be."""

    wrong: str
    right: str


def examples_of(code: str) -> Examples:
    """The examples on the page of a rule. Raises OSError where there is no such page."""
    wrong, right = _EXAMPLE.findall(page(code).read_text(encoding="utf-8"))[:2]
    return Examples(wrong, right)


def page(code: str) -> Path:
    """Where the page of a rule stands."""
    # In a wheel the pages lie inside the package; in a source checkout among the documents beside it.
    package = Path(__file__).resolve().parents[1]
    candidates = (package / "docs" / "rules", package.parent / "docs" / "rules")
    folder = next((folder for folder in candidates if folder.is_dir()), candidates[0])
    return folder / f"{code}.md"
