"""A condition over more facts than can be enumerated is still decided right, and costs one question."""

from __future__ import annotations

import pytest

from tests.small import small_policy

NAMES = [f"f{number}" for number in range(8)]
POLICY = small_policy(
    "facts: {" + ", ".join(f"{name}: {{range: 0..9, default: 0}}" for name in NAMES) + "}\n"
    "events: {ask: {}}\n"
    "initial: talk\n"
    "states:\n"
    "  talk:\n"
    "    on:\n"
    "      ask:\n"
    f"        - {{when: {' + '.join(NAMES)} > 50, target: many}}\n"
    "        - else: few\n"
    "  many: {}\n"
    "  few: {}\n"
)


@pytest.mark.parametrize(("value", "state"), [(9, "many"), (7, "many"), (6, "few"), (0, "few")])
def test_the_sum_of_many_facts_decides(value: int, state: str) -> None:
    session = POLICY.start(facts=dict.fromkeys(NAMES, value))

    session.send("ask")

    assert (state,) == session.states


def test_the_table_asks_about_the_sum_and_not_about_each_fact() -> None:
    assert len(POLICY.automaton.edges) < 10
