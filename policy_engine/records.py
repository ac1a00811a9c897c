"""Records: small classes with slots, cheap to define.

They read like `dataclasses.dataclass(frozen=True, slots=True)` and behave like it, for annotated fields
with defaults. The standard decorator compiles six methods for each class and imports `inspect`; sixty such
classes cost more than everything else that a session from a compiled table needs (docs/decisions/0006).
Here one method is compiled, the constructor, and the others are shared.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform, overload

T = TypeVar("T")
FEW = 8  # filling twice as many records field by field takes as long as compiling their constructor


class _Field:
    """What a class body says of a field beside its type."""

    __slots__ = ("compare", "make")

    def __init__(self, make: Callable[[], Any] | None, compare: bool) -> None:
        self.make = make
        self.compare = compare


@overload
def field(*, default_factory: Callable[[], Any]) -> Any: ...


@overload
def field(*, compare: bool) -> Any: ...


def field(*, default_factory: Callable[[], Any] | None = None, compare: bool = True) -> Any:
    """A field whose default is made anew for each record, or one that does not count in comparisons."""
    return _Field(default_factory, compare)


@overload
def record(cls: type[T], /) -> type[T]: ...


@overload
def record(*, frozen: bool = True, eq: bool = True) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T] | None = None, /, *, frozen: bool = True, eq: bool = True) -> Any:
    """Makes a class with annotated fields a record.

    frozen: its fields can't be set after it is made. eq: records of one class are equal when their fields
    are, and hashable when frozen (a class that is much looked up by may bring a `__hash__` of its own); else
    they are compared by identity.
    """

    def make(plain: type[T]) -> type[T]:
        return _record(plain, frozen, eq)

    return make if cls is None else make(cls)


def _record(plain: type[T], frozen: bool, eq: bool) -> type[T]:
    names = tuple(vars(plain).get("__annotations__", ()))
    said = {name: plain.__dict__[name] for name in names if name in plain.__dict__}
    defaults = {
        name: value for name, value in said.items() if not (isinstance(value, _Field) and value.make is None)
    }
    compared = tuple(name for name in names if getattr(said.get(name), "compare", True))
    body = {key: value for key, value in plain.__dict__.items() if key not in said}
    for gone in ("__dict__", "__weakref__"):
        body.pop(gone, None)
    body.update(__slots__=names, __match_args__=names, __record_fields__=names, __record_defaults__=defaults)
    body.setdefault("__repr__", _repr)
    if eq:
        body["__eq__"] = _equal
        body.setdefault("__hash__", _hash if frozen else None)
        body["_values"] = _values_of(compared)
    if frozen:
        body.update(__setattr__=_refuse, __delattr__=_refuse, __getstate__=_state, __setstate__=_set_state)
    made = cast("type[T]", type(plain.__name__, plain.__bases__, body))
    made.__init__ = _first_few(made, names, defaults, frozen)  # type: ignore[method-assign]  # it replaces itself
    return made


def _first_few(made: type[Any], names: tuple[str, ...], defaults: dict[str, Any], frozen: bool) -> Any:
    """An `__init__` that fills the first few records field by field, and then has the constructor compiled:
    most classes that a process imports are never used in it, or hardly.
    """
    left = FEW

    def __init__(self: Any, *args: Any, **given: Any) -> None:  # noqa: N807 - it stands in for one
        nonlocal left
        left -= 1
        if left < 0 or not _fill(made, names, defaults, self, args, given):
            made.__init__ = constructor = _constructor(made, names, defaults, frozen)
            constructor(self, *args, **given)  # which also says what is wrong with the arguments

    return __init__


def _fill(
    made: type[Any],
    names: tuple[str, ...],
    defaults: dict[str, Any],
    record: object,
    args: tuple[Any, ...],
    given: dict[str, Any],
) -> bool:
    """Gives a new record its fields, where the arguments are right."""
    values = dict(zip(names, args, strict=False))
    if len(args) > len(names) or not given.keys().isdisjoint(values):
        return False
    values.update(given)
    for name, default in defaults.items():
        if name not in values:
            values[name] = default.make() if isinstance(default, _Field) and default.make else default
    if values.keys() != set(names):
        return False
    for name, value in values.items():
        made.__dict__[name].__set__(record, value)
    return True


def _constructor(made: type[Any], names: tuple[str, ...], defaults: dict[str, Any], frozen: bool) -> Any:
    """An `__init__` with these parameters; the names come from the class body, never from input."""
    space: dict[str, Any] = {}
    head, body = [], []
    for name in names:
        space[f"set_{name}"] = made.__dict__[name].__set__
        value = name
        if name in defaults:
            default = defaults[name]
            space[f"default_{name}"] = default.make if isinstance(default, _Field) else default
            head.append(f"{name}=default_{name}")
            if isinstance(default, _Field):
                value = f"default_{name}() if {name} is default_{name} else {name}"
        else:
            head.append(name)
        body.append(f" set_{name}(self, {value})" if frozen else f" self.{name} = {value}")
    source = f"def __init__(self, {', '.join(head)}):\n" + ("\n".join(body) or " pass")
    exec(source, space)  # noqa: S102 - as the standard dataclasses do: the names of a class body
    return space["__init__"]


def _values_of(names: tuple[str, ...]) -> Any:
    getter = attrgetter(*names) if len(names) > 1 else None

    def values(self: object) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in names) if getter is None else getter(self)

    return values


def _equal(self: Any, other: Any) -> Any:
    return self._values() == other._values() if type(self) is type(other) else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._values())


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__record_fields__)
    return f"{type(self).__qualname__}({shown})"


def _refuse(self: Any, name: str, *_: object) -> None:
    raise AttributeError(f"a {type(self).__name__} can't be changed: {name}")


def _state(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, name) for name in self.__record_fields__)


def _set_state(self: Any, state: tuple[Any, ...]) -> None:
    for name, value in zip(self.__record_fields__, state, strict=True):
        type(self).__dict__[name].__set__(self, value)


def changed(original: T, **changes: Any) -> T:
    """A copy of a record with some fields changed. Raises TypeError for a name that it does not have."""
    fields = {name: getattr(original, name) for name in fields_of(type(original))}
    return type(original)(**{**fields, **changes})


def fields_of(made: type[Any]) -> tuple[str, ...]:
    """The names of a record's fields, in order."""
    names: tuple[str, ...] = made.__record_fields__
    return names


def is_default(made: type[Any], name: str, value: object) -> bool:
    """Whether a field has a default and `value` equals it."""
    defaults = made.__record_defaults__
    if name not in defaults:
        return False
    default = defaults[name]
    return bool(value == (default.make() if isinstance(default, _Field) and default.make else default))
