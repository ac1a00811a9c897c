"""What must be done stands in words on every print, at the step that asks for it."""

from __future__ import annotations

from policy_engine.diagrams.card.phrases import duties
from policy_engine.diagrams.cue_strip import cue_strip_html
from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.graph.content import notes_of
from policy_engine.diagrams.handbook.states import card_blocks
from policy_engine.diagrams.lacking import lacking
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.phrasing import must_words, musts_of
from policy_engine.diagrams.poster import poster
from policy_engine.diagrams.sheets.model import Bullets, Together
from policy_engine.diagrams.steps import steps_of
from policy_engine.diagrams.theme import Look
from tests.diagrams.examples import chart_of
from tests.diagrams.poster.geometry import texts

POLICY = """
policy: appeals
format: 1
version: "1"
languages: [nl, en]
roles: {agent: {}}
events:
  appeals: {label: {nl: maakt bezwaar, en: appeals}, tone: escalates}
  answered: {label: {nl: bezwaar is beantwoord, en: appeal is answered}}
  ends: {}
actions:
  write_report: {label: {nl: verslag schrijven, en: write a report}}
  call_back: {label: {nl: terugbellen, en: call back}}
initial: talk
states:
  talk:
    must: {action: write_report or call_back, within: 24 h}
    say: {nl: Dag., en: Hello.}
    on: {appeals: waiting}
  waiting:
    say: {nl: Wij antwoorden u., en: We will answer.}
    must:
      answer: {event: answered, within: 10 working_days, label: {nl: antwoord geven, en: give an answer}}
      told: {event: [answered, appeals], within: 2 days at 09:00}
    on: {ends: over}
  over: {type: final}
"""
CHART = chart_of(POLICY)
FIGURE = figure_of(CHART)
DUTCH = [
    "binnen 10 werkdagen: antwoord geven",
    "binnen 2 dagen, om 9.00 uur: bezwaar is beantwoord of maakt bezwaar",
]


def test_it_is_told_with_its_time_and_its_own_label_or_that_of_what_meets_it() -> None:
    talk, waiting = CHART.states[1:3]

    assert [must_words(CHART, must, "nl") for must in musts_of(CHART, waiting)] == DUTCH
    assert [must_words(CHART, must, "en") for must in musts_of(CHART, talk)] == [
        "within 24 hours: write a report or call back"
    ]


def test_the_poster_has_a_line_for_each() -> None:
    [scene] = poster(FIGURE, languages=("nl",), paper=Paper("a4"), look=Look())

    drawn = " ".join(text.words for text in texts(scene))
    assert all(line in drawn for line in DUTCH)


def test_the_poster_in_words_and_the_graphs_tell_it() -> None:
    told = "\n".join(steps_of(FIGURE, "nl"))

    assert "Binnen 10 werkdagen: antwoord geven." in told
    assert list(notes_of(FIGURE, CHART.states[2], "nl")) == DUTCH


def test_the_handbook_lists_it_under_a_heading_of_its_own() -> None:
    blocks = [*card_blocks(FIGURE, FIGURE.cards["waiting"], "nl")]

    (found,) = [block for block in blocks if isinstance(block, Together)]
    assert "Moet gebeuren" in str(found.blocks[0])
    assert isinstance(found.blocks[1], Bullets)


def test_the_cue_strip_shows_it_with_the_step() -> None:
    page = cue_strip_html(CHART, "nl")

    assert "<h3>Moet gebeuren</h3><ul>\n<li>Binnen 10 werkdagen: antwoord geven</li>" in page
    assert page.count("Moet gebeuren") == 2


def test_the_card_names_the_step() -> None:
    assert duties(FIGURE, ["talk", "waiting"], "nl") == (
        "Binnen 24 uur: verslag schrijven of terugbellen (stap 1)",
        "Binnen 10 werkdagen: antwoord geven (stap 2)",
        "Binnen 2 dagen, om 9.00 uur: bezwaar is beantwoord of maakt bezwaar (stap 2)",
    )


def test_letters_that_cannot_be_drawn_are_found_in_its_texts_too() -> None:
    chart = chart_of(POLICY.replace("give an answer", "give an answer \N{SNOWMAN}"))

    assert lacking(chart, (), ("nl",)) == {}
    assert lacking(chart, (), ("en",)) == {"\N{SNOWMAN}": ("states.waiting.must.answer",)}
