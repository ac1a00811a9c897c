"""The types of parameters, facts, context, event data and action parameters."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Literal

from policy_engine.diagnostics.span import Span
from policy_engine.model.duration import Duration
from policy_engine.records import field, record

Kind = Literal["flag", "counter", "range", "enum", "text", "number", "person"]
Value = bool | int | float | str
MAXIMUM_WIDTH = 10_000  # values of a counter or a range: all of them are looked at
UNKNOWN = "unknown"  # the member of an enum that says that nobody knows
NO_PERSON = "\0nobody"  # who reports what nobody reports: like nobody who is remembered, or is not
MOST = 1e308  # as far from zero as a whole number given for a `number` may lie: what a float can hold


@record
class Type:
    """A type. `low` and `high` belong to counter and range, `members` to enum.

    flag, counter, range and enum are finite: the engine enumerates them. text, number and person are opaque;
    a person is a text from the host, empty while nobody is remembered.
    """

    kind: Kind
    low: int = 0
    high: int = 0
    members: tuple[str, ...] = ()

    @property
    def finite(self) -> bool:
        return self.kind not in ("text", "number", "person")

    @property
    def values(self) -> tuple[Value, ...]:
        """Every value of a finite type, in order. Raises TypeError for an opaque one."""
        if self.kind == "flag":
            return (False, True)
        if self.kind == "enum":
            return self.members
        if self.kind in ("counter", "range"):
            return tuple(range(self.low, self.high + 1))
        raise TypeError(f"{self.kind} is opaque")

    def accepts(self, value: object) -> bool:
        """Whether a Python value belongs to this type. A bool is no number; NaN and infinity are none
        either, nor is a whole number farther from zero than MOST.
        """
        if self.kind == "flag":
            return isinstance(value, bool)
        if self.kind == "enum":
            return isinstance(value, str) and value in self.members
        if self.kind in ("counter", "range"):
            return type(value) is int and self.low <= value <= self.high
        if self.kind in ("text", "person"):
            return isinstance(value, str)
        if type(value) is int:
            return -MOST <= value <= MOST
        return type(value) is float and isfinite(value)


@record
class Lapse:
    """After how long what was added to a counter falls away by itself: each increase on its own, or with
    `all` the whole count, once nothing was added for so long.
    """

    span: Span
    after: Duration
    all: bool = False


@record
class Declaration:
    """A declared parameter, fact, variable, datum or action parameter.

    `default` is None only for event data and action parameters that must be given.
    `label`, `member_labels`, `note` and `why` are texts per language, empty where none was written.
    `in_doubt` is the member that `unknown` counts as (facts only), or None.
    `lapse` is that of a counter.
    """

    name: str
    type: Type
    default: Value | None
    label: Mapping[str, str] = field(default_factory=dict)
    member_labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    note: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    why: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source_refs: tuple[str, ...] = ()
    in_doubt: str | None = None
    lapse: Lapse | None = None


def defaults_of(declared: Mapping[str, Declaration]) -> dict[str, Value]:
    """The values to start with, of those that have one."""
    return {name: item.default for name, item in declared.items() if item.default is not None}
