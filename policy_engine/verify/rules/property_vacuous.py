"""A property that holds only because what it speaks of never happens."""

from __future__ import annotations

from policy_engine.model.chart import Property
from policy_engine.verify.patterns.pattern import listed, part
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.seen import Seen


def _find(seen: Seen) -> Findings:
    for name, item in seen.chart.properties.items():
        missing = _missing(item, seen)
        if missing:
            yield found(item.span, property=name, names=missing)


def _missing(item: Property, seen: Seen) -> list[str]:
    """What a property speaks of and what never happens, so that it could not be broken."""
    happens = {
        "enter": seen.active,
        "exit": seen.active,
        "event": seen.applied,
        "action": seen.asked,
        "change": seen.changed | _opaque(seen),
    }
    if item.pattern == "never":
        never = part(item, "never")
        # Alone it says that it never happens, and means it; narrowed down it should happen otherwise.
        if "when" not in never and "unless" not in never:
            return []
        kind = next(key for key in happens if key in never)
        return _lost(listed(never, kind), happens[kind])
    if item.pattern == "whenever":
        whenever = part(item, "whenever")
        kind = next(key for key in ("event", "enter", "action") if key in whenever)
        # An event can always come, handled or not.
        lost = [] if kind == "event" else _lost(listed(whenever, kind), happens[kind])
        return lost or _lost(listed(whenever, "in"), seen.active)
    if item.pattern == "in":
        return _lost(listed(item.body, "in"), seen.active)
    if item.pattern == "reachable" and item.body["from"] != "any":
        return _lost((str(item.body["from"]),), seen.active)
    return []


def _lost(names: tuple[str, ...], happening: set[str]) -> list[str]:
    """All of the names, where none of them ever happens."""
    return [] if happening.intersection(names) else list(names)


def _opaque(seen: Seen) -> set[str]:
    return {name for name, item in seen.chart.context.items() if not item.type.finite}


RULE = Rule("property-vacuous", "warning", never=_find)
