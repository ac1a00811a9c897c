"""`policy-engine draw`: files of every kind, each where it was asked for, and a clear sentence where not."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pypdf
import pytest

from policy_engine.cli.main import main
from policy_engine.diagrams.order import FORMATS
from tests.cli.conftest import Runs

CALLS = Path(__file__).parents[1] / "data" / "calls"
BEGINNINGS = {
    "pdf": b"%PDF-",
    "png": b"\x89PNG",
    "svg": b"<svg",
    "docx": b"PK",
    "pptx": b"PK",
    "zip": b"PK",
    "html": b"<!doctype html>",
    "drawio": b"<mxfile",
    "dot": b"digraph",
    "puml": b"@startuml",
}


THREE_LANGUAGES = """
policy: three
format: 1
version: "1"
languages: [nl, en, fr]
events: {up: {label: {nl: hoger, en: higher, fr: "plus haut"}}}
initial: low
states: {low: {on: {up: high}}, high: {type: final}}
"""


def text_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def test_without_options_it_is_a_poster_as_pdf_in_this_folder(run: Runs) -> None:
    ran = run("draw", "starter")

    assert (0, "starter-poster-en.pdf\n", "") == (ran.status, ran.out, ran.err)
    assert "1 Listen" in text_of(Path("starter-poster-en.pdf"))


@pytest.mark.parametrize(
    ("kind", "form"), [(kind, form) for kind, forms in FORMATS.items() for form in forms]
)
def test_every_kind_is_written_in_each_of_its_formats(run: Runs, kind: str, form: str) -> None:
    ran = run("draw", "starter", "--kind", kind, "--lang", "nl", "-o", f"made.{form}")

    assert (0, "") == (ran.status, ran.err)
    for line in ran.out.splitlines():
        assert Path(line).read_bytes().lower().startswith(BEGINNINGS.get(form, b"").lower())
    assert len(ran.out.splitlines()) == len(list(Path().glob("made*")))


def test_the_same_call_writes_the_same_bytes(run: Runs) -> None:
    run("draw", "starter", "-o", "one.pptx")
    run("draw", "starter", "-o", "two.pptx")

    assert Path("one.pptx").read_bytes() == Path("two.pptx").read_bytes()


def test_several_pages_of_a_picture_are_several_files(run: Runs) -> None:
    assert "card-1.svg\ncard-2.svg\n" == run("draw", "aggressive_caller", "-k", "card", "-o", "card.svg").out


def test_the_ending_may_be_said_apart(run: Runs) -> None:
    assert "starter-poster-en.mmd\n" == run("draw", "starter", "--format", "mermaid").out


def test_two_languages_stand_side_by_side(run: Runs) -> None:
    run("draw", "starter", "--lang", "nl,en", "-o", "both.pdf", "--paper", "a3")

    text = text_of(Path("both.pdf"))
    assert "Luisteren" in text
    assert "Listen" in text


@pytest.mark.parametrize("option", ["--grey", "--landscape", "--tiled", "--large"])
def test_the_look_can_be_chosen(run: Runs, option: str) -> None:
    run("draw", "starter", "-o", "plain.svg")
    ran = run("draw", "starter", "-o", "other.svg", option)

    assert 0 == ran.status
    assert Path(ran.out.splitlines()[0]).read_bytes() != Path("plain.svg").read_bytes()


def test_flat_svg_has_no_style_sheet(run: Runs) -> None:
    run("draw", "starter", "--flat", "-o", "flat.svg")

    assert "class=" not in Path("flat.svg").read_text("utf-8")


def test_a_policy_with_plain_texts_can_be_walked_through(run: Runs) -> None:
    Path("plain.yaml").write_text(
        "policy: plain\nformat: 1\nversion: '1'\nevents: {go: {}}\ninitial: a\n"
        "states: {a: {say: Hallo, on: {go: b}}, b: {type: final}}\n"
    )

    assert (0, "w.html\n") == (
        (ran := run("draw", "plain.yaml", "-k", "walkthrough", "--lang", "nl", "-o", "w.html")).status,
        ran.out,
    )


@pytest.mark.no_cover
def test_a_role_play_of_one_scenario(run: Runs) -> None:
    ran = run("draw", "aggressive_caller", "-k", "roleplay", "--scenario", "boundary_works", "--lang", "nl")

    assert "aggressive_caller-roleplay-nl.pdf\n" == ran.out
    assert "De grens werkt" in text_of(Path(ran.out.strip()))


def test_a_lesson_is_a_package(run: Runs) -> None:
    run("draw", "starter", "-k", "walkthrough", "-o", "lesson.zip")

    assert "imsmanifest.xml" in zipfile.ZipFile(io.BytesIO(Path("lesson.zip").read_bytes())).namelist()


@pytest.mark.no_cover
@pytest.mark.parametrize("way", ["boundary_works", str(CALLS / "threat.jsonl")])
def test_the_path_of_a_scenario_or_a_call_is_highlighted(run: Runs, way: str) -> None:
    run("draw", "aggressive_caller", "--lang", "nl", "-o", "plain.svg")
    ran = run("draw", "aggressive_caller", "--lang", "nl", "--path", way, "-o", "path.svg")

    assert 0 == ran.status
    assert "zet 1" in Path("path.svg").read_text("utf-8")
    assert "zet 1" not in Path("plain.svg").read_text("utf-8")


@pytest.mark.usefixtures("visit")
@pytest.mark.parametrize(
    ("language", "said", "legend"),
    [("en", "not tested", "no scenario comes there"), ("nl", "niet getest", "geen scenario komt daar")],
)
def test_what_scenarios_leave_out_is_shown(run: Runs, language: str, said: str, legend: str) -> None:
    ran = run("draw", "visit.yaml", "--coverage", "--lang", language, "-o", "untested.svg")

    drawn = Path("untested.svg").read_text("utf-8")
    assert (0, "untested.svg\n") == (ran.status, ran.out)
    assert f"· {said}" in drawn
    assert legend in " ".join(re.sub("<[^>]*>", " ", drawn).split())
    assert 'class="link tone-' in drawn
    assert " missed" in drawn


def test_coverage_needs_scenarios_without_mistakes(run: Runs, visit: Path) -> None:
    Path("scenarios/visit.yaml").write_text("policy: visit\nscenarios: {a: {steps: [bel]}}\n")

    broken = run("draw", visit, "--coverage")
    Path("scenarios/visit.yaml").unlink()
    without = run("draw", visit, "--coverage")

    assert (2, 2) == (broken.status, without.status)
    assert "the scenarios in `scenarios/visit.yaml` have mistakes" in broken.err
    assert "there are no scenarios for `visit.yaml`" in without.err


def test_the_traffic_of_calls_is_counted(run: Runs) -> None:
    calls = sorted(CALLS.glob("*.jsonl"))
    options = [part for call in calls for part in ("--traffic", str(call))]
    ran = run("draw", "aggressive_caller", "--lang", "nl", *options, "-o", "traffic.svg")

    assert (0, "") == (ran.status, ran.err)
    assert f"{len(calls)}×" in Path("traffic.svg").read_text("utf-8")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "options",
    [["-p", "max_warnings=2"], ["--path", "two_warnings_are_enough"]],
    ids=["set", "of a scenario"],
)
def test_a_poster_prints_the_parameters_that_hold(run: Runs, options: list[str]) -> None:
    ran = run("draw", "aggressive_caller", "--lang", "nl", "--paper", "a3", *options, "-o", "p.svg")

    assert (0, "") == (ran.status, ran.err)
    assert "aantal waarschuwingen: 2<" in Path("p.svg").read_text("utf-8")


@pytest.mark.parametrize("form", ["dot", "mmd", "puml"])
def test_a_way_is_laid_over_what_other_programs_draw_too(run: Runs, form: str) -> None:
    ran = run("draw", "starter", "--lang", "nl", "--path", "helped", "-o", f"p.{form}")

    assert (0, "") == (ran.status, ran.err)
    assert "klaagt · zet 2" in Path(f"p.{form}").read_text("utf-8")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("way", "caption"),
    [
        ("two_warnings_are_enough", "De weg van “Twee waarschuwingen”."),
        (str(CALLS / "at_risk.jsonl"), "De weg van “at_risk.jsonl”."),
    ],
)
def test_a_way_is_called_by_its_scenario_or_its_file(run: Runs, way: str, caption: str) -> None:
    run("draw", "aggressive_caller", "--lang", "nl", "--paper", "a3", "--path", way, "-o", "p.svg")

    assert caption in Path("p.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["starter", "-o", "p.jpg"], "there is no format `jpg`; did you mean `png`? a poster can be `pdf`"),
        (["starter", "-k", "card", "-o", "p.docx"], "a card can't be written as `docx`; it can be `pdf`"),
        (["starter", "--lang", "fr"], "fr"),
        (["starter", "-k", "roleplay", "--scenario", "helpd"], "did you mean `helped`?"),
        (
            ["starter", "--path", "nothing_like_it"],
            "choose among `helped`, `gives_up`; `policy-engine test starter` lists all 2",
        ),
        (
            ["aggressive_caller", "--path", "warning_ignored"],
            "`policy-engine test aggressive_caller` lists all 30",
        ),
        (["aggressive_caller", "--path", "qqq"], "; `policy-engine test aggressive_caller` lists all 30"),
        (
            ["starter", "--coverage", "--path", "x.jsonl"],
            "can't be laid over one diagram",
        ),
        (["starter", "--coverage", "--kind", "card"], "`--coverage` is for posters"),
        (
            ["starter", "--path", "x.jsonl", "--traffic", "y.jsonl"],
            "can't be laid over one diagram",
        ),
        (["starter", "--path", "missing.jsonl"], "there is no file `missing.jsonl`"),
        (["starter", "-k", "card", "--tiled"], "`--tiled` is for posters"),
        (["starter", "--scenario", "helped"], "a poster takes `--path`"),
        (["starter", "-k", "card", "--lang", "en,nl"], "a card is printed in one language"),
        (["starter", "--engine", "graphviz", "--tiled"], "leave out `--engine graphviz`"),
        (["starter", "--engine", "graphviz", "-o", "p.pptx"], "`pptx` can't be made by Graphviz"),
        (["starter", "-k", "card", "--paper", "a3"], "`--paper` is for posters"),
        (["starter", "--engine", "graphviz", "--paper", "a3"], "leave out `--engine graphviz`"),
        (
            ["starter", "--path", "helped", "-o", "p.txt"],
            "`--path` makes no difference to `txt`; leave",
        ),
        (["starter", "--lang", "en,nl", "-o", "p.txt"], "`--lang en,nl` makes no difference to `txt`"),
        (["starter", "--flat"], "`--flat` makes no difference to `pdf`"),
        (["starter", "-k", "cue-strip", "--large"], "`--large` makes no difference to `cue-strip`"),
        (["starter", "-k", "walkthrough", "--grey"], "`--grey` makes no difference to `walkthrough`"),
        (["starter", "-k", "all", "--tiled"], "`--tiled` is for posters"),
        (["starter", "-k", "all", "--flat"], "`--flat` makes no difference to `--kind all`"),
        (["starter", "-o", "p.pdf", "--format", "svg"], "the ending of `p.pdf` say two formats"),
        (["starter", "-o", "."], "`.` is a folder, not a file"),
        (["starter", "--check"], "`--check` looks at a whole kit; add `--kind all -o FOLDER`"),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence(run: Runs, arguments: list[str], sentence: str) -> None:
    ran = run("draw", *arguments)

    assert (2, "") == (ran.status, ran.out)
    assert sentence in ran.err


@pytest.mark.no_cover
def test_a_scenario_that_is_not_there_is_answered_with_the_few_that_are_like_it(run: Runs) -> None:
    ran = run("draw", "aggressive_caller", "--path", "caller_at_risk_hangs_up")

    assert "`at_risk_hangs_up_early`" in ran.err
    assert "third_warning_ignored" not in ran.err


def test_a_poster_in_three_languages_is_refused(run: Runs) -> None:
    Path("three.yaml").write_text(THREE_LANGUAGES, "utf-8")

    ran = run("draw", "three.yaml", "--lang", "en,nl,fr")

    assert (2, "") == (ran.status, ran.out)
    assert "room for two languages side by side, not for 3; print one poster for each pair" in ran.err


SNOW = """
policy: snow
format: 1
version: "1"
title: "Weer ☃"
initial: one
states: {one: {label: "Nu: \u0001\u05d0\u05d1\u05d2\u05d3\u2603"}}
"""


@pytest.mark.parametrize("form", ["svg", "dot"])
def test_characters_that_the_fonts_lack_are_told_and_the_print_is_made(run: Runs, form: str) -> None:
    Path("snow.yaml").write_text(SNOW.replace("\u0001", ""), "utf-8")

    ran = run("draw", "snow.yaml", "--lang", "en", "-o", f"snow.{form}")

    first, second, *_ = ran.err.splitlines()
    assert (0, f"snow.{form}\n") == (ran.status, ran.out)
    assert first == (
        "policy-engine: `☃` (U+2603) can't be printed and stands as □; places: 2, among them `title`,"
        " `states.one.label`; write it in words or choose another sign"
    )
    assert "`\u05d0` (U+05D0)" in second
    assert len(ran.err.splitlines()) == 5


def test_of_many_characters_the_first_are_named(run: Runs) -> None:
    Path("snow.yaml").write_text(SNOW.replace("\u0001", "\ue000\u2604\u2605"), "utf-8")

    ran = run("draw", "snow.yaml", "--lang", "en", "-o", "snow.dot")

    lines = ran.err.splitlines()
    assert lines[1].startswith("policy-engine: (U+E000) can't be printed")
    assert "policy-engine: so do other characters: 3" == lines[-1]


def test_a_browser_has_characters_of_its_own(run: Runs) -> None:
    Path("snow.yaml").write_text(SNOW.replace("\u0001", ""), "utf-8")

    ran = run("draw", "snow.yaml", "--lang", "en", "-o", "snow.mmd")

    assert (0, "") == (ran.status, ran.err)


def test_graphviz_lays_it_out_where_somebody_prefers_that(run: Runs) -> None:
    ran = run("draw", "starter", "--engine", "graphviz", "--lang", "nl", "-o", "g.pdf")

    assert (0, "") == (ran.status, ran.err)
    assert "Luisteren" in text_of(Path("g.pdf"))


def test_a_policy_is_never_overwritten(run: Runs, visit: Path) -> None:
    before = visit.read_bytes()
    ran = run("draw", visit, "--format", "txt", "-o", "visit.yaml")

    assert 2 == ran.status
    assert before == visit.read_bytes()


@pytest.mark.no_cover
def test_what_does_not_fit_its_sheet_says_what_would(run: Runs) -> None:
    words = "A step with quite a lot of words to read aloud before anything else may happen here. "
    states = "".join(
        f'  s{number}: {{say: "{words * 6}", on: {{go: s{number + 1}}}}}\n' for number in range(60)
    )
    Path("long.yaml").write_text(
        "policy: long\nformat: 1\nversion: '1'\nevents: {go: {tone: escalates}}\ninitial: s0\nstates:\n"
        f"{states}  s60: {{type: final}}\n"
    )
    ran = run("draw", "long.yaml", "--lang", "en")

    assert 1 == ran.status
    assert "does not fit on one sheet of A4 at 9 points; choose " in ran.err
    assert 0 == run("draw", "long.yaml", "--lang", "en", "--tiled").status


@pytest.mark.no_cover
def test_a_kit_is_everything_and_can_be_checked(run: Runs) -> None:
    Path("small.yaml").write_text(
        "policy: small\nformat: 1\nversion: '1'\nlanguages: [nl]\nevents: {go: {}}\ninitial: a\n"
        "states: {a: {say: {nl: Hallo}, on: {go: b}}, b: {type: final}}\n"
    )
    Path("scenarios").mkdir()
    Path("scenarios/small.yaml").write_text(
        "policy: small\nscenarios: {gone: {steps: [{event: go}], expect: {outcome: b}}}\n"
    )
    made = run("draw", "small.yaml", "--kind", "all", "-o", "kit")
    files = sorted(path.name for path in Path("kit").iterdir())

    assert 0 == made.status
    assert sorted(Path(line).name for line in made.out.splitlines()) == files
    assert {"poster-nl.pdf", "poster-nl.dot", "card-nl.pdf", "roleplay-nl.docx", "walkthrough.html"} <= set(
        files
    )
    assert (0, "") == (run("draw", "small.yaml", "--kind", "all", "-o", "kit", "--check").status, "")

    Path("kit/poster-nl.dot").write_text("old")
    Path("kit/card-nl.pdf").unlink()
    stale = run("draw", "small.yaml", "--kind", "all", "-o", "kit", "--check")

    assert 1 == stale.status
    assert ["out of date: kit/card-nl.pdf", "out of date: kit/poster-nl.dot"] == sorted(
        stale.out.splitlines()
    )


def test_a_kit_goes_into_a_folder(run: Runs) -> None:
    Path("kit").write_text("a file")

    assert 2 == run("draw", "starter", "--kind", "all", "-o", "kit").status


def test_the_help_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    main(["draw", "--help"])

    assert "policy-engine draw aggressive_caller" in capsys.readouterr().out
