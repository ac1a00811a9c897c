"""The facade: loading, parameters, checking, compiled tables, and what importing costs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import policy_engine as pe
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.policy import check_policy
from tests.small import LADDER, ladder, small_policy

HEAD = 'policy: small\nformat: 1\nversion: "1.0.0"\n'
WIDE = HEAD + "events: {a: {}}\ncontext: {n: {range: 0..9000, default: 0}, m: {flag: false}}\n"


def test_a_policy_says_what_it_is() -> None:
    policy = ladder()

    assert (policy.id, policy.version, policy.languages) == ("small", "1.0.0", ("nl", "en"))
    assert len(policy.digest) == 64
    assert policy.parameters == {"max_warnings": 3}
    assert repr(policy) == "<Policy small 1.0.0>"


def test_the_digest_is_of_the_content_and_not_of_the_layout() -> None:
    same = pe.parse_policy(HEAD + "events: {a: {}}\ninitial: s\nstates: {s: {on: {a: s}}}")
    laid_out = pe.parse_policy(
        HEAD + "events:\n  a: {}  # comment\ninitial: s\nstates:\n  s:\n    on: {a: s}\n"
    )
    other = pe.parse_policy(HEAD + "events: {a: {}}\ninitial: s\nstates: {s: {on: {a: {}}}}")

    assert same.digest == laid_out.digest
    assert same.digest != other.digest


def test_parameters_make_a_variant_that_is_compiled_once() -> None:
    policy = ladder()

    two = policy.with_parameters(max_warnings=2)

    assert two.parameters == {"max_warnings": 2}
    assert two.with_parameters(max_warnings=3) is policy
    assert policy.with_parameters(max_warnings=2) is two
    assert policy.with_parameters() is policy


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"max_warnings": 4}, "parameter `max_warnings` can't be 4: it must be a whole number from 2 to 3"),
        ({"warnings": 2}, "the policy declares no parameter `warnings`"),
    ],
)
def test_wrong_parameters_are_refused(values: dict[str, object], message: str) -> None:
    with pytest.raises(pe.InvalidDataError) as caught:
        ladder().with_parameters(**values)

    assert str(caught.value) == message


RANGE_FOR_TWO = LADDER.replace("{counter: 0..3}", "{counter: 0..2}").replace(
    "default: 3, label", "default: 2, label"
)


def test_a_parameter_that_breaks_the_policy_is_refused_with_the_course() -> None:
    policy = small_policy(RANGE_FOR_TWO)

    with pytest.raises(pe.PolicyError) as caught:
        policy.with_parameters(max_warnings=3)

    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "leaves-range"
    assert "insult → insult → insult" in diagnostic.message
    assert "1 mistake(s) in the policy" in str(caught.value)


def test_check_tries_every_choice_of_the_parameters() -> None:
    sink = Diagnostics()

    policy = check_policy(HEAD + RANGE_FOR_TWO, "small.yaml", sink)

    assert policy is None
    assert [item.code for item in sink] == ["leaves-range"]


def test_a_mistake_of_several_choices_is_told_once_with_the_shortest_course() -> None:
    sink = Diagnostics()
    text = """
parameters: {first: {range: 1..3, default: 1}}
context: {seen: {counter: 0..3}}
events: {begins: {}, insults: {}}
initial: open
states:
  open: {on: {begins: {target: busy, do: [{set: {seen: first}}]}}}
  busy: {on: {insults: {do: [{add: {seen: 1}}]}}}
