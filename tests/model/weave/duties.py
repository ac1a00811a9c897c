"""A policy in which something must be done."""

from __future__ import annotations

import policy_engine as pe
from tests.small import START, small_policy

HOUR = 3600.0
POLICY = """
roles: {agent: {}, manager: {}}
events: {appeal: {}, decided: {}, withdraws: {}, too_late: {}, back: {}, over: {}}
actions: {write_report: {}, escalate: {}}
initial: talk
states:
  talk: {on: {appeal: waiting, over: closed}}
  waiting:
    must:
      answer: {event: decided, within: 2 h, overdue: too_late, until: [withdrawn]}
      report: {action: write_report, within: 1 h}
    on:
      back: talk
      withdraws: withdrawn
      appeal: waiting
      too_late: {do: [escalate]}
  withdrawn: {on: {back: talk}}
  closed: {type: final}
"""


def begun(policy: str = POLICY) -> pe.Session:
    return small_policy(policy).start(now=START)


def standing(session: pe.Session) -> list[tuple[str, float, bool]]:
    """What is open: its id, in how many hours from the start it is due, and whether it is overdue."""
    found = [(one.id, one.due, one.overdue) for one in session.obligations]
    return [(id, (due - START).total_seconds() / HOUR, late) for id, due, late in found if due is not None]
