"""The ladder on the card, row by row: steps, and what goes on at the same time under a heading of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from policy_engine.diagrams.figure import Card, Figure
from policy_engine.diagrams.phrasing import label_of
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.card import WORDS
from policy_engine.records import record

Ending = Literal["end", "track done", "part done"]


@record
class Head:
    """The name of what runs in tracks, or of one of them. `depth` counts the tracks around it."""

    words: str
    depth: int


@record
class Rung:
    """A step. `depth` counts the tracks around it."""

    state: str
    depth: int


def rows_of(figure: Figure, language: str) -> Iterator[Head | Rung]:
    """The steps of the ladder in order. Each track of a parallel state begins with its name, so that nobody
    takes its steps for what comes after those of the track before.
    """
    before: list[str] = []
    for state in figure.spine:
        tracks = tracks_around(figure, state)
        for depth, track in enumerate(tracks):
            if tracks[: depth + 1] == before[: depth + 1]:
                continue
            around = _around(figure, track)
            if tracks[:depth] != before[:depth] or around not in [_around(figure, item) for item in before]:
                yield Head(word(WORDS, "tracks", language, label_of(figure, around, language)), depth)
            yield Head(word(WORDS, "track", language, label_of(figure, track, language)), depth + 1)
        before = tracks
        yield Rung(state, len(tracks))


def tracks_around(figure: Figure, state: str) -> list[str]:
    """The tracks that a card stands in, the outermost first: children of parallel states."""
    found: list[str] = []
    inner, box = state, figure.cards[state].box
    while box is not None:
        if figure.boxes[box].parallel:
            found.insert(0, inner)
        inner, box = box, figure.boxes[box].box
    return found


def ending_of(figure: Figure, card: Card) -> Ending:
    """What ends with an ending: everything, a track beside others, or the steps in a box."""
    if card.box is None:
        return "end"
    around = figure.boxes[card.box].box
    return "track done" if around is not None and figure.boxes[around].parallel else "part done"


def _around(figure: Figure, track: str) -> str:
    box = figure.cards[track].box if track in figure.cards else figure.boxes[track].box
    assert box is not None
    return box
