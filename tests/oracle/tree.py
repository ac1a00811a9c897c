"""The states of a plain policy as a tree of ids: who is inside whom, in which order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

ROOT = ""


class Tree:
    """The root's id is the empty text. `order` is document order, `place` that of each `send` and `after`.

    A state comes before the states inside it, wherever its own keys are written.
    """

    def __init__(self, policy: dict[str, Any]) -> None:
        self.policy = policy
        self.body: dict[str, dict[str, Any]] = {ROOT: policy}
        self.parent: dict[str, str] = {}
        self.place: dict[object, int] = {}
        self.above: dict[str, list[str]] = {ROOT: []}  # the proper ancestors, from the innermost out
        self.read_states(ROOT)
        for body in self.body.values():
            self.number({key: value for key, value in body.items() if key != "states"})
        self.order = {state: index for index, state in enumerate(self.body)}

    def read_states(self, parent: str) -> None:
        for state, body in self.body[parent].get("states", {}).items():
            self.body[state] = body or {}
            self.parent[state] = parent
            self.above[state] = [parent, *self.above[parent]]
            self.read_states(state)

    def number(self, node: Any) -> None:
        """Numbers every `send` and every duration of an `after` of one state in the order of writing."""
        if isinstance(node, list):
            for item in node:
                self.number(item)
        elif isinstance(node, dict):
            for key, value in node.items():
                if key == "send":
                    self.place[id(node)] = len(self.place)
                elif key == "after" and isinstance(value, dict):
                    for duration, branches in value.items():
                        self.place[id(value), duration] = len(self.place)
                        self.number(branches)
                else:
                    self.number(value)

    def kind(self, state: str) -> str:
        written = self.body[state].get("type")
        if written is not None:
            return str(written)
        return "compound" if "states" in self.body[state] else "atomic"

    def atomic(self, state: str) -> bool:
        return self.kind(state) in ("atomic", "final")

    def children(self, state: str) -> list[str]:
        return [one for one in self.body[state].get("states", {}) if self.kind(one) != "history"]

    def histories(self, state: str) -> list[str]:
        return [one for one in self.body[state].get("states", {}) if self.kind(one) == "history"]

    def ancestors(self, state: str, upto: str | None = None) -> list[str]:
        """The proper ancestors from the innermost out, without `upto` and what is above it."""
        above = self.above[state]
        return above[: above.index(upto)] if upto in above else above

    def inside(self, state: str, ancestor: str) -> bool:
        return ancestor in self.above[state]

    def in_order(self, states: Iterable[str]) -> list[str]:
        return sorted(states, key=self.order.__getitem__)
