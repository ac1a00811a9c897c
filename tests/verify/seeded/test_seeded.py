"""Every seeded fault is found, with the right line; what breaks nothing is left alone."""

from __future__ import annotations

import pytest

from tests.verify.linting import linted
from tests.verify.seeded.patterns import PATTERNS
from tests.verify.seeded.rules import RULES
from tests.verify.seeded.seeds import Fault, Variation, edited, line_of
from tests.verify.seeded.variations import VARIATIONS

# Each rule has tests of its own that reach its lines with a smaller policy.
pytestmark = pytest.mark.no_cover

FAULTS = (*PATTERNS, *RULES)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_seeded_fault_is_found_where_it_shows(fault: Fault) -> None:
    text = edited(fault)

    found = {(item.code, item.line) for item in linted(text)}

    assert (fault.code, line_of(text, fault.at)) in found


@pytest.mark.parametrize("variation", VARIATIONS, ids=lambda variation: variation.name)
def test_what_breaks_nothing_is_left_alone(variation: Variation) -> None:
    assert () == linted(edited(variation))


def test_there_are_faults_for_all_and_variations_enough() -> None:
    assert len(VARIATIONS) >= 50
    assert len({seed.name for seed in (*FAULTS, *VARIATIONS)}) == len(FAULTS) + len(VARIATIONS)
