"""What must be done, in the terms of the kernel.

Of each `must` two variables are kept: `owed:<id>`, true from when its state was entered until it is met, and
`must:<id>`, which says how it stands. Entering the state sets `owed` and raises an event of that name; this
starts the time where it does not run yet, so that entering once more changes nothing. What is met at once, by
an action of the state itself, never starts it. The time is a delayed send with the id `must:<id>`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Ask, Assign, Cancel, Must, Raise, Send, Step
from policy_engine.model.expressions.tree import And, Compare, Constant, Expr, Ref
from policy_engine.model.hidden import STANDINGS, owed_by, timed_by
from policy_engine.model.types import Declaration, Type, Value
from policy_engine.model.weave.loom import Loom


def weave_obligations(loom: Loom) -> None:
    """Writes out every `must` of a chart."""
    for must in loom.written.musts.values():
        _weave(loom, must)


def _weave(loom: Loom, must: Must) -> None:
    here, standing, owed = must.span, timed_by(must.id), owed_by(must.id)
    loom.variable(Declaration(standing, Type("enum", members=STANDINGS), "none"))
    loom.variable(Declaration(owed, Type("flag"), False))
    met = (_set(here, owed, False), _set(here, standing, "none"), Cancel(here, standing))

    for event in must.events:
        loom.met(event, met, span=here, guard=_is(here, owed, True))
    if must.actions:
        loom.each_step(_also(must.actions, met))
    _on_entry(loom, must.state, (_set(here, owed, True), Raise(here, owed)))
    for state in must.until:  # before what makes it: a state that lifts its own lets the time begin anew
        _on_entry(loom, state, met)

    loom.event(owed, here)
    begins = Send(here, standing, must.within, standing, loom.order())
    new = And(here, (_is(here, owed, True), _is(here, standing, "none")))
    loom.whenever(owed, (_set(here, standing, "open"), begins), span=here, guard=new)
    loom.event(standing, here)
    comes = () if must.overdue is None else (Raise(here, must.overdue),)
    # It comes while it is open, and at no other time; that it says so keeps what can not be out of the table.
    late = _is(here, standing, "open")
    loom.whenever(standing, (_set(here, standing, "overdue"), *comes), span=here, guard=late)


def _on_entry(loom: Loom, state: int, steps: Sequence[Step]) -> None:
    """Lets a state begin with these steps."""
    old = loom.state(state)
    loom.enter_and_exit(state, entry=(*steps, *old.entry), exit_=old.exit)


def _also(actions: Collection[str], steps: Sequence[Step]) -> Callable[[Step], Sequence[Step]]:
    """Lets each of these actions be followed by these steps."""
    return lambda step: (step, *steps) if isinstance(step, Ask) and step.action in actions else (step,)


def _set(here: Span, name: str, value: Value) -> Assign:
    return Assign(here, ((name, Constant(here, value)),))


def _is(here: Span, name: str, value: Value) -> Expr:
    return Compare(here, "==", Ref(here, "context", name), Constant(here, value))
