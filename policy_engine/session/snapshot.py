"""A session as JSON-ready data, and back.

A snapshot names states, variables and timers by what they are called in the policy, never by their place in
the table, so that it can be read by people and by another process. It belongs to one digest.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import inf
from typing import TYPE_CHECKING, Any

from policy_engine.automaton.node import Node
from policy_engine.errors import SnapshotError
from policy_engine.model.hidden import timed_by, timing
from policy_engine.model.types import Declaration, Value
from policy_engine.records import record
from policy_engine.session.kept import Filed, Kept
from policy_engine.session.moment import from_text, to_datetime, to_text
from policy_engine.session.rows import Row, Table
from policy_engine.session.timers import Entry, when
from policy_engine.session.values import MOST_REMEMBERED, shown

if TYPE_CHECKING:
    from policy_engine.session.journal import Journal

SCHEMA = "policy_engine/snapshot/1"


def take(
    row: Row,
    *,
    facts: Mapping[str, Value],
    context: Mapping[str, Value],
    timers: tuple[Entry, ...],
    now: int,
    number: int,
    explicit: bool,
    remember: int,
    ids: Collection[str],
    settling: Mapping[str, tuple[int, ...]],
    kept: Kept | None,
    journal: Journal | None,
) -> dict[str, Any]:
    """The snapshot of a session."""
    table, node = row.view.table, row.node
    chart, topology = table.chart, table.automaton.topology
    return {
        "schema": SCHEMA,
        "policy": chart.id,
        "version": chart.version,
        "digest": chart.digest,
        "parameters": dict(table.automaton.parameters),
        "configuration": list(node.states),
        "history": {
            table.ids[index]: list(topology.ids(node.history[place]))
            for place, index in enumerate(topology.histories)
            if node.history[place]
        },
        "context": dict(context),
        "facts": dict(facts),
        "timers": [
            {
                "state": table.ids[chart.timers[what].state],
                "duration": str(chart.timers[what].duration),
                "due": to_text(due),
            }
            for due, _, _, what in timers
            if isinstance(what, int)
        ],
        "sends": [
            {"event": what.event, "id": what.id, "place": place, "number": count, "due": to_text(due)}
            for due, place, count, what in timers
            if not isinstance(what, int)
        ],
        "settling": {event: [to_text(one) for one in counted] for event, counted in settling.items()},
        "now": to_text(now),
        "next_number": number,
        "explicit_now": explicit,
        "remember": remember,
        "remembered": list(ids),
        "done": node.done,
        "outcome": node.outcome,
        **({} if kept is None else _kept(kept, context)),
        **({} if journal is None else {"journal": _journal_json(journal)}),
    }


def _kept(kept: Kept, context: Mapping[str, Value]) -> dict[str, Any]:
    """What is there only where a policy asks for it."""
    missed = {id: to_text(due) for id, due in kept.missed.items() if context[timed_by(id)] == "overdue"}
    found: dict[str, Any] = {"overdue": missed} if missed else {}
    if kept.records:
        found["records"] = [
            {
                "action": one.action,
                "opened": to_text(one.opened),
                "filled": None if one.filled is None else to_text(one.filled),
                "values": dict(one.values),
            }
            for one in kept.records
        ]
    return found


@record
class Restored:
    """What a snapshot says, in the table's own terms."""

    node: Node
    facts: dict[str, Value]
    opaque: dict[str, Value]
    timers: tuple[Entry, ...]
    now: int
    number: int
    explicit: bool
    remember: int
    ids: tuple[str, ...]
    settling: dict[str, tuple[int, ...]]
    kept: Kept | None
    journal: Journal | None


def restore(table: Table, snapshot: Mapping[str, Any]) -> Restored:
    """Reads a snapshot. Raises SnapshotError where it is damaged."""
    try:
        return _restore(table, snapshot)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as problem:
        raise SnapshotError(f"the snapshot is damaged: {shown(problem)}") from None


def belongs(snapshot: object, policy: str, digest: str) -> Mapping[str, Any]:
    """The snapshot, if it is one of this policy. Raises SnapshotError."""
    if not isinstance(snapshot, Mapping) or snapshot.get("schema") != SCHEMA:
        raise SnapshotError(f"this is no snapshot: `schema` must be {SCHEMA!r}")
    if snapshot.get("policy") != policy:
        raise SnapshotError(
            f"the snapshot belongs to the policy {shown(snapshot.get('policy'))}, not to {policy!r}"
        )
    if snapshot.get("digest") != digest:
        raise SnapshotError(
            f"the snapshot belongs to another version of {policy!r} "
            f"(digest {shown(snapshot.get('digest'))}); resume it with the version that it began with, "
            "or give that version as `migrate_from` to let it go on under this one"
        )
    return snapshot


def _restore(table: Table, snapshot: Mapping[str, Any]) -> Restored:
    chart = table.chart
    context = _values(snapshot["context"], chart.context)
    node = _node(table, snapshot, context)
    ids = tuple(snapshot["remembered"])
    if not all(isinstance(item, str) for item in ids):
        raise ValueError("remembered")
    timers = tuple(sorted([*_timers(table, node, snapshot), *_sends(table, snapshot)], key=when))
    return Restored(
        node=node,
        facts=_values(snapshot["facts"], chart.facts),
        opaque={name: value for name, value in context.items() if not chart.context[name].type.finite},
        timers=timers,
        now=from_text(snapshot["now"]),
        number=_whole(snapshot["next_number"]),
        explicit=bool(snapshot["explicit_now"]),
        remember=_whole(snapshot["remember"], MOST_REMEMBERED),
        ids=ids,
        settling=_settling(table, snapshot["settling"]),
        kept=_kept_of(table, snapshot, context, timers),
        journal=_journal(table, snapshot["journal"]) if "journal" in snapshot else None,
    )


