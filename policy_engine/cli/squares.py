"""Says on stderr which characters of a print stand there as a square, because the shipped fonts lack them."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from policy_engine.cli.failure import sentence
from policy_engine.diagrams.lacking import lacking
from policy_engine.diagrams.order import Format
from policy_engine.model.scenarios import Scenario
from policy_engine.policy import Policy

# What is drawn with our fonts; the other formats are shown in those of whoever reads them.
_DRAWN: frozenset[Format] = frozenset(("pdf", "svg", "png", "pptx", "drawio", "docx", "dot"))
# So many characters, and so many places of each, are named.
_CHARACTERS, _PLACES = 5, 3


def warn_of_squares(
    policy: Policy, scenarios: Iterable[Scenario], format: Format, languages: Iterable[str], words: str
) -> None:
    """Prints a sentence for each character; nothing where all can be drawn. `words` is its language."""
    found = lacking(policy.chart, scenarios, languages) if format in _DRAWN else {}
    for character, places in list(found.items())[:_CHARACTERS]:
        shown = f"`{character}` " if character.isprintable() else ""
        fields = {
            "character": f"{shown}(U+{ord(character):04X})",
            "places": places[:_PLACES],
            "times": len(places),
        }
        print(f"policy-engine: {sentence('character-missing', fields, words)}", file=sys.stderr)
    if len(found) > _CHARACTERS:
        more = {"count": len(found) - _CHARACTERS}
        print(f"policy-engine: {sentence('more-characters-missing', more, words)}", file=sys.stderr)
