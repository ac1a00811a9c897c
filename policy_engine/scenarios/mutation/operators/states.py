"""States: where they begin, what a history brings back, how a session ends, what must be done."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.diagnostics.span import Span
from policy_engine.document.node import MappingNode, Node, SequenceNode, Word
from policy_engine.scenarios.mutation.site import (
    Change,
    Names,
    Site,
    Table,
    listed,
    next_of,
    replaced,
    shown,
    texts,
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


def _until(site: Site, _names: Names) -> Iterator[Change]:
    """One of several states that lift it."""
    assert isinstance(site.node, MappingNode)
    node = site.node.get("until")
    if not isinstance(node, SequenceNode):
        return
    given = texts(node)
    for name in given if len(given) > 1 else ():
        made = listed(node, [other for other in given if other is not name])
        yield Change((*site.path, "until"), made, name.span, str(name))


def _meant(site: Site, names: Names) -> Iterator[Change]:
    """One of several things that meet it; of a single one another in its place."""
    assert isinstance(site.node, MappingNode)
    for key, known in (("event", names.events), ("action", names.actions)):
        node = site.node.get(key)
        if not isinstance(node, Word):
            continue
        given = node.split(" or ")
        other = next_of(given[0], known)
        if len(given) > 1:
            made = [" or ".join(one for one in given if one != name) for name in given]
        else:
            made = [] if other is None else [other]
        for text in made:
            yield Change((*site.path, key), replaced(node, text), node.span, str(node), text)


def _lapse(site: Site, _names: Names) -> Iterator[Change]:
    """Whether each unit falls away by itself, or all of them together."""
    node: Node = site.node
    if isinstance(node, MappingNode):
        if "when" in node and "after" in node:
            yield Change(site.path, node["after"], node.span, shown(node), shown(node["after"]))
    else:
        made = MappingNode(*node.where)
        made.put(Word.at("after", *node.where), node)
        made.put(Word.at("when", *node.where), replaced(node, "all"))
        yield Change(site.path, made, node.span, shown(node), shown(made))


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
    "must-until": ("must", _until),
    "must-event": ("must", _meant),
    "lapse": ("lapse", _lapse),
}
