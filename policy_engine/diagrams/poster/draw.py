"""The poster from a figure: on one page, or on several; or a word about what it would fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.overlay import NOTHING, Overlay
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.poster.fit import SMALLEST
from policy_engine.diagrams.poster.layout import Layouts, Order
from policy_engine.diagrams.scene import Scene
from policy_engine.diagrams.theme import Look
from policy_engine.errors import PrintError
from policy_engine.model.types import Value
from policy_engine.records import changed

LARGE = 16.0
# The largest text of a page: what stands in few words is read from across a room.
_LARGEST = {"a3": 22.0, "a4": 17.0, "a6": 11.0}
_TILED = 12.0
_PAPERS = {
    "`--paper a4`": Paper("a4"),
    "`--landscape`": Paper("a4", True),
    "`--paper a3`": Paper("a3"),
    "`--paper a3 --landscape`": Paper("a3", True),
}


def poster(
    figure: Figure,
    *,
    languages: tuple[str, ...],
    paper: Paper,
    look: Look,
    overlay: Overlay = NOTHING,
    tiled: bool = False,
    parameters: Mapping[str, Value] | None = None,
) -> tuple[Scene, ...]:
    """The pages of a poster, in one language or in several at once.

    parameters: the values that are in force; those that are left out have their defaults. tiled, or a large
    look: over as many pages as are needed, no card cut. Raises PrintError where it does not fit one page at 9
    points, which says what it would fit.
    """
    order = Order(figure, languages, paper, look, overlay, parameters)
    scenes = _drawn(order, tiled)
    if scenes is None:
        several = tiled or look.large
        fits = ["`--paper a3`"] if several else _fitting(order)
        raise PrintError("does-not-fit", paper=named(paper), fits=", ".join(fits))
    return scenes


def poster_if_it_fits(
    figure: Figure,
    *,
    languages: tuple[str, ...],
    paper: Paper,
    look: Look,
    overlay: Overlay = NOTHING,
    parameters: Mapping[str, Value] | None = None,
) -> tuple[Scene, ...] | None:
    """The same, or None where it does not fit one page: what it would fit is not looked for."""
    return _drawn(Order(figure, languages, paper, look, overlay, parameters), False)


def _drawn(order: Order, tiled: bool) -> tuple[Scene, ...] | None:
    if tiled or order.look.large:
        return Layouts(order).paged(LARGE if order.look.large else _TILED)
    for laid in _shorter(order.overlay):
        layouts = Layouts(changed(order, overlay=laid))
        fitted = layouts.best(_LARGEST[order.paper.name])
        if fitted is not None:
            return (layouts.scene(fitted),)
    return None


def _shorter(overlay: Overlay) -> Iterator[Overlay]:
    """What is laid over the page; where it does not fit, with shorter numbers on lines, at last without any:
    how thick the lines are says about the same.
    """
    yield overlay
    several = overlay.transitions.items()
    if any(stamp.short for _, stamp in several):
        yield changed(overlay, transitions={id: changed(stamp, words=stamp.short) for id, stamp in several})
    if several:
        yield changed(overlay, transitions={id: changed(stamp, words="") for id, stamp in several})


def _fitting(order: Order) -> list[str]:
    """What to ask for instead; where it is too large with as little as possible laid over it."""
    *_, order = (changed(order, overlay=laid) for laid in _shorter(order.overlay))
    fitting = [
        option
        for option, paper in _PAPERS.items()
        if paper != order.paper and Layouts(order.on(paper)).best(SMALLEST) is not None
    ]
    return [*fitting, "`--tiled`"]


def named(paper: Paper) -> str:
    """A paper as one asks for it."""
    return f"{paper.name.upper()} (`--landscape`)" if paper.landscape else paper.name.upper()
