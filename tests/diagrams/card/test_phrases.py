"""The words that stand on the card."""

from policy_engine.diagrams.card.phrases import endings, rules, says
from policy_engine.diagrams.figure import figure_of
from tests.diagrams.examples import chart_of, figure

ENDING = """
policy: ending
format: 1
version: "1"
roles: {agent: {}, caller: {}}
events:
  worse: {actor: caller, tone: escalates}
  ended: {actor: agent, tone: ends}
  hangs_up: {actor: caller, tone: ends}
initial: talk
states:
  talk: {say: "Hello.", on: {worse: stop, hangs_up: over}, forbid: {worse: "No.", ended: "Warn first."}}
  stop: {say: "Goodbye.", on: {ended: over}, forbid: {hangs_up: "Hold the line."}}
  over: {type: final}
"""


def test_a_phrase_is_quoted_and_bears_a_star_where_it_has_a_condition() -> None:
    found = figure("long_words")

    assert says(found, "emotieherkenning", "en")[0].endswith("the time you need.” *")
    assert says(found, "telefoonaanname", "en")[0].endswith("be of service to you?”")
    assert () == says(found, "afgerond", "en")


def test_a_phrase_is_filled_in_with_the_values_in_force() -> None:
    promise = ENDING.replace("roles:", "parameters: {term: {range: 1..5, default: 2, label: days}}\nroles:")
    found = figure_of(chart_of(promise.replace("Hello.", "Within {term} days.")))

    assert ("“Within 4 days.”",) == says(found, "talk", "en", {"term": 4})
    assert ("“Within (days) days.”",) == says(found, "talk", "en")


def test_it_is_ended_in_the_steps_in_which_the_one_who_acts_ends_it() -> None:
    assert ("stop",) == endings(figure_of(chart_of(ENDING)))


def test_a_rule_tells_in_which_steps_ending_it_is_not_allowed() -> None:
    found = figure_of(chart_of(ENDING))

    assert ("Warn first. (step 1)",) == rules(found, found.spine, "en")
