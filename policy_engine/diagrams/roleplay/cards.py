"""The cards that stop a role-play, to be cut out: a sheet of their own, for nothing else may be cut."""

from __future__ import annotations

from policy_engine.diagrams.imprint import footer, owner_of
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.printed import saying
from policy_engine.diagrams.printed.roleplay import WORDS
from policy_engine.diagrams.sheets.model import Block, Gap, Heading, Note, Sheet, line
from policy_engine.diagrams.theme import Look
from policy_engine.model.chart import Chart

PLAIN_LOOK = Look()
_EACH = 2  # of each card, so that one lies within everybody's reach


def cut_cards(chart: Chart, language: str, look: Look = PLAIN_LOOK) -> Sheet:
    """STOP and TIME-OUT, the same for every role-play."""
    word = saying(WORDS, language)
    cards = [_card(word(f"{name} card"), word(f"{name} card text")) for name in ("stop", "time-out")]
    blocks: list[Block] = [Heading(1, word("cards")), line(word("cards hint"))]
    for card in cards * _EACH:
        blocks += [Gap(0.5), card]
    return Sheet(
        title=word("cards"),
        language=language,
        paper=Paper("a4"),
        footer=footer(chart, language, word("cards")),
        blocks=tuple(blocks),
        author=owner_of(chart, language),
        date=chart.date,
        version=chart.version,
        large=look.large,
    )


def _card(title: str, text: str) -> Note:
    return Note((Gap(2), line(title, bold=True, size="huge"), line(text, size="big"), Gap(2)), "cut")
