"""The spine: the ladder in a policy, found and not written by hand.

It begins where a call begins and takes as many escalating rungs as there are, one after the other. From the
last it goes on to an end: by what ends the call, by what happens next, by time. What may happen at any moment
(a transition of a box) is taken only where a card itself leads nowhere new. A parallel state is one rung; its
regions' own ladders stand in it one after the other.
"""

from __future__ import annotations

from policy_engine.diagrams.tones import tones_of
from policy_engine.model.chart import Chart, Transition

# What is followed once escalation has come to its end, best first.
_ONWARD = ("escalates", "ends", "plain", "calms")


def spine_of(chart: Chart) -> tuple[int, ...]:
    """The indices of the leaf states on the spine, in order."""
    return _Search(chart).ladder(0)


class _Search:
    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.tones = tones_of(chart)

    def ladder(self, scope: int) -> tuple[int, ...]:
        """The leaf states of the ladder inside a compound state."""
        initial = self.chart.states[scope].initial
        assert initial is not None
        path = self._climb(scope, self._rung(scope, initial), ())
        seen = set(path)
        while (following := self._onward(scope, path[-1], seen)) is not None:
            path = (*path, following)
            seen.add(following)
        return tuple(leaf for rung in path for leaf in self._leaves(rung))

    def _leaves(self, rung: int) -> tuple[int, ...]:
        state = self.chart.states[rung]
        if state.kind != "parallel":
            return (rung,)
        found: list[int] = []
        for child in state.children:
            kind = self.chart.states[child].kind
            if kind == "compound":
                found += self.ladder(child)
            elif kind == "parallel":
                found += self._leaves(child)
            elif kind != "history":
                found.append(child)
        return tuple(found)

    def _climb(self, scope: int, start: int, above: tuple[int, ...]) -> tuple[int, ...]:
        """The longest way up by escalation. Where two are equally long, the one that is first in the file."""
        order: list[int] = []
        ups: dict[int, list[int]] = {}
        self._visit(scope, start, [], ups, order)
        best: dict[int, tuple[int, ...]] = {}
        for rung in order:  # what a rung leads to stands before it
            ways = [best[up] for up in ups[rung]]
            longest = max(ways, key=lambda way: (len(way), [-step for step in way]), default=())
            best[rung] = (rung, *longest)
        return above + best[start]

    def _visit(
        self, scope: int, start: int, path: list[int], ups: dict[int, list[int]], order: list[int]
    ) -> None:
        # By hand, not by recursion: a ladder may be longer than Python's stack. What leads back to a rung
        # that is still being seen through closes a circle and is left out.
        ups[start] = []
        stack = [(start, iter(sorted(self._escalating(scope, start))))]
        path.append(start)
        while stack:
            rung, rest = stack[-1]
            for up in rest:
                if up in path:
                    continue
                ups[rung].append(up)
                if up not in ups:
                    ups[up] = []
                    path.append(up)
                    stack.append((up, iter(sorted(self._escalating(scope, up)))))
                    break
            else:
                order.append(rung)
                path.pop()
                stack.pop()

    def _escalating(self, scope: int, rung: int) -> set[int]:
        return {
            target
            for transition in self._own(rung)
            if self.tones[transition.index] == "escalates"
            for target in self._targets(scope, rung, transition)
        }

    def _onward(self, scope: int, rung: int, seen: set[int]) -> int | None:
        own = [(0, item) for item in self._own(rung)]
        wide = [(1, item) for item in self._wide(scope, rung)]
        found = [
            (
                away,
                _ONWARD.index(self.tones[item.index]),
                item.guard is not None and not item.is_else,
                target < rung,  # the file is written from the lowest rung up
                item.index,
                target,
            )
            for away, item in own + wide
            for target in self._targets(scope, rung, item)
            if target not in seen
        ]
        return min(found)[-1] if found else None

    def _own(self, rung: int) -> list[Transition]:
        """The transitions of a rung and of everything in it."""
        return [item for item in self.chart.transitions if self._within(item.source, rung)]

    def _wide(self, scope: int, rung: int) -> list[Transition]:
        above = set()
        state = self.chart.states[rung].parent
        while state is not None and state != scope:
            above.add(state)
            state = self.chart.states[state].parent
        return [item for item in self.chart.transitions if item.source in above]

    def _targets(self, scope: int, rung: int, transition: Transition) -> list[int]:
        inside = [target for target in transition.targets if self._within(target, scope)]
        rungs = [self._rung(scope, target) for target in inside[:1]]
        return [target for target in rungs if target != rung]

    def _rung(self, scope: int, index: int) -> int:
        """The rung that a state belongs to, or that is entered with it: the outermost parallel state around
        it inside the scope, or a leaf.
        """
        around = []
        state: int | None = index
        while state is not None and state != scope:
            around.append(state)
            state = self.chart.states[state].parent
        for outer in reversed(around):
            if self.chart.states[outer].kind == "parallel":
                return outer
        state = index
        while True:
            here = self.chart.states[state]
            if here.kind == "history":
                state = here.default[0] if here.default else self.chart.states[here.parent or 0].index
                if not here.default:
                    initial = self.chart.states[state].initial
                    if initial is None:
                        return state
                    state = initial
            elif here.kind == "compound":
                assert here.initial is not None
                state = here.initial
            else:
                return state

    def _within(self, index: int, outer: int) -> bool:
        state: int | None = index
        while state is not None and state != outer:
            state = self.chart.states[state].parent
        return state == outer
