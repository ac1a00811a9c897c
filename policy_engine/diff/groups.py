"""Differences of two versions by what causes them, so that a cause that shows in many places is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from policy_engine.automaton.tree import Edge
from policy_engine.courses.noticed import Part
from policy_engine.courses.pair import Call, Difference
from policy_engine.courses.side import Due
from policy_engine.courses.skeleton import bare
from policy_engine.diagnostics.span import Span
from policy_engine.diff.origins import Origins
from policy_engine.model.chart import Chart
from policy_engine.model.hidden import is_written
from policy_engine.model.types import Value

# The order in which parts of an answer are told.
_WEIGHT: tuple[Part, ...] = (
    *("verdict", "after", "outcome", "actions", "reason", "path", "dropped", "fired"),
    *("deadline", "duties", "exports", "guidance"),
)


class Cause(NamedTuple):
    """Why two answers differ: what is written in either version, by its ids and places."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    old_lines: tuple[Span, ...]
    new_lines: tuple[Span, ...]


class Group(NamedTuple):
    """One cause and where it shows. `difference` has a shortest call of all that show it, under
    `parameters`; `calls` are the last calls that do, each with the states it is made in (as the new version
    names them), and `members` a shortest difference for each of them; `actions` that differ are those of
    `entered` states where this is not empty.
    """

    cause: Cause
    parts: tuple[Part, ...]
    difference: Difference
    parameters: Mapping[str, Value]
    calls: tuple[tuple[Call, tuple[str, ...]], ...]
    entered: tuple[str, ...] = ()
    members: tuple[Difference, ...] = ()

    @property
    def events(self) -> tuple[str, ...]:
        """The events after which it shows."""
        return tuple(dict.fromkeys(call.event for call, _ in self.calls if call.kind == "event"))

    @property
    def states(self) -> tuple[str, ...]:
        """The states in which it shows."""
        return tuple(dict.fromkeys(name for _, states in self.calls for name in states))


