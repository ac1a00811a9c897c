"""Branches of one list exclude each other (rule 3), decided over all declared values.

The guards of a list only tell finitely many regions apart, so one value of each region stands for all of
it: every value of a flag or an enum, the numbers at and around those that a guard names, the texts that a
guard names and as many others as there are texts to compare. Each combination of such values is tried once,
within a budget.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod
from typing import Final

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.expressions.measure import refs, walk
from policy_engine.model.expressions.scope import Scope
from policy_engine.model.expressions.tree import ByRef, Expr, InState, Ref, literal
from policy_engine.model.regions import representatives
from policy_engine.model.types import NO_PERSON, Declaration, Type, Value

MAX_COMBINATIONS: Final = 100_000
_EVALUATIONS: Final = 1_000_000

_BY: Final[Mapping[str, Declaration]] = {"by": Declaration("by", Type("person"), "")}

Branch = tuple[Span, Expr | None, frozenset[str] | None, bool]


@dataclass(slots=True)
class Budget:
    """How many more guards may be evaluated; one budget serves a whole policy."""

    evaluations: int = _EVALUATIONS

    def take(self, combinations: int, branches: int) -> bool:
        """Whether a list may be decided; takes its evaluations if so."""
        needed = combinations * branches
        if combinations > MAX_COMBINATIONS or needed > self.evaluations:
            return False
        self.evaluations -= needed
        return True


@dataclass(slots=True)
class Sample:
    """One combination of values: the environment that the guards are tried in."""

    context: dict[str, Value] = field(default_factory=dict)
    facts: dict[str, Value] = field(default_factory=dict)
    parameters: dict[str, Value] = field(default_factory=dict)
    data: dict[str, Value] = field(default_factory=dict)
    by: str | None = None
    person: str = ""
    states: Container[str] = ()
    _stores: Mapping[str, dict[str, Value]] = field(init=False)  # by the kind of what is read

    def __post_init__(self) -> None:
        self._stores = {
            "context": self.context,
            "fact": self.facts,
            "parameter": self.parameters,
            "data": self.data,
        }

    def put(self, ref: Ref, value: Value) -> None:
        if ref.kind == "person":
            self.person = str(value)
        else:
            self._stores[ref.kind][ref.name] = value


def check_branches(
    branches: Sequence[Branch],
    scope: Scope,
    exclusive_states: Callable[[str, str], bool],
    sink: Diagnostics,
    *,
    budget: Budget | None = None,
    gaps: bool = True,
    unreported: bool = False,
    last_as_else: str | None = None,
) -> None:
    """Checks one list of branches: of each its place, its guard, the roles of its `by`, whether it is `else`.

    Two states for which `exclusive_states` says True are never active together. With `gaps`, a list of
    several branches without `else` where none may hold is warned of. With `unreported`, the event may also
    come without a reporter (raised, sent or timed); it then passes every `by`. `last_as_else` is how the last
    branch would be written as the `else`: the advice where it alone has no condition.
    """
    guarded = [branch for branch in branches if not branch[3]]
    open_ended = [branch for branch in guarded if branch[1] is None and branch[2] is None]
    if open_ended and len(branches) > 1:
        only_the_last = open_ended == [branches[-1]]
        near = last_as_else if only_the_last and len(guarded) == len(branches) else None
        sink.error("branch-without-when", open_ended[0][0], suggestion=near)
        return
    space = Space(guarded, scope, exclusive_states, unreported)
    if not (budget or Budget()).take(space.size, max(1, len(guarded))):
        # One condition has none beside it to exclude; whether it ever holds is for the courses to say.
        if len(guarded) > 1:
            sink.warning("branches-not-decided", branches[0][0], names=space.names, limit=MAX_COMBINATIONS)
        return
    _report(branches, guarded, space, sink, gaps)


def _report(
    branches: Sequence[Branch], guarded: Sequence[Branch], space: Space, sink: Diagnostics, gaps: bool
) -> None:
    guards = [(compile_expression(guard) if guard else None, by) for _, guard, by, _ in guarded]
    ever = [False] * len(guarded)
    overlaps: dict[tuple[int, int], str] = {}
    gap: str | None = None
    for sample in space.samples():
        holding = [
            index
            for index, (guard, by) in enumerate(guards)
            if (by is None or sample.by is None or sample.by in by) and (guard is None or guard(sample))
        ]
        for index in holding:
            ever[index] = True
        if len(holding) > 1 and (holding[0], holding[1]) not in overlaps:
            overlaps[holding[0], holding[1]] = space.words(sample)
        if not holding and gap is None:
            gap = space.words(sample)
    for (first, second), values in overlaps.items():
        _overlap(guarded[first], guarded[second], values, sink, space)
    for branch, holds in zip(guarded, ever, strict=True):
        if not holds:
            sink.warning("branch-never", branch[0] if branch[1] is None else branch[1].span)
    if len(guarded) < len(branches):
        if gap is None:
            sink.warning("else-never", next(branch[0] for branch in branches if branch[3]))
    elif gaps and gap is not None and len(branches) > 1:
        sink.warning("branch-gap", branches[0][0], values=gap)


def _overlap(first: Branch, second: Branch, values: str, sink: Diagnostics, space: Space) -> None:
    opaque = [ref for _, guard, _, _ in (first, second) if guard for ref in refs(guard) if space.opaque(ref)]
    names = tuple(dict.fromkeys(map(str, opaque)))
    if names:
        sink.error("open-branches", second[0], line=first[0].line, names=names, values=values)
    else:
        sink.error("overlapping-branches", second[0], line=first[0].line, values=values)


class Space:
    """The combinations of values that tell the guards of one list apart."""

    def __init__(
        self,
        branches: Sequence[Branch],
        scope: Scope,
        exclusive: Callable[[str, str], bool],
        unreported: bool,
    ) -> None:
        guards = [guard for _, guard, _, _ in branches if guard is not None]
        self._exclusive = exclusive
        self._declared: Mapping[str, Mapping[str, Declaration]] = {
            "context": scope.context,
            "fact": scope.facts,
            "parameter": scope.parameters,
            "data": scope.data or {},
            "person": _BY,
        }
        nodes = [node for guard in guards for node in walk(guard)]
        self._refs = list(dict.fromkeys(node for node in nodes if isinstance(node, Ref)))
        types = {ref: self._declared[ref.kind][ref.name].type for ref in self._refs}
        self._values = representatives(nodes, types)
        self._states = sorted({node.state for node in nodes if isinstance(node, InState)})
        self._roles: list[str | None] = [None]
        limits = [by for _, _, by, _ in branches if by is not None]
        self._reads_role = bool(limits) or any(isinstance(node, ByRef) for node in nodes)
        if self._reads_role:
            named = dict.fromkeys([*scope.roles, *(role for by in limits for role in sorted(by))])
            self._roles = [*named, *([None] if unreported else [])]
        persons = [ref for ref in self._refs if ref.kind == "person"]
        for ref in persons if unreported else ():
            self._values[ref] = [*self._values[ref], NO_PERSON]
        self._paired = self._reads_role and bool(persons)
        domains = [*(self._values[ref] for ref in self._refs), self._roles]
        self.size = prod(map(len, domains)) * 2 ** len(self._states)

    @property
    def names(self) -> tuple[str, ...]:
        """What the guards read, as the author wrote it."""
        return tuple(map(str, self._refs))

    def opaque(self, ref: Ref) -> bool:
        return not self._declared[ref.kind][ref.name].type.finite

    def samples(self, held: Ref | None = None) -> Iterator[Sample]:
        """Every combination; the same object each time, with other values. What is `held` has one value in
        all of them, for whoever gives it others itself.
        """
        sample = Sample()
        domains = [self._values[ref][: 1 if ref == held else None] for ref in self._refs]
        for states in self._configurations():
            sample.states = states
            for role in self._roles:
                sample.by = role
                for values in product(*domains):
                    for ref, value in zip(self._refs, values, strict=True):
                        sample.put(ref, value)
                    # Who has a role is a person, and who is nobody has none.
                    if not self._paired or (role is None) is (sample.person == NO_PERSON):
                        yield sample

    def _configurations(self) -> Iterator[frozenset[str]]:
        for chosen in product((False, True), repeat=len(self._states)):
            active = [state for state, is_in in zip(self._states, chosen, strict=True) if is_in]
            pairs = ((one, two) for index, one in enumerate(active) for two in active[:index])
            if not any(self._exclusive(one, two) for one, two in pairs):
                yield frozenset(active)

    def words(self, sample: Sample) -> str:
        """A combination as an author would write it."""
        stores: dict[str, Mapping[str, Value]] = {
            "context": sample.context,
            "fact": sample.facts,
            "parameter": sample.parameters,
            "data": sample.data,
            "person": {"by": sample.person},
        }
        given = {ref: stores[ref.kind][ref.name] for ref in self._refs}
        parts = [f"{ref} == {literal(value)}" for ref, value in given.items() if value != NO_PERSON]
        if self._reads_role and sample.by is not None:
            parts.append(f"by == {literal(sample.by)}")
        for state in self._states:
            parts.append(("" if state in sample.states else "not ") + f"in_state({literal(state)})")
        return " and ".join(parts) or "true"
