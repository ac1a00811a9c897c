"""A tape set in a column: measured first, so that fitting costs no drawing, and then drawn at its place."""

from __future__ import annotations

from policy_engine.diagrams.poster.card import CardBlock, card_block
from policy_engine.diagrams.poster.content import Chip
from policy_engine.diagrams.poster.head import Head, head_of
from policy_engine.diagrams.poster.joint import JointBlock, joint_block
from policy_engine.diagrams.poster.plan import Close, Joint, Leaf, Open, Regions, Tape
from policy_engine.diagrams.poster.press import Press
from policy_engine.records import record


@record
class Frame:
    """Where a column stands: boxes nest from `left` and `right` inwards, its cards stand from `card` on and
    are `width` wide. `depth` is the number of boxes around the column.
    """

    left: float
    right: float
    card: float
    width: float
    depth: int


@record
class Row:
    """Regions that stand side by side, each in its frame."""

    columns: tuple[tuple[Frame, Column], ...]
    height: float


@record
class Part:
    """An entry that was measured. `before` is the free room above it."""

    entry: Open | Close | Leaf | Joint | Regions
    frame: Frame
    before: float
    height: float
    block: CardBlock | JointBlock | Head | None = None
    rows: tuple[Row, ...] = ()
    begins: bool = False  # a call begins in it
    text: float = 0.0  # where a head's text starts


@record
class Column:
    """Parts from top to bottom. `joints` is how many of them can be stretched."""

    parts: tuple[Part, ...]
    height: float
    joints: int


def levels(tape: Tape) -> int:
    """How many boxes stand in each other along the ladder."""
    deepest = depth = 0
    for entry in tape:
        if isinstance(entry, Open) and not entry.aside:
            depth += 1
        elif isinstance(entry, Close) and not entry.aside:
            depth -= 1
        deepest = max(deepest, depth)
    return deepest


def framed(press: Press, tape: Tape, left: float, right: float, depth: int) -> Frame:
    """The frame of a column that stands alone between two edges."""
    pad = press.sizes.pad * levels(tape)
    return Frame(left, right, left + pad, right - left - 2 * pad, depth)


