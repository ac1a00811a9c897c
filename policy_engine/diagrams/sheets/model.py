"""What a printed page of text consists of. It knows no policy, no PDF and no Word.

Role-plays, forms, letters, the handbook and the threat sheet are made of these blocks; `sheet_pdf` and
`sheet_docx` write them down. Every word in a block is printed as it stands: nothing in it is markup.
Colours are "#RRGGBB"; a colour never stands alone, the words or the border say the same.
"""

from __future__ import annotations

from typing import Literal

from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.scene import Scene
from policy_engine.records import record

# "small" is the least that is printed, 9 pt; "big" is read at arm's length, "huge" across a table.
Size = Literal["small", "body", "big", "huge"]
# "plain": a thin border; "soft": a light ground; "warn": a heavy border; "cut": a dashed border to cut along.
Frame = Literal["plain", "soft", "warn", "cut"]


@record
class Run:
    """Words that look alike. `language` where it is not the sheet's; `link` is the anchor of a heading."""

    words: str
    bold: bool = False
    color: str | None = None
    language: str | None = None
    link: str | None = None


@record
class Paragraph:
    """`terms` are the words under which the index lists this place."""

    runs: tuple[Run, ...]
    size: Size = "body"
    terms: tuple[str, ...] = ()


@record
class Heading:
    """`level` counts from 1, the sheet's own title; none is skipped on the way down. `anchor` is unique in
    its sheet.
    """

    level: Literal[1, 2, 3]
    words: str
    anchor: str | None = None
    terms: tuple[str, ...] = ()
    language: str | None = None


@record
class Bullets:
    """A list. Each item is one or more blocks."""

    items: tuple[tuple[Block, ...], ...]


@record
class Numbered:
    """A list that counts from `start`."""

    items: tuple[tuple[Block, ...], ...]
    start: int = 1


@record
class Cell:
    blocks: tuple[Block, ...]
    fill: str | None = None
    center: bool = False


@record
class Table:
    """A table of data. The header stands again at the top of each page that the table goes on to.

    `widths` are shares of the width, one for each column. Every row has as many cells as the header. `rise`
    is the least height of a row in points, so that there is room to write.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    rise: float = 0


@record
class Beside:
    """Blocks side by side. `widths` are shares of the width, one for each column."""

    columns: tuple[tuple[Block, ...], ...]
    widths: tuple[float, ...]


@record
class TickBox:
    """An empty box to tick, and what it says. Without words it is the box alone."""

    runs: tuple[Run, ...] = ()


@record
class WriteLine:
    """Lines to write on, under a label if there is one. With `grows` there are more of them where the page
    has room left.
    """

    label: str = ""
    lines: int = 1
    grows: bool = False


@record
class Rest:
    """What is left of the page, to write on, under a label; nothing where little is left. It stands in no
    other block, and last on its page. A Word file leaves it out.
    """

    label: str


@record
class Field:
    """A blank to fill in. `value` stands in it already; `lines` is its height in lines."""

    label: str
    value: str = ""
    lines: int = 1


@record
class Fields:
    """A grid of blanks, `columns` beside each other. With `grows` a single row of them takes what is left of
    the page.
    """

    fields: tuple[Field, ...]
    columns: int = 1
    grows: bool = False


@record
class Note:
    """A frame around blocks that stay together on one page."""

    blocks: tuple[Block, ...]
    frame: Frame = "plain"


@record
class Together:
    """Blocks that stay together on one page."""

    blocks: tuple[Block, ...]


@record
class Gap:
    """Room as high as so many lines of text."""

    lines: float = 1


@record
class PageBreak:
    """What follows begins on a new page."""


@record
class Drawing:
    """A drawn page, as large as the width and the height that is left allow. With `whole` it is a page of its
    own, edge to edge and in its own size; it then stands in no other block.
    """

    scene: Scene
    whole: bool = False


@record
class Contents:
    """The headings that follow, down to `depth`, with their pages."""

    depth: Literal[1, 2, 3] = 2


@record
class Index:
    """All terms of the sheet in the order of the alphabet, with their pages."""


Block = (
    Heading
    | Paragraph
    | Bullets
    | Numbered
    | Table
    | Beside
    | TickBox
    | WriteLine
    | Rest
    | Fields
    | Note
    | Together
    | Gap
    | PageBreak
    | Drawing
    | Contents
    | Index
)


@record
class Sheet:
    """One document. `footer` stands at the foot of each page, before "1 / 2".

    `author` is the policy's owner, `date` its date as "YYYY-MM-DD" or None: today is printed nowhere. `large`
    prints everything at 16 pt or more, over more pages. With `snug` the rows of tables give way where that
    saves a page. `notes` is the heading of lines to write on, on the back of a sheet of paper that would be
    empty otherwise; it counts where several sheets are one file.
    """

    title: str
    language: str
    paper: Paper
    footer: str
    blocks: tuple[Block, ...]
    author: str = ""
    date: str | None = None
    version: str = ""
    large: bool = False
    snug: bool = False
    notes: str = ""


def line(
    words: str,
    *,
    bold: bool = False,
    color: str | None = None,
    language: str | None = None,
    size: Size = "body",
) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((Run(words, bold, color, language),), size)


def items(texts: tuple[str, ...]) -> tuple[tuple[Block, ...], ...]:
    """The items of a list, one paragraph each."""
    return tuple((line(text),) for text in texts)


def cell(words: str, *, bold: bool = False, color: str | None = None, fill: str | None = None) -> Cell:
    """A cell of one run."""
    return Cell((line(words, bold=bold, color=color),), fill)
