"""Whether the names and kinds in a table go together, so that nothing in it can fail while a session runs.

A chart that was read from YAML is sound, for its author was told of every mistake. This is for tables, which
come from files that anybody may have written. Every check raises ValueError or KeyError.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Literal

from policy_engine.automaton.tree import ActionCall, Computed, Refusal
from policy_engine.model.calendar import Calendar
from policy_engine.model.chart import (
    ActionType,
    Add,
    Ask,
    Assign,
    Cancel,
    Chart,
    Export,
    Forbid,
    Link,
    Must,
    Raise,
    Send,
    State,
    Step,
    Transition,
    Words,
)
from policy_engine.model.duration import Duration
from policy_engine.model.expressions.measure import walk
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
)
from policy_engine.model.hidden import STANDINGS, timed_by
from policy_engine.model.types import MAXIMUM_WIDTH, Declaration, Type, Value

Kind = Literal["flag", "number", "text"]
# What can be read, by the kind of reference; "state" are those that can be asked for.
Scope = Mapping[str, Mapping[str, Any]]
_NO_DATA: Mapping[str, Declaration] = {}
_KINDS: dict[str, Kind] = {"flag": "flag", "enum": "text", "text": "text", "person": "text"}
_BY: Mapping[str, Declaration] = {"by": Declaration("by", Type("person"), "")}


def check_declarations(declared: Mapping[str, Declaration], *, optional: bool) -> None:
    """Whether every declaration has a default that fits; `optional`: or none."""
    for name, item in declared.items():
        width = item.type.high - item.type.low
        _need(item.name == name and 0 <= width < MAXIMUM_WIDTH)
        _need(optional if item.default is None else item.type.accepts(item.default))
        _need(item.in_doubt is None or item.in_doubt in item.type.members)


def check_calendar(calendar: Calendar) -> None:
    """Whether days and hours are ordered, can be worked on, and stand in a zone that there is."""
    working, closed, hours = calendar.working, calendar.closed, calendar.hours
    _need(len(working) > 0)
    _need(list(working) == sorted(set(working) & set(range(7))))
    _need(list(closed) == sorted(set(closed)))
    _need(all(1 <= day <= _LAST_DAY for day in closed))
    _need(all((day + 6) % 7 in working for day in closed))
    _need(not hours or (len(hours) == 7 and any(hours[day] is not None for day in working)))
    for span in filter(None, hours):
        begin, end = span
        _need(0 <= begin < end <= 1_440)
    calendar.local(0)


def check_musts(musts: Mapping[str, Must], chart: Chart) -> None:
    """Whether what must be done is declared, and the variables are there that say how it stands."""
    for id, must in musts.items():
        _need(must.id == id and bool(must.events) != bool(must.actions))
        _need(chart.events.keys() >= set(must.events))
        _need(chart.actions.keys() >= set(must.actions))
        _need(must.overdue is None or must.overdue in chart.events)
        _check_delay(must.within, chart)
        standing = chart.context[timed_by(id)].type
        _need(standing == Type("enum", members=STANDINGS))
        _need(not must.label or bool(must.label[chart.languages[0]]))


def check_graph(chart: Chart, states: Sequence[State], transitions: Iterable[Transition]) -> None:
    """Whether conditions, steps and texts name what is declared."""
    ids = {state.id: state for state in states}
    _need(len(ids) == len(states))
    scope = _scope(chart, None, ids)
    for state in states:
        _need(chart.events.keys() >= state.on.keys())
        for phrase in (*state.say, *state.avoid, *state.how):
            _check_condition(phrase.when, scope)
            check_words(phrase.words, chart)
        check_words(state.label, chart)
        for forbid in state.forbid:
            check_forbid(forbid, chart)
            for named in forbid.events:
                _check_condition(forbid.when, _scope(chart, named, ids))
        _check_steps((*state.entry, *state.exit), scope, chart)
        for timer in state.after:
            _check_delay(timer.duration, chart)
    for transition in transitions:
        check_required(transition.requires, chart)
        for event in transition.events or (None,):
            scope = _scope(chart, event, ids)
            _check_condition(transition.guard, scope)
            _check_steps(transition.steps, scope, chart)


def check_links(links: Mapping[str, Link], chart: Chart) -> None:
    """Whether facts come from elsewhere, under keys that are texts."""
    for fact, link in links.items():
        _need(fact in chart.facts)
        if link.key is not None:
            declared = chart.facts.get(link.key) or chart.context[link.key]
            _need(declared.type.kind in ("text", "enum"))


def check_exports(exports: Mapping[str, Export], chart: Chart) -> None:
    """Whether every export has a value in each situation, of its own kind."""
    scope = _scope(chart, None, {state.id: state for state in chart.states})
    for name, export in exports.items():
        _need(export.name == name and len(export.choices) > 0 and export.choices[-1].when is None)
        for choice in export.choices:
            _check_condition(choice.when, scope)
            _need(kind_of(choice.value, scope) == _kind_of_type(export.type))


def check_forbid(forbid: Forbid, chart: Chart) -> None:
    """Whether its events are declared, and its reason is there in the first language."""
    _need(chart.events.keys() >= set(forbid.events) and bool(forbid.words[chart.languages[0]]))
    check_words(forbid.words, chart)


def check_refusal(refusal: Refusal | None, chart: Chart) -> None:
    """Whether a refusal can be put into words."""
    if refusal is None:
        return
    if refusal.forbid is not None:
        check_forbid(refusal.forbid, chart)
    if refusal.code == "requires":
        check_required(refusal.params["missing"], chart)


def check_required(names: object, chart: Chart) -> None:
    """Whether what an event requires are flags that the policy keeps."""
    _need(isinstance(names, tuple) and all(chart.context[name].type.kind == "flag" for name in names))


def check_letter(action: ActionType, chart: Chart) -> None:
    """Whether a letter has a text in every language, and its placeholders are declared."""
    if not action.letter:
        return
    _need(action.letter.keys() >= set(chart.languages))
    check_declarations(action.params, optional=True)
    check_words(action.letter, chart, (*action.params, *(() if action.to is None else ("to",))))
    _need(action.to is None or action.to in chart.roles)


def check_words(words: Words, chart: Chart, own: Collection[str] = ()) -> None:
    """Whether the placeholders of a text are declared; `own`: names that only this text can use."""
    for text in [text for texts in words.values() for text in texts if "{" in text]:
        # Imported here because few texts that a session meets have any.
        from policy_engine.model.placeholders import placeholders

        for gap in placeholders(text):
            sections = (own, chart.facts, chart.context, chart.parameters)
            _need(any(gap.name in section for section in sections))


def check_actions(actions: Iterable[ActionCall], scope: Scope) -> None:
    """Whether what the parameters of actions are computed from can be read."""
    for call in actions:
        for _, value in call.params:
            _kind_of_given(value, scope)


def check_assigned(assigned: Iterable[tuple[str, Value | Computed]], scope: Scope) -> None:
    """Whether opaque variables get values of their kind."""
    for name, value in assigned:
        _need(_kind_of_type(scope["context"][name].type) == _kind_of_given(value, scope))


def check_orders(orders: Iterable[Send | Cancel], chart: Chart) -> None:
    """Whether what is sent later has a delay and is an event."""
    for order in orders:
        if isinstance(order, Send):
            _need(order.delay is not None and order.event in chart.events and order.times is None)
            _check_delay(order.delay, chart)
        elif order.times is not None:
            _need(order.count is not None and order.count > 0)


def outside(chart: Chart, event: str | None) -> Scope:
    """What is still to be read when a step is taken from the table, with or without an event in hand."""
    return {
        "fact": chart.facts,
        "context": {name: item for name, item in chart.context.items() if not item.type.finite},
        "data": _NO_DATA if event is None else chart.events[event].data,
        "person": _NO_DATA if event is None else _BY,
    }


def _scope(chart: Chart, event: str | None, states: Mapping[str, State]) -> Scope:
    """What a condition or step of the chart can read while an event is in hand."""
    return {
        "fact": chart.facts,
        "context": chart.context,
        "parameter": chart.parameters,
        "data": _NO_DATA if event is None else chart.events[event].data,
        "person": _NO_DATA if event is None else _BY,
        "state": states,
    }


def _check_condition(when: Expr | None, scope: Scope) -> None:
    _need(when is None or kind_of(when, scope) == "flag")


def _check_steps(steps: Iterable[Step], scope: Scope, chart: Chart) -> None:
    for step in steps:
        if isinstance(step, Ask):
            _need(step.action in chart.actions)
            for _, expr in step.params:
                kind_of(expr, scope)
        elif isinstance(step, Cancel):
            _check_times(step.times, scope)
        elif isinstance(step, (Raise, Send)):
            _need(all(item.default is not None for item in chart.events[step.event].data.values()))
            if isinstance(step, Send):
                _check_delay(step.delay, chart)
                _check_times(step.times, scope)
        elif isinstance(step, (Assign, Add)):
            for name, expr in step.values if isinstance(step, Assign) else step.amounts:
                _need(_kind_of_type(chart.context[name].type) == kind_of(expr, scope))


def _check_times(times: Expr | None, scope: Scope) -> None:
    """Whether it is known when a step is taken how often something is sent: from flags and whole numbers."""
    if times is not None:
        kind_of(times, scope)
        read = [part for part in walk(times) if isinstance(part, Ref)]
        _need(all(scope[part.kind][part.name].type.kind in ("flag", "counter", "range") for part in read))
        _need(all(type(part.value) is not str for part in walk(times) if isinstance(part, Constant)))


def _check_delay(duration: Duration | None, chart: Chart) -> None:
    """Whether an amount that is read is a whole number, and never too many."""
    if duration is not None and duration.name is not None:
        read = {**chart.parameters, **chart.facts, **chart.context}[duration.name].type
        _need(read.kind in ("counter", "range") and read.low >= 0)
        _need(duration.read({duration.name: read.high}).sound)


def kind_of(expr: Expr, scope: Scope) -> Kind:
    """The kind of value that an expression has, whatever it reads."""
    match expr:
        case Constant(value=value):
            return _kind_of_value(value)
        case Ref(kind=kind, name=name):
            return _kind_of_type(scope[kind][name].type)
        case ByRef():
            return "text"
        case GuardRef(body=body):
            return kind_of(body, scope)
        case InState(state=state):
            _need(state in scope["state"])
            return "flag"
        case In(operand=operand):
            kind_of(operand, scope)
            return "flag"
        case Compare(op=op, left=left, right=right):
            _need(_same((left, right), scope) == "number" or op in ("==", "!="))
            return "flag"
        case Not(operand=operand):
            _need(kind_of(operand, scope) == "flag")
            return "flag"
        case And(operands=operands) | Or(operands=operands):
            _need(_same(operands, scope) == "flag")
            return "flag"
        case Negative(operand=operand):
            _need(kind_of(operand, scope) == "number")
            return "number"
        case Arithmetic(left=left, right=right):
            _need(_same((left, right), scope) == "number")
            return "number"


def _same(operands: Iterable[Expr], scope: Scope) -> Kind:
    """The one kind that all operands have."""
    (kind,) = {kind_of(operand, scope) for operand in operands}
    return kind


def _kind_of_given(value: Value | Computed, scope: Scope) -> Kind:
    return kind_of(value.expr, scope) if isinstance(value, Computed) else _kind_of_value(value)


def _kind_of_type(declared: Type) -> Kind:
    return _KINDS.get(declared.kind, "number")


def _kind_of_value(value: Value) -> Kind:
    return "flag" if isinstance(value, bool) else "text" if isinstance(value, str) else "number"


_LAST_DAY = 3_652_059  # of the year 9999, as date.toordinal counts


def _need(holds: bool) -> None:
    if not holds:
        raise ValueError("names or kinds that do not go together")
