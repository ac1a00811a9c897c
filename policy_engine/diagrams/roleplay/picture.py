"""The poster with the path of the play on it."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.diagrams.roleplay.script import Script
from policy_engine.diagrams.sheets.model import Block
from policy_engine.diagrams.theme import Look
from policy_engine.session.course import Moment


def path_page(script: Script, course: Sequence[Moment], look: Look) -> tuple[Block, ...]:
    """A page with the poster, on which the path is highlighted and its moves are numbered."""
    return ()
