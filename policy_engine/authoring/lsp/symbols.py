"""The outline of a file: its sections with the names in them, and the states inside the states."""

from __future__ import annotations

from typing import NamedTuple

from policy_engine.authoring.lsp.index import Index
from policy_engine.authoring.lsp.tree import Entry, Leaf, Mapping

SECTIONS = (
    *("parameters", "facts", "context", "roles", "events", "actions", "guards", "statements"),
    *("exports", "properties", "states", "scenarios", "sources"),
)


class Outlined(NamedTuple):
    """One name of the outline. `sort` is the section that it stands in."""

    name: str
    detail: str
    sort: str
    start: int
    end: int
    key_start: int
    key_end: int
    inside: tuple[Outlined, ...]


def outline(index: Index) -> tuple[Outlined, ...]:
    """The outline of a file, in the order of the file."""
    tree = index.tree
    return tuple(
        _section(entry) for entry in (tree.entries if isinstance(tree, Mapping) else ()) if _is_section(entry)
    )


def _is_section(entry: Entry) -> bool:
    return entry.key.text in SECTIONS and isinstance(entry.value, Mapping)


def _section(entry: Entry) -> Outlined:
    sort = entry.key.text
    inside = entry.value.entries if isinstance(entry.value, Mapping) else []
    return _outlined(entry, sort, tuple(_named(inner, sort) for inner in inside if inner.key.text))


def _named(entry: Entry, sort: str) -> Outlined:
    states = entry.value.entry("states") if isinstance(entry.value, Mapping) else None
    inside: tuple[Outlined, ...] = ()
    if sort == "states" and states is not None and isinstance(states.value, Mapping):
        inside = tuple(_named(inner, sort) for inner in states.value.entries if inner.key.text)
    return _outlined(entry, sort, inside)


def _outlined(entry: Entry, sort: str, inside: tuple[Outlined, ...]) -> Outlined:
    end = entry.key.end if entry.value is None else max(entry.key.end, entry.value.end)
    label = entry.value.get("label") if isinstance(entry.value, Mapping) else None
    if isinstance(label, Mapping):
        label = next((inner.value for inner in label.entries), None)
    detail = label.text if isinstance(label, Leaf) else ""
    return Outlined(
        entry.key.text, detail, sort, entry.key.start, end, entry.key.start, entry.key.end, inside
    )
