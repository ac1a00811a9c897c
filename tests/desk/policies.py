"""A call, the ledger that it tells and reads, and a second ledger that the first one tells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from policy_engine.policy import Policy, parse_policy

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)

CALL = """
policy: call
format: 1
version: "1"
facts:
  customer: {text: ""}
  standing: {enum: [good, warned, banned], default: good, from: conduct.standing}
context: {n: {counter: 0..9}, silent: {flag: false}}
roles: {agent: {}, manager: {}, robot: {}}
events:
  insult: {}
  seen: {by: [manager]}
  ends: {}
initial: talk
states:
  talk:
    always: {when: standing == 'banned' and not silent, do: [{set: {silent: true}}]}
    on:
      insult:
        when: n < 9
        do:
          - {add: {n: 1}}
          - {tell: {policy: conduct, key: customer, event: abuse, data: {times: {expr: n}}}}
      seen: {do: [{tell: {policy: conduct, key: customer, event: seen}}]}
      ends: closed
    after: {30 min: {do: [{tell: {policy: conduct, key: customer, event: long_call}}]}}
  closed: {type: final}
"""
CONDUCT = """
policy: conduct
format: 1
version: "1"
subject: customer
context: {n: {counter: 0..2}, most: {range: 0..9, default: 0}, long: {flag: false}}
roles: {clerk: {}, agent: {}, manager: {}}
events:
  abuse: {data: {times: {range: 0..9}}}
  seen: {by: [manager, clerk]}
  long_call: {}
  review: {}
  erased: {}
actions: {send_letter: {}}
exports:
  n: n
  standing:
    - {when: in_state('banned'), value: banned}
    - {when: not in_state('banned') and n > 0, value: warned}
    - else: good
initial: good
states:
  good:
    on:
      abuse:
        - {when: n < 2, do: [{add: {n: 1}}, {set: {most: event.times}}, send_letter]}
        - else: banned
      seen: {do: [send_letter]}
      long_call: {do: [{set: {long: true}}]}
      review: {do: [{set: {n: 0}}]}
      erased: gone
  banned:
    entry: {tell: {policy: house, key: "'all'", event: banned}}
    on: {erased: gone}
    after:
      6 months:
        target: good
        do: [{set: {n: 0}}, {tell: {policy: house, key: "'all'", event: lifted}}]
  gone: {type: final}
"""
HOUSE = """
policy: house
format: 1
version: "1"
context: {bans: {counter: 0..100}}
events: {banned: {}, lifted: {}}
exports: [bans]
initial: watch
states:
  watch:
    on:
      banned: {when: bans < 100, do: [{add: {bans: 1}}]}
      lifted: {when: bans > 0, do: [{add: {bans: -1}}]}
"""


def policies() -> tuple[Policy, Policy, Policy]:
    """The three, loaded."""
    return (
        parse_policy(CALL, name="call.yaml"),
        parse_policy(CONDUCT, name="conduct.yaml"),
        parse_policy(HOUSE, name="house.yaml"),
    )


def later(**length: float) -> datetime:
    """So long after noon."""
    return NOON + timedelta(**length)
