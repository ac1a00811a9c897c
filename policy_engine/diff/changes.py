"""Which states and transitions are new, gone or changed from one version to the next, as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from policy_engine.courses.skeleton import bare
from policy_engine.diff.texts import TextChange
from policy_engine.model.chart import Chart, State, Transition


class Changes(NamedTuple):
    """Ids of what is new and of what changed in the new version, and of what only the old one has. `reworded`
    are states of which only texts changed.
    """

    added_states: tuple[str, ...]
    changed_states: tuple[str, ...]
    reworded: tuple[str, ...]
    removed_states: tuple[str, ...]
    added_transitions: tuple[str, ...]
    changed_transitions: tuple[str, ...]
    removed_transitions: tuple[Transition, ...]


def changes_of(
    old: Chart, new: Chart, names: Mapping[str, str], texts: tuple[TextChange, ...] = ()
) -> Changes:
    """What is written otherwise. names: what the new version calls a state of the old one, where that
    differs; texts: those that differ.
    """
    before = {names.get(state.id, state.id): state for state in old.states[1:]}
    after = {state.id: state for state in new.states[1:]}
    changed = [
        name
        for name, state in after.items()
        if name in before and _own(before[name], old, names) != _own(state, new, {})
    ]
    words = {text.name for text in texts if text.section == "state"}
    pairs = _pairs(old, new, names)
    matched = {one.index for one, _ in pairs}
    return Changes(
        tuple(name for name in after if name not in before),
        tuple(changed),
        tuple(name for name in after if name in before and name in words and name not in changed),
        tuple(state.id for name, state in before.items() if name not in after),
        tuple(item.id for item in new.transitions if item.index not in {other.index for _, other in pairs}),
        tuple(other.id for one, other in pairs if _said(one, old, names) != _said(other, new, {})),
        tuple(item for item in old.transitions if item.index not in matched),
    )


def changed_pairs(
    old: Chart, new: Chart, names: Mapping[str, str]
) -> Iterator[tuple[Transition | None, Transition | None]]:
    """Each transition that changed, as either version has it; None where only the other has it."""
    pairs = _pairs(old, new, names)
    yield from (pair for pair in pairs if _said(pair[0], old, names) != _said(pair[1], new, {}))
    matched = {one.index for one, _ in pairs}, {other.index for _, other in pairs}
    yield from ((item, None) for item in old.transitions if item.index not in matched[0])
    yield from ((None, item) for item in new.transitions if item.index not in matched[1])


def _own(state: State, chart: Chart, names: Mapping[str, str]) -> object:
    """What a state does itself, its transitions apart."""
    musts = tuple(bare(must) for must in chart.musts.values() if must.state == state.index)
    parent = "" if state.parent is None else chart.states[state.parent].id
    initial = None if state.initial is None else chart.states[state.initial].id
    return (
        *(state.kind, state.deep, state.outcome, state.role),
        *(names.get(parent, parent), names.get(initial, initial) if initial else None),
        *(bare(state.entry), bare(state.exit), bare(state.forbid)),
        tuple(_without_places(must) for must in musts),
    )


def _without_places(must: object) -> object:
    """A `must` without the places of states, which shift as states come and go."""
    assert isinstance(must, tuple)
    fields = must[1]
    return tuple(item for item in fields if not isinstance(item, int))


def _said(item: Transition, chart: Chart, names: Mapping[str, str]) -> object:
    targets = [chart.states[index].id for index in item.targets]
    return (
        tuple(names.get(target, target) for target in targets),
        *(bare(item.guard), item.is_else, item.by, item.internal, bare(item.steps), item.requires),
        _when(item),
    )


def _when(item: Transition) -> tuple[str, ...]:
    """The events it is for, or the duration after which it comes."""
    return item.events or (item.id.split(".")[2] if item.trigger == "after" else "",)


def _pairs(old: Chart, new: Chart, names: Mapping[str, str]) -> list[tuple[Transition, Transition]]:
    """Each transition of the old version with the one of the new version that it became: first those that say
    the same, then those in the same place, then what is left of a state's timers or of its events, in order.
    """
    found: list[tuple[Transition, Transition]] = []
    left = {item.index: (item, names.get(name, name)) for item, name in _sources(old)}
    open_ones = {item.index: (item, name) for item, name in _sources(new)}
    for alike in (
        lambda one, other: _said(one, old, names) == _said(other, new, {}),
        lambda one, other: one.id.partition(".")[2] == other.id.partition(".")[2],
        lambda one, other: bool({*_when(one)} & {*_when(other)}),
        lambda one, other: one.trigger == other.trigger == "after",
    ):
        for other, there in list(open_ones.values()):
            twin = next(
                (
                    one
                    for one, here in left.values()
                    if here == there and one.trigger == other.trigger and alike(one, other)
                ),
                None,
            )
            if twin is not None:
                found.append((twin, other))
                del left[twin.index], open_ones[other.index]
    return found


def _sources(chart: Chart) -> Iterator[tuple[Transition, str]]:
    for item in chart.transitions:
        yield item, chart.states[item.source].id
