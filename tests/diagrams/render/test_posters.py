"""A whole poster in every format: no text is lost, and what refers to something finds it."""

import io
from collections import Counter
from xml.etree import ElementTree

import pypdf
import pytest
from pptx import Presentation

from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.poster.draw import poster
from policy_engine.diagrams.render.drawio import to_drawio
from policy_engine.diagrams.render.pptx import to_pptx
from policy_engine.diagrams.render.svg import to_svg
from policy_engine.diagrams.render.typst import to_pdf
from policy_engine.diagrams.scene import Scene
from policy_engine.diagrams.theme import Look
from tests.diagrams.examples import figure
from tests.diagrams.render.test_pptx import all_shapes
from tests.diagrams.render.test_typst import elements, root
from tests.diagrams.test_pages import texts


@pytest.fixture(scope="module")
def scene() -> Scene:
    """The poster that has most on it, in two languages."""
    [page] = poster(
        figure("aggressive_caller"), languages=("nl", "en"), paper=Paper("a3", landscape=True), look=Look()
    )
    return page


@pytest.fixture(scope="module")
def pdf(scene: Scene) -> pypdf.PdfReader:
    made = to_pdf((scene,), title=scene.title, author=None, date=None, language="nl")
    return pypdf.PdfReader(io.BytesIO(made))


def words(scene: Scene) -> Counter[str]:
    return Counter(word for text in texts(scene.items) for word in text.words.split())


@pytest.mark.no_cover
def test_every_word_of_a_poster_is_found_in_its_pdf(scene: Scene, pdf: pypdf.PdfReader) -> None:
    assert words(scene) == Counter(pdf.pages[0].extract_text().split())


def test_cards_and_boxes_are_headings_below_the_title(pdf: pypdf.PdfReader) -> None:
    headings = [
        (element["/S"], element["/T"])
        for element in elements(root(pdf)["/StructTreeRoot"])
        if element["/S"].startswith("/H")
    ]

    assert ("/H1", "Agressieve beller / Aggressive caller") == headings[0]
    assert ("/H2", "Herkennen / Recognise") in headings
    assert ("/H2", "Tijdens het gesprek / During the call") in headings
    assert 22 == len(headings)


def test_every_word_of_a_poster_is_on_its_slide_and_its_lines_are_glued(scene: Scene) -> None:
    slide = Presentation(io.BytesIO(to_pptx((scene,)))).slides[0]

    shapes = list(all_shapes(slide.shapes))
    written = Counter(
        word for shape in shapes if shape.has_text_frame for word in shape.text_frame.text.split()
    )
    glued = [
        end.id
        for shape in shapes
        if shape._element.tag.endswith("cxnSp")
        for end in (shape._element.nvCxnSpPr.cNvCxnSpPr.stCxn, shape._element.nvCxnSpPr.cNvCxnSpPr.endCxn)
        if end is not None
    ]
    numbers = [shape.shape_id for shape in shapes]
    assert words(scene) == written
    assert 20 < len(glued)
    assert set(glued) <= set(numbers)
    assert len(numbers) == len(set(numbers))


def test_ids_are_unique_and_what_refers_to_one_finds_it(scene: Scene) -> None:
    drawing, page = (ElementTree.fromstring(text) for text in (to_svg(scene), to_drawio((scene,))))

    ids = [group.get("id") for group in drawing.iter("{http://www.w3.org/2000/svg}g")]
    cells = [cell.get("id") for cell in page.iter("mxCell")]
    named = {cell.get(key) for cell in page.iter("mxCell") for key in ("source", "target", "parent")}
    assert len(ids) == len(set(ids))
    assert len(cells) == len(set(cells))
    assert named <= {*cells, None}
