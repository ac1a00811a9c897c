"""The moves of a call: what happened in it, numbered as it is printed."""

from __future__ import annotations

from collections.abc import Iterable

from policy_engine.records import record
from policy_engine.session.course import Moment
from policy_engine.session.decision import Decision


@record
class Move:
    """One thing that happened: the start, an event, a timer, or news that led somewhere. `number` counts
    from 1.
    """

    number: int
    moment: Moment
    decision: Decision


def moves_of(course: Iterable[Moment]) -> tuple[Move, ...]:
    """The moves of a course. Waiting is none, but what fires meanwhile is one; idle news is none."""
    moves: list[Move] = []
    for moment in course:
        decision = moment.decision
        if decision is not None and (moment.kind != "learn" or decision.transitions):
            moves.append(Move(len(moves) + 1, moment, decision))
    return tuple(moves)
