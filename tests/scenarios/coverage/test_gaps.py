"""What it would take to close a gap: a course that can be followed, with its waits, facts and parameters."""

from __future__ import annotations

import pytest

from policy_engine.model.scenarios import EventStep, LearnStep, WaitStep
from policy_engine.scenarios.coverage import ways
from policy_engine.scenarios.coverage.gaps import Gap, gaps_of
from policy_engine.scenarios.coverage.timing import moments_of
from tests.scenarios.coverage.desk import coverage, policy

NOTHING = "  idle: {steps: [{wait: 1 s}]}\n"


def gap(id: str, body: str | None = None) -> Gap:
    """The gap at a point, of a policy whose scenarios do nothing."""
    arguments = () if body is None else (body,)
    found = gaps_of(policy(*arguments), coverage(NOTHING, *arguments)).gaps
    return next(item for item in found if item.point.id == id)


def steps(found: Gap) -> list[object]:
    """The steps of the scenario that closes a gap, in short."""
    assert found.result is not None
    short: list[object] = []
    for step in found.result.scenario.steps:
        match step:
            case EventStep():
                short.append(step.event)
            case WaitStep():
                short.append(str(step.duration))
            case LearnStep():
                short.append(dict(step.facts))
    return short


def test_everything_that_can_be_reached_has_a_way_that_comes_past_it() -> None:
    found = gaps_of(policy(), coverage(NOTHING))

    assert 100.0 > found.coverage.percent
    assert all(item.result is not None and item.result.passed for item in found.gaps)
    assert all(item.point.id in item.passed for item in found.gaps)
    assert ["noted.after.5 min.0"] == [id for id in found.coverage.points if id in found.coverage.unreachable]


def test_a_way_is_a_shortest_one() -> None:
    assert ["waits", "30 s"] == steps(gap("away.after.30 s.0"))
    assert ["insult", "insult"] == steps(gap("talk.on.insult.1"))


def test_a_way_waits_until_a_timer_fires_whatever_fires_before() -> None:
    body = """
events: {go: {}}
calendar: {time_zone: Europe/Amsterdam}
initial: a
states:
  a: {on: {go: b}}
  b: {after: {10 s: {do: []}, 1 h: {do: []}, 90 days: c}}
  c: {}
"""
    assert ["go", "90 days"] == steps(gap("b.after.90 days.0", body.replace("{do: []}", "{}")))


def test_timers_that_fire_together_are_waited_for_once() -> None:
    body = """
initial: a
states:
  a:
    type: parallel
    states:
      x: {initial: x1, states: {x1: {after: {10 s: x2}}, x2: {after: {1 s: x3}}, x3: {}}}
      y: {initial: y1, states: {y1: {after: {10 s: y2}}, y2: {}}}
"""
    assert ["10 s", "1 s"] == steps(gap("x3", body))


def test_a_way_takes_other_parameters_only_where_it_must() -> None:
    body = """
parameters: {limit: {range: 1..2, default: 2}}
events: {go: {}}
initial: a
states: {a: {on: {go: [{when: limit == 1, target: b}, else: c]}}, b: {}, c: {}}
"""
    one, other = gap("b", body), gap("c", body)

    assert one.result is not None
    assert other.result is not None
    assert ({"limit": 1}, {}) == (one.result.scenario.parameters, other.result.scenario.parameters)


def test_a_way_tells_facts_at_the_start_or_on_the_way_where_that_is_the_only_one() -> None:
    body = """
facts: {risk: {flag: false}}
events: {go: {}}
initial: a
states:
  a: {always: {when: risk, target: safe}, on: {go: b}}
  b: {always: {when: risk, target: c}}
  c: {}
  safe: {}
"""
    at_start, later = gap("safe", body), gap("c", body)

    assert at_start.result is not None
    assert ({"risk": True}, []) == (at_start.result.scenario.facts, steps(at_start))
    assert ["go", {"risk": True}] == steps(later)


def test_a_way_tells_what_an_event_needs_in_the_role_that_may() -> None:
    body = """
roles: {agent: {}, manager: {}}
facts: {code: {text: ""}}
context: {decided_by: {person: }}
events:
  rates: {data: {note: {text: }, grade: {range: 1..5}, size: {number: }}}
  decides: {by: [manager]}
  checks: {}
initial: a
states:
  a: {on: {rates: {when: "event.grade > 3 and event.note != 'manager'", target: b}}}
  b: {on: {decides: {target: c, do: [{remember: {decided_by: by}}]}}}
  c: {on: {checks: [{when: by == 'manager', target: d}, else: e]}}
  d: {}
  e: {}
"""
    found = gap("d", body)

    assert found.result is not None
    first, second, third = found.result.scenario.steps
    assert isinstance(first, EventStep)
    assert isinstance(second, EventStep)
    assert isinstance(third, EventStep)
    assert {"grade": 4, "note": "something else", "size": 0} == first.data
    assert (("manager", "person 1"), "manager") == (second.by, third.by)


def test_a_gap_without_a_way_stays_a_gap_where_not_every_course_was_looked_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    body = """
parameters: {limit: {range: 1..3, default: 1}}
events: {go: {}}
initial: a
states: {a: {on: {go: {when: limit == 3, target: b}}}, b: {}}
"""
    monkeypatch.setattr(ways, "MOST_CHOICES", 2)

    found = gap("b", body)

    assert (None, None) == (found.way, found.result)


def test_a_way_waits_before_an_event_where_its_timers_need_that() -> None:
    body = """
events: {go: {}}
initial: a
states:
  a:
    type: parallel
    states:
      x: {initial: x1, states: {x1: {after: {10 s: x2}}, x2: {}}}
      y:
        initial: y1
        states:
          y1: {on: {go: {when: in_state('x1'), target: y2}}}
          y2: {after: {8 s: [{when: in_state('x2'), target: good}, {else: bad}]}}
          good: {}
          bad: {}
"""
    assert ["2001 ms", "go", "7999 ms", "1 ms"] == steps(gap("good", body))
    assert ["go", "8 s"] == steps(gap("bad", body))


def test_a_way_keeps_time_with_what_was_sent_and_taken_back() -> None:
    body = """
parameters: {pause: {range: 6..7, default: 6}}
events: {go: {}, back: {}, rings: {}, late: {}}
initial: a
states:
  a:
    on:
      go: {target: b, do: [{send: {event: rings, delay: 5 s, id: bell}}, {send: {event: late, delay: 20 s}}]}
  b:
    on: {back: {target: c, do: [{cancel: bell}]}, rings: gone}
    after: {1 h: gone}
  c: {after: {pause s: d}}
  d: {on: {late: good}}
  good: {}
  gone: {}
"""
    sent = [way for way in ways.ways_to(policy(body), ["good"]).to["good"] if sent_last(way)]

    assert (0, 0, 0, 6_000_000_000, 20_000_000_000) == moments_of(sent[0])


def sent_last(way: ways.Way) -> bool:
    """Whether a way ends with what was sent."""
    edge = way.steps[-1].edge
    return edge is not None and edge.trigger.kind == "sent"


def test_where_the_calendar_decides_a_way_is_followed_without_keeping_time() -> None:
    body = """
calendar: {time_zone: Europe/Amsterdam}
initial: a
states: {a: {initial: b, after: {1 days: c}, states: {b: {after: {2 days: c}}}}, c: {}}
"""
    assert None is gap("b.after.2 days.0", body).result
    assert ["1 days"] == steps(gap("a.after.1 days.0", body))
