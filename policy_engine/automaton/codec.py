"""Charts and parts of edges as JSON-ready data, and back, without YAML or pydantic.

A record is an object; fields that have their default are left out, and so are places in the source file.
Where a record of several classes may stand, `$` names the class. Each reader knows what it may meet, so that
a file can name nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policy_engine.automaton.inputs import Input
from policy_engine.automaton.shapes import (
    Reader,
    anything,
    choice,
    fields,
    flag,
    items,
    mapping,
    maybe,
    names,
    one_of,
    pairs,
    text,
    value,
    whole,
)
from policy_engine.automaton.tree import ActionCall, Computed, DroppedEvent, Refusal, Test
from policy_engine.diagnostics.span import Span
from policy_engine.model.calendar import Calendar
from policy_engine.model.chart import (
    ActionType,
    Add,
    Approval,
    Ask,
    Assign,
    Cancel,
    Choice,
    Event,
    Export,
    Forbid,
    Guard,
    Link,
    Migration,
    Must,
    Phrase,
    Property,
    Raise,
    RecordField,
    Role,
    Send,
    State,
    Timer,
    Transition,
)
from policy_engine.model.duration import UNITS, Duration
from policy_engine.model.expressions import tree as expressions
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.types import Declaration, Lapse, Type
from policy_engine.records import fields_of, is_default

_UNWRITTEN = frozenset({"span", "evaluate"})


def encode(data: Any) -> Any:
    """JSON-ready data for a record, or for anything that records hold."""
    if data is None or isinstance(data, (bool, int, float, str)):
        return data
    if isinstance(data, (tuple, list)):
        return [encode(item) for item in data]
    if isinstance(data, frozenset):
        return sorted(data)
    if isinstance(data, Mapping):
        return {str(key): encode(item) for key, item in data.items()}
    made = type(data)
    record: dict[str, Any] = {"$": made.__name__} if made.__name__ in _NAMED else {}
    for name in fields_of(made):
        item = getattr(data, name)
        if name not in _UNWRITTEN and not is_default(made, name, item):
            record[name] = encode(item)
    return record


def expr(data: Any, span: Span) -> Any:
    """An expression."""
    return _any_expr(data, span)


_EXPRESSIONS = {
    "Constant": fields(expressions.Constant, value=value),
    "Ref": fields(expressions.Ref, kind=choice("context", "fact", "parameter", "data", "person"), name=text),
    "ByRef": fields(expressions.ByRef),
    "GuardRef": fields(expressions.GuardRef, name=text, body=expr),
    "InState": fields(expressions.InState, state=text),
    "Not": fields(expressions.Not, operand=expr),
    "And": fields(expressions.And, operands=items(expr)),
    "Or": fields(expressions.Or, operands=items(expr)),
    "Compare": fields(
        expressions.Compare, op=choice("==", "!=", "<", "<=", ">", ">="), left=expr, right=expr
    ),
    "In": fields(expressions.In, operand=expr, items=items(value)),
    "Arithmetic": fields(expressions.Arithmetic, op=choice("+", "-"), left=expr, right=expr),
    "Negative": fields(expressions.Negative, operand=expr),
}
_any_expr = one_of(_EXPRESSIONS)


def _duration(data: Any, span: Span) -> Duration:
    """A duration that could be written in a policy."""
    found: Duration = _any_duration(data, span)
    if not found.sound:
        raise ValueError("a duration is needed")
    return found


_words = mapping(items(text))
_texts = items(text)
_unit = choice(*UNITS)
_any_duration = fields(
    Duration,
    amount=whole,
    unit=_unit,
    at=maybe(whole),
    name=maybe(text),
    minus=maybe(fields(Duration, amount=whole, unit=_unit)),
)
_kind = choice("flag", "counter", "range", "enum", "text", "number", "person")
_type = fields(Type, kind=_kind, low=whole, high=whole, members=_texts)
_declaration = fields(
    Declaration,
    name=text,
    type=_type,
    default=maybe(value),
    label=mapping(text),
    member_labels=mapping(mapping(text)),
    note=_words,
    why=_words,
    source_refs=_texts,
    in_doubt=maybe(text),
    lapse=maybe(fields(Lapse, after=_duration, all=flag)),
)
_declarations = mapping(_declaration)

_assign = fields(Assign, values=pairs(expr))
_add = fields(Add, amounts=pairs(expr))
_send = fields(Send, event=text, delay=maybe(_duration), id=maybe(text), order=whole, times=maybe(expr))
_cancel = fields(Cancel, id=text, times=maybe(expr))
_STEPS = {
    "Ask": fields(Ask, action=text, params=pairs(expr), to=maybe(text)),
    "Assign": _assign,
    "Add": _add,
    "Raise": fields(Raise, event=text),
    "Send": _send,
    "Cancel": _cancel,
}
_steps = items(one_of(_STEPS))
_NAMED = frozenset({*_EXPRESSIONS, *_STEPS})
_forbid = fields(Forbid, events=_texts, when=maybe(expr), words=_words, source_refs=_texts)
_phrases = items(fields(Phrase, when=maybe(expr), words=_words, source_refs=_texts, promises=pairs(text)))

transition = fields(
    Transition,
    index=whole,
    id=text,
    source=whole,
    trigger=choice("on", "always", "done", "after"),
    events=_texts,
    guard=maybe(expr),
    is_else=flag,
    by=maybe(names),
    targets=items(whole),
    internal=flag,
    steps=_steps,
    label=_words,
    note=_words,
    why=_words,
    source_refs=_texts,
    requires=_texts,
)


def timer(transitions: Reader) -> Reader:
    """A timer, whose branches are read by `transitions`."""
    return fields(
        Timer,
        index=whole,
        state=whole,
        duration=_duration,
        branches=transitions,
        order=whole,
    )


def state(transitions: Reader, timers: Reader) -> Reader:
    """A state, whose transitions and timers are read by these readers."""
    return fields(
        State,
        index=whole,
        id=text,
        kind=choice("atomic", "compound", "parallel", "final", "history"),
        parent=maybe(whole),
        children=items(whole),
        depth=whole,
        initial=maybe(whole),
        deep=flag,
        default=maybe(items(whole)),
        outcome=maybe(text),
        on=mapping(transitions),
        always=transitions,
        done=transitions,
        after=timers,
        forbid=items(_forbid),
        entry=_steps,
        exit=_steps,
        role=maybe(text),
        phase=maybe(choice("warning", "aftercare")),
        label=_words,
        say=_phrases,
        avoid=_phrases,
        how=_phrases,
        note=_words,
        why=_words,
        source_refs=_texts,
    )


# The chart's fields that say nothing of its states.
SECTIONS: dict[str, Reader] = {
    "id": text,
    "version": text,
    "digest": text,
    "languages": _texts,
    "subject": maybe(text),
    "title": _words,
    "subtitle": _words,
    "owner": _words,
    "date": maybe(text),
    "approved": items(fields(Approval, by=text, on=text)),
    "emergency": _words,
    "migrate": maybe(
        fields(
            Migration,
            versions=_texts,
            states=mapping(text),
            context=mapping(text),
            values=mapping(value),
            dropped=_texts,
            restart=flag,
        )
    ),
    "parameters": _declarations,
    "facts": _declarations,
    "context": _declarations,
    "roles": mapping(fields(Role, name=text, label=_words, source_refs=_texts)),
    "events": mapping(
        fields(
            Event,
            name=text,
            actor=maybe(text),
            by=maybe(names),
            tone=maybe(text),
            data=_declarations,
            label=_words,
            note=_words,
            source_refs=_texts,
            settle=maybe(_duration),
            safety=flag,
            ticks=flag,
        )
    ),
    "actions": mapping(
        fields(
            ActionType,
            name=text,
            to=maybe(text),
            params=_declarations,
            record=items(fields(RecordField, declaration=_declaration, known=flag, by=_texts, required=flag)),
            within=maybe(_duration),
            letter=_words,
            label=_words,
            note=_words,
            source_refs=_texts,
        )
    ),
    "guards": mapping(expr),
    "guard_notes": mapping(fields(Guard, label=_words, note=_words, why=_words, source_refs=_texts)),
    "properties": mapping(
        fields(Property, name=text, pattern=text, body=mapping(anything), source_refs=_texts)
    ),
    "file": text,
    "calendar": fields(
        Calendar, zone=text, working=items(whole), closed=items(whole), hours=items(maybe(items(whole)))
    ),
    "links": mapping(fields(Link, policy=text, export=text, key=maybe(text))),
    "exports": mapping(
        fields(Export, name=text, type=_type, choices=items(fields(Choice, when=maybe(expr), value=expr)))
    ),
    "musts": mapping(
        fields(
            Must,
            id=text,
            state=whole,
            events=_texts,
            actions=_texts,
            within=_duration,
            overdue=maybe(text),
            until=items(whole),
            label=_words,
            note=_words,
            why=_words,
            source_refs=_texts,
        )
    ),
}
# Sections that a table has only where a policy has something to put there, and what they are where not.
OPTIONAL: Mapping[str, object] = {
    "guard_notes": {},
    "links": {},
    "exports": {},
    "musts": {},
    "approved": [],
    "migrate": None,
}


def test(data: Any, span: Span) -> Test:
    """A question of a decision tree; its `text` is for people."""
    given = mapping(anything)(data, span)
    asked = expr(given["expr"], span)
    return Test(asked, compile_expression(asked), _inputs(given["inputs"], span))


_inputs = items(fields(Input, kind=choice("fact", "data", "context", "by", "person"), name=text))


def _given(data: Any, span: Span) -> Any:
    """A value, or what gives one when a step is taken."""
    if type(data) is not dict:
        return value(data, span)
    computed = expr(data["expr"], span)
    return Computed(computed, compile_expression(computed))


def _refusal(data: Any, span: Span) -> Any:
    return _REFUSALS[data["code"]](data, span)


def _refused(forbid: Reader, **params: Reader) -> Reader:
    def run(data: Any, span: Span) -> Any:
        given = {name: read(data["params"][name], span) for name, read in params.items()}
        return Refusal(data["code"], given, forbid(data.get("forbid"), span))

    return run


def _nothing(data: Any, _: Span) -> None:
    if data is not None:
        raise ValueError("nothing is needed")


_REFUSALS = {
    "forbidden": _refused(_forbid, event=text, state=text),
    "role-may-not": _refused(_nothing, event=text),
    "person-needed": _refused(_nothing, event=text),
    "requires": _refused(_nothing, event=text, missing=_texts),
    "out-of-range": _refused(
        _nothing, variable=text, value=value, step=one_of({"Assign": _assign, "Add": _add})
    ),
    "endless": _refused(_nothing, states=_texts),
}
# What an edge asks for, sends, assigns, and refuses, whole or of what was raised.
PARTS: dict[str, Reader] = {
    "actions": items(fields(ActionCall, action=text, to=maybe(text), params=pairs(_given))),
    "orders": items(one_of({"Send": _send, "Cancel": _cancel})),
    "assigned": pairs(_given),
    "refusal": maybe(_refusal),
    "dropped": items(fields(DroppedEvent, event=text, refusal=_refusal)),
}
