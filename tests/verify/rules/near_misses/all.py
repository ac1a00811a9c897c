"""Policies that look like a fault of a rule and are none: its right example is one more."""

from __future__ import annotations

from tests.verify.rules.near_misses.care import CARE
from tests.verify.rules.near_misses.steps import STEPS
from tests.verify.rules.near_misses.unused import UNUSED
from tests.verify.rules.near_misses.ways import WAYS
from tests.verify.rules.near_misses.words import WORDS

NEAR_MISSES = (*WAYS, *STEPS, *CARE, *WORDS, *UNUSED)
