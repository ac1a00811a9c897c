"""The walk-through in a real browser, by keyboard only, opened from a file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from policy_engine.diagrams.walkthrough.page import walkthrough_html
from policy_engine.errors import InvalidDataError, PrintError
from policy_engine.policy import Policy, load_policy, parse_policy
from tests.diagrams.examples import ROOT, TEN
from tests.diagrams.walkthrough.walker import walking

HOSTILE = '</script><img src=x onerror=alert(1)> {{content}} & \\" <!--'
WITH_DATA = f"""
policy: data
format: 1
version: "1"
title: "{HOSTILE}"
parameters: {{place: {{text: "{HOSTILE}"}}, most: {{range: 1..2, default: 2}}}}
facts:
  known: {{flag: false}}
  amount: {{number: 1.0}}
  age: {{range: 0..120, default: 30}}
  name: {{text: ""}}
context: {{count: {{counter: 0..3}}}}
roles: {{agent: {{}}, manager: {{}}}}
events:
  pays:
    data:
      sum: {{number: 0.0}}
      paid: {{flag: false}}
      how: {{enum: [cash, card], default: cash}}
      size: {{range: 0..3}}
  leaves: {{}}
  closes: {{by: [manager]}}
  sleeps: {{}}
actions: {{note: {{params: {{sum: {{number: 0.0}}, how: {{text: ""}}}}}}}}
initial: a
states:
  a:
    label: "{HOSTILE}"
    say: "{HOSTILE} {{name|u}}"
    forbid: {{leaves: {{when: not known, text: "{HOSTILE} {{name|u}}"}}}}
    on:
      pays:
        - when: event.paid and count < most and event.size > 1
          target: b
          do: [{{add: {{count: 1}}}}, {{note: {{sum: {{expr: event.sum}}}}}}]
        - else: {{do: [{{send: {{event: sleeps, delay: 90 s}}}}]}}
      leaves: end
      closes: end
      sleeps: b
  b: {{on: {{pays: a}}, always: {{when: amount > 100.0, target: end}}}}
  end: {{type: final}}
"""


NOISY = """
policy: noisy
format: 1
version: "1"
context: {insults: {counter: 0..3}}
events: {insult: {settle: 10 s}, calm: {}}
initial: talk
states:
  talk: {on: {insult: {when: insults < 3, do: [{add: {insults: 1}}]}, calm: talk}, after: {15 s: quiet}}
  quiet: {on: {insult: talk}, forbid: {insult: {when: insults > 1, text: "Enough."}}}
"""


DUE = """
policy: due
format: 1
version: "1"
languages: [nl, en]
events: {asks: {label: {nl: vraagt iets, en: asks}}, answered: {label: {nl: beantwoord, en: answered}}}
initial: talk
states:
  talk:
    must: {event: answered, within: 2 h, label: {nl: antwoord geven, en: give an answer}}
    on: {asks: talk}
    after: {3 h: {}}
