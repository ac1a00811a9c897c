"""The calendar of a policy: zone, days and hours looked up, public holidays put among the closed days."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo, available_timezones

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.model.calendar import DEFAULT, MONDAY_TO_FRIDAY, WEEKDAYS, Calendar, Hours
from policy_engine.model.files.calendar import CalendarFile

# Public holidays are decided a few years ahead at the most; what is later is what the rules of today give.
HOLIDAY_YEARS = range(2010, 2061)


def calendar_of(file: CalendarFile | None, sink: Diagnostics) -> Calendar:
    """The calendar, or as much of it as is sound."""
    if file is None:
        return DEFAULT
    working = _working(file, sink)
    closed = {date.fromisoformat(day).toordinal() for day in file.closed or ()}
    closed |= _holidays(file, sink)
    return Calendar(
        _zone(file, sink),
        working,
        tuple(sorted(day for day in closed if (day + 6) % 7 in working)),
        _hours(file, working, sink),
    )


def _zone(file: CalendarFile, sink: Diagnostics) -> str:
    word = file.time_zone
    if word is None:
        return DEFAULT.zone
    try:
        return ZoneInfo(str(word)).key
    except (KeyError, OSError, ValueError):
        pass  # no such zone, the name of a folder, or no name at all
    known = available_timezones()
    names = {name.rpartition("/")[2].lower(): name for name in sorted(known)}
    near = names.get(word.lower().replace(" ", "_")) or (closest(word, known) if "/" in word else None)
    sink.error("unknown-time-zone", word.span, name=str(word), suggestion=near)
    return DEFAULT.zone


def _working(file: CalendarFile, sink: Diagnostics) -> tuple[int, ...]:
    if file.working_days is None:
        return MONDAY_TO_FRIDAY
    if not file.working_days and not file.raw["working_days"].broken:
        sink.error("empty-list", file.value_span("working_days"))
    found = tuple(sorted({WEEKDAYS.index(day) for day in file.working_days}))
    return found or MONDAY_TO_FRIDAY


def _hours(file: CalendarFile, working: tuple[int, ...], sink: Diagnostics) -> tuple[Hours | None, ...]:
    given = file.opening_hours
    if given is None:
        return ()
    if isinstance(given, tuple):
        return tuple(given if day in working else None for day in range(7))
    hours: list[Hours | None] = [None] * 7
    for word, span in given.items():
        day = WEEKDAYS.index(word)
        if day in working:
            hours[day] = span
        else:
            sink.error("hours-of-no-working-day", word.span, day=str(word))
    if not given and not file.raw["opening_hours"].broken:
        sink.error("empty-list", file.value_span("opening_hours"))
    return tuple(hours) if any(hours) else ()


def _holidays(file: CalendarFile, sink: Diagnostics) -> set[int]:
    word = file.country
    if word is None:
        if file.subdivision is not None:
            sink.error("subdivision-without-country", file.key_span("subdivision"))
        return set()
    import holidays  # takes longer than all the rest of a load

    parts = holidays.list_supported_countries(include_aliases=False)
    if word not in parts:
        near = word.upper() if word.upper() in parts else closest(word.upper(), parts)
        sink.error("unknown-country", word.span, name=str(word), suggestion=near)
        return set()
    part = file.subdivision
    if part is not None and part not in parts[word]:
        known = list(parts[word])
        sink.error(
            "unknown-subdivision",
            part.span,
            name=str(part),
            country=str(word),
            suggestion=part.upper() if part.upper() in known else closest(part, known),
            known=known,
        )
        return set()
    found = holidays.country_holidays(
        str(word), subdiv=None if part is None else str(part), years=HOLIDAY_YEARS
    )
    return {day.toordinal() for day in found}
