"""Carries out an order: from a policy to the bytes of files.

Each kind is imported when it is asked for; what writes PDF, Word and PowerPoint belongs to the `print` extra.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.imprint import owner_of
from policy_engine.diagrams.order import Format, Kind, Order, Product
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.scene import Scene
from policy_engine.diagrams.sheets.model import Sheet
from policy_engine.diagrams.wording import named
from policy_engine.model.chart import PLAIN
from policy_engine.records import changed


def produce(order: Order) -> tuple[Product, ...]:
    """The files of an order, at least one. The same order gives the same bytes.

    Raises PrintError where it can't be carried out: a poster that does not fit its sheet, a format that needs
    what is not installed.
    """
    return Composition(order).write(order.format)


class Composition:
    """What stands on the sheets of an order: composed once, when it is first asked for, and written in any of
    its formats.
    """

    def __init__(self, order: Order) -> None:
        self.order = order

    def write(self, format: Format) -> tuple[Product, ...]:
        """The files in a format of its kind; raises as `produce` does."""
        order = changed(self.order, format=format)
        if order.kind in _TEXTS:
            return _TEXTS[order.kind](order)
        if order.kind in _SHEETS:
            return tuple(Product(suffix, _sheets(order, sheets)) for suffix, sheets in self.sheets.items())
        if order.kind == "poster" and (format in _GRAPHS or order.engine == "graphviz"):
            return _graph(order)
        return _scenes(order, self.scenes, order.languages[0])

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """The pages of a poster or of a card."""
        return _poster(self.order) if self.order.kind == "poster" else _card(self.order)

    @cached_property
    def sheets(self) -> Mapping[str, tuple[Sheet, ...]]:
        """The sheets of each file, by the end of its name; each begins on a page of its own."""
        return _SHEETS[self.order.kind](self.order)


def _poster(order: Order) -> tuple[Scene, ...]:
    from policy_engine.diagrams.poster import poster, poster_if_it_fits

    figure = figure_of(order.policy.chart)
    if order.grow and not order.tiled:
        for paper in dict.fromkeys((order.paper, Paper("a3", landscape=order.paper.landscape))):
            scenes = poster_if_it_fits(
                figure,
                languages=order.languages,
                paper=paper,
                look=order.look,
                overlay=order.overlay,
                parameters=order.policy.parameters,
            )
            if scenes is not None:
                return scenes
        order = changed(order, paper=Paper("a3"), tiled=True)
    return poster(
        figure,
        languages=order.languages,
        paper=order.paper,
        look=order.look,
        overlay=order.overlay,
        tiled=order.tiled,
        parameters=order.policy.parameters,
    )


def _graph(order: Order) -> tuple[Product, ...]:
    from policy_engine.diagrams.graph.dot import to_dot
    from policy_engine.diagrams.graph.engine import draw_dot
    from policy_engine.diagrams.graph.mermaid import to_mermaid
    from policy_engine.diagrams.graph.plantuml import to_plantuml
    from policy_engine.diagrams.steps import steps_of

    figure = figure_of(order.policy.chart)
    language = order.languages[0]
    if order.format == "txt":
        return _text("\n".join(steps_of(figure, language)) + "\n")
    if order.format == "mmd":
        return _text(to_mermaid(figure, language, order.look, order.overlay))
    if order.format == "puml":
        return _text(to_plantuml(figure, language, order.look, order.overlay))
    dot = to_dot(figure, language, order.look, order.overlay)
    if order.format == "dot":
        return _text(dot)
    chart = order.policy.chart
    drawn = draw_dot(
        dot,
        order.format,
        title=named(chart.title, chart.id, language),
        steps=steps_of(figure, language),
        language=language,
        date=chart.date,
    )
    return (Product("", drawn),)


def _scenes(order: Order, scenes: tuple[Scene, ...], language: str) -> tuple[Product, ...]:
    chart = order.policy.chart
    if order.format == "pdf":
        from policy_engine.diagrams.render.typst import to_pdf

        owner = owner_of(chart, language)
        pdf = to_pdf(scenes, title=scenes[0].title, author=owner, date=chart.date, language=language)
        return (Product("", pdf),)
    if order.format == "pptx":
        from policy_engine.diagrams.render.pptx import to_pptx

        return (Product("", to_pptx(scenes)),)
    if order.format == "drawio":
        from policy_engine.diagrams.render.drawio import to_drawio

        return _text(to_drawio(scenes))
    if order.format == "png":
        from policy_engine.diagrams.render.typst import to_png

        return _pages([to_png(scene) for scene in scenes])
    from policy_engine.diagrams.render.svg import to_svg

    return _pages([to_svg(scene, flat=order.flat).encode() for scene in scenes])


def _card(order: Order) -> tuple[Scene, ...]:
    from policy_engine.diagrams.card.card import card

    figure = figure_of(order.policy.chart)
    return card(figure, order.languages[0], order.look, order.policy.parameters)


def _cue_strip(order: Order) -> tuple[Product, ...]:
    from policy_engine.diagrams.cue_strip import cue_strip_html

    return _text(cue_strip_html(order.policy.chart, order.languages[0]))


def _walkthrough(order: Order) -> tuple[Product, ...]:
    # A policy with plain texts takes any language for its own; the page shows what there is.
    languages = None if order.policy.languages == (PLAIN,) else order.languages
    if order.format == "zip":
        from policy_engine.diagrams.scorm.package import scorm_zip

        scenarios = [play.scenario for play in order.plays]
        return (Product("", scorm_zip(order.policy, scenarios, languages=languages)),)
    from policy_engine.diagrams.walkthrough.page import walkthrough_html

    return _text(walkthrough_html(order.policy, languages=languages))


def _roleplay(order: Order) -> Mapping[str, tuple[Sheet, ...]]:
    from policy_engine.diagrams.roleplay.cards import cut_cards
    from policy_engine.diagrams.roleplay.roleplay import roleplay

    language = order.languages[0]
    parts = [
        sheet
        for play in order.plays
        for sheet in roleplay(order.policy, play.scenario, play.course, language, order.look)
    ]
    return {"": (*parts, cut_cards(order.policy.chart, language, order.look))}


def _handbook(order: Order) -> Mapping[str, tuple[Sheet, ...]]:
    from policy_engine.diagrams.handbook.handbook import handbook

    return {"": (handbook(order.policy.chart, order.languages[0], order.look),)}


def _incident_form(order: Order) -> Mapping[str, tuple[Sheet, ...]]:
    from policy_engine.diagrams.incident_form import incident_form

    return {"": (incident_form(order.policy.chart, order.languages[0], order.look),)}


def _threat_sheet(order: Order) -> Mapping[str, tuple[Sheet, ...]]:
    from policy_engine.diagrams.threat_sheet import threat_sheet

    return {"": (threat_sheet(order.policy.chart, order.languages[0], order.look),)}


def _letters(order: Order) -> Mapping[str, tuple[Sheet, ...]]:
    from policy_engine.diagrams.letters import letters

    made = letters(order.policy.chart, order.languages[0], order.look)
    return {f"-{name}": (sheet,) for name, sheet in made.items()}


def _sheets(order: Order, sheets: tuple[Sheet, ...]) -> bytes:
    if order.format == "docx":
        from policy_engine.diagrams.sheets.docx import sheet_docx

        return sheet_docx(*sheets)
    from policy_engine.diagrams.sheets.typst import sheet_pdf

    return sheet_pdf(*sheets)


def _text(text: str) -> tuple[Product, ...]:
    return (Product("", text.encode()),)


def _pages(pages: list[bytes]) -> tuple[Product, ...]:
    if len(pages) == 1:
        return (Product("", pages[0]),)
    return tuple(Product(f"-{number}", page) for number, page in enumerate(pages, start=1))


# Formats of a poster that other programs lay out.
_GRAPHS = ("dot", "mmd", "puml", "txt")
# What has one format, or a text of its own for each.
_TEXTS: Mapping[Kind, Callable[[Order], tuple[Product, ...]]] = {
    "cue-strip": _cue_strip,
    "walkthrough": _walkthrough,
}
_SHEETS: Mapping[Kind, Callable[[Order], Mapping[str, tuple[Sheet, ...]]]] = {
    "roleplay": _roleplay,
    "handbook": _handbook,
    "incident-form": _incident_form,
    "threat-sheet": _threat_sheet,
    "letters": _letters,
}
