"""What is to be done in a session, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from policy_engine.languages import spoken
from policy_engine.model.chart import PLAIN, Chart, Must, RecordField, Send, Words
from policy_engine.model.hidden import timed_by
from policy_engine.model.types import Value
from policy_engine.records import record
from policy_engine.session.decision import Text
from policy_engine.session.filing import Cabinet
from policy_engine.session.moment import to_datetime
from policy_engine.session.timers import Entry

# Between things of which one is enough.
_OR = {"en": " or ", "nl": " of "}


@record
class Obligation:
    """Something that has to be done.

    id: its name in the policy. events, actions: what meets it, one of the events that has to happen or one of
    the actions that has to be asked for; the other is empty. field, record: the field of the action's record
    that has to be filled in instead, and the number of that record; else None. by: the roles that may report
    one of the events, that the actions are for or that fill in the field, in the order of their declaration
    (for a field: as its `by` lists them). label: what people call
    it; `label.text(language)`. due: when it must be done, an aware datetime in UTC, or None. overdue: whether
    that moment has passed.
    """

    id: str
    events: tuple[str, ...]
    actions: tuple[str, ...]
    by: tuple[str, ...]
    label: Text
    due: datetime | None
    overdue: bool
    field: str | None = None
    record: int | None = None


def open_obligations(
    chart: Chart, context: Mapping[str, Value], timers: tuple[Entry, ...], missed: Mapping[str, int]
) -> tuple[Obligation, ...]:
    """What is open, the first due first. `context` has the hidden variables too, `timers` what is due later,
    and `missed` when what is overdue was due; all of them in nanoseconds since 1970 UTC.
    """
    running = {what.id: moment for moment, _, _, what in timers if isinstance(what, Send)}
    found = []
    for must in chart.musts.values():
        standing = context[timed_by(must.id)]
        if standing != "none":
            late = standing == "overdue"
            moment = missed.get(must.id) if late else running.get(timed_by(must.id))
            found.append(_obligation(chart, must, moment, late))
    found.sort(key=_first_due)
    return tuple(found)


def _first_due(item: Obligation) -> tuple[bool, float]:
    return item.due is None, 0 if item.due is None else item.due.timestamp()


def _obligation(chart: Chart, must: Must, due: int | None, overdue: bool) -> Obligation:
    return Obligation(
        id=must.id,
        events=must.events,
        actions=must.actions,
        by=tuple(_may(chart, must)),
        label=Text("obligation", {"id": must.id}, duty_words(chart, must), chart.languages[0]),
        due=None if due is None else to_datetime(due),
        overdue=overdue,
    )


def missing_fields(
    chart: Chart, cabinet: Cabinet, now: int, others: Iterable[Obligation]
) -> tuple[Obligation, ...]:
    """Other obligations, and every field of a record that must still be filled in."""
    found = list(others)
    for filed, number, field in cabinet.fields_missing():
        within = chart.actions[filed.action].within
        due = None if within is None else within.due(filed.opened, chart.calendar)
        found.append(
            Obligation(
                id=f"{filed.action}.{field.name}",
                events=(),
                actions=(filed.action,),
                by=field.by or tuple(chart.roles),
                label=Text("field", {"name": field.name}, field_words(chart, field), chart.languages[0]),
                due=None if due is None else to_datetime(due),
                overdue=due is not None and due <= now,
                field=field.name,
                record=number,
            )
        )
    return tuple(sorted(found, key=_first_due))


def field_words(chart: Chart, field: RecordField) -> Words:
    """What people call a field: its label, or its name."""
    label = field.declaration.label
    return {language: (label.get(language, field.name),) for language in chart.languages}


def duty_words(chart: Chart, must: Must) -> Words:
    """What people call an obligation: its label, else those of what meets it, else its id."""
    if must.label:
        return must.label
    meant = [chart.events[name].label for name in must.events]
    meant += [chart.actions[name].label for name in must.actions]
    if not all(meant):
        return dict.fromkeys(chart.languages or (PLAIN,), (must.id,))
    return {
        language: (spoken(_OR, language, "en").join(" ".join(words[language]) for words in meant),)
        for language in meant[0]
    }


def _may(chart: Chart, must: Must) -> Iterator[str]:
    """The roles that can meet it."""
    wanted = {chart.actions[name].to for name in must.actions}
    permitted = [chart.events[name].by for name in must.events]
    for role in chart.roles:
        if role in wanted or any(by is None or role in by for by in permitted):
            yield role
