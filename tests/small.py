"""Small policies for tests: what every policy needs, and a body."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import policy_engine as pe

START = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    """So many seconds after the start."""
    return START + timedelta(seconds=seconds)


def small_policy(body: str) -> pe.Policy:
    """A policy from the YAML of all but its head; the events a to e are declared unless the body does."""
    head = 'policy: small\nformat: 1\nversion: "1.0.0"\n'
    if "\nevents:" not in f"\n{body}":
        head += "events: {a: {}, b: {}, c: {}, d: {}, e: {}}\n"
    return pe.parse_policy(head + body, name="small.yaml")


LADDER = """
languages: [nl, en]
parameters: {max_warnings: {range: 2..3, default: 3, label: {nl: "aantal", en: "number"}}}
facts:
  at_risk: {enum: {no: {nl: nee, en: "no"}, yes: {nl: ja, en: "yes"}}, default: no}
  customer_name: {text: ""}
context: {warnings: {counter: 0..3}, solved: {flag: false}}
roles: {agent: {}, manager: {}}
events:
  insult: {}
  calms_down: {}
  call_ended: {}
  joined: {by: [manager]}
  paid: {data: {amount: {number: 0.0}, how: {enum: [cash, card]}}}
actions:
  notify: {to: manager, params: {urgent: {flag: false}, count: {range: 0..3, default: 0}}}
  report: {}
initial: talk
states:
  talk:
    label: {nl: Gesprek, en: Call}
    role: agent
    say:
      - nl: "Goedemorgen, {customer_name|meneer of mevrouw}."
        en: "Good morning, {customer_name|sir or madam}."
      - when: warnings > 0
        text: {nl: "Waarschuwing {warnings} van {max_warnings}.", en: "Warning {warnings} of {max_warnings}."}
    forbid:
      call_ended:
        when: warnings < max_warnings
        text:
          nl: "Nog niet, {customer_name|beller}: {solved}."
          en: "Not yet, {customer_name|caller}: {solved}, {at_risk}."
    on:
      insult:
        - {when: warnings < max_warnings, do: [{add: {warnings: 1}}, {notify: {count: {expr: warnings}}}]}
        - {when: warnings >= max_warnings and at_risk == 'no', target: ended}
        - else: {target: with_manager}
      call_ended: ended
      joined: with_manager
    after: {2 min: {do: [report]}, 5 min: ended}
  with_manager:
    label: {nl: Leidinggevende, en: Manager}
    role: manager
    how: {nl: [Luister., Help.], en: [Listen., Help.]}
    on: {calms_down: talk, paid: {target: ended, when: "event.amount > 10 and event.how == 'card'"}}
  ended: {type: final}
"""


def ladder() -> pe.Policy:
    """A ladder of warnings with facts, parameters, roles, texts and timers."""
    return small_policy(LADDER)
