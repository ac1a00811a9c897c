"""What stands at the head and the foot of a page: title, emergency, legend, version."""

from __future__ import annotations

import re
from math import floor

from policy_engine.diagrams.imprint import edition, owner_of
from policy_engine.diagrams.measure import drawable
from policy_engine.diagrams.paper import SAFE, Paper
from policy_engine.diagrams.phrasing import named, value_words, words_of
from policy_engine.diagrams.poster.canvas import Place
from policy_engine.diagrams.poster.legend import legend_rows
from policy_engine.diagrams.poster.press import Press, titled
from policy_engine.diagrams.poster.runs import LEADING, Paragraph, Run, Runs, em_width, paragraph, run_width
from policy_engine.diagrams.poster.shown import Shown
from policy_engine.diagrams.scene import Group, Item, Line, Stroke
from policy_engine.diagrams.theme import INK, QUIET, WHITE
from policy_engine.records import record

_NUMBER = re.compile(r" (?=\d)")


@record
class Page:
    """A page's head and foot as they are drawn, and the place between them."""

    items: tuple[Item, ...]
    body: Place


def page_of(press: Press, paper: Paper, number: str = "", shown: Shown | None = None) -> Page:
    """The page for a paper. `number` is "1/3" where there are several, `shown` what its legend explains, None
    for a page without one.
    """
    head, top = _header(press, paper)
    foot, bottom = _footer(press, paper, number, shown)
    gap = press.sizes.gap
    return Page((head, foot), Place(SAFE, top + gap, paper.width - 2 * SAFE, bottom - top - 2 * gap))


def _header(press: Press, paper: Paper) -> tuple[Group, float]:
    sizes = press.sizes
    chart = press.content.chart
    width = paper.width - 2 * SAFE
    alarm, taken, low = _alarm(press, paper)
    titles = press.content.each(lambda language: titled(chart, language), bold=True)
    longest = max(em_width(word, True) for (run,) in titles for word in run.words.split())
    y = SAFE
    if (width - taken) / longest < sizes.label:
        # Below what to do in danger, for there is no room beside it.
        y, taken = low, 0.0
    size = min(sizes.body * (1.9 if sizes.telling == "brief" else 2.3), 30, (width - taken) / longest)
    items: list[Item] = []
    for large in _lines(titles, floor(100 * size) / 100, width - taken):
        items += large.items(SAFE, y, level=1)
        y += large.height
    for small in _lines(_below(press), sizes.body * 1.05, width - taken):
        items += small.items(SAFE, y, QUIET)
        y += small.height
    y = round(max(y, low) + sizes.body * 0.45, 2)
    items.append(Line(((SAFE, y), (round(paper.width - SAFE, 2), y)), Stroke(INK, 1.4)))
    # The title is read first.
    return Group("header", "header", (*items, *alarm)), y


def _alarm(press: Press, paper: Paper) -> tuple[list[Item], float, float]:
    """What to do in danger, in a box at the right; with the width that it takes, and where it ends."""
    sizes, chart = press.sizes, press.content.chart
    width = paper.width - 2 * SAFE
    # A number stays with the word before it.
    emergency = press.content.each(
        lambda language: _NUMBER.sub("\u00a0", " ".join(words_of(chart.emergency, language))), bold=True
    )
    if not emergency:
        return [], 0.0, SAFE
    size = sizes.body * 1.25
    whole = max(run_width(runs, size) for runs in emergency)
    texts = [paragraph(runs, size, whole if whole < 0.55 * width else 0.4 * width) for runs in emergency]
    across, over = sizes.body * 0.8, sizes.body * 0.4
    wide = max(text.width for text in texts) + 2 * across
    high = sum(text.height for text in texts) + 2 * over
    x, y = paper.width - SAFE - wide - 0.8, SAFE + 0.8
    items: list[Item] = [Place(x, y, wide, high).drawn(WHITE, Stroke(press.alarm, 1.6), 4)]
    for text in texts:
        items += text.items(x + across, y + over, press.alarm)
        y += text.height
    return items, wide + sizes.body, SAFE + high + 1.6


def _below(press: Press) -> tuple[Runs, ...]:
    """What stands below the title: what is laid over the page, else the policy's subtitle."""
    if press.overlay.caption:
        return ((Run(press.overlay.caption),),)
    subtitle = press.content.chart.subtitle
    return press.content.each(lambda language: " ".join(words_of(subtitle, language)))


def _lines(languages: tuple[Runs, ...], size: float, width: float) -> list[Paragraph]:
    """A text in one language or several: in one line where it has room, else each in lines of its own."""
    together: Runs = ()
    for runs in languages:
        together += (Run("/"), *runs) if together else runs
    if languages and run_width(together, size) <= width:
        return [paragraph(together, size, width)]
    return [paragraph(runs, size, width) for runs in languages]


def _footer(press: Press, paper: Paper, number: str, shown: Shown | None) -> tuple[Group, float]:
    """Its lines stand on the lower edge of the page: what it looks like is known before where it begins."""
    sizes = press.sizes
    size = press.small
    width = paper.width - 2 * SAFE
    legend = () if shown is None else legend_rows(press, shown, size, width)
    said, known = _said(press), _known(press, number)
    row = size * (1.32 if sizes.telling == "brief" else 1.55)
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
        return ", ".join(
            f"{named(one.label, one.name, language)}: {value_words(one, value, language)}"
            for one in content.chart.parameters.values()
            if (value := content.parameters[one.name]) is not None
        )

    return content.said(words)


def _known(press: Press, number: str) -> Runs:
    """Which policy this is, in which version."""
    content, chart = press.content, press.content.chart
    language = content.languages[0]
    parts = filter(None, (edition(chart, language), owner_of(chart, language)))
    digest = content.own("digest", chart.digest[:7])(language)
    last = " · ".join((digest, *([number] if number else []))).replace(" ", "\u00a0")
    return (Run(drawable(" · ".join((*parts, last)))),)
