"""Two versions of a policy, told the same call: does a scenario ever pass on the one and fail on the other?

A scenario expects less than a host sees: verdicts of what it tells, active states, actions, the outcome, what
must be done and what the variables are; not why something is refused, what is left and entered on the way,
what is due, what is shown. The search goes on past all that, and lets time pass as it does: where only one
version has something due, the other stays as it is. A scenario waits for whole milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from policy_engine.automaton.automaton import Automaton
from policy_engine.courses.budget import Budget
from policy_engine.courses.noticed import Part
from policy_engine.courses.pair import Answers, Call, Difference, Met, Pair, Undecided, Wishes
from policy_engine.courses.product import NO_NAMES, Arrival, Product
from policy_engine.courses.side import ONE_LENGTH, Half, Lengths, Side
from policy_engine.courses.skeleton import bare
from policy_engine.model.chart import ActionType, Chart
from policy_engine.model.duration import NANOSECONDS
from policy_engine.model.hidden import is_hidden, timed_by
from policy_engine.model.types import Value


def unexpected(
    old: Automaton, new: Automaton, *, budget: Budget | None = None, lengths: Lengths = ONE_LENGTH
) -> Difference | Undecided | None:
    """A shortest call of which a scenario of the old version can expect something that the new one does not
    do; None where there is none, Undecided where that is not known.

    Both have the same values of their common parameters. lengths: parameters that may have any of these
    values, in both versions, as in `courses.product.compare`.
    """
    if not (old.whole and new.whole):
        return Undecided("table")
    search = _Expecting(old, new, budget or Budget(), lengths)
    found = search.run(first=True, exact=False)
    if search.blurred or (found.open and found.open.why == "moments"):
        found = search.run(first=True, exact=True)
    return found.differences[0] if found.differences else found.open


class _Expecting(Product):
    def __init__(self, old: Automaton, new: Automaton, budget: Budget, lengths: Lengths) -> None:
        super().__init__(old, new, NO_NAMES, by_name=True, budget=budget, lengths=lengths, narrowed=False)
        self._waiting.step = NANOSECONDS["ms"]
        # Actions of which something else is to be written down, or by another time.
        self._unlike = {
            name
            for name, action in old.chart.actions.items()
            if name in new.chart.actions and _written(action) != _written(new.chart.actions[name])
        }

    def _time(self, here: Met) -> Iterator[Arrival]:
        pair = here.pair
        every = self._waiting.lengths(pair)
        for zone, firing in self._waiting.first_due(here.zone, every):
            wishes = self._waiting.at_last(here, firing, every)
            old, new, answers = self._asking.wait(pair, firing, len(zone) - 1)
            there = Pair(old, new, pair.world, pair.settling)
            call = Call("time", due=self._due(pair, firing))
            yield self._arrived(here, there, zone, call, wishes, answers)

    def _answered(self, call: Call, answers: Answers) -> Sequence[Part]:
        old, new = (
            [(name, params) for one in side for name, _, params in one.actions]
            for side in (answers.old, answers.new)
        )
        parts: list[Part] = []
        if call.kind in ("start", "event") and answers.old[0].verdict != answers.new[0].verdict:
            parts.append("verdict")
        if old != new:
            parts.append("actions")
        if any(name in self._unlike for name, _ in old):
            parts.append("duties")
        return parts

    # When something is due, and what was shown before, is nothing that a scenario can expect.
    def _apart(self, met: Met, *_: object) -> Iterator[tuple[Part, Wishes]]:
        old, new = met.pair.old, met.pair.new
        if self.old.leaves(old) != self.new.leaves(new):
            yield "after", ()
        if self.old.node(old).outcome != self.new.node(new).outcome:
            yield "outcome", ()
        ours, theirs = _open(self.old, old), _open(self.new, new)
        # That something is not overdue yet can't be expected.
        if ours.keys() != theirs.keys() or any(
            theirs[name] != standing for name, standing in ours.items() if standing == "overdue"
        ):
            yield "duties", ()
        known, other = _context(self.old, old), _context(self.new, new)
        if any(name in other and other[name] != value for name, value in known.items()):
            yield "context", ()


def same_duties(one: Chart, other: Chart) -> bool:
    """Whether what must be done, and what must be written down, is declared alike."""
    written = ([_written(item) for item in chart.actions.values()] for chart in (one, other))
    return bare(one.musts) == bare(other.musts) and next(written) == next(written)


def _written(action: ActionType) -> object:
    return bare((action.record, action.within))


def _open(side: Side, half: Half) -> Mapping[str, Value]:
    """What must be done, and whether it is overdue."""
    if side.node(half).done:
        return {}
    known = side.context(half)
    standings = {name: known[timed_by(name)] for name in side.chart.musts}
    return {name: standing for name, standing in standings.items() if standing != "none"}


def _context(side: Side, half: Half) -> Mapping[str, Value]:
    """The variables that a scenario can name."""
    found = side.context(half)
    declared = side.chart.context
    return {
        name: value
        for name, value in found.items()
        if not is_hidden(name) and declared[name].type.kind != "person"
    }
