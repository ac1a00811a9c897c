"""`within`: what must follow in time, whatever happens meanwhile."""

from __future__ import annotations

import json
from random import Random

import pytest

import policy_engine as pe
from policy_engine.model.durations import parse_duration
from policy_engine.verify.patterns import within
from policy_engine.verify.patterns.pattern import Broken, Search
from policy_engine.verify.patterns.whenever import Following, Happening
from policy_engine.verify.prove import courses_for
from tests.verify.proving import codes, events, findings
from tests.verify.waiting_policies import waiting_policy

WAITING = """
events: {{ask: {{}}, again: {{}}, nod: {{}}, give: {{}}}}
actions: {{answer: {{}}}}
initial: idle
states:
  idle: {{on: {{ask: waiting}}}}
  waiting:
    on: {{give: closed, {on}}}
    after: {{{after}: late}}
  late: {{entry: [answer], on: {{give: closed}}}}
  closed: {{type: final, entry: [answer]}}
properties:
  p: {{whenever: {{enter: waiting}}, then: {{action: answer}}, within: {within}}}
"""


def waiting(after: str = "5 min", on: str = "nod: {do: []}", within: str = "5 min") -> str:
    return WAITING.format(after=after, on=on, within=within)


@pytest.mark.parametrize(
    ("after", "within"),
    [
        ("5 min", "5 min"),
        ("300 s", "5 min"),
        ("1 days", "24 h"),
        ("3 working_days", "5 days"),
        ("1 months", "31 days"),
        ("1 years", "366 days"),
        ("2 weeks", "14 days"),
    ],
)
def test_what_comes_in_time_is_proved(after: str, within: str) -> None:
    assert codes(waiting(after=after, within=within)) == []


@pytest.mark.parametrize(
    ("after", "within"),
    [
        ("301 s", "5 min"),
        ("3 working_days", "3 days"),
        ("1 months", "30 days"),
        ("1 years", "365 days"),
    ],
)
def test_a_timer_that_is_too_long_is_found(after: str, within: str) -> None:
    (found,) = findings(waiting(after=after, within=within))

    assert found.code == "too-late"
    assert events(found)[:2] == ["the start", "ask"]


def test_a_timer_that_begins_anew_is_found() -> None:
    (found,) = findings(waiting(on="again: waiting"))

    assert events(found)[:3] == ["the start", "ask", "again"]


def test_what_nothing_brings_by_itself_is_found() -> None:
    text = """
events: {ask: {}, give: {}}
actions: {answer: {}}
initial: idle
states:
  idle: {on: {ask: waiting}}
  waiting: {on: {give: {do: [answer]}}}
properties: {p: {whenever: {event: ask, in: idle}, then: {action: answer}, within: 1 h}}
"""

    assert codes(text) == [("too-late", "p")]


def test_a_send_counts_from_when_it_was_sent() -> None:
    text = """
events: {ask: {}, hurry: {}, due: {}}
actions: {answer: {}}
initial: idle
states:
  idle: {on: {ask: {target: waiting, do: [{send: {event: due, delay: 4 min, id: d}}]}}}
  waiting: {on: {due: done_, hurry: {target: hurried, do: [%s]}}}
  hurried: {on: {due: done_}}
  done_: {entry: [answer]}
properties: {p: {whenever: {enter: waiting}, then: {action: answer}, within: 5 min}}
"""

    assert codes(text % "") == []
    assert codes(text % "{cancel: d}") == [("too-late", "p")]
    assert codes(text % "{cancel: d}, {send: {event: due, delay: 2 min, id: d}}") == [("too-late", "p")]


def test_what_comes_in_the_same_step_is_in_time() -> None:
    text = """
events: {ask: {}}
actions: {answer: {}}
initial: idle
states:
  idle: {on: {ask: waiting}}
  waiting: {entry: [answer]}
properties: {p: {whenever: {enter: waiting}, then: {action: answer}, within: 1 s}}
"""

    assert codes(text) == []


