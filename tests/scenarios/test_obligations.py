"""Scenarios say what must be done, and what is overdue."""

from __future__ import annotations

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.policy import parse_policy
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.report import report
from policy_engine.scenarios.run import run_scenario

POLICY = parse_policy(
    """
policy: appeals
format: 1
version: "1"
events: {appeals: {}, answered: {}, late: {}}
actions: {report: {}}
initial: talk
states:
  talk: {on: {appeals: waiting}}
  waiting:
    must:
      answer: {event: answered, within: 10 working_days, overdue: late}
      report: {action: report, within: 2 days}
    on: {late: {do: [report]}}
"""
)
HEAD = "policy: appeals\nscenarios:\n  one:\n"


def told(body: str) -> list[str]:
    """The report of a scenario with these steps, line by line; only \"passed\" where it did."""
    sink = Diagnostics()
    file = load_scenarios(f"{HEAD}    steps:\n{body}", "s.yaml", sink, POLICY.chart)
    assert file is not None, [item.one_line() for item in sink]
    result = run_scenario(POLICY, file.scenarios["one"])
    return ["passed"] if result.passed else report(result, POLICY.chart, "en").splitlines()


def test_what_must_be_done_is_expected_whole_and_in_any_order() -> None:
    steps = """
      - {expect: {obligations: []}}
      - appeals
      - {expect: {obligations: [answer, report], overdue: []}}
      - {wait: 3 days}
      - {expect: {obligations: [report, answer], overdue: [report]}}
      - answered
      - {expect: {obligations: [report]}}
"""

    assert told(steps) == ["passed"]


def test_what_differs_is_told() -> None:
    steps = """
      - appeals
      - {wait: 3 weeks}
      - {expect: {obligations: [answer, report], overdue: [answer, report]}}
"""

    assert told(steps) == [
        "   start                         → talk",
        "1  appeals              applied  → waiting",
        "2  wait 3 weeks                  → waiting",
        "   `report` is overdue           → waiting",
        "   `answer` is overdue           → waiting  asks for report",
        "",
        "s.yaml:8:9: at step 3, what must be done",
        "  expected: answer, report",
        "  actual:   answer",
        "s.yaml:8:9: at step 3, what is overdue",
        "  expected: `report` among them",
        "  actual:   answer",
    ]


def test_a_name_that_nothing_has_is_answered() -> None:
    sink = Diagnostics()
    text = f"{HEAD}    steps: []\n    expect: {{obligations: [anser], overdue: [late]}}\n"

    load_scenarios(text, "s.yaml", sink, POLICY.chart)

    assert [(item.code, item.line, item.column) for item in sink] == [
        ("unknown-obligation", 5, 28),
        ("unknown-obligation", 5, 46),
    ]
