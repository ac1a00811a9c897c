"""The picture that lights up while a call is walked through: the poster, as it hangs on the wall."""

from __future__ import annotations

from policy_engine.diagrams.figure import Figure


def pictures(figure: Figure, language: str) -> tuple[str, ...]:
    """The sheets of the poster in a language, as SVG to stand inside an HTML page."""
    return ()
