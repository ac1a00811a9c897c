"""The kernel: one macrostep of the W3C SCXML algorithm (Recommendation 2015, appendix D), run to completion.

A macrostep is a sequence of microsteps. Each exits states from the innermost out, runs the steps of the
transitions that were selected, and enters states from the outermost in. Eventless transitions come first,
then what was raised, in order. A `send` without a delay is a macrostep of its own in the same call.

Invariants: a configuration is a legal SCXML configuration before and after every microstep; `values` are in
their declared ranges; nothing outside the run is read but through `world`, and nothing outside it is
written.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from policy_engine.automaton.partial import Evaluator, Operand, World
from policy_engine.automaton.program import Arrow, AskFor, Change, Instruction, Program
from policy_engine.automaton.topology import bits, bits_down
from policy_engine.automaton.tree import ActionCall, DroppedEvent, Refusal, Trigger
from policy_engine.model.chart import Add, Assign, Cancel, Raise, Send
from policy_engine.records import field, record

# A macrostep that is still running after this many microsteps is watched for a repeated situation.
PATIENCE = 16
# More waiting events, or more microsteps in one call, than any policy needs: the macrostep never ends.
MOST_QUEUED = 1_000
MOST_MICROSTEPS = 5_000
# So many of its last states and transitions tell where such a macrostep is.
RECENT = 64

Queued = tuple[str, str | int]  # ("event", its name) or ("done", the state's index)


class OutOfRangeError(Exception):
    """a variable would leave its declared range"""

    def __init__(self, step: Assign | Add, variable: str, value: object) -> None:
        super().__init__(variable)
        self.step = step
        self.variable = variable
        self.value = value


class EndlessError(Exception):
    """the macrostep would never end"""

    def __init__(self, states: tuple[str, ...]) -> None:
        super().__init__(", ".join(states))
        self.states = states


@record(frozen=False)
class Run:
    """One call in progress. What it did stands in the lists; the chart's states are masks and indices."""

    program: Program
    world: World
    configuration: int
    history: list[int]
    values: list[Operand]
    current: str | None = None
    outside: bool = False
    running: bool = True
    queue: deque[Queued] = field(default_factory=deque)
    pending: list[Send] = field(default_factory=list)  # sends without a delay
    exited: list[int] = field(default_factory=list)
    entered: list[int] = field(default_factory=list)
    actions: list[ActionCall] = field(default_factory=list)
    transitions: list[int] = field(default_factory=list)
    orders: list[Send | Cancel] = field(default_factory=list)
    dropped: list[DroppedEvent] = field(default_factory=list)
    microsteps: int = 0
    barred: bool = False  # a branch held but for the reporter's role
    seen: set[object] = field(default_factory=set)
    loop_start: object = None
    loop_marks: tuple[int, int] = (0, 0)

    # -- whole calls -----------------------------------------------------------------------------------------

    def start(self) -> None:
        """Enters the initial states."""
        root = self.program.chart.states[0]
        assert root.initial is not None
        wanted = self._with_ancestors((root.initial,), 0)
        self.microsteps += 1
        self._enter(wanted)
        self._finish()

    def settle(self) -> None:
        """Takes what `always` asks for now that facts are new."""
        self._finish()

    def deliver(self, trigger: Trigger) -> Refusal | bool:
        """Handles an event or a timer; a Refusal if it was refused, else whether a transition was taken."""
        event = trigger.name
        if trigger.kind == "after":
            selected = self._select_timer(trigger.timer)
        else:
            refusal = self.refused(event)
            if refusal is not None:
                return refusal
            self.current, self.outside = event, trigger.kind == "on"
            selected = self._select_event(event)
        taken = bool(selected)
        if selected:
            self._microstep(selected)
        self.current, self.outside = None, False
        self._finish()
        return taken

    def refused(self, event: str) -> Refusal | None:
        """What the innermost `forbid` says of an event now (rule 4)."""
        for bit, forbid, when in self.program.forbids.get(event, ()):
            if self.configuration & bit and (when is None or when(self)):
                state = self.program.chart.states[bit.bit_length() - 1].id
                return Refusal("forbidden", {"event": event, "state": state}, forbid)
        return None

    # -- macrosteps ------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        """Runs to completion: eventless transitions, the internal queue, then sends without a delay."""
        while self.running:
            self._watch()
            selected = self._select(self.program.always, self.program.topology.always)
            if not selected and self.queue:
                selected = self._next_queued()
            elif not selected:
                if not self.pending:
                    break
                selected = self._next_sent()
            if selected:
                self._microstep(selected)
            self.current = None
        self.queue.clear()
        if not self.running:
            # Timers and queue are gone when the session is done (rule 9).
            self.pending.clear()
            self.orders.clear()

    def _next_queued(self) -> list[Arrow]:
        kind, what = self.queue.popleft()
        if kind == "done":
            assert isinstance(what, int)
            if not self.configuration >> what & 1:
                return []
            arrow = self._pick(self.program.done[what])
            return [] if arrow is None else [arrow]
        return self._internal(str(what))

    def _next_sent(self) -> list[Arrow]:
        return self._internal(self.pending.pop(0).event)

    def _internal(self, event: str) -> list[Arrow]:
        refusal = self.refused(event)
        if refusal is not None:
            self.dropped.append(DroppedEvent(event, refusal))
            return []
        self.current = event
        return self._select_event(event)

    def _watch(self) -> None:
        """Raises EndlessError when the same situation comes back, or when what waits grows without end."""
        waiting = len(self.queue) + len(self.pending)
        if self.microsteps < PATIENCE and waiting < PATIENCE:
            return
        if waiting > MOST_QUEUED or self.microsteps > MOST_MICROSTEPS:
            self.loop_marks = (max(0, len(self.entered) - RECENT), max(0, len(self.transitions) - RECENT))
            raise EndlessError(self._loop())
        situation = (
            self.configuration,
            tuple(self.history),
            tuple(str(value) for value in self.values),
            tuple(self.queue),
            tuple(send.event for send in self.pending),
        )
        if situation == self.loop_start:
            raise EndlessError(self._loop())
        if self.loop_start is None:
            # The first time round only says that there is a loop; the second time round shows what is in it.
            if situation in self.seen:
                self.loop_start = situation
                self.loop_marks = (len(self.entered), len(self.transitions))
            self.seen.add(situation)

    def _loop(self) -> tuple[str, ...]:
        """The states that the endless course goes through, in document order."""
        program = self.program
        entered = set(self.entered[self.loop_marks[0] :])
        entered |= {program.arrows[index].source for index in self.transitions[self.loop_marks[1] :]}
        return tuple(program.chart.states[index].id for index in sorted(entered))

    # -- selection -------------------------------------------------------------------------------------------

    def _select_event(self, event: str) -> list[Arrow]:
        return self._select(self.program.on[event], self.program.topology.handles[event])

    def _select(self, groups: dict[int, tuple[Arrow, ...]], handlers: int) -> list[Arrow]:
        """The transitions to take: for each active leaf the innermost handler, conflicts settled by
        preemption.
        """
        if not self.configuration & handlers:
            return []
        topology = self.program.topology
        picked: dict[int, Arrow | None] = {}
        enabled: list[Arrow] = []
        for leaf in bits(self.configuration & topology.atomic):
            for state in (leaf, *topology.above[leaf]):
                if not handlers >> state & 1:
                    continue
                if state not in picked:
                    picked[state] = self._pick(groups[state])
                arrow = picked[state]
                if arrow is not None:
                    if arrow not in enabled:
                        enabled.append(arrow)
                    break
        return self._without_conflicts(enabled) if len(enabled) > 1 else enabled

    def _select_timer(self, timer: int) -> list[Arrow]:
        arrow = self._pick(self.program.timers[timer])
        return [] if arrow is None else [arrow]

    def _pick(self, branches: tuple[Arrow, ...]) -> Arrow | None:
        """The branch that holds; branches exclude each other, so their order does not matter (rule 3)."""
        for arrow in branches:
            if arrow.guard is None or arrow.guard(self):
                if arrow.role is None or arrow.role(self):
                    return arrow
                self.barred = True
        return None

    def _without_conflicts(self, enabled: list[Arrow]) -> list[Arrow]:
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

    # -- one microstep ---------------------------------------------------------------------------------------

    def _microstep(self, selected: list[Arrow]) -> None:
        self.microsteps += 1
        leaving = 0
        for arrow in selected:
            self.transitions.append(arrow.index)
            if arrow.targets:
                leaving |= self._exits(arrow)
        domains = [(arrow, self._domain(arrow)) for arrow in selected if arrow.targets]
        if leaving:
            self._remember(leaving)
            for index in bits_down(leaving):
                self._execute(self.program.exit[index])
                self.configuration &= ~(1 << index)
                self.exited.append(index)
        for arrow in selected:
            self._execute(arrow.code)
        entering = 0
        for arrow, domain in domains:
            entering |= self._with_ancestors(arrow.targets, domain, entering)
        if entering:
            self._enter(entering)

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

    def _exits(self, arrow: Arrow) -> int:
        if not arrow.targets:
            return 0
        return self.configuration & self.program.topology.below[self._domain(arrow)]

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
            self.entered.append(index)
            self._execute(self.program.entry[index])
            if self.program.topology.final >> index & 1:
                self._reached_final(index)

    def _reached_final(self, index: int) -> None:
        topology = self.program.topology
        parent = topology.parent[index]
        if parent == 0:
            self.running = False
            return
        self._done(parent)
        above = topology.parent[parent]
        if topology.parallel >> above & 1 and all(self._is_in_final(r) for r in topology.regions[above]):
            self._done(above)

    def _done(self, index: int) -> None:
        # Only the state itself can handle its `done`, so without a handler nothing needs to be queued.
        if index in self.program.done:
            self.queue.append(("done", index))

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

    # -- steps -----------------------------------------------------------------------------------------------

    def _execute(self, code: tuple[Instruction, ...]) -> None:
        for instruction in code:
            match instruction:
                case AskFor(action, to, params):
                    computed = self.program.partial.computed
                    values = tuple((name, computed(evaluate(self))) for name, evaluate in params)
                    self.actions.append(ActionCall(action, to, values))
                case Change(step, assignments, adds):
                    self._change(step, assignments, adds)
                case Raise(event=event):
                    self.queue.append(("event", event))
                case Send():
                    if instruction.delay is None or instruction.delay.fixed == 0:
                        self.pending.append(instruction)
                    else:
                        self.orders.append(instruction)
                case Cancel():
                    self.pending = [send for send in self.pending if send.id != instruction.id]
                    self.orders.append(instruction)

    def _change(self, step: Assign | Add, assignments: tuple[tuple[int, Evaluator], ...], adds: bool) -> None:
        """`set` and `add`: everything is read before anything is written (rule 6)."""
        allowed = self.program.allowed
        news = [(slot, evaluate(self)) for slot, evaluate in assignments]
        if adds:
            news = [(slot, self.values[slot] + amount) for slot, amount in news]
        for slot, value in news:
            values = allowed[slot]
            if values is not None and value not in values:
                raise OutOfRangeError(step, self.program.names[slot], value)
        for slot, value in news:
            self.values[slot] = value
