"""What a scenario can expect and another version does not do is found by a shortest call, or never."""

from __future__ import annotations

import pytest

import policy_engine as pe
from policy_engine.courses.budget import Budget
from policy_engine.courses.expected import same_duties, unexpected
from policy_engine.courses.pair import Difference, Undecided
from policy_engine.courses.product import equivalent
from tests.courses.pairs import shortest_difference, two_versions

HEAD = """
policy: two
format: 1
version: "1"
roles: {agent: {}, manager: {}}
events: {a: {}, b: {}, c: {by: [manager]}, late: {}}
actions: {act: {}, file: {record: {place: {text: }}, within: 2 h}}
context: {n: {counter: 0..3}, f: {flag: false}, who: {person: }}
initial: s
"""


def found(old: str, new: str) -> Difference | Undecided | None:
    return unexpected(*(pe.parse_policy(HEAD + text).automaton for text in (old, new)))


def kinds(answer: object) -> list[str]:
    assert isinstance(answer, Difference)
    return [call.event or call.kind for call in answer.calls]


def test_what_is_left_and_entered_on_the_way_can_not_be_expected_and_what_follows_can() -> None:
    old = "states: {s: {on: {a: t}}, t: {initial: u, states: {u: {on: {b: t}}}}}\n"
    new = old.replace("{b: t}", "{b: u}")
    later = new.replace("u: {on", "u: {after: {1 h: s}, on")

    assert isinstance(
        equivalent(*(pe.parse_policy(HEAD + text).automaton for text in (old, new))), Difference
    )
    assert found(old, new) is None
    assert ["start", "a", "time"] == kinds(found(old, later))


def test_a_variable_that_differs_is_enough() -> None:
    old = "states: {s: {on: {a: {do: [{set: {n: 1}}]}}}}\n"

    answer = found(old, old.replace("n: 1", "n: 2"))

    assert ["start", "a"] == kinds(answer)
    assert isinstance(answer, Difference)
    assert ("context",) == answer.parts


def test_time_passes_in_a_version_that_has_nothing_due() -> None:
    old = (
        "states: {s: {on: {a: t}}, t: {entry: [{send: {event: b, delay: 1 min}}], on: {c: u}}, "
        "u: {on: {b: s}}}\n"
    )
    new = old.replace("entry: [{send: {event: b, delay: 1 min}}], ", "")

    answer = found(old, new)

    assert ["start", "a", "c", "time"] == kinds(answer)


def test_a_scenario_waits_for_whole_milliseconds() -> None:
    old = "states: {s: {after: {1 min: t}, on: {a: u}}, t: {on: {a: s}}, u: {}}\n"

    answer = found(old, old.replace("1 min", "2 min"))

    assert isinstance(answer, Difference)
    assert all(call.wait % 1_000_000 == 0 for call in answer.calls)


def test_what_must_be_done_in_one_version_only_is_seen() -> None:
    old = "states: {s: {on: {a: t}}, t: {must: {event: b, within: 1 h}, on: {b: s}}}\n"
    new = old.replace("must: {event: b, within: 1 h}, ", "")

    answer = found(old, new)

    assert not same_duties(*(pe.parse_policy(HEAD + text).chart for text in (old, new)))
    assert ["start", "a"] == kinds(answer)
    assert isinstance(answer, Difference)
    assert answer.parts == ("duties",)


def test_what_is_written_down_is_seen_where_it_is_asked_for() -> None:
    text = "states: {s: {on: {a: {do: [act]}, b: {do: [file]}}}}\n"
    old, new = HEAD + text, HEAD.replace("within: 2 h", "within: 3 h") + text

    answer = unexpected(pe.parse_policy(old).automaton, pe.parse_policy(new).automaton)

    assert ["start", "b"] == kinds(answer)


def test_too_much_is_not_decided() -> None:
    old = "states: {s: {on: {a: t}}, t: {on: {a: s}}}\n"
    automata = [pe.parse_policy(HEAD + text).automaton for text in (old, old + "# again\n")]

    assert Undecided("pairs") == unexpected(automata[0], automata[1], budget=Budget(0))
    assert Undecided("table") == unexpected(automata[0], automata[1].with_parameters({}), budget=Budget(0))


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(3, 15))
def test_shortest_call_is_as_short_as_one_that_is_found_by_playing_all(seed: int) -> None:
    old, new = two_versions(seed)

    answer = unexpected(old.automaton, new.automaton)

    expected = shortest_difference(old, new, deepest=2, expected=True)
    if expected is None:
        assert not isinstance(answer, Difference) or len(answer.calls) > 3
    else:
        assert isinstance(answer, Difference)
        assert expected == len(answer.calls) - 1
