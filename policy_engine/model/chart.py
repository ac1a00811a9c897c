"""The chart: a policy with every name resolved, free of YAML and pydantic. Everything later is read off it.

Invariants: `states` stands in document order with the root at index 0, so a parent's index is lower than its
children's and entry order is index order; `transitions` stands in document order too; every index is valid;
every expression is type-checked; branches of one list exclude each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from policy_engine.diagnostics.span import Span
from policy_engine.model.calendar import DEFAULT, Calendar
from policy_engine.model.duration import Duration
from policy_engine.model.expressions.tree import Constant, Expr
from policy_engine.model.types import Declaration, Type, Value
from policy_engine.records import field, record

StateKind = Literal["atomic", "compound", "parallel", "final", "history"]
Trigger = Literal["on", "always", "done", "after"]
Phase = Literal["warning", "aftercare"]
Words = Mapping[str, tuple[str, ...]]  # language → one text or several; empty where nothing was written
PLAIN = ""  # the language of a policy that declares none


@record
class Phrase:
    """Texts that are shown while `when` holds (None: always).

    `promises` is what they announce: "enter", "action" or "event", each with a name.
    """

    when: Expr | None
    words: Words
    source_refs: tuple[str, ...] = ()
    promises: tuple[tuple[str, str], ...] = ()


@record
class Ask:
    """Asks the host for a declared action; `to` is the role it is for, or None."""

    span: Span
    action: str
    params: tuple[tuple[str, Expr], ...]  # in the order of the declaration, defaults filled in
    to: str | None


@record
class Assign:
    """`set`: reads everything before it writes."""

    span: Span
    values: tuple[tuple[str, Expr], ...]


@record
class Add:
    """`add`: raises counters and ranges by whole numbers; reads everything before it writes."""

    span: Span
    amounts: tuple[tuple[str, Expr], ...]


@record
class Raise:
    span: Span
    event: str


@record
class Send:
    """`send`: `delay` None is a macrostep of its own inside the same call. `order` sorts equal due times.

    `times` says how often it is sent; None is once, and below 1 it is not.
    """

    span: Span
    event: str
    delay: Duration | None
    id: str | None
    order: int
    times: Expr | None = None


@record
class Cancel:
    """`cancel`: takes back what was sent with an id; `times` says how much of it, the newest first, and None
    is all.
    """

    span: Span
    id: str
    times: Expr | None = None

    @property
    def count(self) -> int | None:
        """How many it takes back, once that is known; None is all."""
        times = self.times
        return times.value if isinstance(times, Constant) and isinstance(times.value, int) else None


Step = Ask | Assign | Add | Raise | Send | Cancel


@record
class Transition:
    """One branch. `guard` None means always; `is_else` when none of its siblings in the same list holds.

    `id` is stable for a given file: `<state>.<on|always|done|after>.<events or duration>.<position in its
    list>`, where several events are joined by `|`.
    """

    index: int
    id: str
    span: Span
    source: int
    trigger: Trigger
    events: tuple[str, ...]
    guard: Expr | None
    is_else: bool
    by: frozenset[str] | None
    targets: tuple[int, ...]
    internal: bool
    steps: tuple[Step, ...]
    label: Words = field(default_factory=dict)
    note: Words = field(default_factory=dict)
    why: Words = field(default_factory=dict)
    source_refs: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()  # flags of the context without which the event is refused


@record
class Timer:
    """An `after` of a state: armed on entry, cancelled on exit. `index` is its place in `Chart.timers`."""

    index: int
    span: Span
    state: int
    duration: Duration
    branches: tuple[Transition, ...]
    order: int


@record
class Forbid:
    """While the state is active (and `when` holds) the events are refused."""

    span: Span
    events: tuple[str, ...]
    when: Expr | None
    words: Words
    source_refs: tuple[str, ...] = ()


@record
class State:
    """A state. `children` includes history pseudo-states. `initial` is the index of the child entered by
    default (compound only); `default` the target of a history state (None: the parent's initial)."""

    index: int
    id: str
    span: Span
    kind: StateKind
    parent: int | None
    children: tuple[int, ...]
    depth: int
    initial: int | None = None
    deep: bool = False
    default: tuple[int, ...] | None = None
    outcome: str | None = None  # final at the top only
    on: Mapping[str, tuple[Transition, ...]] = field(default_factory=dict)  # event → its branches
    always: tuple[Transition, ...] = ()
    done: tuple[Transition, ...] = ()
    after: tuple[Timer, ...] = ()
    forbid: tuple[Forbid, ...] = ()
    entry: tuple[Step, ...] = ()
    exit: tuple[Step, ...] = ()
    role: str | None = None  # inherited already
    phase: Phase | None = None  # inherited already
    label: Words = field(default_factory=dict)
    say: tuple[Phrase, ...] = ()
    avoid: tuple[Phrase, ...] = ()
    how: tuple[Phrase, ...] = ()
    note: Words = field(default_factory=dict)
    why: Words = field(default_factory=dict)
    source_refs: tuple[str, ...] = ()


@record
class Role:
    name: str
    label: Words = field(default_factory=dict)
    source_refs: tuple[str, ...] = ()


@record
class Guard:
    """What is said of a named condition; `label` stands for it wherever conditions are read by people."""

    label: Words = field(default_factory=dict)
    note: Words = field(default_factory=dict)
    why: Words = field(default_factory=dict)
    source_refs: tuple[str, ...] = ()


@record
class Event:
    """`actor` does it; `by` may report it (None: anyone). `tone` is "escalates", "calms", "ends" or None.

    `settle`: for how long after it was applied a repeat is ignored; None: never.
    """

    name: str
    span: Span
    actor: str | None
    by: frozenset[str] | None
    tone: str | None
    data: Mapping[str, Declaration]
    label: Words = field(default_factory=dict)
    note: Words = field(default_factory=dict)
    source_refs: tuple[str, ...] = ()
    settle: Duration | None = None
    safety: bool = False  # somebody's safety may be at stake
    ticks: bool = False  # a statement: the flag of its name is true once it was reported


# What the engine knows of a record, and fills in itself.
KNOWN_FIELDS = ("date", "time", "channel", "course", "outcome")


@record
class RecordField:
    """A field of what an action writes down. `known`: the engine fills it in, and its type means nothing.

    `by` are the roles that may fill it in, in the order of their declaration; empty: anyone. A field with a
    default is never missing.
    """

    declaration: Declaration
    known: bool = False
    by: tuple[str, ...] = ()
    required: bool = True

    @property
    def name(self) -> str:
        return self.declaration.name

    @property
    def needed(self) -> bool:
        """Whether it is missing until somebody fills it in."""
        return not self.known and self.required and self.declaration.default is None


@record
class ActionType:
    """`within` is how soon what it records must be complete, or None. `letter` has the
    paragraphs of the letter that it is.
    """

    name: str
    span: Span
    to: str | None
    params: Mapping[str, Declaration]
    record: tuple[RecordField, ...] = ()
    label: Words = field(default_factory=dict)
    note: Words = field(default_factory=dict)
    source_refs: tuple[str, ...] = ()
    within: Duration | None = None
    letter: Words = field(default_factory=dict)


@record
class Must:
    """What has to be done once a state was entered, `within` a duration: one of `events` has to happen,
    or one of `actions` has to be asked for; the other is empty.

    It stands until it is met, a state of `until` is entered, or the session is done. `overdue` is the event
    that comes by itself when the time is up, or None.
    """

    id: str
    span: Span
    state: int
    events: tuple[str, ...]
    actions: tuple[str, ...]
    within: Duration
    overdue: str | None = None
    until: tuple[int, ...] = ()
    label: Words = field(default_factory=dict)
    note: Words = field(default_factory=dict)
    why: Words = field(default_factory=dict)
    source_refs: tuple[str, ...] = ()


@record
class Property:
    """A property as written: `pattern` is its first key, `body` the model's plain data; proofs come later.

    `conditions` are those of the body, type-checked, by where they stand: "always", "when", "never.when",
    "whenever.when".
    """

    name: str
    span: Span
    pattern: str
    body: Mapping[str, object]
    conditions: Mapping[str, Expr] = field(default_factory=dict)
    source_refs: tuple[str, ...] = ()


@record
class Link:
    """Where a fact comes from: what another policy exports, in the session of the key that `key` names.

    `key` is a text fact or variable of this policy; None stands for the session's own key.
    """

    span: Span
    policy: str
    export: str
    key: str | None = None


@record
class Choice:
    """One branch of an export: its value, where `when` holds (None: always). The first that holds counts."""

    when: Expr | None
    value: Expr


@record
class Export:
    """What other policies may read of a session; the last of its choices always holds."""

    name: str
    span: Span
    type: Type
    choices: tuple[Choice, ...]


@record
class Approval:
    """Who approved this version of a policy; `on` is the day, "YYYY-MM-DD"."""

    by: str
    on: str


@record
class Migration:
    """How live sessions of earlier versions go on: `states` and `context` say what has another name now (old
    to new), `values` what new variables begin with, `dropped` which old ones are given up. `restart`: timers
    of another duration begin anew; else they keep when they are due.
    """

    span: Span
    versions: tuple[str, ...]
    states: Mapping[str, str] = field(default_factory=dict)
    context: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    restart: bool = False


@record
class Chart:
    """A whole policy. `digest` is the SHA-256 of its canonical content, comments and layout left out."""

    id: str
    version: str
    digest: str
    languages: tuple[str, ...]  # (PLAIN,) where the policy declares none
    subject: str | None
    title: Words
    subtitle: Words
    owner: Words
    date: str | None
    emergency: Words
    parameters: Mapping[str, Declaration]
    facts: Mapping[str, Declaration]
    context: Mapping[str, Declaration]
    roles: Mapping[str, Role]
    events: Mapping[str, Event]
    actions: Mapping[str, ActionType]
    guards: Mapping[str, Expr]
    states: tuple[State, ...]
    transitions: tuple[Transition, ...]
    timers: tuple[Timer, ...]
    properties: Mapping[str, Property]
    file: str
    calendar: Calendar = DEFAULT
    guard_notes: Mapping[str, Guard] = field(default_factory=dict)  # of those that more is said of
    links: Mapping[str, Link] = field(default_factory=dict)  # by fact
    exports: Mapping[str, Export] = field(default_factory=dict)
    musts: Mapping[str, Must] = field(default_factory=dict)  # in document order
    approved: tuple[Approval, ...] = ()
    migrate: Migration | None = None
