"""How long something takes: timers, delays, what must be done within a time, repeats, what lapses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_engine.document.node import Word
from policy_engine.scenarios.mutation.site import Change, Names, Site, Table, replaced

_AMOUNT = re.compile(r"(?<![\w:])(0|[1-9][0-9]*) (?=[a-z])")


def _timer(site: Site, _names: Names) -> Iterator[Change]:
    key = site.node.key
    assert key is not None  # what a timer does stands behind its length
    for text in _moved(str(key)):
        yield Change(site.path, site.node, key.span, str(key), text, key=text)


def _timer_dropped(site: Site, _names: Names) -> Iterator[Change]:
    key = site.node.key
    assert key is not None
    yield Change(site.path, None, key.span, str(key))


def _delay(site: Site, _names: Names) -> Iterator[Change]:
    if isinstance(site.node, Word):
        for text in _moved(str(site.node)):
            yield Change(site.path, replaced(site.node, text), site.span, str(site.node), text)


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


DURATIONS: Table = {
    "timer": ("timer", _timer),
    "timer-dropped": ("timer", _timer_dropped),
    "delay": ("delay", _delay),
    "delay-dropped": ("delay", _delay_dropped),
}
