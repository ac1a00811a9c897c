"""Values that are typed at a command line, read by their declarations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from policy_engine.cli.failure import CallError
from policy_engine.diagnostics.suggest import closest
from policy_engine.model.types import Declaration, Type, Value

_WHOLE = re.compile(r"-?[0-9]{1,18}")
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")


def read_settings(
    written: Iterable[str], declared: Mapping[str, Declaration], language: str
) -> dict[str, Value]:
    """`name=value` texts as values.

    Raises CallError for a wrong name, a value that does not fit, or a name that stands there twice.
    """
    values: dict[str, Value] = {}
    for text in written:
        name, value = _setting(text, declared, language)
        if name in values:
            raise CallError("setting-twice", language, name=name)
        values[name] = value
    return values


def read_value(text: str, wanted: Type) -> Value | None:
    """The value of a type that `text` stands for, or None where it stands for none."""
    value: Value = text
    if wanted.kind == "flag" and text in ("true", "false"):
        value = text == "true"
    elif wanted.kind in ("counter", "range") and _WHOLE.fullmatch(text):
        value = int(text)
    elif wanted.kind == "number" and _NUMBER.fullmatch(text):
        value = float(text)
    return value if wanted.accepts(value) else None


def read_declared(text: str, declared: Declaration) -> Value | None:
    """As `read_value`; a member of an enum may also be named by its label, in any language."""
    value = read_value(text, declared.type)
    if value is not None:
        return value
    wanted = text.casefold()
    found = [
        member
        for member, labels in declared.member_labels.items()
        if any(label.casefold() == wanted for label in labels.values())
    ]
    return found[0] if len(found) == 1 else None


def describe(wanted: Type) -> str:
    """What may be written for a type."""
    if wanted.kind == "flag":
        return "true, false"
    if wanted.kind == "enum":
        return ", ".join(wanted.members)
    if wanted.kind in ("counter", "range"):
        return f"{wanted.low}..{wanted.high}"
    return {"text": "…", "number": "0.0"}[wanted.kind]


def _setting(text: str, declared: Mapping[str, Declaration], language: str) -> tuple[str, Value]:
    name, equals, written = text.partition("=")
    name = name.strip()
    if not equals:
        raise CallError("not-a-setting", language, text=text)
    if name not in declared:
        raise CallError(
            "unknown-setting",
            language,
            name=name,
            declared=tuple(declared),
            suggestion=closest(name, declared),
        )
    value = read_declared(written.strip(), declared[name])
    if value is None:
        wanted = describe(declared[name].type)
        raise CallError("setting-does-not-fit", language, name=name, value=written, wanted=wanted)
    return name, value
