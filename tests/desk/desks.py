"""Desks of the test policies, with calls that have begun."""

from __future__ import annotations

from policy_engine.desk.desk import Desk
from policy_engine.desk.results import DeskResult
from tests.desk.policies import NOON, policies

POLICIES = policies()


ONE = "one"


def desk_with(*customers: str) -> Desk:
    """A desk with a call for each of these customers."""
    desk = Desk(POLICIES)
    for customer in customers:
        desk.start("call", customer, facts={"customer": customer}, now=NOON)
    return desk


def insulted(desk: Desk, call: str, times: int) -> DeskResult:
    for _ in range(times - 1):
        desk.send("call", call, "insult", now=NOON)
    return desk.send("call", call, "insult", now=NOON)


def causes(result: DeskResult) -> list[tuple[str, str, str]]:
    return [(item.policy, item.key, item.decision.cause) for item in result.happened]
