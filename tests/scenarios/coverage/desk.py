"""A small policy with one of everything that can be covered, and the short way to cover it."""

from __future__ import annotations

from functools import cache

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.policy import Policy, parse_policy
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.coverage.coverage import Coverage, covered_by
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario

HEAD = 'policy: desk\nformat: 1\nversion: "1"\n'
DESK = """
parameters: {patience: {range: 1..2, default: 1}}
facts: {armed: {flag: false}}
context: {insults: {counter: 0..2}}
roles: {clerk: {}, guard: {}}
statements: {name_asked: {label: ask for the name}}
events: {insult: {}, bell: {}, note: {by: [guard]}, goes: {}, waits: {}}
initial: talk
states:
  talk:
    initial: listen
    forbid:
      goes: {when: insults < 1, text: "Not yet."}
      bell: {text: "No noise."}
    on:
      insult:
        - {when: insults < patience, do: [{add: {insults: 1}}]}
        - else: away
      goes: gone
      waits: hall
    states:
      listen:
        forbid: {goes: {when: armed, text: "Call the guard first."}}
        on: {note: {target: noted, requires: [name_asked]}}
      noted: {after: {2 min: listen, 5 min: away}}
  away: {entry: [{raise: bell}], after: {30 s: gone}}
  hall:
    initial: stand
    states: {stand: {always: {when: armed, target: seated}}, seated: {type: final}}
    done: away
  gone: {type: final}
"""


@cache
def policy(body: str = DESK) -> Policy:
    return parse_policy(HEAD + body, name="desk.yaml")


def results(scenarios: str, of: Policy) -> list[ScenarioResult]:
    sink = Diagnostics()
    file = load_scenarios(f"policy: desk\nscenarios:\n{scenarios}", "s.yaml", sink, of.chart)
    assert file is not None, [item.one_line() for item in sink]
    return [run_scenario(of, scenario) for scenario in file.scenarios.values()]


def coverage(scenarios: str, body: str = DESK) -> Coverage:
    """What scenarios cover, one a line: `  name: {...}`."""
    return covered_by(policy(body), results(scenarios, policy(body)))


def covered(*steps: str, facts: str = "{}", parameters: str = "{}") -> set[str]:
    """What one scenario covers, beyond the states."""
    body = f"  one: {{facts: {facts}, parameters: {parameters}, steps: [{', '.join(steps)}]}}\n"
    found = coverage(body)
    return {id for id in found.by if found.points[id].kind != "state"}
