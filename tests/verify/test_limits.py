"""What could not be looked through whole is said not to be proved, with what it comes from."""

from __future__ import annotations

import pytest

from policy_engine import policy
from policy_engine.courses import courses, told
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.policy import parse_policy
from policy_engine.verify.patterns import within
from policy_engine.verify.prove import prove
from tests.verify.proving import HEAD, findings

COUNTING = """
parameters: {most: {range: 1..%d, default: 1}}
facts: {level: {range: 0..%d, default: 0}}
events: {go: {}}
initial: idle
states: {idle: {on: {go: {when: level > most, target: busy}}}, busy: {}}
properties: {p: {never: {enter: idle, when: level > 6000 and most > 1000}}}
"""
TELLING = """
events: {go: {data: {one: {range: 0..%d}, two: {range: 0..%d}}}}
initial: idle
states: {idle: {on: {go: {when: event.one + event.two < 5, target: busy}}}, busy: {}}
properties: {p: {whenever: {event: go, in: idle, when: event.one + event.two < 5}, then: {enter: busy}}}
"""
UNHEARD = """
events: {go: {data: {one: {range: 0..%d}, two: {range: 0..%d}}}, begin: {}}
initial: idle
states: {idle: {on: {begin: busy}}, busy: {}}
properties: {p: {whenever: {event: go, in: idle, when: event.one + event.two > 400}, then: {enter: busy}}}
"""


def unproved(text: str) -> Diagnostic:
    """What is found of a policy whose one property is not proved."""
    (found,) = [item for item in findings(text) if item.fields.get("property") == "p"]
    assert found.code == "property-not-tried-out"
    assert found.severity == "warning"
    return found


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (COUNTING % (2, 5_000), "choices of facts than could be tried; most come from `level`"),
        (COUNTING % (70, 3), "choices of parameters than could be tried; most come from `most`"),
        (
            TELLING % (150, 150),
            "more can be told with an event than could be tried; it comes from `event.one`",
        ),
        (
            UNHEARD % (150, 150),
            "more can be told with an event than could be tried; it comes from `event.one`",
        ),
    ],
    ids=["facts", "parameters", "data", "data that no state hears of"],
)
def test_too_many_values_leave_a_property_unproved(text: str, named: str) -> None:
    found = unproved(text)

    assert named in found.message
    assert "niet bewezen" in found.localized("nl").message


@pytest.mark.parametrize("text", [COUNTING % (2, 3), TELLING % (9, 9), UNHEARD % (9, 9)])
def test_the_same_with_few_values_is_proved(text: str) -> None:
    assert () == findings(text)


def test_a_wide_range_that_is_only_compared_with_what_is_written_is_proved() -> None:
    text = """
events: {go: {data: {one: {range: 0..9000}, two: {range: 0..9000}}}}
initial: idle
states: {idle: {on: {go: {when: event.one > 4000 and event.two == 7, target: busy}}}, busy: {}}
properties:
  p: {whenever: {event: go, in: idle, when: event.two == 7 and event.one > %d}, then: {enter: busy}}
"""

    assert () == findings(text % 4_000)
    assert ["no-enter"] == [item.code for item in findings(text % 3_999)]


@pytest.mark.no_cover
@pytest.mark.parametrize("target", ["idle", "closed"])
def test_a_table_that_is_not_whole_leaves_a_property_unproved(target: str) -> None:
    text = """
context: {kept: {range: 0..1200, default: 0}}
events: {go: {data: {one: {range: 0..1200}}}}
initial: idle
states:
  idle: {on: {go: {target: %s, do: [{set: {kept: event.one}}]}}}
  closed: {type: final}
properties: {p: {always: kept >= 0}}
"""

    assert "most come from `one`" in unproved(text % target).message


def test_a_table_that_is_given_up_leaves_a_property_unproved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "PROOF_NODES", 2_001)
    text = """
context: {kept: {range: 0..2100, default: 0}}
events: {go: {}}
initial: idle
states: {idle: {on: {go: {when: kept < 2100, do: [{add: {kept: 1}}]}}}}
properties: {p: {always: kept >= 0}}
"""

    assert "situations than could be tried; most come from `kept`" in unproved(text).message


@pytest.mark.parametrize("most", ["MOST_SITUATIONS", "MOST_STEPS"])
def test_too_many_situations_leave_a_property_unproved(most: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courses, most, 20)
    text = """
context: {name: {text: ""}, count: {counter: 0..40}}
events: {go: {}}
initial: idle
states: {idle: {on: {go: {when: count < 40, do: [{add: {count: 1}}]}}}}
properties: {%s}
"""

    for item in ("p: {always: count < 41}", "p: {reachable: idle, from: any}"):
        assert "courses than could be looked through; most come from `count`" in unproved(text % item).message


def test_a_long_search_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courses, "OFTEN", 2)
    counting = parse_policy(HEAD + COUNTING % (2, 3))
    told: list[int] = []

    proofs = prove(counting.automaton, counting.chart.properties, told.append)

    assert list(range(2, proofs.situations + 1, 2)) == told


