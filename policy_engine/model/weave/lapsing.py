"""Counters that lapse, in the terms of the kernel.

For each unit of such a counter an event `lapse:<counter>` is on its way, sent when the unit was added, under
the id of that name; when it comes the counter goes down by one. Invariant: as many are on their way as the
counter says, so that it never goes below 0. What is subtracted takes back the newest, as if they had never
been added; what is set begins anew. Where the whole count lapses at once a single event is on its way while
the count is not 0; it starts anew with every addition, and sets the count to 0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from policy_engine.model.chart import Add, Assign, Cancel, Send, Step
from policy_engine.model.expressions.tree import Compare, Constant, Expr, Negative, Ref
from policy_engine.model.hidden import lapse_of
from policy_engine.model.types import Lapse
from policy_engine.model.weave.loom import Loom


def weave_lapsing(loom: Loom) -> None:
    """Writes out every counter that lapses."""
    for name, declared in loom.written.context.items():
        if declared.lapse is not None:
            _weave(loom, name, declared.lapse)


def _weave(loom: Loom, name: str, lapse: Lapse) -> None:
    here, event = lapse.span, lapse_of(name)
    loom.event(event, here)
    send = Send(here, event, lapse.after, event, loom.order())
    loom.each_step(_all_at_once(name, send) if lapse.all else _each(name, send))
    one_less = Add(here, ((name, Constant(here, -1)),))
    none = Assign(here, ((name, Constant(here, 0)),))
    count = Ref(here, "context", name)
    some = Compare(here, ">", count, Constant(here, 0))
    loom.whenever(event, (none if lapse.all else one_less,), span=here, guard=some)


def _each(name: str, send: Send) -> Callable[[Step], Sequence[Step]]:
    """Lets each unit fall away by itself. What is read is read before the step writes."""

    def lapsing(step: Step) -> Sequence[Step]:
        amount = _amount(name, step)
        if amount is None:
            return (step,)
        back = Cancel(send.span, send.event)
        if isinstance(step, Assign):
            return (back, *_sent(send, amount), step)
        return (*_taken_back(back, amount), *_sent(send, amount), step)

    return lapsing


def _all_at_once(name: str, send: Send) -> Callable[[Step], Sequence[Step]]:
    """Lets the whole count fall away."""

    def lapsing(step: Step) -> Sequence[Step]:
        amount = _amount(name, step)
        if amount is None:
            return (step,)
        here = send.span
        back = Cancel(here, send.event)
        more = Compare(here, ">", amount, Constant(here, 0))
        if isinstance(step, Assign):
            return (back, Send(here, send.event, send.delay, send.id, send.order, more), step)
        zero = Compare(here, "==", Ref(here, "context", name), Constant(here, 0))
        return (
            Cancel(here, send.event, more),
            Send(here, send.event, send.delay, send.id, send.order, more),
            step,
            Cancel(here, send.event, zero),
        )

    return lapsing


def _amount(name: str, step: Step) -> Expr | None:
    """What a step sets a variable to, or adds to it."""
    if isinstance(step, Assign):
        return dict(step.values).get(name)
    return dict(step.amounts).get(name) if isinstance(step, Add) else None


def _sent(send: Send, amount: Expr) -> Sequence[Step]:
    """A send for every unit; the plain one where it is one."""
    if isinstance(amount, Constant) and isinstance(amount.value, int) and amount.value <= 1:
        return (send,) * amount.value
    return (Send(send.span, send.event, send.delay, send.id, send.order, amount),)


def _taken_back(back: Cancel, amount: Expr) -> Sequence[Step]:
    """As many taken back as are subtracted."""
    if isinstance(amount, Constant) and isinstance(amount.value, int) and amount.value >= 0:
        return ()
    return (Cancel(back.span, back.id, Negative(back.span, amount)),)
