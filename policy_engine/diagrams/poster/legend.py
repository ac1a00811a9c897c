"""The legend: whose card it is by colour, border and word, and what the lines mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from policy_engine.diagrams.measure import drawable
from policy_engine.diagrams.phrasing import guard_words, role_words
from policy_engine.diagrams.poster.exits import Exit
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.poster.runs import Paragraph, Run, paragraph
from policy_engine.diagrams.poster.shown import TIMER_DASH, Kind, Shown
from policy_engine.diagrams.scene import Item, Line, Rect, Stroke
from policy_engine.diagrams.theme import INK, Dress, end_dress, line_stroke, role_dress, wide_stroke
from policy_engine.records import changed, record

_SAMPLE = 2.6  # the length of a line's sample, in sizes


@record
class Swatch:
    """A sample and its word. Either a dress, a line's stroke, or nothing but a word that shows a sign.
    `exits` are those that are mentioned nowhere else; `letter` says that it explains one.
    """

    text: Paragraph
    dress: Dress | None = None
    stroke: Stroke | None = None
    exits: tuple[Exit, ...] = ()
    letter: bool = False

    def width(self, size: float) -> float:
        """In points."""
        if self.dress is not None:
            return self.text.width + size * 1.2
        return self.text.width + (size * (_SAMPLE + 0.4) if self.stroke is not None else 0.0)

    def items(self, x: float, y: float, size: float, alarm: str) -> Iterator[Item]:
        """The sample with its top left corner at a point."""
        high = round(self.text.height + size * 0.16, 2)
        if self.dress is not None:
            yield Rect(
                round(x, 2), round(y, 2), round(self.width(size), 2), high, self.dress.cell, self.dress.stroke
            )
            yield from self.text.items(x + size * 0.6, y + size * 0.08, self.dress.ink)
            return
        start = x
        if self.stroke is not None:
            middle = round(y + high / 2, 2)
            yield Line(((round(x, 2), middle), (round(x + size * _SAMPLE, 2), middle)), self.stroke, end=True)
            start = x + size * (_SAMPLE + 0.4)
        yield from self.text.items(start, y + size * 0.08, INK, alarm)


def legend_rows(
    press: Press, shown: Shown, size: float, width: float
) -> tuple[tuple[tuple[Swatch, float], ...], ...]:
    """The swatches in lines of a width, each with where it starts; letters begin a line of their own."""
    rows: list[list[tuple[Swatch, float]]] = [[]]
    end = 0.0
    lettered = False
    for swatch in _swatches(press, shown, size, width * 0.9):
        wide = swatch.width(size)
        if rows[-1] and (end + wide > width or swatch.letter is not lettered):
            rows.append([])
            end = 0.0
        lettered = swatch.letter
        rows[-1].append((swatch, end))
        end += wide + size * 0.9
    return tuple(tuple(row) for row in rows if row)


def _swatches(press: Press, shown: Shown, size: float, most: float) -> Iterator[Swatch]:
    content, figure, look = press.content, press.figure, press.look
    cards = figure.cards.values()
    first = next(iter(figure.chart.roles), None)
    used = {card.state.role or first for card in cards if not card.final}
    for role in figure.chart.roles:
        if role in used:
            words = _role(press, role)
            yield Swatch(
                paragraph(content.said(words, bold=True), size, most), role_dress(figure, role, look)
            )
    if any(card.final for card in cards):
        yield Swatch(paragraph(content.said(content.own("end"), bold=True), size, most), end_dress(look))
    strokes: tuple[tuple[Kind, Stroke], ...] = (
        ("next", line_stroke("plain", look)),
        ("back", line_stroke("calms", look)),
        ("any moment", wide_stroke(look)),
    )
    for kind, stroke in strokes:
        if kind in shown.lines:
            yield Swatch(paragraph(content.said(content.own(kind)), size, most), stroke=stroke)
    timed = changed(line_stroke("plain", look), dash=TIMER_DASH) if "time" in shown.lines else None
    if timed is not None or "clock" in shown.signs:
        yield Swatch(paragraph(content.said(content.own("time"), sign="clock"), size, most), stroke=timed)
    if "no" in shown.signs:
        yield Swatch(paragraph(content.said(content.own("forbidden"), sign="no"), size, most))
    if shown.number:
        number = str(shown.number)
        step = (Run(f"→\u00a0{number}", bold=True), *content.said(content.own("step", number)))
        yield Swatch(paragraph(step, size, most))
    if "history" in shown.signs:
        yield Swatch(paragraph(content.said(content.own("history"), sign="history"), size, most))
    silent = content.silent()
    if silent:
        yield Swatch(paragraph(content.said(content.own("silent")), size, most), exits=silent)
    underway = not content.details and any(link.targets and link.actions for link in figure.links)
    otherwise = content.untold(press.sizes)
    if underway or otherwise:
        key = "both" if underway and otherwise else "underway" if underway else "otherwise"
        yield Swatch(paragraph(content.said(content.own(key)), size, most))
    for name, letter in content.letters.items():
        if letter in shown.letters:
            explained = (Run(f"{letter}:", bold=True), *content.said(_guard(press, name)))
            yield Swatch(paragraph(explained, size, most), letter=True)


def _guard(press: Press, name: str) -> Callable[[str], str]:
    chart, known = press.figure.chart, press.content.parameters
    return lambda language: drawable(guard_words(chart, chart.guards[name], language, (), known))


def _role(press: Press, role: str) -> Callable[[str], str]:
    return lambda language: role_words(press.figure.chart, role, language)
