"""Scenario files: what they say, and an answer to every mistake in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.diagnostics.catalogue import render_help
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.model.duration import Duration
from policy_engine.model.scenarios import (
    EventStep,
    Expectation,
    ExpectedAction,
    ExpectStep,
    LearnStep,
    Scenario,
    WaitStep,
)
from policy_engine.policy import parse_policy
from policy_engine.scenarios.load import load_scenarios, read_scenarios
from tests.scenarios.visits import load, policy, scenario


def at(line: int, column: int, length: int) -> Span:
    return Span("s.yaml", line, column, line, column + length)


def test_everything_that_can_be_written_is_read() -> None:
    read = scenario(
        """
title: {en: A visit, nl: Een bezoek}
story: {en: Long ago., nl: Lang geleden.}
goals: {en: [Listen], nl: [Luisteren]}
questions: {en: ["Why?", "How?"], nl: ["Waarom?", "Hoe?"]}
parameters: {patience: 2}
facts: {name: Jansen, queue: 3}
steps:
  - bell
  - {event: complains, data: {grade: mild}, by: clerk, facts: {armed: true}, line: {en: No!, nl: Nee!}}
  - {event: sent_away, verdict: forbidden}
  - {wait: 10 min}
  - {learn: {queue: 0.5}}
  - expect:
      states: [leaving]
      context: {complaints: 1}
      actions: [note_visit, {call_guard: {urgent: true}}]
      never: call_guard
      allowed: [thanks]
      forbidden: [bell]
