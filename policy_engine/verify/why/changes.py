"""The smallest change that gives another answer.

A change gives other values to some of what the step reads. Smaller is: fewer values changed, then less far
away: numbers by their difference, everything else by 1. A step that reads none of what is changed decides as
before. So every smallest change to an answer can be built value by value, each of which the step before
it reads, and only such changes are tried.

A change of several values is told where all of them are needed: a part of it that leads elsewhere already is
all there is to say, unless the rest opens a verdict that the part does not ("forbidden" by one thing, then by
another, then "applied").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, combinations, count

from policy_engine.automaton.tree import Trigger
from policy_engine.model.types import Value
from policy_engine.records import changed, record
from policy_engine.verify.why.answer import Answer, answer_of, is_fault
from policy_engine.verify.why.case import Case, Decider, Outcome, Read
from policy_engine.verify.why.options import Cell, Option, Options

# So many values are changed at the most, and so many cases are tried.
MOST_CHANGED = 3
MOST_TRIED = 5_000

Assignment = tuple[tuple[Read, Option], ...]  # in the order of `Options.names`


@record
class Change:
    """Other values of what the step read, and what would have come of it."""

    values: Mapping[Read, Option]
    outcome: Outcome

    @property
    def size(self) -> tuple[int, float]:
        """How many values are changed, and how far."""
        return len(self.values), sum(option.distance for option in self.values.values())


@record
class Changes:
    """The smallest change to each other answer that needs all of it, the smallest first. Everything was
    tried that changes up to `thorough` values; `exhausted` where no larger change leads to any other answer.
    """

    found: tuple[Change, ...]
    thorough: int
    exhausted: bool


def smallest_changes(
    decider: Decider, case: Case, trigger: Trigger, outcome: Outcome, most: int = MOST_CHANGED
) -> Changes:
    """What would have led to another answer than `outcome`, for each other answer, changing at most so many
    values. The search ends one value after the first answers are found.
    """
    search = _Search(decider, case, trigger, outcome)
    thorough = most
    for size in range(1, most + 1):
        if not search.level():
            thorough = size - 1
            break
        if search.found_by(size - 1):
            thorough = size
            break
    found = sorted(search.best.values(), key=lambda item: item[0])
    return Changes(tuple(search.widened(change) for _, change in found), thorough, search.exhausted)


class _Search:
    def __init__(self, decider: Decider, case: Case, trigger: Trigger, outcome: Outcome) -> None:
        self.decider = decider
        self.case = case
        self.trigger = trigger
        self.options = Options(decider.program, case, trigger)
        self.own = answer_of(outcome, decider.program)
        self.best: dict[Answer, tuple[tuple[int, float, int], Change]] = {}
        self._order = count()
        self._elsewhere: dict[Assignment, str] = {}  # what leads to another answer, with its verdict
        self._frontier: dict[Assignment, frozenset[Read]] = {(): outcome.reads}
        self._tried = 0

    @property
    def exhausted(self) -> bool:
        """Whether nothing that was tried last reads anything more."""
        return not self._frontier

    def found_by(self, size: int) -> bool:
        """Whether some answer needs no more than so many changed values."""
        return any(len(change.values) <= size for _, change in self.best.values())

    def level(self) -> bool:
        """Tries one value more than before; False where there are too many cases to try them all."""
        following: dict[Assignment, frozenset[Read]] = {}
        for assignment in self._next():
            if assignment in following:
                continue
            self._tried += 1
            if self._tried > MOST_TRIED:
                return False
            outcome = self.decider.decide(self._case(assignment), self.trigger)
            following[assignment] = outcome.reads
            if not is_fault(outcome):
                self._keep(assignment, outcome)
        self._frontier = following
        return True

    def _next(self) -> Iterator[Assignment]:
        names = self.options.names
        for assignment, reads in self._frontier.items():
            taken = {read for read, _ in assignment}
            for read in names:
                if read in reads and read not in taken:
                    for option in self.options.of(read):
                        yield tuple(sorted((*assignment, (read, option)), key=lambda item: names[item[0]]))

    def _keep(self, assignment: Assignment, outcome: Outcome) -> None:
        answer = answer_of(outcome, self.decider.program)
        if answer == self.own:
            return
        self._elsewhere[assignment] = outcome.verdict
        if self._says_too_much(assignment, outcome.verdict):
            return
        change = Change(dict(assignment), outcome)
        rank = (*change.size, next(self._order))
        if answer not in self.best or rank < self.best[answer][0]:
            self.best[answer] = rank, change

    def _says_too_much(self, assignment: Assignment, verdict: str) -> bool:
        """Whether a part of a change does it already."""
        parts = chain.from_iterable(combinations(assignment, size) for size in range(1, len(assignment)))
        led = {self._elsewhere[part] for part in parts if part in self._elsewhere}
        return verdict in led or (bool(led) and verdict == self.own.verdict)

    def widened(self, change: Change) -> Change:
        """The same with all numbers that would do as well, as far as they lie side by side."""
        values = dict(change.values)
        cells = self.options.cells()
        for read, option in change.values.items():
            if option.cell is not None:
                values[read] = changed(option, cell=self._wide(values, read, cells.index(option.cell), cells))
        return changed(change, values=values)

    def _wide(self, values: Mapping[Read, Option], read: Read, place: int, cells: list[Cell]) -> Cell:
        wanted = self._answer(values)
        found = cells[place]
        for neighbours in (reversed(cells[:place]), cells[place + 1 :]):
            for cell in neighbours:
                near = cell.nearest(float(values[read].value))[0]
                if self._answer({**values, read: Option(near, 0)}) != wanted:
                    break
                found = found.joined(cell)
        return found

    def _answer(self, values: Mapping[Read, Option]) -> Answer:
        outcome = self.decider.decide(self._case(tuple(values.items())), self.trigger)
        return answer_of(outcome, self.decider.program)

    def _case(self, assignment: Assignment) -> Case:
        return with_values(self.case, {read: option.value for read, option in assignment})


def with_values(case: Case, values: Mapping[Read, Value]) -> Case:
    """A case with other values."""
    found: dict[str, object] = {}
    for field, kind in (("values", "context"), ("facts", "fact"), ("data", "data")):
        new = {name: value for (of, name), value in values.items() if of == kind}
        if new:
            found[field] = {**getattr(case, field), **new}
    for kind in ("by", "person"):
        if (kind, "by") in values:
            found[kind] = values[kind, "by"]  # type: ignore[index]  # both are kinds of what is read
    return changed(case, **found)
