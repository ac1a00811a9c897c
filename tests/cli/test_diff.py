"""`policy-engine diff`: two files, or a file and what it was in git."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Runs

OLD = """policy: talk
format: 1
version: "1"
languages: [en, nl]
events: {insult: {label: {en: swears, nl: scheldt}}, leaves: {}}
initial: calm
states:
  calm: {label: {en: Calm, nl: Rustig}, on: {insult: warn}}
  warn: {say: {en: Careful., nl: Let op.}, on: {insult: over}, after: {2 min: calm}}
  over: {type: final}
"""
NEW = OLD.replace("insult: over", "insult: calm").replace("Careful.", "Beware.").replace('"1"', '"2"')


@pytest.fixture
def versions() -> tuple[Path, Path]:
    old, new = Path("old.yaml"), Path("new.yaml")
    old.write_text(OLD, "utf-8")
    new.write_text(NEW, "utf-8")
    return old, new


@pytest.fixture
def repository(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The old version committed, the new one in the folder."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    folder = Path("policies")
    folder.mkdir()
    file = folder / "talk.yaml"
    file.write_text(OLD, "utf-8")
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for arguments in (("init", "-q"), ("add", "."), (*author, "commit", "-q", "-m", "Begin")):
        subprocess.run(["git", *arguments], check=True)
    file.write_text(NEW, "utf-8")
    return file


def test_each_difference_is_told_with_both_sides_their_lines_and_a_call(
    run: Runs, versions: tuple[Path, Path]
) -> None:
    ran = run("diff", *versions)

    assert (1, "") == (ran.status, ran.err)
    assert [
        "talk 1 and talk 2 differ. Differences a caller notices: 1; in declarations: 0; in texts: 1",
        "",
        "1. swears (`insult`) in `warn`",
        "  - goes to `over`, ends as `over`  [old.yaml:9]",
        "  + goes to Calm (`calm`)  [new.yaml:9]",
        "    for instance:",
        "      1. the start → Calm (`calm`)",
        "      2. swears (`insult`) → `warn`",
        "      3. swears (`insult`)",
        "",
        "Texts that differ",
        "  warn.say (en)  [new.yaml:9]",
        "    - Careful.",
        "    + Beware.",
    ] == ran.out.splitlines()


def test_answer_speaks_dutch(run: Runs, versions: tuple[Path, Path]) -> None:
    ran = run("diff", *versions, "--lang", "nl")

    assert "  + gaat naar Rustig (`calm`)  [new.yaml:9]" in ran.out.splitlines()
    assert "      2. scheldt (`insult`) → `warn`" in ran.out.splitlines()


def test_json_has_everything_for_programs(run: Runs, versions: tuple[Path, Path]) -> None:
    ran = run("diff", *versions, "--format", "json")

    found = json.loads(ran.out)
    assert (False, None, 1) == (found["equal"], found["undecided"], found["parameter_choices"])
    (difference,) = found["differences"]
    assert (["insult"], ["warn"]) == (difference["events"], difference["states"])
    assert ["start", "event", "event"] == [call["call"] for call in difference["call"]]
    assert (["over"], ["calm"]) == (difference["old"][0]["after"], difference["new"][0]["after"])
    assert {"file": "new.yaml", "line": 9, "column": 56} == difference["new_lines"][0]
    assert ["Beware."] == found["texts"][0]["new"]


def test_equal_versions_say_so_and_end_well(run: Runs, versions: tuple[Path, Path]) -> None:
    Path("new.yaml").write_text(OLD.replace("Careful.", "Beware."), "utf-8")

    ran = run("diff", *versions)

    assert 0 == ran.status
    assert ran.out.startswith("talk 1 and talk 1 are equal in behaviour; texts that differ: 1\n")


def test_declarations_are_listed(run: Runs, versions: tuple[Path, Path]) -> None:
    text = OLD.replace("leaves: {}}", "leaves: {settle: 5 s}, stays: {}}").replace(
        "events", "facts: {k: {flag: true}}\nevents"
    )
    Path("new.yaml").write_text(text, "utf-8")

    ran = run("diff", *versions)

    assert 1 == ran.status
    assert [
        "What is declared otherwise",
        "  fact `k` is new",
        "  event `stays` is new  [new.yaml:6]",
        "  event `leaves`: a repeat did not count for –, now for 5 s  [new.yaml:6]",
    ] == ran.out.splitlines()[2:]


def test_states_can_have_other_names(run: Runs, versions: tuple[Path, Path]) -> None:
    Path("new.yaml").write_text(OLD.replace("warn", "limit"), "utf-8")

    assert 1 == run("diff", *versions).status
    assert 0 == run("diff", *versions, "--renamed", "warn=limit").status
    assert 0 == run("diff", *versions, "--by-behaviour").status


@pytest.mark.parametrize(
    ("pair", "message"),
    [
        ("warn", "`warn` does not say which state has which name now"),
        ("warm=warn", "`old.yaml` has no state `warm`; did you mean `warn`?"),
        ("warn=", "`new.yaml` has no state ``"),
    ],
)
def test_names_that_are_none_are_refused(
    run: Runs, versions: tuple[Path, Path], pair: str, message: str
) -> None:
    ran = run("diff", *versions, "--renamed", pair)

    assert (2, "") == (ran.status, ran.out)
    assert ran.err.startswith(f"policy-engine: {message}")


def test_version_with_mistakes_shows_them_and_is_a_wrong_call(run: Runs, versions: tuple[Path, Path]) -> None:
    Path("new.yaml").write_text(OLD.replace("insult: warn", "insult: nowhere"), "utf-8")

    ran = run("diff", *versions)

    assert (2, "") == (ran.status, ran.out)
    assert "new.yaml:8:" in ran.err
    assert "policy-engine: `new.yaml` has mistakes, and can't be compared" in ran.err


def test_file_is_compared_with_what_it_was_at_a_revision(run: Runs, repository: Path) -> None:
    by_option = run("diff", "--rev", "HEAD", repository)
    by_name = run("diff", "HEAD:policies/talk.yaml", repository)

    assert 1 == by_option.status
    assert "  - goes to `over`, ends as `over`  [HEAD:policies/talk.yaml:9]" in by_option.out.splitlines()
    assert by_option.out == by_name.out
    assert 0 == run("diff", "HEAD:./policies/talk.yaml", "HEAD:policies/talk.yaml").status


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--rev", "HEAD~9", "policies/talk.yaml"], "git knows no revision `HEAD~9` here"),
        (["--rev", "--help", "policies/talk.yaml"], "git knows no revision `--help` here"),
        (["--rev", "HEAD", "policies/other.yaml"], "there is no file `policies/other.yaml`"),
        (["--rev", "HEAD", "policies"], "`policies` is a folder, not a file"),
        (["--rev", "HEAD", "nowhere/talk.yaml"], "there is no file `nowhere/talk.yaml`"),
        (
            ["--rev", "HEAD", "policies/talk.yaml", "policies/talk.yaml"],
            "`--rev` says which old version is meant",
        ),
        (["policies/talk.yaml"], "two versions are needed to compare"),
        (["HEAD:nothing.yaml", "policies/talk.yaml"], "there was no file `nothing.yaml` at `HEAD`"),
        (["x\0:nothing.yaml", "policies/talk.yaml"], "git can't be called"),
    ],
)
def test_wrong_calls_are_told(run: Runs, repository: Path, arguments: list[str], message: str) -> None:
    assert repository.is_file()

    ran = run("diff", *arguments)

    assert (2, "") == (ran.status, ran.out)
    assert ran.err.startswith(f"policy-engine: {message}")


def test_file_that_had_another_name_is_told_by_it(run: Runs, repository: Path) -> None:
    repository.write_text(OLD, "utf-8")
    new = repository.with_name("calls.yaml")
    subprocess.run(["git", "mv", repository, new], check=True)
    new.with_name("late.yaml").write_text(NEW, "utf-8")

    renamed = run("diff", "--rev", "HEAD", new)
    unknown = run("diff", "--rev", "HEAD", new.with_name("late.yaml"))
    named = run("diff", "HEAD:policies/talk.yaml", new)

    assert (
        "policy-engine: at `HEAD` the file `policies/calls.yaml` was called `policies/talk.yaml`; "
        "name it by that: `policy-engine diff HEAD:policies/talk.yaml policies/calls.yaml`\n"
    ) == renamed.err
    assert (2, 2, 0) == (renamed.status, unknown.status, named.status)
    assert "there was no file `policies/late.yaml` at `HEAD`" in unknown.err


def test_history_that_was_cut_off_is_told(run: Runs, repository: Path) -> None:
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", repository.parent.resolve().parent.as_uri(), "shallow"],
        check=True,
    )

    ran = run("diff", "--rev", "HEAD~1", "shallow/policies/talk.yaml")

    assert 2 == ran.status
    assert "git knows no revision `HEAD~1` here: only the end of the history was fetched; " in ran.err
    assert "`git fetch --unshallow`" in ran.err


def test_outside_a_repository_it_says_so(
    run: Runs, versions: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    ran = run("diff", "--rev", "HEAD", versions[0])

    assert 2 == ran.status
    assert "lies in no git repository; name two files, or call this inside a repository" in ran.err


def test_without_git_it_says_so(
    run: Runs, versions: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    ran = run("diff", "--rev", "HEAD", versions[0])

    assert (2, "policy-engine: git can't be found; install git, or name two files\n") == (ran.status, ran.err)


def test_terminal_shows_the_sides_in_colour(
    run: Runs, versions: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policy_engine.cli.diffing.wants_colour", lambda _: True)

    lines = run("diff", *versions).out.splitlines()

    assert "\x1b[31m  - goes to `over`, ends as `over`  [old.yaml:9]\x1b[0m" in lines
    assert "\x1b[32m  + goes to Calm (`calm`)  [new.yaml:9]\x1b[0m" in lines
    assert "\x1b[1mTexts that differ\x1b[0m" in lines


def test_live_sessions_that_can_not_move_are_told_with_a_call(run: Runs, versions: tuple[Path, Path]) -> None:
    Path("new.yaml").write_text(
        OLD.replace("warn", "limit").replace('"1"', '"2"\nmigrate: {from: ["1"]}'), "utf-8"
    )

    ran = run("diff", *versions, "--migration")

    assert 1 == ran.status
    assert [
        "talk 1 to talk 2: of 3 situations that a live session can be in 2 go on as they are, 0 by "
        "what `migrate` says, 1 can't",
        "",
        "1. nothing says where a session in `warn` goes on; write `migrate: {states: {warn: ...}}` with a "
        "state of the new version",
        "  a session is in: `warn`",
        "  for instance:",
        "    1. the start → `calm`",
        "    2. `insult` (swears) → `warn`",
    ] == ran.out.splitlines()
    found = json.loads(run("diff", *versions, "--migration", "--format", "json").out)
    assert (True, True, 3, 2, 0) == tuple(
        found[name] for name in ("asked", "whole", "situations", "as_they_are", "by_migrate")
    )
    assert [["warn"]] == found["stuck"][0]["states"]


def test_migration_that_is_not_asked_for_says_what_it_would_need(
    run: Runs, versions: tuple[Path, Path]
) -> None:
    ran = run("diff", *versions, "--migration", "--lang", "nl")

    assert 1 == ran.status
    assert ran.out.startswith("de nieuwe versie zegt niets over sessies van versie `1`")


def test_migration_says_what_it_could_not_look_at(run: Runs, versions: tuple[Path, Path]) -> None:
    changed = OLD.replace('"1"', '"2"\nmigrate: {from: ["1"], drop: [mood]}').replace(
        "leaves: {}}", "leaves: {}}\nfacts: {k: {text: ''}}"
    )
    Path("new.yaml").write_text(changed, "utf-8")
    Path("old.yaml").write_text(OLD.replace("leaves: {}}", "leaves: {}}\nfacts: {k: {flag: false}}"), "utf-8")

    ran = run("diff", *versions, "--migration")

    assert "`migrate` names what the old version does not have: `mood`" in ran.out.splitlines()
    assert "  wherever the session stands, if it has one" in ran.out.splitlines()


def test_other_policy_has_no_sessions_to_move(run: Runs, versions: tuple[Path, Path]) -> None:
    Path("new.yaml").write_text(OLD.replace("policy: talk", "policy: other"), "utf-8")

    ran = run("diff", *versions, "--migration")

    assert 2 == ran.status
    assert ran.err.startswith(
        "policy-engine: no session of `talk` can go on under `other`: these are two policies; "
    )


def test_note_of_two_policies_is_written_only_for_one_that_was_renamed(
    run: Runs, versions: tuple[Path, Path]
) -> None:
    old, new = versions
    new.write_text(NEW.replace("policy: talk", "policy: other"), "utf-8")

    refused = run("diff", old, new, "--note", "--lang", "nl")
    meant = run("diff", old, new, "--note", "--lang", "en", "--renamed", "talk=other")

    assert 2 == refused.status
    assert "`talk` en `other` zijn twee protocollen, niet twee versies van één; " in refused.err
    assert "`--renamed talk=other`" in refused.err
    assert (0, "") == (meant.status, meant.err)
    assert meant.out.startswith("other: change note\n")


def test_poster_marks_what_differs_and_names_what_is_gone(run: Runs, versions: tuple[Path, Path]) -> None:
    old, new = versions
    new.write_text(
        NEW.replace("after: {2 min: calm}", "entry: []").replace(
            "over: {type: final}", "late: {type: final}"
        ),
        "utf-8",
    )

    ran = run("draw", new, "--diff", old, "--lang", "en", "-o", "poster.svg")

    assert (0, "poster.svg\n") == (ran.status, ran.out)
    poster = Path("poster.svg").read_text("utf-8")
    words = " ".join(re.findall(r">([^<>]+)<", poster))
    assert "Changes since version 1" in words
    assert "Gone: over, after 2 min in warn." in words


def test_poster_marks_nothing_of_another_policy(run: Runs, versions: tuple[Path, Path]) -> None:
    old, new = versions
    new.write_text(NEW.replace("policy: talk", "policy: other"), "utf-8")

    ran = run("draw", new, "--diff", old, "--lang", "nl", "-o", "poster.svg")

    assert (2, "", False) == (ran.status, ran.out, Path("poster.svg").exists())
    assert "`talk` en `other` zijn twee protocollen, niet twee versies van één; noem een eerdere" in ran.err


def test_poster_of_two_overlays_is_refused(run: Runs, versions: tuple[Path, Path]) -> None:
    old, new = versions

    ran = run("draw", new, "--diff", old, "--path", "somebody")

    assert (2, "") == (ran.status, ran.out)
    assert "`--path`, `--diff` can't be laid over one diagram; draw it once for each" in ran.err


def test_note_is_printed_or_written_as_text_and_as_pdf(run: Runs, versions: tuple[Path, Path]) -> None:
    printed = run("diff", *versions, "--note", "--lang", "nl")
    text = run("diff", *versions, "--note", "--lang", "nl", "-o", "note.txt")
    pdf = run("diff", *versions, "--note", "-o", "note.pdf")

    assert (0, "") == (printed.status, printed.err)
    assert "Talk: wijzigingsnotitie".lower() == printed.out.splitlines()[0]
    assert (0, "note.txt\n") == (text.status, text.out)
    assert printed.out == Path("note.txt").read_text("utf-8")
    assert (0, "note.pdf\n") == (pdf.status, pdf.out)
    pages = PdfReader("note.pdf").pages
    assert 1 == len(pages)
    words = " ".join(pages[0].extract_text().split())
    assert "At “warn”: “swears”. Until now: it goes to “over”, and that is the end." in words
    assert "Approved by (name and signature)" in words


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--note", "-o", "note.docx"], "a note is written as `.pdf` or `.txt`, not as `note.docx`"),
        (["--note", "-o", "new.yaml"], "a note is written as"),
        (["-o", "note.pdf"], "`--output` makes no difference"),
        (["--note", "--migration"], "`--note` makes no difference"),
        (["--note", "--format", "json"], "`--format json` makes no difference"),
    ],
)
def test_options_that_do_nothing_are_refused(
    run: Runs, versions: tuple[Path, Path], options: list[str], message: str
) -> None:
    ran = run("diff", *versions, *options)

    assert (2, "") == (ran.status, ran.out)
    assert ran.err.startswith(f"policy-engine: {message}"), ran.err
