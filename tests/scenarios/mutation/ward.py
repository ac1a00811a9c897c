"""A policy of which durations, the order of things, and what must be done and written down can be changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Document
from policy_engine.document.read import read_document
from policy_engine.model.load import load_chart
from policy_engine.model.scenarios import Scenario
from policy_engine.model.weave.weave import weave
from policy_engine.policy import Policy, parse_policy
from policy_engine.scenarios.coverage.coverage import covered_by
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.mutation.mutant import mutants_of
from policy_engine.scenarios.mutation.trial import Trial

POLICY = """\
policy: ward
format: 1
version: "1"
parameters: {short: {range: 1..3, default: 2}, long: {range: 1..3, default: 2}}
context: {rounds: {counter: 0..3, lapse: 2 h}, falls: {counter: 0..3, lapse: {after: 2 h, when: all}}}
roles: {agent: {}, manager: {}}
events:
  comes: {data: {grade: {range: 1..4, default: 2}}}
  walks: {}
  falls_down: {}
  seen: {}
  asked: {}
  late: {}
  rings: {}
  sits: {}
  posts: {}
  waits: {}
  leaves: {}
actions:
  wake: {}
  wash: {}
  file: {record: {place: {text: , by: [manager]}, witness: {text: , required: false}}}
  note: {record: [words]}
  call: {params: {loud: {flag: false}}}
initial: door
states:
  door:
    must:
      look: {event: seen or asked, within: 3 h, overdue: late, until: [bed, gone]}
      tell: {event: seen, within: 9 h}
    on:
      comes:
        - {when: event.grade > 2, target: bed}
        - else: {do: [note]}
      walks: {when: rounds < 3, do: [{add: {rounds: 1}}, call]}
      falls_down: {when: falls < 3, do: [{add: {falls: 1}}, file]}
      late: {do: [wash]}
      seen: {do: [wake]}
      asked: {do: [wash]}
      sits: lounge
      posts: post
      waits: desk
      leaves: gone
  lounge: {after: {short min: desk, long min: gone}}
  post: {entry: [{send: {event: rings, delay: 2 days at 15:00}}], on: {rings: gone}}
  desk: {after: {5 working_days: drawer}}
  drawer: {after: {long weeks - 1 days: gone}}
  bed:
    type: parallel
    states:
      left: {initial: l, states: {l: {entry: [wake]}}}
      right: {initial: r, states: {r: {entry: [wash]}}}
  gone: {type: final}
"""
SCENARIOS = """\
policy: ward
scenarios:
  to_bed: {steps: [{event: comes, data: {grade: 4}}], expect: {actions: [wake, wash], obligations: [tell]}}
  not_to_bed: {steps: [comes], expect: {actions: [note], obligations: [look, tell, note.words]}}
  equally_long: {steps: [sits, {wait: 2 min}], expect: {states: [desk]}}
  posted: {steps: [posts, {wait: 53 h}, {expect: {states: [post]}}, {wait: 1 h}], expect: {outcome: gone}}
  posted_on_friday: {steps: [{wait: 4 days}, posts, {wait: 54 h}], expect: {outcome: gone}}
  worked:
    steps: [waits, {wait: 6 days}, {expect: {states: [desk]}}, {wait: 1 days}]
    expect: {states: [drawer]}
  drawn: {steps: [waits, {wait: 7 days}, {wait: 13 days}], expect: {outcome: gone}}
  not_yet_drawn: {steps: [waits, {wait: 7 days}, {wait: 12 days}], expect: {states: [drawer]}}
  walked: {steps: [walks, {wait: 1 h}, walks, {wait: 1 h}], expect: {context: {rounds: 1}}}
  called: {steps: [walks], expect: {actions: [{call: {loud: false}}]}}
  fell: {steps: [falls_down, {wait: 1 h}, falls_down, {wait: 1 h}], expect: {context: {falls: 2}}}
  filed:
    steps:
      - falls_down
      - {expect: {obligations: [look, tell, file.place]}}
      - {fill: {file: {place: here, witness: me}}, by: manager}
    expect: {obligations: [look, tell]}
  looked: {steps: [asked], expect: {obligations: [tell], actions: [wash]}}
  seen_late: {steps: [{wait: 3 h}, seen], expect: {obligations: [], actions: [wash, wake]}}
  left: {steps: [leaves], expect: {obligations: []}}
"""


@cache
def policy() -> Policy:
    return parse_policy(POLICY, name="ward.yaml")


@cache
def document() -> Document:
    found = read_document(POLICY, "ward.yaml", Diagnostics())
    assert found is not None
    return found


@cache
def scenarios() -> Mapping[str, Scenario]:
    sink = Diagnostics()
    file = load_scenarios(SCENARIOS, "ward.yaml", sink, policy().chart)
    assert file is not None, [item.one_line() for item in sink]
    return file.scenarios


@cache
def told() -> frozenset[tuple[str, str]]:
    return frozenset((one.operator, one.told("en")) for one in mutants_of(document()))


def noticed(operator: str, said: str, name: str) -> str | None:
    """The scenario of this name, if it fails on the mutant that says this of itself."""
    one = next(one for one in mutants_of(document()) if (one.operator, one.told("en")) == (operator, said))
    chart = load_chart(one.document(document()), Diagnostics())
    assert chart is not None
    return Trial([scenarios()[name]], covered_by(policy(), ())).noticed(one, chart, weave(chart))
