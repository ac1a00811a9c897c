from __future__ import annotations

import pytest

from tests.verify.proving import events, findings

POLICY = """
languages: [en, nl]
events: {{threat: {{}}, ended: {{}}, debriefed: {{}}}}
initial: talk
states:
  talk: {{on: {{threat: danger, ended: closed}}}}
  danger:
    must: {{debrief: {{event: debriefed, within: 24 h, label: {{en: Debrief, nl: Nabespreking}}{until}}}}}
    on: {{{on}}}
  waiting: {{on: {{debriefed: closed}}}}
  closed: {{type: final}}
properties: {{{properties}}}
"""


def policy(on: str, until: str = "", properties: str = "") -> str:
    return POLICY.format(on=on, until=until, properties=properties)


def test_what_can_be_open_when_the_session_ends_is_warned_of_with_a_shortest_course() -> None:
    (found,) = findings(policy("ended: closed"))

    assert (found.severity, found.code, found.line, found.column) == ("warning", "must-left-open", 11, 12)
    assert events(found) == ["the start", "threat", "ended"]
    assert "`closed`" in str(found.help)


@pytest.mark.parametrize(
    ("on", "until"),
    [
        ("ended: closed", ", until: [closed]"),
        ("ended: waiting", ""),
        ("debriefed: closed", ""),
        ("ended: {}", ""),
    ],
    ids=["it need not be met any more", "a state waits for it", "it ends with it", "it does not end"],
)
def test_what_is_met_or_lifted_before_the_end_is_not_warned_of(on: str, until: str) -> None:
    assert () == findings(policy(on, until))


def test_it_is_looked_for_beside_properties_and_for_every_choice_of_parameters() -> None:
    text = "parameters: {p: {range: 1..2, default: 1}}" + policy(
        "ended: [{when: p > 1, target: closed}, {else: waiting}]",
        properties="q: {reachable: danger, from: talk}",
    )

    (found,) = findings(text)

    assert found.code == "must-left-open"
    assert "p = 2" in found.trail[0]


def test_in_a_course_what_is_due_is_told_as_overdue() -> None:
    text = policy(
        "ended: waiting", properties="q: {whenever: {enter: danger}, then: {enter: closed}, within: 24 h}"
    )
    (found,) = findings(text)

    dutch = found.localized("nl")

    assert "`debrief` (Debrief) is overdue → `danger`" in found.trail
    assert "`debrief` (Nabespreking) is over tijd → `danger`" in dutch.trail
