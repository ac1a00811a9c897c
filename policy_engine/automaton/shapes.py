"""Whether the fields of a record that was read from a file are what its class says they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Check = Callable[[Any], bool]


def check_fields(record: type[Any], given: Mapping[str, object]) -> None:
    """Raises ValueError for a field of another kind, and KeyError for one that the record does not have."""
    checks = _checks(record)
    for name, value in given.items():
        if not checks[name](value):
            raise ValueError(f"{record.__name__}.{name}")


_known: dict[type[Any], dict[str, Check]] = {}  # of the few classes that a table can name


def _checks(record: type[Any]) -> dict[str, Check]:
    if record not in _known:
        _known[record] = {name: _check(hint) for name, hint in get_type_hints(record).items()}
    return _known[record]


def _check(hint: Any) -> Check:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is object or hint is Any:
        return lambda _: True
    if origin in (Union, UnionType):
        return _one_of(arguments)
    if origin is Literal:
        return lambda value: type(value) is str and value in arguments
    if origin is tuple:
        return _tuple(arguments)
    if origin is frozenset:
        item = _check(arguments[0])
        return lambda value: type(value) is frozenset and all(map(item, value))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, item = map(_check, arguments)
        return lambda value: type(value) is dict and all(map(key, value)) and all(map(item, value.values()))
    if origin is not None:
        return callable
    # Exactly this class: a bool is no index, and records have no subclasses.
    return lambda value: type(value) is hint


def _one_of(hints: tuple[Any, ...]) -> Check:
    plain = frozenset(hint for hint in hints if get_origin(hint) is None)
    checks = [_check(hint) for hint in hints if hint not in plain]
    return lambda value: type(value) in plain or any(check(value) for check in checks)


def _tuple(hints: tuple[Any, ...]) -> Check:
    if hints[-1] is Ellipsis:
        item = _check(hints[0])
        return lambda value: type(value) is tuple and all(map(item, value))
    checks = [_check(hint) for hint in hints]
    return lambda value: (
        type(value) is tuple
        and len(value) == len(checks)
        and all(check(one) for check, one in zip(checks, value, strict=True))
    )
