"""`why`: a call is played up to the step that is asked about, and the step is explained."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Runs


@pytest.mark.usefixtures("visit")
def test_events_on_the_command_line_are_played_and_the_last_one_explained(run: Runs) -> None:
    ran = run("why", "visit.yaml", 'complains grade=mild note="as agreed"', "sent_away")

    assert (0, "") == (ran.status, ran.err)
    assert [
        "`sent_away` (is sent away): forbidden, `listening`",
        "  `desk` forbids it",
        '    48 |       sent_away: {en: "Hear the visitor out.", nl: "Laat de bezoeker uitpraten."}',
    ] == ran.out.splitlines()[:3]


@pytest.mark.usefixtures("visit")
def test_a_step_of_a_scenario_is_explained_in_either_language(run: Runs) -> None:
    ran = run("why", "visit.yaml", "--scenario", "thanks", "--step", "1", "--lang", "nl")

    assert "`thanks` (bedankt): toegepast, `listening` → `leaving`" == ran.out.splitlines()[0]


@pytest.mark.usefixtures("visit")
def test_without_a_step_the_last_one_at_which_something_was_decided_counts(run: Runs) -> None:
    ran = run("why", "visit.yaml", "--scenario", "thanks")
    filled = run("why", "visit.yaml", "thanks", "wait 1 s")

    assert ran.out.startswith("after 30 s in `leaving`: applied")
    assert filled.out.startswith("`thanks` (says thank you): applied")


@pytest.mark.usefixtures("visit")
def test_a_wait_in_which_nothing_comes_is_told(run: Runs) -> None:
    quiet = run("why", "visit.yaml", "thanks", "wait 1 s", "wait 2 s")
    dutch = run("why", "visit.yaml", "wait 1 min", "--lang", "nl")

    assert "Nothing comes in the 3 s after it." == quiet.out.splitlines()[-1]
    assert "In de 1 min daarna komt er niets." == dutch.out.splitlines()[-1]
    assert "after it" not in run("why", "visit.yaml", "thanks", "wait 1 min").out


@pytest.mark.usefixtures("visit")
def test_every_timer_of_a_wait_is_explained(run: Runs) -> None:
    ran = run("why", "visit.yaml", "thanks", "wait 10 min", "--format", "json")

    told = json.loads(ran.out)
    assert (2, ["timer"]) == (told["step"], [item["kind"] for item in told["explanations"]])


@pytest.mark.usefixtures("visit")
def test_a_recorded_call_is_explained(run: Runs) -> None:
    lines = [
        {"event": "complains", "data": {"grade": "grave"}, "now": "2026-11-21T10:00:00+01:00"},
        {"learn": {"armed": True}},
        {"event": "bell", "now": "2026-11-21T10:30:00+01:00"},
    ]
    Path("call.jsonl").write_text("\n".join(map(json.dumps, lines)))

    assert run("why", "visit.yaml", "--call", "call.jsonl", "-p", "patience=2").out.startswith("`bell`:")
    assert run("why", "visit.yaml", "--call", "call.jsonl", "--step", "2").out.startswith("new facts:")


@pytest.mark.usefixtures("visit")
def test_the_start_is_explained_where_nothing_else_is_named(run: Runs) -> None:
    assert run("why", "visit.yaml", "-f", "armed=true").out.startswith("the start → `listening`")
    assert run("why", "visit.yaml", "thanks", "--step", "0").out.startswith("the start → `listening`")


@pytest.mark.usefixtures("visit")
@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (["thanks", "--scenario", "thanks"], "more than one call is named"),
        (["--scenario", "thnks"], "there is no scenario `thnks`"),
        (["thanks", "--step", "3"], "there is no step 3 at which anything happens; the last one is 1"),
        (["--step", "1"], "there is no step 1 at which anything happens; the last one is 0"),
        (["thanks", "wait 1 s", "--step", "2"], "nothing was decided at step 2"),
        (["thnks"], "step 1: the policy declares no event `thnks`"),
        (["thanks", "wait"], "step 2: "),
        (["learn"], "step 1: "),
        (["complains grade=9"], "`9` is no value of `grade`"),
        (["wait 200 years"] * 40, "step 35: "),
    ],
)
def test_what_cannot_be_explained_is_told(run: Runs, call: list[str], problem: str) -> None:
    ran = run("why", "visit.yaml", *call)

    assert (2, "") == (ran.status, ran.out)
    assert problem in ran.err


def test_a_policy_with_mistakes_is_not_explained(run: Runs) -> None:
    Path("scenarios").mkdir()
    Path("broken.yaml").write_text("policy: broken\n")
    Path("scenarios/broken.yaml").write_text("policy: broken\nscenarios: {one: {steps: []}}\n")

    assert 1 == run("why", "broken.yaml", "x").status
    ran = run("why", "broken.yaml", "--scenario", "one")
    assert (1, "") == (ran.status, ran.out)
    assert "scenarios-policy-broken" in ran.err
