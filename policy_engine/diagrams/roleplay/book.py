"""Role-plays bound together: the sheets of one scenario after those of another, in one document."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.diagrams.printed import roleplay as printed
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.sheets.model import Block, PageBreak, Sheet
from policy_engine.diagrams.wording import named
from policy_engine.model.chart import Chart
from policy_engine.records import changed


def bound(chart: Chart, sheets: Sequence[Sheet]) -> Sheet:
    """Sheets of one language as one document; each begins on a page of its own. There is at least one."""
    first = sheets[0]
    blocks: list[Block] = []
    for sheet in sheets:
        blocks += [PageBreak()] if blocks else []
        blocks += sheet.blocks
    policy = named(chart.title, chart.id, first.language)
    kind = word(printed.WORDS, "role-plays", first.language)
    alone = len({sheet.title for sheet in sheets}) == 1
    return changed(
        first,
        title=first.title if alone else f"{policy}: {kind}",
        footer=f"{policy} v{chart.version} · {kind}",
        blocks=tuple(blocks),
    )
