"""The outside world of two versions of a policy: facts, data and reporters that both of them know.

What only one of them declares can't be told to the other, so it keeps its default. What has another default
in either can also be left out: then each version takes its own. Of an opaque value there is one for each
region that either version can tell apart, and one that no other input has, so that a text which is passed on
is never mistaken for another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, product
from math import prod

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.domains import expressions
from policy_engine.automaton.inputs import NOBODY, OTHER_TEXT
from policy_engine.courses.guided import phrase_conditions
from policy_engine.courses.told import MOST_TOLD, Told
from policy_engine.courses.worlds import MOST_WORLDS
from policy_engine.model.chart import Cancel, Chart, Event, Send
from policy_engine.model.duration import Duration
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import Expr, Ref
from policy_engine.model.hidden import is_hidden, shown_only
from policy_engine.model.regions import around
from policy_engine.model.types import Type, Value, defaults_of

Known = tuple[
    Mapping[str, Value], Mapping[str, Value]
]  # the facts as the old and as the new version has them


# Stands for the value of a fact that is left out: no text of a policy has this sign.
LEFT_OUT = "\0"


class Common:
    """What can be told to both versions. `worlds` are the choices of their common facts, first that of which
    none is told; `thorough` says that every choice is among them.
    """

    def __init__(self, old: Automaton, new: Automaton) -> None:
        self._old, self._new = old, new
        used = {*facts_read(old.chart), *facts_read(new.chart)}
        shared = shared_types(
            {name: item.type for name, item in old.chart.facts.items()},
            {name: item.type for name, item in new.chart.facts.items()},
        )
        self.names = tuple(name for name in new.chart.facts if name in used and name in shared)
        asked = {*facts_asked(old.chart), *facts_asked(new.chart)}
        domains = [self._domain(name, *shared[name], asked=name in asked) for name in self.names]
        bases = defaults_of(old.chart.facts), defaults_of(new.chart.facts)
        unlike = [not _same(bases[0][name], bases[1][name]) for name in self.names]
        domains = [
            (*domain, LEFT_OUT) if out else domain for domain, out in zip(domains, unlike, strict=True)
        ]
        self.thorough = prod(map(len, domains)) <= MOST_WORLDS
        self.defaults = tuple(
            LEFT_OUT if out else bases[1][name] for name, out in zip(self.names, unlike, strict=True)
        )
        choices = product(*domains) if self.thorough else iter([self.defaults])
        # Courses that need no facts but the defaults are told first among equally long ones.
        self.worlds = sorted(choices, key=self._strangeness)
        told = [
            {name: value for name, value in zip(self.names, facts, strict=True) if value != LEFT_OUT}
            for facts in self.worlds
        ]
        self.known: list[Known] = [({**bases[0], **some}, {**bases[1], **some}) for some in told]
        self._left_out = [
            frozenset(place for place, value in enumerate(facts) if value == LEFT_OUT)
            for facts in self.worlds
        ]
        self.roles = tuple(role for role in new.chart.roles if role in old.chart.roles)
        remembered = [
            sum(item.type.kind == "person" for item in automaton.chart.context.values())
            for automaton in (old, new)
        ]
        # Somebody more than both can remember together: one who is none of them.
        self.persons = (NOBODY, *(f"person {number}" for number in range(1, sum(remembered) + 2)))
        self.events = tuple(
            name for name in shown_only(new.chart.events) if name in old.chart.events and self._tellable(name)
        )
        self.partial = False  # whether some data were too many to be told one by one
        self._told: dict[tuple[str, frozenset[tuple[str, str]]], tuple[Told, ...]] = {}

    def _strangeness(self, facts: Sequence[Value]) -> int:
        return sum(one != other for one, other in zip(facts, self.defaults, strict=True))

    def left_out(self, world: int) -> frozenset[int]:
        """The places of the facts that were never told there; what was told once can't be left out again."""
        return self._left_out[world]

    def told(self, event: str, read: frozenset[tuple[str, str]]) -> tuple[Told, ...]:
        """Everything that can be told with an event, as far as it is read; `read` has kinds and names."""
        found = self._told.get((event, read))
        if found is None:
            tried = list(self._all(event, read))
            self.partial |= len(tried) > MOST_TOLD
            found = self._told[event, read] = tuple(tried[:MOST_TOLD])
        return found

    def _all(self, event: str, read: frozenset[tuple[str, str]]) -> Iterator[Told]:
        shared = shared_types(*(_data(chart.chart.events[event]) for chart in (self._old, self._new)))
        declared = self._new.chart.events[event].data
        # What has to be given is given, also where nothing reads it.
        names = [
            name
            for name in shared
            if {("data", name), ("told", name)} & read
            or None in (declared[name].default, self._old.chart.events[event].data[name].default)
        ]
        domains: list[list[tuple[tuple[str, Value], ...]]] = []
        for name in names:
            domain = self._domain(name, *shared[name], asked=("data", name) in read)
            some = domain if {("data", name), ("told", name)} & read else domain[:1]
            domains.append([((name, value),) for value in some])
            if name in self.unlike_defaults(event):
                domains[-1].append(())
        persons = self.persons if any(kind == "person" for kind, _ in read) else (NOBODY,)
        by_matters = persons != (NOBODY,) or any(kind == "by" for kind, _ in read)
        roles: Sequence[str | None] = (self.roles if by_matters else self.roles[:1]) or (None,)
        choices = product(roles, persons, product(*domains))
        for by, person, given in islice(choices, MOST_TOLD + 1):
            yield tuple(chain.from_iterable(given)), by, person

    def unlike_defaults(self, event: str) -> frozenset[str]:
        """The data of an event that can be left out in both versions, and then are not the same."""
        old, new = (defaults_of(automaton.chart.events[event].data) for automaton in (self._old, self._new))
        return frozenset(name for name in old.keys() & new.keys() if not _same(old[name], new[name]))

    def _tellable(self, event: str) -> bool:
        """Whether the same can be told to both with an event."""
        here, there = _data(self._old.chart.events[event]), _data(self._new.chart.events[event])
        shared = shared_types(here, there)
        needed = {
            name
            for automaton in (self._old, self._new)
            for name, item in automaton.chart.events[event].data.items()
            if item.default is None
        }
        return needed <= shared.keys()

    def _domain(self, name: str, old: Type, new: Type, *, asked: bool) -> tuple[Value, ...]:
        """The values of an input that can matter to either version. One that is opaque and not `asked` for is
        only passed on, and then a value that no other input has will do.
        """
        if old.finite:
            return tuple(value for value in new.values if old.accepts(value))
        both = (self._old.program.partial.values_of(old), self._new.program.partial.values_of(new))
        given = dict.fromkeys(value for values in both for value in values)
        if new.kind == "number":
            numbers = [value for value in around(given) if not isinstance(value, str)]
            own = max(numbers) + 1 + sum(map(ord, name))
            return (*numbers, own) if asked else (own,)
        texts = [value for value in given if isinstance(value, str) and value != OTHER_TEXT]
        return (
            tuple(dict.fromkeys((*texts, only_passed_on(name), "something else")))
            if asked
            else (only_passed_on(name),)
        )


