"""What a policy's machine is made of, for inspection: states, transitions and events of `transitions`, fixed.

None of them carries a callback or a condition: those of `transitions` may be strings that are imported, and
here nothing is decided by them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from transitions import Event, State, Transition

from policy_engine.errors import HostError
from policy_engine.model.chart import StateKind

if TYPE_CHECKING:
    from policy_engine.interop.machine import PolicyMachine


def fixed(what: str) -> HostError:
    """What is raised where a host tries to change a machine."""
    return HostError(
        f"{what} can't be changed: the policy says what the machine does. Change the policy's file, or "
        "define on_enter_<state>, on_exit_<state> and do_<action> methods on the model"
    )


class PolicyState(State):
    """A state. kind: atomic, compound, parallel, final or history. parent: the state around it, or None."""

    def __init__(self, name: str, kind: StateKind, parent: str | None) -> None:
        super().__init__(name, final=kind == "final")
        self.kind = kind
        self.parent = parent

    def add_callback(self, trigger: str, func: object) -> NoReturn:  # noqa: ARG002 - as `transitions` calls it
        raise fixed(f"the state `{self.name}`")


class PolicyTransition(Transition):
    """A branch of the policy; `id` is what `Decision.transitions` says. `dest` None: it stays where it is."""

    def __init__(self, source: str, dest: str | None, id: str) -> None:
        super().__init__(source, "")
        self.dest = dest
        self.id = id

    def add_callback(self, trigger: str, func: object) -> NoReturn:  # noqa: ARG002 - as `transitions` calls it
        raise fixed(f"the transition `{self.id}`")


class PolicyEvent(Event):
    """An event. `trigger` sends it to the machine's own model."""

    machine: PolicyMachine

    def trigger(self, model: object, *args: object, **kwargs: object) -> bool:
        if model is not self.machine.model:
            raise HostError("a machine drives the one model that it was made for")
        return bool(getattr(model, self.name)(*args, **kwargs))

    def add_callback(self, trigger: str, func: object) -> NoReturn:  # noqa: ARG002 - as `transitions` calls it
        raise fixed(f"the event `{self.name}`")
