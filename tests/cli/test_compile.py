"""`compile`: a policy as a table, or as typed names."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import policy_engine as pe
from policy_engine.cli.stubs import stubs_of
from tests.cli.conftest import DATA, Runs

ROOT = Path(__file__).parents[2]
VISIT_NAMES = DATA / "visit_names.txt"


def test_the_table_is_printed_and_runs(run: Runs, visit: Path) -> None:
    ran = run("compile", visit)

    assert 0 == ran.status
    Path("visit.json").write_text(ran.out, encoding="utf-8")
    session = pe.load_table("visit.json").start()
    assert pe.load_policy(visit).start().send("thanks").to_dict() == session.send("thanks").to_dict()


def test_the_table_of_a_ready_policy_is_written_to_a_file(run: Runs) -> None:
    ran = run("compile", "starter", "-o", "starter.json")

    assert (0, "") == (ran.status, ran.out)
    assert "starter" == pe.load_table("starter.json").id


@pytest.mark.parametrize(
    "output", ["visit.yaml", "./scenarios/../visit.yaml", "scenarios/visit.yaml", "link"]
)
def test_the_policy_and_its_scenarios_are_never_overwritten(run: Runs, visit: Path, output: str) -> None:
    Path("link").symlink_to(visit)
    before = Path(output).read_bytes()

    ran = run("compile", visit, "-o", output)

    assert (2, before) == (ran.status, Path(output).read_bytes())
    assert "is the policy itself or its scenarios" in ran.err
    assert "name another file behind `-o`" in ran.err


def test_an_older_table_is_replaced_and_keeps_its_rights(run: Runs, visit: Path) -> None:
    Path("real.json").write_text("old")
    Path("real.json").chmod(0o600)
    Path("table.json").symlink_to("real.json")

    assert 0 == run("compile", visit, "-o", "table.json").status
    assert "visit" == pe.load_table("real.json").id
    assert 0o600 == Path("real.json").stat().st_mode & 0o777
    names = sorted(path.name for path in Path().iterdir())
    assert ["real.json", "scenarios", "table.json", "visit.yaml"] == names


def test_a_device_is_written_to_and_not_replaced(run: Runs, visit: Path) -> None:
    assert 0 == run("compile", visit, "-o", "/dev/null").status
    assert Path("/dev/null").is_char_device()


def test_a_file_that_cannot_be_replaced_leaves_nothing_beside_it(run: Runs, visit: Path) -> None:
    ran = run("compile", visit, "-o", "no/table.json")

    assert (2, False) == (ran.status, Path("no").exists())
    assert "can't be written" in ran.err


def test_a_policy_with_mistakes_is_not_compiled(run: Runs, visit: Path) -> None:
    visit.write_text("policy: visit\n")

    ran = run("compile", visit, "--lang", "nl")

    assert (1, "") == (ran.status, ran.out)
    assert "fout[missing-key]" in ran.err


def test_stubs_are_the_committed_ones(run: Runs, visit: Path) -> None:
    ran = run("compile", visit, "--stubs")

    digest = pe.load_policy(visit).digest
    assert (0, VISIT_NAMES.read_text(encoding="utf-8")) == (ran.status, ran.out.replace(digest, "(digest)"))


HOST = """\
import policy_engine as pe
import visit_names as names

