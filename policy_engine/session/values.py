"""Data, facts, parameters and roles from the host, checked against what the policy declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from policy_engine.errors import InvalidDataError, UnknownRoleError
from policy_engine.model.types import Declaration, Type, Value

# How many event ids a session can be asked to keep.
MOST_REMEMBERED = 1_000_000

SOMEBODY = "\0somebody"  # a person whom nobody has remembered yet
By = str | tuple[str, str]  # who reports: a role, or a role and a person

What = Literal["datum", "fact", "parameter", "field"]
_WHAT: dict[str, dict[str, str]] = {
    "datum": {"en": "datum", "nl": "gegeven"},
    "fact": {"en": "fact", "nl": "feit"},
    "parameter": {"en": "parameter", "nl": "parameter"},
    "field": {"en": "field", "nl": "veld"},
}


def complete(
    given: Mapping[str, object], declared: Mapping[str, Declaration], what: What, base: Mapping[str, Value]
) -> dict[str, Value]:
    """`base` with the given values in their places.

    what: stands in the message. Raises InvalidDataError for an unknown name, a
    value of another type or range, or a required datum that is neither given nor in `base`.
    """
    values = {**base, **checked_values(given, declared, what)}
    if len(values) < len(declared):
        missing = next(name for name in declared if name not in values)
        raise _invalid("missing-data", missing, {"what": _WHAT[what], "name": missing})
    return values


def checked_values(
    given: Mapping[str, object], declared: Mapping[str, Declaration], what: What
) -> dict[str, Value]:
    """The given values. Raises InvalidDataError for an unknown name, or a value of another type or range."""
    if not isinstance(given, Mapping):
        raise _invalid("not-a-mapping", what, {"what": _WHAT[what]})
    values: dict[str, Value] = {}
    for name, value in given.items():
        declaration = declared.get(name)
        if declaration is None:
            # Imported here, as below, because a host that is in order needs none.
            from policy_engine.diagnostics.suggest import closest

            named = _named(name)
            raise _invalid(
                "unknown-name",
                named,
                {"what": _WHAT[what], "name": named, "suggestion": closest(named, declared)},
            )
        if not declaration.type.accepts(value):
            raise _invalid(
                "wrong-value",
                name,
                {
                    "what": _WHAT[what],
                    "name": name,
                    "value": shown(value),
                    "wanted": describe(declaration.type),
                },
            )
        values[name] = value  # type: ignore[assignment]  # accepts() has just shown that it is a Value
    return values


def check_remember(given: object) -> None:
    """Raises InvalidDataError where a session can't be asked to remember so many event ids."""
    wanted = Type("range", 0, MOST_REMEMBERED)
    if not wanted.accepts(given):
        what = {"en": "argument", "nl": "argument"}
        fields: dict[str, object] = {
            "what": what,
            "name": "remember",
            "value": shown(given),
            "wanted": describe(wanted),
        }
        raise _invalid("wrong-value", "remember", fields)


def describe(wanted: Type) -> dict[str, str]:
    """A type in a few words, in each language."""
    members = ", ".join(wanted.members)
    match wanted.kind:
        case "flag":
            return {"en": "true or false", "nl": "true of false"}
        case "counter" | "range":
            return {
                "en": f"a whole number from {wanted.low} to {wanted.high}",
                "nl": f"een heel getal van {wanted.low} tot en met {wanted.high}",
            }
        case "enum":
            return {"en": f"one of {members}", "nl": f"een van {members}"}
        case "text":
            return {"en": "a text", "nl": "een tekst"}
        case _:
            return {"en": "a finite number", "nl": "een eindig getal"}


def role_of(by: object, roles: Mapping[str, object]) -> str:
    """The role in `by`, which is a role or (role, person). Raises UnknownRoleError."""
    role = by[0] if isinstance(by, tuple) and len(by) == 2 and isinstance(by[1], str) else by
    if not isinstance(role, str) or role not in roles:
        from policy_engine.diagnostics.suggest import closest

        named = _named(role)
        raise UnknownRoleError(named, tuple(roles), closest(named, roles))
    return role


def person_of(by: object) -> str:
    """The person in `by`, empty where it names none."""
    return by[1] if isinstance(by, tuple) and len(by) == 2 and isinstance(by[1], str) else ""


def shown(value: object) -> str:
    """Any value for a message, in at most 80 characters. Never fails, whatever its `repr` does."""
    try:
        return repr(value)[:80]
    except Exception:  # a number of too many digits, lists in lists, a class of the host
        return "…"


def _named(name: object) -> str:
    """A name as it was given; where it is no text, in the form for a message."""
    return name if isinstance(name, str) else shown(name)


def _invalid(code: str, name: str, fields: dict[str, object]) -> InvalidDataError:
    from policy_engine.diagnostics.catalogue import render_message

    return InvalidDataError(render_message(code, fields, "en"), name=name, problem={"code": code, **fields})
