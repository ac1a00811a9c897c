"""Who may report what happens stands where a reader of a print would not know."""

from __future__ import annotations

import pytest

from policy_engine.diagrams.card.moments import moment_words, moments_of
from policy_engine.diagrams.figure import Figure, figure_of
from policy_engine.diagrams.handbook.states import card_blocks
from policy_engine.diagrams.handbook.tables import events_table
from policy_engine.diagrams.phrasing import trigger_words
from policy_engine.diagrams.reporting import person_words, reported_words
from tests.diagrams.examples import chart_of

POLICY = """
roles: {agent: {label: Agent}, manager: {label: Team lead}, customer: {label: Customer}}
events:
  shouts: {actor: customer, by: [agent, manager]}
  files: {by: [manager]}
  decides: {actor: manager, by: [manager]}
  joins: {by: [manager], label: the team lead joins}
  pauses: {actor: agent}
  other: {}
context: {known: {flag: false}}
actions: {note: {}}
initial: talk
states:
  talk:
    role: agent
    initial: one
    on:
      joins: {do: [note]}
      files: {do: [note]}
    states:
      one:
        on:
          shouts: two
          decides: two
          files: [{when: known, target: two}, {else: led}]
          joins: led
          other: [{when: known, by: agent, target: two}, {when: known, by: manager, target: led}, {else: two}]
      two: {on: {shouts or files: over, pauses or decides: {target: over, label: stops}}}
      led: {role: manager, on: {files: over, shouts: over, other: {by: manager, target: over}}}
  over: {type: final}
"""


@pytest.fixture(scope="module")
def figure() -> Figure:
    return figure_of(chart_of(f"policy: who\nformat: 1\nversion: '1'\n{POLICY}"))


@pytest.mark.parametrize(
    ("link", "trigger", "shown", "brief"),
    [
        ("one.on.shouts.0", "shouts", "shouts", "shouts"),
        ("one.on.decides.0", "decides", "decides (Team lead)", "decides"),
        ("one.on.files.0", "files", "files (Team lead)", "files (Team lead)"),
        ("one.on.joins.0", "the team lead joins", "the team lead joins", "the team lead joins"),
        ("one.on.other.0", "other", "other (Agent)", "other (Agent)"),
        ("one.on.other.1", "other", "other (Team lead)", "other (Team lead)"),
        ("one.on.other.2", "other", "other", "other"),
        (
            "two.on.shouts|files.0",
            "shouts or files",
            "shouts or files (Team lead)",
            "shouts or files (Team lead)",
        ),
        ("two.on.pauses|decides.0", "stops", "stops (decides: Team lead)", "stops"),
        ("led.on.files.0", "files", "files", "files"),
        ("led.on.other.0", "other", "other", "other"),
        ("talk.on.files.0", "files", "files (Team lead)", "files (Team lead)"),
    ],
)
def test_a_poster_names_who_reports_it_where_the_card_would_mislead(
    figure: Figure, link: str, trigger: str, shown: str, brief: str
) -> None:
    found = next(item for item in figure.links if item.id == link)

    assert shown == reported_words(figure, found, trigger, "")
    assert brief == reported_words(figure, found, trigger, "", brief=True)


def test_the_list_in_words_says_by_whom_beside_conditions_too(figure: Figure) -> None:
    said = {link.id: trigger_words(figure, link, "") for link in figure.links}

    assert "files (if known, by Team lead)" == said["one.on.files.0"]
    assert "files (otherwise, by Team lead)" == said["one.on.files.1"]
    assert "stops (decides by Team lead)" == said["two.on.pauses|decides.0"]
    assert ["The team lead joins (by Team lead): note"] == [
        moment_words(figure, one, "") for one in moments_of(figure)
    ]


def test_the_handbook_fills_in_who(figure: Figure) -> None:
    events = figure.chart.events

    assert {
        "shouts": "Customer, reported by Agent or Team lead",
        "files": "Team lead",
        "decides": "Team lead",
        "joins": "Team lead",
        "pauses": "Agent",
        "other": "",
    } == {name: person_words(figure.chart, event, "") for name, event in events.items()}
    assert "Customer, reported by Agent or Team lead" in str([*events_table(figure.chart, "")])
    assert "known, by Team lead" in str([*card_blocks(figure, figure.cards["one"], "")])
