"""Every sheet of every policy as a PDF: letters apart from each other and from lines, none cut or small."""

from pathlib import Path

import pytest

from policy_engine.diagrams.order import Kind, Order, Play
from policy_engine.diagrams.paper import SAFE
from policy_engine.diagrams.produce import produce
from policy_engine.diagrams.render.typst import to_pdf
from policy_engine.diagrams.scene import Item, Line, Scene, Stroke, Text
from tests.diagrams.examples import READY, TEN
from tests.diagrams.plays import plays
from tests.diagrams.pressed import problems

# What takes seconds is not measured for coverage as well.
pytestmark = pytest.mark.no_cover
SHEETS: tuple[Kind, ...] = ("roleplay", "handbook", "incident-form", "threat-sheet")


def page(*items: Item) -> bytes:
    return to_pdf(
        (Scene(300, 200, items, "Sample", "en", ()),), title="Sample", author="", date=None, language="en"
    )


WORDS = Text(60, 100, "Grens stellen", 12)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((WORDS, Text(60, 130, "Waarschuwen", 12)), ""),
        ((WORDS, Text(62, 103, "Waarschuwen", 12)), "overlap"),
        ((WORDS, Line(((50, 96), (200, 96)), Stroke("#000000"))), "is crossed"),
        ((Text(10, 100, "Grens stellen", 12),), "is cut"),
        ((Text(60, 198, "Grens stellen", 12),), "is cut"),
        ((Text(60, 100, "Grens stellen", 8),), "8.0 points are too small"),
    ],
    ids=["apart", "overlapping", "crossed", "beyond the left", "beyond the bottom", "small"],
)
def test_what_is_wrong_with_a_page_is_found(items: tuple[Item, ...], expected: str) -> None:
    found = problems(page(*items), margin=SAFE, smallest=9)

    assert bool(expected) == bool(found)
    assert all(expected in problem for problem in found)


@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_nothing_overlaps_on_the_sheets_and_nothing_is_cut_or_small(path: Path) -> None:
    policy, scenario, course = plays(path)[0]
    found = {
        (language, kind): problems(product.content, margin=SAFE, smallest=9)
        for language in policy.languages
        for kind in SHEETS
        for product in produce(Order(policy, kind, "pdf", (language,), plays=(Play(scenario, course),)))
    }

    assert {} == {key: wrong for key, wrong in found.items() if wrong}
