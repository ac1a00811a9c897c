"""The preview in a real browser: a call is played, the file is saved, broken and mended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from policy_engine.authoring.preview.looking import Looking
from policy_engine.authoring.preview.serving import Serving
from tests.authoring.preview.texts import DESK
from tests.diagrams.browser import chromium, launched
from tests.diagrams.walkthrough.walker import MOST_LOOKS, Walker

HOSTILE = '</script><img src=x onerror=alert(1)> `{{x}}` & \\" <!--'


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; the test is skipped, in a word, where there is none."""
    if (program := chromium()) is None:
        pytest.skip("no Chromium")
    with launched(program) as started:
        yield started


class Author(Walker):
    """Somebody who writes a policy, with the preview beside it."""

    file: Path

    def save(self, text: str) -> None:
        """Saves the file as an editor does: another one is put in its place."""
        beside = self.file.with_name(".desk.tmp")
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.file)

    def sees(self, selector: str, words: str) -> str:
        """Waits until something shows these words, and gives all that it shows."""
        text = ""
        for _ in range(MOST_LOOKS):
            found = self.page.locator(selector)
            text = found.first.inner_text() if found.count() else ""
            if words in text:
                return text
            self.page.wait_for_timeout(20)
        raise AssertionError(f"{selector} never showed {words!r} but {text!r}")

    def calls(self, *words: str) -> None:
        """Chooses events by their labels."""
        for one in words:
            self.page.locator("#choices .choice", has_text=one).first.click()


@contextmanager
def previewing(
    browser: Browser, folder: Path, text: str, language: str = "en", width: int = 1280
) -> Iterator[Author]:
    """A preview of a file; at its end nothing may be wrong with it, and it asked for nothing elsewhere."""
    file = folder / "desk.yaml"
    file.write_text(text, encoding="utf-8")
    with Serving(Looking(file, Path.read_bytes, language), "secret", 0) as serving:
        page = browser.new_page(viewport={"width": width, "height": 900})
        author = Author(page)
        author.file = file
        page.goto(serving.url)
        yield author
        page.close()
    assert [] == author.complaints
    assert all(request.startswith(serving.url) for request in author.requests)


def test_a_saved_change_is_drawn_and_the_call_is_kept(browser: Browser, tmp_path: Path) -> None:
    with previewing(browser, tmp_path, DESK) as author:
        author.sees("#step", "Luisteren")
        author.calls("scheldt", "kalmeert")
        author.sees("#step", "Laatste woord")
        author.page.locator("#languages button", has_text="English").click()
        author.save(DESK.replace("en: Last word", "en: The very last word"))
        step = author.sees("#step", "The very last word")
        kept = author.sees("#standing", "Drawn anew. All 2 steps of your call were done again.")
        proved = author.sees("#verdict", "1 of 1 properties are proved")
        lit = author.page.locator("#diagram-frame g.now").count()

    assert "Step 3" in step
    assert "Mistakes: 0." in proved
    assert kept.endswith("again.")
    assert lit


def test_it_is_told_from_where_a_call_cannot_be_kept(browser: Browser, tmp_path: Path) -> None:
    with previewing(browser, tmp_path, DESK, "nl") as author:
        author.sees("#step", "Luisteren")
        author.calls("scheldt", "kalmeert", "betaalt")
        author.page.locator(".data button").first.click()
        author.sees("#step", "Klaar")
        author.save(DESK.replace("when: warnings <= most", "when: warnings > most"))
        changed = author.sees("#standing", "tot stap 1 van 3")
        step = author.sees("#step", "Waarschuwen")
        author.save(DESK.replace("insults", "swears"))
        gone = author.sees("#standing", "is er niet meer")
        author.sees("#step", "Luisteren")

    assert "“kalmeert” wordt nu anders beantwoord" in changed
    assert "Stap 2" in step
    assert "tot stap 0 van 1" in gone


