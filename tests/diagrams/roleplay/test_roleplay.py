"""The four sheets of a role-play."""

import io
from pathlib import Path

import docx
import pypdf
import pytest

from policy_engine.diagrams.roleplay.roleplay import roleplay
from policy_engine.diagrams.sheets.docx import sheet_docx
from policy_engine.diagrams.sheets.model import Drawing, Table
from policy_engine.diagrams.sheets.typst import sheet_pdf
from policy_engine.diagrams.theme import Look
from tests.diagrams.examples import READY, TEN
from tests.diagrams.plays import play, play_of, plays
from tests.diagrams.roleplay.samples import PLAY, played, sheets, sheets_of, table, words
from tests.diagrams.sheets.samples import least_size, read_pdf

THIRD = "third_warning_ignored"


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def test_each_copy_says_for_whom_it_is_and_what_policy_it_belongs_to() -> None:
    found = sheets(THIRD)

    assert {
        "facilitator": "Agressieve beller v1.0.0 · third_warning_ignored · trainersexemplaar",
        "caller": "Agressieve beller v1.0.0 · third_warning_ignored · exemplaar beller",
        "agent": "Agressieve beller v1.0.0 · third_warning_ignored · exemplaar medewerker",
        "observer": "Agressieve beller v1.0.0 · third_warning_ignored · exemplaar waarnemer",
    } == {name: sheet.footer for name, sheet in found.items()}
    assert {("Agressieve beller: Derde waarschuwing genegeerd", "Klantenservice", "2026-11-21", "1.0.0")} == {
        (sheet.title, sheet.author, sheet.date, sheet.version) for sheet in found.values()
    }


def test_everybody_reads_the_situation() -> None:
    for sheet in sheets(THIRD).values():
        assert "Zij belt woedend op." in words(sheet.blocks)


def test_the_caller_has_each_line_with_its_tension_and_no_vain_attempt_of_the_agent() -> None:
    rows = table(sheets(THIRD)["caller"], "Zet")

    assert ["2", "2 geprikkeld\n■■□□□", "“Stelletje prutsers!”\n→ scheldt of beledigt"] == rows[0]
    assert ["2", "3", "5", "6", "7"] == [row[0] for row in rows]


def test_what_others_do_meanwhile_stands_among_the_callers_lines() -> None:
    rows = table(sheets("manager_solves_it", "en")["caller"], "Move")

    assert ["Meanwhile", "Manager: manager takes over"] in [row[1:] for row in rows]


def test_the_caller_reads_how_to_answer_the_agent() -> None:
    rows = table(sheets(THIRD)["caller"], "Stap medewerker")

    assert [
        "1 Herkennen",
        "“Mevrouw De Boer, ik hoor hoe boos u bent.”\n“Vertelt u mij wat er aan de hand is. Ik luister.”\n"
        "→ wordt rustig, gaat akkoord",
        "“Rustig maar.”\n“Zo erg is het toch niet?”\n→ blijft boos, scheldt of beledigt",
    ] == rows[0]


def test_the_caller_reads_the_stop_word() -> None:
    assert "STOP" in words(sheets(THIRD)["caller"].blocks)


def test_the_agent_has_the_ladder_and_not_the_script() -> None:
    text = words(sheets(THIRD)["agent"].blocks)

    assert "“Ik begrijp dat dit u hoog zit.”" in text
    assert "Als beller in gevaar: ja/onbekend of zorg om de beller:" in text
    assert "Stelletje prutsers!" not in text


def test_the_observer_has_a_row_for_each_step_with_a_phrase_to_listen_for() -> None:
    rows = table(sheets(THIRD)["observer"], "Zet")

    assert ["2", "→ scheldt of beledigt\n4 Grens stellen"] == rows[1][:2]
    assert "“Ik merk dat uw toon scherp blijft. Dat vind ik vervelend.”" == rows[1][2]
    assert ["1", "2", "3", "5", "6", "7"] == [row[0] for row in rows]


def test_the_observer_ticks_what_should_not_be_said_and_scores() -> None:
    text = words(sheets(THIRD)["observer"].blocks)

    assert 1 == text.count("“Rustig maar.”")
    assert "Gezien: ____ van 6" in text


def test_the_trainer_has_the_script_with_what_is_done_and_what_is_refused() -> None:
    rows = {row[0]: row for row in table(sheets(THIRD)["facilitator"], "Zet")}

    assert "→ het gesprek begint\n1 Herkennen" == rows["1"][1]
    assert "Mag niet: Eerst waarschuwen, dan pas beëindigen." in rows["4"][1]
    assert "Te doen: leidinggevende inlichten" in rows["8"][1]
    assert "“Wat een waardeloos stel bent u!”" == rows["7"][2]


