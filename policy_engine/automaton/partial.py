"""Expressions as the kernel evaluates them: what is known now at once, what is outside through a question.

Inside a macrostep the finite variables are known. What is read from outside becomes a question only where the
answer matters: an input whose remaining values all give the same result asks nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any, Protocol

from policy_engine.automaton.domains import Domains
from policy_engine.automaton.inputs import BY, NOBODY, Input, Inputs
from policy_engine.automaton.tree import Computed, Test
from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Chart
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.expressions.measure import reads_reporter, walk
from policy_engine.model.expressions.tree import (
    And,
    Arithmetic,
    ByRef,
    Compare,
    Constant,
    Expr,
    GuardRef,
    In,
    InState,
    Negative,
    Not,
    Or,
    Ref,
    reporting_person,
)
from policy_engine.model.types import NO_PERSON, Type, Value
from policy_engine.records import record

# A known value, or an expression over the outside world that stands for one (opaque text or number only).
Known = Value
Operand = Known | Expr
SYMBOLIC = (Ref, Arithmetic, Negative)
# A question about several finite inputs is split by their values, unless these have more combinations than
# this.
MOST_COMBINATIONS = 1_000


class Chooser(Protocol):
    """Answers questions about the outside world."""

    def choose(self, test: Test, options: tuple[Value, ...]) -> Value: ...


@record
class Rest:
    """What is left of an expression once everything known is filled in: a value, or a question.

    `finite` are those of its `inputs` that the engine enumerates; `key` tells equal questions.
    """

    expr: Expr
    known: Value | None
    inputs: tuple[Input, ...]
    finite: tuple[Input, ...]
    key: str


class World:
    """What is assumed of the outside world so far in one macrostep."""

    __slots__ = ("chooser", "event", "remaining", "settled")

    def __init__(self, chooser: Chooser, event: str | None) -> None:
        self.chooser = chooser
        self.event = event  # whose data stand outside
        self.remaining: dict[Input, tuple[Value, ...]] = {}
        self.settled: dict[str, Value] = {}  # answers about two opaque values at once


class Scene(Protocol):
    """The parts of a running macrostep that expressions read."""

    configuration: int
    values: list[Operand]
    current: str | None  # the event in hand, None in entry, exit, always, done and after
    outside: bool  # whether that event came from outside, with data and a reporter
    world: World


Evaluator = Callable[[Any], Any]  # (Scene) -> Operand; Any keeps the hot closures free of casts


class Partial:
    """Compiles the expressions of one chart. Results are shared: equal questions are one Test."""

    def __init__(self, chart: Chart, parameters: dict[str, Value]) -> None:
        self._chart = chart
        self._parameters = parameters
        self._slot = {name: place for place, name in enumerate(chart.context)}
        self._bit = {state.id: 1 << state.index for state in chart.states}
        self._domains = Domains(chart, parameters)
        self._tests: dict[str, Test] = {}
        self._inputs_met: dict[Input, Input] = {}  # equal ones are one, which is quicker to look up by
        self._cuts: dict[tuple[str, tuple[Value, ...]], dict[Value, tuple[Value, ...]]] = {}

    def compile(self, expr: Expr) -> Evaluator:
        """A closure that gives the value of `expr` in a scene."""
        match expr:
            case Constant(value=value):
                return lambda _: value
            case GuardRef(body=body):
                return self.compile(body)
            case Not(operand=operand):
                inner = self.compile(operand)
                return lambda scene: not inner(scene)
            case And(operands=operands):
                return _chain([self.compile(operand) for operand in operands], stop=False)
            case Or(operands=operands):
                return _chain([self.compile(operand) for operand in operands], stop=True)
            case InState(state=state):
                bit = self._bit[state]
                return lambda scene: scene.configuration & bit != 0
            case Ref(kind="parameter", name=name):
                constant = self._parameters[name]
                return lambda _: constant
            case Ref(kind="context", name=name):
                slot = self._slot[name]
                return lambda scene: scene.values[slot]
            case Ref(kind="person"):
                # What is remembered; where nobody reports, nobody is.
                return lambda scene: expr if scene.outside else NOBODY
            case _:
                return self._known(expr) if self._is_inside(expr) else self._asking(expr)

    def _is_inside(self, expr: Expr) -> bool:
        """Whether the expression reads only finite variables, parameters and states."""
        for part in walk(expr):
            if isinstance(part, ByRef):
                return False
            if isinstance(part, Ref):
                if part.kind in ("fact", "data", "person"):
                    return False
                if part.kind == "context" and not self._chart.context[part.name].type.finite:
                    return False
        return True

    def _known(self, expr: Expr) -> Evaluator:
        match expr:
            case Compare(op=op, left=left, right=right):
                return _comparison(op, self.compile(left), self.compile(right))
            case In(operand=operand, items=items):
                inner = self.compile(operand)
                members = frozenset(items)
                return lambda scene: inner(scene) in members
            case Arithmetic(op=op, left=left, right=right):
                first, second = self.compile(left), self.compile(right)
                if op == "+":
                    return lambda scene: first(scene) + second(scene)
                return lambda scene: first(scene) - second(scene)
            case Negative(operand=operand):
                inner = self.compile(operand)
                return lambda scene: -inner(scene)
        raise AssertionError(f"unexpected expression {type(expr).__name__}")

    def _asking(self, expr: Expr, *, outside: bool = False) -> Evaluator:
        """The value of an expression that reads something from outside.

        outside: it is only asked for events from there.
        """
        truth = isinstance(expr, (Compare, In))
        parts = tuple(walk(expr))
        slots = [self._slot[part.name] for part in parts if isinstance(part, Ref) and part.kind == "context"]
        states = sum({self._bit[part.state] for part in parts if isinstance(part, InState)})
        of_event = any(isinstance(part, Ref) and part.kind == "data" for part in parts)
        of_event = of_event or (not outside and reads_reporter(expr))
        alike = not (slots or states or of_event)  # every situation is, for one that only reads facts
        # What is left to ask depends on what is known; each such situation is worked out once.
        prepared: dict[object, Rest] = {}

        def evaluate(scene: Scene) -> Operand:
            situation = None if alike else self._situation(scene, states, slots)
            rest = prepared.get(situation)
            if rest is None:
                rest = prepared[situation] = self._prepare(expr, scene)
            if rest.known is not None:
                return rest.known
            if truth:
                return self._decide(rest, scene.world)
            if not rest.finite:
                return rest.expr  # opaque: its value does not matter to the table
            fixed = self._replace(rest.expr, {item: self._fix(item, scene.world) for item in rest.finite})
            return fixed.value if isinstance(fixed, Constant) else fixed

        return evaluate

    def _situation(self, scene: Scene, states: int, slots: list[int]) -> object:
        values = scene.values
        event = scene.world.event if scene.outside else (scene.current,)
        return (event, scene.configuration & states, *[values[slot] for slot in slots])

    def _prepare(self, expr: Expr, scene: Scene) -> Rest:
        return self._rest(self._substitute(expr, scene), scene.world)

    def _rest(self, expr: Expr, world: World) -> Rest:
        if isinstance(expr, Constant):
            return Rest(expr, expr.value, (), (), "")
        inputs = tuple(dict.fromkeys(self._inputs(expr)))
        return Rest(
            expr, None, inputs, tuple(item for item in inputs if self._finite(item, world)), str(expr)
        )

    def _decide(self, rest: Rest, world: World) -> bool:
        if len(rest.inputs) > 1 and rest.finite:
            if prod(len(self._remaining(item, world)) for item in rest.finite) > MOST_COMBINATIONS:
                return self._settle(rest, world)
            # Fix the finite ones, so that at most one question is left.
            keep = [item for item in rest.inputs if item not in rest.finite] or rest.finite[-1:]
            values = {item: self._fix(item, world) for item in rest.finite if item not in keep}
            rest = self._rest(self._replace(rest.expr, values), world)
            if rest.known is not None:
                return bool(rest.known)
        if len(rest.inputs) > 1 or not (rest.finite or _is_plain(rest.expr)):
            return self._settle(rest, world)
        (item,) = rest.inputs
        cut = self._cut(rest, item, self._remaining(item, world))
        if len(cut) == 1:
            return bool(next(iter(cut)))
        answer = world.chooser.choose(self._test(rest.key, rest.expr, rest.inputs), (True, False))
        world.remaining[item] = cut[answer]
        return bool(answer)

    def _settle(self, rest: Rest, world: World) -> bool:
        """A question about two opaque values, or about finite ones with too many combinations: true or
        false, the same throughout the macrostep.
        """
        if rest.key not in world.settled:
            test = self._test(rest.key, rest.expr, rest.inputs)
            world.settled[rest.key] = world.chooser.choose(test, (True, False))
        return bool(world.settled[rest.key])

    def _fix(self, item: Input, world: World) -> Value:
        """One value of a finite input."""
        remaining = self._remaining(item, world)
        if len(remaining) == 1:
            return remaining[0]
        expr = _reference(item)
        value = world.chooser.choose(self._test(str(expr), expr, (item,)), remaining)
        world.remaining[item] = (value,)
        return value

    def _remaining(self, item: Input, world: World) -> tuple[Value, ...]:
        found = world.remaining.get(item)
        if found is None:
            found = world.remaining[item] = self._domains.of(item.kind, item.name, world.event)
        return found

    def _cut(self, rest: Rest, item: Input, remaining: tuple[Value, ...]) -> dict[Value, tuple[Value, ...]]:
        """The remaining values by the answer that they give."""
        known = self._cuts.get((rest.key, remaining))
        if known is None:
            evaluate = compile_expression(rest.expr)
            parts: dict[Value, list[Value]] = {}
            for value in remaining:
                parts.setdefault(bool(evaluate(_assuming(item, value))), []).append(value)
            known = {answer: tuple(values) for answer, values in parts.items()}
            self._cuts[rest.key, remaining] = known
        return known

    def _test(self, key: str, expr: Expr, inputs: tuple[Input, ...]) -> Test:
        test = self._tests.get(key)
        if test is None:
            test = self._tests[key] = Test(expr, compile_expression(expr), inputs)
        return test

    def role_test(self, roles: frozenset[str]) -> Evaluator:
        """Whether the reporter has one of these roles; raised, sent and timed events pass."""
        expr = In(self._chart.states[0].span, ByRef(self._chart.states[0].span), tuple(sorted(roles)))
        evaluate = self._asking(expr, outside=True)
        return lambda scene: not scene.outside or evaluate(scene)

    def person_test(self) -> Evaluator:
        """Whether the call names a person; asked only of what comes from outside."""
        span = self._chart.states[0].span
        return self._asking(Compare(span, "!=", reporting_person(span), Constant(span, NOBODY)), outside=True)

    def computed(self, operand: Operand) -> Value | Computed:
        """A value as an edge keeps it."""
        if isinstance(operand, SYMBOLIC):
            return Computed(operand, compile_expression(operand))
        assert isinstance(operand, (bool, int, float, str))
        return operand

    def opaque(self, name: str) -> Expr:
        """The value that an opaque variable has when the step begins."""
        return Ref(self._chart.states[0].span, "context", name)

    def domain(self, item: Input) -> tuple[Value, ...]:
        """The values of a fact, a variable or `by` that matter."""
        return self._domains.of(item.kind, item.name, None)

    @property
    def literals(self) -> tuple[frozenset[Value], frozenset[str]]:
        """The numbers and the texts that anything can be compared with, or set to."""
        return self._domains.literals

    def values_of(self, declared: Type) -> tuple[Value, ...]:
        """The values of a type that matter, wherever something of it is read."""
        return self._domains.of_type(declared)

    def _finite(self, item: Input, world: World) -> bool:
        if item.kind == "by":
            return True
        if item.kind == "fact":
            return self._chart.facts[item.name].type.finite
        if item.kind == "data":
            assert world.event is not None
            return self._chart.events[world.event].data[item.name].type.finite
        return False

    def _inputs(self, expr: Expr) -> list[Input]:
        found: list[Input] = []
        for part in walk(expr):
            if isinstance(part, ByRef):
                found.append(BY)
            elif isinstance(part, Ref) and part.kind != "parameter":
                item = Input(part.kind, part.name)
                found.append(self._inputs_met.setdefault(item, item))
        return found

    def _substitute(self, expr: Expr, scene: Scene) -> Expr:
        """The expression with everything known filled in."""

        def leaf(part: Expr) -> Expr:
            match part:
                case InState(state=state):
                    return Constant(part.span, scene.configuration & self._bit[state] != 0)
                case ByRef():
                    return part if scene.outside else Constant(part.span, NOBODY)
                case Ref(kind="person"):
                    return part if scene.outside else Constant(part.span, NO_PERSON)
                case Ref(kind="parameter", name=name):
                    return Constant(part.span, self._parameters[name])
                case Ref(kind="context", name=name):
                    value = scene.values[self._slot[name]]
                    return value if isinstance(value, SYMBOLIC) else Constant(part.span, known(value))
                case Ref(kind="data", name=name) if not scene.outside:
                    assert scene.current is not None
                    default = self._chart.events[scene.current].data[name].default
                    assert default is not None
                    return Constant(part.span, default)
            return part

        return _rebuild(expr, leaf)

    def _replace(self, expr: Expr, values: dict[Input, Value]) -> Expr:
        def leaf(part: Expr) -> Expr:
            item = BY if isinstance(part, ByRef) else None
            if isinstance(part, Ref) and part.kind != "parameter":
                item = Input(part.kind, part.name)
            return Constant(part.span, values[item]) if item in values else part

        return _rebuild(expr, leaf)


def known(operand: Operand) -> Value:
    """An operand that can't be symbolic."""
    assert isinstance(operand, (bool, int, float, str))
    return operand


