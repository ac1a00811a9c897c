"""Several threads drive different models of one policy."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import policy_engine as pe
from policy_engine.automaton.automaton import Automaton
from policy_engine.policy import Policy
from tests.interop.following import follower
from tests.interop.policies import steps


def play(policy: Policy, seed: int) -> list[object]:
    rng, call = random.Random(seed), follower(policy)
    pe.as_machine(policy, call)
    for _ in range(40):
        call.trigger(rng.choice("abcde"))
    return [call.state, *call.called]


def test_threads_see_the_callbacks_that_one_thread_sees() -> None:
    whole = steps()
    # A table that nobody expanded, and of which no machine was made before, grows while the threads use it.
    lazy = Policy(whole.chart, Automaton(whole.chart, whole.parameters))

    expected = [play(whole, seed) for seed in range(40)]
    with ThreadPoolExecutor(8) as threads:
        actual = list(threads.map(lambda seed: play(lazy, seed), range(40)))

    assert expected == actual
