"""A failed scenario is told in words: its course so far, then the difference."""

from __future__ import annotations

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.policy import parse_policy
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.report import report
from policy_engine.scenarios.run import run_scenario
from tests.scenarios.visits import policy, run

LONG = """
steps:
  - {event: complains, data: {grade: mild}}
  - {event: sent_away, verdict: forbidden}
  - {learn: {armed: true}}
  - {wait: 11 min}
  - {event: bell, verdict: closed}
  - expect:
      states: [leaving]
      actions: [{call_guard: {urgent: true}}]
      context: {complaints: 0}
      never: [note_visit]
      allowed: [bell]
      forbidden: [thanks]
      done: false
"""


def test_a_failed_scenario_is_told_in_english() -> None:
    assert """\
   start                                 → listening
1  complains (grade = mild)   applied    → listening
2  sent_away                  forbidden  → listening  “Hear the visitor out.”
3  learns (armed = true)                 → listening
4  wait 11 min                           → listening
   after 10 min in listening             → leaving  asks for note_visit
   after 30 s in leaving                 → gone
5  bell                       closed     → gone

s.yaml:10:9: at step 6, the active states
  expected: leaving
  actual:   gone
s.yaml:10:9: at step 6, the variable `complaints`
  expected: 0
  actual:   1
s.yaml:10:9: at step 6, the actions since the start
  expected: call_guard (urgent: true)
  actual:   note_visit
s.yaml:10:9: at step 6, the action `note_visit`
  expected: never asked for
  actual:   note_visit
s.yaml:10:9: at step 6, the events that are allowed
  expected: `bell` among them
  actual:   none
s.yaml:10:9: at step 6, the events that are forbidden
  expected: `thanks` among them
  actual:   none
s.yaml:10:9: at step 6, whether the session is done
  expected: false
  actual:   true""" == report(run(LONG), policy().chart, "en")


def test_a_failed_scenario_is_told_in_dutch() -> None:
    assert """\
   begin                 → listening
1  sent_away  geweigerd  → listening  “Laat de bezoeker uitpraten.”

s.yaml:4:13: bij stap 1, het oordeel over `sent_away`
  verwacht:  toegepast (`applied`)
  werkelijk: geweigerd (`forbidden`)""" == report(run("steps: [sent_away]"), policy().chart, "nl")


def test_a_difference_at_the_end_says_so() -> None:
    text = report(run("steps: [bell]\nexpect: {outcome: left}"), policy().chart, "en")

    assert "s.yaml:5:5: at the end of the scenario, the outcome\n  expected: left\n  actual:   none" in text


def test_a_passed_scenario_has_a_course_and_no_difference() -> None:
    assert "   start           → listening\n1  bell   applied  → listening  asks for note_visit" == report(
        run("steps: [bell]"), policy().chart, "en"
    )


def test_an_event_that_the_policy_sent_itself_is_told_apart_from_a_timer() -> None:
    sender = parse_policy(
        "policy: p\nformat: 1\nversion: '1'\nevents: {go: {}}\ninitial: a\nstates:\n"
        "  a: {entry: [{send: {event: go, delay: 3 s}}], on: {go: b}}\n  b: {}\n"
    )
    text = "policy: p\nscenarios: {s: {steps: [{wait: 3 s}]}}"
    file = load_scenarios(text, "s.yaml", Diagnostics(), sender.chart)
    assert file is not None

    assert "   start        → a\n1  wait 3 s     → a\n   go (sent)    → b" == report(
        run_scenario(sender, file.scenarios["s"]), sender.chart, "en"
    )


def test_what_lapsed_is_said_in_words() -> None:
    lapsing = parse_policy(
        "policy: p\nformat: 1\nversion: '1'\n"
        "context: {warnings: {counter: 0..3, lapse: 1 h, label: warnings given}}\n"
        "events: {go: {}}\n"
        "initial: a\nstates: {a: {on: {go: {when: warnings < 3, do: [{add: {warnings: 1}}]}}}}\n"
    )
    text = "policy: p\nscenarios: {s: {steps: [go, {wait: 1 h}, {expect: {context: {warnings: 0}}}]}}"
    file = load_scenarios(text, "s.yaml", Diagnostics(), lapsing.chart)
    assert file is not None

    result = run_scenario(lapsing, file.scenarios["s"])

    assert result.passed
    assert "of `warnings` (warnings given) something lapsed" in report(result, lapsing.chart, "en")
    assert "van `warnings` (warnings given) is iets vervallen" in report(result, lapsing.chart, "nl")


def test_who_tells_is_named_and_time_is_told_in_the_readers_language() -> None:
    held = parse_policy(
        "policy: p\nformat: 1\nversion: '1'\nparameters: {notice: {range: 1..3, default: 2, label: notice}}\n"
        "roles: {agent: {}, manager: {label: Team leader}}\nevents: {go: {}}\ninitial: a\nstates:\n"
        "  a: {on: {go: b}}\n  b: {after: {notice working_days at 09:30: c}}\n"
        "  c: {after: {notice weeks - 1 days: a}}\n"
    )
    text = (
        "policy: p\nscenarios:\n"
        "  s: {steps: [{event: go, by: [manager, person 1]}, {wait: 3 days}, {wait: 2 weeks}]}"
    )
    file = load_scenarios(text, "s.yaml", Diagnostics(), held.chart)
    assert file is not None
    result = run_scenario(held, file.scenarios["s"])

    english, dutch = (report(result, held.chart, language) for language in ("en", "nl"))

    assert "go (by Team leader, person 1)" in english
    assert "go (door Team leader, persoon 1)" in dutch
    assert "wacht 3 dagen " in dutch
    assert "na zo veel werkdagen als `notice` (notice) zegt, om 09.30 uur in b" in dutch
    assert "after as many working days as `notice` (notice) says, at 09:30 in b" in english
    assert "na zo veel weken als `notice` (notice) zegt, min 1 dag in c" in dutch
