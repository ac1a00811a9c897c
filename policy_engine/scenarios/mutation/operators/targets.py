"""Where a branch leads."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.document.node import MappingNode, Word
from policy_engine.scenarios.mutation.site import Change, Names, Site, Table, before, next_of, replaced, shown


def _other(site: Site, names: Names) -> Iterator[Change]:
    """The states before and behind the target in the file: most slips are to a neighbour."""
    if not isinstance(site.node, Word):
        return
    near = (before(site.node, names.states), next_of(site.node, names.states))
    for name in dict.fromkeys(near):
        if name is not None:
            yield Change(site.path, replaced(site.node, name), site.span, str(site.node), name)


def _dropped(site: Site, _names: Names) -> Iterator[Change]:
    if site.optional:
        yield Change(site.path, None, site.span, shown(site.node))
    else:
        yield Change(site.path, MappingNode(*site.node.where), site.span, shown(site.node))


def _branch(site: Site, _names: Names) -> Iterator[Change]:
    if isinstance(site.path[-1], int):
        yield Change(site.path, None, site.span, shown(site.node))
    elif site.path[-1] in ("always", "done"):
        yield Change(site.path, None, site.span, str(site.path[-1]))


def _internal(site: Site, _names: Names) -> Iterator[Change]:
    yield Change(site.path, None, site.span, shown(site.node))


TARGETS: Table = {
    "target-other": ("target", _other),
    "target-dropped": ("target", _dropped),
    "branch-dropped": ("branch", _branch),
    "internal-dropped": ("internal", _internal),
}
