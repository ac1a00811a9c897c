"""Reads how wide each character is from the shipped fonts: `python -m tests.diagrams.widths` writes it down.

The package reads the numbers from `fonts/widths.json`, as it needs no library for fonts then.
"""

import json

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it declares no types

from policy_engine.diagrams.measure import FONTS

WIDTHS = FONTS / "widths.json"
FACES = {"regular": "LiberationSans-Regular.ttf", "bold": "LiberationSans-Bold.ttf"}


def face(name: str) -> TTFont:
    """One of the shipped fonts."""
    return TTFont(FONTS / FACES[name])


def widths_json() -> str:
    """The advance width of each character of each face, by its code point, in units of the font."""
    widths = {}
    for name in FACES:
        font = face(name)
        advances = font["hmtx"].metrics
        glyphs = sorted(font.getBestCmap().items())
        widths[name] = {str(code): advances[glyph][0] for code, glyph in glyphs}
    return json.dumps(widths, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    WIDTHS.write_text(widths_json(), "utf-8")
