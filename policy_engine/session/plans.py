"""How each event's data are checked, worked out once for each policy."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.model.chart import Event
from policy_engine.model.types import Declaration, Value, defaults_of
from policy_engine.session.values import complete

# What needs no more than a look at the value's own Python type.
_PLAIN: dict[str, type] = {"flag": bool, "text": str}


class EventPlan:
    """One event: the data that a host may leave out, and a quick way to see that given ones fit.

    `quick` holds for a datum the type, or the values, that make it fit; what is not in it is looked at
    closely.
    """

    __slots__ = ("declared", "defaults", "quick", "required")

    def __init__(self, event: Event) -> None:
        self.declared = event.data
        self.defaults = defaults_of(event.data)
        self.required = len(self.defaults) < len(event.data)
        self.quick: dict[str, object] = {name: _quick(item) for name, item in event.data.items()}

    def fits(self, data: Mapping[str, object]) -> bool:
        """Whether a quick look shows that the data fit; where it does not, `complete` looks closely."""
        if self.required or type(data) is not dict:
            return False
        quick = self.quick
        for name, value in data.items():
            fit = quick.get(name)
            if fit is not type(value) and (
                type(fit) is not frozenset or type(value) is not str or value not in fit
            ):
                return False
        return True

    def complete(self, data: Mapping[str, object] | None) -> dict[str, Value]:
        """The data with the defaults filled in. Raises InvalidDataError where they do not fit."""
        return complete({} if data is None else data, self.declared, "datum", self.defaults)


def _quick(item: Declaration) -> object:
    return frozenset(item.type.members) if item.type.kind == "enum" else _PLAIN.get(item.type.kind)
