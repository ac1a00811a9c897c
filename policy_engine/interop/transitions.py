"""A policy for a host that works with `transitions`: its own object becomes the model of a `Machine`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

from policy_engine.errors import HostError
from policy_engine.policy import Policy
from policy_engine.session.moment import Clock

if TYPE_CHECKING:
    from policy_engine.interop.machine import PolicyMachine


def as_machine(
    policy: Policy,
    model: Any,
    *,
    facts: Mapping[str, object] | None = None,
    now: datetime | None = None,
    remember: int = 0,
    clock: Clock | None = None,
    snapshot: Mapping[str, Any] | None = None,
    model_attribute: str = "state",
    decision_attribute: str = "decision",
) -> PolicyMachine:
    """Starts a session of the policy and lets an object of the host follow it.

    The model is given `state` (the id of the active leaf state; with several active regions a list of them),
    `decision` (the last Decision), and for each event and state of the policy `<event>()`, `may_<event>()`
    and `is_<state>()`; also `trigger(event)` and `may_trigger(event)`. Its own methods `on_exit_<state>()`,
    `on_enter_<state>()` and `do_<action>(**params)` are called as the session moves, for the start too.

    facts, now, remember, clock: as in `Policy.start`. snapshot: goes on with a session that
    `machine.session.snapshot()` gave; nothing is called then, and facts, now and remember are the snapshot's.
    model_attribute, decision_attribute: other names for `state` and `decision`.

    Raises HostError, with the model as it was, where the model has an attribute of one of these names, can't
    be given any, or has a callback that is `async def`; else what `Policy.start`, `Policy.resume` and the
    model's callbacks raise. TypeError where `policy` is no Policy.
    """
    # Callers that no type checker sees mistake the order of the two, or pass what a look-up did not find.
    if not isinstance(policy, Policy):
        raise TypeError(f"as_machine takes a Policy first, such as load_policy gives, not {policy!r:.60}")
    names: dict[str, object] = {"model_attribute": model_attribute, "decision_attribute": decision_attribute}
    for option, name in names.items():
        if not isinstance(name, str) or not name.isidentifier() or iskeyword(name):
            raise HostError(f"{option}= must be a name such as `state`, not {name!r:.60}")
    # `transitions` is imported here, so that a program that only mentions this function does not pay for it.
    from policy_engine.interop.machine import PolicyMachine
    from policy_engine.interop.plan import plan_of

    if snapshot is not None and (facts is not None or now is not None or remember):
        raise HostError("a session that goes on has its facts, its time and its event ids in the snapshot")
    plan = plan_of(policy.automaton, model_attribute, decision_attribute)
    plan.reserved.check(model)
    if snapshot is None:
        session = policy.start(facts, now, remember, clock)
    else:
        session = policy.resume(snapshot, clock)
    return PolicyMachine(plan, session, model, resumed=snapshot is not None)
