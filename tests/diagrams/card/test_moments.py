"""What may happen in several steps of the ladder, and in which of them."""

from policy_engine.diagrams.card.moments import heading, moment_words, moments_of, open_steps
from policy_engine.diagrams.figure import Figure, figure_of
from tests.diagrams.examples import chart_of, figure

# A box with three steps. `help` and `stop` lead out of it; the second step takes `help` itself, the first
# only under a condition, the third forbids `stop`.
BOX = """
policy: box
format: 1
version: "1"
facts: {known: {flag: false}}
events: {worse: {tone: escalates}, help: {}, stop: {}, note: {}, back: {}, count: {}, resume: {}}
actions: {log: {}}
context: {seen: {flag: false}}
initial: talk
states:
  talk:
    initial: one
    on:
      help or stop: aside
      note: {do: [log]}
      count: {do: [{set: {seen: true}}]}
      worse: over
      resume: last
    states:
      one: {on: {worse: two, help: {when: known, target: two}}}
      two: {on: {worse: three, help: {}}}
      three: {forbid: {stop: "Not now."}}
  pause:
    initial: short
    on: {back: one}
    states:
      last: {type: history}
      short: {on: {worse: long}}
      long: {}
  aside: {on: {back: over}}
  over: {type: final}
"""


def told(found: Figure) -> list[tuple[str, str]]:
    return [
        (heading(found, moment.steps, "en"), moment_words(found, moment, "en"))
        for moment in moments_of(found)
    ]


def test_an_event_holds_in_the_steps_that_let_it_through() -> None:
    assert [
        ("In step 1 and 3", "Help → Aside"),
        ("In step 1 and 2", "Stop → Aside"),
        ("At any moment", "Note: log"),
    ] == told(figure_of(chart_of(BOX)))


def test_branches_that_lead_to_one_card_whatever_holds_are_told_once_without_their_conditions() -> None:
    whatever = BOX.replace("help or stop: aside", "help: [{when: known, target: aside}, {else: aside}]")
    sometimes = BOX.replace("help or stop: aside", "help: [{when: known, target: aside}, {else: long}]")

    assert ("In step 1 and 3", "Help → Aside") in told(figure_of(chart_of(whatever)))
    assert ("In step 1 and 3", "Help (if known) → Aside") in told(figure_of(chart_of(sometimes)))


def test_what_several_boxes_listen_to_is_told_once_for_the_steps_of_all_of_them() -> None:
    several = """
policy: several
format: 1
version: "1"
events: {worse: {tone: escalates}, help: {}}
initial: talk
states:
  talk:
    initial: one
    on: {help: aside}
    states: {one: {on: {worse: two}}, two: {on: {worse: three}}}
  danger:
    initial: three
    on: {help: aside}
    states: {three: {on: {worse: four}}, four: {on: {worse: over}}}
  aside: {on: {worse: over}}
  over: {type: final}
"""

    assert [("At any moment", "Help → Aside")] == told(figure_of(chart_of(several)))


def test_what_leads_back_to_where_one_was_or_only_counts_is_not_told() -> None:
    assert ["asks_to_wait", "looks_it_up"] == [
        event for moment in moments_of(figure("hold_the_line")) for event in moment.events
    ]


def test_any_moment_is_said_only_where_it_holds_in_every_step_but_the_end() -> None:
    found = figure("hold_the_line")

    assert "Op elk moment" == heading(found, open_steps(found), "nl")
    assert "In stap 1–3" == heading(found, open_steps(found)[:-1], "nl")
