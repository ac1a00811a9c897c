"""What must be written down."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.document.node import MappingNode, Word
from policy_engine.scenarios.mutation.site import Change, Names, Site, Table, replaced, without


def _dropped(site: Site, _names: Names) -> Iterator[Change]:
    name = str(site.node) if isinstance(site.path[-1], int) else str(site.path[-1])
    span = site.node.span if site.node.key is None else site.node.key.span
    yield Change(site.path, None, span, name)


def _required(site: Site, _names: Names) -> Iterator[Change]:
    """A field that must be filled in may stay empty, and the other way round."""
    node = site.node
    if not isinstance(node, MappingNode) or node.key is None:
        return
    name = str(site.path[-1])
    made = without(node, "required")
    if len(made) == len(node):
        made.put(Word.at("required", *node.where), replaced(node, "false", False))
    yield Change(site.path, made, node.key.span, name, "required")


RECORDS: Table = {
    "field-dropped": ("field", _dropped),
    "field-required": ("field", _required),
}
