"""The cue strip in a real browser: one state at a time, without a program."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from policy_engine.diagrams.cue_strip import cue_strip_html
from tests.diagrams.examples import READY, TEN, chart, chart_of, figure


@pytest.fixture
def strip(tmp_path: Path) -> Path:
    ready = next(path for path in READY if path.stem == "aggressive_caller")
    path = tmp_path / "strip.html"
    path.write_text(cue_strip_html(chart(ready), "nl"), "utf-8")
    return path


def shown(browser: Browser, path: Path, fragment: str, script: bool = False) -> str:
    with (
        browser.new_context(viewport={"width": 300, "height": 900}, java_script_enabled=script) as context,
        context.new_page() as page,
    ):
        page.goto(f"{path.as_uri()}{fragment}")
        return page.locator("main").inner_text()


def test_the_fragment_chooses_the_state(browser: Browser, strip: Path) -> None:
    text = shown(browser, strip, "#state-warn")

    assert text.startswith("5 Waarschuwen")
    assert "Gaat dit zo door, dan beëindig ik het gesprek." in text
    assert "1 Herkennen" not in text


def test_without_a_fragment_the_first_state_is_shown(browser: Browser, strip: Path) -> None:
    assert shown(browser, strip, "").startswith("1 Herkennen")


def test_it_is_no_wider_than_300_pixels(browser: Browser, strip: Path) -> None:
    with browser.new_page(viewport={"width": 300, "height": 900}) as page:
        page.goto(f"{strip.as_uri()}#state-warn")

        assert page.evaluate("document.documentElement.scrollWidth") <= 300


@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_every_state_has_its_section(path: Path) -> None:
    policy = chart(path)
    leaves = [state.id for state in policy.states if state.kind in ("atomic", "final")]
    page = cue_strip_html(policy, "en")

    assert all(1 == page.count(f'<section id="state-{leaf}"') for leaf in leaves)


def test_what_is_not_allowed_is_said_once() -> None:
    ready = next(path for path in READY if path.stem == "aggressive_caller")
    page = cue_strip_html(chart(ready), "nl")

    assert "<h3>Mag nu niet</h3>" in page
    assert "niet toegestaan" not in page.lower()


def test_what_a_step_takes_itself_is_not_told_of_the_boxes_around_it() -> None:
    ready = next(path for path in READY if path.stem == "aggressive_caller")
    section = (
        cue_strip_html(chart(ready), "nl").split('<section id="state-waiting"')[1].split("</section>")[0]
    )

    assert 1 == section.count("rukt op de hulpknop")
    assert "<li> →" not in section
    assert "Drukt op de hulpknop → blijft hier: leidinggevende inlichten (met spoed)" in section


def test_events_that_come_through_are_told_without_the_others() -> None:
    box = """
policy: box
format: 1
version: "1"
events: {help: {}, stop: {}}
initial: talk
states:
  talk:
    on: {help or stop: over}
    initial: one
    states:
      one: {on: {help: {}}}
  over: {type: final}
"""
    section = cue_strip_html(chart_of(box), "en").split("</section>")[0]

    assert "<li>Help → stays here</li>" in section
    assert "<li>Stop → " in section


def test_an_end_is_told_as_what_it_ends() -> None:
    page = cue_strip_html(chart(next(path for path in TEN if path.stem == "call_and_watch")), "nl")

    assert 2 == page.count("<p>Spoor klaar</p>")
    assert 1 == page.count("<p>Einde</p>")


def test_a_text_never_becomes_markup() -> None:
    text = """
policy: nasty
format: 1
version: "1"
title: "<script>alert(1)</script>"
events: {go: {label: '"><img src=x>'}}
initial: one
states:
  one: {label: "</title><b>", say: "<i>&amp;</i>", on: {go: two}}
  two: {type: final}
"""
    page = cue_strip_html(chart_of(text), "en")

    assert not any(bad in page for bad in ("<script", "<img", "<b>", "<i>"))
    assert "&lt;i&gt;&amp;amp;&lt;/i&gt;" in page


def test_a_way_into_a_box_that_is_remembered_names_the_box_and_no_step() -> None:
    strip = cue_strip_html(figure("hold_the_line").chart, "nl")

    assert "Wordt rustig → terug naar de laatste stap in Verkennen" in strip
