"""One node of the table stands for all that no call can tell from it."""

from __future__ import annotations

import policy_engine as pe
from policy_engine.courses.classes import read_off, standing_for

BAN = """
policy: ban
format: 1
version: "1"
context: {months: {range: 1..9, default: 3}, seen: {flag: false}}
events: {ban: {data: {months: {range: 1..9}}}, lift: {}, see: {}}
initial: free
states:
  free: {on: {ban: {target: banned, do: [{set: {months: event.months}}]}}}
  banned: {on: {lift: free, see: {do: [{set: {seen: true}}]}}, after: {months months: free}}
"""


def classes(text: str) -> dict[str, int]:
    """How many classes the nodes of each state fall into."""
    automaton = pe.parse_policy(text).automaton
    stands = standing_for(automaton, read_off(automaton.chart))
    return {
        state: len({stands[node.index] for node in automaton.nodes if node.leaves == (state,)})
        for state in ("free", "banned")
    }


def test_value_that_is_set_anew_before_it_is_read_tells_nothing_apart() -> None:
    assert {"free": 1, "banned": 1} == classes(BAN)


def test_length_of_what_begins_tells_what_leads_there_apart() -> None:
    again = BAN.replace("lift: free", "lift: banned")

    assert {"free": 1, "banned": 9} == classes(again)


def test_value_that_is_read_off_a_session_is_told_apart() -> None:
    found = classes(BAN + "exports: [months]\n")

    assert {"free": 9, "banned": 9} == found


def test_node_stands_for_itself_first() -> None:
    automaton = pe.parse_policy(BAN).automaton
    stands = standing_for(automaton, ())

    assert all(stands[place] == place for place in stands)
    assert all(stands[place] <= place for place in range(len(stands)))
