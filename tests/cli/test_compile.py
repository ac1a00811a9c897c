"""`compile`: a policy as a table, or as typed names."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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
