"""Proves the properties of a policy over every course of a session, for one choice of parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from policy_engine.automaton.automaton import Automaton
from policy_engine.courses.courses import Courses
from policy_engine.courses.worlds import Worlds
from policy_engine.model.chart import Property
from policy_engine.model.expressions.tree import Expr
from policy_engine.records import record
from policy_engine.verify.patterns.always import always
from policy_engine.verify.patterns.inside import inside
from policy_engine.verify.patterns.never import never
from policy_engine.verify.patterns.pattern import Broken, Search, listed, part
from policy_engine.verify.patterns.reachable import reachable
from policy_engine.verify.patterns.whenever import whenever
from policy_engine.verify.patterns.within import within
from policy_engine.verify.reading import asks

_PATTERNS: Mapping[str, Callable[[Property, Search], Broken | None]] = {
    "always": always,
    "never": never,
    "whenever": whenever,
    "in": inside,
    "reachable": reachable,
}


@record
class Proofs:
    """What came of the properties of a policy. `whole` says whether every course was looked through: else
    what was not found broken is not proved.
    """

    broken: Mapping[str, Broken]
    courses: Courses
    situations: int
    whole: bool


def prove(automaton: Automaton, properties: Mapping[str, Property]) -> Proofs:
    """Looks through every course for one that breaks a property, the shortest of them."""
    conditions = tuple(expr for item in properties.values() for expr in item.conditions.values())
    courses = Courses(automaton, Worlds(automaton, conditions), asked_of(properties))
    search = Search(courses)
    found = {name: _pattern(item)(item, search) for name, item in properties.items()}
    broken = {name: result for name, result in found.items() if result is not None}
    return Proofs(broken, courses, len(courses.steps), courses.whole)


def asked_of(properties: Mapping[str, Property]) -> dict[str, tuple[Expr, ...]]:
    """What properties ask of the data, the role and the person of each event."""
    found: dict[str, tuple[Expr, ...]] = {}
    for item in properties.values():
        asked = (
            (listed(part(item, "never"), "event"), item.conditions.get("never.when")),
            (listed(part(item, "whenever"), "event"), item.conditions.get("whenever.when")),
            ((*listed(item.body, "accepts"), *listed(item.body, "forbids")), item.conditions.get("when")),
        )
        for events, condition in asked:
            if condition is not None and asks(condition):
                found.update({event: (*found.get(event, ()), condition) for event in events})
    return found


def _pattern(item: Property) -> Callable[[Property, Search], Broken | None]:
    return within if "within" in item.body else _PATTERNS[item.pattern]
