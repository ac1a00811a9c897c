"""What is written down in a session: its records, and how people fill them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType

from policy_engine.diagnostics.suggest import closest
from policy_engine.errors import InvalidDataError
from policy_engine.model.chart import Chart, RecordField
from policy_engine.model.types import Value
from policy_engine.records import record
from policy_engine.session.journal import JournalEntry
from policy_engine.session.kept import Filed
from policy_engine.session.moment import to_datetime
from policy_engine.session.values import checked_values


@record
class Record:
    """What is written down of an action that was asked for.

    action: its name. number: which record of this action it is, from 1. opened: when it was asked for.
    filled: when somebody filled something in last, or None. fields: every field by its name, with its value
    or None. missing: the fields that must be filled in and are not. Moments are aware datetimes in UTC.
    """

    action: str
    number: int
    opened: datetime
    filled: datetime | None
    fields: Mapping[str, Value | None]
    missing: tuple[str, ...]


@record
class Cabinet:
    """Reads the records of one session. `course` is that of its journal, None where it keeps none."""

    chart: Chart
    filed: tuple[Filed, ...]
    outcome: str | None
    course: tuple[JournalEntry, ...] | None

    def records(self) -> tuple[Record, ...]:
        """All of them, in the order in which they were opened."""
        return tuple(self._record(one, number) for one, number in self._numbered())

    def fields_missing(self) -> Iterator[tuple[Filed, int, RecordField]]:
        """Every field that must still be filled in, with its record and the number of that."""
        for one, number in self._numbered():
            for field in self._fields(one.action):
                if _is_missing(field, one):
                    yield one, number, field

    def filled(
        self, action: str, values: Mapping[str, object], role: str | None, number: int | None, now: int
    ) -> tuple[tuple[Filed, ...], Record]:
        """All records after one was filled in, and that one. Raises InvalidDataError."""
        place, of = self._place(action, number)
        declared = {field.name: field for field in self._fields(action)}
        types = {name: field.declaration for name, field in declared.items()}
        checked = checked_values(values, types, "field")
        for name in checked:
            field = declared[name]
            if field.known:
                raise _wrong("field-is-known", name, name=name)
            if field.by and role not in field.by:
                raise _wrong("field-of-others", name, name=name, role=role, by=field.by)
        old = self.filed[place]
        new = old._replace(values={**old.values, **checked}, filled=now)
        return (*self.filed[:place], new, *self.filed[place + 1 :]), self._record(new, of)

    def _place(self, action: str, number: int | None) -> tuple[int, int]:
        """Where the record of an action stands that is meant, and its number: without a number the first one
        in which something is missing, else the last.
        """
        known = [name for name, item in self.chart.actions.items() if item.record]
        if action not in known:
            named = str(action)
            raise _wrong("no-such-record", named, name=named, suggestion=closest(named, known))
        numbered = enumerate(self._numbered())
        own = [(place, of, one) for place, (one, of) in numbered if one.action == action]
        own = [item for item in own if number in (None, item[1])]
        if not own:
            raise _wrong("record-not-open", action, name=action)
        fields = self._fields(action)
        lacking = [item for item in own if any(_is_missing(field, item[2]) for field in fields)]
        place, of, _ = (lacking or own[-1:])[0]
        return place, of

    def _fields(self, action: str) -> tuple[RecordField, ...]:
        return self.chart.actions[action].record

    def _numbered(self) -> Iterator[tuple[Filed, int]]:
        counts: dict[str, int] = {}
        for one in self.filed:
            counts[one.action] = counts.get(one.action, 0) + 1
            yield one, counts[one.action]

    def _record(self, one: Filed, number: int) -> Record:
        fields = self._fields(one.action)
        return Record(
            one.action,
            number,
            to_datetime(one.opened),
            None if one.filled is None else to_datetime(one.filled),
            MappingProxyType({field.name: self._value(field, one) for field in fields}),
            tuple(field.name for field in fields if _is_missing(field, one)),
        )

    def _value(self, field: RecordField, one: Filed) -> Value | None:
        if not field.known or field.name == "channel":
            return one.values.get(field.name, field.declaration.default)
        if field.name == "outcome":
            return self.outcome
        if field.name == "course":
            return None if self.course is None else _told(self.course)
        day, second, _ = self.chart.calendar.local(one.opened)
        if field.name == "date":
            return date.fromordinal(day).isoformat()
        return f"{second // 3_600:02}:{second // 60 % 60:02}"


def _is_missing(field: RecordField, one: Filed) -> bool:
    return field.needed and one.values.get(field.name, "") == ""


def _told(course: Iterable[JournalEntry]) -> str:
    """The events of a journal that were not taken back, in order."""
    entries = list(course)
    gone = {entry.event_id for entry in entries if entry.call == "retract"}
    told = [entry for entry in entries if entry.call == "send" and (entry.event_id or "") not in gone]
    return ", ".join(str(one.event) for one in told)


def _wrong(code: str, about: str, **fields: object) -> InvalidDataError:
    from policy_engine.diagnostics.catalogue import render_message

    return InvalidDataError(render_message(code, fields, "en"), name=about, problem={"code": code, **fields})
