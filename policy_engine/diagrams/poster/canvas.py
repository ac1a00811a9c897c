"""What has been drawn on a page so far, and where nothing may be drawn any more."""

from __future__ import annotations

from policy_engine.diagrams.poster.shown import Shown
from policy_engine.diagrams.scene import Group, Item, Point, Rect, Stroke
from policy_engine.records import record


@record
class Place:
    """A rectangle on the page."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half its height, from the top of the page."""
        return self.y + self.height / 2

    def drawn(self, fill: str | None, stroke: Stroke | None, radius: float) -> Rect:
        """The rectangle as it is drawn, with round corners and no more decimals than are seen."""
        return Rect(
            round(self.x, 2),
            round(self.y, 2),
            round(self.width, 2),
            round(self.height, 2),
            fill=fill,
            stroke=stroke,
            radius=round(radius, 2),
        )


class Canvas:
    """A page in the making. Boxes lie under lines, lines under cards and pills; as none of them overlap, the
    order is the order of reading.
    """

    def __init__(self) -> None:
        self.boxes: list[Item | None] = []
        self.lines: list[Group] = []
        self.items: list[Item] = []
        self.places: dict[str, Place] = {}  # of groups, by their id; of a box its latest part
        self.parts: dict[str, int] = {}  # how often a box was drawn
        self.solid: list[Place] = []  # no line crosses these
        self.shown = Shown()
        self.ways: list[tuple[Point, ...]] = []  # nor these, at least not along them

    def keep(self) -> int:
        """Reserves the place of a box under what will stand in it."""
        self.boxes.append(None)
        return len(self.boxes) - 1

    def fresh(self, id: str) -> str:
        """An id for a part of a box: the box's own for the first, numbered for those in later columns."""
        self.parts[id] = self.parts.get(id, 0) + 1
        return id if self.parts[id] == 1 else f"{id}-{self.parts[id]}"

    def block(self, id: str, place: Place) -> None:
        """Remembers where a group stands, and that no line may cross it."""
        self.places[id] = place
        self.solid.append(place)

    def all(self) -> tuple[Item, ...]:
        """Everything, in the order in which it is drawn."""
        return (*(box for box in self.boxes if box is not None), *self.lines, *self.items)
