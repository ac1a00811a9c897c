"""A chart of which some fields are only made when somebody asks for them."""

from __future__ import annotations

from typing import Any, Final

from policy_engine.model.chart import Chart
from policy_engine.records import fields_of

SLOTS: Final[dict[str, Any]] = {name: vars(Chart)[name] for name in fields_of(Chart)}


class LateChart(Chart):
    """A chart that makes fields when they are first asked for. It equals a chart with the same fields."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        # Called only for a field that has no value yet.
        if name not in SLOTS:
            raise AttributeError(name)
        return self._later(name)

    def _later(self, name: str) -> Any:
        """Makes a field, and keeps it."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Chart) and _values(self) == _values(other)

    __hash__ = Chart.__hash__

    def __reduce__(self) -> tuple[Any, ...]:
        return Chart, _values(self)


def _values(chart: Chart) -> tuple[Any, ...]:
    return tuple([getattr(chart, name) for name in SLOTS])
