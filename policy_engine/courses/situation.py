"""Where a session can be, as the verifier tells situations apart.

The facts are fixed for a whole course (rule 12). Time is left out but for this: of the timers that a state
started together a longer one never comes before a shorter one.
"""

from __future__ import annotations

from typing import NamedTuple

from policy_engine.automaton.inputs import NOBODY
from policy_engine.automaton.tree import Edge
from policy_engine.model.types import Value

# So many of one `send` that are still to come, or more: they are not told apart.
MOST_ALIKE = 4


class Situation(NamedTuple):
    """A node of the table with what the table leaves out.

    `world` is the place of the facts among all choices of them, `opaque` the values of texts and numbers of
    the context, `timers` those that have not come yet, `sends` the places (`Send.order`) of what was sent and
    has not come yet, sorted, with repetitions. Where several places send one event under one id, the first
    of them stands for all.
    """

    node: int
    world: int
    opaque: tuple[Value, ...]
    timers: frozenset[int]
    sends: tuple[int, ...]


class Step(NamedTuple):
    """One step of a course: an edge with what was told, in which role and by which person.

    `edge` is None where `event` changes nothing because no state speaks of it (`sent` says that it came by
    itself then), and where new facts, for which `event` is None, lead nowhere.
    """

    source: Situation | None
    target: Situation
    edge: Edge | None
    event: str | None
    data: tuple[tuple[str, Value], ...] = ()
    by: str | None = None
    person: str = NOBODY
    sent: bool = False
