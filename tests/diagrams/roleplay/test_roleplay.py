"""The four sheets of a role-play."""

import io

import docx
import pypdf
import pytest

from policy_engine.diagrams.roleplay.roleplay import roleplay
from policy_engine.diagrams.sheets.docx import sheet_docx
from policy_engine.diagrams.sheets.model import Drawing, Fields, Rest, Table
from policy_engine.diagrams.sheets.typst import sheet_pdf
from policy_engine.diagrams.theme import Look
from tests.diagrams.plays import play, play_of
from tests.diagrams.roleplay.samples import PLAY, played, sheets, sheets_of, table, words
from tests.diagrams.sheets.samples import least_size

THIRD = "third_warning_ignored"


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.no_cover
def test_each_copy_says_for_whom_it_is_and_what_policy_it_belongs_to() -> None:
    found = sheets(THIRD)

    assert {
        "facilitator": "Agressieve beller · versie 1.0.0 · Derde waarschuwing genegeerd · trainersexemplaar",
        "caller": "Agressieve beller · versie 1.0.0 · Derde waarschuwing genegeerd · exemplaar voor: Klant",
        "agent": "Agressieve beller · versie 1.0.0 · Derde waarschuwing genegeerd"
        " · exemplaar voor: Medewerker",
        "observer": "Agressieve beller · versie 1.0.0 · Derde waarschuwing genegeerd · exemplaar waarnemer",
    } == {name: sheet.footer for name, sheet in found.items()}
    assert {("Agressieve beller: Derde waarschuwing genegeerd", "Klantenservice", "2026-11-21", "1.0.0")} == {
        (sheet.title, sheet.author, sheet.date, sheet.version) for sheet in found.values()
    }


def test_everybody_reads_the_situation() -> None:
    for sheet in sheets(THIRD).values():
        assert "Zij belt woedend op." in words(sheet.blocks)


def test_the_caller_has_each_line_with_its_tension_and_no_vain_attempt_of_the_agent() -> None:
    rows = table(sheets(THIRD)["caller"], "Zet")

    assert ["2", "3 duidelijk\n■■■□□", "“Stelletje prutsers!”\n(scheldt of beledigt)"] == rows[0]
    assert ["2", "3", "5", "6", "7"] == [row[0] for row in rows]


@pytest.mark.no_cover
def test_the_caller_reads_what_can_be_heard_meanwhile_and_how_time_goes_by() -> None:
    heard = "you hear: “You are speaking to the manager. I am taking this call over from my colleague.”"

    assert ["3", "Meanwhile", heard] in table(sheets("manager_solves_it", "en")["caller"], "Move")
    assert ["3", "Intussen", "na 2 minuten\nu hoort: “Wat is er precies gebeurd?”"] in table(
        sheets("long_silence")["caller"], "Zet"
    )


def test_the_caller_does_not_read_what_only_the_house_knows() -> None:
    found = sheets("at_risk_and_threatening")

    assert "beller in gevaar: ja" in words(found["agent"].blocks)
    assert "beller in gevaar" not in words(found["caller"].blocks)
    assert "Dreiging melden" not in words(found["caller"].blocks)


def test_the_caller_reads_where_a_move_changes_nothing_yet() -> None:
    rows = table(sheets("help_in_time", "nl", "call_and_watch")["caller"], "Zet")

    assert rows[2][2].endswith("Hierdoor verandert nog niets.")


def test_a_move_without_a_line_is_to_be_said_in_own_words() -> None:
    found = play_of(PLAY, played('[spits, {event: shouts, line: "Hey!"}]'))

    assert [
        ["2", "2 noticeable\n■■□□□", "(in your own words: spits)"],
        ["3", "2 noticeable\n■■□□□", "“Hey!”\n(shouts)"],
    ] == (table(sheets_of(found, "")["caller"], "Move"))


def test_without_tones_the_caller_reads_no_tension() -> None:
    rows = table(sheets("straight_up", "", "bare")["caller"], "Move")

    assert {2} == {len(row) for row in rows}


def test_the_caller_reads_how_to_answer() -> None:
    rows = table(sheets(THIRD)["caller"], "Vóór zet")

    assert [
        "2",
        "“Anna de Boer, ik hoor hoe boos u bent.”\n“Vertelt u mij wat er aan de hand is. Ik luister.”\n"
        "Dan: wordt rustig of gaat akkoord",
        "“Rustig maar.”\n“Zo erg is het toch niet?”\nDan: scheldt of beledigt",
    ] == rows[0]


def test_the_caller_reads_the_stop_word() -> None:
    assert "STOP" in words(sheets(THIRD)["caller"].blocks)


def test_the_agent_has_the_ladder_and_not_the_script() -> None:
    text = words(sheets(THIRD)["agent"].blocks)

    assert "“Ik begrijp dat dit u hoog zit.”" in text
    assert "Als zorg om de beller:" in text
    assert "Stelletje prutsers!" not in text


