"""Proves the properties of a policy over every course of a session, for one choice of parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from policy_engine.automaton.automaton import Automaton, Progress
from policy_engine.courses.courses import Courses
from policy_engine.courses.limits import Limit
from policy_engine.courses.worlds import Worlds
from policy_engine.model.chart import Assign, Chart, Property
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import Expr, Ref
from policy_engine.records import record
from policy_engine.verify.patterns.always import always
from policy_engine.verify.patterns.inside import inside
from policy_engine.verify.patterns.never import never
from policy_engine.verify.patterns.pattern import Broken, Open, Search, listed, part
from policy_engine.verify.patterns.reachable import reachable
from policy_engine.verify.patterns.whenever import whenever
from policy_engine.verify.patterns.within import within
from policy_engine.verify.reading import asks

_PATTERNS: Mapping[str, Callable[[Property, Search], Broken | Open | None]] = {
    "always": always,
    "never": never,
    "whenever": whenever,
    "in": inside,
    "reachable": reachable,
}


@record
class Proofs:
    """What came of the properties of a policy: those that are broken, and those that are open, which are
    neither broken nor proved.
    """

    broken: Mapping[str, Broken]
    open: Mapping[str, Open]
    courses: Courses
    situations: int

    @property
    def whole(self) -> bool:
        """Whether every property is either broken or proved."""
        return not self.open


def prove(
    automaton: Automaton, properties: Mapping[str, Property], progress: Progress | None = None
) -> Proofs:
    """Looks through every course for one that breaks a property, the shortest of them.

    progress: told now and then how many situations were looked at.
    """
    courses = courses_for(automaton, properties, progress)
    found: dict[str, Broken | Open | None] = {}
    if properties:
        search = Search(courses)
        found = {name: _pattern(item)(item, search) for name, item in properties.items()}
    limits: tuple[Limit, ...] = courses.limits  # known only once everything was asked
    broken = {name: result for name, result in found.items() if isinstance(result, Broken)}
    unsure = {name: result for name, result in found.items() if isinstance(result, Open)}
    if limits:
        unsure |= {name: Open(limits[0]) for name, result in found.items() if result is None}
    return Proofs(broken, unsure, courses, len(courses.steps))


def courses_for(
    automaton: Automaton, properties: Mapping[str, Property], progress: Progress | None = None
) -> Courses:
    """All courses of an automaton, told apart as far as these properties tell them apart."""
    items = properties.values()
    conditions = tuple(expr for item in items for expr in item.conditions.values())
    context = automaton.chart.context
    watched = {name for item in items for name in listed(part(item, "never"), "change")}
    worlds = Worlds(
        automaton,
        conditions,
        watched=[name for name in watched if not context[name].type.finite],
    )
    return Courses(automaton, worlds, asked_of(automaton.chart, items), progress=progress)


def asked_of(chart: Chart, properties: Iterable[Property]) -> dict[str, tuple[Expr, ...]]:
    """What properties ask of the data, the role and the person of each event."""
    found: dict[str, tuple[Expr, ...]] = {}

    def ask(events: Iterable[str], condition: Expr) -> None:
        found.update({event: (*found.get(event, ()), condition) for event in events})

    for item in properties:
        asked = (
            (listed(part(item, "never"), "event"), item.conditions.get("never.when")),
            (listed(part(item, "whenever"), "event"), item.conditions.get("whenever.when")),
            ((*listed(item.body, "accepts"), *listed(item.body, "forbids")), item.conditions.get("when")),
        )
        for events, condition in asked:
            if condition is not None and asks(condition):
                ask(events, condition)
        for key in ("never.when", "whenever.when"):
            for several, expr in _kept_meanwhile(chart, item.conditions.get(key)):
                ask(several, expr)
    return found


def _kept_meanwhile(chart: Chart, condition: Expr | None) -> Iterable[tuple[Iterable[str], Expr]]:
    """What events leave in texts and numbers, of which such a condition may ask before the step is over."""
    read = [] if condition is None else [part for part in walk(condition) if isinstance(part, Ref)]
    if any(ref.kind == "context" and not chart.context[ref.name].type.finite for ref in read):
        for transition in chart.transitions:
            for step in transition.steps:
                if isinstance(step, Assign) and transition.events:
                    yield from ((transition.events, expr) for _, expr in step.values if asks(expr))


def _pattern(item: Property) -> Callable[[Property, Search], Broken | Open | None]:
    return within if "within" in item.body else _PATTERNS[item.pattern]
