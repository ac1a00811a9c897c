"""A `transitions.Machine` that a session drives.

The session decides; the model follows. For each decision, microstep by microstep, in the order in which the
kernel left and entered the states:

1. `on_exit_<state>` of what is left, while `state` still says where the model was;
2. `state` is set to what is active after the microstep;
3. `on_enter_<state>` of what is entered;

and, when the whole decision has been followed, `do_<action>` for each action, in order.

Invariant: outside a call, the model's state, `machine.decision` and the session speak of the same moment.
What one call does is whole or nothing: when anything raises, session and model go back to where they were
before it. Calls from inside a callback wait until the call that is going on is whole, then run in order, each
whole or nothing by itself; when one raises, those behind it are forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import Enum
from functools import cached_property
from typing import Any, NoReturn, TypeVar

from transitions import Event, Machine, State

from policy_engine.errors import HostError
from policy_engine.interop.attach import Attachment
from policy_engine.interop.methods import Check, May, Trigger
from policy_engine.interop.parts import PolicyEvent, fixed
from policy_engine.interop.plain import call
from policy_engine.interop.plan import ACT, ENTER, EXIT, Plan
from policy_engine.session.decision import Action, Decision, Fired, Verdict
from policy_engine.session.live import Session
from policy_engine.session.mark import Mark
from policy_engine.session.values import By

Answer = Decision | tuple[Fired, ...]
AnswerT = TypeVar("AnswerT", bound=Answer)
_NO_PARAMS: Mapping[str, object] = {}


def _none(_: Machine) -> list[object]:
    return []


def _refuse(_: Machine, __: object) -> NoReturn:
    raise fixed("the callbacks of a machine")


class PolicyMachine(Machine):
    """Drives one model along one session. Made by `as_machine`.

    session: for reading; drive it through the model or the machine alone. decision: what was followed last.
    states, events, get_triggers, get_transitions, get_state and the rest of what `transitions` can tell are
    there; what would change the machine raises HostError.
    """

    send_event = False
    auto_transitions = False
    ignore_invalid_triggers = True
    model_override = False
    _queued = True

    # The base's own __init__ would make states and triggers anew for every model.
    def __init__(self, plan: Plan, session: Session, model: Any, *, resumed: bool) -> None:
        self.session = session
        self.decision = session.opening
        self.states = plan.states  # type: ignore[assignment]  # shared, so it can't be written to
        self.name = plan.id
        self.model_attribute = plan.state_name
        self.models = [model]
        self._plan = plan
        self._model = model
        self._active: tuple[str, ...] = ()
        self._waiting: list[Callable[[], Answer]] | None = None
        self._attachment = Attachment(model, plan.reserved.names)
        self._attachment.put(self._methods())
        try:
            if resumed:
                self._show(session.configuration, session.states)
                setattr(model, plan.decision_name, self.decision)
            else:
                self._call(lambda: session.opening)
        except BaseException:
            self._attachment.take_away()
            raise

    # -- driving
    # ----------------------------------------------------------------------------------------------

    def trigger(
        self,
        event: str,
        data: Mapping[str, object] | None = None,
        by: By | None = None,
        facts: Mapping[str, object] | None = None,
        now: datetime | None = None,
        event_id: str | None = None,
        at: datetime | None = None,
    ) -> bool:
        """Tells the session that an event happened, as `Session.send` does, and lets the model follow.

        True when it was applied; `decision` says what became of it. Inside a callback: True, and it runs when
        the call that is going on is whole. Raises what `Session.send` and the callbacks raise.
        """
        decision = self._call(lambda: self.session.send(event, data, by, facts, now, event_id, at))
        return decision is None or decision.verdict is Verdict.APPLIED

    def may_trigger(self, event: str, by: By | None = None) -> bool:
        """Whether the event would be applied now, for some data, if `by` reported it (left out: the first
        role).

        Raises UnknownEventError and UnknownRoleError.
        """
        return self.session.allows(event, by)

    def learn(self, facts: Mapping[str, object], now: datetime | None = None) -> bool:
        """Tells new facts without an event, as `Session.learn` does; True when a transition was taken."""
        decision = self._call(lambda: self.session.learn(facts, now))
        return decision is None or decision.verdict is Verdict.APPLIED

    def advance(self, now: datetime | None = None) -> tuple[Fired, ...]:
        """Fires what is due, as `Session.advance` does, and lets the model follow. Inside a callback: ()."""
        return self._call(lambda: self.session.advance(now)) or ()

    def dispatch(self, trigger: str, *args: Any, **kwargs: Any) -> bool:
        """Triggers an event by name."""
        return self.trigger(trigger, *args, **kwargs)

    def remove_model(self, model: object) -> None:
        """Lets go of the model and takes away what it was given. The session stays as it is."""
        if any(one is model for one in self.models):
            self._attachment.take_away()
            self.models = []

    # -- what transitions can tell
    # ----------------------------------------------------------------------------------------------

    @cached_property
    def events(self) -> dict[str, Event]:  # type: ignore[override]  # made when first asked for
        """The policy's events with their transitions; `always`, `done` and timers have no event."""
        found: dict[str, Event] = {}
        for name, transitions in self._plan.transitions.items():
            found[name] = event = PolicyEvent(name, self)
            event.transitions.update(transitions)  # type: ignore[arg-type]  # shared, so tuples
        return found

    @property
    def initial(self) -> str | None:
        """The state that the policy begins in."""
        return self._plan.initial

    @initial.setter
    def initial(self, _: object) -> NoReturn:
        raise fixed("the initial state")

    def get_triggers(self, *args: str | Enum | State) -> list[str]:
        """The events that one of these states, or a state around it, speaks of."""
        return self._plan.triggers_of(self.get_state(_name(state)).name for state in args)

    def get_model_state(self, model: object) -> State | list[State]:  # type: ignore[override]  # as in nested machines
        """The active leaf state; with parallel regions a list."""
        states = getattr(model, self.model_attribute)
        return [self.get_state(one) for one in states] if isinstance(states, list) else self.get_state(states)

    def is_state(self, state: str | Enum, model: object) -> bool:  # noqa: ARG002 - as `transitions` calls it
        """Whether the state is active, or a state inside it."""
        return self.active(_name(state))

    def active(self, state: str) -> bool:
        """Whether the state is active, or a state inside it; in a callback: at that moment."""
        return state in self._active

    # -- what the policy has fixed
    # ----------------------------------------------------------------------------------------------

    def add_model(self, *_: object, **__: object) -> NoReturn:
        raise fixed("the model of a machine")

    def set_state(self, *_: object, **__: object) -> NoReturn:
        raise fixed("the state of a model")

    def add_states(self, *_: object, **__: object) -> NoReturn:
        raise fixed("the states of a machine")

    def add_transition(self, *_: object, **__: object) -> NoReturn:
        raise fixed("the transitions of a machine")

    def add_ordered_transitions(self, *_: object, **__: object) -> NoReturn:
        raise fixed("the transitions of a machine")

    def remove_transition(self, *_: object, **__: object) -> NoReturn:
        raise fixed("the transitions of a machine")

    # Callbacks of `transitions` may be strings that it imports, so there are none.
    before_state_change = after_state_change = property(_none, _refuse)
    prepare_event = finalize_event = property(_none, _refuse)
    on_exception = on_final = property(_none, _refuse)

    # -- following
    # ----------------------------------------------------------------------------------------------

    def _call(self, work: Callable[[], AnswerT]) -> AnswerT | None:
        """What the work answers; None when it has to wait for the call that is going on."""
        if not self.models:
            raise HostError("this machine has let go of its model; make another from the session's snapshot")
        if self._waiting is not None:
            self._waiting.append(work)
            return None
        waiting: list[Callable[[], Answer]] = []
        self._waiting = waiting
        try:
            answer = self._whole(work)
            while waiting:
                self._whole(waiting.pop(0))
            return answer
        finally:
            self._waiting = None

    def _whole(self, work: Callable[[], AnswerT]) -> AnswerT:
        mark, before = Mark(self.session), self.decision
        try:
            answer = work()
            for decision in _decisions(answer):
                self._follow(decision)
            if isinstance(answer, Decision) and answer.later:
                self._tell(answer)  # what was told is what the host looks for
        except BaseException:
            mark.undo()
            self._tell(before)
            self._show(self.session.configuration, self.session.states)
            raise
        return answer

    def _follow(self, decision: Decision) -> None:
        self._tell(decision)
        if decision.entered:
            for step in self._plan.microsteps(decision.before, decision.exited, decision.entered):
                self._report(EXIT, step.exited)
                self._show(step.active, step.leaves)
                self._report(ENTER, step.entered)
        for action in decision.actions:
            self._act(action)

    def _tell(self, decision: Decision) -> None:
        self.decision = decision
        setattr(self._model, self._plan.decision_name, decision)

    def _show(self, active: tuple[str, ...], leaves: tuple[str, ...]) -> None:
        self._active = active
        setattr(self._model, self.model_attribute, leaves[0] if len(leaves) == 1 else list(leaves))

    def _report(self, prefix: str, states: Sequence[str]) -> None:
        for state in states:
            name = prefix + state
            callback = getattr(self._model, name, None)
            if callback is not None:
                call(callback, name, self._model, _NO_PARAMS)

    def _act(self, action: Action) -> None:
        name = ACT + action.name
        callback = getattr(self._model, name, None)
        if callback is not None:
            call(callback, name, self._model, action.params)

    def _methods(self) -> Iterator[tuple[str, object]]:
        plan = self._plan
        yield plan.state_name, None
        yield plan.decision_name, None
        yield "trigger", self.trigger
        yield "may_trigger", self.may_trigger
        for event, may in plan.triggers.items():
            yield event, Trigger(self, event)
            yield may, May(self, event)
        for state, check in plan.checks.items():
            yield check, Check(self, state)


def _name(state: str | Enum | State) -> str:
    return state if isinstance(state, str) else state.name


def _decisions(answer: Answer) -> Iterator[Decision]:
    """The decisions of one call, in the order in which they happened."""
    if isinstance(answer, tuple):
        yield from (fired.decision for fired in answer)
    else:
        yield from (fired.decision for fired in answer.prior)
        yield answer
        yield from (fired.decision for fired in answer.later)
