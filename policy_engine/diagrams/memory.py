"""What a history can remember where a transition is taken: whether its box may have been active before."""

from __future__ import annotations

from policy_engine.model.chart import Chart


class Memory:
    """The histories of one chart. What was found about a box is kept."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.later: dict[int, frozenset[int]] = {}
        self.leaving: dict[int, list[int]] = {}
        for transition in chart.transitions:
            self.leaving.setdefault(transition.source, []).extend(transition.targets)

    def may_recall(self, history: int, source: int) -> bool:
        """Whether the box of a history may have been active before a transition from `source` is taken.

        False only where that is impossible; conditions are not looked at.
        """
        box = self.chart.states[history].parent
        assert box is not None
        if box not in self.later:
            self.later[box] = self._after(box)
        return any(leaf in self.later[box] for leaf in self._leaves(source))

    def _after(self, box: int) -> frozenset[int]:
        """The leaf states that may be active once a box has been, its own included."""
        seen: set[int] = set()
        pending = self._leaves(box)
        while pending:
            leaf = pending.pop()
            if leaf in seen:
                continue
            seen.add(leaf)
            around = path(self.chart, leaf)
            for state in around:
                for target in self.leaving.get(state, ()):
                    pending += self._entered(box, target, around)
                if self.chart.states[state].kind == "parallel":
                    pending += self._leaves(state)
        return frozenset(seen)

    def _entered(self, box: int, index: int, source: list[int]) -> list[int]:
        """The leaf states that may be entered with a state once a box has been active."""
        state = self.chart.states[index]
        if state.kind == "history":
            assert state.parent is not None
            around_box = state.parent in path(self.chart, box)
            if state.deep and around_box and state.parent not in source:
                # It was left after the box had been active: what it restores was found there.
                return []
            return self._leaves(state.parent)
        if state.kind == "compound":
            assert state.initial is not None
            return self._entered(box, state.initial, source)
        return self._leaves(index)

    def _leaves(self, index: int) -> list[int]:
        """The leaf states in a state; a leaf is in itself, a history is none."""
        state = self.chart.states[index]
        if not state.children:
            return [] if state.kind == "history" else [index]
        return [leaf for child in state.children for leaf in self._leaves(child)]


def path(chart: Chart, index: int) -> list[int]:
    """A state and all around it, from the innermost out."""
    found = [index]
    while (parent := chart.states[found[-1]].parent) is not None:
        found.append(parent)
    return found
