from pathlib import Path

import pytest

from policy_engine.diagnostics.span import Span
from policy_engine.diagrams.lacking import lacking
from policy_engine.model.duration import Duration
from policy_engine.model.scenarios import EventStep, Scenario, WaitStep
from tests.diagrams import examples
from tests.model.reading import chart_of

SPAN = Span("scenarios.yaml", 1, 1, 1, 1)
MINUTE = Duration(1, "min")

POLICY = """
languages: [nl, en]
title: {nl: "T☃", en: T}
owner: "O☃"
facts: {f: {enum: {a: {nl: "a☃", en: a}, b: {nl: b, en: b}}, default: a, label: {nl: "F☃", en: F}}}
roles: {r: {label: {nl: "R☃", en: R}}}
events: {e: {label: {nl: "E☃", en: E}, data: {d: {flag: false, label: {nl: "D☃", en: D}}}}}
actions: {act: {label: {nl: "A☃", en: A}, params: {p: {flag: false, label: {nl: "P☃", en: P}}}}}
initial: s
states:
  s:
    label: {nl: "S☃", en: S}
    say: {nl: "Zeg ☃", en: "Say \u05d0"}
    forbid: {e: {nl: "☃", en: No}}
    after: {1 min: {target: s, label: {nl: "☃", en: No}}}
"""


def test_each_place_of_a_character_that_the_fonts_lack_is_named() -> None:
    assert {
        "☃": (
            "title",
            "owner",
            "facts.f",
            "roles.r",
            "events.e.label",
            "events.e.data.d",
            "actions.act.label",
            "actions.act.params.p",
            "states.s.label",
            "states.s.say",
            "states.s.forbid",
            "states.s.after",
        )
    } == lacking(chart_of(POLICY), (), ("nl",))


def test_only_the_languages_that_are_printed_are_looked_at() -> None:
    assert {"☃": ("owner",), "\u05d0": ("states.s.say",)} == lacking(chart_of(POLICY), (), ("en",))


def test_scenarios_are_looked_at() -> None:
    words = {"nl": ("☃",)}
    scenario = Scenario(
        name="play", span=SPAN, steps=(EventStep(SPAN, "e", line=words), WaitStep(SPAN, MINUTE)), story=words
    )

    assert {"☃": ("scenarios.play",)} == lacking(examples.figure("starter").chart, (scenario,), ("nl",))


@pytest.mark.parametrize("path", [*examples.TEN, *examples.READY], ids=lambda path: path.stem)
def test_the_policies_that_are_committed_lack_nothing(path: Path) -> None:
    chart = examples.chart(path)

    assert {} == lacking(chart, (), chart.languages)
