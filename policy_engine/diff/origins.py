"""Which lines of two versions a difference comes from: not always those that lead to the answers that differ.

What was changed may lie further back: a transition that sets another value shows only where that value is
read. So the answers are asked first; then the way to them, its last step first; then the states on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from policy_engine.automaton.tree import Edge
from policy_engine.courses.pair import Difference
from policy_engine.courses.skeleton import bare
from policy_engine.diagnostics.span import Span
from policy_engine.diff.changes import changed_pairs
from policy_engine.model.chart import Chart, State, Transition

Lines = tuple[tuple[Span, ...], tuple[Span, ...]]  # of the old and of the new version


class _Change(NamedTuple):
    """Something that is written otherwise: by its id in either version, and where."""

    ids: tuple[str, str]
    lines: Lines


class Origins:
    """What was changed from one version to the next, ready to be found again in differences."""

    def __init__(
        self, charts: tuple[Chart, Chart], woven: tuple[Chart, Chart], names: Mapping[str, str]
    ) -> None:
        """charts: as they are written; woven: as the kernel runs them. names: what the new version calls a
        state of the old one, where that differs.
        """
        self._woven = woven
        self._transitions = [_transition(*pair) for pair in changed_pairs(*charts, names)]
        self._states = dict(_states(*charts, names))
        self._names = names

    def lines(self, item: Difference, cause: tuple[Sequence[str], Sequence[str]], known: Lines) -> Lines:
        """The lines of a difference. cause: the ids of what leads to the answers, and `known` its lines."""
        direct = [one for one in self._transitions if any(map(_names_it, one.ids, cause))]
        if direct:
            both = [tuple(line for one in direct for line in one.lines[side]) for side in (0, 1)]
            return both[0] or known[0], both[1] or known[1]
        for edges in (*reversed(item.passed), (item.old_edges, item.new_edges)):
            ids = [{*self._ids(mine, chart)} for mine, chart in zip(edges, self._woven, strict=True)]
            found = [one for one in self._transitions if one.ids[0] in ids[0] or one.ids[1] in ids[1]]
            if found:
                return found[-1].lines
        for name in self._on_the_way(item):
            if name in self._states:
                return self._states[name]
        return known

    @staticmethod
    def _ids(edges: Iterable[Edge], chart: Chart) -> Iterator[str]:
        for edge in edges:
            yield from (chart.transitions[index].id for index in edge.transitions)

    def _on_the_way(self, item: Difference) -> Iterator[str]:
        """The states that were entered, left or stayed in, the last ones first."""
        for edges in ((item.old_edges, item.new_edges), *reversed(item.passed)):
            for mine, chart, names in zip(edges, self._woven, (self._names, {}), strict=True):
                for edge in mine:
                    for index in (*edge.entered, *edge.exited):
                        name = chart.states[index].id
                        yield names.get(name, name)


def _names_it(id: str, cause: Sequence[str]) -> bool:
    """Whether a transition is among those named; a timer is named without the number of its branch."""
    return bool(id) and (id in cause or id.rpartition(".")[0] in cause)


def _transition(old: Transition | None, new: Transition | None) -> _Change:
    return _Change(
        ("" if old is None else old.id, "" if new is None else new.id),
        (() if old is None else (old.span,), () if new is None else (new.span,)),
    )


def _states(old: Chart, new: Chart, names: Mapping[str, str]) -> Iterator[tuple[str, Lines]]:
    """What states do on entry and on exit, and what must be done in them, where that is written otherwise."""
    before = {names.get(state.id, state.id): state for state in old.states[1:]}
    for state in new.states[1:]:
        twin = before.get(state.id)
        if twin is not None:
            apart = _apart(_parts(twin, old), _parts(state, new))
            if apart[0] or apart[1]:
                yield state.id, (apart[0] or (twin.span,), apart[1] or (state.span,))


def _parts(state: State, chart: Chart) -> list[tuple[object, Span]]:
    steps = [(bare(step), step.span) for step in (*state.entry, *state.exit)]
    musts = [item for item in chart.musts.items() if item[1].state == state.index]
    return [
        *steps,
        *(((name, bare(must.within), must.events, must.actions), must.span) for name, must in musts),
    ]


def _apart(old: list[tuple[object, Span]], new: list[tuple[object, Span]]) -> Lines:
    """The lines of what only one of them has."""
    said = [what for what, _ in old], [what for what, _ in new]
    return (
        tuple(line for what, line in old if what not in said[1]),
        tuple(line for what, line in new if what not in said[0]),
    )
