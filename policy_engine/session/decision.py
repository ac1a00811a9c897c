"""What a session answers: a Decision, immutable, and shared by every session that takes the same edge."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn, cast

from policy_engine.languages import spoken
from policy_engine.model.chart import Words
from policy_engine.model.types import Value
from policy_engine.records import record

if TYPE_CHECKING:
    from policy_engine.automaton.tree import ActionCall, Edge
    from policy_engine.session.kept import Opening
    from policy_engine.session.rows import Row
    from policy_engine.session.timers import Entry


class Verdict(StrEnum):
    """What became of an event, in order of precedence (rule 5)."""

    DUPLICATE = "duplicate"
    CLOSED = "closed"
    REJECTED = "rejected"
    FORBIDDEN = "forbidden"
    APPLIED = "applied"
    IGNORED = "ignored"


@record
class Text:
    """A reason: a code for programs with its parameters, and words for people."""

    code: str
    params: Mapping[str, object]
    words: Words | None = None
    default_language: str = "en"

    def text(self, language: str | None = None) -> str:
        """The words in `language`; else in the nearest it falls back to, or the policy's first language."""
        if self.words is not None:
            return " ".join(spoken(self.words, language, self.default_language))
        from policy_engine.diagnostics.catalogue import render_message

        return render_message(self.code, self.params, language or self.default_language)

    def __str__(self) -> str:
        return self.text()


@record
class Action:
    """What the host is asked to do. `to` is the role it is for, or None."""

    name: str
    params: Mapping[str, Value]
    to: str | None


@record
class Dropped:
    """A raised or sent event that a `forbid` refused."""

    event: str
    reason: Text


@record
class Fired:
    """A timer or a delayed `send` that was due: when, and what came of it."""

    due: datetime
    decision: Decision


NO_PARAMS: Mapping[str, Value] = MappingProxyType({})


class Decision:
    """What one call did.

    verdict: a Verdict. cause: "start", the event, the timer (such as "aftercare.after.5 min"), or "facts".
    event: the event's name, or None. before, after: ids of the active leaf states, in document order.
    exited, entered: state ids in the order it happened, repeats kept. actions: Actions in execution order.
    transitions: ids of the transitions that were taken, in order. reason: a Text where the event was
    forbidden or rejected, or ignored because it is a repeat that does not count, else None. dropped: raised
    or sent events that a `forbid` refused. prior: what was due before this call, as Fired; later: what
    came due between a late event and now. done, outcome: whether the session has ended with this, and how.
    """

    __slots__ = (
        "_armed",
        "_asked",
        "_calm",
        "_delay",
        "_edge",
        "_free",
        "_later",
        "_opens",
        "_row",
        "_told",
        "actions",
        "after",
        "before",
        "cause",
        "done",
        "dropped",
        "entered",
        "event",
        "exited",
        "later",
        "outcome",
        "prior",
        "reason",
        "transitions",
        "verdict",
    )

    verdict: Verdict
    cause: str
    event: str | None
    before: tuple[str, ...]
    after: tuple[str, ...]
    exited: tuple[str, ...]
    entered: tuple[str, ...]
    actions: tuple[Action, ...]
    reason: Text | None
    prior: tuple[Fired, ...]
    later: tuple[Fired, ...]
    transitions: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    done: bool
    outcome: str | None
    # Where the session goes from here; not part of the answer. `_calm`: what is due later stays as it is.
    # `_free`: where nothing is due later, nothing will be. `_armed`: what is due later, counted from when it
    # is taken; None where that is not the same each time, and where the short way can't take it because a
    # session keeps or is told something of its own: `_later` is the same without regard to that. `_delay`:
    # how long until the first. `_asked`: the places of the actions that are computed for each session.
    # `_told`: whether those, or what the session keeps, depend on what is told with the event.
    _calm: bool
    _free: bool
    _armed: tuple[Entry, ...] | None
    _asked: tuple[tuple[int, ActionCall], ...]
    _later: tuple[Entry, ...] | None
    _opens: Opening | None  # the records that are opened
    _delay: timedelta
    _edge: Edge | None
    _row: Row
    _told: bool

    def __init__(self, **fields: Any) -> None:
        for name, value in fields.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a decision can't be changed")

    __delattr__ = None  # type: ignore[assignment]  # nothing can be taken from it either

    def __reduce_ex__(self, _: object) -> NoReturn:
        # It stands in the table that its session walks on, and a copy would stand nowhere.
        raise TypeError("a decision can't be copied or pickled; `to_dict()` is its content")

    def _with(self, **changes: Any) -> Decision:
        """A copy with some fields changed."""
        copy = _copied(self)
        for name, value in changes.items():
            object.__setattr__(copy, name, value)
        return copy

    def to_dict(self) -> dict[str, object]:
        """The decision as JSON-ready data; texts stay codes with parameters, and words in every language."""
        return {
            "verdict": self.verdict.value,
            "cause": self.cause,
            "event": self.event,
            "before": list(self.before),
            "after": list(self.after),
            "exited": list(self.exited),
            "entered": list(self.entered),
            "actions": actions_json(self.actions),
            "transitions": list(self.transitions),
            "reason": _reason(self.reason),
            "dropped": [{"event": item.event, "reason": _reason(item.reason)} for item in self.dropped],
            "prior": _fired(self.prior),
            "later": _fired(self.later),
            "done": self.done,
            "outcome": self.outcome,
        }

    def __repr__(self) -> str:
        path = f"{', '.join(self.before)} → {', '.join(self.after)}"
        actions = "".join(f" {action.name}" for action in self.actions)
        return f"<Decision {self.verdict.value} {self.cause!r}: {path}{' |' if actions else ''}{actions}>"


class _Unfinished:
    """A decision that still takes its fields: that is six times as quick as past what guards them."""

    __slots__ = Decision.__slots__


def _copied(old: Any) -> Decision:
    """A copy. Field by field, because a session that is asked for actions of its own waits for it."""
    copy: Any = _Unfinished()
    copy._armed = old._armed
    copy._asked = old._asked
    copy._calm = old._calm
    copy._delay = old._delay
    copy._edge = old._edge
    copy._free = old._free
    copy._later = old._later
    copy._opens = old._opens
    copy._row = old._row
    copy._told = old._told
    copy.actions = old.actions
    copy.after = old.after
    copy.before = old.before
    copy.cause = old.cause
    copy.done = old.done
    copy.dropped = old.dropped
    copy.entered = old.entered
    copy.event = old.event
    copy.exited = old.exited
    copy.later = old.later
    copy.outcome = old.outcome
    copy.prior = old.prior
    copy.reason = old.reason
    copy.transitions = old.transitions
    copy.verdict = old.verdict
    copy.__class__ = Decision
    return cast("Decision", copy)


def actions_json(actions: tuple[Action, ...]) -> list[dict[str, object]]:
    """Actions as JSON-ready data."""
    return [{"name": one.name, "params": dict(one.params), "to": one.to} for one in actions]


def _fired(items: tuple[Fired, ...]) -> list[dict[str, object]]:
    return [{"due": item.due.isoformat(), "decision": item.decision.to_dict()} for item in items]


def _reason(reason: Text | None) -> dict[str, object] | None:
    if reason is None:
        return None
    languages = tuple(reason.words) if reason.words is not None else ("en", "nl")
    return {
        "code": reason.code,
        "params": dict(reason.params),
        "text": {language: reason.text(language) for language in languages},
    }
