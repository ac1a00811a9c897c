"""Who answers the kernel's questions about the outside world.

The kernel runs one macrostep for one outside world. While a table is made the world is chosen, answer by
answer, so that every combination that can matter is met once; at run time the real inputs answer. Both
leave the same trail.
"""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.tree import Test
from policy_engine.model.types import Value

Trail = list[tuple[Test, tuple[Value, ...], int]]


class Explorer:
    """Answers from a prefix, then always with the first option."""

    def __init__(self, prefix: Sequence[int] = ()) -> None:
        self.trail: Trail = []
        self._prefix = prefix

    def choose(self, test: Test, options: tuple[Value, ...]) -> Value:
        """The answer to a question that has at least two possible answers."""
        place = len(self.trail)
        choice = self._prefix[place] if place < len(self._prefix) else 0
        self.trail.append((test, options, choice))
        return options[choice]

    def next_prefix(self) -> list[int] | None:
        """The answers that lead to the next unexplored world, or None when all were met."""
        trail = self.trail
        if not trail:
            return None
        last = len(trail)
        while last and trail[last - 1][2] == len(trail[last - 1][1]) - 1:
            last -= 1
        if not last:
            return None
        return [*(choice for _, _, choice in trail[: last - 1]), trail[last - 1][2] + 1]


class Reader:
    """Answers from the real outside world."""

    def __init__(self, inputs: Inputs) -> None:
        self.trail: Trail = []
        self._inputs = inputs

    def choose(self, test: Test, options: tuple[Value, ...]) -> Value:
        """The true answer."""
        answer = test.evaluate(self._inputs)
        self.trail.append((test, options, options.index(answer)))
        return answer
