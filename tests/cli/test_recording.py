"""`run --call` and `demo`: a recorded call, and what the agent is told at each step."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_engine.cli.recording import ready_call
from policy_engine.ready import ready_policies
from tests.cli.conftest import DATA, Runs

CALL = DATA / "call.jsonl"
TOLD = """\
Visit at the desk  visit 1.2
A recorded call, and what the agent is told:

 1  0:00  new facts: visitor's name = Mr Jansen
● At the desk
    How      Stay behind the glass.
● Listening
    Say      Mr Jansen, please tell me.
    Avoid    What now?
             Next!

 2  0:20  complains
    “I have been waiting for an hour!”
● Listening
    Say      Mr Jansen, please tell me.
    Avoid    What now?
             Next!

 3  0:30  is sent away (sent_away)
    not allowed
    Because  Hear the visitor out.

 4  0:40  new facts: armed = true

 5  1:00  complains
    “Open up!”
    Action   call the guard (for Guard, urgent)
● Waiting for the guard  as Guard

 6  1:02:03  is walked out (escorted)
    refused
    Because  the role `clerk` may not report `escorted`

 7  is walked out (escorted)
● Left

 8  says thank you (thanks)
    the session is already over

The session is over: Left
"""
TOLD_IN_DUTCH = """\
 5  1:00  klaagt (complains)
    “Open up!”
    Actie    beveiliging roepen (voor Beveiliger, urgent)
