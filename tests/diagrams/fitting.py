"""Posters of one page, each on the first of some papers that it fits."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.poster import poster, poster_if_it_fits
from policy_engine.diagrams.scene import Scene
from policy_engine.diagrams.theme import Look

# Upright, as they are printed for a desk.
DESK = (Paper("a4"), Paper("a3"))


def fitting(
    figure: Figure, languages: tuple[str, ...], look: Look | None = None, papers: Sequence[Paper] = DESK
) -> Scene:
    """The page on the first of the papers that it fits; the last one must do."""
    look = look or Look()
    for paper in papers[:-1]:
        scenes = poster_if_it_fits(figure, languages=languages, paper=paper, look=look)
        if scenes is not None:
            return scenes[0]
    [scene] = poster(figure, languages=languages, paper=papers[-1], look=look)
    return scene