def test_what_is_found_broken_is_broken_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courses, "MOST_SITUATIONS", 2)
    text = """
events: {go: {}}
initial: one
states: {one: {on: {go: two}}, two: {on: {go: three}}, three: {on: {go: four}}, four: {}}
properties: {p: {never: {enter: two}}, q: {never: {enter: four}}}
"""

    assert ["never-enter", "property-not-tried-out"] == [item.code for item in findings(text)]


def test_what_leads_to_an_edge_is_looked_for_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "MOST_TOLD", 3)
    text = """
events: {go: {data: {one: {range: 0..9}}}}
initial: idle
states: {idle: {on: {go: {when: event.one > 8, target: busy}}}, busy: {}}
properties: {p: {never: {enter: busy}}}
"""

    assert "it comes from `event.one`" in unproved(text).message


REMINDING = """
context: {count: {counter: 0..3}}
events: {go: {}, remind: {}}
actions: {stop: {}}
initial: idle
states:
  idle: {on: {go: busy}}
  busy:
    entry: [{send: {event: remind, delay: 1 min, id: r}}]
    on:
      remind:
        - when: count < 3
          do: [{add: {count: 1}}, {cancel: r}, {send: {event: remind, delay: 1 min, id: r}}]
        - else: over
  over: {entry: [stop]}
properties: {p: {whenever: {enter: busy}, then: {action: stop}, within: %s}}
"""


def test_too_many_moments_leave_a_property_unproved(monkeypatch: pytest.MonkeyPatch) -> None:
    assert () == findings(REMINDING % "4 min")
    assert ["too-late"] == [item.code for item in findings(REMINDING % "239 s")]
    monkeypatch.setattr(within, "MOST_MOVES", 10)

    found = unproved(REMINDING % "4 min")

    assert "moments at which something may be due" in found.message
    assert "`remind`" in found.message


LASTING = """
parameters: {most: {range: 1..%d, default: 2}}
facts: {rest: {range: 1..3, default: 1}}
events: {go: {}, again: {}}
actions: {stop: {}}
initial: idle
states:
  idle: {on: {go: busy}}
  busy: {after: {most min: pause}}
  pause: {after: {rest min: over}}
  over: {entry: [stop], on: {again: busy}}
properties: {p: {whenever: {enter: busy}, then: {action: stop}, within: %s}}
"""


def test_lengths_that_are_chosen_are_all_tried() -> None:
    assert () == findings(LASTING % (4, "7 min"))

    (found,) = findings(LASTING % (4, "6 min"))

    assert "too-late" == found.code
    assert "the start (most = 4, rest = 3) → `idle`" in found.trail[0]


def test_too_many_lengths_leave_a_property_unproved() -> None:
    assert () == findings(LASTING % (21, "24 min"))

    found = unproved(LASTING % (22, "25 min"))

    assert "choices of parameters than could be tried; most come from `most`" in found.message


def test_more_sends_than_are_told_apart_are_followed_all_the_same() -> None:
    text = """
context: {sent: {counter: 0..7, lapse: 1 h}}
events: {more: {}, less: {}, close: {}}
initial: filling
states:
  filling:
    on:
      more: {when: sent < 7, do: [{add: {sent: 1}}]}
      close: {when: sent > 5, target: waiting}
  waiting: {always: {when: sent == 0, target: empty}}
  empty: {}
properties: {p: {never: {enter: empty}}}
"""
    (found,) = findings(text)

    assert 1 + 6 + 1 + 6 == len(found.trail)


PARTLY = """
events: {{go: {{}}}}
initial: both
states:
  both:
    type: parallel
    states:
      one: {{initial: first, states: {{first: {{after: {{{one}: second}}}}, second: {{}}}}}}
      two:
        initial: third
        states:
          third:
            after: {{5 min: [{{when: in_state('first'), target: fourth}}, {{else: fifth}}]}}
          fourth: {{}}
          fifth: {{}}
properties: {{p: {{reachable: {goal}, from: {source}}}}}
"""


def test_a_goal_that_only_one_order_of_timers_leads_to_is_not_called_reachable() -> None:
    text = PARTLY.format(one="1 min", goal="fourth", source="first")

    found = unproved(text)

    assert "depends on what comes first by itself" in found.message
    assert ("the start → `first` + `third`",) == found.trail


def test_a_goal_that_every_order_leads_to_is_proved() -> None:
    assert () == findings(PARTLY.format(one="1 min", goal="second", source="first"))


def test_what_is_due_comes_at_last_whatever_goes_round_before_it() -> None:
    text = """
events: {go: {}}
initial: both
states:
  both:
    type: parallel
    states:
      one: {initial: tick, states: {tick: {after: {1 min: tock}}, tock: {after: {1 min: tick}}}}
      two: {initial: wait, states: {wait: {after: {1 h: there}}, there: {}}}
properties: {p: {reachable: there, from: any}}
"""

    assert () == findings(text)
    assert "depends on" in unproved(text.replace("1 min: tick", "1 min: both")).message
