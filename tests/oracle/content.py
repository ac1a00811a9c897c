"""What the action lists of a policy do: the oracle's variables, queues and timers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.oracle.duties import Duties
from tests.oracle.expressions import Reading, evaluate
from tests.oracle.plain import bounds, default_of, listed, members, read_delay


class RangeError(Exception):
    """a variable would leave its declared range"""


@dataclass(frozen=True)
class Trigger:
    """What asks for a transition: `always`, an `event`, the `done` of a state or a timer (`after`) of one; or
    the time of something that must be done (`must`).
    """

    kind: str
    name: str = ""
    state: str = ""


@dataclass
class Pending:
    """A timer or a delayed event that waits. `order` is its place in the document. A timer has no `due` until
    the step is done that entered its state.
    """

    due: int | None
    order: int
    number: int
    trigger: Trigger
    id: str | None = None


class Content(Duties):
    """`queue` holds what was raised, `sent` what was sent without delay, `pending` what waits."""

    def __init__(
        self, policy: dict[str, Any], facts: dict[str, Any], parameters: dict[str, Any], now: int
    ) -> None:
        super().__init__(policy)
        self.facts = self.defaults("facts") | facts
        self.parameters = self.defaults("parameters") | parameters
        self.context = self.defaults("context")
        self.configuration: set[str] = set()
        self.now = now
        self.count = 0
        self.queue: list[Trigger] = []
        self.sent: list[tuple[str, str | None]] = []  # each with its id
        self.pending: list[Pending] = []
        self.data: dict[str, Any] = {}
        self.by: str | None = None
        self.person = ""
        self.persons = [name for name, one in policy.get("context", {}).items() if "person" in one]
        self.actions: list[tuple[str, dict[str, Any]]] = []

    def defaults(self, section: str) -> dict[str, Any]:
        return {name: default_of(one) for name, one in self.policy.get(section, {}).items()}

    def run(self, written: Any) -> None:
        for action in listed(written):
            if isinstance(action, str):
                self.ask(action, {})
                continue
            (word, argument), *_ = action.items()
            if word == "set":
                values = {name: self.wanted(name, value) for name, value in argument.items()}
                self.assign(values)
                for name, value in values.items():
                    self.take_back(name)
                    self.let_lapse(name, value)
            elif word == "add":
                amounts = {name: self.wanted(name, by) for name, by in argument.items()}
                self.assign({name: self.context[name] + by for name, by in amounts.items()})
                for name, by in amounts.items():
                    self.let_lapse(name, by)
            elif word == "remember":
                self.context.update(dict.fromkeys(argument, self.person))
            elif word == "raise":
                self.queue.append(Trigger("event", argument))
            elif word == "send":
                self.send_later(self.place[id(action)], argument)
            elif word == "cancel":
                self.pending = [one for one in self.pending if one.id != argument]
                self.sent = [(event, name) for event, name in self.sent if name != argument]
            else:
                self.ask(word, argument or {})

    def ask(self, name: str, given: dict[str, Any]) -> None:
        declared = (self.policy["actions"][name] or {}).get("params", {})
        params = {param: default_of(one) for param, one in declared.items() if param not in given}
        for param, value in given.items():
            params[param] = self.value(value["expr"]) if isinstance(value, dict) else value
        self.actions.append((name, params))
        self.meet("action", name)

    def send_later(self, place: int, argument: Any) -> None:
        described = {"event": argument} if isinstance(argument, str) else argument
        delay = described.get("delay", "0 s")
        if delay.startswith("0 "):
            self.sent.append((described["event"], described.get("id")))
        else:
            self.arm(self.later(delay), place, Trigger("event", described["event"]), described.get("id"))

    def arm(self, due: int | None, place: int, trigger: Trigger, name: str | None = None) -> None:
        self.count += 1
        self.pending.append(Pending(due, place, self.count, trigger, name))

    def lapse_of(self, name: str) -> tuple[str, bool] | None:
        """How long what is added to a variable counts, and whether all of it lapses at once."""
        written = self.policy["context"][name].get("lapse")
        if isinstance(written, dict):
            return written["after"], written.get("when") == "all"
        return None if written is None else (written, False)

    def let_lapse(self, name: str, amount: Any) -> None:
        """What was added will fall away by itself; the whole count begins anew with every addition."""
        lapse = self.lapse_of(name)
        if lapse is None:
            return
        after, whole = lapse
        if whole and (amount > 0 or self.context[name] == 0):
            self.take_back(name)
        elif not whole and amount < 0:
            self.take_back(name, -amount)
        behind = 10**6 + list(self.policy["context"]).index(name)
        for _ in range(min(amount, 1) if whole else amount):
            self.arm(self.later(after), behind, Trigger("lapse", name))

    def take_back(self, name: str, most: int | None = None) -> None:
        """All that was added, or so many of the latest additions, never happened."""
        waiting = [one for one in self.pending if one.trigger == Trigger("lapse", name)]
        latest = sorted(waiting, key=lambda one: -one.number)[:most]
        self.pending = [one for one in self.pending if one not in latest]

    def later(self, delay: str) -> int:
        """The moment so long after now, with what parameters, facts and variables say now."""
        return self.now + read_delay(delay, self.facts | self.parameters | self.context)

    def set_timers(self) -> None:
        """Tells the timers of the states that were entered when they are due."""
        for one in self.pending:
            if one.due is None:
                one.due = self.later(one.trigger.name)

    def begin_duty(self, name: str, within: str, order: int) -> int:
        due = self.later(within)
        self.arm(due, order, Trigger("must", name))
        return due

    def end_duty(self, name: str) -> None:
        self.pending = [one for one in self.pending if one.trigger != Trigger("must", name)]

    def wanted(self, name: str, value: Any) -> Any:
        """A member or a text stands for itself; `{expr: ...}` and every other text is an expression."""
        if isinstance(value, dict):
            return self.value(value["expr"])
        declared = self.policy["context"][name]
        if isinstance(value, str) and ("text" in declared or value in members(declared)):
            return value
        return self.value(value)

    def assign(self, values: dict[str, Any]) -> None:
        for name, value in values.items():
            declaration = self.policy["context"][name]
            limits = declaration.get("counter", declaration.get("range"))
            if limits is not None and not bounds(limits)[0] <= value <= bounds(limits)[1]:
                raise RangeError(name)
        self.context.update(values)

    def value(self, written: Any) -> Any:
        """The value of an expression; what is no text is a literal."""
        if not isinstance(written, str):
            return written
        names = self.facts | self.parameters | self.context
        guards = {name: str(text) for name, text in self.policy.get("guards", {}).items()}
        return evaluate(
            written, Reading(names, guards, self.data, self.by, self.configuration, self.persons, self.person)
        )
