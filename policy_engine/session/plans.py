"""How each event's data are checked, worked out once for each policy."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.model.chart import Event
from policy_engine.model.types import Value, defaults_of
from policy_engine.session.values import complete

# What needs no more than a look at the value's own Python type.
_PLAIN: dict[str, type] = {"flag": bool, "text": str}


class EventPlan:
    """One event: the data that a host may leave out, and a quick way to see that given ones fit.

    `required`: not all of them may be left out. `enough` has for each datum the Python type of which every
    value fits, or None. `settle`: for how long after it was applied a repeat is ignored; such an event always
    takes the long way, for no row knows when that was.
    """

    __slots__ = ("_declared", "defaults", "enough", "required", "settle")

    def __init__(self, event: Event) -> None:
        self._declared = event.data
        self.defaults = defaults_of(event.data)
        self.required = len(self.defaults) < len(event.data)
        self.settle = event.settle
        self.enough = {name: _PLAIN.get(item.type.kind) for name, item in event.data.items()}

    def fits(self, name: str, value: object) -> bool:
        """Whether a value is one for a datum that the event has."""
        return self._declared[name].type.accepts(value)

    def complete(self, data: Mapping[str, object] | None) -> Mapping[str, Value]:
        """The data with the defaults filled in. Raises InvalidDataError where they do not fit."""
        if data is None and not self.required:
            return self.defaults
        return complete({} if data is None else data, self._declared, "datum", self.defaults)
