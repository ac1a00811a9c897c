"""What of all that a legend explains there is on a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from policy_engine.diagrams.figure import Figure, Link
from policy_engine.diagrams.poster.letters import ALPHABET
from policy_engine.diagrams.poster.runs import Paragraph, Sign
from policy_engine.diagrams.scene import Group, Item, Stroke, Text
from policy_engine.diagrams.theme import Look, line_stroke, wide_stroke
from policy_engine.records import changed

Kind = Literal["next", "back", "any moment", "time"]
TIMER_DASH = (2.4, 1.8)


def kind_of(link: Link) -> Kind:
    """What the line of a transition says."""
    if link.kind == "timer":
        return "time"
    if link.tone == "calms":
        return "back"
    return "any moment" if link.wide and link.kind == "event" else "next"


def stroke_of(link: Link, look: Look) -> Stroke:
    """The line of a transition."""
    stroke = wide_stroke(look) if kind_of(link) == "any moment" else line_stroke(link.tone, look)
    return changed(stroke, dash=TIMER_DASH) if link.kind == "timer" else stroke


class Shown:
    """The kinds of lines and the signs that were drawn, the number of a card that a reference names, and the
    words that may be the letter of a condition.
    """

    def __init__(self) -> None:
        self.lines: set[Kind] = set()
        self.signs: set[Sign] = set()
        self.number = 0
        self.letters: set[str] = set()

    def text(self, text: Paragraph) -> None:
        """Remembers the signs and the first reference in a text."""
        for piece in (piece for line in text.lines for piece in line):
            self.signs.add(piece.run.sign)
            if piece.words.startswith("→\u00a0"):
                self.number = self.number or int(piece.words[2:].split(",")[0])

    def drawn(self, items: Iterable[Item]) -> None:
        """Remembers the letters that stand alone in what was drawn, wherever it stands."""
        for item in items:
            if isinstance(item, Group):
                self.drawn(item.items)
            elif isinstance(item, Text):
                words = (word.strip("():,") for word in item.words.split())
                self.letters.update(word for word in words if len(word) == 1 and word.isupper())

    def also(self, other: Shown) -> None:
        """Remembers what another page shows."""
        self.lines |= other.lines
        self.signs |= other.signs
        self.number = self.number or other.number
        self.letters |= other.letters


def everything(figure: Figure) -> Shown:
    """All that may be shown: what a legend is measured with, before anything is drawn."""
    shown = Shown()
    shown.lines = {"next", *(kind_of(link) for link in figure.links)}
    shown.signs = {"clock", "no", "history"}
    shown.number = len(figure.cards)
    shown.letters = set(ALPHABET)
    return shown