def _journal_json(journal: Journal) -> dict[str, Any]:
    from policy_engine.session.journal import journal_json  # few sessions keep one

    return journal_json(journal)


def _journal(table: Table, given: Mapping[str, Any]) -> Journal:
    from policy_engine.session.journal import Journal, entry_from_json

    facts = _values(given["facts"], table.chart.facts)
    began = to_datetime(from_text(given["began"]))
    return Journal(began, facts, [entry_from_json(entry) for entry in given["entries"]])


def _settling(table: Table, given: Mapping[str, list[str]]) -> dict[str, tuple[int, ...]]:
    for event, counted in given.items():
        if table.plans[event].settle is None or type(counted) is not list or counted != sorted(set(counted)):
            raise ValueError(event)
    return {event: tuple(map(from_text, counted)) for event, counted in given.items()}


def _kept_of(
    table: Table, snapshot: Mapping[str, Any], context: Mapping[str, Value], timers: tuple[Entry, ...]
) -> Kept | None:
    """What a session keeps, which is there for all that its variables say is open or overdue."""
    missed = {id: from_text(due) for id, due in snapshot.get("overdue", {}).items()}
    running = {what.id for _, _, _, what in timers if not isinstance(what, int)}
    for name in context:
        id = timing(name)
        if id is None or snapshot["done"]:
            continue
        if context[name] == "open" and name not in running:
            raise ValueError(f"nothing says when {id} is due")
        if context[name] == "overdue" and id not in missed:
            raise ValueError(f"nothing says when {id} was due")
    if not table.chart.context.keys() >= {timed_by(id) for id in missed}:
        raise ValueError("overdue")
    records = tuple([_filed(table, one) for one in snapshot.get("records", ())])
    return Kept(missed, records) if missed or records else None


def _filed(table: Table, given: Mapping[str, Any]) -> Filed:
    fields = {field.name: field for field in table.chart.actions[given["action"]].record}
    values = given["values"]
    for name, value in values.items():
        field = fields[name]
        known = field.known and name == "channel" and isinstance(value, (str, int, float))
        if not known and (field.known or not field.declaration.type.accepts(value)):
            raise ValueError(name)
    filled = given["filled"]
    return Filed(
        given["action"],
        from_text(given["opened"]),
        dict(values),
        None if filled is None else from_text(filled),
    )


def _node(table: Table, snapshot: Mapping[str, Any], context: Mapping[str, Value]) -> Node:
    topology = table.automaton.topology
    bit = {state.id: 1 << state.index for state in table.chart.states[1:] if state.kind != "history"}
    configuration = _mask(snapshot["configuration"], bit)
    history = [0] * len(topology.histories)
    for name, stored in snapshot["history"].items():
        place = topology.slot[table.ids.index(name)]
        history[place] = _mask(stored, bit)
        if not topology.may_remember(topology.histories[place], history[place]):
            raise ValueError(f"history {name}")
    if not topology.is_legal(configuration):
        raise ValueError("configuration")
    finite = [context[name] for name, item in table.chart.context.items() if item.type.finite]
    node = table.automaton.node_of(configuration, history, finite)
    if node is None:
        raise ValueError("no course leads to this configuration")
    return node


def _mask(names: object, bit: Mapping[str, int]) -> int:
    if not isinstance(names, (list, tuple)):
        raise TypeError("a list of states is needed")
    mask = 0
    for name in names:
        mask |= bit[name]
    return mask


def _values(given: Mapping[str, object], declared: Mapping[str, Declaration]) -> dict[str, Value]:
    if set(given) != set(declared):
        raise ValueError(sorted(set(given) ^ set(declared)))
    values: dict[str, Value] = {}
    for name, item in declared.items():
        value = given[name]
        if not item.type.accepts(value):
            raise ValueError(name)
        values[name] = value  # type: ignore[assignment]  # accepts() has just shown that it is a Value
    return values


def _timers(table: Table, node: Node, snapshot: Mapping[str, Any]) -> list[Entry]:
    chart = table.chart
    known = {
        (table.ids[chart.timers[index].state], str(chart.timers[index].duration)): chart.timers[index]
        for index in node.timers
    }
    found: list[Entry] = []
    for item in snapshot["timers"]:
        timer = known.pop((item["state"], item["duration"]))
        found.append((from_text(item["due"]), timer.order, 0, timer.index))
    return found


def _sends(table: Table, snapshot: Mapping[str, Any]) -> list[Entry]:
    known = {send.order: send for send in table.automaton.sends}
    found: list[Entry] = []
    for item in snapshot["sends"]:
        send = known[item["place"]]
        if send.event != item["event"]:
            raise ValueError(item["event"])
        found.append((from_text(item["due"]), send.order, _whole(item["number"]), send))
    return found


def _whole(value: object, most: float = inf) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise ValueError(value)
    return value
