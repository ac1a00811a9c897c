"""A machine and a session of one random chart, to which the same things happen, agree in everything.

What is compared after every call: the decision, the state, what `is_` and `may_` say, the snapshot, and
every callback in its order. The order of exits and entries among each other comes from the naive interpreter,
because a decision lists them apart. Now and then a callback raises; then all must be as it was, and the
same call is made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policy_engine as pe
from policy_engine.errors import PolicyError
from tests.chance import TIMES
from tests.interop.following import Called, RefusedError, follower
from tests.oracle.charts import random_policy
from tests.oracle.comparison import load
from tests.oracle.content import RangeError
from tests.oracle.course import SECOND, moment
from tests.oracle.courses import Call, random_calls, random_facts
from tests.oracle.naive import Naive, Report
from tests.oracle.shapes import FLAVOURS
from tests.oracle.steps import EndlessError

# Coverage is asked of the tests that aim at something; measuring it here would take three times as long.
pytestmark = [pytest.mark.no_cover, pytest.mark.chance]

CALLS = 12
EXAMPLES = 300 * TIMES


@dataclass
class Tally:
    charts: int = 0
    with_regions: int = 0
    microsteps: int = 0
    raised: int = 0


class Trail(list[str]):
    """What is appended is written on a common trail as well."""

    def __init__(self, kind: str, trail: list[tuple[str, str]]) -> None:
        self.kind, self.trail = kind, trail

    def append(self, state: str) -> None:
        super().append(state)
        self.trail.append((self.kind, state))


class Traced(Naive):
    """The oracle, with its exits and entries on one trail for each macrostep that it reports."""

    trails: list[list[tuple[str, str]]]

    def begin(self) -> None:
        super().begin()
        trail: list[tuple[str, str]] = []
        self.exited, self.entered = Trail("on_exit", trail), Trail("on_enter", trail)
        self.trails = [*getattr(self, "trails", []), trail]

    def expected(self, reports: list[Report]) -> list[tuple[str, str]]:
        """The callbacks of these reports, which are the last ones."""
        found: list[tuple[str, str]] = []
        for trail, report in zip(self.trails[len(self.trails) - len(reports) :], reports, strict=True):
            found += trail
            found += [("do", name) for name, _ in report.actions]
        return found


class Pair:
    """A machine, a session and the oracle."""

    def __init__(
        self, policy: dict[str, Any], loaded: pe.Policy, facts: dict[str, Any], random: Random
    ) -> None:
        self.random = random
        self.naive = Traced(policy, facts, 0, **loaded.parameters)
        self.loaded = loaded
        self.session = loaded.start(facts, now=moment(0))
        self.model = follower(loaded)
        self.machine = pe.as_machine(loaded, self.model, facts=facts, now=moment(0))
        self.agree(self.session.opening, [self.naive.opening])

    def agree(self, decision: pe.Decision | None, reports: list[Report]) -> None:
        """The machine stands where the session stands; `decision` is the last one, None if there was none."""
        session, model = self.session, self.model
        leaves = session.states
        states = [state.id for state in self.loaded.chart.states[1:] if state.kind != "history"]

        if decision is not None:
            assert decision.to_dict() == model.decision.to_dict()
            assert model.decision is self.machine.decision
        assert (leaves[0] if len(leaves) == 1 else list(leaves)) == model.state
        assert session.snapshot() == self.machine.session.snapshot()
        assert session.configuration == tuple(one for one in states if getattr(model, f"is_{one}")())
        self.agree_in_callbacks(model.take(), reports)
        self.agree_in_what_may_happen([self.random.choice(list(self.loaded.chart.events))])

    def agree_in_callbacks(self, called: list[Called], reports: list[Report]) -> None:
        asked = [params for report in reports for _, params in report.actions]

        assert self.naive.expected(reports) == [(callback, name) for callback, name, _ in called]
        assert asked == [seen for callback, _, seen in called if callback == "do"]
        assert "not active" not in [seen for _, _, seen in called]

    def agree_in_what_may_happen(self, events: Iterable[str]) -> None:
        allowed, to_manager = self.session.allowed, self.session.allowed_for("manager")

        for event in events:
            assert (event in allowed) == getattr(self.model, f"may_{event}")()
            assert (event in to_manager) == self.model.may_trigger(event, by="manager")

    def make(self, call: Call, tally: Tally) -> None:
        now = moment(call.now / SECOND)
        if self.random.random() < 0.25:
            self.model.calls_left = self.random.randint(0, 5)
            before = self.place()
            try:
                answer = self.drive(call)
            except RefusedError:
                tally.raised += 1
                assert before == self.place()
                self.model.calls_left = None
                self.model.take()
                answer = self.drive(call)
            self.model.calls_left = None
        else:
            answer = self.drive(call)
        if call.kind == "advance":
            fired = self.session.advance(now)
            reports = [report for _, report in self.naive.advance(call.now)]
            decision = fired[-1].decision if fired else None
            assert fired_as_data(fired) == fired_as_data(answer)
        else:
            if call.kind == "learn":
                decision = self.session.learn(call.facts, now)
                report = self.naive.learn(call.facts, call.now)
            else:
                decision = self.session.send(call.event, call.data, call.by, call.facts, now)
                report = self.naive.send(call.event, call.data, call.by, call.facts, call.now)
            reports = [*(one for _, one in report.prior), report]
            assert (decision.verdict == "applied") == answer
        tally.microsteps += sum(report.microsteps for report in reports)
        self.agree(decision, reports)

    def drive(self, call: Call) -> Any:
        now = moment(call.now / SECOND)
        if call.kind == "advance":
            return self.machine.advance(now)
        if call.kind == "learn":
            return self.machine.learn(call.facts, now)
        ways: list[Callable[..., bool]] = [
            getattr(self.model, call.event),
            lambda **said: self.model.trigger(call.event, **said),
            lambda **said: self.machine.dispatch(call.event, **said),
            lambda **said: self.machine.events[call.event].trigger(self.model, **said),
        ]
        return self.random.choice(ways)(data=call.data, by=call.by, facts=call.facts, now=now)

    def place(self) -> object:
        model = self.model
        return (self.machine.session.snapshot(), model.state, model.decision, self.machine.decision)


def fired_as_data(fired: tuple[pe.Fired, ...]) -> list[object]:
    return [(one.due, one.decision.to_dict()) for one in fired]


def run_side_by_side(seed: int, tally: Tally) -> None:
    random = Random(seed)
    policy = random_policy(random, random.choice(FLAVOURS))
    facts, most = random_facts(random, policy), random.choice((1, 2, 2, 3))
    try:
        loaded = load(policy, edges=random.choice((1, 150, 1000)), most=most)
        pair = Pair(policy, loaded, facts, random)
        regions = False
        for call in random_calls(random, pair.naive, CALLS):
            pair.make(call, tally)
            regions = regions or len(pair.session.states) > 1
        pair.agree_in_what_may_happen(loaded.chart.events)
    except (PolicyError, EndlessError, RangeError):
        return  # a chart that can't be loaded, or that the oracle can't run to an end
    tally.charts += 1
    tally.with_regions += regions


def test_machine_and_session_agree_on_random_charts() -> None:
    tally = Tally()

    @settings(max_examples=EXAMPLES, deadline=None, database=None)
    @given(st.integers(0, 2**32))
    def side_by_side(seed: int) -> None:
        run_side_by_side(seed, tally)

    side_by_side()

    assert tally.charts >= 0.8 * EXAMPLES
    assert tally.with_regions >= 0.25 * tally.charts
    assert tally.microsteps >= 5 * tally.charts
    assert tally.raised >= 0.5 * tally.charts