class Grouping:
    """Collects differences, those of the shortest calls first."""

    def __init__(
        self, old: Chart, new: Chart, names: Mapping[str, str], written: tuple[Chart, Chart] | None = None
    ) -> None:
        """old, new: the charts that the kernel runs, and `written` as they were written."""
        self._old, self._new = old, new
        self._origins = Origins(written or (old, new), (old, new), names)
        self._names = names
        self._shown: set[object] = set()
        self._found: dict[object, list[tuple[Difference, Mapping[str, Value], Cause, tuple[str, ...]]]] = {}

    def add(self, differences: Iterable[Difference], parameters: Mapping[str, Value]) -> None:
        """Adds what was found for one choice of the parameters; the policies are those with that choice."""
        for item in differences:
            key, cause, entered = self._placed(item)
            self._found.setdefault(key, []).append((item, parameters, cause, entered))
            self._shown.add((key, *_place(item)))

    def news(self, differences: Iterable[Difference]) -> bool:
        """Whether one of these has another cause, or shows in another place, than those that were added."""
        return any((self.key_of(item), *_place(item)) not in self._shown for item in differences)

    def key_of(self, item: Difference) -> object:
        """What is the same for all differences that are told as one."""
        return self._placed(item)[0]

    def _traced(self, item: Difference, cause: Cause) -> Cause:
        """A cause with the lines of what was changed."""
        known = cause.old_lines, cause.new_lines
        lines = self._origins.lines(item, (cause.old, cause.new), known)
        return cause._replace(old_lines=lines[0], new_lines=lines[1])

    def _placed(self, item: Difference) -> tuple[object, Cause, tuple[str, ...]]:
        """What it is told with, its cause, and the states whose entry or exit that is."""
        entered = self._entry_cause(item)
        cause = self._by_state(entered) if entered else self._cause(item)
        known = entered or (cause.old, cause.new) if entered or cause.old or cause.new else self._last(item)
        return known, cause, entered

    def groups(self) -> tuple[Group, ...]:
        """The groups: those with the shortest calls first."""
        found = []
        for every in self._found.values():
            # Where somebody is only refused in another way is of no weight beside where something is done.
            members = [member for member in every if not _idle(member[0])] or every
            first = min(members, key=lambda item: len(item[0].calls))
            parts = {part for item, *_ in members for part in item.parts}
            calls = {_place(item): (item.calls[-1], _before(item)) for item, *_ in members}
            shortest: dict[object, Difference] = {}
            for item, *_ in members:
                known = shortest.setdefault(_place(item), item)
                if len(item.calls) < len(known.calls):
                    shortest[_place(item)] = item
            found.append(
                Group(
                    self._traced(first[0], first[2]),
                    tuple(part for part in _WEIGHT if part in parts),
                    first[0],
                    first[1],
                    tuple(calls.values()),
                    first[3],
                    tuple(shortest[place] for place in calls),
                )
            )
        return tuple(sorted(found, key=lambda group: len(group.difference.calls)))

    def _last(self, item: Difference) -> object:
        call = item.calls[-1]
        return (call.kind, call.event, call.due, item.parts)

    # -- causes ----------------------------------------------------------------------------------------------

    def _cause(self, item: Difference) -> Cause:
        if set(item.parts) <= {"deadline", "duties"}:
            return self._timing(item)
        event = item.calls[-1].event
        codes = {one.code for one in (*item.old, *item.new)}
        if "role-may-not" in codes and self._old.events[event].by != self._new.events[event].by:
            # Who may report it is said once, however many states hear it.
            lines = [chart.events[event].span for chart in (self._old, self._new)]
            return Cause((f"by {event}",), (f"by {event}",), (lines[0],), (lines[1],))
        old, new = _written(item.old_edges, self._old), _written(item.new_edges, self._new)
        return Cause(tuple(old), tuple(new), tuple(old.values()), tuple(new.values()))

    def _timing(self, item: Difference) -> Cause:
        """What is due in one version and not in the other, or at another time."""
        old, new = item.due
        sides = []
        for chart, here, there in ((self._old, old, new), (self._new, new, old)):
            lengths = {(other.clock, other.length) for other in there}
            sides.append(dict(_timed(chart, one) for one in here if (one.clock, one.length) not in lengths))
        return Cause(tuple(sides[0]), tuple(sides[1]), tuple(sides[0].values()), tuple(sides[1].values()))

    def _entry_cause(self, item: Difference) -> tuple[str, ...]:
        """The states whose entry or exit asks for other actions, where nothing else differs."""
        if set(item.parts) - {"actions", "duties", "deadline"} or "actions" not in item.parts:
            return ()
        old = {self._names.get(state.id, state.id): state for state in self._old.states}
        new = {state.id: state for state in self._new.states}
        passed = {name for answer in (*item.old, *item.new) for name in (*answer.entered, *answer.exited)}
        found = tuple(
            name
            for name in new
            if name in passed
            and name in old
            and (bare(old[name].entry), bare(old[name].exit)) != (bare(new[name].entry), bare(new[name].exit))
        )
        same = [
            bare(chart.transitions[index].steps)
            for chart, edges in ((self._old, item.old_edges), (self._new, item.new_edges))
            for edge in edges
            for index in edge.transitions
        ]
        half = len(same) // 2
        return found if same[:half] == same[half:] else ()

    def _by_state(self, entered: tuple[str, ...]) -> Cause:
        back = {new: old for old, new in self._names.items()}
        old = {state.id: state.span for state in self._old.states}
        new = {state.id: state.span for state in self._new.states}
        mine = [back.get(name, name) for name in entered]
        return Cause(
            tuple(mine), entered, tuple(old[name] for name in mine), tuple(new[name] for name in entered)
        )


def _idle(item: Difference) -> bool:
    """Whether nothing is done in either version, so that only what is answered differs."""
    return all(one.verdict != "applied" for one in (*item.old, *item.new))


def _place(item: Difference) -> tuple[str, str, tuple[str, ...]]:
    """Where it shows: after which call, and in which states."""
    return item.calls[-1].kind, item.calls[-1].event, _before(item)


def _before(item: Difference) -> tuple[str, ...]:
    """Where both were before the last call, as the new version names it."""
    return item.ways[-2][1] if len(item.ways) > 1 else ()


def _written(edges: Iterable[Edge], chart: Chart) -> dict[str, Span]:
    """What is written of an answer: transitions that were taken, or what refused."""
    return dict(_each(edges, chart))


def _each(edges: Iterable[Edge], chart: Chart) -> Iterator[tuple[str, Span]]:
    for edge in edges:
        for index in edge.transitions:
            transition = chart.transitions[index]
            if is_written(transition.id):
                yield transition.id, transition.span
        refusal = edge.refusal
        if refusal is not None and refusal.forbid is not None:
            yield (
                f"forbid {refusal.params.get('state')} {' '.join(refusal.forbid.events)}",
                refusal.forbid.span,
            )
        elif refusal is not None and edge.trigger.name in chart.events:
            event = chart.events[edge.trigger.name]
            yield f"{refusal.code} {event.name}", event.span


def _timed(chart: Chart, item: Due) -> tuple[str, Span]:
    if item.what >= 0:
        timer = chart.timers[item.what]
        return f"{chart.states[timer.state].id}.after.{timer.duration}", timer.span
    from policy_engine.automaton.automaton import delayed_sends

    send = next(send for send in delayed_sends(chart) if send.order == ~item.what)
    return f"send {send.event} {send.delay}", send.span
