"""Compiled tables: the same when they come back, and refused where they are damaged."""

from __future__ import annotations

import copy
import json
import random
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import policy_engine as pe
from policy_engine.automaton.table_json import from_table, sealed
from tests.automaton.tables import as_json, loaded, read_whole, rich
from tests.small import START, at, ladder, small_policy

DAMAGE: tuple[Any, ...] = (None, True, -1, 0, 10**6, 10**30, 0.5, "", "x", "{x}", [], {}, [[]], {"$": "Ask"})
TABLE = as_json(rich())
EVENTS = tuple(rich().chart.events)
FACTS = {"vip": True, "who": "x", "age": 20.0, "kind": "old"}


def places(data: Any) -> list[tuple[Any, Any]]:
    """Every place in JSON data, as the thing that holds it and the key or index."""
    found: list[tuple[Any, Any]] = []
    waiting = [data]
    while waiting:
        holder = waiting.pop()
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            found.append((holder, key))
            if isinstance(holder[key], (dict, list)):
                waiting.append(holder[key])
    return found


def damaged(table: Any, luck: random.Random) -> Any:
    table = copy.deepcopy(table)
    for _ in range(luck.choice((1, 1, 2, 5))):
        holder, key = luck.choice(places(table))
        if luck.random() < 0.2:
            del holder[key]
        else:
            holder[key] = luck.choice(DAMAGE)
    return table


def play(policy: pe.Policy, luck: random.Random) -> None:
    """Calls everything that a session can be asked; only the errors of the package may come out."""
    try:
        session = policy.start(luck.choice((None, FACTS)), now=START)
        for step in range(8):
            session.send(
                luck.choice(EVENTS),
                {"x": 11.0, "w": True} if step == 2 else None,
                by=luck.choice((None, "boss")),
                facts=FACTS if step == 4 else None,
                now=at(luck.choice((1, 200, 10**7)) * (step + 1)),
            ).to_dict()
        _ = session.guidance(), session.allowed, session.forbidden, session.deadline, session.context
        policy.resume(session.snapshot()).advance(at(10**9))
        policy.with_parameters(most=1).start().send("a")
        read_whole(policy)
    except pe.PolicyEngineError:
        pass


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_table_is_refused_as_a_whole(seed: int) -> None:
    table = damaged(TABLE, random.Random(seed))

    try:
        policy = loaded(table)
    except pe.TableError:
        return
    assert policy.to_table() == TABLE  # the damage put there what was there before


@pytest.mark.parametrize("seed", range(200))
def test_a_forged_table_is_refused_or_does_no_harm(seed: int) -> None:
    luck = random.Random(seed)
    try:
        policy = loaded(sealed(damaged(TABLE, luck)))
    except pe.TableError:
        return
    play(policy, luck)


@pytest.mark.parametrize("depth", [300, 600, 900])
def test_a_table_nested_too_deep_is_refused(depth: int, tmp_path: Path) -> None:
    path = tmp_path / "table.json"
    text = json.dumps({**ladder().to_table(), "chart": "HERE"}).replace('"HERE"', "[" * depth + "]" * depth)
    path.write_text(text, encoding="utf-8")

    with pytest.raises(pe.TableError):
        pe.load_table(path)


def test_a_table_that_was_changed_by_hand_is_refused() -> None:
    table = ladder().to_table()
    table["whole"] = not table["whole"]

    with pytest.raises(pe.TableError, match="checksum"):
        from_table(table)


def test_a_table_whose_names_were_put_in_another_order_is_refused() -> None:
    roles = dict(reversed(TABLE["chart"]["roles"].items()))  # the first of them is the one that reports

    with pytest.raises(pe.TableError, match="checksum"):
        loaded({**TABLE, "chart": {**TABLE["chart"], "roles": roles}})


