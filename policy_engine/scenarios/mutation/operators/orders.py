"""The order of steps. That of branches never matters: branches of one list exclude each other (rule 3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from policy_engine.document.node import SequenceNode
from policy_engine.scenarios.mutation.site import Change, Names, Site, Table, listed, shown


def _swapped(site: Site, _names: Names) -> Iterator[Change]:
    """Each two neighbours that differ."""
    node = site.node
    assert isinstance(node, SequenceNode)
    items = list(node)
    for place, (one, other) in enumerate(pairwise(items)):
        if shown(one) != shown(other):
            swapped = [*items[:place], other, one, *items[place + 2 :]]
            yield Change(site.path, listed(node, swapped), one.span, shown(one), shown(other))


ORDERS: Table = {
    "steps-swapped": ("steps", _swapped),
}
