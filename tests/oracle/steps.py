"""Microsteps: which transitions an event enables, which states they leave and enter, in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.oracle.content import Content, Trigger
from tests.oracle.plain import branches_of, listed, names_of
from tests.oracle.tree import ROOT

LONGEST_MACROSTEP = 500


class EndlessError(Exception):
    """a macrostep that does not come to an end"""


@dataclass(frozen=True)
class Taken:
    """A branch that is taken: where it stands, and what it says."""

    source: str
    trigger: Trigger
    position: int
    targets: tuple[str, ...]
    internal: bool
    actions: tuple[Any, ...]
    requires: tuple[str, ...] = ()

    def same(self, other: Taken) -> bool:
        return (self.source, self.trigger, self.position) == (other.source, other.trigger, other.position)


class Steps(Content):
    def __init__(
        self, policy: dict[str, Any], facts: dict[str, Any], parameters: dict[str, Any], now: int
    ) -> None:
        super().__init__(policy, facts, parameters, now)
        self.history: dict[str, list[str]] = {}
        self.reentered: set[str] = set()  # histories with a memory that were a target
        self.barred = False  # a branch held but for who reports the event
        self.done = False
        self.outcome: str | None = None
        self.exited: list[str] = []
        self.entered: list[str] = []
        self.microsteps = 0

    def leaves(self) -> list[str]:
        return [state for state in self.in_order(self.configuration) if self.atomic(state)]

    def step(self, trigger: Trigger) -> bool:
        """One microstep for a trigger. True when a transition was taken."""
        enabled = self.without_conflicts(self.enabled(trigger))
        ticked = trigger.kind == "event" and trigger.name in self.policy.get("statements", {})
        if not enabled:
            ticked = ticked and not self.barred
            if ticked:
                self.microsteps += 1
                self.context[trigger.name] = True
            return ticked
        self.microsteps += 1
        if self.microsteps > LONGEST_MACROSTEP:
            raise EndlessError
        self.leave(enabled)
        for transition in enabled:
            if ticked:
                self.context[trigger.name] = True
            self.run(list(transition.actions))
        self.enter([(list(one.targets), self.domain(one)) for one in enabled if one.targets])
        return True

    # ---- selection

    def enabled(self, trigger: Trigger) -> list[Taken]:
        """For each active leaf the first branch that holds, looked for from the leaf out."""
        found: list[Taken] = []
        for leaf in self.leaves():
            for state in [leaf, *self.ancestors(leaf)]:
                branch = self.first_holding(state, trigger)
                if branch is not None:
                    if not any(branch.same(other) for other in found):
                        found.append(branch)
                    break
        return found

    def first_holding(self, state: str, trigger: Trigger) -> Taken | None:
        for position, branch in enumerate(branches_of(self.written(state, trigger))):
            if not self.holds(branch.get("when")):
                continue
            if self.by is not None and "by" in branch and self.by not in listed(branch["by"]):
                self.barred = True
            else:
                targets, actions = listed(branch.get("target")), listed(branch.get("do"))
                internal = branch.get("internal", False)
                return Taken(
                    state,
                    trigger,
                    position,
                    tuple(targets),
                    internal,
                    tuple(actions),
                    tuple(listed(branch.get("requires"))),
                )
        return None

    def written(self, state: str, trigger: Trigger) -> Any:
        body = self.body[state]
        if trigger.kind == "always":
            return body.get("always")
        if trigger.kind == "event":
            on = body.get("on", {})
            return next((on[key] for key in on if trigger.name in names_of(key)), None)
        if trigger.state != state:
            return None
        return body.get("done") if trigger.kind == "done" else body["after"][trigger.name]

    def holds(self, when: Any) -> bool:
        return when is None or bool(self.value(when))

    def without_conflicts(self, enabled: list[Taken]) -> list[Taken]:
        kept: list[Taken] = []
        for one in enabled:
            preempted = False
            displaced: list[Taken] = []
            for other in kept:
                if self.exit_set(one) & self.exit_set(other):
                    if self.inside(one.source, other.source):
                        displaced.append(other)
                    else:
                        preempted = True
                        break
            if not preempted:
                kept = [other for other in kept if not any(other.same(gone) for gone in displaced)]
                kept.append(one)
        return kept

    # ---- leaving

    def exit_set(self, transition: Taken) -> set[str]:
        if not transition.targets:
            return set()
        domain = self.domain(transition)
        return {state for state in self.configuration if self.inside(state, domain)}

    def domain(self, transition: Taken) -> str:
        """The nearest compound ancestor of the source that contains all targets.

        A history counts as the state that it is written in. The Recommendation's text says so: the targets of
        a transition are those that it names. Its pseudo-code looks at what the history stands for instead,
        and would then enter states a second time that were never left.
        """
        source, targets = transition.source, transition.targets
        around = [one for one in self.ancestors(source) if self.kind(one) == "compound"]
        if transition.internal and self.kind(source) == "compound":
            around.insert(0, source)
        return next(one for one in around if all(self.inside(target, one) for target in targets))

    def leave(self, transitions: list[Taken]) -> None:
        leaving = self.in_order(set[str]().union(*(self.exit_set(one) for one in transitions)))[::-1]
        for state in leaving:
            for history in self.histories(state):
                self.history[history] = [
                    one for one in self.in_order(self.configuration) if self.remembers(history, one)
                ]
        for state in leaving:
            self.run(self.body[state].get("exit"))
            self.pending = [
                one for one in self.pending if one.trigger.kind != "after" or one.trigger.state != state
            ]
            self.configuration.remove(state)
            self.exited.append(state)

    def remembers(self, history: str, state: str) -> bool:
        parent = self.parent[history]
        if self.body[history].get("deep", False):
            return self.atomic(state) and self.inside(state, parent)
        return self.parent[state] == parent

    # ---- entering

    def enter(self, transitions: list[tuple[list[str], str]]) -> None:
        """Enters what transitions lead to, each given by its targets and its domain."""
        entering: set[str] = set()
        for targets, domain in transitions:
            for target in targets:
                self.add_descendants(target, entering)
            for target in self.effective(targets):
                self.add_ancestors(target, domain, entering)
        for state in self.in_order(entering):
            self.configuration.add(state)
            self.entered.append(state)
            timers = self.body[state].get("after", {})
            for duration in timers:
                trigger = Trigger("after", duration, state)
                self.arm(None, self.place[id(timers), duration], trigger)
            self.reach(state)
            self.run(self.body[state].get("entry"))
            if self.kind(state) == "final":
                self.finished(state)

    def add_descendants(self, state: str, entering: set[str]) -> None:
        kind = self.kind(state)
        if kind == "history":
            if self.history.get(state):
                self.reentered.add(state)
            stands_for = self.history.get(state) or self.default(state)
            for one in stands_for:
                self.add_descendants(one, entering)
            for one in stands_for:
                self.add_ancestors(one, self.parent[state], entering)
            return
        entering.add(state)
        if kind == "compound":
            initial = self.body[state]["initial"]
            self.add_descendants(initial, entering)
            self.add_ancestors(initial, state, entering)
        elif kind == "parallel":
            self.add_regions(state, entering)

    def add_ancestors(self, state: str, upto: str, entering: set[str]) -> None:
        for ancestor in self.ancestors(state, upto):
            entering.add(ancestor)
            if self.kind(ancestor) == "parallel":
                self.add_regions(ancestor, entering)

    def add_regions(self, parallel: str, entering: set[str]) -> None:
        for child in self.children(parallel):
            if not any(self.inside(one, child) for one in entering):
                self.add_descendants(child, entering)

    def default(self, history: str) -> list[str]:
        """Where a history without a memory leads; left out, where its parent begins."""
        parent = self.parent[history]
        if "target" in self.body[history]:
            return listed(self.body[history]["target"])
        return self.children(parent) if self.kind(parent) == "parallel" else [self.body[parent]["initial"]]

    def effective(self, targets: Iterable[str]) -> list[str]:
        """The targets with every history replaced by what it stands for now."""
        found: list[str] = []
        for target in targets:
            if self.kind(target) != "history":
                found.append(target)
            else:
                found += self.history.get(target) or self.effective(self.default(target))
        return found

    def finished(self, state: str) -> None:
        """A final state was entered: the session is done, or its parent is and perhaps a parallel above."""
        parent = self.parent[state]
        if parent == ROOT:
            self.done, self.outcome = True, self.body[state].get("outcome", state)
            return
        self.queue.append(Trigger("done", state=parent))
        above = self.parent[parent]
        if self.kind(above) == "parallel" and all(self.is_finished(one) for one in self.children(above)):
            self.queue.append(Trigger("done", state=above))

    def is_finished(self, state: str) -> bool:
        if self.kind(state) == "compound":
            return any(
                self.kind(one) == "final" and one in self.configuration for one in self.children(state)
            )
        if self.kind(state) == "parallel":
            return all(self.is_finished(one) for one in self.children(state))
        return False
