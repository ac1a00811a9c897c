"""What is done: actions that are asked for, and the other steps."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.document.node import MappingNode, SequenceNode, Word
from policy_engine.scenarios.mutation.site import (
    Change,
    Names,
    Site,
    Table,
    next_of,
    renamed,
    replaced,
    shown,
)


def _dropped(site: Site, _names: Names) -> Iterator[Change]:
    if isinstance(site.path[-1], int):
        yield Change(site.path, None, site.span, shown(site.node))
    else:
        yield Change(site.path, SequenceNode((), *site.node.where), site.span, shown(site.node))


def _other(site: Site, names: Names) -> Iterator[Change]:
    node = site.node
    if isinstance(node, Word):
        other = next_of(node, names.actions)
        if other is not None:
            yield Change(site.path, replaced(node, other), site.span, str(node), other)
    elif isinstance(node, MappingNode):
        (name,) = map(str, node)
        other = next_of(name, names.actions)
        if other is not None:
            yield Change(site.path, renamed(node, {name: other}), site.span, name, other)


ACTIONS: Table = {
    "step-dropped": ("step", _dropped),
    "action-other": ("action", _other),
}
