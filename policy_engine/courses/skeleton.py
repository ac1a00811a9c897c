"""A chart without its words: two versions that differ in texts, notes and layout alone have the same."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.model.chart import Chart
from policy_engine.records import fields_of

# What people read, where things stand, and what is proved of them: nothing of it changes what happens.
WORDS = frozenset(
    (
        *("span", "words", "label", "member_labels", "note", "why", "source_refs", "letter"),
        *("say", "avoid", "how", "guard_notes", "properties", "file", "languages"),
        *("version", "digest", "title", "subtitle", "owner", "date", "approved", "emergency", "migrate"),
    )
)


def same_skeleton(one: Chart, other: Chart) -> bool:
    """Whether two charts can differ in words only, so that they behave alike for certain."""
    return bare(one) == bare(other)


def bare(value: object) -> object:
    """What a part of a chart says without its words."""
    if hasattr(value, "__record_fields__"):
        fields = [name for name in fields_of(type(value)) if name not in WORDS]
        return type(value).__name__, tuple([bare(getattr(value, name)) for name in fields])
    if isinstance(value, Mapping):
        return tuple([(key, bare(item)) for key, item in value.items()])
    return tuple([bare(item) for item in value]) if isinstance(value, (tuple, list)) else value
