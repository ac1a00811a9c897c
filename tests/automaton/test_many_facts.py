"""A condition over more facts than can be enumerated is still decided right, and costs one question."""

from __future__ import annotations

from itertools import pairwise

import pytest

from policy_engine.automaton.making import ANSWER_LIMIT
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.policy import check_policy
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


FLAGS = [f"f{number}" for number in range(20)]
TANGLE = (
    "facts: {" + ", ".join(f"{name}: {{flag: false}}" for name in FLAGS) + "}\n"
    "events: {ask: {}, more: {}}\n"
    "context: {asked: {counter: 0..2}}\n"
    "initial: talk\n"
    "states:\n"
    "  talk:\n"
    "    on:\n"
    "      ask:\n"
    f"        - {{when: {' and '.join(f'({one} or {two})' for one, two in pairwise(FLAGS))}, target: yes}}\n"
    "        - else: no\n"
    "  yes: {}\n"
    "  no: {on: {more: {do: [{add: {asked: 1}}]}}}\n"
)


@pytest.mark.no_cover
def test_a_tangle_of_facts_is_left_to_the_moment_when_it_is_asked() -> None:
    policy = small_policy(TANGLE.replace("asked: 1", "asked: 0"))
    session = policy.start(facts=dict.fromkeys(FLAGS, True))

    session.send("ask")

    assert ("yes",) == session.states
    assert not policy.automaton.whole
    assert len(policy.automaton.edges) < 2 * ANSWER_LIMIT


def test_a_mistake_behind_a_tangle_of_facts_is_found_all_the_same() -> None:
    sink = Diagnostics()

    check_policy(f'policy: small\nformat: 1\nversion: "1.0.0"\n{TANGLE}', "small.yaml", sink)

    assert ["not-proved", "leaves-range"] == [
        item.code for item in sink.sorted() if item.code != "branches-not-decided"
    ]
    assert ["f0", "f1", "f2"] == sink.sorted()[0].fields["variables"]
