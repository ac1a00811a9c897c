"""Which events are handled, refused, raised and sent."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.document.node import MappingNode, Word
from policy_engine.scenarios.mutation.site import Change, Names, Site, Table, next_of, replaced


def _dropped(site: Site, _names: Names) -> Iterator[Change]:
    yield Change(site.path, None, _key(site).span, str(site.path[-1]))


def _left_out(site: Site, _names: Names) -> Iterator[Change]:
    """One of several events that share a key."""
    key = _key(site)
    events = key.split(" or ")
    for event in events if len(events) > 1 else ():
        rest = " or ".join(other for other in events if other != event)
        yield _rename(site, key, rest)


def _other(site: Site, names: Names) -> Iterator[Change]:
    """The next event in the file that the same mapping does not speak of yet."""
    key = _key(site)
    around = _around(site)
    spoken = {event for other in around for event in other.split(" or ")}
    last = key.rpartition(" or ")[2]
    free = [event for event in names.events if event not in spoken or event == last]
    other = next_of(last, free)
    if other is not None:
        yield _rename(site, key, f"{key[: len(key) - len(last)]}{other}")


def _named(site: Site, names: Names) -> Iterator[Change]:
    if isinstance(site.node, Word):
        other = next_of(site.node, names.events)
        if other is not None:
            yield Change(site.path, replaced(site.node, other), site.span, str(site.node), other)


def _key(site: Site) -> Word:
    key = site.node.key
    assert key is not None  # a handler stands behind its event
    return key


def _around(site: Site) -> MappingNode:
    assert site.around is not None
    return site.around


def _rename(site: Site, key: Word, name: str) -> Change:
    return Change(site.path, site.node, key.span, str(key), name, key=name)


EVENTS: Table = {
    "handler-dropped": ("handler", _dropped),
    "handler-event": ("handler", _other),
    "handler-event-left-out": ("handler", _left_out),
    "forbid-dropped": ("forbid", _dropped),
    "forbid-event": ("forbid", _other),
    "forbid-event-left-out": ("forbid", _left_out),
    "event-other": ("event", _named),
}
