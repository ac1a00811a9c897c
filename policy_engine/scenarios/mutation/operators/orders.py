"""The order of things: of steps, of what branches of a list do, of regions and of timers.

The branches of a list exclude each other (rule 3), so that where they stand never matters; what is mixed up
instead is which condition leads where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from policy_engine.document.node import MappingNode, Node, SequenceNode, Word
from policy_engine.scenarios.mutation.site import Change, Names, Site, Table, listed, shown, without

_CONDITIONS = ("when", "by")
_WRITTEN_OUT = re.compile(r"[0-9]+ (ms|s|min|h)")


def _swapped(site: Site, _names: Names) -> Iterator[Change]:
    """Each two neighbours that differ."""
    node = site.node
    assert isinstance(node, SequenceNode)
    items = list(node)
    for place, (one, other) in enumerate(pairwise(items)):
        if shown(one) != shown(other):
            swapped = [*items[:place], other, one, *items[place + 2 :]]
            yield Change(site.path, listed(node, swapped), one.span, shown(one), shown(other))


def _branches(site: Site, _names: Names) -> Iterator[Change]:
    """Each two neighbours do what the other one did, under the conditions that they have."""
    node = site.node
    assert isinstance(node, SequenceNode)
    items = list(node)
    for place, (one, other) in enumerate(pairwise(items)):
        if isinstance(one, MappingNode) and isinstance(other, MappingNode):
            here, there = _does(one), _does(other)
            if shown(here) != shown(there):
                swapped = [
                    *items[:place],
                    _doing(one, there),
                    _doing(other, here),
                    *items[place + 2 :],
                ]
                yield Change(site.path, listed(node, swapped), one.span, _condition(one), _condition(other))


def _does(branch: MappingNode) -> MappingNode:
    """What a branch does, without its condition."""
    body = branch.get("else", branch)
    if isinstance(body, Word):
        return _made(branch, {"target": body})
    assert isinstance(body, MappingNode)
    for key in _CONDITIONS:
        body = without(body, key)
    return body


def _doing(branch: MappingNode, body: MappingNode) -> MappingNode:
    """A branch with its condition that does something else."""
    if "else" in branch:
        return _made(branch, {"else": body})
    return _made(branch, {key: branch[key] for key in _CONDITIONS if key in branch} | dict(body.items()))


def _condition(branch: MappingNode) -> str:
    if "else" in branch:
        return "else"
    return ", ".join(shown(branch[key]) for key in _CONDITIONS if key in branch)


def _made(like: MappingNode, entries: dict[str, Node]) -> MappingNode:
    made = MappingNode(*like.where)
    for key, node in entries.items():
        made.put(Word.at(key, *like.where), node)
    return made


def _entries(site: Site, _names: Names) -> Iterator[Change]:
    """Each two neighbours of a mapping whose order means something."""
    node = site.node
    assert isinstance(node, MappingNode)
    for one, other in pairwise(list(node)):
        assert isinstance(one, Word)
        made = MappingNode(*node.where)
        for key, value in node.items():
            put = {one: other, other: one}.get(key, key)
            assert isinstance(put, Word)
            made.put(put, value if put is key else node[put])
        yield Change(site.path, made, one.span, str(one), str(other))


def _timers(site: Site, names: Names) -> Iterator[Change]:
    """Those of one state can only be equally long where a value or the calendar says how long they are."""
    for change in _entries(site, names):
        if not (_WRITTEN_OUT.fullmatch(change.old) and _WRITTEN_OUT.fullmatch(change.new)):
            yield change


ORDERS: Table = {
    "steps-swapped": ("steps", _swapped),
    "branches-swapped": ("branches", _branches),
    "regions-swapped": ("regions", _entries),
    "timers-swapped": ("timers", _timers),
}
