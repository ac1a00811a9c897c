"""Which live sessions can move to a new version, for every snapshot that the old one can come to.

Each situation of the old version is made a snapshot, with something due in every timer that can run, and
handed to the very code that takes sessions over. Two situations that differ in what they do not share with
others are asked once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from policy_engine.courses.choices import read_of_parameters
from policy_engine.courses.common import facts_read
from policy_engine.courses.courses import Courses
from policy_engine.courses.parameters import parameter_values
from policy_engine.courses.situation import Situation
from policy_engine.courses.skeleton import same_skeleton
from policy_engine.courses.telling import Line, told_course
from policy_engine.courses.worlds import Worlds
from policy_engine.errors import MigrationError, PolicyError
from policy_engine.model.chart import Migration
from policy_engine.model.hidden import timed_by
from policy_engine.model.types import Declaration, Value, defaults_of
from policy_engine.policy import MOST_CHOICES, PROOF_EDGES, PROOF_NODES
from policy_engine.session.migrating import AS_IT_IS, migrated, parameters_for
from policy_engine.session.moment import to_text
from policy_engine.session.snapshot import SCHEMA
from policy_engine.session.values import shown

if TYPE_CHECKING:
    from policy_engine.policy import Policy

_NOW = 1_767_607_200_000_000_000  # Monday 5 January 2026, 10:00 UTC: any moment does
_MINUTE = 60_000_000_000


class Stuck(NamedTuple):
    """Why some sessions can't move: a code of the catalogue with its fields, the states that they are in, how
    many of the old version's situations that are, and a shortest call to one of them, told in every language.
    """

    code: str
    fields: Mapping[str, object]
    states: tuple[tuple[str, ...], ...]
    situations: int
    call: tuple[Line, ...]


class Moving(NamedTuple):
    """What becomes of the old version's situations: how many there are, how many move as they are, how many
    by what `migrate` says; `asked` is whether that names the old version. `without` says what would stop
    them if it said nothing. `whole`: whether every situation was looked at.
    """

    situations: int
    as_they_are: int
    by_migrate: int
    stuck: tuple[Stuck, ...]
    without: tuple[Stuck, ...]
    asked: bool
    whole: bool
    unknown: tuple[str, ...]  # what `migrate` names of the old version that it does not have

    @property
    def all_move(self) -> bool:
        """Whether every session of the old version can go on."""
        return self.whole and not self.stuck and not self.unknown


def moving(old: Policy, new: Policy) -> Moving:
    """What becomes of every live session of the old version."""
    plan = new.automaton.chart.migrate
    asked = plan is not None and old.version in plan.versions
    wanted = plan if asked and plan is not None else AS_IT_IS
    counts = _Counts()
    asked_for = read_of_parameters(old.automaton.chart)
    for variant in _variants(old, asked_for):
        if counts.variants == MOST_CHOICES:
            counts.whole = False
            break
        counts.look_at(variant, new, wanted)
    apart = (*_parameters_apart(old, new, asked_for), *_kept_apart(old, new))
    return Moving(
        counts.situations,
        counts.as_they_are,
        counts.by_migrate,
        (*counts.told(counts.stuck), *apart),
        (*counts.told(counts.without), *apart),
        asked or same_skeleton(old.automaton.chart, new.automaton.chart),
        counts.whole,
        _unknown(old, plan) if asked and plan is not None else (),
    )


class _Counts:
    def __init__(self) -> None:
        self.situations = self.as_they_are = self.by_migrate = self.variants = 0
        self.whole = True
        self.stuck: dict[object, list[tuple[MigrationError, Situation, Courses]]] = {}
        self.without: dict[object, list[tuple[MigrationError, Situation, Courses]]] = {}

    def look_at(self, old: Policy, new: Policy, plan: Migration) -> None:
        """Tries every situation of the old version with one choice of its parameters."""
        self.variants += 1
        automaton = old.automaton
        if not automaton.whole:
            automaton.expand(PROOF_NODES, PROOF_EDGES)
        courses = Courses(automaton, Worlds(automaton, ()), learning=True)
        self.whole &= courses.whole
        known: dict[object, tuple[MigrationError | None, MigrationError | None]] = {}
        for situation in _situations(courses):
            self.situations += 1
            # Facts change the answer only by their values, and those are tried with each node all the same.
            key = (situation.node, situation.world, situation.timers, situation.sends)
            if key not in known:
                snapshot = _snapshot(old, courses, situation)
                bare = self._try(snapshot, old, new, AS_IT_IS)
                known[key] = bare, (bare if plan is AS_IT_IS else self._try(snapshot, old, new, plan))
            bare, planned = known[key]
            if bare is not None:
                self._note(self.without, bare, situation, courses)
            if planned is not None:
                self._note(self.stuck, planned, situation, courses)
            elif bare is None:
                self.as_they_are += 1
            else:
                self.by_migrate += 1

    def _try(
        self, snapshot: Mapping[str, Any], old: Policy, new: Policy, plan: Migration
    ) -> MigrationError | None:
        try:
            variant = new._for({"parameters": parameters_for(snapshot, new.chart)})
            migrated(snapshot, old._table, variant._table, plan, _NOW)
        except MigrationError as error:
            return error
        return None

    @staticmethod
    def _note(
        where: dict[object, list[tuple[MigrationError, Situation, Courses]]],
        error: MigrationError,
        situation: Situation,
        courses: Courses,
    ) -> None:
        fields = {name: value for name, value in error.fields.items() if name not in ("states", "found")}
        where.setdefault((error.code, repr(sorted(fields.items()))), []).append((error, situation, courses))

    def told(
        self, found: Mapping[object, Sequence[tuple[MigrationError, Situation, Courses]]]
    ) -> Iterator[Stuck]:
        """Each reason once, with the shortest call that comes to it."""
        for members in found.values():
            ways = [
                (len(courses.way(situation)), place) for place, (_, situation, courses) in enumerate(members)
            ]
            error, situation, courses = members[min(ways)[1]]
            states = dict.fromkeys(one.node(there).leaves for _, there, one in members)
            call = told_course(courses.way(situation), courses)
            yield Stuck(error.code, error.fields, tuple(states), len(members), call)


def _kept_apart(old: Policy, new: Policy) -> Iterator[Stuck]:
    """What stops sessions wherever they stand: records, and facts that no condition reads."""
    actions = new.chart.actions
    for name, action in old.chart.actions.items():
        fields = {one.name: one for one in actions[name].record} if name in actions else {}
        for field in action.record:
            after = fields.get(field.name)
            if not fields or (
                not field.known and (after is None or _other_type(field.declaration, after.declaration))
            ):
                fields_of = {"action": name, "name": field.name if fields else name}
                yield Stuck("migrate-record", fields_of, (), 0, ())
                break
    read = {*facts_read(old.automaton.chart)}
    for name, item in old.chart.facts.items():
        if name in new.chart.facts and name not in read:
            for value in _lost(item, new.chart.facts[name]):
                yield Stuck("migrate-fact", {"name": name, "value": shown(value)}, (), 0, ())
                break


def _other_type(old: Declaration, new: Declaration) -> bool:
    """Whether the old version allows a value that the new one does not."""
    return old.type.kind != new.type.kind if not old.type.finite else any(True for _ in _lost(old, new))


def _lost(old: Declaration, new: Declaration) -> Iterator[Value]:
    """The values of the old version that the new one does not allow; of texts and numbers one, if any."""
    if old.type.finite:
        yield from (value for value in old.type.values if not new.type.accepts(value))
    elif old.type.kind != new.type.kind and old.default is not None:
        yield old.default


def _parameters_apart(old: Policy, new: Policy, asked: Collection[str]) -> Iterator[Stuck]:
    """Parameters that change nothing of where a session can stand, but that the new version may not allow."""
    for name, item in old.chart.parameters.items():
        if name not in asked and name in new.chart.parameters:
            for value in _lost(item, new.chart.parameters[name]):
                yield Stuck("migrate-parameter", {"name": name, "value": shown(value)}, (), 0, ())
                break


def _variants(old: Policy, asked: Collection[str]) -> Iterator[Policy]:
    """The old version with each choice of its parameters that tells sessions apart."""
    declared = old.chart.parameters
    defaults = defaults_of(declared)
    names = [name for name in declared if name in asked]
    for choice in product(*(parameter_values(old.automaton.chart, name) for name in names)):
        try:
            yield old.with_parameters(**{**defaults, **dict(zip(names, choice, strict=True))})
        except PolicyError:
            continue  # no session can begin with these


def _situations(courses: Courses) -> Iterator[Situation]:
    """Every situation, the ends of sessions too."""
    found = dict.fromkeys(courses.steps)
    found.update(dict.fromkeys(step.target for step in courses.starts))
    for steps in courses.steps.values():
        found.update(dict.fromkeys(step.target for step in steps))
    return iter(found)


def _snapshot(policy: Policy, courses: Courses, situation: Situation) -> dict[str, Any]:
    """A snapshot of a session that stands there, with everything due at moments of our choice."""
    automaton = policy.automaton
    chart, node = automaton.chart, courses.node(situation)
    program, topology = automaton.program, automaton.topology
    context: dict[str, Value] = {
        **dict(zip(program.finite, node.values, strict=True)),
        **dict(zip(program.opaque, situation.opaque, strict=True)),
    }
    facts = dict(zip(courses.worlds.names, courses.worlds.facts[situation.world], strict=True))
    sends = {send.order: send for send in automaton.sends}
    return {
        "schema": SCHEMA,
        "policy": policy.id,
        "version": policy.version,
        "digest": policy.digest,
        "parameters": dict(automaton.parameters),
        "configuration": list(node.states),
        "history": {
            chart.states[index].id: list(topology.ids(node.history[place]))
            for place, index in enumerate(topology.histories)
            if node.history[place]
        },
        "context": {name: context[name] for name in chart.context},
        "facts": {**defaults_of(chart.facts), **facts},
        "timers": [
            {
                "state": chart.states[chart.timers[index].state].id,
                "duration": str(chart.timers[index].duration),
                "due": to_text(_NOW + (place + 1) * _MINUTE),
            }
            for place, index in enumerate(sorted(situation.timers))
        ],
        "sends": [
            {
                "event": sends[order].event,
                "id": sends[order].id,
                "place": order,
                "number": number,
                "due": to_text(_NOW + (number + 1) * _MINUTE),
            }
            for number, order in enumerate(situation.sends)
        ],
        "settling": {},
        "now": to_text(_NOW),
        "next_number": len(situation.sends),
        "explicit_now": True,
        "remember": 0,
        "remembered": [],
        "done": node.done,
        "outcome": node.outcome,
        "overdue": {
            name: to_text(_NOW)
            for name in chart.musts
            if not node.done and context[timed_by(name)] == "overdue"
        },
    }


def _unknown(old: Policy, plan: Migration) -> tuple[str, ...]:
    """The names in `migrate` that the old version does not have."""
    states = {state.id for state in old.chart.states}
    context = old.automaton.chart.context
    return (
        *(name for name in plan.states if name not in states),
        *(name for name in (*plan.context, *plan.dropped) if name not in context),
    )