_NOWHERE = Inputs({}, {}, {}, None)


def _rebuild(expr: Expr, leaf: Callable[[Expr], Expr]) -> Expr:
    """The expression with its leaves replaced; a part that has become constant is evaluated."""
    match expr:
        case GuardRef(body=body):
            return _rebuild(body, leaf)
        case Compare(span=span, op=op, left=left, right=right):
            return _fold(Compare(span, op, _rebuild(left, leaf), _rebuild(right, leaf)))
        case Arithmetic(span=span, op=operator, left=left, right=right):
            return _fold(Arithmetic(span, operator, _rebuild(left, leaf), _rebuild(right, leaf)))
        case In(span=span, operand=operand, items=items):
            return _fold(In(span, _rebuild(operand, leaf), items))
        case Negative(span=span, operand=operand):
            return _fold(Negative(span, _rebuild(operand, leaf)))
        case Not(span=span, operand=operand):
            return _fold(Not(span, _rebuild(operand, leaf)))
        case And(span=span, operands=operands):
            return _fold(And(span, tuple(_rebuild(operand, leaf) for operand in operands)))
        case Or(span=span, operands=operands):
            return _fold(Or(span, tuple(_rebuild(operand, leaf) for operand in operands)))
        case _:
            return leaf(expr)


def _fold(expr: Expr) -> Expr:
    for part in walk(expr):
        if isinstance(part, (Ref, ByRef)):
            return expr
    return Constant(expr.span, compile_expression(expr)(_NOWHERE))


