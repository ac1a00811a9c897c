"""The code blocks of README.md, and the small policy they speak of."""

import re

from tests.house.test_map import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str, first: str) -> str:
    """The one block in this language whose first line is this one, without that line."""
    blocks: list[str] = re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    (found,) = (text for text in blocks if text.splitlines()[0] == first)
    return found.partition("\n")[2]


def policy() -> str:
    """The README's own policy, late_parcel.yaml."""
    first = "policy: late_parcel"
    return f"{first}\n{block('yaml', first)}"
