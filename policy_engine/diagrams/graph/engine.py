"""Drawing DOT with Graphviz itself: `dot` where it is installed, else the program of graphviz-pure.

Graphviz lays out and writes SVG; PDF and PNG are made of that by typst, in the shipped fonts.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from threading import Lock

import graphviz  # type: ignore[import-untyped]  # it comes without types
from graphviz.backend import dot_command  # type: ignore[import-untyped]  # as above

from policy_engine.diagrams.graph.dot import FONT, ORTHOGONAL, STRAIGHT
from policy_engine.diagrams.measure import FAMILY
from policy_engine.diagrams.typesetting import printed, tongue, typeset_pdf, typeset_png
from policy_engine.errors import PrintError

PNG_PPI = 300
_PAGE = Path(__file__).parent / "picture.typ"
# The `graphviz` package knows its program by a variable that all threads share.
_LOCK = Lock()
_HEAD = re.compile(r"<svg\b[^>]*>")


def draw_dot(
    source: str,
    format: str,
    *,
    title: str = "",
    steps: tuple[str, ...] = (),
    language: str = "en",
    date: str | None = None,
) -> bytes:
    """A picture of DOT as "svg", "pdf" or "png" (300 to the inch).

    title, steps and language are for screen readers: what is shown, in words. date: the day a PDF bears, as
    in "2026-11-21". Raises PrintError where no Graphviz is installed, with what to install, where it fails,
    and where typst is missing for PDF or PNG.
    """
    title = printed(title or "-")
    description = "\n".join(map(printed, steps)) or title
    svg = _described(_drawn(source), title, description, language)
    if format == "svg":
        return svg.encode()
    data = {"svg": svg, "title": title, "description": description, "tongue": tongue(language)}
    if format == "pdf":
        return typeset_pdf(_PAGE, data, date)
    [page] = typeset_png(_PAGE, data, PNG_PPI)
    return page


def program() -> Path:
    """The program that draws. Raises PrintError where there is none."""
    found = shutil.which("dot")
    if found is not None:
        return Path(found)
    try:
        files = distribution("graphviz-pure").files or []
    except PackageNotFoundError:
        files = []
    for file in files:
        if file.stem == "graphviz-pure":
            return Path(str(file.locate())).resolve()
    raise PrintError("graphviz-missing")


def _drawn(source: str) -> str:
    with _engine():
        try:
            return _svg(source)
        except graphviz.CalledProcessError:
            # Some versions of `dot` break down over orthogonal edges.
            try:
                return _svg(source.replace(ORTHOGONAL, STRAIGHT, 1))
            except graphviz.CalledProcessError as error:
                said = (error.stderr or b"").decode("utf-8", "replace").split("\n")
                reason = next((line.strip() for line in said if line.strip()), str(error))
                raise PrintError("graphviz-fails", reason=reason) from None


def _svg(source: str) -> str:
    drawn: bytes = graphviz.Source(source).pipe(format="svg", quiet=True)
    return drawn.decode("utf-8")


@contextmanager
def _engine() -> Iterator[None]:
    path = program()
    with _LOCK:
        before = dot_command.DOT_BINARY
        dot_command.DOT_BINARY = path
        try:
            yield
        finally:
            dot_command.DOT_BINARY = before


def _described(svg: str, title: str, description: str, language: str) -> str:
    """The picture in the shipped font, with its title, description and language."""
    svg = svg.replace(f'font-family="{FONT}"', f'font-family="{FAMILY}, {FONT}, sans-serif"')
    head = _HEAD.search(svg)
    assert head is not None
    words = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    opening = f'{head[0][:-1]} role="img" lang="{escape(language)}">{words}'
    return svg[: head.start()] + opening + svg[head.end() :]
