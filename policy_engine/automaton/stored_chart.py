"""A chart that is read from a table section by section, each when it is first needed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

from policy_engine.automaton.codec import OPTIONAL, SECTIONS, state, timer, transition
from policy_engine.automaton.damage import reading
from policy_engine.automaton.places import check_places
from policy_engine.automaton.sense import (
    check_calendar,
    check_declarations,
    check_exports,
    check_graph,
    check_letter,
    check_links,
    check_musts,
)
from policy_engine.automaton.shapes import Reader, items, whole
from policy_engine.diagnostics.span import Span
from policy_engine.model.late_chart import SLOTS, LateChart

# States, transitions and timers name each other, so they are read together.
_GRAPH = ("transitions", "timers", "states")


class StoredChart(LateChart):
    """A chart whose fields are read, and looked through, when they are first asked for. May be shared by
    threads. Any field may raise TableError then.
    """

    __slots__ = ("_lock", "_raw", "_span")

    def __init__(self, raw: dict[str, Any]) -> None:
        object.__setattr__(self, "_raw", raw)
        object.__setattr__(self, "_span", Span.start_of(str(raw["file"])))
        object.__setattr__(self, "_lock", threading.RLock())

    def _later(self, name: str) -> Any:
        return reading(lambda: self._field(name))

    def _field(self, name: str) -> Any:
        with self._lock:
            try:
                return SLOTS[name].__get__(self)
            except AttributeError:  # no other thread has read it meanwhile
                return self._read_graph(name) if name in _GRAPH else self._read(name)

    def _read(self, name: str) -> Any:
        raw = self._raw.get(name, OPTIONAL[name]) if name in OPTIONAL else self._raw[name]
        value = SECTIONS[name](raw, self._span)
        if name in ("parameters", "facts", "context"):
            check_declarations(value, optional=False)
        elif name == "events":
            for event in value.values():
                check_declarations(event.data, optional=True)
        elif name == "actions":
            for action in value.values():
                check_declarations({one.name: one.declaration for one in action.record}, optional=True)
                check_letter(action, self)
        elif name == "languages" and not value:
            raise ValueError("languages")
        elif name == "calendar":
            check_calendar(value)
        elif name == "links":
            check_links(value, self)
        elif name == "exports":
            check_exports(value, self)
        elif name == "musts":
            check_musts(value, self)
        object.__setattr__(self, name, value)
        return value

    def _read_graph(self, name: str) -> Any:
        raw, span = self._raw, self._span
        transitions = items(transition)(raw["transitions"], span)
        branches = _numbered(transitions)
        timers = items(timer(branches))(raw["timers"], span)
        states = items(state(branches, _numbered(timers)))(raw["states"], span)
        check_places(states, transitions, timers)
        check_graph(self, states, transitions)
        found = {"transitions": transitions, "timers": timers, "states": states}
        for section, value in found.items():
            object.__setattr__(self, section, value)
        return found[name]


def _numbered(found: Sequence[Any]) -> Reader:
    """Reads a list of numbers as the things that have them."""

    def pick(data: Any, span: Span) -> Any:
        number = whole(data, span)
        if number < 0:
            raise IndexError("a place that does not exist")
        return found[number]

    return items(pick)