def _same(one: Value, other: Value) -> bool:
    """Whether two values are the same of one kind: `true` is not 1."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def shared_types(old: Mapping[str, Type], new: Mapping[str, Type]) -> dict[str, tuple[Type, Type]]:
    """The types of what two versions declare under one name and with values in common."""
    return {
        name: (old[name], there)
        for name, there in new.items()
        if name in old
        and old[name].finite == there.finite
        and (any(map(old[name].accepts, there.values)) if there.finite else old[name].kind == there.kind)
    }


def only_passed_on(name: str) -> str:
    """The text that stands for an input which nothing compares with others."""
    return f"some {name}"


def facts_read(chart: Chart) -> set[str]:
    """The facts that anything a caller notices can depend on."""
    exprs = (*expressions(chart), *exported(chart), *phrase_conditions(chart))
    read = {name for expr in exprs for name in _facts(expr)}
    return read | {
        item.name for item in durations(chart) if item.name is not None and item.name in chart.facts
    }


def facts_asked(chart: Chart) -> set[str]:
    """Those of them whose value is asked for, and not only passed on."""
    asked = [*expressions(chart, asked=False), *phrase_conditions(chart)]
    asked += [expr for expr in (*expressions(chart), *exported(chart)) if not isinstance(expr, Ref)]
    return {name for expr in asked for name in _facts(expr)}


def exported(chart: Chart) -> Iterator[Expr]:
    """Everything that exports read."""
    for item in chart.exports.values():
        for choice in item.choices:
            yield choice.value
            if choice.when is not None:
                yield choice.when


def _facts(expr: Expr) -> Iterator[str]:
    return (part.name for part in walk(expr) if isinstance(part, Ref) and part.kind == "fact")


def durations(chart: Chart) -> Iterator[Duration]:
    """Every duration after which something is due."""
    yield from (timer.duration for timer in chart.timers)
    steps = [step for state in chart.states for step in (*state.entry, *state.exit)]
    steps += [step for transition in chart.transitions for step in transition.steps]
    for step in steps:
        if isinstance(step, Send) and not isinstance(step, Cancel) and step.delay is not None:
            yield step.delay


def _data(event: Event) -> dict[str, Type]:
    return {name: item.type for name, item in event.data.items() if not is_hidden(name)}
