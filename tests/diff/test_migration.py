"""Every snapshot of the old version is tried: who goes on as it is, who by a mapping, who can't and why."""

from __future__ import annotations

import policy_engine as pe
from policy_engine.diff.migration import Moving, moving
from tests.session.test_migrating import OLD


def moves(*changes: tuple[str, str], migrate: str = '{from: ["1"]}') -> Moving:
    new = OLD.replace('version: "1"', 'version: "2"')
    for before, after in changes:
        assert before in new
        new = new.replace(before, after)
    return moving(pe.parse_policy(OLD), pe.parse_policy(f"{new}migrate: {migrate}\n"))


def test_sessions_of_a_version_with_other_words_all_go_on_as_they_are() -> None:
    found = moving(pe.parse_policy(OLD), pe.parse_policy(OLD + "note: A remark.\n"))

    assert (True, True, ()) == (found.all_move, found.asked, found.stuck)
    assert found.situations == found.as_they_are > 20


def test_states_that_are_gone_are_told_with_a_shortest_call_to_each() -> None:
    found = moves(("caution", "limit"))

    assert ["migrate-state"] == [stuck.code for stuck in found.stuck]
    (stuck,) = found.stuck
    assert {"state": "caution"} == stuck.fields
    assert {("caution",), ("aside",), ("calm",)} == {*stuck.states}
    assert "`a` → `caution`" == stuck.call[-1]["en"]
    assert 2 == len(stuck.call)
    assert found.situations == found.as_they_are + stuck.situations
    assert not found.all_move


def test_mapping_lets_them_go_on() -> None:
    found = moves(("caution", "limit"), migrate='{from: ["1"], states: {caution: limit}}')

    assert found.all_move
    assert found.by_migrate > 0
    assert ["migrate-state"] == [stuck.code for stuck in found.without]


def test_each_reason_is_told_once() -> None:
    found = moves(("counter: 0..3", "counter: 0..2"), ("warnings < 3", "warnings < 2"), ("id: x", "id: y"))

    assert {"migrate-value", "migrate-send"} == {stuck.code for stuck in found.stuck}


def test_place_that_no_call_of_the_new_version_leads_to_is_told() -> None:
    found = moves(
        ("9 min: over", "9 min: calm"),
        (
            "caution:\n        must",
            "caution:\n        on: {b: {target: over, when: warnings < 2}}\n        must",
        ),
    )

    assert {"migrate-unreachable"} == {stuck.code for stuck in found.stuck}
    assert ("aside",) in {states for stuck in found.stuck for states in stuck.states}


def test_records_facts_and_parameters_are_looked_at_wherever_a_session_stands() -> None:
    found = moves(
        ("place: {text", "place: {number: 0}, where: {text"),
        ("[none, some, much]", "[none, some]"),
        ("range: 1..3", "range: 1..2"),
    )

    assert [
        ("migrate-parameter", "most"),
        ("migrate-record", "place"),
        ("migrate-fact", "risk"),
    ] == [(stuck.code, stuck.fields["name"]) for stuck in found.stuck]


def test_version_that_is_not_named_takes_nobody() -> None:
    found = moves(("caution", "limit"), migrate='{from: ["0"]}')

    assert not found.asked
    assert found.stuck


def test_names_that_the_old_version_does_not_have_are_told() -> None:
    found = moves(
        migrate='{from: ["1"], states: {nowhere: calm}, context: {count: warnings}, drop: [temper]}'
    )

    assert ("nowhere", "count", "temper") == found.unknown
    assert not found.all_move


WAITS = """
policy: waits
format: 1
version: "1"
parameters: {{wait: {{range: 1..{longest}, default: 2}}, most: {{range: 1..{most}, default: 1}}}}
events: {{a: {{}}}}
initial: s
states:
  s: {{on: {{a: {{when: most > 1, target: t}}}}, after: {{wait h: t}}}}
  t: {{type: final}}
"""


def waits(longest: int, most: int) -> pe.Policy:
    return pe.parse_policy(WAITS.format(longest=longest, most=most))


def test_parameter_that_only_says_how_long_something_takes_makes_no_more_situations() -> None:
    new = WAITS.replace('"1"', '"2"') + "migrate: {{from: ['1']}}\n"

    found = moving(waits(90, 3), pe.parse_policy(new.format(longest=80, most=3)))

    assert 3 * 2 == found.situations == found.as_they_are
    assert [("migrate-parameter", {"name": "wait", "value": "81"})] == [
        (stuck.code, stuck.fields) for stuck in found.stuck
    ]
    assert not found.all_move


def test_more_choices_than_are_looked_at_are_not_called_all() -> None:
    found = moving(waits(9, 90), waits(9, 90))

    assert (False, False, ()) == (found.whole, found.all_move, found.stuck)
    assert 64 * 2 == found.situations