LAYOUTS: dict[str, Callable[[Any], str]] = {
    "as it comes": json.dumps,
    "with an end of line": lambda table: json.dumps(table) + "\n",
    "for people": lambda table: json.dumps(table, indent=2, ensure_ascii=False),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_table_is_read_in_any_layout_and_refused_in_any_when_it_is_damaged(
    layout: Callable[[Any], str], tmp_path: Path
) -> None:
    path = tmp_path / "table.json"
    path.write_text(layout(TABLE), encoding="utf-8")

    assert pe.load_table(path).to_table() == TABLE

    path.write_text(layout(TABLE).replace("Goedemorgen", "Goedenavond"), encoding="utf-8")
    with pytest.raises(pe.TableError, match="checksum"):
        pe.load_table(path)


@pytest.mark.parametrize("policy", [ladder(), rich()], ids=["ladder", "rich"])
def test_a_table_comes_back_as_it_was_written(policy: pe.Policy) -> None:
    back = loaded(as_json(policy))
    again = loaded(as_json(policy))
    read_whole(again)

    assert back.to_table() == policy.to_table()
    assert again.to_table() == policy.to_table()
    assert again.automaton.outline == policy.automaton.outline
    assert [edge.index for edge in again.automaton.edges] == list(range(len(policy.automaton.edges)))


def test_a_session_from_a_table_goes_the_way_of_the_policy() -> None:
    luck = random.Random(1)
    one, other = rich().start(FACTS, now=START), loaded(TABLE).start(FACTS, now=START)
    for step in range(60):
        event, by, now = luck.choice(EVENTS), luck.choice((None, "boss")), at(luck.random() * 5000 * step)
        data = {"x": luck.choice((0.0, 11.0)), "z": "x", "w": False} if event == "c" else None
        facts = {"vip": luck.random() < 0.5} if step % 5 == 0 else None

        assert (
            one.send(event, data, by, facts, now).to_dict()
            == other.send(event, data, by, facts, now).to_dict()
        )
        assert (one.guidance(), one.snapshot()) == (other.guidance(), other.snapshot())
        assert (one.allowed, one.forbidden.keys()) == (other.allowed, other.forbidden.keys())


WIDE = "context: {n: {range: 0..8999, default: 0}}\n"


@pytest.mark.no_cover
def test_a_table_that_is_not_whole_goes_on_where_it_was_written() -> None:
    policy = small_policy(
        WIDE + "initial: s\n"
        "states: {s: {on: {a: [{when: n < 8996, do: [{add: {n: 4}}]}, {else: {do: [{add: {n: 40}}]}}]}}}"
    )
    session = policy.start()
    sent = [session.send("a").verdict for _ in range(2250)]
    back = loaded(as_json(policy))
    again = back.start()

    assert sent[-1] is pe.Verdict.REJECTED
    assert [again.send("a").verdict for _ in range(2250)] == sent
    assert not back.automaton.whole
    assert back.to_table() == policy.to_table()


@pytest.mark.no_cover
def test_a_table_without_a_node_makes_it_when_a_session_comes_there() -> None:
    policy = small_policy(WIDE + "initial: s\nstates: {s: {on: {a: {when: n < 8990, do: [{add: {n: 1}}]}}}}")
    back = loaded(as_json(policy))
    snapshot = {**policy.start().snapshot(), "context": {"n": 8983}}

    assert back.resume(snapshot).send("a").verdict is pe.Verdict.APPLIED
    assert back.resume(snapshot).context == {"n": 8983}


@pytest.mark.no_cover
def test_a_table_is_written_while_others_add_to_it() -> None:
    policy = small_policy(
        "context: {n: {range: 0..8999, default: 0}}\nfacts: {f: {range: 0..99, default: 0}}\n"
        "initial: s\nstates: {s: {on: {a: {when: n < 8999 and f != 7, do: [{add: {n: 1}}]}}}}"
    )
    session = policy.start()
    interval = sys.getswitchinterval()

    def grow() -> None:
        for step in range(3000):
            session.send("a", facts={"f": step % 100})

    thread = threading.Thread(target=grow)
    sys.setswitchinterval(1e-6)
    try:
        thread.start()
        tables = [policy.to_table()]
        while thread.is_alive():
            tables.append(policy.to_table())
    finally:
        sys.setswitchinterval(interval)
        thread.join()

    for table in (tables[0], tables[-1]):
        back = from_table(json.loads(json.dumps(table)))
        assert not back.whole
        assert len(back.nodes) == len(table["nodes"])
        assert [edge.index for edge in back.edges] == list(range(len(back.edges)))


def test_what_is_said_of_a_fact_comes_back() -> None:
    policy = small_policy(
        "facts:\n"
        "  calm: {flag: false, note: a note, why: a reason, source: art. 3}\n"
        "  risk: {enum: [no, yes, unknown], default: no, in_doubt: yes}\n"
        "initial: s\nstates: {s: {}}"
    )

    assert policy.chart.facts == from_table(as_json(policy)).chart.facts


def test_a_fact_in_doubt_is_one_of_its_members() -> None:
    table = as_json(
        small_policy(
            "facts: {risk: {enum: [no, yes, unknown], default: no, in_doubt: yes}}\n"
            "initial: s\nstates: {s: {}}"
        )
    )
    table["chart"]["facts"]["risk"]["in_doubt"] = "perhaps"

    with pytest.raises(pe.TableError):
        _ = from_table(sealed(table)).chart.facts
