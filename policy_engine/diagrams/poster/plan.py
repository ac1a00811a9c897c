"""What stands where on a poster, before anything is measured: the ladder in the main column, box in box, and
beside it, in a side lane, what is off the ladder.

A column is a tape: boxes that open and close, cards, and joints: the way from one card of the ladder to the
next. Where a box with side content opens, it spans both columns.
"""

from __future__ import annotations

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.poster.exits import Exit
from policy_engine.records import record


@record
class Open:
    """A box begins. `aside`: it is not on the ladder that goes on to the left of it. `again`: it began in an
    earlier column.
    """

    box: str
    aside: bool = False
    again: bool = False


@record
class Close:
    box: str
    aside: bool = False


@record
class Leaf:
    """A card. `aside` as with a box."""

    card: str
    aside: bool = False


@record
class Joint:
    """From `source` (a card, or a box as a whole) to the card or parallel box `target`, by one exit or more.

    `hung` says that the joint hangs directly under the card `source`, and `bare` that `target` stands
    directly under the joint.
    """

    source: str
    target: str
    exits: tuple[Exit, ...]
    hung: bool
    bare: bool


@record
class Regions:
    """A parallel box: its regions stand side by side."""

    box: str
    tapes: tuple[Tape, ...]
    aside: bool = False


Entry = Open | Close | Leaf | Joint | Regions
Tape = tuple[Entry, ...]


@record
class Band:
    """A part of a scope from top to bottom: a tape beside side blocks, or a box that spans both columns."""

    tape: Tape
    side: tuple[Tape, ...]
    spanning: Scope | None = None


@record
class Scope:
    """The root (`box` None) or a spanning box."""

    box: str | None
    bands: tuple[Band, ...]


