"""`policy-engine draw`: print a policy as a poster, cards, role-plays and whatever else trainers use."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from policy_engine.cli.language import of_words
from policy_engine.cli.options import ParameterOption, PolicyName

NAME = "draw"
EXAMPLES = """
Examples:

* `policy-engine draw aggressive_caller` writes a poster, as PDF, A4

* `policy-engine draw aggressive_caller --paper a3 --landscape --lang nl -o poster.svg`

* `policy-engine draw aggressive_caller --kind roleplay --scenario third_warning_ignored --lang nl`

* `policy-engine draw aggressive_caller --kind walkthrough -o practice.html`

* `policy-engine draw my_policy.yaml --path my_call.jsonl -o what_happened.pdf`

* `policy-engine draw my_policy.yaml --coverage -o untested.pdf` shows what its scenarios leave out

* `policy-engine draw aggressive_caller --kind all -o kit/` writes everything there is, in each language

* `policy-engine draw aggressive_caller --kind all -o kit/ --check` says whether the kit is up to date
"""


class KindName(StrEnum):
    """What is printed."""

    POSTER = "poster"
    CARD = "card"
    CUE_STRIP = "cue-strip"
    ROLEPLAY = "roleplay"
    WALKTHROUGH = "walkthrough"
    HANDBOOK = "handbook"
    INCIDENT_FORM = "incident-form"
    THREAT_SHEET = "threat-sheet"
    LETTERS = "letters"
    ALL = "all"


class PaperName(StrEnum):
    """A sheet of paper."""

    A4 = "a4"
    A3 = "a3"


class EngineName(StrEnum):
    """Who lays out a poster."""

    OWN = "own"
    GRAPHVIZ = "graphviz"


def command(
    policy: PolicyName,
    kind: Annotated[KindName, typer.Option("--kind", "-k", help="What to print.")] = KindName.POSTER,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The file to write; its ending says the format. With `--kind all`: a folder. Left out: a "
            "name made of the policy's, in this folder.",
        ),
    ] = None,
    ending: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="pdf, svg, png, pptx, drawio, dot, mmd, puml, txt, docx, html or zip, if FILE does not say.",
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="LANGUAGE",
            help="Language of the texts, such as nl; nl,en prints two side by side. Left out: the locale's.",
        ),
    ] = None,
    paper: Annotated[PaperName, typer.Option("--paper", help="The sheet.")] = PaperName.A4,
    landscape: Annotated[bool, typer.Option("--landscape", help="The sheet on its side.")] = False,
    tiled: Annotated[
        bool, typer.Option("--tiled", help="Spread a poster over several sheets, to hang side by side.")
    ] = False,
    grey: Annotated[bool, typer.Option("--grey", help="For a printer without colour.")] = False,
    large: Annotated[
        bool, typer.Option("--large", help="Large print, 16 points or more, over more pages.")
    ] = False,
    flat: Annotated[
        bool, typer.Option("--flat", help="SVG of plain shapes, for Word and drawing programs.")
    ] = False,
    scenario: Annotated[
        list[str] | None,
        typer.Option(
            "--scenario", metavar="NAME", help="A scenario for role-plays; may be repeated. Left out: all."
        ),
    ] = None,
    path: Annotated[
        str | None,
        typer.Option(
            "--path",
            metavar="SCENARIO|FILE",
            help="Highlights and numbers the way of a scenario, or of a recorded call (JSON lines).",
        ),
    ] = None,
    traffic: Annotated[
        list[Path] | None,
        typer.Option(
            "--traffic",
            metavar="FILE",
            help="Counts how often each way was taken in recorded calls; may be repeated.",
        ),
    ] = None,
    diff: Annotated[
        str | None,
        typer.Option(
            "--diff",
            metavar="OLD",
            help="Marks what differs from an earlier version: a file, a ready policy, or REV:PATH in git.",
        ),
    ] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Shows what no scenario of the policy comes past.")
    ] = False,
    engine: Annotated[
        EngineName, typer.Option("--engine", help="Who lays out a poster: we, or Graphviz.")
    ] = EngineName.OWN,
    parameter: ParameterOption = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; say which files of a kit are out of date.")
    ] = False,
) -> int:
    """Print a policy: a poster, cards, role-plays, a walk-through, a handbook, forms and letters."""
    from policy_engine.cli.drawing import Wish, draw

    wish = Wish(
        policy=policy,
        kind=kind.value,
        output=output,
        format=ending,
        lang=lang,
        paper=paper.value,
        landscape=landscape,
        tiled=tiled,
        grey=grey,
        large=large,
        flat=flat,
        scenarios=tuple(scenario or ()),
        path=path,
        traffic=tuple(traffic or ()),
        diff=diff,
        coverage=coverage,
        engine=engine.value,
        parameters=tuple(parameter or ()),
        check=check,
        words=of_words((lang or "").split(",")[0]),
    )
    return draw(wish)