"""
    check_policy(HEAD + text, "small.yaml", sink)

    assert [("leaves-range", "begins → insults")] == [
        (item.code, item.fields["course"]) for item in sink if item.severity == "error"
    ]


def test_check_gives_the_policy_when_all_is_well() -> None:
    sink = Diagnostics()

    policy = check_policy((HEAD + LADDER).encode(), "small.yaml", sink)

    assert policy is not None
    assert policy.parameters == {"max_warnings": 3}
    assert list(sink) == []


def test_check_of_broken_text_gives_none() -> None:
    sink = Diagnostics()

    assert check_policy("", "small.yaml", sink) is None
    assert sink.has_errors


def test_mistakes_come_in_the_language_that_was_asked_for() -> None:
    with pytest.raises(pe.PolicyError) as caught:
        pe.parse_policy(HEAD + "events: {}\ninitial: t\nstates: {s: {}}", language="nl")

    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.language == "nl"
    assert diagnostic.message != diagnostic.localized("en").message


def test_warnings_stay_with_the_policy() -> None:
    policy = small_policy(
        "context: {n: {counter: 0..3}}\ninitial: s\n"
        "states: {s: {on: {a: [{when: n < 1, target: t}, {when: n > 1, target: t}]}}, t: {}}"
    )

    assert [(item.code, item.severity) for item in policy.warnings] == [("branch-gap", "warning")]


def test_load_policy_reads_a_file(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(HEAD + LADDER, encoding="utf-8")

    assert pe.load_policy(path).digest == ladder().digest
    with pytest.raises(OSError, match="absent"):
        pe.load_policy(tmp_path / "absent.yaml")


def test_a_huge_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)

    with pytest.raises(pe.PolicyError):
        pe.load_policy(path)


def test_a_compiled_table_starts_the_same_sessions(tmp_path: Path) -> None:
    policy = ladder()
    path = tmp_path / "small.json"
    path.write_text(json.dumps(policy.to_table()), encoding="utf-8")

    loaded = pe.load_table(path)

    assert loaded.digest == policy.digest
    assert loaded.automaton.whole
    assert len(loaded.automaton.nodes) == len(policy.automaton.nodes)
    assert len(loaded.automaton.edges) == len(pe.compile_policy(policy).edges)
    for facts in ({}, {"at_risk": "yes"}):
        one, other = policy.start(facts), loaded.start(facts)
        for event in ("insult", "call_ended", "insult", "insult", "insult", "calms_down"):
            assert one.send(event).to_dict() == other.send(event).to_dict()
            assert one.guidance("en") == other.guidance("en")
            assert (one.allowed, list(one.forbidden)) == (other.allowed, list(other.forbidden))
    assert loaded.with_parameters(max_warnings=2).start().parameters == {"max_warnings": 2}
    assert loaded.resume(policy.start().snapshot()).states == ("talk",)


def test_the_same_policy_gives_the_same_table() -> None:
    assert json.dumps(ladder().to_table()) == json.dumps(ladder().to_table())
    assert ladder().to_table() == pe.Policy(ladder().chart, ladder().automaton).to_table()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        '{"schema": "policy_engine/table/1"}',
        '{"schema": "policy_engine/table/1", "policy": "x", "chart": {"$": "Path"}}',
        '{"schema": "policy_engine/table/1", "policy": "x", "chart": {"$": "Role", "name": "x"}}',
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "table.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(pe.TableError):
        pe.load_table(path)


@pytest.mark.no_cover
def test_a_policy_that_is_too_large_for_a_table_runs_on_demand() -> None:
    policy = pe.parse_policy(
        WIDE + "initial: s\nstates:\n"
        "  s: {on: {a: [{when: n < 8999, do: [{add: {n: 1}}]}, {else: {do: [{add: {n: 2}}]}}]}}"
    )
    session = policy.start()

    assert not policy.automaton.whole
    for _ in range(9000):
        session.send("a")
    assert session.context["n"] == 8999
    refused = session.send("a")
    assert refused.verdict is pe.Verdict.REJECTED
    assert refused.reason is not None
    assert refused.reason.text("nl") == "`n` zou 9001 worden, en dat valt buiten het bereik"
    assert session.context["n"] == 8999


@pytest.mark.no_cover
def test_check_proves_more_than_load_expands() -> None:
    sink = Diagnostics()
    tried: list[int] = []

    policy = check_policy(
        WIDE + "initial: s\nstates:\n  s: {on: {a: {when: n < 8999, do: [{add: {n: 1}}]}}}",
        "wide.yaml",
        sink,
        tried.append,
    )

    assert tried == sorted(tried)
    assert len(tried) > 5
    assert policy is not None
    assert policy.automaton.whole
    assert list(sink) == []


@pytest.mark.no_cover
def test_check_says_what_it_could_not_prove(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policy_engine.policy.PROOF_NODES", 5_000)
    sink = Diagnostics()

    check_policy(
        WIDE + "initial: s\nstates:\n  s: {on: {a: {when: n < 8999, do: [{add: {n: 1}}]}}}", "wide.yaml", sink
    )

    (diagnostic,) = sink
    assert (diagnostic.code, diagnostic.severity) == ("not-proved", "warning")
    assert "`n`, `m`" in diagnostic.message


def imported(code: str) -> set[str]:
    """The modules that a fresh process has imported after some code."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, policy_engine as pe\n{code}\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