expect: {done: true, outcome: left}
"""
    )

    assert (
        Scenario(
            name="one",
            span=at(3, 3, 3),
            title={"en": ("A visit",), "nl": ("Een bezoek",)},
            story={"en": ("Long ago.",), "nl": ("Lang geleden.",)},
            goals={"en": ("Listen",), "nl": ("Luisteren",)},
            questions={"en": ("Why?", "How?"), "nl": ("Waarom?", "Hoe?")},
            parameters={"patience": 2},
            facts={"name": "Jansen", "queue": 3},
            steps=(
                EventStep(at(11, 9, 4), "bell"),
                EventStep(
                    at(12, 17, 9),
                    "complains",
                    data={"grade": "mild"},
                    by="clerk",
                    facts={"armed": True},
                    line={"en": ("No!",), "nl": ("Nee!",)},
                ),
                EventStep(at(13, 17, 9), "sent_away", verdict="forbidden"),
                WaitStep(at(14, 9, 1), Duration(10, "min")),
                LearnStep(at(15, 9, 1), {"queue": 0.5}),
                ExpectStep(
                    at(16, 9, 1),
                    Expectation(
                        at(16, 9, 6),
                        states=("leaving",),
                        context={"complaints": 1},
                        actions=(
                            ExpectedAction("note_visit"),
                            ExpectedAction("call_guard", {"urgent": True}),
                        ),
                        never=("call_guard",),
                        allowed=("thanks",),
                        forbidden=("bell",),
                    ),
                ),
            ),
            expect=Expectation(at(23, 5, 6), done=True, outcome="left"),
        )
        == read
    )


def body(text: str) -> str:
    return f"policy: visit\nscenarios:\n  one:\n    {text}\n"


def steps(text: str) -> str:
    return body(f"steps: [{text}]")


MISTAKES = [
    # the form
    ("", "empty-file", 1, 1, None),
    ("[1]", "wrong-type", 1, 1, None),
    ("policy: visit\n", "missing-key", 1, 1, None),
    ("scenarios: {one: {steps: []}}\n", "missing-key", 1, 1, None),
    ("policy: visit\nscenarios: {}\n", "no-scenarios-written", 2, 1, None),
    ("policy: visit\nscenaros: {}\n", "unknown-key", 2, 1, "scenarios"),
    ("policy: other\nscenarios: {one: {steps: [bell]}}\n", "scenarios-of-another", 1, 9, "visit"),
    ("policy: ../visit\nscenarios: {one: {steps: [bell]}}\n", "invalid-id", 1, 9, "visit"),
    ("policy: visit\nscenarios: {One two: {steps: [bell]}}\n", "invalid-id", 2, 13, "one_two"),
    (body("{title: {en: a, nl: b}}"), "missing-key", 3, 3, None),
    (body("step: [bell]"), "unknown-key", 4, 5, "steps"),
    (body("steps: bell"), "wrong-type", 4, 12, None),
    (body("{steps: [bell], title: {en: a}}"), "missing-language", 4, 28, None),
    (body("{steps: [bell], story: plain}"), "text-needs-languages", 4, 28, None),
    # a step
    (steps("[bell]"), "wrong-type", 4, 13, None),
    (steps("null"), "wrong-type", 4, 13, None),
    (steps("{evnt: bell}"), "unknown-key", 4, 14, "event"),
    (steps("{by: guard}"), "step-of-no-kind", 4, 13, None),
    (steps("{}"), "step-of-no-kind", 4, 13, None),
    (steps("{event: bell, wait: 3 s}"), "step-of-two-kinds", 4, 27, None),
    (steps("{wait: 3 s, by: guard}"), "step-key-of-event", 4, 25, None),
    (steps("{wait: 3 sec}"), "invalid-duration", 4, 20, "3 s"),
    (steps("{event: bell, verdict: forbiden}"), "unknown-choice", 4, 36, "forbidden"),
    (steps("{event: bell, verdict: [a]}"), "wrong-type", 4, 36, None),
    (steps("bel"), "undeclared-event", 4, 13, "bell"),
    (steps("{event: bell, by: gard}"), "undeclared-role", 4, 31, "guard"),
    (steps("complains"), "scenario-event-needs-data", 4, 13, None),
    (steps("{event: complains, data: {grade: huge}}"), "unknown-member", 4, 46, None),
    (steps("{event: complains, data: {grade: mild, grad: mild}}"), "undeclared-event-data", 4, 52, "grade"),
    (steps("{event: complains, data: {grade: true}}"), "wrong-type", 4, 46, None),
    (steps("{event: bell, facts: {amred: true}}"), "undeclared-fact", 4, 35, "armed"),
    (steps("{event: bell, facts: {armed: no}}"), "wrong-type", 4, 42, "`false`"),
    (steps("{learn: {name: 3}}"), "wrong-type", 4, 28, '"3"'),
    (steps("{learn: {queue: many}}"), "wrong-type", 4, 29, None),
    (steps("{wait: 200 years}, " * 36), "scenario-too-long", 4, 659, None),
    # parameters and facts
    (body("{steps: [bell], parameters: {patence: 1}}"), "undeclared-parameter", 4, 34, "patience"),
    (body("{steps: [bell], parameters: {patience: 3}}"), "value-out-of-range", 4, 44, None),
    (body("{steps: [bell], facts: {queue: [1]}}"), "wrong-type", 4, 36, None),
    # expectations
    (steps("{expect: {state: [gone]}}"), "unknown-key", 4, 23, "states"),
    (steps("{expect: {states: [gon]}}"), "undeclared-state", 4, 32, "gone"),
    (steps("{expect: {states: [desk]}}"), "expected-state-not-leaf", 4, 32, None),
    (steps("{expect: {context: {complaint: 1}}}"), "undeclared-variable", 4, 33, "complaints"),
    (steps("{expect: {context: {complaints: 3}}}"), "value-out-of-range", 4, 45, None),
    (steps("{expect: {actions: note_visit}}"), "wrong-type", 4, 32, None),
    (steps("{expect: {actions: [note_vist]}}"), "undeclared-action", 4, 33, "note_visit"),
    (steps("{expect: {actions: [[a]]}}"), "wrong-type", 4, 33, None),
    (steps("{expect: {actions: [null]}}"), "wrong-type", 4, 33, None),
    (steps("{expect: {actions: [{a: {}, b: {}}]}}"), "two-actions", 4, 41, None),
    (steps("{expect: {actions: [{call_guard: {urgnt: true}}]}}"), "undeclared-action-param", 4, 47, "urgent"),
    (steps("{expect: {never: [call_gard]}}"), "undeclared-action", 4, 31, "call_guard"),
    (steps("{expect: {allowed: [bel]}}"), "undeclared-event", 4, 33, "bell"),
    (steps("{expect: {forbidden: [bel]}}"), "undeclared-event", 4, 35, "bell"),
    (steps("{expect: {done: 'yes'}}"), "wrong-type", 4, 29, "`true`"),
    (steps("{expect: {outcome: lift}}"), "unknown-outcome", 4, 32, "left"),
    (steps("{expect: {outcome: gone}}"), "unknown-outcome", 4, 32, None),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "suggestion"), MISTAKES)
def test_a_mistake_is_found_at_its_word(
    text: str, code: str, line: int, column: int, suggestion: str | None
) -> None:
    file, sink = load(text)

    assert (None, [(code, line, column)]) == (file, [(item.code, item.line, item.column) for item in sink])
    (found,) = sink
    assert suggestion == found.fields.get("suggestion")
    for language in ("en", "nl"):
        assert found.localized(language).message
        render_help(found.code, found.fields, language)


def test_all_mistakes_come_at_once() -> None:
    _, sink = load(
        "policy: visit\nscenarios:\n  a: {steps: [bel, {learn: {amred: true}}, {wiat: 3 s}]}\n"
        "  b: {expect: {outcome: lift}, steps: [bell]}\n"
    )

    assert ["unknown-key", "undeclared-event", "undeclared-fact", "unknown-outcome"] == [
        item.code for item in sink
    ]


def test_a_history_state_can_not_be_expected() -> None:
    chart = parse_policy(
        "policy: p\nformat: 1\nversion: '1'\ninitial: a\nevents: {e: {}}\nstates:\n"
        "  a: {initial: b, states: {b: {}, h: {type: history}}, on: {e: c}}\n  c: {on: {e: h}}\n"
    ).chart
    sink = Diagnostics()

    load_scenarios("policy: p\nscenarios: {s: {steps: [{expect: {states: [h]}}]}}", "s.yaml", sink, chart)

    assert ["expected-state-history"] == [item.code for item in sink]


def test_mistakes_that_were_found_before_keep_the_scenarios_back() -> None:
    sink = Diagnostics()
    sink.error("empty-file", Span.start_of("other.yaml"))

    assert load_scenarios(steps("bell"), "s.yaml", sink, policy().chart) is None


def test_the_policy_of_a_file_is_known_before_its_names_are_looked_up() -> None:
    written = read_scenarios(steps("bel"), "s.yaml", Diagnostics())

    assert written is not None
    assert ("visit", at(1, 9, 5)) == (written.policy, written.policy_span)


@given(st.text(alphabet="abe:{}[]-, \n'\"0", max_size=60))
def test_no_text_raises_anything(text: str) -> None:
    load(f"policy: visit\nscenarios:\n  one: {text}")
