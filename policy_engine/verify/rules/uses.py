"""The names that a policy speaks of, apart from where it declares them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from policy_engine.model.chart import (
    Add,
    Ask,
    Assign,
    Cancel,
    Chart,
    Raise,
    Send,
    Step,
    Words,
)
from policy_engine.model.duration import Duration
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import ByRef, Compare, Constant, Expr, GuardRef, In, Ref
from policy_engine.model.placeholders import placeholders
from policy_engine.verify.patterns import pattern


@dataclass(slots=True)
class Uses:
    """`values`: variables, facts and parameters that are read; `written`: variables that are changed; `data`:
    what is read of each event. Events are `handled` under `on`, or spoken of in another way.
    """

    values: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    guards: set[str] = field(default_factory=set)
    data: set[tuple[str, str]] = field(default_factory=set)  # event, datum
    handled: set[str] = field(default_factory=set)
    spoken: set[str] = field(default_factory=set)  # forbidden, raised, sent, or part of what must be done
    actions: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)


def steps_of(chart: Chart) -> Iterator[tuple[Step, tuple[str, ...]]]:
    """Every step, with the events at which it is done."""
    for state in chart.states:
        for step in (*state.entry, *state.exit):
            yield step, ()
    for transition in chart.transitions:
        for step in transition.steps:
            yield step, transition.events


def conditions(chart: Chart) -> Iterator[tuple[Expr, tuple[str, ...]]]:
    """Every condition and every value that is worked out, with the events whose data it may read."""
    for transition in chart.transitions:
        if transition.guard is not None:
            yield transition.guard, transition.events
    for state in chart.states:
        for forbid in state.forbid:
            if forbid.when is not None:
                yield forbid.when, forbid.events
        for phrase in (*state.say, *state.avoid, *state.how):
            if phrase.when is not None:
                yield phrase.when, ()
    for export in chart.exports.values():
        for choice in export.choices:
            if choice.when is not None:
                yield choice.when, ()
            yield choice.value, ()
    for item in chart.properties.values():
        for condition in item.conditions.values():
            yield condition, tuple(chart.events)


def _values(step: Step) -> Iterator[Expr]:
    match step:
        case Ask(params=values) | Assign(values=values):
            yield from (expr for _, expr in values)
        case Add(amounts=amounts):
            yield from (expr for _, expr in amounts)
        case Send(times=times) | Cancel(times=times) if times is not None:
            yield times


def uses_of(chart: Chart) -> Uses:
    """What a chart speaks of."""
    uses = Uses()
    for expr, events in conditions(chart):
        _read(expr, events, uses)
    for body in chart.guards.values():
        _read(body, (), uses)
    for step, events in steps_of(chart):
        for expr in _values(step):
            _read(expr, events, uses)
        _step(step, uses)
    for words in _templates(chart):
        gaps = (gap for texts in words.values() for text in texts for gap in placeholders(text))
        uses.values |= {gap.name for gap in gaps if gap.name is not None}
    for duration in _durations(chart):
        if duration.name is not None:
            uses.values.add(duration.name)
    for item in chart.properties.values():
        uses.values.update(pattern.listed(pattern.part(item, "never"), "change"))
    for transition in chart.transitions:
        uses.handled.update(transition.events)
        uses.roles.update(transition.by or ())
        uses.values.update(transition.requires)
    for state in chart.states:
        uses.roles |= {state.role} if state.role else set()
        for forbid in state.forbid:
            uses.spoken.update(forbid.events)
    for must in chart.musts.values():
        uses.spoken.update(must.events)
        uses.actions.update(must.actions)
    for event in chart.events.values():
        uses.roles |= {*(event.by or ()), *([event.actor] if event.actor else ())}
    for action in chart.actions.values():
        uses.roles |= {
            *([action.to] if action.to else ()),
            *(role for one in action.record for role in one.by),
        }
        if any(one.known and one.name == "channel" for one in action.record):
            uses.values.add("channel")
    uses.values |= {link.key for link in chart.links.values() if link.key is not None}
    return uses


def _read(expr: Expr, events: tuple[str, ...], uses: Uses) -> None:
    for part in walk(expr):
        if isinstance(part, GuardRef):
            uses.guards.add(part.name)
        elif isinstance(part, Ref) and part.kind == "data":
            uses.data.update((event, part.name) for event in events)
        elif isinstance(part, Ref):
            uses.values.add(part.name)
        elif isinstance(part, Compare) and isinstance(part.left, ByRef) and isinstance(part.right, Constant):
            uses.roles.add(str(part.right.value))
        elif isinstance(part, Compare) and isinstance(part.right, ByRef) and isinstance(part.left, Constant):
            uses.roles.add(str(part.left.value))
        elif isinstance(part, In) and isinstance(part.operand, ByRef):
            uses.roles.update(map(str, part.items))


def _step(step: Step, uses: Uses) -> None:
    match step:
        case Ask(action=action):
            uses.actions.add(action)
        case Assign(values=values):
            uses.written.update(name for name, _ in values)
        case Add(amounts=amounts):
            uses.written.update(name for name, _ in amounts)
        case Raise(event=event) | Send(event=event):
            uses.spoken.add(event)


def _templates(chart: Chart) -> Iterator[Words]:
    for state in chart.states:
        yield state.label
        for phrase in (*state.say, *state.avoid, *state.how):
            yield phrase.words
        for forbid in state.forbid:
            yield forbid.words
    for action in chart.actions.values():
        yield action.letter


def _durations(chart: Chart) -> Iterator[Duration]:
    yield from (timer.duration for timer in chart.timers)
    yield from (must.within for must in chart.musts.values())
    yield from (item.lapse.after for item in chart.context.values() if item.lapse is not None)
    for step, _ in steps_of(chart):
        if isinstance(step, Send) and step.delay is not None:
            yield step.delay
