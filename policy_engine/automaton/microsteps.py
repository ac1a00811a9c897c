"""What one microstep does to the states: which it leaves, which it enters, what the histories keep.

This depends on the configuration, on what the histories would bring back and on the transitions that are
taken, and on nothing else. So every such situation is worked out once (appendix D), and kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policy_engine.automaton.program import Arrow, Instruction, Program
from policy_engine.automaton.topology import bits, bits_down
from policy_engine.records import record


@record(eq=False)
class Microstep:
    """One microstep. `code` is that of the exits and the transitions, in order.

    `arrivals` are the entered states that do something, in order: what they run, and the states that this
    makes done. `configuration` and `history` are those after it.
    """

    transitions: tuple[int, ...]
    left: tuple[int, ...]
    code: tuple[Instruction, ...]
    entered: tuple[int, ...]
    arrivals: tuple[tuple[tuple[Instruction, ...], tuple[int, ...]], ...]
    configuration: int
    history: tuple[int, ...]
    is_last: bool


def microstep(
    program: Program, configuration: int, history: tuple[int, ...], enabled: Sequence[Arrow]
) -> Microstep:
    """The microstep that takes these transitions, or those of them that are left where some conflict."""
    key = (configuration, history, *[arrow.index for arrow in enabled])
    found: Microstep | None = program.microsteps.get(key)
    if found is None:
        found = program.microsteps[key] = Planner(program, configuration, history).take(enabled)
    return found


def first_microstep(program: Program) -> Microstep:
    """The one that enters the initial states."""
    return Planner(program, 0, (0,) * len(program.topology.histories)).begin()


class Planner:
    """Works out one microstep. `configuration` and `history` are those that it has led to so far."""

    def __init__(self, program: Program, configuration: int, history: tuple[int, ...]) -> None:
        self.program = program
        self.configuration = configuration
        self.history = list(history)
        self._entered: list[int] = []
        self._arrivals: list[tuple[tuple[Instruction, ...], tuple[int, ...]]] = []
        self._dones: list[int] = []
        self._is_last = False

    def begin(self) -> Microstep:
        """Enters the initial states."""
        root = self.program.chart.states[0]
        assert root.initial is not None
        self._enter(self._with_ancestors((root.initial,), 0))
        return self._made((), (), ())

    def take(self, enabled: Sequence[Arrow]) -> Microstep:
        """Takes transitions that are enabled together."""
        arrows = self._without_conflicts(enabled) if len(enabled) > 1 else enabled
        leaving = 0
        for arrow in arrows:
            leaving |= self._exits(arrow)
        domains = [(arrow, self._domain(arrow)) for arrow in arrows if arrow.targets]
        left = tuple(bits_down(leaving))
        if leaving:
            self._remember(leaving)
            self.configuration &= ~leaving
        entering = 0
        for arrow, domain in domains:
            entering |= self._with_ancestors(arrow.targets, domain, entering)
        self._enter(entering)
        code = [step for index in left for step in self.program.exit[index]]
        code += [step for arrow in arrows for step in arrow.code]
        return self._made(tuple(arrow.index for arrow in arrows), left, tuple(code))

    def _made(
        self, transitions: tuple[int, ...], left: tuple[int, ...], code: tuple[Instruction, ...]
    ) -> Microstep:
        return Microstep(
            transitions,
            left,
            code,
            tuple(self._entered),
            tuple(self._arrivals),
            self.configuration,
            tuple(self.history),
            self._is_last,
        )

    # -- leaving ---------------------------------------------------------------------------------------------

    def _without_conflicts(self, enabled: Sequence[Arrow]) -> list[Arrow]:
        """removeConflictingTransitions: a transition from inside preempts one from outside, else document
        order.
        """
        below = self.program.topology.below
        kept: list[tuple[Arrow, int]] = []
        for arrow in enabled:
            exits = self._exits(arrow)
            rivals = [(other, mask) for other, mask in kept if mask & exits]
            if all(below[other.source] >> arrow.source & 1 for other, _ in rivals):
                kept = [item for item in kept if item not in rivals]
                kept.append((arrow, exits))
        return [arrow for arrow, _ in kept]

    def _exits(self, arrow: Arrow) -> int:
        if not arrow.targets:
            return 0
        return self.configuration & self.program.topology.below[self._domain(arrow)]

    def _domain(self, arrow: Arrow) -> int:
        """The nearest compound ancestor of the source that contains all targets (rule 1).

        A history counts as the state that it is written in (section 3.13 speaks of the targets as named).
        Appendix D looks at what the history stands for, and would enter ancestors of it that were never left.
        """
        topology = self.program.topology
        targets = arrow.targets
        if (
            arrow.internal
            and topology.compound >> arrow.source & 1
            and all(topology.below[arrow.source] >> target & 1 for target in targets)
        ):
            return arrow.source
        for ancestor in topology.above[arrow.source]:
            if topology.compound >> ancestor & 1 and all(
                topology.below[ancestor] >> target & 1 for target in targets
            ):
                return ancestor
        return 0

    def _remember(self, leaving: int) -> None:
        """Stores what the history states among the children of a state that is left will bring back."""
        topology = self.program.topology
        for index in bits(leaving & topology.remembering):
            for child in topology.remembers[index]:
                state = topology.states[child]
                inside = self.configuration & topology.below[index]
                if state.deep:
                    stored = inside & topology.atomic
                else:
                    stored = sum(1 << region for region in topology.regions[index] if inside >> region & 1)
                self.history[topology.slot[child]] = stored

    # -- entering --------------------------------------------------------------------------------------------

    def _effective(self, targets: Iterable[int]) -> list[int]:
        """The targets with history states replaced by what they stand for now."""
        topology = self.program.topology
        found: list[int] = []
        for index in targets:
            if not topology.history >> index & 1:
                found.append(index)
                continue
            stored = self.history[topology.slot[index]]
            found += bits(stored) if stored else self._effective(self._default(index))
        return found

    def _default(self, history: int) -> tuple[int, ...]:
        """Where a history state leads before its parent was ever left."""
        state = self.program.chart.states[history]
        if state.default is not None:
            return state.default
        parent = self.program.chart.states[self.program.topology.parent[history]]
        if parent.kind == "parallel":
            return self.program.topology.regions[parent.index]
        assert parent.initial is not None
        return (parent.initial,)

    def _with_ancestors(self, targets: Iterable[int], domain: int, wanted: int = 0) -> int:
        """computeEntrySet: the targets, what they contain by default, their ancestors below the domain."""
        targets = tuple(targets)
        for target in targets:
            wanted = self._with_descendants(target, wanted)
        for target in self._effective(targets):
            wanted = self._with_path(target, domain, wanted)
        return wanted

    def _with_descendants(self, index: int, wanted: int) -> int:
        topology = self.program.topology
        state = topology.states[index]
        if state.kind == "history":
            stored = self.history[topology.slot[index]]
            brought = tuple(bits(stored)) if stored else self._default(index)
            parent = topology.parent[index]
            for target in brought:
                wanted = self._with_descendants(target, wanted)
            for target in self._effective(brought):
                wanted = self._with_path(target, parent, wanted)
            return wanted
        wanted |= 1 << index
        if state.kind == "compound":
            assert state.initial is not None
            wanted = self._with_descendants(state.initial, wanted)
            for target in self._effective((state.initial,)):
                wanted = self._with_path(target, index, wanted)
        elif state.kind == "parallel":
            wanted = self._with_regions(index, wanted)
        return wanted

    def _with_path(self, index: int, end: int, wanted: int) -> int:
        """addAncestorStatesToEnter: the proper ancestors below `end`, and the other regions of parallel
        ones.
        """
        topology = self.program.topology
        for ancestor in topology.above[index]:
            if ancestor == end:
                break
            wanted |= 1 << ancestor
            if topology.parallel >> ancestor & 1:
                wanted = self._with_regions(ancestor, wanted)
        return wanted

    def _with_regions(self, parallel: int, wanted: int) -> int:
        topology = self.program.topology
        for region in topology.regions[parallel]:
            if not wanted & (topology.below[region] | 1 << region):
                wanted = self._with_descendants(region, wanted)
        return wanted

    def _enter(self, wanted: int) -> None:
        for index in bits(wanted):
            self.configuration |= 1 << index
            self._entered.append(index)
            if self.program.topology.final >> index & 1:
                self._reached_final(index)
            if self.program.entry[index] or self._dones:
                self._arrivals.append((self.program.entry[index], tuple(self._dones)))
                self._dones.clear()

    def _reached_final(self, index: int) -> None:
        topology = self.program.topology
        parent = topology.parent[index]
        if parent == 0:
            self._is_last = True
            return
        self._done(parent)
        above = topology.parent[parent]
        if topology.parallel >> above & 1 and all(self._is_in_final(r) for r in topology.regions[above]):
            self._done(above)

    def _done(self, index: int) -> None:
        # Only the state itself can handle its `done`, so without a handler nothing needs to be queued.
        if index in self.program.done:
            self._dones.append(index)

    def _is_in_final(self, index: int) -> bool:
        """isInFinalState of appendix D."""
        topology = self.program.topology
        if topology.compound >> index & 1:
            return any(
                topology.final >> child & 1 and self.configuration >> child & 1
                for child in topology.regions[index]
            )
        if topology.parallel >> index & 1:
            return all(self._is_in_final(region) for region in topology.regions[index])
        return False
