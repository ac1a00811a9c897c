"""Two versions of a policy, told the same call side by side: does a caller ever notice which one it is?

Searched breadth first over pairs of situations, so that the first difference that is found has a shortest
call. One step is one thing that a host does: it tells an event or new facts, or lets time pass until
something is due. Time is followed by zones (`courses.zone`): first coarsely, where of what is due only a
longer timer that was begun together with a shorter one, or later, is known to come after it; where the
shortest difference of that search can't be given moments, once more exactly.

What is compared: `courses.noticed`, what is due next, what must be done and by when, and exports. What only
one version declares is left out here; `diff` tells of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from types import MappingProxyType

from policy_engine.automaton.automaton import Automaton
from policy_engine.courses.asking import Asking
from policy_engine.courses.budget import Budget
from policy_engine.courses.common import Common
from policy_engine.courses.frontier import Frontier
from policy_engine.courses.noticed import Part, parts_of
from policy_engine.courses.pair import (
    Answers,
    At,
    Call,
    Choice,
    Difference,
    Facts,
    Found,
    Met,
    Pair,
    Passed,
    Undecided,
    Wishes,
)
from policy_engine.courses.parting import Parting
from policy_engine.courses.schedule import Wish, earliest
from policy_engine.courses.side import NOTHING_SHOWN, ONE_LENGTH, Half, Length, Lengths, Shown, Side
from policy_engine.courses.skeleton import same_skeleton
from policy_engine.courses.waiting import Waiting
from policy_engine.courses.zone import NO_CLOCKS, Zone, keeping, later, lies_in, started
from policy_engine.model.types import Value

# Past so many things that are due in one session two versions are not decided.
MOST_DUE = 12

NO_EDGES: Passed = ((), ())
NO_NAMES: Mapping[str, str] = MappingProxyType({})
Arrival = tuple[Met, Difference | None]
_Known = dict[Pair, list[tuple[int, Zone]]]  # how many calls it took, and the ages


def equivalent(
    old: Automaton,
    new: Automaton,
    *,
    budget: Budget | None = None,
    names: Mapping[str, str] = NO_NAMES,
    lengths: Lengths = ONE_LENGTH,
) -> Difference | Undecided | None:
    """A shortest call that tells two automata apart; None where there is none, Undecided where that is not
    known.

    Both have the same values of their common parameters. names: what the new version calls a state of the
    old one, where that differs. lengths: as in `compare`.
    """
    if same_skeleton(old.chart, new.chart) and old.parameters == new.parameters:
        return None
    found = compare(old, new, budget=budget, names=names, first=True, lengths=lengths)
    return found.differences[0] if found.differences else found.open


def compare(
    old: Automaton,
    new: Automaton,
    *,
    budget: Budget | None = None,
    names: Mapping[str, str] = NO_NAMES,
    by_name: bool = True,
    first: bool = False,
    lengths: Lengths = ONE_LENGTH,
) -> Found:
    """Every difference of two automata that does not follow from another one, as far as it can be told.

    budget: how much may be tried. by_name: whether states with other names are a difference. first: only
    one, with a shortest call. lengths: parameters that may have any of these values, in both versions, and
    only say how long something takes: what differs then need not differ for each of them.
    """
    if not (old.whole and new.whole):
        return Found((), Undecided("table"))
    search = Product(old, new, names, by_name=by_name, budget=budget or Budget(), lengths=lengths)
    found = search.run(first=first, exact=False)
    if search.blurred or (found.open and found.open.why == "moments"):
        return search.run(first=first, exact=True)
    return found


class Product:
    """The search. `blurred` says that a difference was met that has no moments: time was too coarse."""

    def __init__(
        self,
        old: Automaton,
        new: Automaton,
        names: Mapping[str, str],
        *,
        by_name: bool,
        budget: Budget,
        lengths: Lengths = ONE_LENGTH,
        narrowed: bool = True,
    ) -> None:
        """narrowed: whether only what can lead to a difference is looked at, and one node of those that no
        call tells apart.
        """
        apart = old.chart.calendar != new.chart.calendar
        mark = " (new calendar)" if apart else ""
        self.old = Side(old, "", names, by_name=by_name, lengths=lengths)
        self.new = Side(new, mark, NO_NAMES, by_name=by_name, lengths=lengths)
        self.old.compare_with(self.new, merged=narrowed)
        self.new.compare_with(self.old, merged=narrowed)
        self.common = Common(old, new)
        self.blurred = self._first = False
        self._by_name = by_name
        self._budget = budget
        self._asking = Asking(self.old, self.new, self.common)
        self._waiting = Waiting(self.old, self.new)
        self._open: Undecided | None = None
        self._parting = Parting(self.old, self.new, self.common, walked=narrowed and by_name)
        self._met: _Known = {}
        self._learned: _Known = {}

    def run(self, *, first: bool, exact: bool) -> Found:
        """Searches. first: ends with the first difference. exact: follows time exactly."""
        self.blurred, self._waiting.exact, self._first = False, exact, first
        self._open = None if self.common.thorough else Undecided("facts")
        self._met.clear()
        self._learned.clear()
        self._parting.begin()
        found: list[Difference] = []
        waiting = Frontier(self._parting)
        steps: Iterator[Arrival] = self._starts()
        while True:
            for met, difference in steps:
                if not self._budget.spend():
                    return Found(tuple(found), Undecided("pairs"))
                if difference is not None:
                    found.append(difference)
                    if first:
                        return Found(tuple(found), None)
                    if not _goes_on(difference, by_name=self._by_name):
                        continue
                if max(len(met.pair.old.due), len(met.pair.new.due)) > MOST_DUE:
                    self._open = self._open or Undecided("due")
                elif not _lies_in_one(self._met, met, met.pair, later(met.zone)):
                    waiting.put(met)
            following = waiting.take()
            if following is None:
                break
            steps = self._from(following)
        if self._asking.endless:
            self._open = self._open or Undecided("due")
        if self.common.partial:
            self._open = self._open or Undecided("data")
        if self.blurred and exact:
            self._open = self._open or Undecided("moments")
        return Found(tuple(found), self._open)

    # -- steps -----------------------------------------------------------------------------------------------

    def _starts(self) -> Iterator[Arrival]:
        for world, facts in enumerate(self.common.worlds):
            old, new, answers = self._asking.start(world)
            refused = [edge.refusal is not None for edge in (*answers.old_edges, *answers.new_edges)]
            if all(refused):
                continue  # with these facts neither version begins
            pair = Pair(old, new, world, ())
            call = Call("start", facts=self._changed(self.common.defaults, facts))
            if any(refused):
                met = Met(pair, NO_CLOCKS, None, call, (), (), NO_EDGES)
                yield (
                    met,
                    self._difference(met, answers, [(part, ()) for part in self._answered(call, answers)]),
                )
            else:
                yield self._arrived(None, pair, NO_CLOCKS, call, (), answers)

    def _from(self, here: Met) -> Iterator[Arrival]:
        if self.old.node(here.pair.old).done and self.new.node(here.pair.new).done:
            return
        quiet = self._waiting.quiet(here)
        if quiet is not None:
            for choice in self._asking.choices(here.pair):
                yield from self._told(here, quiet, choice)
            yield from self._facts(here, quiet)
        yield from self._time(here)

    def _told(self, here: Met, zone: Zone, choice: Choice) -> Iterator[Arrival]:
        """An event, which may be a repeat that does not count yet, in one of the versions or in both."""
        pair, event, settle = here.pair, choice.call.event, self._waiting.settle
        wishes = self._waiting.before_anything(here)
        applied = choice.old.verdict == "applied", choice.new.verdict == "applied"
        as_one = all(applied) and self._waiting.as_one(pair, event)
        for repeats in product((False, True), repeat=2):
            if any(repeats) and (as_one or (all(repeats) and not self._first)):
                # In both alike; or both only say for how long a repeat does not count, which `diff` tells.
                continue
            at, wished, told, settling = zone, wishes, choice, pair.settling
            for place, key in enumerate(((event, 0), (event, 1))):
                found: tuple[Zone, tuple[Wish, ...]] | None = None if repeats[place] else (at, wished)
                if key in settle and applied[place]:
                    found = self._waiting.counts(here, at, wished, key, repeats=repeats[place])
                    if not repeats[place]:
                        settling = (*(item for item in settling if item[0] != key), (key, len(zone) - 1))
                if found is None:
                    break
                at, wished = found
                told = self._repeated(pair, told, place) if repeats[place] else told
            else:
                old, new, answers = self._asking.tell(pair, told, len(at) - 1)
                there = Pair(old, new, pair.world, settling)
                yield self._arrived(here, there, at, choice.call, wished, answers)

    def _repeated(self, pair: Pair, choice: Choice, place: int) -> Choice:
        """The same where one of the versions takes an event for a repeat."""
        side, half = ((self.old, pair.old), (self.new, pair.new))[place]
        known = side.inputs(half, self.common.known[pair.world][place])
        event = choice.call.event
        params = ("event", event), ("settle", str(side.chart.events[event].settle))
        answer = side.noticing.of(None, side.node(half), known)._replace(code="settling", params=params)
        if place:
            return choice._replace(new_edge=None, new=answer)
        return choice._replace(old_edge=None, old=answer)

    def _facts(self, here: Met, zone: Zone) -> Iterator[Arrival]:
        """New facts: what they lead to does not depend on the old ones, so each place learns once, as far as
        the same can be told.
        """
        pair, worlds = here.pair, self.common.worlds
        out = self.common.left_out(pair.world)
        any_world = -1 - sum(1 << place for place in out)
        if len(worlds) == 1 or _lies_in_one(self._learned, here, pair._replace(world=any_world), zone):
            return
        wishes = self._waiting.before_anything(here)
        for world in range(len(worlds)):
            if world != pair.world and self.common.left_out(world) <= out:
                old, new, answers = self._asking.learn(pair, world, len(zone) - 1)
                call = Call("facts", facts=self._changed(worlds[pair.world], worlds[world]))
                # Where the facts are refused they stay as they were.
                stays = any(edge.refusal for edge in (*answers.old_edges, *answers.new_edges))
                there = Pair(old, new, pair.world if stays else world, pair.settling)
                yield self._arrived(here, there, zone, call, wishes, answers)

    def _time(self, here: Met) -> Iterator[Arrival]:
        """Time passes until something is due, in both versions at one moment."""
        pair = here.pair
        every = self._waiting.lengths(pair)
        for zone, firing in self._waiting.first_due(here.zone, every):
            wishes = self._waiting.at_last(here, firing, every)
            old, new, answers = self._asking.wait(pair, firing, len(zone) - 1)
            if not answers.old or not answers.new:
                # What only one of them has due the deadline has told of already. To see what comes behind
                # it, what stands in the same place of the other is taken to be due, too.
                firing |= self._asking.counterparts(pair, firing)
                old, new, answers = self._asking.wait(pair, firing, len(zone) - 1)
                if not answers.old or not answers.new:
                    continue
            there = Pair(old, new, pair.world, pair.settling)
            call = Call("time", due=self._due(pair, firing))
            yield self._arrived(here, there, zone, call, wishes, answers)

    # -- arriving --------------------------------------------------------------------------------------------

    def _arrived(
        self,
        here: Met | None,
        pair: Pair,
        zone: Zone,
        call: Call,
        wishes: tuple[Wish, ...],
        answers: Answers,
    ) -> Arrival:
        """Where both are after a call, with the clocks that are still of use, and what is noticed there."""
        depth = 0 if here is None else here.depth + 1
        begun = (*(() if here is None else here.begun), depth)
        zone = started(zone)
        pair = self._waiting.without_settled(pair, zone)
        used = sorted(
            {item.clock for item in (*pair.old.due, *pair.new.due)} | {clock for _, clock in pair.settling}
        )
        if len(used) < len(begun):
            place = {clock: number for number, clock in enumerate(used)}
            pair = Pair(
                _with_clocks(pair.old, place),
                _with_clocks(pair.new, place),
                pair.world,
                tuple((event, place[clock]) for event, clock in pair.settling),
            )
            zone = keeping(zone, [clock + 1 for clock in used])
            begun = tuple(begun[clock] for clock in used)
        met = Met(
            pair,
            self._waiting.told_apart(pair, zone),
            here,
            call,
            wishes,
            begun,
            (answers.old_edges, answers.new_edges),
        )
        shows: list[tuple[Part, Wishes]] = [(part, ()) for part in self._answered(call, answers)]
        shows += self._apart(met, zone, here)
        difference = self._difference(met, answers, shows) if shows else None
        if here is not None:
            met.late = here.late
        if difference is not None:
            if here is not None:
                self._parting.tell(here.pair, answers)
            if {"deadline", "duties"} & {*difference.parts}:
                met.late |= _due_in_one(pair)
        return met, difference

    def _answered(self, call: Call, answers: Answers) -> Sequence[Part]:  # noqa: ARG002  # others ask
        """In which parts the answers to a call differ."""
        return _parts(answers)

    def _apart(self, met: Met, zone: Zone, here: Met | None) -> Iterator[tuple[Part, Wishes]]:
        """What can be read off the two sessions and differs now, and was not told on the way."""
        old, new = self._shown(met.pair)
        if here is None or not _due_in_one(met.pair) <= here.late:
            yield from (("deadline", item) for item in self._waiting.unlike_deadlines(met, zone))
            yield from (("duties", item) for item in self._waiting.unlike_duties(met))
        past = (NOTHING_SHOWN, NOTHING_SHOWN) if here is None else self._shown(here.pair)
        parts: tuple[Part, ...] = ("duties", "exports", "guidance")
        for place, part in enumerate(parts):
            if old[place] != new[place] and past[0][place] == past[1][place]:
                yield part, ()

    def _shown(self, pair: Pair) -> tuple[Shown, Shown]:
        known = self.common.known[pair.world]
        return (
            self.old.shown(pair.old, pair.world, known[0]),
            self.new.shown(pair.new, pair.world, known[1]),
        )

    def _difference(
        self, met: Met, answers: Answers, shows: Sequence[tuple[Part, Wishes]]
    ) -> Difference | None:
        """A difference with the calls that lead to it, at their moments; None where these do not exist."""
        course = [met]
        while course[-1].before is not None:
            course.append(course[-1].before)
        course.reverse()
        said = [wish for step in course for wish in step.wishes]
        times = {wishes: earliest(len(course), (*said, *wishes)) for wishes in {item[1] for item in shows}}
        parts = tuple(dict.fromkeys(part for part, wishes in shows if times[wishes] is not None))
        moments = next((times[wishes] for _, wishes in shows if times[wishes] is not None), None)
        self.blurred |= any(found is None for found in times.values())
        if moments is None:
            return None
        calls = tuple(
            step.call._replace(wait=moments[place] - (moments[place - 1] if place else 0))
            for place, step in enumerate(course)
        )
        before = met.before
        return Difference(
            calls=calls,
            parts=parts,
            old=answers.old,
            new=answers.new,
            old_edges=answers.old_edges,
            new_edges=answers.new_edges,
            before=(-1, -1) if before is None else (before.pair.old.node, before.pair.new.node),
            after=(met.pair.old.node, met.pair.new.node),
            ways=tuple((self.old.leaves(step.pair.old), self.new.leaves(step.pair.new)) for step in course),
            due=(met.pair.old.due, met.pair.new.due),
            passed=tuple(step.edges for step in course[:-1]),
        )

    def _due(self, pair: Pair, firing: frozenset[At]) -> tuple[str, ...]:
        """What is due at one moment, in words."""
        found = (
            side.words_of(item)
            for side, half in ((self.old, pair.old), (self.new, pair.new))
            for item in half.due
            if (item.clock, item.length) in firing
        )
        return tuple(dict.fromkeys(found))

    def _changed(self, old: tuple[Value, ...], new: tuple[Value, ...]) -> Facts:
        return tuple(
            (name, after)
            for name, before, after in zip(self.common.names, old, new, strict=True)
            if before != after
        )


def _lies_in_one(known: _Known, met: Met, pair: Pair, zone: Zone) -> bool:
    """Whether a pair is known at these ages after no more calls; from now on it is."""
    there = known.setdefault(pair, [])
    if any(depth <= met.depth and lies_in(zone, other) for depth, other in there):
        return True
    there.append((met.depth, zone))
    return False


def _parts(answers: Answers) -> tuple[Part, ...]:
    """In which parts the answers to one call differ."""
    if len(answers.old) != len(answers.new):
        return ("fired",)
    pairs = zip(answers.old, answers.new, strict=True)
    return tuple(dict.fromkeys(part for one, other in pairs for part in parts_of(one, other)))


def _goes_on(difference: Difference, *, by_name: bool) -> bool:
    """Whether the two stand alike after a difference, so that more can be found behind it."""
    ends: set[Part] = {"after", "outcome", "fired"} if by_name else {"verdict", "actions", "outcome", "fired"}
    return not ends.intersection(difference.parts)


def _due_in_one(pair: Pair) -> frozenset[tuple[int, Length, int]]:
    """What is due in one of the two and not at that moment in the other."""
    old = {(item.clock, item.length): (0, item.length, item.what) for item in pair.old.due}
    new = {(item.clock, item.length): (1, item.length, item.what) for item in pair.new.due}
    if old.keys() == new.keys():
        return frozenset()
    apart = [old[at] for at in old.keys() - new.keys()] + [new[at] for at in new.keys() - old.keys()]
    return frozenset(apart)


def _with_clocks(half: Half, place: Mapping[int, int]) -> Half:
    """The same with other numbers for the clocks."""
    if not half.due:
        return half
    return half._replace(due=tuple([item._replace(clock=place[item.clock]) for item in half.due]))
