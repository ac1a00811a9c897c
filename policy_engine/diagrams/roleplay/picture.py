"""The poster with the path of the play on it."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.path import path_overlay
from policy_engine.diagrams.poster import poster
from policy_engine.diagrams.roleplay.script import Script
from policy_engine.diagrams.sheets.model import Block, Drawing, Heading, line
from policy_engine.diagrams.theme import Look
from policy_engine.errors import PrintError
from policy_engine.session.course import Moment


def path_pages(script: Script, course: Sequence[Moment], look: Look) -> tuple[Block, ...]:
    """The poster on pages of its own, the path highlighted and its moves numbered.

    Where it does not fit, what to do instead.
    """
    overlay = path_overlay(course, script.language)
    try:
        scenes = poster(
            script.figure, languages=(script.language,), paper=Paper("a4"), look=look, overlay=overlay
        )
    except PrintError:
        return (Heading(2, script.word("path")), line(script.word("path apart")))
    return tuple(Drawing(scene, whole=True) for scene in scenes)
