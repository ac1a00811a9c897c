"""Who may report something, and what must come first."""

from __future__ import annotations

from collections.abc import Iterator

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
)


def _widened(site: Site, names: Names) -> Iterator[Change]:
    """One role more: the next in the file that is not among them."""
    given = texts(site.node)
    if given:
        free = [role for role in names.roles if role not in given or role == given[-1]]
        other = next_of(given[-1], free)
        if other is not None:
            made = listed(site.node, [*given, replaced(site.node, other)])
            yield Change(site.path, made, site.span, shown(site.node), shown(made))


def _narrowed(site: Site, names: Names) -> Iterator[Change]:
    """One role less; of a single one another in its place."""
    given = texts(site.node)
    if len(given) > 1:
        for role in given:
            made = listed(site.node, [other for other in given if other is not role])
            yield Change(site.path, made, site.span, shown(site.node), shown(made))
    elif given:
        other = next_of(given[0], names.roles)
        if other is not None:
            yield Change(site.path, replaced(site.node, other), site.span, shown(site.node), other)


def _dropped(site: Site, _names: Names) -> Iterator[Change]:
    yield Change(site.path, None, site.span, shown(site.node))


def _requires(site: Site, _names: Names) -> Iterator[Change]:
    """One of several things that must come first."""
    given = texts(site.node)
    for name in given if len(given) > 1 else ():
        made = listed(site.node, [other for other in given if other is not name])
        yield Change(site.path, made, site.span, shown(site.node), shown(made))


ROLES: Table = {
    "role-added": ("roles", _widened),
    "role-other": ("roles", _narrowed),
    "roles-dropped": ("roles", _dropped),
    "requires-dropped": ("requires", _dropped),
    "requires-less": ("requires", _requires),
}
