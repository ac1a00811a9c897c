"""A policy with something of everything that can be changed, and scenarios that notice most of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from policy_engine.scenarios.mutation.mutant import Mutant, mutants_of
from policy_engine.scenarios.mutation.trial import Trial

POLICY = """\
policy: clinic
format: 1
version: "1"
parameters: {patience: {range: 1..3, default: 2}}
facts: {risk: {enum: [low, high, unknown], default: low}, busy: {flag: false}}
context:
  warnings: {counter: 0..3}
  mood: {enum: [fine, tense], default: fine}
  visits: {counter: 0..2, lapse: 10 min}
roles: {agent: {}, manager: {}, guard: {}}
statements: {name_asked: {by: [agent, manager]}, reason_asked: {}}
events:
  insult: {settle: 5 s}
  calms: {}
  joins: {by: manager}
  decides: {by: [manager, guard]}
  visit: {}
  goes: {}
  returns: {}
  rings: {}
  late: {}
  ask: {data: {grade: {range: 1..5}}}
actions: {note: {params: {urgent: {flag: false}, of: {range: 0..5, default: 0}}}, report: {}, help: {}}
guards: {heavy: warnings >= patience}
initial: talk
states:
  talk:
    initial: listen
    forbid:
      goes or rings: {when: warnings < 1 and not busy, text: "Not yet."}
    on:
      insult:
        - {when: not heavy, target: listen, internal: true, do: [{add: {warnings: 1}}, note]}
        - else: away
      goes or returns: gone
    after: {3 h: gone}
    states:
      listen:
        on:
          calms: {do: [{set: {mood: tense}}, {note: {urgent: true, of: {expr: warnings + 1}}}]}
          joins: {target: manager_talks, requires: [name_asked, reason_asked]}
          ask: [{when: event.grade > 3 or risk == 'high', target: hall}, {else: {do: [{raise: visit}]}}]
          visit: {when: visits < 2, do: [{add: {visits: 1}}]}
      manager_talks:
        must: {event: decides, within: 1 h, overdue: late, until: hall}
        on: {decides: {by: [manager], target: away}, late: {do: [report]}}
        after: {20 min: {do: [help]}}
  away:
    entry: [report, help]
    exit: [{send: {event: rings, delay: 1 min}}, note]
    on: {returns: back, rings: {do: [note]}}
    after: {2 min: gone}
  hall:
    initial: stand
    done: away
    states:
      back: {type: history, target: stand}
      stand: {on: {calms: sit, goes: {target: sit, by: [manager, agent]}}}
      sit: {initial: low, states: {low: {on: {calms: high}}, high: {on: {goes: over}}}}
      over: {type: final}
    always: {when: busy, target: away}
    on: {returns: talk}
  gone: {type: final, outcome: left}
"""
SCENARIOS = """\
policy: clinic
scenarios:
  not_yet:
    steps:
      - {event: goes, verdict: forbidden}
      - {event: rings, verdict: forbidden}
      - insult
      - {event: rings, verdict: ignored}
      - goes
    expect: {outcome: left, actions: [note]}
  busy_goes:
    facts: {busy: true}
    steps: [goes]
    expect: {outcome: left}
  goes_back:
    steps: [returns]
    expect: {outcome: left}
  sent_away:
    steps:
      - insult
      - {event: insult, verdict: ignored}
      - {wait: 5 s}
      - insult
      - {wait: 6 s}
      - insult
      - {expect: {states: [away], actions: [note, note, report, help]}}
      - {wait: 119 s}
      - {expect: {states: [away]}}
      - {wait: 1 s}
    expect: {outcome: left}
  comes_back:
    steps: [insult, {wait: 5 s}, insult, {wait: 5 s}, insult, returns]
    expect: {states: [stand], actions: [note, note, report, help, note]}
  rung:
    steps: [insult, {wait: 5 s}, insult, {wait: 5 s}, insult, returns, {learn: {busy: true}}, {wait: 60 s}]
    expect: {actions: [note, note, report, help, note, report, help, note]}
  tense:
    steps: [calms]
    expect: {context: {mood: tense}, actions: [{note: {urgent: true, of: 1}}]}
  manager_needed:
    steps:
      - {event: name_asked, by: guard, verdict: rejected}
      - {event: joins, verdict: forbidden}
      - reason_asked
      - {event: joins, verdict: forbidden}
      - name_asked
      - {event: joins, by: agent, verdict: rejected}
      - {event: joins, by: guard, verdict: rejected}
      - joins
      - {expect: {states: [manager_talks], obligations: [decides]}}
      - {wait: 20 min}
      - {expect: {actions: [help]}}
      - {wait: 40 min}
      - {expect: {actions: [help, report], overdue: [decides]}}
      - {event: decides, by: guard, verdict: rejected}
      - decides
    expect: {states: [away]}
  asks_a_lot:
    steps: [{event: ask, data: {grade: 4}}]
    expect: {states: [stand]}
  asks_little:
    steps: [{event: ask, data: {grade: 3}}]
    expect: {states: [listen], context: {visits: 1}}
  at_risk:
    facts: {risk: high}
    steps: [{event: ask, data: {grade: 1}}]
    expect: {states: [stand]}
  visits_twice:
    steps: [visit, visit, {event: visit, verdict: ignored}, {wait: 10 min}, visit]
    expect: {context: {visits: 1}}
  all_through:
    steps:
      - {event: ask, data: {grade: 5}}
      - goes
      - {expect: {states: [low]}}
      - calms
      - {learn: {busy: true}}
      - {expect: {states: [away]}}
      - {learn: {busy: false}}
      - returns
      - {expect: {states: [low]}}
      - calms
      - goes
    expect: {states: [away]}
  leaves_the_hall:
    steps: [{event: ask, data: {grade: 5}}, {event: goes, by: guard, verdict: rejected}, returns]
    expect: {states: [listen]}
  nobody_decides:
    steps: [name_asked, reason_asked, joins, insult, {event: ask, data: {grade: 4}}]
    expect: {obligations: []}
  three_hours:
    steps: [{wait: 1 h}, insult, {wait: 2 h}]
    expect: {outcome: left}
"""


@cache
def policy() -> Policy:
    return parse_policy(POLICY, name="clinic.yaml")


@cache
def document() -> Document:
    found = read_document(POLICY, "clinic.yaml", Diagnostics())
    assert found is not None
    return found


@cache
def mutants() -> tuple[Mutant, ...]:
    return tuple(mutants_of(document()))


@cache
def scenarios() -> Mapping[str, Scenario]:
    sink = Diagnostics()
    file = load_scenarios(SCENARIOS, "clinic.yaml", sink, policy().chart)
    assert file is not None, [item.one_line() for item in sink]
    return file.scenarios


def mutant(operator: str, told: str) -> Mutant:
    """The mutant that says this of itself."""
    (found,) = (one for one in mutants() if one.operator == operator and one.told("en") == told)
    return found


def noticed(one: Mutant, names: Sequence[str]) -> str | None:
    """The first of these scenarios that fails on a mutant."""
    chart = load_chart(one.document(document()), Diagnostics())
    assert chart is not None
    chosen = [scenarios()[name] for name in names]
    return Trial(chosen, covered_by(policy(), ())).noticed(one, chart, weave(chart))
