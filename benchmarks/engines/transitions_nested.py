"""transitions' HierarchicalMachine: the same ladder with `conversation` and `limits` as compound states."""

from __future__ import annotations

from typing import Any

from transitions.extensions import HierarchicalMachine

from benchmarks.engines.transitions_flat import STATES, TransitionsFlat, ladder

NESTED: list[Any] = [
    {
        "name": "conversation",
        "initial": "recognise",
        "children": [
            "recognise",
            "acknowledge",
            "explore",
            {"name": "limits", "initial": "boundary", "children": ["boundary", "warn"]},
        ],
    },
    *STATES[5:],
]


class TransitionsNested(TransitionsFlat):
    name = "transitions, nested"

    def build(self) -> Any:
        edges = ladder(
            "conversation",
            "conversation_limits",
            "conversation_explore",
            "conversation_limits_boundary",
            "conversation_limits_warn",
        )
        return HierarchicalMachine(
            model=None, states=NESTED, transitions=edges, initial="conversation", auto_transitions=False
        )

    def state(self, session: Any) -> str:
        return str(session.state).removeprefix("conversation_").removeprefix("limits_")