● Wachten op de beveiliging  als Beveiliger
"""


def test_a_recorded_call_is_told_step_by_step(run: Runs, visit: Path) -> None:
    ran = run("run", visit, "--call", CALL)

    assert (0, TOLD, "") == (ran.status, ran.out, ran.err)


def test_a_recorded_call_is_told_in_dutch(run: Runs, visit: Path) -> None:
    out = run("run", visit, "--call", CALL, "--lang", "nl").out

    assert TOLD_IN_DUTCH in out
    assert out.endswith("De sessie is voorbij: Vertrokken\n")


def test_the_demo_takes_another_policy_and_another_call(run: Runs, visit: Path) -> None:
    assert run("demo", "--policy", visit, "--call", CALL).out == TOLD


def test_the_demo_plays_a_call_to_its_end(run: Runs) -> None:
    ran = run("demo")

    assert (0, "") == (ran.status, ran.err)
    assert ran.out.startswith("Aggressive caller  aggressive_caller ")
    assert ran.out.endswith("The session is over: Closed\n")
    assert max(map(len, ran.out.splitlines())) <= 100


def test_the_demo_takes_parameters_and_facts(run: Runs) -> None:
    out = run("demo", "-p", "max_warnings=2", "-f", "repeat_offender=true", "--lang", "nl").out

    assert "Ik heb u 2 keer gewaarschuwd." in out


def test_the_recorded_call_of_the_demo_is_one_of_the_tested_calls() -> None:
    tested = Path(__file__).parents[1] / "data" / "calls" / "third_warning_ignored.jsonl"

    assert tested.read_text(encoding="utf-8") == ready_call("aggressive_caller").read_text(encoding="utf-8")


def test_the_call_stands_with_the_ready_policies_so_that_it_is_in_the_wheel() -> None:
    assert ready_policies()["aggressive_caller"].parent / "calls" == ready_call("aggressive_caller").parent


def test_a_call_of_nothing_but_facts_tells_the_opening(run: Runs, visit: Path) -> None:
    Path("call.jsonl").write_text('{"learn": {"name": "Jansen"}}\n')

    out = run("run", visit, "--call", "call.jsonl").out

    assert " 1  new facts: visitor's name = Jansen\n● At the desk\n" in out
    assert out.endswith(
        "    Say      Jansen, please tell me.\n    Avoid    What now?\n             Next!\n"
        "\nThe recording ends here.\n"
    )


def test_an_empty_call_tells_the_opening(run: Runs, visit: Path) -> None:
    Path("call.jsonl").write_text("")

    assert run("run", visit, "--call", "call.jsonl").out.endswith("Next!\n\nThe recording ends here.\n")


def test_timers_that_were_due_before_an_event_are_told_first(run: Runs, visit: Path) -> None:
    Path("call.jsonl").write_text(
        '{"event": "bell", "now": "2026-01-05T09:00:00Z"}\n{"event": "bell", "now": "2026-01-05T09:10:00Z"}\n'
    )

    assert (
        " 2  10:00  bell\n    Action   note_visit\n    changes nothing here\n● Leaving\n"
        in run("run", visit, "--call", "call.jsonl").out
    )


def test_an_event_that_was_dropped_is_told_with_its_reason(run: Runs) -> None:
    Path("p.yaml").write_text(
        "policy: p\nformat: 1\nversion: '1'\nevents: {go: {}, ring: {}}\ninitial: a\n"
        "states: {a: {on: {go: {do: [{raise: ring}]}}, forbid: {ring: Quiet please.}}}\n"
    )
    Path("call.jsonl").write_text('{"event": "go"}\n')

    out = run("run", "p.yaml", "--call", "call.jsonl").out

    assert " 1  go\n    `ring` was not allowed\n    Because  Quiet please.\n" in out


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("nonsense", "the line is not JSON: a value is missing at column 1"),
        ('{"event": "bel"}', "the policy declares no event `bel`; did you mean `bell`?"),
        ('{"advance": "9999-12-31T00:00:00Z"}', "the time would pass the year 9000"),
    ],
)
def test_a_bad_line_of_a_recording_is_a_wrong_call(run: Runs, visit: Path, line: str, sentence: str) -> None:
    Path("call.jsonl").write_text('{"event": "bell"}\n\n' + line)

    ran = run("run", visit, "--call", "call.jsonl")

    assert (2, f"policy-engine: line 3 of the recorded call `call.jsonl`: {sentence}\n") == (
        ran.status,
        ran.err,
    )


def test_a_missing_recording_is_a_wrong_call(run: Runs) -> None:
    ran = run("demo", "--call", "none.jsonl")

    assert (2, "", "policy-engine: there is no file `none.jsonl`\n") == (ran.status, ran.out, ran.err)


def test_a_folder_is_no_recording(run: Runs, tmp_path: Path) -> None:
    (tmp_path / "calls").mkdir()

    assert run("demo", "--call", "calls").err == "policy-engine: `calls` is a folder, not a file\n"


def test_what_facts_say_can_not_steer_the_terminal(run: Runs, visit: Path) -> None:
    Path("call.jsonl").write_text('{"learn": {"name": "\\u001b[31mRed\\u202e \\ud800"}}\n')

    out = run("run", visit, "--call", "call.jsonl").out

    assert "visitor's name = \ufffd[31mRed\ufffd \ufffd" in out
    assert "\x1b" not in out


def test_long_phrases_are_wrapped_under_themselves(run: Runs, visit: Path) -> None:
    Path("call.jsonl").write_text('{"learn": {"name": "' + "long " * 30 + '"}}\n')

    out = run("run", visit, "--call", "call.jsonl").out

    assert "    Say      long long" in out
    assert "\n             long" in out
    assert max(map(len, out.splitlines()[4:])) <= 100


def test_an_action_is_told_with_its_parameters_in_the_words_of_the_policy(run: Runs) -> None:
    Path("p.yaml").write_text(
        "policy: p\nformat: 1\nversion: '1'\nevents: {go: {}}\ninitial: a\n"
        "actions:\n  ring: {label: Ring, params: {times: {range: 1..9, default: 1, label: how often},"
        " loud: {flag: false, label: loudly}, soft: {flag: false}, who: {text: ''}}}\n"
        "states: {a: {on: {go: {do: [{ring: {times: 3, loud: true}}]}}}}\n"
    )
    Path("call.jsonl").write_text('{"event": "go"}\n')

    out = run("run", "p.yaml", "--call", "call.jsonl").out

    assert "    Action   Ring (how often: 3, loudly)\n" in out


def test_phrases_of_an_outer_state_are_told_and_its_bare_label_is_not(run: Runs) -> None:
    Path("p.yaml").write_text(
        "policy: p\nformat: 1\nversion: '1'\ninitial: a\n"
        "states: {a: {label: Outer, initial: b, states: {b: {label: Inner}}}}\n"
    )
    Path("call.jsonl").write_text("")

    out = run("run", "p.yaml", "--call", "call.jsonl").out

    assert "● Inner" in out
    assert "Outer" not in out


def test_an_event_that_was_recorded_twice_counts_once(run: Runs, visit: Path) -> None:
    Path("call.jsonl").write_text('{"event": "bell", "event_id": "1"}\n' * 2)

    out = run("run", visit, "--call", "call.jsonl").out

    assert out.endswith(" 2  bell\n    told before\n\nThe recording ends here.\n")


def test_a_recording_may_take_an_event_back(run: Runs, visit: Path, tmp_path: Path) -> None:
    call = tmp_path / "call.jsonl"
    call.write_text(
        '{"learn": {"armed": true}}\n'
        '{"event": "complains", "data": {"grade": "grave"}, "event_id": "a", "now": "2026-01-05T09:00:00Z"}\n'
        '{"retract": "a", "why": "It was said to somebody else."}\n',
        "utf-8",
    )
    ran = run("run", visit, "--call", call)

    assert (
        " 3  taken back: a\n"
        "    Because  It was said to somebody else.\n"
        "    In vain  call the guard (for Guard, urgent)\n"
        "● At the desk\n"
    ) in ran.out
