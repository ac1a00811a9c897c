"""Carries out an order: from a policy to the bytes of files.

Each kind is imported when it is asked for; what writes PDF, Word and PowerPoint belongs to the `print` extra.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.order import Kind, Order, Product
from policy_engine.diagrams.scene import Scene
from policy_engine.diagrams.sheets.model import Sheet
from policy_engine.diagrams.wording import named
from policy_engine.model.chart import PLAIN


def produce(order: Order) -> tuple[Product, ...]:
    """The files of an order, at least one. The same order gives the same bytes.

    Raises PrintError where it can't be carried out: a poster that does not fit its sheet, a format that needs
    what is not installed.
    """
    return _MAKERS[order.kind](order)


def _poster(order: Order) -> tuple[Product, ...]:
    figure = figure_of(order.policy.chart)
    language = order.languages[0]
    if order.format in ("dot", "mmd", "puml", "txt") or order.engine == "graphviz":
        return _graph(order)
    from policy_engine.diagrams.poster import poster

    scenes = poster(
        figure,
        languages=order.languages,
        paper=order.paper,
        look=order.look,
        overlay=order.overlay,
        tiled=order.tiled,
        parameters=order.policy.parameters,
    )
    return _scenes(order, scenes, language)


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

        pdf = to_pdf(
            scenes, title=scenes[0].title, author=chart.owner or "", date=chart.date, language=language
        )
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


def _card(order: Order) -> tuple[Product, ...]:
    from policy_engine.diagrams.card.card import card

    figure = figure_of(order.policy.chart)
    return _scenes(order, card(figure, order.languages[0], order.look), order.languages[0])


def _cue_strip(order: Order) -> tuple[Product, ...]:
    from policy_engine.diagrams.cue_strip import cue_strip_html

    return _text(cue_strip_html(order.policy.chart, order.languages[0]))


def _roleplay(order: Order) -> tuple[Product, ...]:
    from policy_engine.diagrams.roleplay.cards import cut_cards
    from policy_engine.diagrams.roleplay.roleplay import roleplay

    language = order.languages[0]
    parts = [
        sheet
        for play in order.plays
        for sheet in roleplay(order.policy, play.scenario, play.course, language, order.look)
    ]
    return _sheets(order, *parts, cut_cards(order.policy.chart, language, order.look))


def _walkthrough(order: Order) -> tuple[Product, ...]:
    # A policy with plain texts takes any language for its own; the page shows what there is.
    languages = None if order.policy.languages == (PLAIN,) else order.languages
    if order.format == "zip":
        from policy_engine.diagrams.scorm.package import scorm_zip

        scenarios = [play.scenario for play in order.plays]
        return (Product("", scorm_zip(order.policy, scenarios, languages=languages)),)
    from policy_engine.diagrams.walkthrough.page import walkthrough_html

    return _text(walkthrough_html(order.policy, languages=languages))


def _handbook(order: Order) -> tuple[Product, ...]:
    from policy_engine.diagrams.handbook.handbook import handbook

    return _sheets(order, handbook(order.policy.chart, order.languages[0], order.look))


def _incident_form(order: Order) -> tuple[Product, ...]:
    from policy_engine.diagrams.incident_form import incident_form

    return _sheets(order, incident_form(order.policy.chart, order.languages[0], order.look))


def _threat_sheet(order: Order) -> tuple[Product, ...]:
    from policy_engine.diagrams.threat_sheet import threat_sheet

    return _sheets(order, threat_sheet(order.policy.chart, order.languages[0], order.look))


def _letters(order: Order) -> tuple[Product, ...]:
    from policy_engine.diagrams.letters import letters

    made = []
    for name, sheet in letters(order.policy.chart, order.languages[0], order.look).items():
        made += [Product(f"-{name}", part.content) for part in _sheets(order, sheet)]
    return tuple(made)


def _sheets(order: Order, *sheets: Sheet) -> tuple[Product, ...]:
    """Sheets as one file; each begins on a page of its own."""
    if order.format == "docx":
        from policy_engine.diagrams.sheets.docx import sheet_docx

        return (Product("", sheet_docx(*sheets)),)
    from policy_engine.diagrams.sheets.typst import sheet_pdf

    return (Product("", sheet_pdf(*sheets)),)


def _text(text: str) -> tuple[Product, ...]:
    return (Product("", text.encode()),)


def _pages(pages: list[bytes]) -> tuple[Product, ...]:
    if len(pages) == 1:
        return (Product("", pages[0]),)
    return tuple(Product(f"-{number}", page) for number, page in enumerate(pages, start=1))


_MAKERS: Mapping[Kind, Callable[[Order], tuple[Product, ...]]] = {
    "poster": _poster,
    "card": _card,
    "cue-strip": _cue_strip,
    "roleplay": _roleplay,
    "walkthrough": _walkthrough,
    "handbook": _handbook,
    "incident-form": _incident_form,
    "threat-sheet": _threat_sheet,
    "letters": _letters,
}
