"""The handbook: everything that a policy says is in it."""

import io
from pathlib import Path

import pypdf
import pytest

from policy_engine.diagrams.handbook.handbook import handbook
from policy_engine.diagrams.phrasing import event_words, label_of, sentence
from policy_engine.diagrams.sheets.docx import sheet_docx
from policy_engine.diagrams.sheets.model import Drawing, Heading
from policy_engine.diagrams.sheets.typst import sheet_pdf
from policy_engine.diagrams.theme import Look
from tests.diagrams.examples import READY, TEN, chart, chart_of, figure


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.mark.no_cover
@pytest.mark.parametrize(("name", "language"), [("aggressive_caller", "nl"), ("call_and_watch", "en")])
def test_every_state_event_and_phrase_is_in_the_handbook(name: str, language: str) -> None:
    found = figure(name)
    text = text_of(sheet_pdf(handbook(found.chart, language, Look())))

    for card in found.cards.values():
        assert f"{card.number} {label_of(found, card.state.id, language)}" in text
    for event in found.chart.events:
        assert sentence(event_words(found.chart, event, language)) in text


def test_the_picture_is_in_it_in_its_own_size() -> None:
    sheet = handbook(figure("aggressive_caller").chart, "nl", Look())

    assert [True] == [block.whole for block in sheet.blocks if isinstance(block, Drawing)]


def test_a_ladder_that_fits_no_page_is_left_to_the_steps() -> None:
    say = "Say this in so many words. " * 4
    rungs = "".join(f"  r{rung}: {{say: {say}, on: {{worse: r{rung + 1}}}}}\n" for rung in range(40))
    head = "policy: long\nformat: 1\nversion: '1'\nevents: {worse: {tone: escalates}}\ninitial: r0\n"
    sheet = handbook(chart_of(f"{head}states:\n{rungs}  r40: {{type: final}}\n"), "en", Look())

    assert not any(isinstance(block, Drawing) for block in sheet.blocks)


@pytest.mark.no_cover
@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_each_state_has_one_heading_in_the_order_of_the_numbers(path: Path) -> None:
    policy = chart(path)
    sheet = handbook(policy, "en", Look())
    numbers = [
        int(block.words.split()[0])
        for block in sheet.blocks
        if isinstance(block, Heading) and block.level == 3 and block.words.split()[0].isdigit()
    ]

    assert sorted(numbers) == numbers == list(range(1, len(numbers) + 1))


@pytest.mark.no_cover
def test_the_first_page_tells_how_to_read_it_and_the_picture_follows() -> None:
    reader = pypdf.PdfReader(io.BytesIO(sheet_pdf(handbook(figure("call_and_watch").chart, "nl", Look()))))

    assert "Zo leest u dit handboek" in reader.pages[0].extract_text()
    assert "volgende stap" in reader.pages[1].extract_text()


@pytest.mark.no_cover
def test_the_end_of_a_track_is_not_the_end() -> None:
    text = text_of(sheet_pdf(handbook(figure("call_and_watch").chart, "nl", Look())))
    inner = text_of(sheet_pdf(handbook(figure("many_endings").chart, "en", Look())))

    assert "5 Verbinding weg Dit spoor is klaar; wat ernaast loopt, gaat door." in text
    assert "10 Afgesloten Dit is het einde." in text
    assert "7 Good agreement This part is done." in inner


@pytest.mark.no_cover
def test_what_is_kept_and_what_a_source_is_stand_in_words() -> None:
    text = text_of(sheet_pdf(handbook(figure("aggressive_caller").chart, "nl", Look())))
    plain = text_of(sheet_pdf(handbook(figure("starter").chart, "nl", Look())))

    assert "datum, tijd, plaats of telefoonlijn, wat er gebeurde en hoe het afliep" in text
    assert "Onder “Bron” staat waar een stap op berust" in text
    assert "Onder “Bron”" not in plain


def test_what_is_kept_without_words_of_its_own_is_made_readable() -> None:
    text = "policy: p\nformat: 1\nversion: '1'\ninitial: a\nactions: {keep: {record: [badge_number]}}\n"
    sheet = handbook(chart_of(f"{text}states: {{a: {{type: final, entry: [keep]}}}}\n"), "nl", Look())

    assert "badge number" in text_of(sheet_pdf(sheet))


@pytest.mark.no_cover
def test_a_way_back_names_the_box_that_is_entered_where_it_was_left() -> None:
    text = text_of(sheet_pdf(handbook(figure("hold_the_line").chart, "nl", Look())))

    assert "terug naar de laatste stap in Gesprek" in text


@pytest.mark.no_cover
def test_a_table_has_no_column_without_words() -> None:
    text = text_of(sheet_pdf(handbook(figure("hold_the_line").chart, "nl", Look())))

    assert "Wat er gebeurt Stap" in text
    assert "Voorwaarde" not in text


@pytest.mark.no_cover
def test_the_steps_of_a_box_are_named_in_short() -> None:
    text = text_of(sheet_pdf(handbook(figure("call_and_watch").chart, "nl", Look())))

    assert "Bij een bedreiging (stap 3–8): op elk moment" in text


@pytest.mark.no_cover
def test_the_same_words_stand_in_the_index_once() -> None:
    text = text_of(sheet_pdf(handbook(figure("aggressive_caller").chart, "nl", Look())))

    assert 1 == text.split("Trefwoorden")[-1].lower().count("leidinggevende niet vrij")


def test_a_policy_of_almost_nothing_has_a_handbook() -> None:
    text = "policy: p\nformat: 1\nversion: '1'\ninitial: a\nstates: {a: {type: final}}\n"
    sheet = handbook(chart_of(text), "en", Look())

    assert "1 A" in text_of(sheet_pdf(sheet))


def test_the_same_policy_gives_the_same_bytes() -> None:
    policy = figure("starter").chart

    assert sheet_pdf(handbook(policy, "nl", Look())) == sheet_pdf(handbook(policy, "nl", Look()))
    assert sheet_docx(handbook(policy, "nl", Look())) == sheet_docx(handbook(policy, "nl", Look()))


def test_it_says_of_which_events_a_repeat_does_not_count() -> None:
    head = "policy: noisy\nformat: 1\nversion: '1'\ninitial: talk\n"
    text = f"{head}events: {{insult: {{settle: 10 s}}}}\nstates: {{talk: {{on: {{insult: talk}}}}}}\n"

    assert "Repeated within 10 seconds, it counts once." in text_of(
        sheet_pdf(handbook(chart_of(text), "en", Look()))
    )


def test_it_says_what_counts_in_doubt() -> None:
    head = "policy: doubt\nformat: 1\nversion: '1'\ninitial: talk\nstates: {talk: {}}\n"
    text = f"{head}facts: {{at_risk: {{enum: [no, yes, unknown], default: unknown, in_doubt: yes}}}}\n"

    assert "no, yes or unknown; in doubt: yes" in text_of(sheet_pdf(handbook(chart_of(text), "en", Look())))


def test_a_fact_says_which_policy_it_comes_from() -> None:
    head = "policy: p\nformat: 1\nversion: '1'\ninitial: a\nstates: {a: {}}\n"
    text = f"{head}facts: {{standing: {{flag: false, from: customer_conduct.standing}}}}\n"

    assert "uit customer conduct" in text_of(sheet_pdf(handbook(chart_of(text), "nl", Look())))
