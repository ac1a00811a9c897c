"""Records in scenarios: what a step fills in, and which fields can be missing."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import Node, Word
from policy_engine.model.chart import Chart, RecordField
from policy_engine.model.scenario_files import FillFile
from policy_engine.model.scenarios import FillStep
from policy_engine.model.types import Value
from policy_engine.scenarios.literals import read_literal
from policy_engine.session.values import By


class Records:
    """What the actions of a policy write down. Every mistake goes to the sink."""

    def __init__(self, chart: Chart, sink: Diagnostics) -> None:
        self._roles = tuple(chart.roles)
        self._sink = sink
        self._fields = {
            name: {field.name: field for field in action.record}
            for name, action in chart.actions.items()
            if action.record
        }

    @property
    def missing(self) -> list[str]:
        """Every field that can be missing, as `action.field`."""
        return [
            f"{action}.{name}"
            for action, fields in self._fields.items()
            for name, field in fields.items()
            if field.needed
        ]

    def step(self, span: Span, part: FillFile, by: Sequence[Word] | None) -> FillStep | None:
        """The step that fills in fields of an action, which is declared; None where it has a mistake."""
        fields = self._fields.get(part.action)
        if fields is None:
            known = list(self._fields)
            suggestion = closest(part.action, known)
            self._sink.error(
                "action-without-record",
                part.action.span,
                name=str(part.action),
                suggestion=suggestion,
                known=known,
            )
            return None
        found = {name: fields[name] for name in part.values if name in fields}
        role = self._first(list(found.values())) if by is None else str(by[0])
        values = {}
        for name, raw in part.values.items():
            value = self._value(part.action, name, raw, fields, role)
            if value is not None:
                values[str(name)] = value
        return FillStep(span, str(part.action), values, role if by is None else reporter_of(by))

    def _value(
        self, action: Word, name: Word, raw: Node, fields: dict[str, RecordField], role: str | None
    ) -> Value | None:
        field = fields.get(name)
        if field is None:
            known = [other for other, one in fields.items() if not one.known]
            self._sink.error(
                "undeclared-field",
                name.span,
                action=str(action),
                name=str(name),
                suggestion=closest(name, known),
                known=known,
            )
        elif field.known:
            self._sink.error("field-is-known", name.span, name=str(name))
        elif field.by and role not in field.by:
            self._sink.error("field-of-others", name.span, name=str(name), role=role, by=field.by)
        else:
            return read_literal(raw, field.declaration.type, self._sink)
        return None

    def _first(self, fields: Sequence[RecordField]) -> str | None:
        """The first declared role that may fill in all of these, or else the first of them."""
        for some in (fields, fields[:1]):
            for role in self._roles:
                if all(not field.by or role in field.by for field in some):
                    return role
        return None


def reporter_of(words: Sequence[Word] | None) -> By | None:
    """The role that a step names, or the role and the person."""
    if words is None:
        return None
    role, *person = map(str, words)
    return (role, person[0]) if person else role
