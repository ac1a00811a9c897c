"""The chart while it is being woven: what the constructs add to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Chart, Event, Send, State, Step, Timer, Transition
from policy_engine.model.expressions.tree import Expr, Or
from policy_engine.model.types import Declaration
from policy_engine.records import changed

Change = Callable[[Step], Sequence[Step]]


class Loom:
    """A chart that constructs are woven into. `written` is as its author wrote it."""

    def __init__(self, written: Chart) -> None:
        self.written = written
        self._context = dict(written.context)
        self._events = dict(written.events)
        self._states = list(written.states)
        self._transitions = list(written.transitions)
        self._timers = list(written.timers)
        self._order = 1 + max(_orders(written), default=-1)
        self._changed = False

    def chart(self) -> Chart:
        """The woven chart."""
        if not self._changed:
            return self.written
        return changed(
            self.written,
            context=self._context,
            events=self._events,
            states=tuple(self._states),
            transitions=tuple(self._transitions),
            timers=tuple(self._timers),
        )

    def order(self) -> int:
        """A place in document order for a new `send`, behind all others."""
        self._order += 1
        return self._order - 1

    def variable(self, declaration: Declaration) -> None:
        """Adds a variable."""
        self._context[declaration.name] = declaration
        self._changed = True

    def event(self, name: str, span: Span) -> None:
        """Adds an event that comes from the engine itself."""
        self._events[name] = Event(name, span, None, None, None, {})
        self._changed = True

    def whenever(self, event: str, steps: Sequence[Step], *, span: Span, guard: Expr | None = None) -> None:
        """Lets an event do something wherever the session is, before what the states do on it.

        `steps` may run more than once for one event (in parallel states), so running them again changes
        nothing. Where no state handles the event they run alone, if `guard` holds; nothing is left or
        entered.
        """
        first = tuple(steps)
        self._set_apart(event)
        self.each_transition(lambda item: (*first, *item.steps) if event in item.events else item.steps)
        self._alone(event, first, span, guard)

    def met(self, event: str, steps: Sequence[Step], *, span: Span, guard: Expr) -> None:
        """Lets an event that a session was waiting for do something, as `whenever` does.

        Where the policy handles the event, in whatever state, only what it does there counts: a branch that
        is taken and has a target or a step of its own. The event is heard alone where no state handles it.
        """
        branches = [item for item in self.written.transitions if event in item.events]
        if not branches or self.written.events[event].ticks:
            self.whenever(event, steps, span=span, guard=guard)
            return
        self._set_apart(event)
        doing = {item.id for item in branches if item.targets or item.steps}
        self.each_transition(
            lambda item: (*steps, *item.steps) if event in item.events and item.id in doing else item.steps
        )
        self._changed = True

    def _alone(self, event: str, first: tuple[Step, ...], span: Span, guard: Expr | None) -> None:
        """Lets an event do something where no state handles it."""
        root = self._states[0]
        old = root.on.get(event, ())
        if not old:
            place = len(self._transitions)
            added = Transition(
                place, f".on.{event}.0", span, 0, "on", (event,), guard, False, None, (), False, first
            )
            self._transitions.append(added)
        else:
            # It runs what an earlier construct wanted, too, and so it holds where either would.
            (before,) = old
            added = changed(before, guard=_either(before.guard, guard))
            self._transitions[before.index] = added
        self._states[0] = changed(root, on={**root.on, event: (added,)})
        self._changed = True

    def each_step(self, change: Change) -> None:
        """Puts in the place of every step of the chart what `change` makes of it (itself among them)."""

        def all_of(steps: Sequence[Step]) -> tuple[Step, ...]:
            return tuple(new for step in steps for new in change(step))

        for state in self._states:
            self.enter_and_exit(state.index, entry=all_of(state.entry), exit_=all_of(state.exit))
        self.each_transition(lambda transition: all_of(transition.steps))

    def each_transition(self, steps: Callable[[Transition], tuple[Step, ...]]) -> None:
        """Gives every transition the steps that `steps` makes for it."""
        new = [changed(item, steps=steps(item)) for item in self._transitions]
        self._transitions = new
        self._timers = [
            changed(timer, branches=tuple(new[branch.index] for branch in timer.branches))
            for timer in self._timers
        ]
        self._states = [self._with_new(state) for state in self._states]

    def enter_and_exit(self, state: int, *, entry: tuple[Step, ...], exit_: tuple[Step, ...]) -> None:
        """Gives a state other steps on entering and on leaving."""
        old = self._states[state]
        if entry != old.entry or exit_ != old.exit:
            self._states[state] = changed(old, entry=entry, exit=exit_)
            self._changed = True

    def state(self, index: int) -> State:
        """A state as it is by now."""
        return self._states[index]

    def _set_apart(self, event: str) -> None:
        """Gives an event its own copy of each transition that it shares with others (`a or b`), behind all
        and under the same id, so that what is done on the one is not done on the other.
        """
        shared = [item for item in self._transitions if event in item.events and len(item.events) > 1]
        own = {}
        for place, item in enumerate(shared, len(self._transitions)):
            own[item.index] = changed(item, index=place, events=(event,))
            others = tuple(other for other in item.events if other != event)
            self._transitions[item.index] = changed(item, events=others)
        self._transitions += own.values()
        for state in self._states:
            branches = tuple(own.get(branch.index, branch) for branch in state.on.get(event, ()))
            if branches:
                self._states[state.index] = changed(state, on={**state.on, event: branches})

    def _with_new(self, state: State) -> State:
        def new(branches: Sequence[Transition]) -> tuple[Transition, ...]:
            return tuple(self._transitions[branch.index] for branch in branches)

        return changed(
            state,
            on={event: new(branches) for event, branches in state.on.items()},
            always=new(state.always),
            done=new(state.done),
            after=tuple(self._timer(timer) for timer in state.after),
        )

    def _timer(self, timer: Timer) -> Timer:
        return self._timers[timer.index]


def _either(one: Expr | None, other: Expr | None) -> Expr | None:
    """What holds where one of two conditions does; None always holds."""
    return None if one is None or other is None else Or(one.span, (one, other))


def _orders(chart: Chart) -> Iterator[int]:
    """The places in document order that timers and sends have."""
    yield from (timer.order for timer in chart.timers)
    lists = [steps for state in chart.states for steps in (state.entry, state.exit)]
    lists += [transition.steps for transition in chart.transitions]
    yield from (step.order for steps in lists for step in steps if isinstance(step, Send))
