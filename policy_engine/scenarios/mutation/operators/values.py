"""Values: what is set, added and told, what parameters, facts and variables begin with, and their bounds."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.document.node import Atom, Word
from policy_engine.scenarios.mutation.site import Change, Names, Site, Table, next_of, replaced


def _other(site: Site, names: Names) -> Iterator[Change]:
    """A flag turns round, a number moves by one, a word becomes the next of its list."""
    node = site.node
    if isinstance(node, Atom) and isinstance(node.value, bool):
        text = "false" if node.value else "true"
        yield Change(site.path, replaced(node, text, not node.value), site.span, node.text, text)
    elif isinstance(node, Atom) and isinstance(node.value, int | float):
        for number in (node.value - 1, node.value + 1):
            yield Change(site.path, replaced(node, str(number), number), site.span, node.text, str(number))
    elif isinstance(node, Word):
        for members in names.members:
            other = next_of(node, members) if node in members else None
            if other is not None:
                yield Change(site.path, replaced(node, other), site.span, str(node), other)
                return


def _left_out(site: Site, _names: Names) -> Iterator[Change]:
    if site.optional:
        yield Change(site.path, None, site.span, str(site.path[-1]))


def _bound(site: Site, _names: Names) -> Iterator[Change]:
    """The upper bound one lower and one higher; of a range the lower one, too."""
    if not isinstance(site.node, Word):
        return
    low, _, high = site.node.partition("..")
    lows = (0,) if site.path[-1] == "counter" else (0, -1, 1)
    if not (low.lstrip("-").isdigit() and high.lstrip("-").isdigit()):
        return
    moved = [(0, 1), (0, -1), *((step, 0) for step in lows if step)]
    for one, other in moved:
        text = f"{int(low) + one}..{int(high) + other}"
        yield Change(site.path, replaced(site.node, text), site.span, str(site.node), text)


VALUES: Table = {
    "value": ("value", _other),
    "value-left-out": ("value", _left_out),
    "bound": ("declaration", _bound),
}
