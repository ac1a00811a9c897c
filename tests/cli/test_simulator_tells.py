"""What the simulator shows of persons, of what must be done, lapses and is written down."""

from __future__ import annotations

import pytest

from policy_engine.policy import parse_policy
from tests.cli.simulating import simulate

PERSONS = parse_policy(
    """
policy: persons
format: 1
version: "1"
roles: {agent: {}, manager: {}}
events: {decided: {by: manager}, checked: {}}
context: {decided_by: {person: }}
initial: open
states:
  open: {on: {decided: {target: taken, do: [{remember: {decided_by: by}}]}}}
  taken: {on: {checked: {when: by != decided_by, target: done}}}
  done: {type: final}
"""
)


def test_a_person_is_asked_for_where_one_is_needed() -> None:
    shown = simulate("1", "anna", "2 by=manager/anna", "checked by=manager", "", "2", "piet", policy=PERSONS)

    assert "   1  decided, as manager\n" in shown[0]
    assert shown[1].endswith("who reports it (a name or a number): ")
    assert "● taken" in shown[2]
    assert "this changes nothing" in shown[3] or "ignored" in shown[3] or "nothing" in shown[3]
    assert shown[4].endswith("who reports it (a name or a number): ")
    assert "● done" in shown[7]


def test_nobody_need_be_named_after_all() -> None:
    shown = simulate("decided", policy=PERSONS)

    assert "● taken" not in "".join(shown)


DUE = parse_policy(
    """
policy: due
format: 1
version: "1"
events: {asks: {}, answered: {label: the answer}}
initial: talk
states:
  talk:
    must: {answer: {event: answered, within: 2 h}}
    on: {asks: talk}
"""
)


def test_what_must_be_done_is_shown_with_the_time_there_is_for_it() -> None:
    before, after, met, _ = simulate("wait 3 h", "answered", policy=DUE)

    assert "What must be done\n   !  the answer (answer): 2 h left\n> " in before
    assert "   !  the answer (answer): overdue since 2026-01-05 11:00\n> " in after
    assert "What must be done" not in met
    assert "Running" not in before


LAPSING = parse_policy("""
policy: lapsing
format: 1
version: "1"
context:
  warnings: {counter: 0..3, lapse: 12 months, label: warnings given}
  calls: {counter: 0..3, lapse: {after: 1 weeks, when: all}}
events: {warn: {}}
initial: served
states: {served: {on: {warn: {when: warnings < 3 and calls < 3, do: [{add: {warnings: 1, calls: 1}}]}}}}
""")


@pytest.mark.parametrize(
    ("language", "lapses", "lapsed"),
    [
        (
            "en",
            ("calls: all lapse", "warnings given: one lapses"),
            ("calls: all have", "given: one has lapsed"),
        ),
        (
            "nl",
            ("calls: alles vervalt", "warnings given: één vervalt"),
            ("calls: alles is", "één is vervallen"),
        ),
    ],
)
def test_what_lapses_is_said_in_words(
    language: str, lapses: tuple[str, ...], lapsed: tuple[str, ...]
) -> None:
    _, warned, waited, _ = simulate("warn", "wait 13 months", policy=LAPSING, language=language)

    assert all(text in warned for text in lapses)
    assert all(text in waited for text in lapsed)
    assert "lapse:warnings" not in warned + waited


REPORT_TEXT = """
policy: report
format: 1
version: "1"
roles: {agent: {}, manager: {label: Manager}}
events: {threat: {}, ends: {}}
actions:
  file_report:
    record:
      date:
      place: {text: , label: where it was}
      severity: {enum: {light: a scare, grave: somebody was hurt}, by: manager, label: how bad}
      remarks: {text: , required: false}
initial: talk
states:
  talk: {on: {threat: {do: [file_report]}, ends: over}}
  over: {type: final}
"""


REPORT = parse_policy(REPORT_TEXT)


def test_filling_in_asks_for_every_field_that_is_missing_in_the_role_that_knows_it() -> None:
    shown = simulate("threat", "fill file_report", "the hall", "a scare", policy=REPORT)

    assert "where it was (file_report.place)" in shown[1]
    assert ["\nwhere it was (…): ", "how bad (light, grave): "] == [
        shown[2],
        shown[3][shown[3].index("how bad (l") :],
    ]
    assert "written down in file_report: severity" in shown[4]
    assert "file_report." not in shown[4].split("What may happen")[1]


def test_what_is_missing_when_the_call_is_over_is_shown_and_can_be_filled_in() -> None:
    shown = simulate(
        "threat", "ends", "fill file_report place=hall", "fill file_report", "grave", policy=REPORT
    )

    assert "where it was (file_report.place)" in shown[2]
    assert "how bad (file_report.severity)" in shown[3]
    assert "file_report.severity)" not in shown[5]


def test_an_empty_answer_leaves_a_field_open() -> None:
    shown = simulate("threat", "fill file_report", "", "grave", policy=REPORT)

    assert "where it was (file_report.place)" in shown[4]
    assert "how bad (file_report.severity)" not in shown[4]


def test_fields_may_be_typed_behind_the_action_and_taken_back() -> None:
    shown = simulate("threat", 'fill file_report/1 place="the hall" remarks=none', "undo", policy=REPORT)

    assert "written down in file_report: place, remarks" in shown[2]
    assert "file_report.place" not in shown[2]
    assert "where it was (file_report.place)" in shown[3]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("fill", "say what is filled in; write `fill action`"),
        ("fill file_report/0 place=hall", "`0` is not the number of a record"),
        ("fill file_report place", "`place` is no setting"),
        ("fill file_report plaice=hall", "did you mean `place`?"),
        ("fill file_report severity=light", "severity"),
        ("fill no_report", "no_report"),
    ],
)
def test_what_can_not_be_filled_in_is_answered(typed: str, answer: str) -> None:
    assert answer in " ".join(simulate("threat", typed, policy=REPORT)[2].split())
