"""The compiled table and the naive interpreter agree on random charts; so does `transitions` where it can.

A whole table, one that is only begun, sessions that are taken up again from a snapshot, and sessions that are
told the time, read it from a clock or do without all take part. Compared after every call: verdict, active
states, exits, actions and entries in their order, variables, dropped events, what was due before and when; in
the end the facts, the deadline, what is allowed and what is forbidden.
"""

from __future__ import annotations

from random import Random

import pytest

from tests.chance import TIMES
from tests.oracle.comparison import Tally, compare
from tests.oracle.hierarchical import compare_with_transitions
from tests.oracle.shapes import FLAVOURS, PLAIN

# Coverage is asked of the tests that aim at something; measuring it here would take three times as long.
pytestmark = [pytest.mark.no_cover, pytest.mark.chance]

# Four quarters, so that several workers can share them; each is rich enough by itself. The fault in a kernel
# that is the hardest to see shows within 220 charts (test_faults.py).
EACH = 530 * TIMES
QUARTERS = [range(quarter * EACH, (quarter + 1) * EACH) for quarter in range(4)]


@pytest.mark.parametrize("seeds", QUARTERS, ids=["first", "second", "third", "fourth"])
def test_compiled_table_agrees_with_the_naive_interpreter(seeds: range) -> None:
    tally = Tally()

    for seed in seeds:
        compare(seed, FLAVOURS[seed % len(FLAVOURS)], tally)

    assert tally.charts >= 0.94 * len(seeds)
    assert len(tally.refused) <= 0.05 * len(seeds)
    assert tally.with_regions >= 0.3 * tally.charts
    assert tally.with_histories >= 0.2 * tally.charts
    assert tally.microsteps >= 5 * tally.charts
    assert tally.with_duties >= 0.1 * tally.charts


def test_hierarchical_machine_of_transitions_agrees_where_it_can_run_the_chart() -> None:
    steps = sum(compare_with_transitions(Random(seed), PLAIN) for seed in range(300 * TIMES))

    assert steps >= 1_000 * TIMES
