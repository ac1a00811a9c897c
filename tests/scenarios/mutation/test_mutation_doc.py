"""docs/mutation.md lists every kind of change."""

from __future__ import annotations

import re
from pathlib import Path

from policy_engine.scenarios.mutation.operators import OPERATORS

TEXT = (Path(__file__).parents[3] / "docs" / "mutation.md").read_text(encoding="utf-8")


def test_every_operator_is_explained_with_an_example() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+) \| (.+) \|$", TEXT, re.MULTILINE)

    assert sorted(OPERATORS) == sorted(name for name, _, _ in rows)
    assert all("→" in example for _, _, example in rows)