def test_a_broken_file_shows_its_mistakes_and_the_last_good_poster(browser: Browser, tmp_path: Path) -> None:
    with previewing(browser, tmp_path, DESK, width=400) as author:
        author.sees("#step", "Luisteren")
        author.calls("scheldt")
        author.save(DESK.replace("target: last}", "target: lost}"))
        finding = author.sees(".finding", "lost")
        standing = author.sees("#standing", "laatste versie zonder")
        step = author.sees("#step", "Waarschuwen")
        author.page.locator("#languages button", has_text="English").click()
        english = author.sees(".finding", "did you mean")
        wide = author.page.evaluate("() => document.documentElement.scrollWidth")
        nameless = author.nameless()
        author.save(DESK)
        author.sees("#verdict", "Mistakes: 0")
        after = author.sees("#standing", "")

    assert "regel 22" in finding
    assert "undeclared-state" in finding
    assert "De poster en het gesprek" in standing
    assert "Stap 2" in step
    assert "mistake · line 22" in english
    assert wide <= 400
    assert [] == nameless
    assert "lost" not in after


def test_a_course_that_shows_a_finding_is_unfolded_on_paper(browser: Browser, tmp_path: Path) -> None:
    text = DESK.replace("{reachable: final, from: any}", "{never: {enter: warn}}")
    with previewing(browser, tmp_path, text, "nl") as author:
        author.sees(".finding.error", "kan worden betreden")
        folded = author.page.locator(".finding.error ol").is_visible()
        author.page.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
        course = author.sees(".finding.error ol", "scheldt")

    assert not folded
    assert "warn" in course


def test_a_file_that_begins_broken_is_drawn_when_it_is_mended(browser: Browser, tmp_path: Path) -> None:
    broken = DESK.replace("initial: listen\n", f'initial: listen\nnote: "{HOSTILE}"\nx: "{HOSTILE}"\n')
    with previewing(browser, tmp_path, broken, "nl") as author:
        author.sees("#standing", "verschijnen als het bestand geen fouten heeft")
        finding = author.sees(".finding", "x")
        title = author.page.title()
        author.save(DESK.replace("nl: Luisteren", f'nl: "{HOSTILE}"'))
        author.sees("#step .label", "<img src=x onerror=alert(1)>")

    assert "Voorbeeld: desk.yaml" == title
    assert "fout · regel" in finding


def test_facts_and_parameters_are_kept_and_time_is_waited_again(browser: Browser, tmp_path: Path) -> None:
    with previewing(browser, tmp_path, DESK) as author:
        author.sees("#step", "Luisteren")
        author.page.evaluate("() => policyPreview.walk().view.language")
        author.page.locator("details", has_text="mood").first.evaluate("one => { one.open = true; }")
        author.page.locator('[data-key="parameter most"]').select_option(index=0)
        author.page.locator('[data-key="fact mood"]').select_option("angry")
        author.calls("scheldt")
        author.page.locator("#choices .choice.time").click()
        author.sees("#step", "Laatste woord")
        author.save(DESK.replace("nl: Laatste woord", "nl: Allerlaatste woord"))
        author.sees("#step", "Allerlaatste woord")
        kept = author.sees("#standing", "3")
        author.save(DESK.replace("2 min", "3 min"))
        other = author.sees("#standing", "in die tijd gebeurt er iets anders")
        most = author.page.locator('[data-key="parameter most"]').evaluate("one => one.selectedIndex")
        author.save(DESK.replace("[calm, angry]", "[calm, cross]"))
        gone = author.sees("#standing", "is er niet meer")

    assert "Alle 3 stappen" in kept
    assert "tot stap 2 van 3" in other
    assert 0 == most
    assert "het feit “mood”" in gone


def test_when_the_preview_ends_the_page_says_so(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "desk.yaml"
    file.write_text(DESK, encoding="utf-8")
    page = browser.new_page()
    author = Author(page)
    with Serving(Looking(file, Path.read_bytes, "nl"), "secret", 0) as serving:
        page.goto(serving.url)
        author.sees("#step", "Luisteren")
    standing = author.sees("#standing", "Het voorbeeld is gestopt.")
    author.calls("scheldt")
    step = author.sees("#step", "Waarschuwen")
    page.close()

    assert standing.startswith("Het voorbeeld")
    assert "Stap 2" in step
