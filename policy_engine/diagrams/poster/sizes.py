"""How big everything is, from the size of the text. All lengths are points."""

from __future__ import annotations

from typing import Literal

from policy_engine.records import record

Telling = Literal["brief", "plain", "full"]
Boxes = Literal["nothing", "conditional", "all"]
TELLINGS: tuple[Telling, ...] = ("full", "plain", "brief")


@record
class Sizes:
    """`body` is the size of the text, `phrases` how many texts a card shows, `telling` how much is told of
    what transitions do. What is told in brief also stands closer. `every`: what is said under each condition,
    not only under the first. `boxes`: what of what boxes say, too.
    """

    body: float
    phrases: int = 1
    telling: Telling = "plain"
    every: bool = True
    boxes: Boxes = "nothing"

    def _near(self, sizes: float) -> float:
        return self.body * sizes * (0.64 if self.telling == "brief" else 1.0)

    @property
    def label(self) -> float:
        """Names of cards."""
        return self.body * (1.16 if self.telling == "brief" else 1.22)

    @property
    def number(self) -> float:
        """Numbers of cards."""
        return self.body * 1.8

    @property
    def cell(self) -> float:
        """The width of the cell of a number."""
        return self.body * 2.6

    @property
    def indent(self) -> float:
        """From the left edge of the ladder's cards to what stands to the right of its line."""
        return self.cell * 0.72 if self.telling == "brief" else self.cell + self.inset

    @property
    def pad(self) -> float:
        """From a box's border to what is in it."""
        return self.body * (0.34 if self.telling == "brief" else 0.7)

    @property
    def inset(self) -> float:
        """From a card's border to its text, sideways."""
        return self.body * 0.55

    @property
    def lead(self) -> float:
        """From a card's border to its text, upwards and downwards."""
        return self.body * (0.15 if self.telling == "brief" else 0.32)

    @property
    def gap(self) -> float:
        """Between two things that no line joins."""
        return self.body * (0.4 if self.telling == "brief" else 0.75)

    @property
    def arrow(self) -> float:
        """The shortest line with a head."""
        return self.body * (0.65 if self.telling == "brief" else 0.85)

    @property
    def apart(self) -> float:
        """From one line of chips to the next."""
        return self._near(0.22)

    @property
    def between(self) -> float:
        """From one chip to the next in a line."""
        return self._near(0.5)

    @property
    def over(self) -> float:
        """What a chip's text has above and below it, together."""
        return self.body * (0.02 if self.telling == "brief" else 0.16)

    @property
    def stub(self) -> float:
        """The shortest line without one."""
        return self._near(0.4)
