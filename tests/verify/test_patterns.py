"""Each pattern finds the fault that is put into a policy, with a shortest course, and else stays silent."""

from __future__ import annotations

import pytest

from tests.verify.proving import codes, events, findings

CALL = """
parameters: {{most: {{range: 1..2, default: 2}}}}
facts: {{at_risk: {{enum: [no, yes, unknown], default: no}}}}
context: {{warnings: {{counter: 0..3}}}}
roles: {{agent: {{}}, manager: {{}}}}
events: {{insult: {{}}, calm: {{}}, end: {{}}, review: {{by: [manager]}}}}
actions: {{report: {{}}, notify: {{}}}}
initial: talk
states:
  talk:
    initial: listen
    forbid: {{end: "Warn first."}}
    on: {{calm: {{target: listen, do: [{{set: {{warnings: 0}}}}]}}}}
    states:
      listen: {{on: {{insult: warn}}}}
      warn:
        entry: [{{add: {{warnings: 1}}}}]
        on:
          insult:
            - {{when: {guard}, target: warn}}
            - else: ending
  ending:
    entry: [{entry}]
    always: {{when: at_risk != 'no', target: held}}
    on: {{end: closed}}
  held: {{on: {{review: {{target: closed, do: [{review}]}}}}}}
  closed: {{type: final}}
properties:
  p: {property}
"""
SOUND = {"guard": "warnings < most", "entry": "report", "review": "notify"}


def call(item: str, **changes: str) -> str:
    return CALL.format(**{**SOUND, **changes}, property=item)


@pytest.mark.parametrize(
    "item",
    [
        "{always: warnings <= most}",
        "{never: {enter: ending, when: warnings < most}}",
        "{never: {enter: closed, when: at_risk == 'unknown' and warnings < 1}}",
        "{never: {action: notify, when: at_risk == 'no'}}",
        "{never: {exit: held, when: at_risk == 'no'}}",
        "{never: {event: end, when: at_risk == 'yes'}}",
        "{never: {change: warnings, unless: [insult, calm]}}",
        "{whenever: {enter: ending}, then: {action: report}}",
        "{whenever: {event: end, in: ending}, then: {enter: closed}}",
        "{whenever: {event: insult, in: listen}, then: {enter: warn}}",
        "{whenever: {action: report, when: warnings < most}, then: {enter: closed}}",
        "{in: talk, forbids: end}",
        "{in: ending, accepts: end}",
        "{in: held, accepts: review}",
        "{reachable: final, from: any}",
        "{reachable: warn, from: talk}",
    ],
)
def test_a_property_that_holds_is_proved(item: str) -> None:
    assert codes(call(item)) == []


@pytest.mark.parametrize(
    ("item", "changes", "code", "course"),
    [
        (
            "{always: warnings <= most}",
            {"guard": "warnings <= most"},
            "always-broken",
            ["the start", "insult", "insult", "insult"],
        ),
        (
            "{never: {enter: ending, when: warnings < most}}",
            {"guard": "warnings < most and warnings < 1"},
            "never-enter",
            ["the start", "insult", "insult"],
        ),
        ("{never: {exit: listen}}", {}, "never-exit", ["the start", "insult"]),
        (
            "{never: {action: notify, when: at_risk != 'no'}}",
            {},
            "never-action",
            ["the start (at_risk = yes)", "insult", "insult", "insult", "review (by manager)"],
        ),
        ("{never: {event: end}}", {}, "never-event", ["the start", "insult", "insult", "insult", "end"]),
        ("{never: {change: warnings, unless: [calm]}}", {}, "never-change", ["the start", "insult"]),
        (
            "{whenever: {enter: ending}, then: {action: report}}",
            {"entry": ""},
            "no-action",
            ["the start", "insult", "insult", "insult"],
        ),
        (
            "{whenever: {event: review, in: held}, then: {action: notify}}",
            {"review": ""},
            "no-action",
            ["the start (at_risk = yes)", "insult", "insult", "insult", "review (by manager)"],
        ),
        (
            "{whenever: {event: insult}, then: {enter: warn}}",
            {},
            "no-enter",
            ["the start", "insult", "insult", "insult"],
        ),
        ("{whenever: {event: end}, then: {enter: closed}}", {}, "no-enter", ["the start", "end"]),
        ("{in: ending, accepts: calm}", {}, "answered-otherwise", None),
        ("{in: listen, accepts: end}", {}, "answered-otherwise", ["the start", "end"]),
        (
            "{reachable: listen, from: any}",
            {},
            "cannot-reach",
            ["the start", "insult", "insult", "insult"],
        ),
    ],
)
def test_a_property_that_does_not_hold_is_shown_with_a_shortest_course(
    item: str, changes: dict[str, str], code: str, course: list[str] | None
) -> None:
    found = findings(call(item, **changes))

    assert [finding.code for finding in found] == [code]
    assert found[0].line == len(call(item, **changes).splitlines()) + 3
    if course is not None:
        assert events(found[0]) == course


def test_a_property_holds_for_every_choice_of_parameters() -> None:
    (found,) = findings(call("{never: {enter: ending, when: warnings < 2}}"))

    assert found.code == "never-enter"
    assert events(found)[0] == "the start (most = 1)"


