"""The traffic of many calls, laid over a diagram: how many of them came where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from policy_engine.diagrams.moves import moves_of
from policy_engine.diagrams.overlay import Overlay, Stamp
from policy_engine.diagrams.printed import Words, word
from policy_engine.records import field, record
from policy_engine.session.course import Moment

WORDS: Words = {
    "one": {
        "en": "The traffic of one call. 1× is where it came; where it did not come is pale.",
        "nl": "Het verkeer van één gesprek. 1× is waar het kwam; waar het niet kwam, is bleek.",
    },
    "several": {
        "en": "The traffic of {0} calls. 1× is where one of them came; where none came is pale.",
        "nl": "Het verkeer van {0} gesprekken. 1× is waar er één kwam; waar er geen kwam, is bleek.",
    },
}


@record
class Traffic:
    """In how many of `calls` calls each state was entered and each transition was taken, once or more."""

    calls: int = 0
    states: Mapping[str, int] = field(default_factory=dict)
    transitions: Mapping[str, int] = field(default_factory=dict)


def count_traffic(courses: Iterable[Iterable[Moment]]) -> Traffic:
    """Counts calls, one course each. A call that comes to a place twice counts there once."""
    calls = 0
    states: dict[str, int] = {}
    transitions: dict[str, int] = {}
    for course in courses:
        calls += 1
        decisions = [move.decision for move in moves_of(course)]
        _count(states, {name for decision in decisions for name in decision.entered})
        _count(transitions, {name for decision in decisions for name in decision.transitions})
    return Traffic(calls, states, transitions)


def traffic_overlay(traffic: Traffic, language: str = "en") -> Overlay:
    """Each state and transition with its count, drawn the stronger the more calls came there."""
    key = "one" if traffic.calls == 1 else "several"
    caption = word(WORDS, key, language, traffic.calls) if traffic.calls else ""
    return Overlay(_stamps(traffic, traffic.states), _stamps(traffic, traffic.transitions), caption=caption)


def _count(counts: dict[str, int], names: set[str]) -> None:
    for name in sorted(names):
        counts[name] = counts.get(name, 0) + 1


def _stamps(traffic: Traffic, counts: Mapping[str, int]) -> dict[str, Stamp]:
    return {name: Stamp("traffic", f"{count}×", count / traffic.calls) for name, count in counts.items()}
