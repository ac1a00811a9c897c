"""The lesson in a real browser, in a frame of a learning platform, by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame

from policy_engine.diagrams.scorm.lesson import calls_of
from policy_engine.diagrams.scorm.package import lesson_html, scorm_zip
from policy_engine.model.scenarios import Scenario
from policy_engine.policy import Policy, load_policy
from tests.diagrams.examples import ROOT
from tests.diagrams.scorm.platform import platform
from tests.diagrams.scorm.scenarios import scenarios_of
from tests.diagrams.walkthrough.walker import walking


@pytest.fixture(scope="module")
def flagship() -> Policy:
    return load_policy(str(ROOT / "policies" / "aggressive_caller.yaml"))


@pytest.fixture(scope="module")
def two(flagship: Policy) -> tuple[Scenario, ...]:
    """One that ends early because of another parameter, and one with a refusal."""
    scenarios = scenarios_of(flagship)
    return (scenarios["two_warnings_are_enough"], scenarios["third_warning_ignored"])


@pytest.fixture(scope="module")
def package(flagship: Policy, two: tuple[Scenario, ...]) -> bytes:
    return scorm_zip(flagship, two)


@pytest.fixture(scope="module")
def right(flagship: Policy, two: tuple[Scenario, ...]) -> list[int]:
    """The right answers, in order."""
    calls = calls_of(flagship, two, ("nl", "en"))
    return [move.question.right for call in calls for move in call.moves if move.question is not None]


def press(lesson: Frame, key: str) -> None:
    lesson.page.keyboard.press(key)


def begin(lesson: Frame) -> None:
    """To the first question of a visit, by keyboard."""
    lesson.focus("button.main")
    press(lesson, "Enter")
    while lesson.locator("#asked").count() == 0 and lesson.locator("[data-key='go on']").count():
        press(lesson, "Enter")


def answer(lesson: Frame, option: int) -> str:
    """Answers the question of now with a letter and goes on; gives the verdict."""
    press(lesson, "abcd"[option])
    verdict = lesson.inner_text(".verdict")
    while lesson.locator("#asked").count() == 0 and lesson.locator("[data-key='go on']").count():
        press(lesson, "Enter")
    return verdict


def test_a_whole_lesson_is_told_to_the_platform_in_order(
    browser: Browser, package: bytes, right: list[int]
) -> None:
    with platform(browser, package) as platform_:
        lesson = platform_.visit()
        assert platform_.told() == ["Initialize", "cmi.core.lesson_status", "Commit"]
        assert platform_.value("cmi.core.lesson_status") == "incomplete"

        begin(lesson)
        verdicts = [answer(lesson, option) for option in right]

        assert {verdict.partition(" ")[0] for verdict in verdicts} == {"Goed."}
        told = platform_.told()
        assert told[:3] == ["cmi.suspend_data", "cmi.core.lesson_location", "Commit"]
        assert told[-7:] == [
            "cmi.core.score.raw",
            "cmi.core.score.min",
            "cmi.core.score.max",
            "cmi.core.lesson_status",
            "cmi.suspend_data",
            "cmi.core.lesson_location",
            "Commit",
        ]
        assert "Finish" not in told
        assert [platform_.value(f"cmi.core.score.{name}") for name in ("raw", "min", "max")] == [
            "100",
            "0",
            "100",
        ]
        assert platform_.value("cmi.core.lesson_status") == "passed"
        assert "Geslaagd: 100 van de 100 punten." in lesson.inner_text("#step")
        assert "Naam: De Wit, A." in lesson.inner_text(".signed")

        platform_.leave()
        assert platform_.told() == ["cmi.core.session_time", "cmi.core.exit", "Commit", "Finish"]
        assert platform_.value("cmi.core.exit") == ""
        assert len(platform_.value("cmi.core.session_time").split(":")) == 3


def test_too_few_right_answers_fail_and_a_better_try_counts(
    browser: Browser, package: bytes, right: list[int]
) -> None:
    with platform(browser, package) as platform_:
        lesson = platform_.visit()
        begin(lesson)
        verdicts = [answer(lesson, 1 if option == 0 else 0) for option in right]
        assert verdicts[0].startswith("Niet goed. Het protocol zegt: ")
        assert platform_.value("cmi.core.lesson_status") == "failed"
        assert platform_.value("cmi.core.score.raw") == "0"
        assert lesson.locator(".answers .wrong").count() == len(right)

        lesson.focus("[data-key='try again']")
        press(lesson, "Enter")
        begin(lesson)
        for option in right:
            answer(lesson, option)

        assert platform_.value("cmi.core.lesson_status") == "passed"
        assert platform_.value("cmi.core.score.raw") == "100"


def test_a_worse_try_does_not_take_a_pass_away(browser: Browser, package: bytes, right: list[int]) -> None:
    with platform(browser, package) as platform_:
        lesson = platform_.visit()
        begin(lesson)
        for option in right:
            answer(lesson, option)
        lesson.focus("[data-key='try again']")
        press(lesson, "Enter")
        begin(lesson)
        for option in right:
            answer(lesson, 1 if option == 0 else 0)

        assert platform_.value("cmi.core.lesson_status") == "passed"
        assert platform_.value("cmi.core.score.raw") == "100"
        assert "Uw beste uitslag, 100 punten, blijft staan." in lesson.inner_text(".result")


def test_a_second_visit_goes_on_where_the_first_one_stopped(
    browser: Browser, package: bytes, right: list[int]
) -> None:
    with platform(browser, package) as platform_:
        lesson = platform_.visit()
        begin(lesson)
        for option in right[:3]:
            answer(lesson, option)
        platform_.told()
        lesson.focus("[data-key=close]")
        press(lesson, "Enter")
        assert platform_.told() == ["cmi.core.session_time", "cmi.core.exit", "Commit", "Finish"]
        assert platform_.value("cmi.core.exit") == "suspend"
        assert "Bewaard." in lesson.inner_text("#step")
        asked = f"Vraag 4 van {len(right)}"

        lesson = platform_.visit()
        assert platform_.told()[:1] == ["Initialize"]
        begin(lesson)

        assert asked in lesson.inner_text("#step")
        assert lesson.inner_text(".step-now .label") == "Waarschuwen"
        for option in right[3:]:
            answer(lesson, option)
        assert platform_.value("cmi.core.score.raw") == "100"
        assert len(platform_.value("cmi.suspend_data")) <= 4096


@pytest.mark.parametrize(
    "kept",
    ["1 00000000 - {0}", "2 {digest} - {0}", "1 {digest} - 0", "rubbish"],
    ids=["other policy", "other form", "other questions", "rubbish"],
)
def test_what_was_kept_for_another_lesson_is_not_taken_up(
    browser: Browser, flagship: Policy, package: bytes, right: list[int], kept: str
) -> None:
    with platform(browser, package) as platform_:
        was = kept.format("0" * (len(right) - 1) + "-", digest=flagship.digest[:8])
        platform_.page.evaluate("was => { data['cmi.suspend_data'] = was; }", was)
        lesson = platform_.visit()
        begin(lesson)

        assert "Vraag 1 van" in lesson.inner_text("#step")


def test_the_platform_may_ask_for_another_score(browser: Browser, package: bytes, right: list[int]) -> None:
    with platform(browser, package) as platform_:
        platform_.page.evaluate("data['cmi.student_data.mastery_score'] = '5'")
        lesson = platform_.visit()
        assert "5 van de 100 punten" in lesson.inner_text(".card")
        begin(lesson)
        answer(lesson, right[0])
        for option in right[1:]:
            answer(lesson, 1 if option == 0 else 0)

        assert platform_.value("cmi.core.lesson_status") == "passed"


def test_a_lesson_in_english_reads_well(browser: Browser, package: bytes, right: list[int]) -> None:
    with platform(browser, package) as platform_:
        lesson = platform_.visit()
        lesson.focus("#languages [lang=en]")
        press(lesson, "Enter")
        assert lesson.get_attribute("html", "lang") == "en"
        begin(lesson)
        assert "“That bill is all wrong!”" in lesson.inner_text("blockquote")
        assert lesson.inner_text("#asked") == "Which step comes now?"
        assert answer(lesson, right[0]) == "Right."


@pytest.mark.no_cover
def test_without_a_platform_it_says_that_no_score_is_kept(
    browser: Browser, flagship: Policy, two: tuple[Scenario, ...], tmp_path: Path
) -> None:
    with walking(browser, lesson_html(flagship, two[1:], ("nl", "en")), tmp_path) as walker:
        assert "Er is geen leerplatform gevonden" in walker.texts(".over")[0]
        assert walker.nameless() == []
        walker.choose("Beginnen")
        walker.press("Enter", "c")
        assert walker.texts(".verdict") == ["Goed."]
        assert walker.announced().startswith("Oefening 1 van 1")
        walker.press("Enter", "ArrowDown", "Enter", "Enter", "b")
        assert walker.texts(".verdict") == ["Goed. Eerst waarschuwen, dan pas beëindigen."]
        assert walker.page.locator("g.now").get_attribute("id") == "state-warn"
        assert walker.nameless() == []


def test_the_result_prints_without_what_can_only_be_clicked(
    browser: Browser, package: bytes, right: list[int]
) -> None:
    with platform(browser, package) as platform_:
        lesson = platform_.visit()
        begin(lesson)
        for option in right:
            answer(lesson, option)
        platform_.page.emulate_media(media="print")

        assert lesson.is_visible(".result table")
        assert lesson.is_hidden("[data-key=print]")


def test_a_platform_that_opened_the_window_is_found(browser: Browser, package: bytes) -> None:
    with platform(browser, package) as platform_:
        with platform_.page.expect_popup() as opened:
            platform_.page.evaluate("window.open('index.html')")
        opened.value.wait_for_selector("#step")

        assert platform_.told() == ["Initialize", "cmi.core.lesson_status", "Commit"]
        opened.value.close()
