"""What must be done, in a table: it comes back whole, and what somebody forged in it is refused."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest

import policy_engine as pe
from tests.automaton.tables import Change, as_json, forged, loaded, read_whole
from tests.automaton.test_table_json import damaged
from tests.small import START, at, small_policy

POLICY = small_policy(
    """
languages: [nl, en]
actions: {act: {}}
initial: s
states:
  s:
    must:
      answer:
        event: [a, c]
        within: 2 days at 09:00
        overdue: b
        until: [t]
        label: {nl: Antwoord, en: Answer}
        note: {nl: Let op., en: Mind.}
        why: {nl: Daarom., en: Because.}
        source: page 4
      act: {action: act, within: 1 h}
    on: {b or c: t}
  t: {on: {c: s}}
"""
)
TABLE = as_json(POLICY)


def must(**fields: Any) -> Change:
    """Gives the first obligation of a table other fields."""
    return lambda table: table["chart"]["musts"]["answer"].update(fields)


def lost(name: str) -> Change:
    return lambda table: table["chart"]["context"].pop(name)


FORGED: dict[str, Change] = {
    "another name": must(id="reply"),
    "an event that is not declared": must(events=["a", "stranger"]),
    "an action that is not declared": must(events=[], actions=["stranger"]),
    "an event and an action": must(actions=["act"]),
    "neither": must(events=[]),
    "an event that is not there when the time is up": must(overdue="stranger"),
    "a time that is too long": must(within={"amount": 10**9, "unit": "h"}),
    "a label in a foreign language": must(label={"fr": ["Réponse"]}),
    "no variable": lost("must:answer"),
    "a variable of another type": lambda table: table["chart"]["context"]["must:answer"].update(
        type={"kind": "flag"}, default=False
    ),
}


def test_what_must_be_done_comes_back_from_a_table_as_it_was() -> None:
    back = loaded(TABLE)

    assert [*back.chart.musts] == ["answer", "act"]
    assert as_json(back) == TABLE


@pytest.mark.parametrize("change", FORGED.values(), ids=FORGED.keys())
def test_what_somebody_forged_in_it_is_refused(change: Change) -> None:
    with pytest.raises(pe.TableError, match="the compiled policy is damaged"):
        read_whole(forged(copy.deepcopy(TABLE), change))


@pytest.mark.parametrize("seed", range(30))
def test_only_errors_of_the_package_come_out_of_a_damaged_one(seed: int) -> None:
    luck = random.Random(seed)
    table = damaged(TABLE, luck)

    try:
        policy = forged(table, lambda _: None)
        session = policy.start(now=START)
        for step in range(6):
            session.send(luck.choice(["a", "b", "c"]), now=at(luck.choice([1, 10**6]) * (step + 1)))
            assert all(one.due is not None for one in session.obligations)
        policy.resume(session.snapshot()).advance(at(10**9))
    except pe.PolicyEngineError:
        pass
