"""What can be printed: the kinds of products, the formats of each, and an order for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from policy_engine.diagrams.overlay import NOTHING, Overlay
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.theme import Look
from policy_engine.model.scenarios import Scenario
from policy_engine.policy import Policy
from policy_engine.records import record
from policy_engine.session.course import Moment

Kind = Literal[
    "poster",
    "card",
    "cue-strip",
    "roleplay",
    "walkthrough",
    "handbook",
    "incident-form",
    "threat-sheet",
    "letters",
]
Format = Literal["pdf", "svg", "png", "docx", "pptx", "html", "zip", "dot", "mmd", "puml", "drawio", "txt"]
Engine = Literal["own", "graphviz"]

# The formats of each kind; the first is what is made where none is asked for.
FORMATS: Mapping[Kind, tuple[Format, ...]] = {
    "poster": ("pdf", "svg", "png", "pptx", "drawio", "dot", "mmd", "puml", "txt"),
    "card": ("pdf", "svg", "png", "pptx"),
    "cue-strip": ("html",),
    "roleplay": ("pdf", "docx"),
    "walkthrough": ("html", "zip"),
    "handbook": ("pdf", "docx"),
    "incident-form": ("pdf", "docx"),
    "threat-sheet": ("pdf", "docx"),
    "letters": ("docx", "pdf"),
}


@record
class Play:
    """A scenario and what came of it."""

    scenario: Scenario
    course: Sequence[Moment]


@record
class Order:
    """One product. `languages` are one, or two for a poster with both side by side; a walk-through takes all
    that are named. `plays` are the scenarios of role-plays and of a scored walk-through. `flat` asks for SVG
    that drawing programs import. `engine` says who lays out the poster. A poster that may `grow` is made on a
    larger sheet, or over several, where its paper is too small.
    """

    policy: Policy
    kind: Kind
    format: Format
    languages: tuple[str, ...]
    paper: Paper = Paper("a4")
    look: Look = Look()
    tiled: bool = False
    grow: bool = False
    overlay: Overlay = NOTHING
    plays: tuple[Play, ...] = ()
    flat: bool = False
    engine: Engine = "own"


@record
class Product:
    """One file. `suffix` belongs behind its name where there are several: "-2" for a second page, or the
    name of a role-play.
    """

    suffix: str
    content: bytes