# What costs much: other people's packages, what the standard library has for rare cases, and our own.
HEAVY = {"pydantic", "yaml", "typer", "rich", "transitions"}
RARE = {"calendar", "dataclasses", "decimal", "difflib", "hashlib", "inspect", "pathlib"}
OWN = {
    f"policy_engine.{name}"
    for name in (
        "automaton.courses",
        "automaton.faults",
        "automaton.kernel",
        "automaton.making",
        "automaton.table_writer",
        "automaton.topology",
        "diagnostics.catalogue",
        "session.asking",
        "session.guidance",
        "session.snapshot",
    )
}


def test_a_session_from_a_table_imports_no_more_than_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "small.json"
    path.write_text(json.dumps(ladder().to_table()), encoding="utf-8")

    modules = imported(f"pe.load_table({str(path)!r}).start()")

    assert modules & {*HEAVY, *RARE, *OWN} == set()


def test_a_session_from_a_whole_table_runs_without_the_kernel(tmp_path: Path) -> None:
    path = tmp_path / "small.json"
    path.write_text(json.dumps(ladder().to_table()), encoding="utf-8")

    modules = imported(
        f"policy = pe.load_table({str(path)!r})\n"
        "session = policy.start({'at_risk': 'yes'})\n"
        "for event in ('insult', 'joined', 'calms_down'): session.send(event, by='manager')\n"
        "session.guidance(), session.allowed, session.forbidden, session.advance()\n"
        "policy.resume(session.snapshot())"
    )

    assert modules & {*HEAVY, "policy_engine.automaton.kernel", "policy_engine.automaton.making"} == set()


def test_the_public_names_are_there_and_no_others() -> None:
    for name in pe.__all__:
        assert getattr(pe, name) is not None
        assert name in dir(pe)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = pe.nothing


TWO_PARAMETERS = (
    "parameters: {x: {range: 1..2, default: 1}, y: {range: 1..2, default: 1}}\n"
    "initial: s\nstates:\n  s: {on: {a: {when: x > y, target: t}}}\n  t: {}"
)


def test_parameters_in_another_order_are_the_same_choice() -> None:
    policy = small_policy(TWO_PARAMETERS)
    snapshot = policy.with_parameters(x=1, y=2).start().snapshot()

    policy.resume({**snapshot, "parameters": {"y": 2, "x": 1}})

    assert policy.with_parameters(x=2, y=1).parameters == {"x": 2, "y": 1}
    assert policy.with_parameters(x=2, y=1).start().send("a").verdict is pe.Verdict.APPLIED
    assert policy.with_parameters(x=1, y=2) is policy.with_parameters(y=2)


def test_only_so_many_choices_of_parameters_stay_compiled() -> None:
    policy = small_policy('parameters: {name: {text: ""}}\ninitial: s\nstates: {s: {say: "{name}"}}')

    variants = [policy.with_parameters(name=f"x{number}") for number in range(100)]

    assert policy.with_parameters(name="") is policy
    assert policy.with_parameters(name="x99") is variants[99]
    assert policy.with_parameters(name="x0") is not variants[0]


def test_check_says_when_a_choice_of_parameters_was_not_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policy_engine.policy.PROOF_NODES", 3_000)
    sink = Diagnostics()

    check_policy(
        HEAD + "events: {a: {}}\nparameters: {many: {flag: false}}\n"
        "context: {n: {range: 0..9000, default: 0}}\ninitial: s\nstates:\n"
        "  s: {on: {a: {when: many and n < 4000, do: [{add: {n: 1}}]}}}",
        "wide.yaml",
        sink,
    )

    assert {item.code for item in sink} == {"not-proved"}


def test_check_does_not_try_parameters_that_nothing_reads() -> None:
    policy = small_policy("parameters: {m: {range: 1..64, default: 1}}\ninitial: s\nstates: {s: {}}")
    sink = Diagnostics()

    check_policy(
        HEAD + "parameters: {m: {range: 1..9000, default: 1}}\nevents: {}\ninitial: s\nstates: {s: {}}",
        "x",
        sink,
    )

    assert policy.automaton.whole
    assert list(sink) == []


def test_a_policy_whose_table_is_not_whole_says_so() -> None:
    policy = pe.parse_policy(
        WIDE + "initial: s\nstates:\n  s: {on: {a: {when: n < 8999, do: [{add: {n: 1}}]}}}"
    )

    assert [item.code for item in policy.warnings] == ["not-proved"]
