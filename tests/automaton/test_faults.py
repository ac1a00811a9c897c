"""The random charts find faults: each of many, put into the kernel, shows as a difference from the oracle."""

from __future__ import annotations

from functools import cache

import pytest

from policy_engine.errors import PolicyError, SnapshotError
from policy_engine.model.chart import Chart
from tests.oracle.comparison import Comparison, DifferenceError, read
from tests.oracle.faults import FAULTS, Fault
from tests.oracle.rehearsal import Rehearsal
from tests.oracle.shapes import RICH

# Coverage is asked of the tests that aim at something; measuring it here would take three times as long.
pytestmark = pytest.mark.no_cover

MOST_CHARTS = 400


@cache
def rehearsed(seed: int) -> tuple[Rehearsal, Chart] | None:
    """What the oracle makes of a chart, which no fault of the kernel changes; nothing for a refused one."""
    rehearsal = Rehearsal(seed, RICH)
    try:
        return rehearsal, read(rehearsal.policy)
    except PolicyError:
        return None


def first_difference(charts: int) -> str | None:
    for found in map(rehearsed, range(charts)):
        try:
            if found is not None:
                Comparison(*found)
        except PolicyError:
            # A kernel with a fault may also find fault with the table that it made.
            continue
        except (DifferenceError, SnapshotError) as difference:
            # Or write a snapshot that a session refuses to begin from.
            return str(difference)
    return None


@pytest.mark.parametrize("put", FAULTS, ids=lambda put: put.__name__)
def test_fault_in_the_kernel_is_found(put: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch)

    assert first_difference(MOST_CHARTS) is not None


def test_sound_kernel_shows_no_difference() -> None:
    assert first_difference(MOST_CHARTS // 4) is None


def test_there_are_enough_faults() -> None:
    assert len(FAULTS) >= 15
