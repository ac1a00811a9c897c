"""Points in words, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue import render_message
from policy_engine.scenarios.coverage.points import Point


def words_of(point: Point, language: str) -> str:
    """What was never come past, in "en" or "nl"."""
    fields = {"state": point.state, "what": _what(point), "branch": _branch(point)}
    return render_message(f"point-{point.kind}", fields, language)


def decimal(value: float, language: str) -> str:
    """A percentage with one decimal, or none where it is whole."""
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if language == "nl" else text


def _what(point: Point) -> str:
    transition = point.transition
    if transition is None or transition.trigger == "on":
        return " or ".join(point.events)
    if transition.trigger == "after":
        return "after " + transition.id.removeprefix(f"{point.state}.after.").rpartition(".")[0]
    return transition.trigger


def _branch(point: Point) -> str | Mapping[str, str]:
    """Which branch of several it is."""
    if point.transition is None or point.branches == 1:
        return ""
    if point.transition.is_else:
        return ", `else`"
    place = (point.branch, point.branches)
    return {"en": ", branch {} of {}".format(*place), "nl": ", tak {} van {}".format(*place)}