session: names.Session = pe.load_policy("visit.yaml").start()
facts: names.Facts = {"armed": True}
grave: names.ComplainsData = {"grade": "grave"}
session.send("complains", grave, by="clerk", facts=facts)
session.send("thanks", by=("guard", "m.de.vries"))
"""
WRONG = {
    'session.send("thank")': "call-overload",
    'session.send("complains")': "call-overload",
    'session.send("complains", {"grade": "huge"})': "call-overload",
    'session.send("thanks", by="police")': "call-overload",
    'facts2: names.Facts = {"amred": True}': "typeddict-unknown-key",
    'state: names.State = "desc"': "assignment",
}


def test_a_type_checker_knows_the_names_of_the_policy_by_its_stubs(visit: Path) -> None:
    Path("visit_names.py").write_text(stubs_of(pe.load_policy(visit).chart))
    Path("host.py").write_text(HOST + "".join(f"{line}\n" for line in WRONG))

    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", ROOT / ".mypy_cache" / "stubs", "host.py"],
        env={"MYPYPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    first = HOST.count("\n") + 1
    found = {
        int(line.split(":")[1]): line.rsplit("[", 1)[1].rstrip("]")
        for line in done.stdout.splitlines()
        if ": error: " in line
    }
    assert dict(enumerate(WRONG.values(), start=first)) == found, done.stdout + done.stderr


def test_a_policy_without_events_or_roles_has_stubs_that_run() -> None:
    chart = pe.parse_policy("policy: p\nformat: 1\nversion: '1'\ninitial: a\nstates: {a: {}}\n").chart

    text = stubs_of(chart)

    done = subprocess.run([sys.executable, "-c", text], env={"PYTHONPATH": str(ROOT)}, check=False)
    assert 0 == done.returncode


def test_events_that_all_carry_data_have_no_other_overload() -> None:
    policy = pe.parse_policy(
        "policy: p\nformat: 1\nversion: '1'\nevents: {e: {data: {class: {flag: false}}}}\ninitial: a\n"
        "states: {a: {on: {e: a}}}\n"
    )

    text = stubs_of(policy.chart)

    assert 'EData = TypedDict("EData", {"class": NotRequired[bool]})' in text
    assert "    @overload" not in text
    assert "data: EData | None = None" in text


def test_ids_that_look_alike_have_class_names_of_their_own() -> None:
    declared = ", ".join(f"{id}: {{data: {{{id}_x: {{flag: false}}}}}}" for id in ("a_1", "a1", "a__1", "b"))
    policy = pe.parse_policy(
        f"policy: p\nformat: 1\nversion: '1'\nevents: {{{declared}}}\n"
        "actions: {c_d: {params: {x: {flag: false}}}, c__d: {params: {y: {flag: false}}}}\n"
        "initial: a\nstates: {a: {on: {a_1 or a1 or a__1 or b: {do: [c_d, c__d]}}}}\n"
    )

    text = stubs_of(policy.chart)

    assert ["A1Data", "A1Data2", "A1Data3", "BData"] == re.findall(r"^(\w+Data\d*) = ", text, re.MULTILINE)
    assert ["CDParams", "CDParams2"] == re.findall(r"^(\w+Params\d*) = ", text, re.MULTILINE)
    assert 'A1Data3 = TypedDict("A1Data3", {"a__1_x"' in text
    assert 'event: Literal["a1"],\n        data: A1Data2 | None' in text


def test_an_event_that_needs_a_person_has_stubs_that_ask_for_one() -> None:
    policy = pe.parse_policy(
        "policy: p\nformat: 1\nversion: '1'\nroles: {agent: {}}\ncontext: {who: {person: }}\n"
        "events: {go: {}, e: {}, f: {data: {x: {flag: false}}}}\ninitial: a\n"
        "states: {a: {on: {e or f: {do: [{remember: {who: by}}]}, go: a}}}\n"
    )

    text = stubs_of(policy.chart)

    needed = "        *,\n        by: tuple[Role, str],\n"
    assert 'event: Literal["go"],\n        data: None = None,\n        by: Role | tuple' in text
    assert f'event: Literal["e"],\n        data: None = None,\n{needed}' in text
    assert f'event: Literal["f"],\n        data: FData | None = None,\n{needed}' in text
    assert 'Context = TypedDict("Context", {"who": str})' in text


def test_a_record_has_stubs_that_know_what_can_be_filled_in() -> None:
    actions = (
        "actions: {write_report: {record: {date: , place: {text: }, grave: {flag: false}}}, "
        "note: {record: [words]}, clock: {record: [date]}}\n"
    )
    policy = pe.parse_policy(
        f"policy: p\nformat: 1\nversion: '1'\n{actions}initial: a\n"
        "states: {a: {entry: [write_report, note]}}\n"
    )

    text = stubs_of(policy.chart)

    assert "from policy_engine import Decision, Record" in text
    assert (
        'WriteReportFields = TypedDict("WriteReportFields", {"place": str, "grave": bool}, total=False)'
        in text
    )
    assert 'action: Literal["write_report"],\n        values: WriteReportFields,\n' in text
    assert 2 == text.count("    def fill(")
    assert "ClockFields" not in text
