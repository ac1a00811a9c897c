"""A change note as a sheet of paper."""

from __future__ import annotations

from policy_engine.diagrams.imprint import footer, owner_of
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.sheets.model import (
    Block,
    Bullets,
    Field,
    Fields,
    Gap,
    Heading,
    Paragraph,
    Run,
    Sheet,
    Together,
    line,
)
from policy_engine.diff.note import ChangeNote
from policy_engine.policy import Policy


def note_pdf(note: ChangeNote, policy: Policy) -> bytes:
    """The note as a PDF of A4. Raises PrintError where typst is missing."""
    from policy_engine.diagrams.sheets.typst import sheet_pdf

    return sheet_pdf(note_sheet(note, policy))


def note_sheet(note: ChangeNote, policy: Policy) -> Sheet:
    """The note as a sheet."""
    blocks: list[Block] = [Heading(1, f"{note.title}: {note.heading.lower()}"), line(note.versions)]
    blocks += [Paragraph((Run(f"{name}: ", bold=True), Run(value))) for name, value in note.facts]
    for section in note.sections:
        blocks.append(Heading(2, section.heading))
        blocks.append(Bullets(tuple((line(sentence),) for sentence in section.sentences)))
    blocks.append(Gap(0.5))
    blocks += [line(sentence) for sentence in note.closing]
    signed = Fields(tuple(Field(name, lines=2) for name in note.signature), columns=2)
    blocks.append(Together((Gap(0.5), signed)))
    return Sheet(
        title=f"{note.title}: {note.heading.lower()}",
        language=note.language,
        paper=Paper("a4"),
        footer=footer(policy.chart, note.language, note.heading.lower()),
        blocks=tuple(blocks),
        author=owner_of(policy.chart, note.language),
        date=policy.chart.date,
        version=policy.version,
    )