@pytest.mark.no_cover
def test_the_agent_has_the_steps_of_the_play_beside_the_ladder_by_their_numbers() -> None:
    rows = table(sheets("manager_not_available")["agent"], "Nr.")

    assert ["1", "2", "3", "4", "5", "6", "7", "12", "13"] == [row[0] for row in rows]


def test_the_agent_has_no_phrase_that_cannot_be_said_in_this_play() -> None:
    rows = {row[0]: row for row in table(sheets("at_risk_and_threatening")["agent"], "Nr.")}

    assert "“Ik neem uw woorden serieus. Ik blijf aan de lijn en haal er hulp bij.”" == rows["10"][2]
    assert "6" not in rows
    assert "Ik beëindig nu het gesprek" not in words(sheets("at_risk_and_threatening")["agent"].blocks)


@pytest.mark.no_cover
def test_of_two_phrases_of_which_one_holds_the_second_is_said_otherwise() -> None:
    rows = {row[0]: row for row in table(sheets("threat_by_phone")["agent"], "Nr.")}

    assert "Anders:" in rows["10"][2]


def test_a_step_says_a_phrase_with_the_variables_of_its_visits() -> None:
    rows = {row[0]: row for row in table(sheets(THIRD)["agent"], "Nr.")}

    assert "“Ik heb u 3 keer gewaarschuwd. Ik beëindig nu het gesprek.”" in rows["6"][2]


@pytest.mark.no_cover
def test_whoever_else_takes_part_has_a_sheet_with_moves_and_phrases() -> None:
    sheet = sheets("manager_solves_it")["Leidinggevende"]

    assert [
        [
            "3",
            "Klant: vraagt leidinggevende\n“Ik wil uw leidinggevende spreken.”",
            "leidinggevende neemt over\n→\u00a014\u00a0Leidinggevende spreekt (Leidinggevende)",
        ]
    ] == table(sheet, "Zet")
    assert "“U spreekt met de leidinggevende." in words(sheet.blocks)


@pytest.mark.no_cover
def test_whoever_only_speaks_has_phrases_and_no_moves() -> None:
    sheet = sheets("colleague_takes_over")["Collega"]

    assert "Wanneer u iets doet" not in words(sheet.blocks)
    assert "“Goedendag, ik neem dit gesprek van mijn collega over.”" in words(sheet.blocks)


def test_what_another_role_may_not_do_says_why() -> None:
    sheet = sheets("worried_about_the_caller")["Leidinggevende"]

    assert "Mag nu niet. Blijf aan de lijn: mogelijk gevaar." in words(sheet.blocks)


def test_where_the_house_is_by_itself_nobody_plays_a_caller() -> None:
    found = sheets("all_three_done", "nl", "three_tracks")

    assert ["facilitator", "agent", "Leidinggevende", "observer"] == list(found)
    assert "Zin" == next(block for block in found["facilitator"].blocks if isinstance(block, Table)).header[2]


def test_the_observer_has_a_row_for_each_step_with_a_phrase_to_listen_for() -> None:
    rows = table(sheets(THIRD)["observer"], "Zet")

    assert ["2", "scheldt of beledigt\n→\u00a04\u00a0Grens stellen"] == rows[1][:2]
    assert "“Ik merk dat uw toon scherp blijft. Dat vind ik vervelend.”" == rows[1][2]
    assert ["1", "2", "3", "5", "6", "7"] == [row[0] for row in rows]


def test_the_observer_ticks_what_should_not_be_said_and_scores() -> None:
    text = words(sheets(THIRD)["observer"].blocks)

    assert 1 == text.count("“Rustig maar.”")
    assert "Gezien: ____ van 6" in text


def test_the_trainer_has_the_script_with_what_is_done_and_what_is_refused() -> None:
    rows = {row[0]: row for row in table(sheets(THIRD)["facilitator"], "Zet")}

    assert "begin\n→\u00a01\u00a0Herkennen" == rows["1"][1]
    assert (
        "Medewerker: gesprek beëindigd\nMag nu niet. Eerst waarschuwen, dan pas beëindigen." == rows["4"][1]
    )
    assert "Te doen: leidinggevende inlichten" in rows["8"][1]
    assert "“Wat een waardeloos stel bent u!”" == rows["7"][2]


def test_the_trainer_has_room_to_write_below_the_script() -> None:
    assert Rest("Aantekeningen") == sheets(THIRD)["facilitator"].blocks[-1]


def test_the_trainer_reads_where_nothing_changes() -> None:
    found = play_of(PLAY, played("[{event: sits_down, verdict: ignored}]"))
    rows = table(sheets_of(found, "")["facilitator"], "Move")

    assert ["visitor: sits down\nNothing changes"] == [row[1] for row in rows[1:]]


def test_the_trainer_reads_which_steps_go_on_beside_the_one_that_changed() -> None:
    rows = table(sheets("help_in_time", "nl", "call_and_watch")["facilitator"], "Zet")

    assert rows[5][1] == (
        "Beller: scheldt\n→\u00a04\u00a0Afwijzen\nloopt door: 7\u00a0Politie ingelicht (Politie)\n"
    ).rstrip("\n")


