"""A pair of situations, one of each version of a policy, and what is told of the way there."""

from __future__ import annotations

from typing import Literal, NamedTuple

from policy_engine.automaton.inputs import NOBODY
from policy_engine.automaton.tree import Edge
from policy_engine.courses.noticed import Noticed, Part
from policy_engine.courses.schedule import Wish
from policy_engine.courses.side import Due, Half, Length
from policy_engine.courses.zone import Zone
from policy_engine.model.types import Value
from policy_engine.records import record

CallKind = Literal["start", "event", "facts", "time"]
Facts = tuple[tuple[str, Value], ...]
Wishes = tuple[Wish, ...]
Passed = tuple[tuple[Edge, ...], tuple[Edge, ...]]  # the edges that both versions took with one call
# An event of which a repeat does not count for a while in the old version (0) or in the new one (1).
Settling = tuple[str, int]
At = tuple[int, Length]  # a clock, and how long after its start something is due


class Call(NamedTuple):
    """One thing that a host does. `facts` are those that it tells: at the start all that are not as both
    versions have them by default, later those that change. `wait`: nanoseconds since the call before. `due`:
    what came due, each a duration, or the name of an event that was sent.
    """

    kind: CallKind
    event: str = ""
    data: Facts = ()
    by: str | None = None
    person: str = NOBODY
    facts: Facts = ()
    wait: int = 0
    due: tuple[str, ...] = ()


@record
class Difference:
    """A call after which the two versions can be told apart. `parts` says in what its last answers differ;
    `old` and `new` are those answers (several where several things were due at one moment), and the edges
    are those that led to them. `before` and `after` are the places of both in their tables, `ways` the active
    leaf states of both after each call, `passed` the edges of all calls but the last, and `due` what is due.
    """

    calls: tuple[Call, ...]
    parts: tuple[Part, ...]
    old: tuple[Noticed, ...] = ()
    new: tuple[Noticed, ...] = ()
    old_edges: tuple[Edge, ...] = ()
    new_edges: tuple[Edge, ...] = ()
    before: tuple[int, int] = (-1, -1)
    after: tuple[int, int] = (-1, -1)
    ways: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    due: tuple[tuple[Due, ...], tuple[Due, ...]] = ((), ())
    passed: tuple[Passed, ...] = ()


@record
class Undecided:
    """Not every call was tried: `why` is "table" (one of the two is too large to be made whole), "facts",
    "data", "due", "pairs" or "parameters", of which there are too many, or "moments" where the calendar
    decides.
    """

    why: Literal["table", "facts", "data", "due", "pairs", "parameters", "moments"]


class Found(NamedTuple):
    """The differences, those with the shortest calls first; `open` where not every call was tried."""

    differences: tuple[Difference, ...]
    open: Undecided | None


class Pair(NamedTuple):
    """Where both stand. `settling`: events of which a repeat does not count yet, with their clocks."""

    old: Half
    new: Half
    world: int
    settling: tuple[tuple[Settling, int], ...]


class Met:
    """A pair that was met: how it was come to, when its clocks were started, and how old they can be."""

    __slots__ = ("before", "begun", "call", "depth", "edges", "late", "pair", "wishes", "zone")

    def __init__(
        self,
        pair: Pair,
        zone: Zone,
        before: Met | None,
        call: Call,
        wishes: tuple[Wish, ...],
        begun: tuple[int, ...],
        edges: Passed,
    ) -> None:
        self.pair = pair
        self.zone = zone
        self.before = before
        self.call = call
        self.wishes = wishes
        self.begun = begun
        self.edges = edges
        # What is due in one version and not then in the other, as far as a difference has told of it.
        self.late: frozenset[tuple[int, Length, int]] = frozenset()
        self.depth: int = 0 if before is None else before.depth + 1


class Choice(NamedTuple):
    """An event that can be told, and what both make of it."""

    call: Call
    old_edge: Edge | None
    new_edge: Edge | None
    old: Noticed
    new: Noticed


class Answers(NamedTuple):
    """What both answer to one call, and where they go."""

    old: tuple[Noticed, ...]
    new: tuple[Noticed, ...]
    old_edges: tuple[Edge, ...]
    new_edges: tuple[Edge, ...]
