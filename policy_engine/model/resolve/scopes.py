"""What may be read where, and expressions read in it without a second word about a broken name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Node, Scalar
from policy_engine.model.expressions.moved import moved
from policy_engine.model.expressions.read import (
    read_amount,
    read_any,
    read_expression,
    read_guard,
    read_value,
)
from policy_engine.model.expressions.result import Declared, type_of
from policy_engine.model.expressions.scope import Scope
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.types import Declaration, Type


@dataclass(frozen=True, slots=True)
class EventData:
    """What the events of one branch carry.

    `common` is declared alike by all of them, `differing` by some only or in several ways; `open` when an
    event of the branch is not known well enough to say.
    """

    common: Mapping[str, Declaration]
    differing: frozenset[str]
    open: bool


class _Known(NamedTuple):
    """A condition that was read: where it stands, and in what scope, which lives as long as its id counts."""

    expr: Expr
    place: Span
    scope: Scope


@dataclass(slots=True)
class Reader:
    """Reads conditions and values."""

    scope: Scope  # for conditions outside `on`: no event in hand
    roles: Sequence[str]
    open_codes: set[str]
    sink: Diagnostics
    # The scopes in use, each with what it was made of: a branch asks for the same one again and again.
    _of_data: tuple[Scope, EventData, Scope] | None = None
    _of_value: tuple[Scope, Scope] | None = None
    _known: dict[tuple[str, int], _Known] = field(default_factory=dict)  # sound conditions, by text and scope

    def condition(self, leaf: Scalar | None, data: EventData | None = None) -> Expr | None:
        """A condition; None where nothing was written, or after reporting what is wrong with it."""
        if leaf is None:
            return None
        scope, place = self.scope_of(data), leaf.span
        known = self._known.get((leaf.text, id(scope)))
        if known is not None and (by := _further(known.place, place)) is not None:
            return moved(known.expr, *by)
        notes = Diagnostics()
        expr = read_guard(leaf, scope, notes)
        if expr is not None and not len(notes):
            self._known[leaf.text, id(scope)] = _Known(expr, place, scope)
        self.tell(notes, data)
        return expr

    def value(
        self, raw: Node, wanted: Type, data: EventData | None = None, *, literal: bool = False
    ) -> Expr | None:
        """A literal or an expression of a type; with `literal` an expression is written `{expr: ...}`."""
        notes = Diagnostics()
        expr = read_value(raw, wanted, self._of_values(data), notes, literal=literal)
        self.tell(notes, data)
        return expr

    def anything(self, raw: Node, data: EventData | None = None) -> Expr | None:
        """A literal of whatever type, or an expression written `{expr: ...}`."""
        notes = Diagnostics()
        expr = read_any(raw, self._of_values(data), notes)
        self.tell(notes, data)
        return expr

    def exported(self, raw: Node) -> Expr | None:
        """Like `anything`, where it may be asked which states are active."""
        notes = Diagnostics()
        expr = read_any(raw, self.scope, notes)
        self.tell(notes)
        return expr

    def key(self, leaf: Scalar, data: EventData | None = None) -> Expr | None:
        """An expression that says which session is meant: a text, or the member of an enum."""
        notes = Diagnostics()
        typed = read_expression(leaf, self._of_values(data), notes)
        self.tell(notes, data)
        if typed is None:
            return None
        if typed.shape.kind not in ("text", "enum"):
            self.sink.error("key-not-text", leaf.span, written=str(typed.expr), kind=typed.shape.word)
            return None
        return typed.expr

    def type_of(self, expr: Expr, data: EventData | None = None) -> Type:
        """The type of an expression that was read here."""
        scope = self.scope_of(data)
        declared: Declared = {
            "context": scope.context,
            "fact": scope.facts,
            "parameter": scope.parameters,
            "data": scope.data or {},
        }
        return type_of(expr, declared, tuple(self.roles))

    def amount(self, raw: Node, data: EventData | None = None) -> Expr | None:
        """What `add` adds: a whole number of any size, or an expression."""
        notes = Diagnostics()
        expr = read_amount(raw, self._of_values(data), notes)
        self.tell(notes, data)
        return expr

    def _of_values(self, data: EventData | None) -> Scope:
        scope = self.scope_of(data)
        if self._of_value is None or self._of_value[0] is not scope:
            self._of_value = (scope, scope.without_states())
        return self._of_value[1]

    def scope_of(self, data: EventData | None) -> Scope:
        """What may be read where the event in hand carries `data`."""
        if data is None:
            return self.scope
        made = self._of_data
        if made is None or made[0] is not self.scope or made[1] is not data:
            made = (self.scope, data, self.scope.with_data(data.common, self.roles))
            self._of_data = made
        return made[2]

    def tell(self, notes: Diagnostics, data: EventData | None = None) -> None:
        """Passes findings on, without those that only follow from a section that could not be read."""
        for note in notes:
            if note.code in self.open_codes or (note.code == "undeclared-datum" and data and data.open):
                continue
            name = note.fields.get("name")
            if note.code == "undeclared-datum" and data is not None and name in data.differing:
                self.sink.error("data-differs", note.span, name=name)
            else:
                tell = self.sink.error if note.severity == "error" else self.sink.warning
                tell(note.code, note.span, **note.fields)


def _further(first: Span, place: Span) -> tuple[int, int] | None:
    """How many lines and columns further the same text is written once more; None where it takes more or less
    room, or several lines, so that not all of it is as much further.
    """
    if place.line != place.end_line or first.line != first.end_line:
        return None
    columns = place.column - first.column
    return (place.line - first.line, columns) if place.end_column - first.end_column == columns else None
