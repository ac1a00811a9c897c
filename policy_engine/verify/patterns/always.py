"""`always: EXPR`: holds whenever a session is at rest, from the start on."""

from __future__ import annotations

from policy_engine.model.chart import Property
from policy_engine.verify.patterns.pattern import Broken, Search


def always(item: Property, search: Search) -> Broken | None:
    """The nearest situation in which the condition does not hold."""
    condition = item.conditions["always"]
    for situation in search.situations:
        if not search.reading.at_rest(condition, situation):
            return Broken(search.courses.way(situation), "always-broken", {"condition": str(condition)})
    return None