@pytest.mark.parametrize(
    ("after", "within", "time"),
    [
        ("301 s", "5 min", "pas na 301 s moet er vanzelf iets komen"),
        ("90 min", "1 h", "pas na 90 min moet er vanzelf iets komen"),
        ("1 months", "30 days", "geteld vanaf 1970-01-01 00:00; pas na 744 uur moet er vanzelf iets komen"),
    ],
)
def test_what_is_next_is_told_with_its_time(after: str, within: str, time: str) -> None:
    (found,) = findings(waiting(after=after, within=within))

    assert found.localized("nl").message.endswith(
        f"na {within} kan het nog wachten zijn op `answer` ({time})"
    )


def test_the_clock_of_the_policy_tells_from_when_it_counts() -> None:
    clock = "calendar: {time_zone: Europe/Amsterdam}"
    (found,) = findings(clock + waiting(after="1 days", within="24 h"))
    never = findings(waiting(on="nod: {target: idle}"))

    assert (
        "(counted from 2024-10-26 12:00; nothing has to come by itself before 25 h have gone by)"
        in found.message
    )
    assert ["(nothing comes by itself there)"] == [item.message[-31:] for item in never]


def test_a_length_that_is_chosen_is_taken_as_it_was_chosen() -> None:
    text = """
context: {length: {range: 1..4, default: 4}}
events: {ban: {data: {months: {range: 1..4}}}, lift: {}}
actions: {review: {}}
initial: free
states:
  free: {on: {ban: {target: banned, do: [{set: {length: event.months}}]}}}
  banned: {after: {length months - 1 months: reviewed, length months: free}}
  reviewed: {entry: [review]}
properties: {p: {whenever: {enter: banned}, then: {action: review}, within: %s}}
"""

    assert codes(text % "3 months") == []
    assert codes(text % "2 months") == [("too-late", "p")]


def test_what_lapses_comes_by_itself_and_what_is_taken_back_does_not() -> None:
    text = """
context: {warnings: {counter: 0..2, lapse: 1 h}}
events: {warn: {}, withdrawn: {}}
actions: {welcome: {}}
initial: free
states:
  free:
    on: {warn: {target: banned, do: [{set: {warnings: 2}}]}}
  banned:
    on: {withdrawn: {when: warnings > 1, do: [%s]}}
    always: {when: warnings == 0, target: welcomed}
  welcomed: {entry: [welcome]}
properties: {p: {whenever: {enter: banned}, then: {action: welcome}, within: %s}}
"""

    assert codes(text % ("{add: {warnings: -1}}", "1 h")) == []
    assert codes(text % ("{add: {warnings: -1}}", "59 min")) == [("too-late", "p")]
    assert codes(text % ("{set: {warnings: 1}}", "1 h")) == [("too-late", "p")]


LEDGER = """
calendar: {time_zone: Europe/Amsterdam, country: NL}
parameters: {keep: {range: 6..24, default: 12}}
context:
  warnings: {counter: 0..3, lapse: keep months}
  months: {range: 1..12, default: 3}
  decided_by: {person: }
roles: {agent: {}, manager: {}}
events:
  warn: {}
  threatens: {}
  ban: {by: [manager], data: {length: {range: 1..12}}}
  appeals: {}
  settled: {by: [manager]}
initial: tenancy
states:
  tenancy:
    initial: welcome
    on: {threatens: danger}
    states:
      welcome:
        on:
          warn: {when: warnings < 3, do: [{add: {warnings: 1}}]}
          ban: {target: banned, do: [{set: {months: event.length}}, {remember: {decided_by: by}}]}
      banned: {on: {appeals: appeal}, after: {months months: welcome}}
      appeal: {must: {answer: {event: settled, within: 10 working_days}}, on: {settled: welcome}}
  danger: {on: {threatens: {do: []}}, after: {1 days: aftercare}}
  aftercare: {after: {2 days: closed}, on: {threatens: danger}}
  closed: {type: final}
properties: {p: {whenever: {enter: danger}, then: {enter: aftercare}, within: %s}}
"""


