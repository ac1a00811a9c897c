"""The decision trees of the table: what an event does in a node, told apart by what is read from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from policy_engine.automaton.inputs import Input, Inputs
from policy_engine.model.chart import Cancel, Forbid, Send
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.types import Value
from policy_engine.records import field, record

EdgeVerdict = Literal["applied", "ignored", "forbidden", "rejected"]
TriggerKind = Literal["start", "on", "sent", "after", "facts"]


@record
class Trigger:
    """What makes a step: the start, an event from outside, a delayed `send`, a timer, or new facts.

    `name` is the event, or for a timer its id; `timer` is its place in `Chart.timers`.
    """

    kind: TriggerKind
    name: str = ""
    timer: int = -1

    def __hash__(self) -> int:
        return hash(self.name)

    @property
    def event(self) -> str | None:
        """The event in hand, whose data are read; None where there is none."""
        return self.name if self.kind in ("on", "sent") else None


START = Trigger("start")
FACTS = Trigger("facts")


@record
class Test:
    """A question about the outside world; `evaluate` answers with a key of the branch.

    `inputs` are what it reads. `expr` holds only constants and inputs.
    """

    expr: Expr
    evaluate: Callable[[Inputs], Value]
    inputs: tuple[Input, ...]


@record
class ActionCall:
    """An action the host is asked for. `values` are constants, or expressions over the outside world."""

    action: str
    to: str | None
    params: tuple[tuple[str, Value | Computed], ...]

    @property
    def static(self) -> bool:
        return not any(isinstance(value, Computed) for _, value in self.params)


@record
class Computed:
    """A value that is only known when the step is taken."""

    expr: Expr
    evaluate: Callable[[Inputs], Value]


@record
class Refusal:
    """Why nothing was done. `forbid` is set where the policy's own text says so."""

    code: Literal["forbidden", "role-may-not", "person-needed", "requires", "out-of-range", "endless"]
    params: Mapping[str, object]
    forbid: Forbid | None = None


@record
class DroppedEvent:
    """A raised or sent event that a `forbid`, or what it requires, refused."""

    event: str
    refusal: Refusal


@record(frozen=False, eq=False)
class Edge:
    """One way a step can go; never changed once made. `target` is the index of the node that it leads to.

    `armed` are the timers that start anew, `kept` those that go on (both by place in `Chart.timers`);
    `orders` are the delayed sends and the cancels, in execution order; `assigned` are new values of opaque
    variables.
    """

    index: int
    verdict: EdgeVerdict
    source: int
    trigger: Trigger
    target: int
    exited: tuple[int, ...] = ()
    entered: tuple[int, ...] = ()
    actions: tuple[ActionCall, ...] = ()
    transitions: tuple[int, ...] = ()
    armed: tuple[int, ...] = ()
    kept: frozenset[int] = frozenset()
    orders: tuple[Send | Cancel, ...] = ()
    assigned: tuple[tuple[str, Value | Computed], ...] = ()
    refusal: Refusal | None = None
    dropped: tuple[DroppedEvent, ...] = ()
    microsteps: int = 0

    @property
    def static(self) -> bool:
        """Whether nothing of it depends on the outside world, so that one decision serves every session."""
        return not self.assigned and all(call.static for call in self.actions)


@record(frozen=False)
class Branch:
    """A question and what follows from each answer met so far."""

    test: Test
    answers: dict[Value, Tree] = field(default_factory=dict)


Tree = Branch | Edge
