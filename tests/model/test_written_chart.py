"""A fingerprint that comes when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policy_engine.model.chart import Chart
from policy_engine.model.written_chart import WrittenChart
from policy_engine.records import changed, fields_of
from tests.model.reading import chart_of

TALK = """initial: talk
events: {stop: {}}
states:
  talk: {on: {stop: done}}
  done: {type: final}
"""


def _written(reckon: Callable[[], str]) -> WrittenChart:
    made = chart_of(TALK)
    chart = WrittenChart(**{name: getattr(made, name) for name in fields_of(Chart)})
    chart.reckon_later(reckon)
    return chart


def test_the_fingerprint_is_reckoned_once_and_when_it_is_asked_for() -> None:
    left = iter(("f00d", "never"))
    chart = _written(lambda: next(left))

    assert ("f00d", "f00d", "never") == (chart.digest, chart.digest, next(left))


def test_a_chart_has_no_other_late_fields() -> None:
    chart = _written(str)

    with pytest.raises(AttributeError):
        chart.nothing  # noqa: B018


def test_a_chart_equals_the_same_chart_from_elsewhere() -> None:
    chart = chart_of(TALK)
    plain = Chart(**{name: getattr(chart, name) for name in fields_of(Chart)})

    assert (chart, plain) == (plain, changed(chart, file=chart.file))
    assert chart != chart_of(TALK.replace("done", "closed"))
