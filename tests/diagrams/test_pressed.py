"""Every sheet of every policy as a PDF: letters apart from each other and from lines, none cut or small."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # it declares no types

from policy_engine.diagrams.order import Kind, Order
from policy_engine.diagrams.paper import SAFE
from policy_engine.diagrams.produce import produce
from policy_engine.diagrams.render.typst import to_pdf
from policy_engine.diagrams.roleplay.cards import cut_cards
from policy_engine.diagrams.roleplay.roleplay import roleplay
from policy_engine.diagrams.scene import Item, Line, Scene, Stroke, Text
from policy_engine.diagrams.sheets.typst import sheet_pdf
from policy_engine.policy import load_policy
from tests.diagrams.examples import READY, TEN
from tests.diagrams.kits import FOLDER
from tests.diagrams.plays import plays
from tests.diagrams.pressed import problems

# What takes seconds is not measured for coverage as well.
pytestmark = pytest.mark.no_cover
SHEETS: tuple[Kind, ...] = ("handbook", "incident-form", "threat-sheet")


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


def sheets(path: Path) -> Iterator[tuple[str, bytes]]:
    """The sheets of a policy by their names. Those of a ready policy lie in diagrams/, and would be printed
    from the same now: test_kit.py sees to that.
    """
    policy = load_policy(path)
    for language, kind in product(policy.languages, SHEETS):
        name = f"{kind}-{language}.pdf"
        if path in READY:
            yield name, (FOLDER / path.stem / name).read_bytes()
        else:
            [made] = produce(Order(policy, kind, "pdf", (language,)))
            yield name, made.content


@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_nothing_overlaps_on_the_sheets_and_nothing_is_cut_or_small(path: Path) -> None:
    found = {name: problems(pdf, margin=SAFE, smallest=9) for name, pdf in sheets(path)}

    assert {} == {name: wrong for name, wrong in found.items() if wrong}
    assert len(found) >= len(SHEETS)


@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_nothing_overlaps_in_a_role_play_and_its_copies_take_few_whole_sheets(path: Path) -> None:
    policy, scenario, course = plays(path)[0]
    for language in policy.languages:
        copies = roleplay(policy, scenario, course, language)
        pdf = sheet_pdf(*copies, cut_cards(policy.chart, language))

        # The cards to cut out are one sheet, of one side.
        count = len(PdfDocument(pdf)) - 1

        assert [] == problems(pdf, margin=SAFE, smallest=9)
        assert 0 == count % 2
        assert 2 * len(copies) <= count <= 2 * len(copies) + 4
