"""When a course on which something comes too late begins, and what is next on it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from policy_engine.courses.spoken import told_duration
from policy_engine.model.chart import Chart
from policy_engine.model.duration import NANOSECONDS, Duration, Unit

_EXACT: tuple[Unit, ...] = ("h", "min", "s", "ms")
_SECOND = NANOSECONDS["s"]
_NEVER = {"en": "nothing comes by itself there", "nl": "daar komt niets vanzelf"}
_NEXT = {
    "en": "nothing has to come by itself before {} have gone by",
    "nl": "pas na {} moet er vanzelf iets komen",
}
_BEGUN = {"en": "counted from {}; ", "nl": "geteld vanaf {}; "}


def told_time(chart: Chart, limit: Duration, begun: int | None, latest: int | None) -> Mapping[str, str]:
    """In every language of the tools.

    limit: in whose unit lengths are told, where that fits.
    begun: the moment it is counted from, in nanoseconds since 1970; None where any moment does.
    latest: how many nanoseconds later the next that comes by itself must have come; None where nothing must.
    """
    found = {}
    for language, never in _NEVER.items():
        text = never
        if latest is not None:
            text = _NEXT[language].format(told_duration(_length(latest, limit.unit), chart, language))
        if begun is not None:
            from zoneinfo import ZoneInfo  # most policies need none

            moment = datetime.fromtimestamp(begun // _SECOND, UTC).astimezone(ZoneInfo(chart.calendar.zone))
            text = _BEGUN[language].format(f"{moment:%Y-%m-%d %H:%M}") + text
        found[language] = text
    return found


def _length(time: int, unit: Unit) -> Duration:
    """A length in a unit, or in the largest one of which it is a whole number."""
    units = (unit, *_EXACT) if unit in _EXACT else _EXACT
    fitting = next((each for each in units if time % NANOSECONDS[each] == 0), _EXACT[-1])
    return Duration(time // NANOSECONDS[fitting], fitting)
