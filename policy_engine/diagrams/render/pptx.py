"""Scenes as PowerPoint slides: shapes of its own that can be moved, and texts that can be reworded.

A card or box is a group, a pill is one shape with its text, and lines are connectors that are glued to what
they join. The fonts are Arial, which has the widths of ours and is everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from policy_engine.diagrams.needs import print_extra
from policy_engine.diagrams.packing import packed
from policy_engine.diagrams.render.markup import writable
from policy_engine.diagrams.render.slide import Slide
from policy_engine.diagrams.scene import Scene

_PLAIN_LAYOUT, _TITLE_LAYOUT = 6, 5
_POINT = 12700
_LONGEST = 255  # letters of a document's title


def to_pptx(scenes: Sequence[Scene]) -> bytes:
    """Each scene as a slide of the first one's size, its steps in the notes; the same bytes each time.

    Raises PrintError where python-pptx is missing.
    """
    with print_extra("python-pptx", "PowerPoint"):
        from pptx import Presentation
        from pptx.oxml import parse_xml
        from pptx.util import Emu
    presentation = Presentation()
    presentation.slide_width = Emu(round(scenes[0].width * _POINT))
    presentation.slide_height = Emu(round(scenes[0].height * _POINT))
    presentation.core_properties.title = writable(scenes[0].title)[:_LONGEST]
    presentation.core_properties.author = ""
    for scene in scenes:
        drawn = Slide(scene)
        layout = presentation.slide_layouts[_TITLE_LAYOUT if drawn.title is not None else _PLAIN_LAYOUT]
        slide = presentation.slides.add_slide(layout)
        tree = slide.shapes._spTree
        for placeholder in list(slide.placeholders):
            tree.remove(placeholder._element)
        for shape in drawn.shapes():
            tree.append(parse_xml(shape))
        if scene.steps:
            slide.notes_slide.notes_text_frame.text = writable("\n".join(scene.steps))
    made = BytesIO()
    presentation.save(made)
    return packed(made.getvalue())
