"""The way from one card of a ladder to the next: pills on a line, beside them what else leaves the card."""

from __future__ import annotations

from collections.abc import Callable

from policy_engine.diagrams.poster.canvas import Canvas, Place
from policy_engine.diagrams.poster.content import Chip
from policy_engine.diagrams.poster.exits import Exit
from policy_engine.diagrams.poster.flow import Flow, flow
from policy_engine.diagrams.poster.plan import Joint
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.poster.runs import Paragraph, paragraph, run_width
from policy_engine.records import record


@record
class JointBlock:
    """A joint that was measured for a width. `shown` are the exits that have a pill; the pills stand from the
    left edge of the cards on, their middle `pills_y` below the card above, and the chips from `chips_x` and
    `chips_y` on.
    """

    joint: Joint
    shown: tuple[Exit, ...]
    pills: tuple[Paragraph, ...]
    chips: Flow
    chips_x: float
    chips_y: float
    pills_y: float
    height: float


def joint_block(
    press: Press, joint: Joint, width: float, chips: Callable[[frozenset[str]], tuple[Chip, ...]]
) -> tuple[JointBlock, tuple[Chip, ...]]:
    """A measured joint, and the chips that did not find room in it. `chips` gives what may hang beside the
    pills once some exits have pills.
    """
    sizes = press.sizes
    shown, pills = _pills(press, joint, width)
    end = sum(pill.width + 2 * pill_across(press) + sizes.body for pill in pills)
    tall = max(pill.height for pill in pills) + pill_over(press)
    height = sizes.stub + tall + sizes.arrow
    several = chips(frozenset(exit.id for exit in shown))
    room = width - end, height + sizes.body * 0.4 - 2 * sizes.apart
    hanging, laid = _hanging(press, several, shown, *room)
    height = max(height, laid.height + 2 * sizes.apart)
    middle = sizes.stub + (height - sizes.stub - sizes.arrow) / 2
    top = min(max(middle - laid.height / 2, sizes.apart), height - sizes.apart - laid.height)
    block = JointBlock(joint, shown, pills, laid, end, top, middle, height)
    return block, tuple(chip for chip in several if chip not in hanging)


def _pills(press: Press, joint: Joint, width: float) -> tuple[tuple[Exit, ...], tuple[Paragraph, ...]]:
    """As many pills as stand side by side; one where something else stands between it and the cards."""
    across = 2 * pill_across(press)
    most = len(joint.exits) if joint.hung and joint.bare else 1
    for count in range(most, 1, -1):
        shown = joint.exits[:count]
        pills = tuple(paragraph(press.words_on(exit), press.sizes.body, width - across) for exit in shown)
        wide = sum(pill.width + across + press.sizes.body for pill in pills) - press.sizes.body
        if wide <= width and all(len(pill.lines) == 1 for pill in pills):
            return shown, pills
    first = joint.exits[0]
    words = press.words_on(first, apart=not joint.hung)
    return (first,), (paragraph(words, press.sizes.body, width - across),)


def _hanging(
    press: Press, chips: tuple[Chip, ...], shown: tuple[Exit, ...], width: float, height: float
) -> tuple[list[Chip], Flow]:
    """The chips that find room beside the pills without making the joint much higher. A branch that is tried
    before one on a pill or in the card stays above it.
    """
    sizes = press.sizes
    above = {exit.list for exit in shown if exit.shown.transition.is_else}
    hanging: list[Chip] = []
    laid = Flow((), 0.0)
    for index, chip in enumerate(chips if width >= 4 * sizes.body else ()):
        later = any(chip.list == other.list for other in chips[index + 1 :])
        if chip.list is None or chip.follows or later or chip.list in above:
            continue
        if run_width(chip.runs, sizes.body) + 0.7 * sizes.body <= width:
            tried = flow([*hanging, chip], sizes, width)
            if tried.height <= height:
                hanging.append(chip)
                laid = tried
    return hanging, laid


def pill_across(press: Press) -> float:
    """From a pill's border to its text, sideways."""
    return press.sizes.body * 0.6


def pill_over(press: Press) -> float:
    """What a pill's text has above and below it, together."""
    return press.sizes.body * 0.3 if press.sizes.telling != "brief" else press.sizes.body * 0.11


def draw_joint(
    press: Press, block: JointBlock, x: float, y: float, air: float, canvas: Canvas
) -> list[Place]:
    """Draws pills below `y` and what hangs beside them; the lines follow when the card below is placed."""
    across, over = pill_across(press), pill_over(press)
    places = []
    left = x
    middle = y + air / 2 + block.pills_y
    for exit, text in zip(block.shown, block.pills, strict=True):
        width, height = max(text.width + 2 * across, press.sizes.cell), text.height + over
        place = Place(left, middle - height / 2, width, height)
        press.pill(exit, text, place, canvas)
        places.append(place)
        left += width + press.sizes.body
    canvas.items += press.flow(block.chips, x + block.chips_x, y + air / 2 + block.chips_y, canvas)
    return places
