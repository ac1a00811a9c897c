"""Makes the pictures of docs/printing.md again: `python -m tests.diagrams.pictures`. It needs a Chromium."""

from __future__ import annotations

import tempfile
from pathlib import Path

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagrams.card.card import card
from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.handbook.handbook import handbook
from policy_engine.diagrams.incident_form import incident_form
from policy_engine.diagrams.overlay import NOTHING
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.path import path_overlay
from policy_engine.diagrams.poster import poster
from policy_engine.diagrams.render.typst import to_png
from policy_engine.diagrams.roleplay.roleplay import roleplay
from policy_engine.diagrams.sheets.typst import sheet_png
from policy_engine.diagrams.theme import Look
from policy_engine.diagrams.threat_sheet import threat_sheet
from policy_engine.diagrams.walkthrough.page import walkthrough_html
from policy_engine.policy import load_policy
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario
from tests.diagrams.browser import chromium, launched

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "pictures"
LANGUAGES = ("en", "nl")
PPI = 64
PLAY = "third_warning_ignored"


def main() -> None:
    """Writes every picture, in English and in Dutch."""
    FOLDER.mkdir(exist_ok=True)
    source = ROOT / "policies" / "aggressive_caller.yaml"
    policy = load_policy(source)
    chart = policy.chart
    written = ROOT / "policies" / "scenarios" / source.name
    file = load_scenarios(written.read_bytes(), written.name, Diagnostics(), chart)
    assert file is not None
    scenario = file.scenarios[PLAY]
    course = run_scenario(policy, scenario).course
    figure = figure_of(chart)
    for language in LANGUAGES:
        way = path_overlay(course, language)
        for name, overlay in (("poster", NOTHING), ("path", way)):
            [page] = poster(figure, languages=(language,), paper=Paper("a4"), look=Look(), overlay=overlay)
            keep(name, language, to_png(page, 90))
        for side, page in zip(("front", "back"), card(figure, language, Look()), strict=True):
            keep(f"card-{side}", language, to_png(page, 110))
        sheets = roleplay(policy, scenario, course, language)
        for part, sheet in zip(("trainer", "caller", "agent", "observer"), sheets, strict=True):
            keep(f"roleplay-{part}", language, sheet_png(sheet, ppi=PPI)[0])
        keep("handbook", language, sheet_png(handbook(chart, language, Look()), ppi=PPI)[4])
        keep("incident-form", language, sheet_png(incident_form(chart, language), ppi=PPI)[0])
        keep("threat-sheet", language, sheet_png(threat_sheet(chart, language, Look()), ppi=PPI)[1])
    walk(walkthrough_html(policy, languages=LANGUAGES))


def walk(html: str) -> None:
    """The walk-through in a browser, a few moves into a call."""
    program = chromium()
    assert program is not None, "a Chromium is needed: apt install chromium"
    with tempfile.TemporaryDirectory() as folder, launched(program) as browser:
        path = Path(folder) / "walkthrough.html"
        path.write_text(html, "utf-8")
        page = browser.new_page(viewport={"width": 1200, "height": 900}, reduced_motion="reduce")
        page.goto(path.as_uri())
        for _ in range(3):
            page.keyboard.press("1")
        keep("walkthrough", "en", page.screenshot())
        page.close()


def keep(name: str, language: str, picture: bytes) -> None:
    """Writes one picture."""
    (FOLDER / f"{name}-{language}.png").write_bytes(picture)


if __name__ == "__main__":
    main()
