"""What must be done stands in words on every print, at the step that asks for it."""

from __future__ import annotations

from policy_engine.diagrams.card.card import card
from policy_engine.diagrams.card.phrases import duties
from policy_engine.diagrams.cue_strip import cue_strip_html
from policy_engine.diagrams.duties import must_words, musts_of, until_words
from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.graph.content import notes_of
from policy_engine.diagrams.handbook.states import card_blocks
from policy_engine.diagrams.lacking import lacking
from policy_engine.diagrams.paper import Paper
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
    assert all(f"moet {line}" in drawn for line in DUTCH)


def test_the_poster_in_words_and_the_graphs_tell_it() -> None:
    told = "\n".join(steps_of(FIGURE, "nl"))

    assert "Moet binnen 10 werkdagen: antwoord geven." in told
    assert list(notes_of(FIGURE, CHART.states[2], "nl")) == [f"moet {line}" for line in DUTCH]


def test_the_handbook_lists_it_under_a_heading_of_its_own() -> None:
    blocks = [*card_blocks(FIGURE, FIGURE.cards["waiting"], "nl")]

    (found,) = [block for block in blocks if isinstance(block, Together)]
    assert "Moet gebeuren" in str(found.blocks[0])
    assert isinstance(found.blocks[1], Bullets)


def test_the_handbook_names_what_takes_it_away() -> None:
    ended = POLICY.replace("within: 24 h", "within: 24 h, until: [waiting, over]")
    chart = chart_of(ended)
    (must,) = musts_of(chart, chart.states[1])

    assert (
        "within 24 hours: write a report or call back (lapses when “Waiting” or “Over” begins)"
        == until_words(chart, must, "en")
    )
    blocks = str([*card_blocks(figure_of(chart), figure_of(chart).cards["talk"], "nl")])
    assert "of terugbellen (vervalt als “Waiting” of “Over” begint)" in blocks


AGREED = """
policy: agreed
format: 1
version: "1"
parameters: {term: {range: 1..9, default: 2, label: agreed days}}
events: {done: {}, late: {}}
initial: open
states:
  open:
    say: "We answer in {term|some} days."
    must: {event: done, within: term days}
    entry: [{send: {event: late, delay: term days}}]
    on: {done: over, late: {}}
    after: {term days: over}
  over: {type: final}
"""


def test_a_time_from_a_parameter_is_the_number_in_force_on_poster_and_card() -> None:
    figure = figure_of(chart_of(AGREED))
    languages, paper = figure.chart.languages, Paper("a4")

    [plain] = poster(figure, languages=languages, paper=paper, look=Look())
    [set_to] = poster(figure, languages=languages, paper=paper, look=Look(), parameters={"term": 3})
    sides = card(figure, languages[0], Look(), {"term": 3})
    first, second, own = (
        " ".join(text.words for scene in scenes for text in texts(scene))
        for scenes in ([plain], [set_to], sides)
    )
    assert all(part in first for part in ("within 2 days: done", "after 2 days", "late in 2 days"))
    assert all(part in second for part in ("within 3 days: done", "after 3 days", "“We answer in 3 days.”"))
    assert "Within 3 days: done" in own


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
