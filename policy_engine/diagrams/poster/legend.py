"""The legend: whose card it is by colour, border and word, and what the lines mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from policy_engine.diagrams.measure import drawable
from policy_engine.diagrams.phrasing import guard_words, role_words
from policy_engine.diagrams.poster.exits import Exit
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.poster.runs import Paragraph, Run, paragraph
from policy_engine.diagrams.scene import Item, Line, Rect, Stroke
from policy_engine.diagrams.theme import INK, Dress, end_dress, line_stroke, role_dress, wide_stroke
from policy_engine.records import record

_SAMPLE = 2.6  # the length of a line's sample, in sizes


@record
class Swatch:
    """A sample and its word. Either a dress, a line's stroke, or nothing but a word that shows a sign.
    `exits` are those that are mentioned nowhere else.
    """

    text: Paragraph
    dress: Dress | None = None
    stroke: Stroke | None = None
    exits: tuple[Exit, ...] = ()

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


def legend_rows(press: Press, size: float, width: float) -> tuple[tuple[tuple[Swatch, float], ...], ...]:
    """The swatches in lines of a width, each with where it starts."""
    rows: list[list[tuple[Swatch, float]]] = [[]]
    end = 0.0
    for swatch in _swatches(press, size, width * 0.9):
        wide = swatch.width(size)
        if rows[-1] and end + wide > width:
            rows.append([])
            end = 0.0
        rows[-1].append((swatch, end))
        end += wide + size * 0.9
    return tuple(tuple(row) for row in rows)


def _swatches(press: Press, size: float, most: float) -> Iterator[Swatch]:
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
    kinds = {(link.tone, link.wide) for link in figure.links if link.targets}
    yield Swatch(paragraph(content.said(content.own("next")), size, most), stroke=line_stroke("plain", look))
    if any(tone == "calms" for tone, _ in kinds):
        yield Swatch(
            paragraph(content.said(content.own("back")), size, most), stroke=line_stroke("calms", look)
        )
    if any(wide for _, wide in kinds):
        yield Swatch(paragraph(content.said(content.own("any moment")), size, most), stroke=wide_stroke(look))
    if any(link.kind == "timer" for link in figure.links):
        yield Swatch(paragraph(content.said(content.own("time"), sign="clock"), size, most))
    if any(state.forbid for state in figure.chart.states):
        yield Swatch(paragraph(content.said(content.own("forbidden"), sign="no"), size, most))
    yield Swatch(paragraph((Run("→\u00a05", bold=True), *content.said(content.own("step"))), size, most))
    if any(link.back for link in figure.links):
        yield Swatch(paragraph(content.said(content.own("history"), sign="history"), size, most))
    silent = content.silent()
    if silent:
        yield Swatch(paragraph(content.said(content.own("silent")), size, most), exits=silent)
    if not content.details and any(link.targets and link.actions for link in figure.links):
        yield Swatch(paragraph(content.said(content.own("underway")), size, most))
    for name, letter in content.letters.items():
        yield Swatch(
            paragraph((Run(f"{letter}:", bold=True), *content.said(_guard(press, name))), size, most)
        )


def _guard(press: Press, name: str) -> Callable[[str], str]:
    chart = press.figure.chart
    return lambda language: drawable(guard_words(chart, chart.guards[name], language))


def _role(press: Press, role: str) -> Callable[[str], str]:
    return lambda language: role_words(press.figure.chart, role, language)
