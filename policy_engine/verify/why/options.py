"""The other values that something could have had: all of a finite type, of an opaque one those that count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf, nextafter

from policy_engine.automaton.inputs import OTHER_TEXT
from policy_engine.automaton.program import Program
from policy_engine.automaton.tree import Trigger
from policy_engine.model.hidden import lapsing, shown_only
from policy_engine.model.types import Declaration, Type, Value
from policy_engine.records import record
from policy_engine.session.values import SOMEBODY
from policy_engine.verify.why.case import Case, Read


@record
class Cell:
    """Numbers between two bounds, each of which belongs to them or not; both belong where they are one."""

    low: float
    high: float
    low_in: bool = False
    high_in: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    def holds(self, number: float) -> bool:
        """Whether a number lies in it."""
        above = number > self.low or (self.low_in and number == self.low)
        return above and (number < self.high or (self.high_in and number == self.high))

    def nearest(self, number: float) -> tuple[int | float, float]:
        """A number in it that is near one outside, and how near one can come."""
        bound, away = (self.low, 1) if number <= self.low else (self.high, -1)
        step = bound + away if bound + away != bound else nextafter(bound, away * inf)
        near = bound if self.is_mark else step if self.holds(step) else self.low + (self.high - self.low) / 2
        return near, abs(bound - number)

    def joined(self, other: Cell) -> Cell:
        """This one and its neighbour as one."""
        first, last = sorted((self, other), key=lambda cell: (cell.low, cell.high))
        return Cell(first.low, last.high, first.low_in, last.high_in)


@record
class Option:
    """A value in the place of another. `distance` is that of the nearest value that does the same.

    `stands_for`: any text that the policy does not name, or any number of a `cell`, would do as well.
    """

    value: Value
    distance: float
    stands_for: bool = False
    cell: Cell | None = None


class Options:
    """The other values of everything that can be changed in a case. `names` has their order: event data
    first, who reports, then facts and variables, as declared.
    """

    def __init__(self, program: Program, case: Case, trigger: Trigger) -> None:
        self._program = program
        self._case = case
        self._lapsing = lapsing(trigger.name) if trigger.kind == "sent" else None
        chart = program.chart
        self._declared: dict[Read, Declaration] = {}
        reads: list[Read] = []
        if trigger.kind == "on":
            declared = chart.events[trigger.name].data
            self._declared.update({("data", name): item for name, item in declared.items()})
            reads += [*self._declared, ("by", "by"), ("person", "by")]
        self._declared.update({("fact", name): item for name, item in chart.facts.items()})
        reads += [("fact", name) for name in chart.facts]
        if trigger.kind != "start":
            variables = shown_only(chart.context)
            self._declared.update({("context", name): item for name, item in variables.items()})
            reads += [("context", name) for name in variables]
        self.names = {read: place for place, read in enumerate(reads)}
        self._found: dict[Read, tuple[Option, ...]] = {}

    def of(self, read: Read) -> tuple[Option, ...]:
        """Every other value that can matter."""
        found = self._found.get(read)
        if found is None:
            found = self._found[read] = tuple(self._options(read))
        return found

    def _options(self, read: Read) -> Iterator[Option]:
        kind, name = read
        case, chart = self._case, self._program.chart
        if kind == "by":
            yield from (Option(role, 1) for role in chart.roles if role != case.by)
            return
        if kind == "person":
            yield from self._persons(case.person)
            return
        now = {"data": case.data, "fact": case.facts, "context": case.values}[kind][name]
        declared = self._declared[read].type
        if declared.kind == "person":
            yield from self._persons(now)
        elif declared.kind == "text":
            yield from self._texts(now)
        elif declared.kind == "number":
            yield from self._numbers(now)
        else:
            # Of nothing, nothing can lapse.
            least = 1 if name == self._lapsing else None
            others = (value for value in declared.values if value != now and (not least or value))
            yield from (Option(value, _far(value, now, declared)) for value in others)

    def _persons(self, now: Value) -> Iterator[Option]:
        """Nobody, everybody whom the policy remembers, whoever reports, and somebody else."""
        context = self._program.chart.context
        known = [self._case.values[name] for name, item in context.items() if item.type.kind == "person"]
        for person in dict.fromkeys(("", *known, self._case.person)):
            if person != now:
                yield Option(person, 1)
        yield Option(SOMEBODY, 1, stands_for=True)

    def _texts(self, now: Value) -> Iterator[Option]:
        """Any text, the texts that the policy names, and those that stand beside this one now."""
        named = self._program.partial.values_of(Type("text"))
        beside = [
            value
            for values in (self._case.data, self._case.facts, self._case.values)
            for value in values.values()
            if type(value) is str
        ]
        yield Option(OTHER_TEXT, 1, stands_for=True)
        for text in dict.fromkeys((*named, *self._texts_only(beside))):
            if text not in (now, OTHER_TEXT):
                yield Option(text, 1)

    def _texts_only(self, values: Iterable[Value]) -> Iterator[Value]:
        """Of values that are texts or members of an enum, the texts."""
        members = {member for item in self._declared.values() for member in item.type.members}
        return (value for value in values if value not in members)

    def _numbers(self, now: Value) -> Iterator[Option]:
        """The nearest number of each cell but the own one; what can be reached comes before what only can be
        neared.
        """
        assert isinstance(now, (int, float))
        found = []
        for cell in self.cells():
            if not cell.holds(now):
                value, distance = cell.nearest(now)
                if cell.holds(value):  # between two numbers that are neighbours there is none
                    found.append(Option(value, distance, not cell.is_mark, cell))
        yield from sorted(found, key=lambda option: (option.distance, option.stands_for))

    def cells(self) -> list[Cell]:
        """All numbers there are, by the numbers that the policy names."""
        known = self._program.partial.literals[0]
        if not known:
            return [Cell(-inf, inf)]
        marks = sorted(float(value) if isinstance(value, float) else int(value) for value in known)
        found = [Cell(-inf, marks[0])]
        for mark, after in zip(marks, [*marks[1:], inf], strict=True):
            found += [Cell(mark, mark, True, True), Cell(mark, after)]
        return found


def _far(value: Value, now: Value, declared: Type) -> float:
    if declared.kind in ("counter", "range"):
        assert isinstance(value, int)
        assert isinstance(now, int)
        return abs(value - now)
    return 1
