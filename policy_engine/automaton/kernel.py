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

from policy_engine.automaton.microsteps import Microstep, first_microstep, microstep
from policy_engine.automaton.partial import Evaluator, Operand, World
from policy_engine.automaton.program import (
    Arrow,
    AskFor,
    Change,
    Handlers,
    Instruction,
    Program,
    SendIn,
    Times,
)
from policy_engine.automaton.tree import ActionCall, DroppedEvent, Refusal, Trigger
from policy_engine.model.chart import Add, Assign, Cancel, Raise, Send
from policy_engine.model.expressions.tree import Constant
from policy_engine.records import changed, field, record

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
    """One call in progress, and what it did so far. The chart's states are masks and indices.

    What it did stands in tuples, for most calls do one thing and share its tuple with every other that does.
    """

    program: Program
    world: World
    configuration: int
    history: tuple[int, ...]
    values: list[Operand]
    current: str | None = None
    outside: bool = False
    running: bool = True
    queue: deque[Queued] = field(default_factory=deque)
    pending: tuple[Send, ...] = ()  # sends without a delay
    exited: tuple[int, ...] = ()
    entered: tuple[int, ...] = ()
    actions: tuple[ActionCall, ...] = ()
    transitions: tuple[int, ...] = ()
    orders: tuple[Send | Cancel, ...] = ()
    dropped: tuple[DroppedEvent, ...] = ()
    microsteps: int = 0
    barred: bool = False  # a branch held but for the reporter's role
    seen: set[object] = field(default_factory=set)
    loop_start: object = None
    loop_marks: tuple[int, int] = (0, 0)

    # -- whole calls -----------------------------------------------------------------------------------------

    def start(self) -> None:
        """Enters the initial states."""
        self._do(first_microstep(self.program))
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
            self.current, self.outside = event, trigger.kind == "on"
            refusal = self.refused(event)
            if refusal is not None:
                return refusal
            selected = self._select_event(event)
            refusal = self._lacking(event, selected)
            if refusal is not None:
                return refusal
        taken = bool(selected)
        if selected:
            self._microstep(selected)
        self.current, self.outside = None, False
        self._finish()
        return taken

    def refused(self, event: str) -> Refusal | None:
        """What the innermost `forbid` says of the event in hand (rule 4)."""
        if not self.configuration & self.program.forbidders[event]:
            return None
        for bit, forbid, when in self.program.forbids[event]:
            if self.configuration & bit and (when is None or when(self)):
                state = self.program.chart.states[bit.bit_length() - 1].id
                return Refusal("forbidden", {"event": event, "state": state}, forbid)
        return None

    def _lacking(self, event: str, selected: list[Arrow]) -> Refusal | None:
        """What the transitions that would be taken require and is not there yet."""
        if event not in self.program.demanding or not selected:
            return None
        step = microstep(self.program, self.configuration, self.history, selected)
        required = [item for index in step.transitions for item in self.program.arrows[index].requires]
        missing = tuple(dict.fromkeys(name for slot, name in required if not self.values[slot]))
        return Refusal("requires", {"event": event, "missing": missing}) if missing else None

    # -- macrosteps ------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        """Runs to completion: eventless transitions, the internal queue, then sends without a delay."""
        always = self.program.always
        while self.running:
            if self.microsteps >= PATIENCE or len(self.queue) + len(self.pending) >= PATIENCE:
                self._watch()
            selected = self._select(always)
            if not selected and self.queue:
                selected = self._next_queued()
            elif not selected:
                if not self.pending:
                    break
                selected = self._next_sent()
            if selected:
                self._microstep(selected)
            self.current = None
        if not self.running:
            # Timers and queue are gone when the session is done (rule 9).
            self.queue.clear()
            self.pending = ()
            self.orders = ()

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
        first, *rest = self.pending
        self.pending = tuple(rest)
        return self._internal(first.event)

    def _internal(self, event: str) -> list[Arrow]:
        self.current = event
        refusal = self.refused(event)
        if refusal is None:
            selected = self._select_event(event)
            refusal = self._lacking(event, selected)
            if refusal is None:
                return selected
        self.dropped += (DroppedEvent(event, refusal),)
        return []

    def _watch(self) -> None:
        """Raises EndlessError when the same situation comes back, or when what waits grows without end."""
        waiting = len(self.queue) + len(self.pending)
        if waiting > MOST_QUEUED or self.microsteps > MOST_MICROSTEPS:
            self.loop_marks = (max(0, len(self.entered) - RECENT), max(0, len(self.transitions) - RECENT))
            raise EndlessError(self._loop())
        situation = (
            self.configuration,
            self.history,
            tuple(str(self.values[slot]) for slot in range(len(self.values))),
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
        selected = self._select(self.program.on[event])
        if self.outside and self.barred and all(arrow.source == 0 for arrow in selected):
            return []  # what is woven in at the root hears nothing that a state refuses to hear of this role
        return selected

    def _select(self, handlers: Handlers) -> list[Arrow]:
        """The transitions that are enabled: for each active leaf that of the innermost handler."""
        if not self.configuration & handlers.mask:
            return []
        chains = handlers.chains(self.configuration)
        if len(chains) == 1:
            for state in chains[0]:
                arrow = self._pick(handlers.branches[state])
                if arrow is not None:
                    return [arrow]
            return []
        picked: dict[int, Arrow | None] = {}
        enabled: list[Arrow] = []
        for chain in chains:
            for state in chain:
                if state not in picked:
                    picked[state] = self._pick(handlers.branches[state])
                arrow = picked[state]
                if arrow is not None:
                    if arrow not in enabled:
                        enabled.append(arrow)
                    break
        return enabled

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

    # -- one microstep ---------------------------------------------------------------------------------------

    def _microstep(self, enabled: list[Arrow]) -> None:
        self._do(microstep(self.program, self.configuration, self.history, enabled))

    def _do(self, step: Microstep) -> None:
        self.microsteps += 1
        self.transitions += step.transitions
        self.exited += step.left
        if step.code:
            self._execute(step.code)
        self.configuration = step.configuration
        self.history = step.history
        self.entered += step.entered
        for code, dones in step.arrivals:
            self._execute(code)
            for index in dones:
                self._done(index)
        if step.is_last:
            self.running = False

    def _done(self, index: int) -> None:
        self.queue.append(("done", index))

    # -- steps -----------------------------------------------------------------------------------------------

    def _execute(self, code: tuple[Instruction, ...]) -> None:
        for instruction in code:
            match instruction:
                case Change(step, assignments, adds):
                    self._change(step, assignments, adds)
                case ActionCall():
                    self.actions += (instruction,)
                case AskFor(action, to, params):
                    computed = self.program.partial.computed
                    values = tuple((name, computed(evaluate(self))) for name, evaluate in params)
                    self.actions += (ActionCall(action, to, values),)
                case Raise(event=event):
                    self.queue.append(("event", event))
                case Send():
                    if instruction.delay is None:
                        self.pending += (instruction,)
                    else:
                        self.orders += (instruction,)
                case SendIn(step, delay, name, slot):
                    self.orders += (changed(step, delay=delay.read({name: self.values[slot]})),)
                case Times(step, times):
                    self._repeat(step, int(times(self)))
                case Cancel():
                    self.pending = tuple(send for send in self.pending if send.id != instruction.id)
                    self.orders += (instruction,)

    def _repeat(self, step: Send | SendIn | Cancel, times: int) -> None:
        if isinstance(step, Cancel):
            self.orders += (changed(step, times=Constant(step.span, times)),) if times > 0 else ()
        else:
            self._execute((step,) * times)

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
