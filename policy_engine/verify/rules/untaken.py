"""The transitions that are never taken although their state is active, sorted by what keeps them from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_engine.model.chart import Transition
from policy_engine.verify.rules.seen import Seen


def lists(seen: Seen) -> Iterator[Sequence[Transition]]:
    """The branches of each list of which some are never taken, where nothing was said of them yet."""
    states = seen.chart.states
    groups: dict[tuple[int, str, tuple[str, ...], int], list[Transition]] = {}
    timed = {branch.index: timer.index for timer in seen.chart.timers for branch in timer.branches}
    for item in seen.chart.transitions:
        key = (item.source, item.trigger, item.events, timed.get(item.index, -1))
        groups.setdefault(key, []).append(item)
    for branches in groups.values():
        source = states[branches[0].source]
        if source.id in seen.active and any(item.id not in seen.taken for item in branches):
            yield branches


def left_out(branches: Sequence[Transition], seen: Seen) -> Sequence[Transition]:
    """The branches that are never taken, without those that were told about while the file was read."""
    return [item for item in branches if item.id not in seen.taken and not _told(item, seen)]


def _told(item: Transition, seen: Seen) -> bool:
    return item.span in seen.told or (item.guard is not None and item.guard.span in seen.told)


def nobody(branches: Sequence[Transition], seen: Seen) -> bool:
    """Whether none of the branches is ever taken."""
    return all(item.id not in seen.taken for item in branches)


def fates(branches: Sequence[Transition], seen: Seen) -> set[int | str]:
    """What becomes of the events of a list where its state is active."""
    source = branches[0].source
    return {fate for event in branches[0].events for fate in seen.outcomes.get((source, event), ())}


def kept_from(branches: Sequence[Transition], seen: Seen) -> str | None:
    """What keeps all branches of a list under `on` from being taken: "refused" or "shadowed", or None where
    it lies in themselves.
    """
    if branches[0].trigger != "on" or not nobody(branches, seen):
        return None
    fate = fates(branches, seen)
    if fate == {"forbidden"}:
        return "refused"
    inner = [one for one in fate if isinstance(one, int) and one != branches[0].source]
    inside = [one for one in inner if seen.view.inside(one, branches[0].source)]
    return "shadowed" if inside and not fate & {"ignored"} else None
