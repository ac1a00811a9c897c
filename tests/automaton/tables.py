"""Tables for tests: of a policy that has a bit of everything, and tables that somebody forged."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import policy_engine as pe
from policy_engine.automaton.table_json import from_table, sealed
from policy_engine.model.chart import Chart
from policy_engine.records import fields_of
from tests.small import small_policy

Change = Callable[[Any], object]

RICH = """
languages: [nl, en]
subject: caller
title: {nl: Titel, en: Title}
subtitle: {nl: Ondertitel, en: Subtitle}
owner: Support
date: 2026-01-31
emergency: {nl: Bel 112., en: Call 112.}
calendar:
  time_zone: Europe/Amsterdam
  opening_hours: {monday: 09:00-17:00, friday: 09:00-12:00}
  closed: [2026-12-25]
parameters: {most: {range: 1..3, default: 2}, greeting: {text: "hi"}}
facts:
  vip: {flag: false, label: {nl: belangrijk, en: important}}
  who: {text: ""}
  age: {number: 0.0}
  kind: {enum: {new: {nl: nieuw, en: new}, old: {nl: oud, en: old}}, default: new}
context:
  tries: {counter: 0..3}
  note: {text: ""}
  seen: {number: 0.0}
  warm: {flag: false}
  who_did: {person: }
roles: {agent: {label: {nl: Medewerker, en: Agent}, source: page 1}, caller: {}, boss: {}}
guards:
  grown:
    when: "age > 18.0 and tries + 1 <= most and -tries <= 0"
    label: {nl: volwassen, en: grown up}
    note: {nl: Vanaf achttien., en: From eighteen on.}
    why: {nl: De wet., en: The law.}
    source: page 2
events:
  a: {actor: caller, tone: calms, label: {nl: A, en: A}, note: {nl: Eerste, en: First}, source: page 1}
  b: {by: [boss]}
  c: {data: {x: {number: 0.0}, y: {enum: [p, q], default: p}, z: {text: ""}, w: {flag: }}}
  d: {}
  e: {}
actions:
  act:
    to: boss
    params: {p: {text: ""}, q: {number: 0.0}}
    record: [p]
    label: {nl: Doe, en: Act}
    note: {nl: Iets, en: Something}
    source: [page 2, page 3]
initial: both
states:
  both:
    type: parallel
    label: {nl: "{who|niemand} {tries}", en: "{who|nobody} {tries}"}
    role: agent
    say:
      - {nl: [Goedemorgen., "{greeting} {seen}"], en: [Good morning., "{greeting} {seen}"]}
      - when: grown or in_state('second') and not vip
        text: {nl: "{kind}", en: "{kind}"}
    avoid: {text: {nl: Nee., en: "No."}, source: page 3}
    how: {nl: Rustig., en: Calmly.}
    note: {nl: Let op., en: Mind.}
    why: {nl: Daarom., en: Because.}
    source: page 4
    forbid:
      c: {when: "kind in ['old']", text: {nl: "Nee {who}", en: "No {who}"}}
      d: {when: tries == 3, text: {nl: Genoeg., en: Enough.}, source: page 6}
    states:
      left:
        initial: first
        states:
          first:
            on:
              a:
                - when: grown
                  target: second
                  do: [{set: {note: who, seen: age}}, {act: {p: {expr: who}, q: {expr: age}}}]
                  label: {nl: Verder, en: On}
                  note: {nl: Ja, en: "Yes"}
                  why: {nl: Leeftijd, en: Age}
                  source: page 5
                - else: {do: [{set: {warm: true}}, {act: {q: 2.5}}]}
            after:
              1 h: second
              2 months: {do: [act]}
              2 days at 09:00: {do: [act]}
              4 working_hours: {do: [act]}
          second:
            on:
              c: {when: "event.x > 10.0 and event.z == note", target: first, do: [{raise: d}]}
            always: {when: vip and kind == 'new', target: first}
            entry: [{send: {event: e, delay: 2 min, id: later}}]
            exit: [{cancel: later}]
          back: {type: history, deep: true, target: second}
      right:
        states:
          calm: {on: {d: done, e: done, a: {when: tries < 3 and warm, do: [{add: {tries: 1}}]}}}
          done: {type: final}
        initial: calm
        done: two
    on: {b: {target: two, by: [boss]}}
  two:
    on:
      a: back
      b: {target: over, do: [{remember: {who_did: by}}]}
      e: {when: "by == 'boss' and by != who_did", target: both}
  over: {type: final, outcome: finished}
properties: {free: {reachable: final, from: any, source: page 7}}
"""


def rich() -> pe.Policy:
    """A policy with something of everything that a table can hold."""
    return small_policy(RICH)


def as_json(policy: pe.Policy) -> Any:
    """A policy's table as it comes back from a file."""
    return json.loads(json.dumps(policy.to_table()))


def loaded(table: Any) -> pe.Policy:
    """The policy of a table. Raises TableError."""
    automaton = from_table(table)
    return pe.Policy(automaton.chart, automaton)


def forged(table: Any, change: Change) -> pe.Policy:
    """The policy of a table that somebody changed, checksum and all. Raises TableError."""
    changed = json.loads(json.dumps(table))
    change(changed)
    return loaded(sealed(changed))


def read_whole(policy: pe.Policy) -> None:
    """Reads everything of a policy. Raises TableError for whatever is damaged."""
    for name in fields_of(Chart):
        getattr(policy.chart, name)
    assert len(policy.automaton.places) == len(policy.automaton.nodes)
    assert [edge.index for edge in policy.automaton.edges] == list(range(len(policy.automaton.edges)))
