"""A session of an earlier version, taken over: from its snapshot to one of the new version.

Where it stands, what it remembers, what is due and what is kept for people goes on, under the names of
the new version. Nothing is guessed: what the new version's `migrate` says nothing of, and what can't be
kept, raises.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policy_engine.errors import MigrationError, SnapshotError
from policy_engine.model.chart import Chart, Migration, Send, Timer
from policy_engine.model.hidden import is_hidden, lapse_of, lapsing
from policy_engine.model.types import Declaration, Value, defaults_of
from policy_engine.session.moment import from_text, to_text
from policy_engine.session.rows import Table
from policy_engine.session.snapshot import restore
from policy_engine.session.values import shown

AS_IT_IS = Migration(None, ())  # type: ignore[arg-type]  # nobody wrote it, so it stands nowhere


def plan_for(old: Chart, new: Chart) -> Migration:
    """How sessions go on: as the new version says, else as they are where only words differ.

    Raises MigrationError where it says nothing of that version.
    """
    from policy_engine.courses.skeleton import same_skeleton  # of no use to any other session

    if old.id != new.id:
        raise MigrationError("migrate-other-policy", old=old.id, new=new.id)
    if new.migrate is not None and old.version in new.migrate.versions:
        return new.migrate
    if same_skeleton(old, new):
        return AS_IT_IS
    raise MigrationError("migrate-not-asked-for", policy=new.id, version=old.version)


def parameters_for(snapshot: Mapping[str, Any], chart: Chart) -> dict[str, Value]:
    """The parameters of a session under the new version. Raises MigrationError."""
    return _kept(snapshot["parameters"], chart.parameters, "migrate-parameter")


def migrated(
    snapshot: Mapping[str, Any], old: Table, new: Table, plan: Migration, now: int | None
) -> dict[str, Any]:
    """The snapshot of the same session under the new version.

    snapshot: one that `old` can restore. now: when what is new begins to run, in nanoseconds since 1970 UTC;
    None: when the session was last told something. Raises MigrationError.
    """
    return _Move(snapshot, old, new, plan, now).snapshot()


class _Move:
    def __init__(
        self, snapshot: Mapping[str, Any], old: Table, new: Table, plan: Migration, now: int | None
    ) -> None:
        self.said = snapshot
        self.old, self.new = old, new
        self.plan = plan
        last = from_text(snapshot["now"])
        self.told = last if now is None else max(now, last)
        self.active = {state.id for state in old.chart.states} & {*snapshot["configuration"]}
        self.number = int(snapshot["next_number"])

    def snapshot(self) -> dict[str, Any]:
        said, chart = self.said, self.new.chart
        context = self._context()
        facts = _kept(said["facts"], chart.facts, "migrate-fact")
        configuration = self._configuration()
        values = {**self.new.automaton.parameters, **facts, **context}
        made = {
            **said,
            "version": chart.version,
            "digest": chart.digest,
            "parameters": dict(self.new.automaton.parameters),
            "configuration": configuration,
            "history": self._history(),
            "context": context,
            "facts": facts,
            "timers": [] if said["done"] else self._timers(configuration, values),
            "sends": [] if said["done"] else self._sends(context, values),
            "settling": {
                event: moments
                for event, moments in said["settling"].items()
                if event in self.new.plans and self.new.plans[event].settle is not None
            },
            "now": to_text(self.told) if self.told else said["now"],
        }
        made["next_number"] = self.number
        overdue = {id: due for id, due in said.get("overdue", {}).items() if id in chart.musts}
        made.pop("overdue", None)
        if overdue:
            made["overdue"] = overdue
        self._check_records()
        if "journal" in said:
            began = said["journal"]
            made["journal"] = {**began, "facts": _kept(began["facts"], chart.facts, "migrate-fact")}
        return self._checked(made, configuration)

    def _checked(self, made: dict[str, Any], configuration: list[str]) -> dict[str, Any]:
        """A snapshot that the new version takes, with what follows from where it stands."""
        topology = self.new.automaton.topology
        bits = {state.id: 1 << state.index for state in self.new.chart.states}
        states, found = self._shown(self.said["configuration"]), self._shown(configuration)
        mask = 0
        for name in configuration:
            mask |= bits[name]
        if not topology.is_legal(mask):
            raise MigrationError("migrate-configuration", states=states, found=found)
        try:
            node = restore(self.new, made).node
        except SnapshotError:
            raise MigrationError("migrate-unreachable", states=states, found=found) from None
        if node.done != made["done"]:
            raise MigrationError("migrate-configuration", states=states, found=found)
        return {**made, "outcome": node.outcome}

    @staticmethod
    def _shown(names: list[str]) -> list[str]:
        return [name for name in names if name]

    # -- where it stands -------------------------------------------------------------------------------------

    def _name(self, state: str) -> str | None:
        """What a state is called now, or None where it is gone."""
        name = self.plan.states.get(state, state)
        return name if name in self.new.ids and name else None

    def _configuration(self) -> list[str]:
        old, new = self.old.chart, self.new.chart
        active = [state for state in old.states if state.id in self.active]
        inner = {state.parent for state in active}
        by_id = {state.id: state for state in new.states}
        found: set[int] = set()
        for state in active:
            if state.index in inner:
                continue
            name = self._name(state.id)
            if name is None:
                raise MigrationError("migrate-state", state=state.id)
            here = by_id[name]
            found.add(here.index)
            while here.parent:
                here = new.states[here.parent]
                found.add(here.index)
        return [new.states[index].id for index in sorted(found)]

    def _history(self) -> dict[str, list[str]]:
        """What each history state would bring back, as far as there is such a state and it may do so."""
        topology = self.new.automaton.topology
        bits = {state.id: 1 << state.index for state in self.new.chart.states}
        found = {}
        for name, states in self.said["history"].items():
            now = self._name(name)
            if now is None or self.new.chart.states[self.new.ids.index(now)].kind != "history":
                continue
            mask, places = 0, []
            for state in states:
                place = self._name(state)
                if place is None:
                    raise MigrationError("migrate-state", state=state)
                mask |= bits[place]
                places.append(place)
            if not topology.may_remember(self.new.ids.index(now), mask):
                raise MigrationError("migrate-configuration", states=self._shown(states), found=places)
            found[now] = places
        return found

    # -- what it remembers -----------------------------------------------------------------------------------

    def _context(self) -> dict[str, Value]:
        declared, plan = self.new.chart.context, self.plan
        found = {**defaults_of(declared), **plan.values}
        for name, value in self.said["context"].items():
            now = plan.context.get(name, name)
            if name in plan.dropped:
                continue
            if now not in declared:
                if not is_hidden(name):
                    raise MigrationError("migrate-variable", name=name)
            elif now in plan.values and name == now:
                continue
            elif not declared[now].type.accepts(value):
                raise MigrationError("migrate-value", name=name, value=shown(value))
            else:
                found[now] = value
        return {name: found[name] for name in declared}

    def _check_records(self) -> None:
        """That what is written down can be kept."""
        actions = self.new.chart.actions
        for one in self.said.get("records", ()):
            action = one["action"]
            fields = {field.name: field for field in actions[action].record} if action in actions else {}
            if not fields:
                raise MigrationError("migrate-record", action=action, name=action)
            for name, value in one["values"].items():
                field = fields.get(name)
                known = field is not None and field.known and name == "channel"
                if not known and (field is None or field.known or not field.declaration.type.accepts(value)):
                    raise MigrationError("migrate-record", action=action, name=name)

    # -- what is due -----------------------------------------------------------------------------------------

    def _due(self, moment: int | None = None) -> int:
        """The moment from which what is new is counted."""
        if not self.told and moment is None:
            raise MigrationError("migrate-needs-now")
        return self.told if moment is None else moment

    def _timers(self, configuration: list[str], values: Mapping[str, Value]) -> list[dict[str, Any]]:
        running = {(item["state"], item["duration"]): item["due"] for item in self.said["timers"]}
        found = []
        for state in self.new.chart.states:
            if state.id not in configuration:
                continue
            before = self._before(state.id)
            for timer in state.after:
                twin = _twin(timer, state.after, before)
                key = None if twin is None else (self.old.ids[twin.state], str(twin.duration))
                if twin is not None and key not in running:
                    continue  # it has come already
                same = twin is not None and twin.duration == timer.duration
                if key is not None and (same or not self.plan.restart):
                    due = running[key]
                else:
                    due = to_text(timer.duration.read(values).due(self._due(), self.new.chart.calendar))
                found.append({"state": state.id, "duration": str(timer.duration), "due": due})
        return sorted(found, key=lambda item: str(item["due"]))

    def _before(self, state: str) -> tuple[Timer, ...]:
        """The timers of the active state of the old version that goes on as this one."""
        return next(
            (
                one.after
                for one in self.old.chart.states
                if one.id in self.active and self._name(one.id) == state
            ),
            (),
        )

    def _sends(self, context: Mapping[str, Value], values: Mapping[str, Value]) -> list[dict[str, Any]]:
        known = self.new.automaton.sends
        found, carried = [], set()
        for item in self.said["sends"]:
            event, id = self._event(item["event"]), item["id"]
            counter = lapsing(item["event"])
            if counter is not None:
                id = event
            alike = [send for send in known if send.event == event and send.id == id]
            if not alike:
                if is_hidden(item["event"]):
                    continue
                raise MigrationError("migrate-send", event=item["event"])
            old = next(send for send in self.old.automaton.sends if send.order == item["place"])
            send = next((one for one in alike if one.delay == old.delay), alike[0])
            carried.add(send.event)
            found.append({**item, "event": event, "id": id, "place": send.order})
        found += self._lapsing(context, values, carried)
        return found

    def _event(self, event: str) -> str:
        """What an event is called now: that by which a counter lapses goes with the counter."""
        counter = lapsing(event)
        return event if counter is None else lapse_of(self.plan.context.get(counter, counter))

    def _lapsing(
        self, context: Mapping[str, Value], values: Mapping[str, Value], carried: set[str]
    ) -> list[dict[str, Any]]:
        """What falls away later from counters that lapse only now: counted from the taking over."""
        found = []
        for name, item in self.new.chart.context.items():
            count = context[name]
            if item.lapse is None or not count or lapse_of(name) in carried:
                continue
            send = next(send for send in self.new.automaton.sends if send.event == lapse_of(name))
            for _ in range(1 if item.lapse.all else int(count)):
                found.append(self._sent(send, values))
        return found

    def _sent(self, send: Send, values: Mapping[str, Value]) -> dict[str, Any]:
        assert send.delay is not None
        due = send.delay.read(values).due(self._due(), self.new.chart.calendar)
        self.number += 1
        return {
            "event": send.event,
            "id": send.id,
            "place": send.order,
            "number": self.number - 1,
            "due": to_text(due),
        }


def _twin(timer: Timer, all_of_them: tuple[Timer, ...], before: tuple[Timer, ...]) -> Timer | None:
    """The timer of the old state that this one is: that of the same duration, else the one in its place."""
    same = next((one for one in before if one.duration == timer.duration), None)
    if same is not None:
        return same
    taken = [one.duration for one in all_of_them]
    left = [one for one in before if one.duration not in taken]
    mine = [one for one in all_of_them if all(one.duration != other.duration for other in before)]
    place = mine.index(timer)
    return left[place] if place < len(left) else None


def _kept(given: Mapping[str, Any], declared: Mapping[str, Declaration], code: str) -> dict[str, Value]:
    """Facts or parameters as the new version knows them: with their defaults where they are new."""
    found = defaults_of(declared)
    for name, value in given.items():
        if name in declared:
            if not declared[name].type.accepts(value):
                raise MigrationError(code, name=name, value=shown(value))
            found[name] = value
    return {name: found[name] for name in declared}
