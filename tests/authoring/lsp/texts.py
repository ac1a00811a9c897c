"""A small policy with its scenarios, and the offset of a mark in a text."""

from __future__ import annotations

from policy_engine.authoring.lsp.index import Index
from policy_engine.authoring.lsp.pair import Pair

DESK = """\
# The desk. A caller who `insults` is warned.
policy: desk
format: 1
version: "1"
languages: [nl, en]
parameters:
  most: {range: 1..2, default: 2, label: {nl: hoogstens, en: at most}}
facts:
  mood: {enum: {calm: {nl: rustig, en: calm}, angry: {nl: boos, en: angry}}, default: calm}
  name: {text: ""}
  wait: {range: 1..9, default: 2}
context:
  warnings: {counter: 0..2}
  decided_by: {person: }
roles:
  agent: {}
  manager: {}
statements:
  explained: {label: {nl: uitgelegd, en: explained}}
events:
  insults: {label: {nl: scheldt, en: insults}}
  calms: {}
  pays: {data: {amount: {range: 0..9, default: 0}}}
  settles: {data: {amount: {range: 0..9, default: 0}}}
  reminder: {}
  leaves: {by: [agent, manager]}
actions:
  note: {params: {what: {text: ""}}, record: [date, place]}
  call_back: {}
guards:
  warned: warnings > 0 and most > 0
initial: talk
states:
  talk:
    initial: listen
    must: {action: call_back, within: wait min}
    forbid:
      leaves: {when: not warned, text: {nl: "Eerst {name|mevrouw}.", en: "Warn {name|madam} first."}}
    on:
      insults:
        - {when: warnings < most, target: warn, do: [{add: {warnings: 1}}, {note: {what: {expr: name}}}]}
        - else: closed
      pays or settles: {when: event.amount > 3 and by == 'agent', target: listen}
      leaves: {target: closed, requires: [explained], do: [call_back, {remember: {decided_by: by}}]}
    states:
      listen:
        label: {nl: Luisteren, en: Listen}
        say: {nl: "Dag {name|mevrouw}.", en: "Hello {name|madam}."}
      warn:
        entry: [{send: {event: reminder, delay: 2 min, id: soon}}]
        exit: [{cancel: soon}]
        after: {wait min: listen}
        on: {calms: {when: mood == 'calm' and in_state('talk'), target: listen}}
  closed: {type: final}
properties:
  warned_first: {never: {enter: closed, when: not warned}}
"""
SCENARIOS = """\
policy: desk
scenarios:
  rude:
    parameters: {most: 1}
    facts: {mood: angry}
    steps:
      - insults
      - {event: pays, data: {amount: 4}, by: agent}
      - {expect: {states: [listen], context: {warnings: 1}, obligations: [call_back, note.place]}}
      - {fill: {note: {place: here}}}
      - explained
      - {event: leaves, by: [manager, agent]}
    expect: {outcome: closed, actions: [{note: {what: x}}, call_back]}
"""


def desk(policy: str = DESK, scenarios: str = SCENARIOS) -> Pair:
    """The policy with its scenarios."""
    return Pair(Index(policy), Index(scenarios))


def marked(text: str) -> tuple[str, int]:
    """A text without its mark `▮`, and where that stood."""
    return text.replace("▮", ""), text.index("▮")
