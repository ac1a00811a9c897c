"""States: where they begin, what a history brings back, how a session ends, what must be done."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.diagnostics.span import Span
from policy_engine.document.node import MappingNode, Word
from policy_engine.scenarios.mutation.site import (
    Change,
    Names,
    Site,
    Table,
    next_of,
    replaced,
    shown,
    without,
)


def _initial(site: Site, _names: Names) -> Iterator[Change]:
    """The next state beside it."""
    assert site.around is not None
    beside = site.around.get("states")
    if isinstance(site.node, Word) and isinstance(beside, MappingNode):
        other = next_of(site.node, list(map(str, beside)))
        if other is not None:
            yield Change(site.path, replaced(site.node, other), site.span, str(site.node), other)


def _depth(site: Site, _names: Names) -> Iterator[Change]:
    """Whether a history remembers the states inside the states, too."""
    assert isinstance(site.node, MappingNode)
    made = without(site.node, "deep")
    if len(made) == len(site.node):
        made.put(Word.at("deep", *site.node.where), replaced(site.node, "true", True))
        yield Change(site.path, made, _key(site), "deep: false", "deep: true")
    else:
        yield Change(site.path, made, _key(site), "deep: true", "deep: false")


def _default(site: Site, names: Names) -> Iterator[Change]:
    """Where a history goes when there is nothing to remember."""
    assert isinstance(site.node, MappingNode)
    target = site.node.get("target")
    if isinstance(target, Word):
        other = next_of(target, names.states)
        if other is not None:
            yield Change((*site.path, "target"), replaced(target, other), target.span, str(target), other)


def _outcome(site: Site, names: Names) -> Iterator[Change]:
    other = next_of(str(site.node), names.outcomes) if isinstance(site.node, Word) else None
    if other is not None:
        yield Change(site.path, replaced(site.node, other), site.span, shown(site.node), other)
    yield Change(site.path, None, site.span, shown(site.node), site.state)


def _must(site: Site, _names: Names) -> Iterator[Change]:
    yield Change(site.path, None, _key(site), _duty(site))


def _part(site: Site, _names: Names) -> Iterator[Change]:
    """What comes of it when the time is up, and what lifts it."""
    assert isinstance(site.node, MappingNode)
    for key in ("overdue", "until"):
        if key in site.node:
            node = site.node[key]
            yield Change((*site.path, key), None, node.span, f"{key}: {shown(node)}")


def _duty(site: Site) -> str:
    assert isinstance(site.node, MappingNode)
    return next((shown(site.node[key]) for key in ("event", "action") if key in site.node), "must")


def _key(site: Site) -> Span:
    return site.node.span if site.node.key is None else site.node.key.span


STATES: Table = {
    "initial": ("initial", _initial),
    "history-deep": ("history", _depth),
    "history-target": ("history", _default),
    "outcome": ("outcome", _outcome),
    "must-dropped": ("must", _must),
    "must-part": ("must", _part),
}
