"""Model letters to a caller: a warning, a restriction, an invitation to a review, and its lifting."""

from __future__ import annotations

from policy_engine.diagrams.imprint import footer
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.printed import saying
from policy_engine.diagrams.printed.letters import WORDS
from policy_engine.diagrams.sheets.model import Block, Gap, Note, Paragraph, Run, Sheet, line
from policy_engine.diagrams.theme import Look
from policy_engine.diagrams.wording import sentence
from policy_engine.model.chart import Chart

PLAIN_LOOK = Look()
KINDS = ("warning", "restriction", "review", "lifting")


def letters(chart: Chart, language: str, look: Look = PLAIN_LOOK) -> dict[str, Sheet]:
    """The letters by their kind, with blanks in brackets for whoever sends them."""
    return {kind: _letter(kind, chart, language, look) for kind in KINDS}


def _letter(kind: str, chart: Chart, language: str, look: Look) -> Sheet:
    say = saying(WORDS, language)
    body = [key for key in WORDS if key.startswith(f"{kind} ")]
    blocks: list[Block] = [
        Note((line(say("model"), size="small"),), "soft"),
        Gap(1.5),
        *((line(chart.owner, bold=True),) if chart.owner else ()),
        line(say("sender")),
        Gap(1.5),
        *(line(say(key)) for key in ("name", "address", "town")),
        Gap(1.5),
        *(line(say(key)) for key in ("place", "reference")),
        Paragraph((Run(say("subject"), bold=True), Run(say(kind)))),
        Gap(1),
        line(say("dear")),
        *(block for key in body for block in (Gap(0.4), line(say(key)))),
        Gap(1),
        line(say("yours")),
        Gap(3),
        line(say("signature")),
    ]
    return Sheet(
        title=sentence(say(kind)),
        language=language,
        paper=Paper("a4"),
        footer=footer(chart, language, say("footer")),
        blocks=tuple(blocks),
        author=chart.owner or "",
        date=chart.date,
        version=chart.version,
        large=look.large,
    )
