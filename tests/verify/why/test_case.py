"""A case comes to what the session comes to, whatever the policy: nothing is explained otherwise."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

import policy_engine as pe
from policy_engine.automaton.tree import Trigger
from policy_engine.model.hidden import shown_only
from policy_engine.model.types import defaults_of
from policy_engine.records import changed
from policy_engine.verify.why.case import Decider, case_of
from policy_engine.verify.why.explain import Explainer
from tests.oracle.charts import random_policy
from tests.oracle.shapes import RICH


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(4))
def test_a_case_is_decided_as_the_session_decides(seed: int) -> None:
    random = Random(seed)
    policy = pe.parse_policy(json.dumps(random_policy(random, RICH)))
    program, explainer = policy.automaton.program, Explainer(policy)
    now = datetime(2026, 11, 23, tzinfo=UTC)
    session = policy.start(now=now)
    for _ in range(8):
        event, declared = random.choice(list(policy.chart.events.items()))
        data = {name: item.type.values[0] for name, item in declared.data.items() if item.default is None}
        by = (random.choice(list(policy.chart.roles)), "anna")
        now += timedelta(seconds=random.choice((0, 1, 3)))
        case = case_of(program, session.snapshot())

        decision = session.send(event, data or None, by, now=now)

        for fired in decision.prior:
            case = explainer.after(case, fired.decision)
        told = {**defaults_of(declared.data), **data}
        found = Decider(program).decide(
            changed(case, data=told, by=by[0], person=by[1]), Trigger("on", event)
        )
        assert decision.verdict.value == found.verdict
        assert decision.after == program.topology.leaves(found.case.configuration)
        assert tuple(action.name for action in decision.actions) == found.actions
        assert session.context == shown_only(found.case.values)