class Setter:
    """Measures tapes. `drawn` are the exits that have a pill somewhere already."""

    def __init__(self, press: Press, drawn: frozenset[str]) -> None:
        self.press = press
        self.drawn = drawn
        self.ready: dict[str, JointBlock] = {}  # joints that were measured with the card above them

    def column(self, tape: Tape, frame: Frame) -> Column:
        """A tape in a frame."""
        parts: list[Part] = []
        frames = [frame]
        nested = 0
        for index, entry in enumerate(tape):
            before = self._before(tape, index)
            here = frames[-1]
            if isinstance(entry, Leaf):
                parts.append(self._leaf(tape, index, here, before))
            elif isinstance(entry, Joint):
                parts.append(self._joint(entry, here, before))
            elif isinstance(entry, Regions):
                where = self._beside_line(tape, index, here) if entry.aside else here
                parts.append(self._regions(entry, where, nested, before))
            elif isinstance(entry, Open):
                if entry.aside:
                    here = self._beside_line(tape, index, here) if len(frames) == 1 else here
                    frames.append(self._inner(here))
                parts.append(self._open(tape, index, here, nested, before))
                nested += 1
            else:
                nested -= 1
                if entry.aside:
                    frames.pop()
                    here = frames[-1]
                parts.append(Part(entry, here, before, self.press.sizes.pad))
        height = sum(part.before + part.height for part in parts)
        return Column(tuple(parts), height, sum(1 for part in parts if isinstance(part.entry, Joint)))

    def _before(self, tape: Tape, index: int) -> float:
        if index == 0 or isinstance(tape[index - 1], Open | Joint) or isinstance(tape[index], Close | Joint):
            return 0.0
        return self.press.sizes.gap

    def _beside_line(self, tape: Tape, index: int, frame: Frame) -> Frame:
        """What is not on the ladder stands to the right of its line, where that passes."""
        above = {entry.card for entry in tape[:index] if isinstance(entry, Leaf)}
        passes = any(isinstance(entry, Joint) and entry.source in above for entry in tape[index:])
        indent = self.press.sizes.indent if passes else 0.0
        left = frame.card + indent
        return Frame(left, frame.card + frame.width, left, frame.width - indent, frame.depth)

    def _inner(self, frame: Frame) -> Frame:
        pad = self.press.sizes.pad
        return Frame(
            frame.left + pad,
            frame.right - pad,
            frame.left + pad,
            frame.right - frame.left - 2 * pad,
            frame.depth + 1,
        )

    def _leaf(self, tape: Tape, index: int, frame: Frame, before: float) -> Part:
        entry = tape[index]
        assert isinstance(entry, Leaf)
        following = tape[index + 1] if index + 1 < len(tape) else None
        if isinstance(following, Joint) and following.hung:
            block, chips = self._hung(following, frame)
            self.ready[following.source] = block
        else:
            chips = self.press.chips(entry.card, self.drawn)
        if entry.aside and not self._in_aside(tape, index):
            frame = self._beside_line(tape, index, frame)
        begins = entry.card in self.press.figure.starts and not _joined(tape, index)
        if begins and not (index and isinstance(tape[index - 1], Open)):
            before += self.press.sizes.body * 0.9 + self.press.sizes.arrow
        card = card_block(self.press, entry.card, frame.width, chips)
        return Part(entry, frame, before, card.height, card, begins=begins)

    def _in_aside(self, tape: Tape, index: int) -> bool:
        opened = 0
        for entry in tape[:index]:
            if isinstance(entry, Open) and entry.aside:
                opened += 1
            elif isinstance(entry, Close) and entry.aside:
                opened -= 1
        return opened > 0

    def _hung(self, joint: Joint, frame: Frame) -> tuple[JointBlock, tuple[Chip, ...]]:
        """The joint under a card, and what the card keeps of its chips."""
        return joint_block(
            self.press,
            joint,
            frame.width,
            lambda shown: self.press.chips(joint.source, self.drawn | shown),
        )

    def _joint(self, joint: Joint, frame: Frame, before: float) -> Part:
        block = (
            self.ready[joint.source]
            if joint.hung
            else joint_block(self.press, joint, frame.width, _nothing)[0]
        )
        return Part(joint, frame, before, block.height, block)

    def _open(self, tape: Tape, index: int, frame: Frame, nested: int, before: float) -> Part:
        entry = tape[index]
        assert isinstance(entry, Open)
        sizes = self.press.sizes
        begins = self._begins(tape, index)
        pad = 0.0 if entry.aside else sizes.pad * nested
        place = Frame(frame.left + pad, frame.right - pad, frame.card, frame.width, frame.depth + nested)
        # Where the ladder's line passes, a head stands to the right of it.
        passed = not entry.aside and (begins or _joined(tape, index))
        start = frame.card + sizes.cell + sizes.inset if passed else place.left + sizes.pad
        chips = () if entry.again else self.press.chips(entry.box, self.drawn)
        head = head_of(self.press, entry.box, place.right - sizes.pad - start, chips, entry.again)
        return Part(entry, place, before, head.height + sizes.pad, head, begins=begins, text=start)

    def _begins(self, tape: Tape, index: int) -> bool:
        following = next((entry for entry in tape[index:] if not isinstance(entry, Open)), None)
        return (
            isinstance(following, Leaf)
            and following.card in self.press.figure.starts
            and not _joined(tape, index)
        )

    def _regions(self, entry: Regions, frame: Frame, nested: int, before: float) -> Part:
        sizes = self.press.sizes
        pad = sizes.pad * nested
        left, right = frame.left + pad, frame.right - pad
        chips = self.press.chips(entry.box, self.drawn)
        head = head_of(self.press, entry.box, right - left - 2 * sizes.pad, chips)
        rows = self._rows(entry.tapes, left + sizes.pad, right - sizes.pad, frame.depth + nested + 1)
        height = head.height + sizes.pad + sum(row.height + sizes.gap for row in rows) - sizes.gap + sizes.pad
        place = Frame(left, right, frame.card, frame.width, frame.depth + nested)
        return Part(entry, place, before, height, head, rows, text=left + sizes.pad)

    def _rows(self, tapes: tuple[Tape, ...], left: float, right: float, depth: int) -> tuple[Row, ...]:
        """As many side by side as are wide enough, in rows of about equal length."""
        sizes = self.press.sizes
        most = max(1, int((right - left + sizes.gap) / (17 * sizes.body + sizes.gap)))
        count = -(-len(tapes) // most)
        each = -(-len(tapes) // count)
        width = (right - left - (each - 1) * sizes.gap) / each
        rows = []
        for begin in range(0, len(tapes), each):
            columns = []
            for place, tape in enumerate(tapes[begin : begin + each]):
                start = left + place * (width + sizes.gap)
                frame = framed(self.press, tape, start, start + width, depth)
                columns.append((frame, self.column(tape, frame)))
            rows.append(Row(tuple(columns), max(column.height for _, column in columns)))
        return tuple(rows)


def _nothing(_: frozenset[str]) -> tuple[Chip, ...]:
    return ()


def _joined(tape: Tape, index: int) -> bool:
    """Whether a joint leads to the entry at `index`, through boxes that open before it."""
    while index and isinstance(tape[index - 1], Open):
        index -= 1
    return index > 0 and isinstance(tape[index - 1], Joint)
