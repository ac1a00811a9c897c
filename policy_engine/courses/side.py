"""One of two versions while they are searched together: where it stands, and what is due in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.exports import compile_exports
from policy_engine.automaton.inputs import NOBODY, Inputs
from policy_engine.automaton.node import Node
from policy_engine.automaton.tree import Branch, Computed, Edge, Tree
from policy_engine.courses.classes import read_off, standing_for
from policy_engine.courses.guided import Guided, guided_states
from policy_engine.courses.noticed import Noticed, Noticing
from policy_engine.model.chart import Cancel, Send
from policy_engine.model.duration import NANOSECONDS, Duration
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import ByRef, Expr, Ref
from policy_engine.model.hidden import is_hidden, timed_by
from policy_engine.model.types import Value

DAY = NANOSECONDS["days"]
Length = int | str  # nanoseconds, or what the calendar decides, in words


Lengths = Mapping[str, tuple[Value, ...]]  # the values that a parameter may have
ONE_LENGTH: Lengths = MappingProxyType({})


class Due(NamedTuple):
    """Something due `length` after a clock was started. `what` is the place of a timer, or ~ that of a send
    (`Send.order`); `order` sorts what is due at one moment.
    """

    clock: int
    length: Length
    order: int
    what: int


class Half(NamedTuple):
    """Where one version stands. `due` stands in the order in which it was begun."""

    node: int
    opaque: tuple[Value, ...]
    due: tuple[Due, ...]


class Shown(NamedTuple):
    """What can be read off a session: how what must be done stands, exports, and which phrases are shown."""

    duties: tuple[tuple[str, Value], ...] = ()
    exports: tuple[tuple[str, Value], ...] = ()
    guidance: tuple[tuple[str, tuple[bool, ...], tuple[Value, ...]], ...] = ()


NOTHING_SHOWN = Shown()


class Side:
    """One version of a policy, ready to be asked what follows."""

    def __init__(
        self,
        automaton: Automaton,
        mark: str,
        names: Mapping[str, str],
        *,
        by_name: bool,
        lengths: Lengths = ONE_LENGTH,
    ) -> None:
        """mark: set behind durations that its calendar decides where the other version has another one.
        lengths: parameters that are any of these values, and only say how long something takes.
        """
        self.automaton = automaton
        self.chart = automaton.chart
        self.noticing = Noticing(automaton, names, by_name=by_name)
        self.spans: dict[Length, tuple[int, int]] = {}  # how short and how long a length can be
        self._mark = mark
        self.lengths = lengths
        self._opaque = automaton.program.opaque
        self._finite = automaton.program.finite
        self._sends = {send.order: send for send in automaton.sends}
        self._exports = compile_exports(automaton.chart)
        self._standings: list[tuple[str, int]] = []
        self._read: dict[int, tuple[Tree, frozenset[tuple[str, str]]]] = {}
        self._guided: dict[str, Guided] = {}
        self._shown: dict[object, Shown] = {}
        self.shown_names: frozenset[str] = frozenset()  # the variables that can be read off a session
        self.stands: Sequence[int] = range(
            len(automaton.nodes)
        )  # for each node the first one that is like it

    def compare_with(self, other: Side, *, merged: bool) -> None:
        """Lets what can be read off a session be only what the other version has, too. merged: whether one
        node stands for all that are like it.
        """
        places = {name: place for place, name in enumerate(self._finite)}
        self._standings = [
            (name, places[name]) for name in map(timed_by, self.chart.musts) if name in other._finite
        ]
        self._exports = {name: read for name, read in self._exports.items() if name in other.chart.exports}
        self._guided = guided_states(self.chart, self.noticing.name_of, other.chart, other.noticing.name_of)
        filled_in = {name for guided in self._guided.values() for name in guided.variables}
        read = {*read_off(self.chart), *filled_in}
        self.shown_names = frozenset((*read, *(name for name, _ in self._standings)))
        if merged:
            self.stands = standing_for(self.automaton, self.shown_names)

    def inputs(self, half: Half, facts: Mapping[str, Value]) -> Inputs:
        """The outside world without an event in hand."""
        context = dict(zip(self._opaque, half.opaque, strict=True)) if half.opaque else {}
        return Inputs(facts, {}, context, None, self.automaton.parameters)

    def given(self, event: str, told: Iterable[tuple[str, Value]]) -> dict[str, Value]:
        """The data of an event of which these are told."""
        declared = self.chart.events[event].data.items()
        return {**{name: item.default for name, item in declared if item.default is not None}, **dict(told)}

    def node(self, half: Half) -> Node:
        """The node of the table that it stands in."""
        return self.automaton.nodes[half.node]

    def leaves(self, half: Half) -> tuple[str, ...]:
        """The active leaf states; none where it could not begin."""
        return self.node(half).leaves if half.node >= 0 else ()

    def words_of(self, item: Due) -> str:
        """Something that is due: its duration, or the event that was sent."""
        return str(self.chart.timers[item.what].duration) if item.what >= 0 else self._sends[~item.what].event

    def opening(self) -> tuple[Value, ...]:
        """The opaque variables of a session that begins."""
        context = self.chart.context
        return tuple(value for name in self._opaque if (value := context[name].default) is not None)

    def read(self, half: Half, event: str) -> frozenset[tuple[str, str]]:
        """What an event asks here of its data and of who reports it."""
        tree = self.automaton.whole_tree(self.node(half), event)
        if tree is None:
            return frozenset()
        found = self._read.get(id(tree))
        if found is None:
            asked = frozenset(_asked(tree))
            self._read[id(tree)] = found = (tree, asked)  # the tree is kept, and its id with it
        return found[1]

    def follow(
        self, edge: Edge | None, half: Half, facts: Mapping[str, Value], inputs: Inputs, clock: int
    ) -> Half:
        """Where it stands after an edge that was taken when `clock` was started."""
        if edge is None or edge.refusal is not None:
            return half
        opaque = half.opaque
        if edge.assigned:
            new = {
                name: value.evaluate(inputs) if isinstance(value, Computed) else value
                for name, value in edge.assigned
            }
            opaque = tuple(new.get(name, old) for name, old in zip(self._opaque, opaque, strict=True))
        node, place = self.automaton.nodes[edge.target], self.stands[edge.target]
        if node.done or not (edge.armed or edge.orders or half.due):
            return Half(place, opaque, ())
        values = {**self.automaton.parameters, **facts, **self._context(node, opaque)}
        due = [item for item in half.due if item.what < 0 or item.what in edge.kept]
        for index in edge.armed:
            timer = self.chart.timers[index]
            due.append(Due(clock, self._length(timer.duration, values), timer.order, index))
        for order in edge.orders:
            if isinstance(order, Cancel):
                due = self._without(due, order)
            elif order.delay is not None:
                due.append(Due(clock, self._length(order.delay, values), order.order, ~order.order))
        return Half(place, opaque, tuple(due))

    def fire(
        self, half: Half, item: Due, facts: Mapping[str, Value], clock: int
    ) -> tuple[Half, Noticed, Edge | None]:
        """What is due happens."""
        node = self.node(half)
        known = self.inputs(half, facts)
        inputs = Inputs(facts, {}, known.context, NOBODY, self.automaton.parameters)
        rest = half._replace(due=tuple([other for other in half.due if other is not item]))
        if item.what >= 0:
            edge: Edge | None = self.automaton.fire(node, item.what, inputs)
            return self.follow(edge, rest, facts, inputs, clock), self.noticing.of(edge, node, inputs), edge
        event = self._sends[~item.what].event
        edge = self.automaton.sent(node, event, inputs)
        told = "" if is_hidden(event) else event
        return self.follow(edge, rest, facts, inputs, clock), self.noticing.of(edge, node, inputs, told), edge

    def context(self, half: Half) -> Mapping[str, Value]:
        """The values of all variables."""
        return self._context(self.node(half), half.opaque)

    def shown(self, half: Half, world: int, facts: Mapping[str, Value]) -> Shown:
        """What can be read off a session that is no part of an answer."""
        if not (self._exports or self._standings or self._guided):
            return NOTHING_SHOWN
        key = (half.node, half.opaque, world)
        found = self._shown.get(key)
        if found is None:
            found = self._shown[key] = self._read_off(half, facts)
        return found

    def _read_off(self, half: Half, facts: Mapping[str, Value]) -> Shown:
        node, known = self.node(half), self.inputs(half, facts)
        context = self._context(node, half.opaque)
        inputs = Inputs(facts, {}, context, None, known.parameters, frozenset(node.states))
        duties = () if node.done else [(name, node.values[place]) for name, place in self._standings]
        exports = [(name, read(inputs)) for name, read in self._exports.items()]
        guidance = [
            (
                guided.name,
                tuple(bool(holds(inputs)) for holds in guided.conditions),
                tuple(context[name] for name in guided.variables),
            )
            for guided in (self._guided[state] for state in node.states if state in self._guided)
        ]
        return Shown(tuple(sorted(duties)), tuple(sorted(exports)), tuple(sorted(guidance)))

    def duties(self, half: Half) -> dict[str, tuple[int, Length]]:
        """When what must be done is due, by the name of its variable."""
        names = {name for name, _ in self._standings}
        return {
            event: (item.clock, item.length)
            for item in half.due
            if item.what < 0 and (event := self._sends[~item.what].event) in names
        }

    def place_of(self, item: Due) -> tuple[str, int | str | None]:
        """Where something that is due stands in the policy: the state and which of its timers, or the event
        that was sent and its id.
        """
        if item.what < 0:
            send = self._sends[~item.what]
            return send.event, send.id
        timer = self.chart.timers[item.what]
        state = self.chart.states[timer.state]
        return self.noticing.name_of(timer.state), [one.index for one in state.after].index(item.what)

    def _context(self, node: Node, opaque: tuple[Value, ...]) -> dict[str, Value]:
        return {
            **dict(zip(self._finite, node.values, strict=True)),
            **dict(zip(self._opaque, opaque, strict=True)),
        }

    def _length(self, duration: Duration, values: Mapping[str, Value]) -> Length:
        if duration.name is not None and duration.name in self.lengths:
            return self._any_length(duration, self.lengths[duration.name])
        known = duration.read(values)
        fixed = known.fixed_in(self.chart.calendar)
        if fixed is not None:
            self.spans[fixed] = (fixed, fixed)
            return fixed
        words = f"{known}{self._mark}"
        self.spans[words] = span_of(known)
        return words

    def _any_length(self, duration: Duration, values: Iterable[Value]) -> Length:
        """A length of which is only known between which bounds it lies."""
        words = f"{duration}{self._mark}"
        if words not in self.spans:
            bounds = []
            for value in values:
                known = duration.read({str(duration.name): value})
                fixed = known.fixed_in(self.chart.calendar)
                bounds.append(span_of(known) if fixed is None else (fixed, fixed))
            self.spans[words] = min(low for low, _ in bounds), max(high for _, high in bounds)
        return words

    def _without(self, due: Sequence[Due], cancel: Cancel) -> list[Due]:
        """What is still to come where something is taken back: all of an id, or the newest of it."""
        sent = [item for item in due if item.what < 0 and self._id(item) == cancel.id]
        gone = sent if cancel.count is None else sent[len(sent) - cancel.count :] if cancel.count else []
        return [item for item in due if not any(item is other for other in gone)]

    def _id(self, item: Due) -> str | None:
        send: Send = self._sends[~item.what]
        return send.id


def span_of(duration: Duration) -> tuple[int, int]:
    """How short and how long a duration can be that the calendar decides, in nanoseconds."""
    low, high = _span(duration.amount, duration.unit)
    if duration.at is not None:
        low, high = low - DAY, high + DAY
    if duration.minus is not None:
        less, more = _span(duration.minus.amount, duration.minus.unit)
        low, high = low - more - DAY, high - less + DAY
    return max(0, low), max(0, high)


def _span(amount: int, unit: str) -> tuple[int, int]:
    if unit == "working_hours":
        return amount * NANOSECONDS["h"], amount * 7 * DAY + 366 * DAY
    if unit == "working_days":
        return max(0, amount - 1) * DAY, amount * 7 * DAY + 366 * DAY
    if unit in ("months", "years"):
        months = amount * (12 if unit == "years" else 1)
        return months * 28 * DAY, months * 31 * DAY + DAY
    exact = amount * NANOSECONDS[unit]
    return (exact - DAY, exact + DAY) if unit in ("days", "weeks") else (exact, exact)


def _asked(tree: Tree) -> list[tuple[str, str]]:
    """What a decision tree and its edges read from outside. Of the kind "told" are data that are only passed
    on: one value stands for all of them.
    """
    if isinstance(tree, Branch):
        found: list[tuple[str, str]] = [(item.kind, item.name) for item in tree.test.inputs]
        return found + [one for below in tuple(tree.answers.values()) for one in _asked(below)]
    kept = [(value, "data") for _, value in tree.assigned]
    kept += [(value, "told") for call in tree.actions for _, value in call.params]
    return [one for value, kind in kept if isinstance(value, Computed) for one in _of(value.expr, kind)]


def _of(expr: Expr, passed_on: str) -> list[tuple[str, str]]:
    if isinstance(expr, Ref) and expr.kind == "data":
        return [(passed_on, expr.name)]
    found = [(part.kind, part.name) for part in walk(expr) if isinstance(part, Ref)]
    return found + [("by", "by") for part in walk(expr) if isinstance(part, ByRef)]