def test_the_moment_of_an_action_is_the_one_at_which_it_is_asked_for() -> None:
    text = """
context: {counted: {counter: 0..1}}
events: {go: {}}
actions: {ring: {}}
initial: idle
states:
  idle: {on: {go: {target: ringing, do: [%s]}}}
  ringing: {}
properties: {p: {never: {action: ring, when: counted == 0}}}
"""

    assert codes(text % "{add: {counted: 1}}, ring") == []
    assert codes(text % "ring, {add: {counted: 1}}") == [("never-action", "p")]


def test_texts_and_numbers_are_followed_through_the_policy() -> None:
    text = """
facts: {amount: {number: 0.0}}
context: {name: {text: ""}}
events: {named: {data: {name: {text: }}}, go: {}}
initial: idle
states:
  idle:
    on:
      named: {do: [{set: {name: event.name}}]}
      go: {when: name == 'closed' and amount > 5, target: shut}
  shut: {}
properties:
  p: {never: {enter: shut, when: name != 'closed'}}
  q: {never: {enter: shut, when: amount > 10}}
"""

    assert codes(text) == [("never-enter", "q")]


def test_a_raised_event_counts_when_it_is_delivered() -> None:
    text = """
events: {go: {}, alarm: {}}
actions: {ring: {}}
initial: idle
states:
  idle: {on: {go: {do: [{raise: alarm}]}, alarm: {do: [%s]}}}
properties: {p: {whenever: {event: alarm, when: in_state('idle')}, then: {action: ring}}}
"""

    assert codes(text % "ring") == []
    assert codes(text % "") == [("no-action", "p")]


APPEAL = """
roles: {{agent: {{}}, manager: {{}}}}
context: {{decided_by: {{person: }}}}
events: {{decide: {{by: manager}}, appeal: {{by: manager}}}}
initial: open
states:
  open: {{on: {{decide: {{target: decided, do: [{{remember: {{decided_by: by}}}}]}}}}}}
  decided: {{on: {{appeal: {{{when}target: lifted}}}}}}
  lifted: {{}}
properties: {{p: {{whenever: {{event: appeal, in: decided}}, then: {{enter: lifted}}}}}}
"""


def test_persons_are_told_apart() -> None:
    assert codes(APPEAL.format(when="")) == []
    (found,) = findings(APPEAL.format(when="when: by != decided_by, "))
    assert events(found)[1:] == ["decide (by manager, person 1)", "appeal (by manager, person 1)"]


LAPSES = """
context: {warnings: {counter: 0..3, lapse: %s}, seen: {counter: 0..3}}
events: {warn: {}, withdrawn: {}}
initial: served
states:
  served:
    on:
      warn: {when: warnings < 3, do: [{add: {warnings: 1}}, {set: {seen: warnings}}]}
      withdrawn: {when: warnings > 0, do: [{add: {warnings: -1}}, {set: {seen: warnings}}]}
    always: {when: warnings >= 3, target: banned}
  banned: {always: {when: warnings < 2, target: served}}
properties:
  p: %s
"""


@pytest.mark.parametrize("lapse", ["12 months", "{after: 12 months, when: all}"])
def test_what_lapses_is_followed_too(lapse: str) -> None:
    assert codes(LAPSES % (lapse, "{reachable: served, from: banned}")) == []
    assert codes(LAPSES % (lapse, "{never: {change: warnings, unless: [warn, withdrawn]}}")) == []
    assert codes(LAPSES % (lapse, "{always: warnings <= 3 and seen <= 3}")) == []


def test_a_course_says_what_lapses() -> None:
    (found,) = findings(LAPSES % ("12 months", "{never: {enter: served, when: seen == 3}}"))

    assert events(found)[-2:] == ["of warnings something lapses"] * 2


@pytest.mark.parametrize(
    ("item", "when", "expected"),
    [
        ("{never: {event: appeal, when: by == decided_by}}", "", [("never-event", "p")]),
        ("{never: {event: appeal, when: by == decided_by}}", "when: by != decided_by, ", []),
        ("{in: decided, accepts: appeal, when: by != decided_by}", "when: by != decided_by, ", []),
        ("{in: decided, accepts: appeal}", "when: by != decided_by, ", [("answered-otherwise", "p")]),
        (
            "{whenever: {event: appeal, in: decided, when: by != decided_by}, then: {enter: lifted}}",
            "when: by != decided_by, ",
            [],
        ),
    ],
)
def test_a_property_may_ask_who_reports_an_event(
    item: str, when: str, expected: list[tuple[str, object]]
) -> None:
    text = APPEAL.format(when=when)
    text = text[: text.index("properties:")]

    assert codes(f"{text}properties: {{p: {item}}}\n") == expected


def test_a_property_may_ask_what_is_told_with_an_event() -> None:
    text = """
roles: {{agent: {{}}, manager: {{}}}}
events: {{ban: {{data: {{months: {{range: 1..12}}}}}}}}
initial: free
states:
  free: {{on: {{ban: {{when: event.months <= {most} or by == 'manager', target: banned}}}}}}
  banned: {{}}
properties:
  p: {{never: {{event: ban, when: event.months > 3 and by == 'agent'}}}}
  q: {{whenever: {{event: ban, in: banned, when: event.months == 2}}, then: {{enter: banned}}}}
"""

    assert codes(text.format(most=3)) == [("no-enter", "q")]
    assert codes(text.format(most=4)) == [("never-event", "p"), ("no-enter", "q")]
    assert events(findings(text.format(most=4))[0])[1] == "ban (months = 4)"