"""


@pytest.fixture(scope="module")
def flagship() -> Policy:
    return load_policy(str(ROOT / "policies" / "aggressive_caller.yaml"))


@pytest.fixture(scope="module")
def html(flagship: Policy) -> str:
    return walkthrough_html(flagship)


@pytest.mark.no_cover
def test_the_same_policy_gives_the_same_page(flagship: Policy, html: str) -> None:
    assert html == walkthrough_html(flagship)


def test_a_call_is_walked_by_keyboard_in_dutch(browser: Browser, html: str, tmp_path: Path) -> None:
    with walking(browser, html, tmp_path) as walker:
        assert walker.heading() == "Herkennen"
        walker.choose("scheldt of beledigt")
        assert walker.heading() == "Grens stellen"
        for _ in range(3):
            walker.press("ArrowDown", "ArrowDown", "Enter")  # the second choice
        assert walker.heading() == "Waarschuwen"
        assert walker.texts(".say li")[0] == "“Dit is mijn laatste verzoek: past u uw toon aan.”"
        assert walker.texts(".kept") == ["Bijgehouden: gegeven waarschuwingen: 3"]
        walker.choose("gesprek beëindigd")
        assert walker.announced() == "gesprek beëindigd: mag niet: Eerst waarschuwen, dan pas beëindigen."
        walker.press("1")
        assert walker.heading() == "Gesprek beëindigen"
        assert walker.texts(".say li")[0] == "“Ik heb u 3 keer gewaarschuwd. Ik beëindig nu het gesprek.”"
        walker.choose("gesprek beëindigd")
        assert walker.texts(".asked li") == [
            "leidinggevende inlichten (voor Leidinggevende)",
            "klant markeren",
            "doorgeven: abusive contact",
            "incident vastleggen",
        ]
        walker.choose("na 5 minuten")
        assert walker.heading() == "Afgesloten"
        assert walker.texts("#course li")[-1] == "na 5 minuten → 8 Afgesloten"
        assert len(walker.texts("#course li")) == 9


def test_what_must_be_done_is_shown_until_it_is(browser: Browser, tmp_path: Path) -> None:
    with walking(browser, walkthrough_html(parse_policy(DUE)), tmp_path) as walker:
        assert walker.texts(".duties li") == ["binnen 2 uur: antwoord geven"]
        walker.choose("na 2 uur")
        assert walker.texts(".duties li") == ["te laat: antwoord geven"]
        walker.choose("beantwoord")
        assert walker.texts(".duties") == []


def test_whoever_chooses_the_same_again_means_that_it_happened_again(
    browser: Browser, tmp_path: Path
) -> None:
    html = walkthrough_html(parse_policy(NOISY))
    with walking(browser, html, tmp_path) as walker:
        walker.press("1", "1")
        assert walker.texts(".kept") == ["Kept count of: insults: 2"]
        walker.press("1")  # by then the step has changed
        walker.choose("insult")  # refused, so no time goes by for it

        assert walker.texts("#course li") == [
            "start → 1 talk",
            "insult → stays here",
            "insult, after 10 seconds → stays here",
            "after 10 seconds → 2 quietinsult, after 10 seconds → not allowed: Enough.",
            "insult → not allowed: Enough.",
        ]


def test_a_call_is_walked_by_keyboard_in_english(browser: Browser, html: str, tmp_path: Path) -> None:
    with walking(browser, html, tmp_path) as walker:
        walker.choose("English")
        assert walker.page.get_attribute("html", "lang") == "en"
        assert walker.focused() == "English"
        walker.choose("makes a threat")
        assert walker.heading() == "Report the threat"
        walker.choose("report filed")
        walker.choose("hangs up")
        walker.choose("wants to talk it over")
        walker.choose("after 5 minutes")
        assert walker.heading() == "Closed"
        assert "This is the end." in walker.texts(".over")[0]


def test_number_keys_choose_unless_they_are_switched_off(browser: Browser, html: str, tmp_path: Path) -> None:
    with walking(browser, html, tmp_path) as walker:
        walker.press("1")
        assert walker.heading() == "Erkennen"
        walker.choose("Weergave")
        walker.tab_to("cijfertoetsen")
        walker.press("Space", "2")
        assert walker.heading() == "Erkennen"
        assert set(walker.texts("#choices .key")) == {"", "×"}


def test_a_step_back_and_a_new_start_take_the_reader_along(
    browser: Browser, html: str, tmp_path: Path
) -> None:
    with walking(browser, html, tmp_path) as walker:
        walker.press("1", "1", "Backspace")
        assert walker.heading() == "Erkennen"
        assert walker.announced().startswith("Eén stap terug. Stap 2: Erkennen.")
        assert walker.page.evaluate("document.activeElement.id") == "step"
        walker.choose("Opnieuw")
        assert walker.heading() == "Herkennen"
        assert walker.page.is_disabled("[data-key=back]")
        walker.press("Backspace")
        assert walker.texts("#course li") == ["begin → 1 Herkennen"]


def test_facts_and_parameters_change_what_the_page_says(browser: Browser, html: str, tmp_path: Path) -> None:
    with walking(browser, html, tmp_path) as walker:
        walker.tab_to("naam van de klant")
        walker.page.keyboard.type("Mevrouw De Boer")
        walker.press("Tab")
        assert walker.texts(".say li")[0] == "“Mevrouw De Boer, ik hoor hoe boos u bent.”"
        walker.tab_to("aantal waarschuwingen")
        walker.press("ArrowUp", "Tab")
        assert walker.texts("#course li") == ["begin → 1 Herkennen"]
        walker.tab_to("beller in gevaar")
        walker.press("ArrowDown", "Tab")
        assert walker.texts("#course li")[-1] == "beller in gevaar: ja → verandert niets"
        assert "Mogelijk gevaar voor de beller" in walker.texts(".outer")[-1]
        assert walker.texts("#choices .reason") == ["Blijf aan de lijn: mogelijk gevaar."] * 2


def test_who_reports_can_be_chosen(browser: Browser, html: str, tmp_path: Path) -> None:
    with walking(browser, html, tmp_path) as walker:
        walker.choose("vraagt leidinggevende")
        walker.tab_to("Wie het meldt")
        walker.press("ArrowDown", "Tab")  # the agent
        walker.choose("Verandert nu niets")
        walker.choose("leidinggevende neemt over, Leid")
        assert walker.announced().startswith(
            "leidinggevende neemt over: niet aangenomen: Medewerker mag dit niet melden"
        )
        walker.tab_to("Wie het meldt")
        walker.press("ArrowUp", "Tab")
        walker.choose("leidinggevende neemt over, Leid")
        assert walker.heading() == "Leidinggevende spreekt"


def test_which_person_reports_can_be_chosen_and_what_must_come_first_is_told(
    browser: Browser, tmp_path: Path
) -> None:
    html = walkthrough_html(
        parse_policy(
            'policy: p\nformat: 1\nversion: "1"\nroles: {agent: {}, manager: {}}\n'
            "statements: {told: {label: told why}}\nevents: {decided: {}, checked: {}}\n"
            "context: {decider: {person: }}\ninitial: a\nstates:\n"
            "  a: {on: {decided: {requires: told, target: b, do: [{remember: {decider: by}}]}}}\n"
            '  b: {label: "taken by {decider}", on: {checked: {when: by != decider, target: c}}}\n'
            "  c: {type: final}\n"
        )
    )

    with walking(browser, html, tmp_path) as page:
        assert ["First: told why."] == page.texts("#choices .reason")
        page.choose("told why")
        page.choose("decided")
        assert "checked" not in page.texts("#choices > ul .event")
        page.tab_to("Which person that is")
        page.press("ArrowDown")
        assert "checked" in page.texts("#choices > ul .event")


def test_a_screen_reader_is_told_of_every_control_and_every_step(
    browser: Browser, html: str, tmp_path: Path
) -> None:
    with walking(browser, html, tmp_path) as walker:
        assert walker.nameless() == []
        assert walker.page.locator("[role=status][aria-live=polite]").count() == 1
        walker.choose("scheldt of beledigt")
        assert walker.announced() == (
            "scheldt of beledigt: 4 Grens stellen. Stap 4: Grens stellen. Zeg: Ik merk dat uw toon scherp "
            "blijft. Dat vind ik vervelend. Dat is jammer, want ik wil u graag helpen. Praat u alstublieft "
            "gewoon met mij. Dan komen we samen verder."
        )
        assert walker.nameless() == []
        assert walker.page.evaluate("document.activeElement.id") == "step"


def test_whatever_has_the_focus_shows_it(browser: Browser, html: str, tmp_path: Path) -> None:
    with walking(browser, html, tmp_path) as walker:
        outlines = []
        for _ in range(15):
            walker.press("Tab")
            outlines.append(walker.style(":focus", "outline"))
        assert {outline.rpartition(") ")[2] for outline in outlines} == {"solid 3px"}
        walker.page.evaluate("document.activeElement.blur()")
        walker.press("1")
        assert walker.style(".card", "outlineStyle") == "solid"


def test_it_fits_a_telephone_and_a_desk(browser: Browser, html: str, tmp_path: Path) -> None:
    with walking(browser, html, tmp_path) as walker:
        walker.press("1", "1")
        for width in (320, 768, 1920):
            walker.page.set_viewport_size({"width": width, "height": 800})
            assert walker.page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_looks_as_the_reader_asks(browser: Browser, html: str, tmp_path: Path) -> None:
    with walking(browser, html, tmp_path) as walker:
        walker.choose("Weergave")
        for words in ("hoog contrast", "grijstinten", "grotere letters"):
            walker.tab_to(words)
            walker.press("Space")
        assert walker.page.get_attribute("html", "class") == "contrast grey large"
        walker.page.emulate_media(reduced_motion="reduce")
        assert walker.style(".card", "animationName") == "none"


def test_paper_gets_the_step_and_the_course(browser: Browser, html: str, tmp_path: Path) -> None:
    with walking(browser, html, tmp_path) as walker:
        walker.choose("scheldt of beledigt")
        walker.press("ArrowDown", "ArrowDown", "Enter")
        walker.page.emulate_media(media="print")
        assert walker.page.is_hidden("#choices")
        assert walker.page.is_hidden("[data-key=print]")
        assert walker.page.is_visible("#now .card")
        printed = PdfReader(BytesIO(walker.page.pdf(format="A4")))
        text = " ".join(printed.pages[0].extract_text().split())
        assert "Waarschuwen" in text
        assert (
            "Ga niet in discussie over wie gelijk heeft." in text
        )  # folded away on the screen at a second look
        assert "3. scheldt of beledigt → 5 Waarschuwen" in text
        assert "aantal waarschuwingen: 3" in text


def test_event_data_are_asked_for_and_hostile_texts_stay_texts(browser: Browser, tmp_path: Path) -> None:
    shown = '</script><img src=x onerror=alert(1)> {content} & " <!--'
    with walking(browser, walkthrough_html(parse_policy(WITH_DATA)), tmp_path) as walker:
        assert walker.heading() == shown
        assert walker.page.locator("img").count() == 0
        assert "</script><img src=x onerror=alert(1)> {{content}}" in walker.page.title()
        walker.choose("pays")
        walker.page.keyboard.type("x")
        walker.press("Enter")
        assert walker.texts("form .problem") == ["Write a number, such as 12 or 2.5.", "", "", ""]
        walker.page.keyboard.press("Control+a")
        walker.page.keyboard.type("12,5")
        walker.press("Enter")
        assert walker.texts("#course li")[-1] == "pays → stays here"
        walker.choose("after 1 minute 30 seconds")
        assert walker.texts("#course li")[-1] == "after 1 minute 30 seconds, sleeps → 2 b"
        walker.choose("pays")
        walker.tab_to("choose".capitalize())
        walker.press("Enter")
        walker.choose("pays")
        walker.page.keyboard.type("7.0")
        walker.tab_to("paid")
        walker.press("Space", "Tab", "ArrowDown", "Tab")
        walker.page.keyboard.type("2")
        walker.press("Enter")
        assert walker.texts(".asked li") == ["note, sum: 7.0"]
        walker.tab_to("amount")
        walker.page.keyboard.type("100")
        walker.press("Control+a")
        walker.page.keyboard.type("nothing")
        walker.press("Tab")
        assert "Write a number, such as 12 or 2.5." in walker.texts(".problem")
        walker.tab_to("amount")
        walker.press("Control+a")
        walker.page.keyboard.type("100.5")
        walker.press("Tab")
        assert walker.heading() == "end"
        assert walker.nameless() == []


def test_no_language_declared_is_no_language_claimed(browser: Browser, tmp_path: Path) -> None:
    bare = next(path for path in TEN if path.stem == "bare")
    with walking(browser, walkthrough_html(load_policy(str(bare))), tmp_path) as walker:
        assert walker.page.get_attribute("html", "lang") == "en"
        assert walker.page.get_attribute("#step .label", "lang") == ""
        assert walker.page.is_hidden("#languages")


@pytest.mark.parametrize("path", TEN[::3], ids=lambda path: path.stem)
def test_other_policies_can_be_walked_through(browser: Browser, tmp_path: Path, path: Path) -> None:
    with walking(browser, walkthrough_html(load_policy(str(path))), tmp_path) as walker:
        for _ in range(8):
            walker.press("1")
            if walker.page.locator("#choices form").count():
                walker.press("Enter")
        assert walker.nameless() == []
        assert len(walker.texts("#course li")) > 1


def test_a_language_that_is_not_there_is_refused(flagship: Policy) -> None:
    with pytest.raises(PrintError, match="the policy has no texts in `fr`"):
        walkthrough_html(flagship, languages=("nl", "fr"))


def test_facts_that_do_not_fit_are_refused(flagship: Policy) -> None:
    with pytest.raises(InvalidDataError):
        walkthrough_html(flagship, facts={"at_risk": 3})


GAPS = """
policy: gaps
format: 1
version: "1"
languages: [nl]
facts: {customer_name: {text: "", label: {nl: "naam van de klant"}}, street_name: {text: ""}}
events: {go: {label: {nl: verder}}}
initial: a
states:
  a: {label: {nl: "Bij {street_name}"}, say: {nl: "{customer_name}, dag {street_name|u}."}, on: {go: b}}
  b: {type: final}
"""


def test_a_gap_without_a_value_shows_in_brackets_what_belongs_there(browser: Browser, tmp_path: Path) -> None:
    with walking(browser, walkthrough_html(parse_policy(GAPS)), tmp_path) as walker:
        assert walker.heading() == "Bij (street name)"
        assert walker.texts(".say li") == ["“(naam van de klant), dag u.”"]
        walker.tab_to("naam van de klant")
        walker.page.keyboard.type("Jansen")
        walker.press("Tab")
        assert walker.texts(".say li") == ["“Jansen, dag u.”"]
