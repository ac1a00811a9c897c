"""The spine: the ladder in a policy, found and not written by hand.

It begins where a call begins and takes as many escalating rungs as there are, one after the other. From the
last it goes on to an end: by what ends the call, by what happens next, by time. What may happen at any moment
(a transition of a box) is taken only where a card itself leads nowhere new; from an end inside a box only its
`done` leads on. A parallel state is one rung; its regions' own ladders stand in it one after the other.

Where no event of a policy has a tone, each event that leads forward in the file counts as a rung up: authors
write a ladder from its lowest rung. That orders the cards and says nothing about the call getting worse.
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
        self.toned = any(event.tone is not None for event in chart.events.values())
        self.leaving: dict[int, list[Transition]] = {}
        for transition in chart.transitions:
            self.leaving.setdefault(transition.source, []).append(transition)

    def ladder(self, scope: int) -> tuple[int, ...]:
        """The leaf states of the ladder inside a compound state."""
        initial = self.chart.states[scope].initial
        assert initial is not None
        path = self._climb(scope, self._rung(scope, initial))
        seen = set(path)
        while (following := self._onward(scope, path[-1], seen)) is not None:
            path.append(following)
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
            elif kind != "history":
                found += self._leaves(child)
        return tuple(found)

    def _climb(self, scope: int, start: int) -> list[int]:
        """The longest way up by escalation. Where two are equally long, the one that is first in the file."""
        ups, order = self._ways(scope, start)
        length: dict[int, int] = {}
        best: dict[int, int | None] = {}
        for rung in order:  # what a rung leads to stands before it
            best[rung] = max(ups[rung], key=lambda up: (length[up], -up), default=None)
            following = best[rung]
            length[rung] = 1 if following is None else length[following] + 1
        path = [start]
        while (up := best[path[-1]]) is not None:
            path.append(up)
        return path

    def _ways(self, scope: int, start: int) -> tuple[dict[int, list[int]], list[int]]:
        """For each rung where escalation leads from it, and the rungs in an order in which those come first.

        By hand, not by recursion: a ladder may be longer than Python's stack. What leads back to a rung that
        is still being seen through closes a circle and is left out.
        """
        order: list[int] = []
        ups: dict[int, list[int]] = {start: []}
        open_rungs = {start}
        stack = [(start, iter(sorted(self._escalating(scope, start))))]
        while stack:
            rung, rest = stack[-1]
            for up in rest:
                if up in open_rungs:
                    continue
                ups[rung].append(up)
                if up not in ups:
                    ups[up] = []
                    open_rungs.add(up)
                    stack.append((up, iter(sorted(self._escalating(scope, up)))))
                    break
            else:
                order.append(rung)
                open_rungs.remove(rung)
                stack.pop()
        return ups, order

    def _escalating(self, scope: int, rung: int) -> set[int]:
        return {
            target
            for transition in self._own(rung)
            if self._climbs(transition)
            for target in self._targets(scope, rung, transition)
        }

    def _climbs(self, transition: Transition) -> bool:
        if self.toned:
            return self.tones[transition.index] == "escalates"
        return bool(transition.events) and any(
            target > transition.source and self.chart.states[target].kind != "final"
            for target in transition.targets
        )

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
        """The transitions of a rung and of everything in it, in the order of the file."""
        found = []
        inside = [rung]
        while inside:
            state = inside.pop()
            found += self.leaving.get(state, [])
            inside += self.chart.states[state].children
        return sorted(found, key=lambda transition: transition.index)

    def _wide(self, scope: int, rung: int) -> list[Transition]:
        """What may happen in a rung because of the boxes around it."""
        state = self.chart.states[rung]
        found = []
        ended = state.kind == "final"
        above = state.parent
        while above is not None and above != scope:
            found += [item for item in self.leaving.get(above, []) if (item.trigger == "done") is ended]
            above = None if ended else self.chart.states[above].parent
        return found

    def _targets(self, scope: int, rung: int, transition: Transition) -> list[int]:
        inside = [target for target in transition.targets if self._within(target, scope)]
        rungs = [self._rung(scope, target) for target in inside[:1]]
        return [target for target in rungs if target != rung]

    def _rung(self, scope: int, index: int) -> int:
        """The rung that a state belongs to, or that is entered with it: the outermost parallel state around
        it inside the scope, or a leaf.
        """
        while True:
            outermost = self._parallel(scope, index)
            if outermost is not None:
                return outermost
            state = self.chart.states[index]
            entered = state.initial
            if state.kind == "history":
                assert state.parent is not None
                entered = state.default[0] if state.default else self.chart.states[state.parent].initial
            if entered is None:
                return index
            index = entered

    def _parallel(self, scope: int, index: int) -> int | None:
        """The outermost parallel state around a state, or that state itself, inside the scope."""
        found = None
        state: int | None = index
        while state is not None and state != scope:
            if self.chart.states[state].kind == "parallel":
                found = state
            state = self.chart.states[state].parent
        return found

    def _within(self, index: int, outer: int) -> bool:
        state: int | None = index
        while state is not None and state != outer:
            state = self.chart.states[state].parent
        return state == outer
