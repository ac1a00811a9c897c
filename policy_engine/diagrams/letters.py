"""Letters: those that the actions of a policy are; without any, models of a warning, a restriction, an
invitation to a review, and its lifting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policy_engine.diagrams.imprint import footer, owner_of
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.printed import saying
from policy_engine.diagrams.printed.letters import WORDS
from policy_engine.diagrams.sheets.model import Block, Gap, Note, Paragraph, Run, Sheet, line
from policy_engine.diagrams.theme import Look
from policy_engine.diagrams.wording import named, role_words, sentence, words_of
from policy_engine.model.chart import ActionType, Chart
from policy_engine.model.placeholders import PATTERN

PLAIN_LOOK = Look()
KINDS = ("warning", "restriction", "review", "lifting")


def letters(chart: Chart, language: str, look: Look = PLAIN_LOOK) -> dict[str, Sheet]:
    """The letters by their action or their kind, with blanks in brackets for whoever sends them."""
    own = [action for action in chart.actions.values() if action.letter]
    if own:
        return {action.name.replace("_", "-"): _own(action, chart, language, look) for action in own}
    return {kind: _model(kind, chart, language, look) for kind in KINDS}


def _own(action: ActionType, chart: Chart, language: str, look: Look) -> Sheet:
    subject = named(action.label, action.name, language)
    body = [_with_blanks(text, action, chart, language) for text in words_of(action.letter, language)]
    return _letter(subject, body, chart, language, look)


def _with_blanks(text: str, action: ActionType, chart: Chart, language: str) -> str:
    """A paragraph with what the engine fills in as blanks: the label of each in brackets."""
    declared = {**chart.parameters, **chart.facts, **chart.context, **action.params}

    def blank(match: re.Match[str]) -> str:
        name = match[1]
        if name is None:
            return match[0][0]
        if name in declared:
            return f"[{named(declared[name].label, name, language)}]"
        return role_words(chart, str(action.to), language)  # `to` is the only other name

    return PATTERN.sub(blank, text)


def _model(kind: str, chart: Chart, language: str, look: Look) -> Sheet:
    say = saying(WORDS, language)
    body = [say(key) for key in WORDS if key.startswith(f"{kind} ")]
    return _letter(say(kind), body, chart, language, look)


def _letter(subject: str, body: Sequence[str], chart: Chart, language: str, look: Look) -> Sheet:
    say = saying(WORDS, language)
    blocks: list[Block] = [
        Note((line(say("model"), size="small"),), "soft"),
        Gap(1.5),
        *((line(owner, bold=True),) if (owner := owner_of(chart, language)) else ()),
        line(say("sender")),
        Gap(1.5),
        *(line(say(key)) for key in ("name", "address", "town")),
        Gap(1.5),
        *(line(say(key)) for key in ("place", "reference")),
        Paragraph((Run(say("subject"), bold=True), Run(subject))),
        Gap(1),
        line(say("dear")),
        *(block for text in body for block in (Gap(0.4), line(text))),
        Gap(1),
        line(say("yours")),
        Gap(3),
        line(say("signature")),
    ]
    return Sheet(
        title=sentence(subject),
        language=language,
        paper=Paper("a4"),
        footer=footer(chart, language, say("footer")),
        blocks=tuple(blocks),
        author=owner_of(chart, language),
        date=chart.date,
        version=chart.version,
        large=look.large,
    )
