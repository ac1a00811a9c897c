"""Every way to write something is found."""

from __future__ import annotations

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.policy import parse_policy
from policy_engine.scenarios.mutation.mutant import mutants_of

FORMS = """\
policy: forms
format: 1
version: "1"
facts: {count: {number: 2}}
context:
  calls: {counter: 0..3, lapse: {after: 5 min, when: all}}
  level: {range: 1..3, default: 1}
  plain: {text: ""}
roles: {agent: {}, manager: {}}
statements: {asked: {}}
events: {go: {}, stop: {}, rings: {}, done: {}}
actions:
  report: {within: 2 days, record: [place]}
  note: {params: {urgent: {flag: false}}}
guards: {often: {when: calls > 2, label: often}}
initial: a
states:
  a:
    entry: note
    forbid:
      go:
        - {when: calls > 1, text: "Not now."}
        - {when: often, text: "Not so often."}
      stop: "Not here."
    must:
      - {event: done, within: 3 days}
      - {action: report, within: 4 days}
    on:
      go or rings: {target: [c1, d1], do: {send: {event: rings, delay: 2 min, id: bell}}}
      stop: {do: [{note: {urgent: true}}, {cancel: bell}]}
      done: {when: calls < 3, do: {add: {calls: 1}}}
  b:
    type: parallel
    must: {answer: {event: stop, within: 1 h}, tell: {event: done, within: 2 h}}
    states:
      c: {initial: c1, states: {c1: {exit: [report]}, h: {type: history, deep: true}}}
      d: {initial: d1, states: {d1: {}}}
  end: {type: final}
"""


def told() -> set[str]:
    document = read_document(FORMS, "forms.yaml", Diagnostics())
    assert document is not None
    assert "forms" == parse_policy(FORMS).id
    return {mutant.told("en") for mutant in mutants_of(document)}


def test_short_and_long_forms_lists_and_names_are_all_found() -> None:
    assert {
        "`4 min` instead of `5 min`",
        "`3 days` instead of `2 days`",
        "without the time `2 days`",
        "`1..4` instead of `1..3`",
        "`0..3` instead of `1..3`",
        "the value `3` instead of `2`",
        "`calls >= 2` instead of `calls > 2`",
        "`a`: without the step `note`",
        "`a`: the action `report` instead of `note`",
        "`a`: `calls >= 1` instead of `calls > 1`",
        "`a`: without the condition `often`",
        "`a`: `stop` is not refused",
        "`a`: `done` need not be done",
        "`a`: `report` need not be done",
        "`a`: `2 days` instead of `3 days`",
        "`a`: does not lead to `[c1, d1]` any more",
        "`a`: without the step `{send: {event: rings, delay: 2 min, id: bell}}`",
        "`a`: `done` instead of the event `rings`",
        "`a`: `1 min` instead of `2 min`",
        "`a`: without the step `{cancel: bell}`",
        "`a`: the value `false` instead of `true`",
        "`b`: `stop` need not be done",
        "`b`: `2 h` instead of `1 h`",
        "`h`: `deep: false` instead of `deep: true`",
    } <= told()


def test_no_time_becomes_none_at_all() -> None:
    assert "`b`: `0 h` instead of `1 h`" not in told()
