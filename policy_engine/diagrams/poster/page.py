"""What stands at the head and the foot of a page: title, emergency, legend, version."""

from __future__ import annotations

from policy_engine.diagrams.measure import drawable
from policy_engine.diagrams.paper import SAFE, Paper
from policy_engine.diagrams.phrasing import named, value_words, words_of
from policy_engine.diagrams.poster.canvas import Place
from policy_engine.diagrams.poster.legend import legend_rows
from policy_engine.diagrams.poster.press import Press, titled
from policy_engine.diagrams.poster.runs import LEADING, Run, Runs, em_width, paragraph, run_width
from policy_engine.diagrams.scene import Group, Item, Line, Rect, Stroke
from policy_engine.diagrams.theme import INK, QUIET, WHITE
from policy_engine.records import record


@record
class Page:
    """A page's head and foot as they are drawn, and the place between them."""

    items: tuple[Item, ...]
    body: Place


def page_of(press: Press, paper: Paper, number: str = "", legend: bool = True) -> Page:
    """The page for a paper. `number` is "1/3" where there are several, `legend` whether it has one."""
    head, top = _header(press, paper)
    foot, bottom = _footer(press, paper, number, legend)
    gap = press.sizes.gap
    return Page((head, foot), Place(SAFE, top + gap, paper.width - 2 * SAFE, bottom - top - 2 * gap))


def _header(press: Press, paper: Paper) -> tuple[Group, float]:
    content, sizes = press.content, press.sizes
    chart = content.chart
    width = paper.width - 2 * SAFE
    alarm: list[Item] = []
    emergency = content.said(lambda language: " ".join(words_of(chart.emergency, language)), bold=True)
    taken = 0.0
    if emergency:
        text = paragraph(emergency, sizes.body * 1.25, width * 0.4)
        across, over = sizes.body * 0.8, sizes.body * 0.4
        wide, high = text.width + 2 * across, text.height + 2 * over
        color = press.alarm
        x = paper.width - SAFE - wide - 0.8
        alarm.append(
            Rect(
                round(x, 2),
                round(SAFE + 0.8, 2),
                round(wide, 2),
                round(high, 2),
                WHITE,
                Stroke(color, 1.6),
                4,
            )
        )
        alarm += text.items(x + across, SAFE + 0.8 + over, color)
        taken = wide + sizes.body
        low = SAFE + high + 1.6
    else:
        low = SAFE
    title = content.said(lambda language: titled(chart, language), bold=True)
    longest = max(em_width(word, True) for run in title for word in run.words.split())
    size = min(sizes.body * (2 if sizes.telling == "brief" else 2.3), 30, (width - taken) / longest)
    large = paragraph(title, round(max(size, sizes.label), 2), width - taken)
    items: list[Item] = [*large.items(SAFE, SAFE, level=1)]
    y = SAFE + large.height
    subtitle = content.said(lambda language: " ".join(words_of(chart.subtitle, language)))
    if subtitle:
        small = paragraph(subtitle, sizes.body * 1.05, width - taken)
        items += small.items(SAFE, y, QUIET)
        y += small.height
    y = round(max(y, low) + sizes.body * 0.45, 2)
    items.append(Line(((SAFE, y), (round(paper.width - SAFE, 2), y)), Stroke(INK, 1.4)))
    # The title is read first.
    return Group("header", "header", (*items, *alarm)), y


def _footer(press: Press, paper: Paper, number: str, explained: bool) -> tuple[Group, float]:
    """Its lines stand on the lower edge of the page: what it looks like is known before where it begins."""
    sizes = press.sizes
    size = press.small
    width = paper.width - 2 * SAFE
    legend = legend_rows(press, size, width) if explained else ()
    said, known = _said(press), _known(press, number)
    row = size * (1.36 if sizes.telling == "brief" else 1.55)
    apart = run_width(said, size) + run_width(known, size) + 2 * size > width if said else False
    texts = [paragraph(said, size, width)] if said and apart else []
    texts.append(paragraph(known, size, width))
    # A sample whose words take several lines makes its row higher.
    rows = [row + max(swatch.text.height for swatch, _ in line) - size * LEADING for line in legend]
    height = sum(rows) + sum(text.height for text in texts) + size * 0.3
    y = paper.height - SAFE - height
    items: list[Item] = [
        Line(
            ((SAFE, round(y - size * 0.45, 2)), (round(paper.width - SAFE, 2), round(y - size * 0.45, 2))),
            Stroke(QUIET, 0.7),
        )
    ]
    top = y - size * 0.45
    for line, high in zip(legend, rows, strict=True):
        for swatch, x in line:
            sample = tuple(swatch.items(SAFE + x, y, size, press.alarm))
            items += (press.named("note", swatch.exits, sample, ""),) if swatch.exits else sample
        y += high
    y += size * 0.3
    if said and not apart:
        items += paragraph(said, size, width).items(SAFE, y, QUIET)
        items += texts[0].items(paper.width - SAFE - texts[0].width, y, QUIET)
    else:
        for text in texts:
            items += text.items(SAFE, y, QUIET)
            y += text.height
    return Group("footer", "footer", tuple(items)), top - sizes.body * 0.1


def _said(press: Press) -> Runs:
    """What was agreed for the whole policy: its parameters."""
    content = press.content

    def words(language: str) -> str:
        declared = content.chart.parameters.values()
        return ", ".join(
            f"{named(one.label, one.name, language)}: {value_words(one, one.default, language)}"
            for one in declared
            if one.default is not None
        )

    return content.said(words)


def _known(press: Press, number: str) -> Runs:
    """Which policy this is, in which version."""
    content, chart = press.content, press.content.chart
    language = content.languages[0]
    parts = [
        chart.id,
        content.own("version", chart.version)(language),
        *([chart.date] if chart.date else []),
        *([chart.owner] if chart.owner else []),
        content.own("digest", chart.digest[:7])(language),
        *([number] if number else []),
    ]
    return (Run(drawable(" · ".join(parts))),)
