"""Compiled tables: refused where they are damaged, and readable while others add to them."""

from __future__ import annotations

import copy
import json
import random
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

import policy_engine as pe
from policy_engine.automaton.table_json import from_table, sealed
from tests.small import ladder, small_policy

DAMAGE: tuple[Any, ...] = (None, True, -1, 10**6, 10**30, 0.5, "", "x", [], {}, [[]], {"$": "Ask"})
EVENTS = ("insult", "calms_down", "call_ended", "joined", "paid")


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


def play(policy: pe.Policy) -> None:
    """Calls everything that a session can be asked; only the errors of the package may come out."""
    for event in EVENTS:
        try:
            session = policy.start({"at_risk": "yes", "customer_name": "x"})
            session.send(event)
            session.send("insult", by="manager")
            _ = session.guidance(), session.allowed, session.forbidden, session.deadline, session.context
            policy.resume(session.snapshot()).advance()
        except pe.PolicyEngineError:
            pass


@pytest.mark.parametrize("seed", range(300))
def test_a_damaged_table_is_refused_or_does_no_harm(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "table.json"
    table = json.loads(json.dumps(ladder().to_table()))
    path.write_text(json.dumps(damaged(table, random.Random(seed))), encoding="utf-8")

    try:
        policy = pe.load_table(path)
    except pe.TableError:
        return
    play(policy)


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


CHANGES = {
    "a field of another kind": lambda table: table["chart"]["states"][1].update(label=5),
    "an unknown field": lambda table: table["chart"]["states"][1].update(more=5),
    "a flag as a number": lambda table: table["chart"]["states"][1].update(index=True),
    "a parent inside": lambda table: table["chart"]["states"][1].update(parent=2),
    "a target that is not there": lambda table: table["chart"]["transitions"][0].update(targets=[99]),
    "an edge to nowhere": lambda table: table["edges"][0].__setitem__(3, 10**6),
    "an edge that enters nothing": lambda table: table["edges"][0].__setitem__(5, [99]),
    "a verdict that is none": lambda table: table["edges"][0].__setitem__(0, "perhaps"),
    "an edge with parts of another kind": lambda table: table["edges"][0].__setitem__(
        6, table["edges"][0][2]
    ),
    "a timer that is not there": lambda table: table["edges"][0].__setitem__(8, [7]),
    "nothing but a list": lambda table: table.update(tests=[[]], parts=[]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_forged_table_with_wrong_kinds_or_places_is_refused(change: Any) -> None:
    table = json.loads(json.dumps(ladder().to_table()))
    change(table)

    with pytest.raises(pe.TableError):
        from_table(sealed(table))


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
        loaded = from_table(json.loads(json.dumps(table)))
        assert not loaded.whole
        assert len(loaded.nodes) == len(table["nodes"]) == len(table["trees"])