def test_the_trainer_reads_that_a_call_stays_where_it_is() -> None:
    rows = table(sheets("manager_not_available")["facilitator"], "Zet")

    assert "na 2 minuten\nblijft: 12\u00a0Doorverbinden" in rows[2][1]


def test_the_trainer_writes_down_who_plays_whom() -> None:
    blocks = sheets("manager_solves_it")["facilitator"].blocks
    [fields] = [block for block in blocks if isinstance(block, Fields)]

    assert ["Klant", "Medewerker (oefent)", "Leidinggevende", "Kijkt mee"] == [
        field.label for field in fields.fields
    ]


def test_the_trainer_asks_the_scenarios_questions_and_tells_roles_aloud() -> None:
    text = words(sheets(THIRD)["facilitator"].blocks)

    assert "Wat deed de stem van de beller met u?" in text
    assert "Klonk de derde waarschuwing even kalm als de eerste?" in text
    assert "Vertel ieder de opdracht ook hardop" in text
    assert "aantal waarschuwingen: 3" in text


@pytest.mark.no_cover
def test_the_trainer_has_the_poster_with_the_numbered_path_in_its_own_size() -> None:
    sheet = sheets(THIRD)["facilitator"]
    [drawing] = [block for block in sheet.blocks if isinstance(block, Drawing)]
    page = pages(sheet_pdf(sheet))[1]

    assert drawing.whole
    assert (sheet.paper.width, sheet.paper.height) == (drawing.scene.width, drawing.scene.height)
    assert "zet 3, (4), 5, 6" in page


@pytest.mark.no_cover
def test_large_print_has_the_poster_over_several_pages() -> None:
    blocks = sheets(THIRD, look=Look(large=True))["facilitator"].blocks

    assert 1 < sum(isinstance(block, Drawing) for block in blocks)


def test_a_policy_without_texts_leaves_out_what_it_does_not_tell() -> None:
    found = sheets("straight_up", "", "bare")

    assert "Situation" not in words(found["agent"].blocks)
    assert ["6", "Filed (end)", ""] == table(found["agent"], "No.")[-1]
    assert "For the person who practises" == words(found["agent"].blocks[1:2])
    assert "practises" in [
        field.label
        for block in found["facilitator"].blocks
        if isinstance(block, Fields)
        for field in block.fields
    ]
    assert "should not be said" not in words(found["observer"].blocks)
    assert 7 == len(table(found["observer"], "Move"))


def test_a_caller_who_does_nothing_has_nothing_to_answer() -> None:
    policy, scenario, course = play("starter", "helped")
    made = roleplay(policy, scenario, course[:1], "en")

    assert ["For the trainer", "For the person who practises", "For the observer"] == [
        words(sheet.blocks[1:2]) for sheet in made
    ]


def test_a_caller_who_only_listens_has_answers_and_no_lines() -> None:
    text = words(sheets("a_fair_offer", "nl", "refund_dispute")["caller"].blocks)

    assert "Hoe u reageert" in text
    assert "Wat u zegt" not in text


@pytest.mark.no_cover
@pytest.mark.parametrize(("large", "least"), [(False, 9), (True, 16)])
def test_no_letter_is_too_small(large: bool, least: float) -> None:
    made = sheets(THIRD, look=Look(large=large))

    assert least <= least_size(made["caller"], made["agent"], made["observer"])


@pytest.mark.no_cover
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


@pytest.mark.no_cover
def test_a_word_file_holds_every_line() -> None:
    made = tuple(sheets(THIRD).values())
    body = docx.Document(io.BytesIO(sheet_docx(*made))).element.body
    text = " ".join("".join(part.text or "" for part in body.iter("{*}t")).split())

    for turn in table(made[0], "Zet"):
        assert turn[2] in text
        assert turn[3] in text


@pytest.mark.no_cover
def test_the_same_play_gives_the_same_bytes() -> None:
    once, again = roleplay(*play("starter", "helped"), "nl"), roleplay(*play("starter", "helped"), "nl")

    assert sheet_pdf(*once) == sheet_pdf(*again)
    assert sheet_docx(*once) == sheet_docx(*again)


def test_the_one_who_practises_reads_what_must_come_first() -> None:
    policy = PLAY.replace("initial: desk", "statements: {told_why: {label: why it is so}}\ninitial: desk")
    policy = policy.replace(
        "calm:\n        on: {spits: upset}", "calm:\n        on: {spits: {target: upset, requires: told_why}}"
    )
    found = play_of(policy, played("[told_why, spits]"))

    assert "To be said or done first" in words(sheets_of(found, "")["agent"].blocks)
    assert "Why it is so" in words(sheets_of(found, "")["agent"].blocks)
    assert "said or done first" not in words(sheets_of(play_of(PLAY, played("[spits]")), "")["agent"].blocks)
