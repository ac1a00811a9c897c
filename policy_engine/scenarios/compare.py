"""Compares a session with an expectation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_engine.model.chart import Chart
from policy_engine.model.scenarios import Expectation, ExpectedAction
from policy_engine.policy import Policy
from policy_engine.scenarios.course import Mismatch
from policy_engine.scenarios.roles import reporter
from policy_engine.session.course import Moment
from policy_engine.session.decision import Action
from policy_engine.session.live import Session
from policy_engine.session.values import SOMEBODY, By, role_of


def compare(
    expected: Expectation, policy: Policy, session: Session, course: Sequence[Moment]
) -> Iterator[Mismatch]:
    """Everything that is not as expected now, in the order of the file's documentation."""
    actions = tuple(action for moment in course for action in moment.actions)
    # The order of leaf states carries no meaning for the author, so it is not compared.
    if expected.states is not None and sorted(expected.states) != sorted(session.states):
        yield Mismatch("states", None, expected.states, session.states)
    for name, value in expected.context.items():
        actual = session.context[name]
        if actual != value:
            yield Mismatch("context", name, value, actual)
    if expected.actions is not None and not _same(expected.actions, actions):
        yield Mismatch("actions", None, expected.actions, actions)
    asked = {action.name for action in actions}
    for name in expected.never:
        if name in asked:
            yield Mismatch("never", name, (), tuple(action for action in actions if action.name == name))
    yield from _events(expected, policy, session)
    yield from _duties(expected, session)
    if expected.done is not None and expected.done != session.done:
        yield Mismatch("done", None, expected.done, session.done)
    if expected.outcome is not None and expected.outcome != session.outcome:
        yield Mismatch("outcome", None, expected.outcome, session.outcome)


def _events(expected: Expectation, policy: Policy, session: Session) -> Iterator[Mismatch]:
    for event in expected.allowed:
        allowed = session.allowed_for(_asking(policy.chart, event))
        if event not in allowed:
            yield Mismatch("allowed", event, (event,), allowed)
    for event in expected.forbidden:
        forbidden = tuple(session.forbidden_for(_asking(policy.chart, event)))
        if event not in forbidden:
            yield Mismatch("forbidden", event, (event,), forbidden)


def _asking(chart: Chart, event: str) -> By | None:
    """For whom it is asked: the first role that may report the event, as somebody who is not remembered."""
    role = reporter(chart, event, None) or next(iter(chart.roles), None)
    return None if role is None else (role_of(role, chart.roles), SOMEBODY)


def _duties(expected: Expectation, session: Session) -> Iterator[Mismatch]:
    found = session.obligations
    # Which is due first is told by `wait` and `overdue`, so the order carries no meaning here.
    if expected.obligations is not None and sorted(expected.obligations) != sorted(one.id for one in found):
        yield Mismatch("obligations", None, expected.obligations, tuple(one.id for one in found))
    overdue = tuple(one.id for one in found if one.overdue)
    for id in expected.overdue:
        if id not in overdue:
            yield Mismatch("overdue", id, (id,), overdue)


def _same(expected: Sequence[ExpectedAction], actual: Sequence[Action]) -> bool:
    return len(expected) == len(actual) and all(map(_fits, expected, actual))


def _fits(expected: ExpectedAction, actual: Action) -> bool:
    if expected.name != actual.name:
        return False
    return all(actual.params.get(name) == value for name, value in expected.params.items())
