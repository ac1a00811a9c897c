"""How long something takes: timers, delays, what must be done within a time, repeats, what lapses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from policy_engine.document.node import Word
from policy_engine.scenarios.mutation.site import Change, Names, Operator, Site, Table, replaced

_AMOUNT = re.compile(r"(?<![\w:])(0|[1-9][0-9]*) (?=[a-z])")
_UNIT = re.compile(r"(?<= )(years|months|weeks|days|working_days|working_hours)\b")
# What a unit of the calendar is taken for.
_NEAR = {
    "years": "months",
    "months": "weeks",
    "weeks": "days",
    "days": "working_days",
    "working_days": "days",
    "working_hours": "h",
}
Rewrite = Callable[[str], Iterator[str]]
_PART = re.compile(r" - [0-9]+ [a-z_]+| at [0-9]{2}:[0-9]{2}")


def _timer_rewritten(rewrite: Rewrite) -> Operator:
    def operator(site: Site, _names: Names) -> Iterator[Change]:
        key = site.node.key
        assert key is not None
        for text in rewrite(str(key)):
            yield Change(site.path, site.node, key.span, str(key), text, key=text)

    return operator


def _delay_rewritten(rewrite: Rewrite) -> Operator:
    def operator(site: Site, _names: Names) -> Iterator[Change]:
        if isinstance(site.node, Word):
            for text in rewrite(str(site.node)):
                yield Change(site.path, replaced(site.node, text), site.span, str(site.node), text)

    return operator


def _timer_dropped(site: Site, _names: Names) -> Iterator[Change]:
    key = site.node.key
    assert key is not None
    yield Change(site.path, None, key.span, str(key))


def _delay_dropped(site: Site, _names: Names) -> Iterator[Change]:
    if site.optional and isinstance(site.node, Word):
        yield Change(site.path, None, site.span, str(site.node))


def _moved(text: str) -> Iterator[str]:
    """The length one unit shorter and one unit longer, never none: a timer of no length may never end. Where
    a name stands for the amount that is somebody's choice, and only what is taken off it moves.
    """
    match = _AMOUNT.search(text)
    if match is not None:
        for step in (-1, 1):
            amount = int(match[1]) + step
            if amount >= 1:
                yield f"{text[: match.start(1)]}{amount}{text[match.end(1) :]}"


def _in_another_unit(text: str) -> Iterator[str]:
    """The first unit of the calendar as another one."""
    match = _UNIT.search(text)
    if match is not None:
        yield f"{text[: match.start()]}{_NEAR[match[0]]}{text[match.end() :]}"


def _without_a_part(text: str) -> Iterator[str]:
    """Without what is taken off, and without the time of the day."""
    for match in _PART.finditer(text):
        yield text[: match.start()] + text[match.end() :]


DURATIONS: Table = {
    "timer": ("timer", _timer_rewritten(_moved)),
    "timer-unit": ("timer", _timer_rewritten(_in_another_unit)),
    "timer-part": ("timer", _timer_rewritten(_without_a_part)),
    "timer-dropped": ("timer", _timer_dropped),
    "delay": ("delay", _delay_rewritten(_moved)),
    "delay-unit": ("delay", _delay_rewritten(_in_another_unit)),
    "delay-part": ("delay", _delay_rewritten(_without_a_part)),
    "delay-dropped": ("delay", _delay_dropped),
}
