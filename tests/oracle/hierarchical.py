"""The hierarchical machine of `transitions` as a second oracle, for charts that it can run.

It knows neither parallel regions that hold, nor history, raised events, time or refusals; and it takes every
transition to an own descendant as internal. Only callables are given to it: it runs strings that look like
imports.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

from transitions.extensions.nesting import HierarchicalMachine, NestedTransition

from tests.oracle.charts import random_policy
from tests.oracle.comparison import DifferenceError, load
from tests.oracle.compiled import CompiledCourse
from tests.oracle.content import Content
from tests.oracle.course import SECOND
from tests.oracle.courses import Call, random_calls, random_facts
from tests.oracle.naive import Naive
from tests.oracle.plain import branches_of, default_of, listed, names_of
from tests.oracle.shapes import Flavour
from tests.oracle.tree import ROOT


class ActingTransition(NestedTransition):
    """A transition that acts between exits and entries, as SCXML has it."""

    def __init__(self, *arguments: Any, act: Callable[[], None], **others: Any) -> None:
        super().__init__(*arguments, **others)
        self.act = act
        if self.dest is None:
            self.before.append(act)

    def _resolve_transition(self, event_data: Any) -> Any:
        tree, exits, entries = super()._resolve_transition(event_data)
        return tree, [*exits, self.act], entries


class ActingMachine(HierarchicalMachine):
    transition_cls = ActingTransition


class Host(Content):
    """The model of the machine: its variables, and a record of what happened."""

    state: str

    def __init__(self, policy: dict[str, Any], facts: dict[str, Any], most: int) -> None:
        super().__init__(policy, facts, {"most": most}, 0)
        self.exited: list[str] = []
        self.entered: list[str] = []
        first, start = self.tree_of(ROOT), str(policy["initial"])
        self.machine = ActingMachine(
            self, states=first, initial=start, send_event=False, auto_transitions=False
        )
        self.machine.ignore_invalid_triggers = True
        for state in self.body:
            for key, written in self.body[state].get("on", {}).items():
                for event in names_of(key):
                    self.add(state, event, written)
        # The machine enters its first state without callbacks.
        for state in self.active():
            self.entering(state)

    def tree_of(self, parent: str) -> list[dict[str, Any]]:
        return [
            {
                "name": state,
                "on_enter": partial(self.entering, state),
                "on_exit": partial(self.leaving, state),
            }
            | (
                {"children": self.tree_of(state), "initial": self.body[state]["initial"]}
                if self.children(state)
                else {}
            )
            for state in self.children(parent)
        ]

    def path(self, state: str) -> str:
        return "_".join([*reversed(self.ancestors(state, ROOT)), state])

    def add(self, state: str, event: str, written: Any) -> None:
        for branch in branches_of(written):
            self.machine.add_transition(
                event,
                self.path(state),
                self.path(branch["target"]) if "target" in branch else None,
                conditions=partial(self.holds, branch),
                act=partial(self.run, branch.get("do")),
            )

    def holds(self, branch: dict[str, Any]) -> bool:
        self.configuration = set(self.active())
        return ("by" not in branch or self.by in listed(branch["by"])) and bool(
            self.value(branch.get("when", True))
        )

    def active(self) -> list[str]:
        return self.state.split("_")

    def entering(self, state: str) -> None:
        self.entered.append(state)
        self.run(self.body[state].get("entry"))

    def leaving(self, state: str) -> None:
        self.exited.append(state)
        self.run(self.body[state].get("exit"))

    def send(self, call: Call) -> tuple[object, ...]:
        """Whether an event was applied, and what was done, as a session's decision tells it."""
        self.exited, self.entered, self.actions = [], [], []
        self.facts.update(call.facts)
        declared = self.policy["events"][call.event]
        role = call.by[0] if isinstance(call.by, tuple) else call.by
        self.by = role or next(iter(self.policy["roles"]))
        self.data = {name: default_of(one) for name, one in declared.get("data", {}).items()} | call.data
        taken = self.by in declared.get("by", [self.by]) and bool(self.trigger(call.event))
        return (
            taken,
            tuple(self.active()),
            tuple(self.exited),
            tuple(self.entered),
            tuple(self.actions),
            self.context,
        )

    trigger: Callable[[str], Any]


def compare_with_transitions(random: Random, flavour: Flavour) -> int:
    """Runs a random chart on both; gives the number of events that were applied."""
    policy = random_policy(random, flavour)
    facts = random_facts(random, policy)
    host = Host(policy, facts, most=2)
    course = CompiledCourse(load(policy, edges=150), facts)
    guide = Naive(policy, facts)
    applied = 0
    for call in random_calls(random, guide, 12):
        if call.kind != "send":
            continue
        guide.send(call.event, call.data, call.by, call.facts, call.now)
        expected = host.send(call)
        answer = course.send(
            call.event, data=call.data or None, by=call.by, facts=call.facts or None, now=call.now / SECOND
        )
        actual = (
            answer.verdict == "applied",
            answer.configuration,
            answer.exited,
            answer.entered,
            answer.actions,
            answer.context,
        )
        if expected != actual:
            raise DifferenceError(f"{call}\ntransitions {expected}\ncompiled    {actual}\n{policy}")
        applied += answer.verdict == "applied"
    return applied
