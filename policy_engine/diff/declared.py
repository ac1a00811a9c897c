"""What two versions of a policy declare otherwise, whether or not a call shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from policy_engine.courses.skeleton import bare
from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import ActionType, Chart, Event, Must, RecordField, State
from policy_engine.model.expressions.tree import literal
from policy_engine.model.types import Declaration, Type

Section = Literal[
    "parameter",
    "fact",
    "role",
    "event",
    "datum",
    "action",
    "action parameter",
    "field",
    "export",
    "must",
    "state",
]
Change = Literal["added", "removed", "changed"]
What = Literal[
    "", "type", "default", "settle", "record", "within", "known", "from", "role", "order", "meets", "by"
]


class Declared(NamedTuple):
    """One declaration that differs. `what` of it, and how it reads in either version, where it is changed."""

    section: Section
    name: str
    change: Change
    what: What = ""
    old: str = ""
    new: str = ""
    old_line: Span | None = None
    new_line: Span | None = None


def declared_differences(
    old: Chart, new: Chart, names: Mapping[str, str], *, by_name: bool
) -> tuple[Declared, ...]:
    """Every declaration that a caller can notice and that differs; states with other names only where these
    count.
    """
    return tuple(_all(old, new, names, by_name=by_name))


def _all(old: Chart, new: Chart, names: Mapping[str, str], *, by_name: bool) -> Iterator[Declared]:
    yield from _values("parameter", old.parameters, new.parameters)
    yield from _values("fact", old.facts, new.facts)
    for name in sorted(old.links.keys() | new.links.keys()):
        one, other = (bare(chart.links[name]) if name in chart.links else None for chart in (old, new))
        if one != other and name in old.facts and name in new.facts:
            read = [
                f"{chart.links[name].policy}.{chart.links[name].export}" if name in chart.links else ""
                for chart in (old, new)
            ]
            yield Declared("fact", name, "changed", "from", read[0], read[1])
    yield from _only("role", dict.fromkeys(old.roles), dict.fromkeys(new.roles))
    first = [next(iter(chart.roles), "") for chart in (old, new)]
    if first[0] != first[1]:
        yield Declared("role", first[1], "changed", "order", first[0], first[1])
    yield from _events(old.events, new.events)
    yield from _actions(old.actions, new.actions)
    yield from _only("export", dict.fromkeys(old.exports), dict.fromkeys(new.exports))
    yield from _musts(old.musts, new.musts)
    if by_name:
        yield from _states(old, new, names)


def _only(
    section: Section, old: Mapping[str, Span | None], new: Mapping[str, Span | None]
) -> Iterator[Declared]:
    for name, line in old.items():
        if name not in new:
            yield Declared(section, name, "removed", old_line=line)
    for name, line in new.items():
        if name not in old:
            yield Declared(section, name, "added", new_line=line)


def _values(
    section: Section, old: Mapping[str, Declaration], new: Mapping[str, Declaration], of: str = ""
) -> Iterator[Declared]:
    for item in _only(section, dict.fromkeys(old), dict.fromkeys(new)):
        yield item._replace(name=of + item.name)
    for name, after in new.items():
        if name in old:
            before = old[name]
            if before.type != after.type:
                yield Declared(
                    section, of + name, "changed", "type", type_words(before.type), type_words(after.type)
                )
            if before.default != after.default:
                yield Declared(section, of + name, "changed", "default", _default(before), _default(after))


def type_words(kind: Type) -> str:
    """A type as it is written."""
    if kind.kind in ("counter", "range"):
        return f"{kind.low}..{kind.high}"
    return f"[{', '.join(kind.members)}]" if kind.kind == "enum" else kind.kind


def _default(item: Declaration) -> str:
    return "" if item.default is None else literal(item.default)


def _events(old: Mapping[str, Event], new: Mapping[str, Event]) -> Iterator[Declared]:
    yield from _only(
        "event", {name: one.span for name, one in old.items()}, {name: one.span for name, one in new.items()}
    )
    for name, after in new.items():
        if name in old:
            before = old[name]
            yield from _values("datum", before.data, after.data, f"{name}.")
            if before.settle != after.settle:
                words = str(before.settle or ""), str(after.settle or "")
                yield Declared("event", name, "changed", "settle", *words, before.span, after.span)


def _actions(old: Mapping[str, ActionType], new: Mapping[str, ActionType]) -> Iterator[Declared]:
    yield from _only(
        "action", {name: one.span for name, one in old.items()}, {name: one.span for name, one in new.items()}
    )
    for name, after in new.items():
        if name not in old:
            continue
        before = old[name]
        yield from _values("action parameter", before.params, after.params, f"{name}.")
        if before.within != after.within:
            words = str(before.within or ""), str(after.within or "")
            yield Declared("action", name, "changed", "within", *words, before.span, after.span)
        fields = [{field.name: field for field in one.record} for one in (before, after)]
        yield from _fields(name, before, after, *fields)


def _fields(
    name: str,
    before: ActionType,
    after: ActionType,
    old: Mapping[str, RecordField],
    new: Mapping[str, RecordField],
) -> Iterator[Declared]:
    lines = before.span, after.span
    for item in _only("field", dict.fromkeys(old, lines[0]), dict.fromkeys(new, lines[1])):
        yield item._replace(name=f"{name}.{item.name}")
    for field in new.keys() & old.keys():
        if bare(old[field]) != bare(new[field]):
            words = _field_words(old[field]), _field_words(new[field])
            yield Declared("field", f"{name}.{field}", "changed", "record", *words, *lines)


def _field_words(field: RecordField) -> str:
    if field.known:
        return "known"
    words = [type_words(field.declaration.type)]
    words += [] if field.required else ["optional"]
    words += [f"by {', '.join(field.by)}"] if field.by else []
    return ", ".join(
        [*words, *([_default(field.declaration)] if field.declaration.default is not None else [])]
    )


def _musts(old: Mapping[str, Must], new: Mapping[str, Must]) -> Iterator[Declared]:
    yield from _only(
        "must", {name: one.span for name, one in old.items()}, {name: one.span for name, one in new.items()}
    )
    for name, after in new.items():
        if name in old:
            meets = _meets(old[name]), _meets(after)
            if meets[0] != meets[1]:
                yield Declared("must", name, "changed", "meets", *meets, old[name].span, after.span)


def _meets(must: Must) -> str:
    return " or ".join((*must.events, *must.actions))


def _states(old: Chart, new: Chart, names: Mapping[str, str]) -> Iterator[Declared]:
    """States whose role is another: agents see it, whatever happens in them."""
    before = {names.get(state.id, state.id): state for state in old.states[1:]}
    for state in new.states[1:]:
        other: State | None = before.get(state.id)
        if other is not None and other.role != state.role and state.kind != "history":
            yield Declared(
                "state",
                state.id,
                "changed",
                "role",
                other.role or "",
                state.role or "",
                other.span,
                state.span,
            )