def test_what_has_nothing_to_do_with_it_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(within, "MOST_MOVES", 20_000)

    assert [("must-left-open", None)] == codes(LEDGER % "25 h")
    # A day on which the clocks go back is longer.
    assert [("must-left-open", None), ("too-late", "p")] == codes(LEDGER % "24 h")


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(10))
def test_what_is_proved_with_little_followed_holds_with_everything_followed(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(within, "MOST_MOVES", 3_000)
    policy = pe.parse_policy(json.dumps(waiting_policy(Random(seed))))
    properties = policy.chart.properties
    search = Search(courses_for(policy.automaton, properties))

    for item in properties.values():
        following = Following(item, search)
        length = parse_duration(str(item.body["within"]))
        assert length is not None
        firsts = within._firsts(Happening(item, search), following, search)
        timing = within.Timing(search, length, following, firsts)

        with_all, limit = timing.with_all(), timing.limit

        found = within.within(item, search)
        if found is None:
            assert with_all is None
        elif limit is None:
            assert isinstance(found, Broken)
            assert with_all is not None
            assert len(with_all.course) == len(found.course)


AFTER_A_WAIT = """
calendar: {time_zone: Europe/Amsterdam, opening_hours: 09:00-17:00}
events: {ask: {}}
actions: {answer: {}}
initial: idle
states:
  idle: {on: {ask: waiting}}
  waiting: {after: {30 min: more}}
  more: {after: {%s: late}}
  late: {entry: [answer]}
properties: {p: {whenever: {enter: waiting}, then: {action: answer}, within: %s}}
"""


@pytest.mark.parametrize(
    ("after", "enough", "too_short"),
    [("1 days at 09:00", "2071 min", "34 h"), ("4 working_hours", "4170 min", "4100 min")],
)
def test_what_begins_after_a_wait_is_tried_on_the_edges_of_the_day(
    after: str, enough: str, too_short: str
) -> None:
    assert [] == codes(AFTER_A_WAIT % (after, enough))
    assert [("too-late", "p")] == codes(AFTER_A_WAIT % (after, too_short))


def test_more_waits_than_can_be_tried_leave_it_unproved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(within, "MOST_WAITS", 1)

    found = codes(AFTER_A_WAIT % ("1 days at 09:00", "2071 min"))

    assert [("property-not-tried-out", "p")] == found


@pytest.mark.parametrize(("within", "found"), [("5 min", []), ("299 s", [("too-late", "p")])])
def test_what_was_under_way_already_may_take_its_whole_length(
    within: str, found: list[tuple[str, object]]
) -> None:
    text = """
events: {ask: {}, due: {}}
initial: armed
states:
  armed:
    entry: [{cancel: d}, {send: {event: due, delay: 5 min, id: d}}]
    on: {ask: waiting, due: armed}
  waiting: {on: {due: end}}
  end: {}
properties: {p: {whenever: {enter: waiting}, then: {enter: end}, within: %s}}
"""

    assert found == codes(text % within)


def test_what_no_state_hears_of_counts_when_it_comes() -> None:
    text = """
events: {ask: {}, begin: {}, late: {}}
initial: idle
states:
  idle: {entry: [{send: {event: late, delay: 1 min, id: l}}], on: {begin: busy}}
  busy: {after: {5 min: end}}
  end: {}
properties:
  p: {whenever: {event: ask, in: busy}, then: {enter: end}, within: %s}
  q: {whenever: {event: late, in: busy}, then: {enter: end}, within: %s}
"""

    assert [] == codes(text % ("5 min", "5 min"))
    assert [("too-late", "p"), ("too-late", "q")] == codes(text % ("299 s", "239 s"))
