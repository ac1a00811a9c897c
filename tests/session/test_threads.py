"""Several threads use different sessions of one policy."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

from policy_engine.automaton.automaton import Automaton
from policy_engine.policy import Policy
from tests.small import at, ladder


def test_threads_get_the_answers_that_one_thread_gets() -> None:
    whole = ladder()
    # A table that nobody expanded grows while the threads use it.
    lazy = Policy(whole.chart, Automaton(whole.chart, whole.parameters))
    events = ["insult", "calms_down", "call_ended", "joined"]

    def play(policy: Policy, seed: int) -> list[object]:
        rng = random.Random(seed)
        session = policy.start({"at_risk": rng.choice(["no", "yes"])}, now=at(0))
        course: list[object] = []
        for step in range(30):
            decision = session.send(
                rng.choice(events), by=rng.choice(["agent", "manager"]), now=at(step * 40)
            )
            course.append(decision.to_dict())
        return course

    expected = [play(whole, seed) for seed in range(40)]
    with ThreadPoolExecutor(8) as threads:
        actual = list(threads.map(lambda seed: play(lazy, seed), range(40)))

    assert expected == actual
