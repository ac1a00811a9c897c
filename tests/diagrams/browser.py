"""Drawings as a browser sees them: every text, rectangle and line at the place where Chromium has put it.

The fonts are the shipped ones, whatever the machine has. `overlaps` is what a test of a drawing calls.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from policy_engine.diagrams.render.svg import font_faces
from tests.diagrams.collisions import Drawn, collisions

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Draws an SVG and tells what is drawn, in the order in which it is painted, in the units of its view box.
_MEASURE = """svg => {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    const root = document.importNode(parsed.documentElement, true);
    document.body.replaceChildren(root);
    const view = root.viewBox.baseVal;
    // Ten times as large, because the height of a text is rounded to whole pixels.
    root.setAttribute("text-rendering", "auto");
    root.setAttribute("width", 10 * view.width);
    root.setAttribute("height", 10 * view.height);
    const drawn = [];
    for (const element of root.querySelectorAll("text, rect, circle, polyline, polygon")) {
        const box = element.getBBox();
        const look = getComputedStyle(element);
        const groups = [];
        for (let group = element.closest("g"); group; group = group.parentElement.closest("g")) {
            groups.push([group.id, group.classList[0] ?? ""]);
        }
        drawn.push({
            kind: element.tagName,
            words: element.textContent,
            box: [box.x, box.y, box.x + box.width, box.y + box.height],
            points: [...(element.points ?? [])].map(point => [point.x, point.y]),
            filled: look.fill !== "none",
            stroked: look.stroke !== "none",
            groups,
        });
    }
    // As one string, because playwright looks at each value that it hands over.
    return JSON.stringify({drawn, width: view.width, height: view.height});
}"""
_WIDTHS = """texts => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.style.fontFamily = "Liberation Sans";
    svg.style.fontKerning = "none";
    svg.style.fontVariantLigatures = "none";
    svg.setAttribute("text-rendering", "geometricPrecision");
    document.body.replaceChildren(svg);
    const elements = texts.map(([words, size, bold]) => {
        const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
        text.textContent = words;
        text.setAttribute("font-size", size);
        text.setAttribute("font-weight", bold ? "bold" : "normal");
        svg.append(text);
        return text;
    });
    return elements.map(text => text.getComputedTextLength());
}"""


def chromium() -> str | None:
    """The path of a Chromium on this machine, if there is one."""
    return next((path for path in map(shutil.which, _NAMES) if path is not None), None)


@contextmanager
def launched(program: str) -> Iterator[Browser]:
    """A headless browser that reaches for nothing outside."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield browser
        browser.close()


def easel_of(browser: Browser) -> Page:
    """An empty page that has loaded the shipped fonts."""
    page = browser.new_page()
    page.set_content(f"<!DOCTYPE html><style>{font_faces()} body {{ margin: 0 }}</style><body></body>")
    loaded: int = page.evaluate(
        """async () => {
            const faces = await Promise.all([...document.fonts].map(face => face.load()));
            return faces.filter(face => face.status === "loaded").length;
        }"""
    )
    assert 2 == loaded
    return page


def overlaps(easel: Page, svg: str, margin: float = 0) -> list[str]:
    """What is wrong with a drawing, a sentence each: texts on texts, lines through texts, what is cut.

    margin: what must stay white at each edge, in points.
    """
    seen: Mapping[str, Any] = json.loads(easel.evaluate(_MEASURE, svg))
    drawn = [
        Drawn(
            kind=item["kind"],
            words=item["words"],
            box=tuple(item["box"]),
            points=tuple((x, y) for x, y in item["points"]),
            filled=item["filled"],
            stroked=item["stroked"],
            groups=tuple((name, role) for name, role in item["groups"]),
        )
        for item in seen["drawn"]
    ]
    return collisions(drawn, seen["width"], seen["height"], margin)


def widths(easel: Page, texts: list[tuple[str, float, bool]]) -> list[float]:
    """How wide Chromium draws texts of a size, bold or not."""
    measured: list[float] = easel.evaluate(_WIDTHS, texts)
    return measured


def screenshot(easel: Page, svg: str, path: Path) -> None:
    """A picture of a drawing, to look at."""
    easel.evaluate(_MEASURE, svg)
    easel.locator("svg").screenshot(path=path)