class Planner:
    """Plans for one figure; `exits` are those of the content, `columns` says whether there is a side lane."""

    def __init__(self, figure: Figure, exits: dict[str, tuple[Exit, ...]], columns: bool) -> None:
        self.columns = columns
        self.figure = figure
        self.exits = exits
        self.rank = {card: index for index, card in enumerate(figure.spine)}
        self.first = {box: self._first(box) for box in figure.boxes}
        self.spanning = self._lane()

    def scope(self) -> Scope:
        """The plan with two columns."""
        on, _ = self._parted(None)
        return self._split(None, self.linked(self._stack(on, False)))

    def tape(self) -> Tape:
        """The plan with everything in one column, the ladder first: what pages are cut from."""
        on, off = self._parted(None)
        return self.linked([*self._stack(on, False), *self._stack(off, True)])

    def _split(self, box: str | None, tape: Tape) -> Scope:
        """Parts a tape where boxes that span begin and end, and puts side blocks beside."""
        bands: list[Band] = []
        run: list[Entry] = []
        index = 0
        while index < len(tape):
            entry = tape[index]
            if isinstance(entry, Open) and self.spans(entry.box):
                bands += [Band(tuple(run), ())] if run else []
                end = tape.index(Close(entry.box))
                bands.append(Band((), (), self._split(entry.box, tape[index + 1 : end])))
                run, index = [], end
            else:
                run.append(entry)
            index += 1
        bands += [Band(tuple(run), ())] if run else []
        _, off = self._parted(box)
        return Scope(box, self._beside(bands, [self.linked(self._stack([kid], True)) for kid in off]))

    def _beside(self, bands: list[Band], blocks: list[Tape]) -> tuple[Band, ...]:
        """Side blocks stand beside the last cards that no box with a side of its own holds, else below."""
        free = [
            index for index, band in enumerate(bands) if any(isinstance(item, Leaf) for item in band.tape)
        ]
        if blocks and not free:
            return (*bands, Band((), tuple(blocks)))
        return tuple(
            Band(band.tape, tuple(blocks)) if [index] == free[-1:] else band
            for index, band in enumerate(bands)
        )

    def _parted(self, box: str | None) -> tuple[list[str], list[str]]:
        """Children on the ladder, in its order, and those off it, in the order of the file."""
        children = self.figure.top if box is None else self.figure.boxes[box].children
        on = sorted(
            (kid for kid in children if self._place(kid) is not None), key=lambda kid: self._place(kid) or 0
        )
        return on, [kid for kid in children if self._place(kid) is None]

    def _place(self, kid: str) -> int | None:
        return self.rank.get(kid) if kid in self.figure.cards else self.first[kid]

    def _first(self, box: str) -> int | None:
        places = [
            self.rank.get(kid) if kid in self.figure.cards else self._first(kid)
            for kid in self.figure.boxes[box].children
        ]
        return min((place for place in places if place is not None), default=None)

    def spans(self, box: str) -> bool:
        """Whether a box reaches over both columns: it has the side lane, or holds the box that has it."""
        return self.columns and box in self.spanning

    def _lane(self) -> tuple[str, ...]:
        """The box with most cards off the ladder directly in it, and those around it; none where that is the
        root.
        """
        best, most = None, self._off(None)
        for box in self.figure.boxes:
            if self.first[box] is not None and not self._in_parallel(box) and self._off(box) > most:
                best, most = box, self._off(box)
        around: list[str] = []
        while best is not None:
            around.append(best)
            best = self.figure.boxes[best].box
        return tuple(around)

    def _off(self, box: str | None) -> int:
        _, off = self._parted(box)
        return sum(1 if kid in self.figure.cards else len(_cards(self.figure, kid)) for kid in off)

    def _in_parallel(self, box: str) -> bool:
        inside: str | None = box
        while inside is not None:
            if self.figure.boxes[inside].parallel:
                return True
            inside = self.figure.boxes[inside].box
        return False

    def _stack(self, kids: list[str], off: bool) -> list[Entry]:
        entries: list[Entry] = []
        for kid in kids:
            entries += self._entries(kid, off)
        return entries

    def _entries(self, kid: str, off: bool, aside: bool = False) -> list[Entry]:
        if kid in self.figure.cards:
            return [Leaf(kid, aside)]
        box = self.figure.boxes[kid]
        if box.parallel and self.columns:
            tapes = tuple(self.linked(self._entries(child, off)) for child in box.children)
            return [Regions(kid, tapes, aside)]
        if box.parallel:
            inner = [entry for child in box.children for entry in self._entries(child, off, aside)]
            return [Open(kid, aside), *inner, Close(kid, aside)]
        if off or aside:
            return [Open(kid, aside), *self._stack_aside(self._walk(kid), aside), Close(kid, aside)]
        on, beside = self._parted(kid)
        # What spans has a side for what is off the ladder.
        below = [] if self.spans(kid) else self._stack_aside(beside, True)
        return [Open(kid), *self._stack(on, False), *below, Close(kid)]

    def _stack_aside(self, kids: list[str], aside: bool) -> list[Entry]:
        return [entry for kid in kids for entry in self._entries(kid, True, aside)]

    def _walk(self, box: str) -> list[str]:
        """A box's children off the ladder, each after one that leads to it where there is such a one."""
        children = list(self.figure.boxes[box].children)
        initial = self.figure.boxes[box].state.initial
        start = self.figure.chart.states[initial].id if initial is not None else children[0]
        order = [start if start in children else children[0]]
        rest = [kid for kid in children if kid not in order]
        while rest:
            led = {target for exit in self.exits.get(order[-1], ()) for target in exit.shown.targets}
            following = next((kid for kid in rest if kid in led), rest[0])
            order.append(following)
            rest.remove(following)
        return order

    def linked(self, entries: list[Entry]) -> Tape:
        """The tape with a joint wherever a card or box leads to the one below it."""
        tape: list[Entry] = []
        for index, entry in enumerate(entries):
            if isinstance(entry, Leaf | Regions) and not entry.aside:
                self._join(entries, index, tape)
            tape.append(entry)
        return tuple(tape)

    def _join(self, entries: list[Entry], index: int, tape: list[Entry]) -> None:
        """Puts the joint that leads to the entry at `index` where boxes are left and none is entered yet."""
        above: Leaf | Regions | None = None
        sources: list[str] = []
        opened = 0
        for entry in reversed(entries[:index]):
            if isinstance(entry, Open) and not entry.aside:
                opened += 1
            elif isinstance(entry, Close) and not entry.aside:
                sources.append(entry.box)
            elif isinstance(entry, Leaf | Regions) and not entry.aside:
                above = entry
                break
        if above is None:
            return
        target = entries[index]
        assert isinstance(target, Leaf | Regions)
        lowest = above.card if isinstance(above, Leaf) else above.box
        entered = [entry.box for entry in entries[index - opened : index] if isinstance(entry, Open)]
        joints = [
            (source, exits)
            for source in (lowest, *sources)
            if (
                exits := tuple(
                    exit for exit in self.exits.get(source, ()) if self._leads(exit, target, entered)
                )
            )
        ]
        if joints:
            source, exits = joints[0]
            hung = isinstance(above, Leaf) and entries[index - opened - 1] is above
            tape.insert(len(tape) - opened, Joint(source, _name(target), exits, hung, not opened))

    def _leads(self, exit: Exit, target: Leaf | Regions, entered: list[str]) -> bool:
        link = exit.shown
        if not link.arrivals:
            return False
        if isinstance(target, Leaf):
            return set(link.arrivals) == {target.card}
        inside = set(_cards(self.figure, target.box))
        return set(link.arrivals) <= inside and set(link.targets) <= {target.box, *entered}


def _name(entry: Leaf | Regions) -> str:
    return entry.card if isinstance(entry, Leaf) else entry.box


def _cards(figure: Figure, box: str) -> list[str]:
    found: list[str] = []
    for kid in figure.boxes[box].children:
        found += [kid] if kid in figure.cards else _cards(figure, kid)
    return found