def _is_plain(expr: Expr) -> bool:
    """Whether an opaque input stands bare against constants, so that its regions decide the question."""
    if isinstance(expr, Compare):
        return {type(expr.left), type(expr.right)} == {Constant, Ref}
    return isinstance(expr, In) and isinstance(expr.operand, Ref)


def _reference(item: Input) -> Expr:
    span = Span.start_of("")
    if item.kind == "by":
        return ByRef(span)
    return Ref(span, item.kind, item.name)


def _assuming(item: Input, value: Value) -> Inputs:
    empty: dict[str, Value] = {}
    only = {item.name: value}
    return Inputs(
        facts=only if item.kind == "fact" else empty,
        data=only if item.kind == "data" else empty,
        context=only if item.kind == "context" else empty,
        by=str(value) if item.kind == "by" else None,
        person=str(value) if item.kind == "person" else NOBODY,
    )


def _chain(parts: list[Evaluator], *, stop: bool) -> Evaluator:
    """`and` (stop at the first False) or `or` (stop at the first True), without a loop for the usual two."""
    if len(parts) == 2:
        first, second = parts
        if stop:
            return lambda scene: first(scene) or second(scene)
        return lambda scene: first(scene) and second(scene)

    def evaluate(scene: Scene) -> bool:
        for part in parts:
            if bool(part(scene)) is stop:
                return stop
        return not stop

    return evaluate


def _comparison(op: str, left: Evaluator, right: Evaluator) -> Evaluator:
    match op:
        case "==":
            return lambda scene: left(scene) == right(scene)
        case "!=":
            return lambda scene: left(scene) != right(scene)
        case "<":
            return lambda scene: left(scene) < right(scene)
        case "<=":
            return lambda scene: left(scene) <= right(scene)
        case ">":
            return lambda scene: left(scene) > right(scene)
        case _:
            return lambda scene: left(scene) >= right(scene)
