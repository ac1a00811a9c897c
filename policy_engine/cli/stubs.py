"""A Python module with the typed names of a policy, for hosts that check their types.

It has one Literal type for the events, the states, the actions, the roles and the outcomes; one TypedDict for
the parameters, the facts, the context, the data of each event and action that has any, and the fields of each
record that people fill in; and a protocol `Session`, which a session of the policy fulfils and which knows
what data each event takes, and what can be filled in.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from policy_engine.model.chart import ActionType, Chart, Event
from policy_engine.model.persons import personal_events
from policy_engine.model.types import Declaration, Type

_SIMPLE = {
    "flag": "bool",
    "counter": "int",
    "range": "int",
    "text": "str",
    "number": "float",
    "person": "str",
}
_BY = "by: Role | tuple[Role, str] | None = None"
_BY_PERSON = "by: tuple[Role, str]"


def stubs_of(chart: Chart) -> str:
    """The text of the module; the same for the same policy."""
    return "\n".join(_lines(chart)) + "\n"


def _lines(chart: Chart) -> Iterator[str]:
    yield f'"""Typed names of the policy {chart.id}, made by `policy-engine compile --stubs`: do not edit."""'
    yield ""
    yield "from datetime import datetime"
    yield "from typing import Final, Literal, NoReturn, NotRequired, Protocol, TypedDict, overload"
    yield ""
    records = [action for action in chart.actions.values() if _filled_in(action)]
    yield f"from policy_engine import {'Decision, Record' if records else 'Decision'}"
    yield ""
    yield f"POLICY: Final = {_quoted(chart.id)}"
    yield f"VERSION: Final = {_quoted(chart.version)}"
    yield f"DIGEST: Final = {_quoted(chart.digest)}"
    yield ""
    yield f"Event = {_literal(chart.events)}"
    yield f"State = {_literal(state.id for state in chart.states[1:] if state.kind != 'history')}"
    yield f"Action = {_literal(chart.actions)}"
    yield f"Role = {_literal(chart.roles)}"
    outcomes = dict.fromkeys(state.outcome for state in chart.states if state.outcome is not None)
    yield f"Outcome = {_literal(outcomes)}"
    yield _typed_dict("Parameters", chart.parameters, optional=True)
    yield _typed_dict("Facts", chart.facts, optional=True)
    yield _typed_dict("Context", chart.context, optional=False)
    data_names = _class_names((event.name for event in chart.events.values() if event.data), "Data")
    for event, name in data_names.items():
        yield _typed_dict(name, chart.events[event].data, optional=True)
    params_names = _class_names((action.name for action in chart.actions.values() if action.params), "Params")
    for action, name in params_names.items():
        yield _typed_dict(name, chart.actions[action].params, optional=False)
    field_names = _class_names((action.name for action in records), "Fields")
    for action, name in field_names.items():
        yield _fields_dict(name, _filled_in(chart.actions[action]))
    yield from _session(chart, data_names, field_names)


def _session(chart: Chart, data_names: Mapping[str, str], field_names: Mapping[str, str]) -> Iterator[str]:
    personal = personal_events(chart)
    plain = [event.name for event in chart.events.values() if not event.data]
    overloads = []
    for by in (_BY, _BY_PERSON):
        names = [event for event in plain if (event in personal) is (by is _BY_PERSON)]
        overloads += [_send(_literal(names), "data: None = None", by)] if names else []
    overloads += [
        _send(
            _literal([event]), _carried(chart.events[event], name), _BY_PERSON if event in personal else _BY
        )
        for event, name in data_names.items()
    ]
    yield ""
    yield ""
    yield "class Session(Protocol):"
    yield f'    """A session of {chart.id}, as `send`{" and `fill`" if field_names else ""} sees it."""'
    yield from _overloaded(overloads)
    yield from _overloaded([_fill(action, name) for action, name in field_names.items()])


def _overloaded(overloads: list[list[str]]) -> Iterator[str]:
    for lines in overloads:
        yield ""
        if len(overloads) > 1:
            yield "    @overload"
        yield from lines


def _fill(action: str, fields: str) -> list[str]:
    return [
        "    def fill(",
        "        self,",
        f"        action: {_literal([action])},",
        f"        values: {fields},",
        f"        {_BY},",
        "        now: datetime | None = None,",
        "        number: int | None = None,",
        "    ) -> Record: ...",
    ]


def _filled_in(action: ActionType) -> dict[str, Declaration]:
    """The fields of its record that people fill in."""
    return {field.name: field.declaration for field in action.record if not field.known}


def _carried(event: Event, name: str) -> str:
    needed = any(datum.default is None for datum in event.data.values())
    return f"data: {name}" if needed else f"data: {name} | None = None"


def _send(event: str, data: str, by: str) -> list[str]:
    return [
        "    def send(",
        "        self,",
        f"        event: {event},",
        f"        {data},",
        *(["        *,"] if by is _BY_PERSON else []),  # the data may be left out, the person may not
        f"        {by},",
        "        facts: Facts | None = None,",
        "        now: datetime | None = None,",
        "        event_id: str | None = None,",
        "        at: datetime | None = None,",
        "    ) -> Decision: ...",
    ]


def _typed_dict(name: str, declared: Mapping[str, Declaration], *, optional: bool) -> str:
    """`optional`: what has a default may be left out."""
    # The functional form, because a name of the policy may be a word of Python.
    fields = []
    for key, item in declared.items():
        type_ = _type(item.type)
        left_out = optional and item.default is not None
        fields.append(f"{_quoted(key)}: {f'NotRequired[{type_}]' if left_out else type_}")
    return f"{name} = TypedDict({_quoted(name)}, {{{', '.join(fields)}}})"


def _fields_dict(name: str, declared: Mapping[str, Declaration]) -> str:
    """Some of the fields: a record is filled in bit by bit."""
    fields = ", ".join(f"{_quoted(key)}: {_type(item.type)}" for key, item in declared.items())
    return f"{name} = TypedDict({_quoted(name)}, {{{fields}}}, total=False)"


def _type(declared: Type) -> str:
    return _literal(declared.members) if declared.kind == "enum" else _SIMPLE[declared.kind]


def _literal(values: Iterable[str]) -> str:
    listed = ", ".join(map(_quoted, values))
    return f"Literal[{listed}]" if listed else "NoReturn"


def _class_names(ids: Iterable[str], ending: str) -> dict[str, str]:
    """A class name for each id. Where two would get the same one (`a_1`, `a1`), the later gets a number."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for id in ids:
        name = "".join(part.capitalize() for part in id.split("_")) + ending
        counts[name] += 1
        # Behind the ending, where no id can put it.
        names[id] = name if counts[name] == 1 else f"{name}{counts[name]}"
    return names


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=True)
