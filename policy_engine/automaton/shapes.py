"""Readers: each turns JSON data into one kind of thing, and refuses all else.

A reader takes the data and the place that goes into records which have one. For data of another kind it
raises ValueError, or what looking into them raises: `damage` knows them all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from policy_engine.diagnostics.span import Span
from policy_engine.model.types import MOST, Value
from policy_engine.records import fields_of

Reader = Callable[[Any, Span], Any]


def text(data: Any, _: Span) -> str:
    """A text."""
    if type(data) is not str:
        raise ValueError("a text is needed")
    return data


def whole(data: Any, _: Span) -> int:
    """A whole number; a bool is none."""
    if type(data) is not int:
        raise ValueError("a whole number is needed")
    return data


def flag(data: Any, _: Span) -> bool:
    """True or false."""
    if type(data) is not bool:
        raise ValueError("true or false is needed")
    return data


def value(data: Any, _: Span) -> Value:
    """A flag, a text, or a number that is not too far from zero."""
    kind = type(data)
    if kind is str or kind is bool or (kind in (int, float) and -MOST <= data <= MOST):
        return data  # type: ignore[no-any-return]  # it is one of these kinds
    raise ValueError("a value is needed")


def anything(data: Any, _: Span) -> Any:
    """JSON as it is."""
    return data


def maybe(read: Reader) -> Reader:
    """What `read` reads, or None."""

    def run(data: Any, span: Span) -> Any:
        return None if data is None else read(data, span)

    return run


def choice(*words: str) -> Reader:
    """One of these words."""

    def run(data: Any, _: Span) -> str:
        if type(data) is not str or data not in words:
            raise ValueError(f"one of {words} is needed")
        return data

    return run


def items(read: Reader) -> Reader:
    """A list, as a tuple."""

    def run(data: Any, span: Span) -> tuple[Any, ...]:
        return tuple([read(item, span) for item in _list(data)])

    return run


def pairs(read: Reader) -> Reader:
    """A list of names with what belongs to each, as a tuple of tuples."""

    def run(data: Any, span: Span) -> tuple[tuple[str, Any], ...]:
        found = []
        for item in _list(data):
            name, what = _list(item)
            found.append((text(name, span), read(what, span)))
        return tuple(found)

    return run


def names(data: Any, span: Span) -> frozenset[str]:
    """A list of texts, as a set."""
    return frozenset([text(item, span) for item in _list(data)])


def mapping(read: Reader) -> Reader:
    """An object: names with what belongs to each."""

    def run(data: Any, span: Span) -> dict[str, Any]:
        return {key: read(item, span) for key, item in data.items()}

    return run


def fields(made: type[Any], **readers: Reader) -> Reader:
    """A record, from an object with its fields; `$` may say what it is. What has a default may be missing."""
    placed = "span" in fields_of(made)

    def run(data: Any, span: Span) -> Any:
        given: dict[str, Any] = {"span": span} if placed else {}
        for name, item in data.items():
            if name != "$":
                given[name] = readers[name](item, span)
        return made(**given)

    return run


def one_of(readers: dict[str, Reader]) -> Reader:
    """What the object says in `$` that it is."""

    def run(data: Any, span: Span) -> Any:
        return readers[data["$"]](data, span)

    return run


def _list(data: Any) -> list[Any]:
    if type(data) is not list:
        raise ValueError("a list is needed")
    return data
