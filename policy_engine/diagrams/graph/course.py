"""Which transitions are drawn as arrows, and which are written as numbered references because their arrows
would only cross others.

Drawn are the steps along the spine, one step back along it, and for every other card the first transition
that leads to it. Transitions with the same beginning and the same end share a pill.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from policy_engine.diagrams.figure import Figure, Link, cards_in
from policy_engine.records import record

Way = Literal["spine", "back", "side"]


@record
class Pill:
    """Drawn transitions of one source and the same arrivals. `tail` is the card where the line begins:
    the source, or a card in it where the source is a box.
    """

    links: tuple[Link, ...]
    way: Way
    tail: str

    @property
    def first(self) -> Link:
        """The one that gives the pill its id."""
        return self.links[0]


@record
class Course:
    """`references` are the transitions of a card or box that are not drawn."""

    pills: tuple[Pill, ...]
    references: Mapping[str, tuple[Link, ...]]


def course_of(figure: Figure) -> Course:
    """What is drawn of a figure."""
    return _Chooser(figure).course()


class _Chooser:
    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.place = {card: place for place, card in enumerate(figure.spine)}
        self.tails = {box: self._tail(box) for box in figure.boxes}

    def course(self) -> Course:
        groups: dict[tuple[str, tuple[str, ...], bool], list[Link]] = {}
        for link in sorted(self.figure.links, key=lambda link: self.figure.cards[self._from(link)].number):
            groups.setdefault((link.source, link.arrivals, link.back), []).append(link)
        drawn: dict[tuple[str, tuple[str, ...], bool], Pill] = {}
        reached = set(self.figure.starts)
        for way in ("spine", "side", "back"):
            for key, links in groups.items():
                if key not in drawn and self._belongs(links[0], way, reached):
                    drawn[key] = Pill(tuple(links), way, self._from(links[0]))
                    reached.update(links[0].arrivals)
        references: dict[str, tuple[Link, ...]] = {}
        for key, links in groups.items():
            if key not in drawn:
                references[key[0]] = (*references.get(key[0], ()), *links)
        return Course(tuple(drawn.values()), references)

    def _belongs(self, link: Link, way: Way, reached: set[str]) -> bool:
        if link.back or not link.arrivals or self._from(link) in link.arrivals:
            return False
        if way == "side":
            return not reached.issuperset(link.arrivals)
        if link.wide or link.source not in self.place:
            return False
        step = 1 if way == "spine" else -1
        return any(self.place.get(arrival) == self.place[link.source] + step for arrival in link.arrivals)

    def _from(self, link: Link) -> str:
        return self.tails.get(link.source, link.source)

    def _tail(self, box: str) -> str:
        return min(cards_in(self.figure, box), key=lambda card: self.figure.cards[card].number)