def test_the_trainer_reads_where_nothing_changes() -> None:
    found = play_of(PLAY, played("[{event: sits_down, verdict: ignored}]"))
    rows = table(sheets_of(found, "")["facilitator"], "Move")

    assert ["→ visitor: sits down\n1 Calm\nNothing changes"] == [row[1] for row in rows[1:]]


def test_the_trainer_asks_the_scenarios_questions_and_tells_roles_aloud() -> None:
    text = words(sheets(THIRD)["facilitator"].blocks)

    assert "Wat deed de stem van de beller met u?" in text
    assert "Klonk de derde waarschuwing even kalm als de eerste?" in text
    assert "Vertel ieder de opdracht ook hardop" in text
    assert "aantal waarschuwingen: 3" in text


def test_the_trainer_has_the_poster_with_the_numbered_path_in_its_own_size() -> None:
    sheet = sheets(THIRD)["facilitator"]
    [drawing] = [block for block in sheet.blocks if isinstance(block, Drawing)]
    page = pages(sheet_pdf(sheet))[1]

    assert drawing.whole
    assert (sheet.paper.width, sheet.paper.height) == (drawing.scene.width, drawing.scene.height)
    assert "zet 3,5,6" in page


def test_large_print_has_the_poster_over_several_pages() -> None:
    blocks = sheets(THIRD, look=Look(large=True))["facilitator"].blocks

    assert 1 < sum(isinstance(block, Drawing) for block in blocks)


def test_a_poster_that_does_not_fit_is_to_be_printed_apart() -> None:
    steps = "\n".join(f"  s{number}: {{on: {{go: s{number + 1}}}}}" for number in range(70))
    head = "policy: tall\nformat: 1\nversion: '1'\nevents: {go: {}}\ninitial: s0\nstates:\n"
    policy = f"{head}{steps}\n  s70: {{}}\n"
    found = sheets_of(play_of(policy, "policy: tall\nscenarios: {one: {steps: [go]}}"), "en")["facilitator"]

    assert "The poster of this policy does not fit this page." in words(found.blocks)


def test_the_cards_can_be_cut_out() -> None:
    text = words(sheets(THIRD, "en")["facilitator"].blocks)

    assert "STOP\nThe play ends at once." in text
    assert "TIME-OUT\nWe stand still for a moment." in text


def test_a_policy_without_texts_leaves_out_what_it_does_not_tell() -> None:
    found = sheets("straight_up", "", "bare")

    assert "Situation" not in words(found["agent"].blocks)
    assert ["6", "Filed (end)", ""] == table(found["agent"], "No.")[-1]
    assert "should not be said" not in words(found["observer"].blocks)
    assert 7 == len(table(found["observer"], "Move"))


def test_a_caller_who_does_nothing_has_nothing_to_answer() -> None:
    policy, scenario, course = play("starter", "helped")
    made = roleplay(policy, scenario, course[:1], "en")

    assert "How you respond" not in words(made[1].blocks)
    assert "What you say" not in words(made[1].blocks)


@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_every_play_fits_few_pages_in_each_language(path: Path) -> None:
    policy, scenario, course = plays(path)[0]
    for language in policy.languages:
        made = roleplay(policy, scenario, course, language)

        assert len(made) <= len(read_pdf(*made).pages) <= 11


@pytest.mark.parametrize(("large", "least"), [(False, 9), (True, 16)])
def test_no_letter_is_too_small(large: bool, least: float) -> None:
    made = sheets(THIRD, look=Look(large=large))

    assert least <= least_size(made["caller"], made["agent"], made["observer"])


def test_grey_prints_no_colour() -> None:
    fills = {
        cell.fill
        for sheet in sheets(THIRD, look=Look(grey=True)).values()
        for block in sheet.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        if cell.fill is not None
    }

    assert fills
    assert all(fill[1:3] == fill[3:5] == fill[5:7] for fill in fills)


def test_a_word_file_holds_every_line() -> None:
    made = tuple(sheets(THIRD).values())
    body = docx.Document(io.BytesIO(sheet_docx(*made))).element.body
    text = " ".join("".join(part.text or "" for part in body.iter("{*}t")).split())

    for turn in table(made[0], "Zet"):
        assert turn[2] in text
        assert turn[3] in text


def test_the_same_play_gives_the_same_bytes() -> None:
    once, again = roleplay(*play("starter", "helped"), "nl"), roleplay(*play("starter", "helped"), "nl")

    assert sheet_pdf(*once) == sheet_pdf(*again)
    assert sheet_docx(*once) == sheet_docx(*again)
