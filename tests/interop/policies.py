"""The policies of these tests."""

from __future__ import annotations

from functools import lru_cache

import policy_engine as pe
from tests.small import ladder, small_policy

LADDER = ladder()


@lru_cache
def steps() -> pe.Policy:
    """Nested states, a chain of microsteps, regions, timers and actions; `inner` is passed through."""
    return small_policy(
        """
facts: {vip: {flag: false}}
actions: {ring: {params: {times: {range: 1..9, default: 1}, who: {text: all}}}, log: {}}
initial: outer
states:
  outer:
    initial: first
    entry: [log]
    on: {b: both, c: {do: [ring]}}
    states:
      first:
        on: {a: inner, d: {target: last, do: [{ring: {times: 3}}]}}
        always: {when: vip, target: last}
        after: {10 s: last, 20 s: {do: [ring]}}
      inner: {always: last}
      last: {exit: [log], on: {a: first}, after: {5 s: both}}
  both:
    type: parallel
    on: {b: outer}
    states:
      left: {initial: l1, states: {l1: {on: {a: l2, c: l2}}, l2: {on: {a: l1}}}}
      right: {initial: r1, states: {r1: {on: {a: r2}}, r2: {always: {when: "in_state('l1')", target: r1}}}}
    after: {1 min: over}
  over: {type: final}
"""
    )
