"""Rules stay silent where a policy only looks like a fault."""

from __future__ import annotations

import pytest

from policy_engine.verify.rules.registry import FILES
from tests.verify.linting import found_in
from tests.verify.rules.near_misses.all import NEAR_MISSES


@pytest.mark.parametrize(
    ("code", "policy"),
    [(code, policy) for code, _, policy in NEAR_MISSES],
    ids=[f"{code}: {about}" for code, about, _ in NEAR_MISSES],
)
def test_what_only_looks_like_a_fault_is_left_alone(code: str, policy: str) -> None:
    assert code not in {found for found, _ in found_in(policy)}


def test_every_rule_about_courses_has_a_near_miss() -> None:
    codes = {name.replace("_", "-") for name in FILES}
    # Texts alone decide about these, and the right example on their page is as near as it gets.
    plain = {
        "safety-event-forbidden",
        "no-emergency",
        "phrase-too-long",
        "placeholder-in-one-language",
        "duplicate-label",
        "missing-label",
        "requires-without-label",
        "unused-variable",
        "variable-never-changes",
    }

    assert codes - plain == {code for code, _, _ in NEAR_MISSES}
