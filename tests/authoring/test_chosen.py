"""Two versions are compared with every choice of parameters, or it is said that there are too many."""

from __future__ import annotations

import policy_engine as pe
from policy_engine.authoring.chosen import MOST_LENGTHS, Both, Chosen, each_choice, each_length
from policy_engine.automaton.automaton import Automaton
from policy_engine.courses.pair import Undecided
from policy_engine.courses.side import Lengths

TEXT = """
policy: p
format: 1
version: "1"
parameters: {wait: {range: 1..99, default: 5}, most: {range: 1..3, default: 1}}
events: {a: {}}
context: {n: {counter: 0..3}}
initial: s
states:
  s: {after: {wait s: t}, on: {a: {when: n < most, target: t}}}
  t: {}
"""


def both(old: str, new: str) -> list[Both | Undecided]:
    return list(each_choice(*(Chosen(pe.parse_policy(text).automaton.chart) for text in (old, new))))


def test_only_choices_of_which_the_tables_differ_are_compared() -> None:
    (one,) = both(TEXT, TEXT.replace("n < most", "most == 1"))[:1]

    assert isinstance(one, Both)
    assert ({"wait": 5, "most": 2}, ["wait"]) == (dict(one.ours.parameters), list(one.lengths))


def test_what_has_another_default_is_left_out_first() -> None:
    one = both(TEXT, TEXT.replace("default: 1", "default: 2"))[0]

    assert isinstance(one, Both)
    assert [1, 2] == [one.ours.parameters["most"], one.theirs.parameters["most"]]


def test_more_choices_than_are_tried_are_not_decided() -> None:
    found = both(TEXT.replace("1..3", "1..90"), TEXT.replace("1..3", "1..90").replace("n < most", "most > 5"))

    assert Undecided("parameters") == found[-1]


def test_lengths_are_tried_one_by_one_where_all_at_once_show_something() -> None:
    automaton = pe.parse_policy(TEXT).automaton
    lengths: Lengths = {"wait": (5, *range(1, 5), *range(6, 100))}

    def never(*_: object) -> None:
        return None

    def perhaps(ours: Automaton, theirs: Automaton, given: Lengths) -> Undecided | None:  # noqa: ARG001  # one shape
        return Undecided("moments") if given else None

    assert 1 == len(list(each_length(Both(automaton, automaton, lengths), never)))
    found = list(each_length(Both(automaton, automaton, lengths), perhaps))
    assert MOST_LENGTHS + 1 == len(found)
    assert Undecided("parameters") == found[-1].found
