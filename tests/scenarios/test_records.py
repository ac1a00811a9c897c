"""Scenarios fill in what is written down, and say which fields must be."""

from __future__ import annotations

import pytest

from policy_engine.diagnostics.catalogue import render_help
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagrams.roleplay.writer import script_of
from policy_engine.diagrams.scorm.lesson import calls_of
from policy_engine.model.scenarios import FillStep, Scenario
from policy_engine.policy import Policy, parse_policy
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.report import report
from policy_engine.scenarios.run import run_scenario

POLICY = parse_policy(
    """
policy: threats
format: 1
version: "1"
roles: {agent: {}, manager: {}}
events: {threat: {}, seen: {}, ends: {}}
actions:
  alarm: {}
  report:
    within: 24 h
    record:
      date:
      outcome:
      words: {text: , by: agent}
      place: {text: , by: [manager, agent]}
      grave: {flag: , by: manager}
      injuries: {text: , required: false}
      police: {flag: false}
initial: talk
states:
  talk:
    on: {threat: danger, ends: closed}
  danger:
    say: ["This call is over."]
    entry: [report]
    must: {event: seen, within: 2 days}
    on: {threat: danger, seen: talk, ends: closed}
  closed: {type: final}
"""
)
PLAIN = parse_policy(
    """
policy: plain
format: 1
version: "1"
events: {threat: {}}
actions: {report: {record: [words]}, alarm: {}}
initial: talk
states: {talk: {on: {threat: {do: [report]}}}}
"""
)


def scenario(steps: str, policy: Policy = POLICY) -> Scenario:
    sink = Diagnostics()
    text = f"policy: {policy.id}\nscenarios:\n  one:\n    steps:\n{steps}"
    file = load_scenarios(text, "s.yaml", sink, policy.chart)
    assert file is not None, [item.one_line() for item in sink]
    return file.scenarios["one"]


def play(steps: str, policy: Policy = POLICY) -> ScenarioResult:
    return run_scenario(policy, scenario(steps, policy))


def told(steps: str, policy: Policy = POLICY) -> list[str]:
    """The report of a scenario with these steps, line by line; only "passed" where it did."""
    result = play(steps, policy)
    return ["passed"] if result.passed else report(result, policy.chart, "en").splitlines()


FILLED = """
      - {expect: {obligations: []}}
      - threat
      - {expect: {obligations: [seen, report.words, report.place, report.grave]}}
      - {fill: {report: {words: "die", place: "at the desk"}}}
      - {expect: {obligations: [report.grave, seen], overdue: []}}
      - {wait: 24 h}
      - {expect: {overdue: [report.grave]}}
      - ends
      - {expect: {obligations: [report.grave]}}
      - {fill: {report: {grave: true, injuries: none}}, by: [manager, anna]}
      - {expect: {obligations: [], done: true}}
"""


def test_fields_that_are_missing_are_expected_until_they_are_filled_in() -> None:
    assert ["passed"] == told(FILLED)


def test_each_record_is_expected_and_filled_in_by_itself() -> None:
    steps = """
      - threat
      - threat
      - {fill: {report: {words: x, place: y}}}
      - {expect: {obligations: [seen, report.grave, report.words, report.place, report.grave]}}
"""

    assert ["passed"] == told(steps)
    assert [
        "s.yaml:9:9: at step 4, what must be done",
        "  expected: seen, report.grave, report.words, report.place",
        "  actual:   report.grave, report.words, report.place, report.grave, seen",
    ] == told(steps.replace(", report.grave]", "]"))[-3:]


def test_left_out_by_is_the_first_role_that_may_fill_in_all_of_it() -> None:
    steps = scenario(
        """
      - {fill: {report: {place: x}}}
      - {fill: {report: {place: x, grave: true}}}
      - {fill: {report: {police: true}}, by: manager}
      - {fill: {report: {words: x}}, by: [agent, anna]}
"""
    ).steps

    assert ["agent", "manager", "manager", ("agent", "anna")] == [
        step.by for step in steps if isinstance(step, FillStep)
    ]


def test_a_policy_without_roles_fills_in_as_nobody() -> None:
    steps = "      - threat\n      - {fill: {report: {words: x}}}\n      - {expect: {obligations: []}}\n"

    assert ["passed"] == told(steps, PLAIN)


def test_what_was_not_opened_can_not_be_filled_in() -> None:
    assert [
        "  start    → talk",
        "",
        "s.yaml:5:9: at step 1, the record of `report`",
        "  expected: opened, for the action was asked for",
        "  actual:   none",
    ] == told("      - {fill: {report: {words: x}}}\n")


def test_what_was_filled_in_stands_in_the_report() -> None:
    steps = "      - threat\n      - {fill: {report: {place: y}}}\n      - {expect: {obligations: []}}\n"

    assert [
        "   start                           → talk",
        "1  threat                 applied  → danger  asks for report",
        "2  fills in report.place           → danger",
    ] == told(steps)[:3]


def test_plays_and_lessons_leave_it_out() -> None:
    result = play(FILLED)
    (lesson,) = calls_of(POLICY, [result.scenario], ["en"])

    assert 3 == len(script_of(POLICY, result.scenario, result.course, "en").turns)
    assert ["threat", None, "ends"] == [move.event for move in lesson.moves]


MISTAKES = [
    ("{fill: {repor: {words: x}}}", "undeclared-action", 17, "report"),
    ("{fill: {alarm: {words: x}}}", "action-without-record", 17, None),
    ("{fill: {report: {wrds: x}}}", "undeclared-field", 26, "words"),
    ("{fill: {report: {date: x}}}", "field-is-known", 26, None),
    ("{fill: {report: {words: 3}}}", "wrong-type", 33, '"3"'),
    ("{fill: {report: {words: x}}, by: manager}", "field-of-others", 26, None),
    ("{fill: {report: {words: x, grave: true}}}", "field-of-others", 36, None),
    ("{fill: {report: {words: x}}, by: manger}", "undeclared-role", 42, "manager"),
    ("{fill: {report: x}}", "wrong-type", 25, None),
    ("{fill: report}", "wrong-type", 16, None),
    ("{fill: {}}", "wrong-type", 16, None),
    ("{fill: {report: {}, alarm: {}}}", "step-of-two-kinds", 29, None),
    ("{fill: {report: {}}, wait: 3 s}", "step-of-two-kinds", 30, None),
    ("{fill: {report: {}}, verdict: applied}", "step-key-of-event", 30, None),
    ("{expect: {obligations: [report.wrds]}}", "unknown-obligation", 33, "report.words"),
    ("{expect: {overdue: [report.injuries]}}", "unknown-obligation", 29, "report.words"),
]


@pytest.mark.parametrize(("step", "code", "column", "suggestion"), MISTAKES)
def test_a_mistake_is_found_at_its_word(step: str, code: str, column: int, suggestion: str | None) -> None:
    sink = Diagnostics()

    assert (
        load_scenarios(
            f"policy: threats\nscenarios:\n  one:\n    steps:\n      - {step}\n", "s.yaml", sink, POLICY.chart
        )
        is None
    )
    (found,) = sink
    assert (code, 5, column, suggestion) == (
        found.code,
        found.line,
        found.column,
        found.fields.get("suggestion"),
    )
    for language in ("en", "nl"):
        assert found.localized(language).message
        render_help(found.code, found.fields, language)
