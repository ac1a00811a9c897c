from __future__ import annotations

import json
from typing import Any

import pytest

from policy_engine.automaton.table_json import from_table, sealed
from policy_engine.errors import TableError
from policy_engine.policy import Policy, parse_policy

LEDGER = parse_policy(
    """
policy: conduct
format: 1
version: "1"
parameters: {most: {range: 2..3, default: 3}}
facts: {name: {text: ""}, other: {flag: false, from: elsewhere.flag, key: name}}
context: {n: {counter: 0..3}, note: {text: ""}}
events: {bad: {data: {note: {text: ""}}}, lifted: {}}
exports:
  n: n
  left: most - n
  note: note
  name: name
  standing:
    - {when: in_state('banned'), value: banned}
    - {when: in_state('good') and n > 0, value: warned}
    - else: good
initial: good
states:
  good:
    on:
      bad:
        - {when: n < most, do: [{add: {n: 1}}, {set: {note: event.note}}]}
        - else: banned
  banned: {on: {lifted: good}}
"""
)


def table() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(LEDGER.to_table()))
    return found


def of_table() -> Policy:
    automaton = from_table(table())
    return Policy(automaton.chart, automaton)


@pytest.mark.parametrize("policy", [LEDGER, of_table()], ids=["yaml", "table"])
def test_a_session_shows_what_its_policy_exports(policy: Policy) -> None:
    session = policy.start(facts={"name": "Anna"})
    before = session.exports
    session.send("bad", {"note": "swore"})

    assert {"n": 0, "left": 3, "note": "", "name": "Anna", "standing": "good"} == before
    assert {"n": 1, "left": 2, "note": "swore", "name": "Anna", "standing": "warned"} == session.exports


def test_a_state_shows_in_an_export() -> None:
    session = LEDGER.with_parameters(most=2).start()

    for _ in range(3):
        session.send("bad")

    assert ("banned", 0) == (session.exports["standing"], session.exports["left"])


def test_a_session_that_was_put_away_exports_the_same() -> None:
    session = LEDGER.start()
    session.send("bad", {"note": "swore"})

    assert session.exports == LEDGER.resume(session.snapshot()).exports


def test_a_table_keeps_where_facts_come_from() -> None:
    link = of_table().chart.links["other"]

    assert ("elsewhere", "flag", "name") == (link.policy, link.export, link.key)


def test_a_policy_without_exports_has_none() -> None:
    policy = parse_policy('policy: a\nformat: 1\nversion: "1"\ninitial: a\nstates: {a: {}}\n')

    assert {} == policy.start().exports
    assert {"exports", "links"}.isdisjoint(policy.to_table()["chart"])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("exports", "n", "name"), "m"),
        (("exports", "n", "choices"), []),
        (("exports", "n", "choices", 0, "value", "name"), "nobody"),
        (("exports", "n", "choices", 0, "value"), {"$": "InState", "state": "good"}),
        (
            ("exports", "standing", "choices", 2),
            {"when": {"$": "InState", "state": "good"}, "value": {"$": "Constant", "value": "x"}},
        ),
        (("exports", "standing", "choices", 0, "when", "state"), "nowhere"),
        (("links", "other", "key"), "nobody"),
        (("links", "other", "key"), "n"),
        (("links", "nobody"), {"policy": "a", "export": "b"}),
    ],
)
def test_a_table_with_other_exports_or_links_is_refused(path: tuple[str | int, ...], value: object) -> None:
    raw = table()
    place: Any = raw["chart"]
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    chart = from_table(sealed(raw)).chart

    with pytest.raises(TableError):
        getattr(chart, str(path[0]))


def test_facts_that_only_an_action_is_told_part_no_sessions() -> None:
    policy = parse_policy(
        'policy: a\nformat: 1\nversion: "1"\nfacts: {who: {text: ""}}\nevents: {e: {}}\ninitial: a\n'
        "states: {a: {on: {e: {do: {tell: {policy: b, key: who, event: x}}}}}}\n"
    )
    one, other = policy.start(facts={"who": "1"}), policy.start(facts={"who": "2"})

    assert ["1", "2"] == [session.send("e").actions[0].params["key"] for session in (one, other)]
    assert one._row is other._row
