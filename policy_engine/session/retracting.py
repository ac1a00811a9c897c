"""Taking an event back: the session is played again without it, from its journal.

Both courses are played, the one that was and the one that would have been, and what they ask of the host is
compared. The one that was must end where the session stands; a journal for which it does not is damaged.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from datetime import datetime

from policy_engine.errors import InvalidDataError, JournalError, SnapshotError
from policy_engine.records import record
from policy_engine.session.beginning import begin
from policy_engine.session.decision import Action, Decision, Fired, actions_json
from policy_engine.session.journal import Journal, JournalEntry
from policy_engine.session.kept import NOTHING
from policy_engine.session.live import Session
from policy_engine.session.moment import to_datetime, to_nanoseconds
from policy_engine.session.more import More
from policy_engine.session.moving import everything
from policy_engine.session.rows import Table
from policy_engine.session.values import shown


@record
class Retraction:
    """What became of a session without one of its events.

    event_id, why, now: what was taken back, why and when (UTC). before, after: the active leaf states then
    and now, in document order. asked_in_vain: the actions that the host was asked for and would not have
    been, in order. missed: those that it would have been asked for and was not, in order: they are asked for
    now. What both courses ask for is in neither, be it at another moment.
    """

    event_id: str
    why: str
    now: datetime
    before: tuple[str, ...]
    after: tuple[str, ...]
    asked_in_vain: tuple[Action, ...]
    missed: tuple[Action, ...]

    def to_dict(self) -> dict[str, object]:
        """The retraction as JSON-ready data."""
        return {
            "retracted": self.event_id,
            "why": self.why,
            "now": self.now.isoformat(),
            "before": list(self.before),
            "after": list(self.after),
            "asked_in_vain": actions_json(self.asked_in_vain),
            "missed": actions_json(self.missed),
        }


def retract(session: Session, event_id: str, why: str, now: datetime | None) -> Retraction:
    """What `Session.retract` does."""
    more = session._more
    journal = None if more is None else more.journal
    if more is None or journal is None:
        raise _refused("no-journal")
    if type(why) is not str or not why.strip():
        raise InvalidDataError(
            "`why` must be a text that is not empty", name="why", problem={"code": "wrong-why"}
        )
    if type(event_id) is not str or event_id not in journal.known:
        raise _refused("not-in-journal", event_id=shown(event_id))
    gone = journal.retracted
    if event_id in gone:
        raise _refused("retracted-before", event_id=shown(event_id))
    moment = to_datetime(session._moment(now, read=True))
    entry = JournalEntry("retract", moment, event_id=event_id, why=why)
    without = Journal(journal.began, journal.facts, [*journal.entries, entry])
    remember = 0 if more.ids is None else more.ids.maxlen or 0
    table = session._row.table
    was = _Course(table, journal, remember, gone)
    if _place(was.session) != _place(session):
        raise SnapshotError("the snapshot was damaged: its journal does not lead to where the session stands")
    would_be = _Course(table, without, remember, gone | {event_id})
    before, opening, kept = session.states, session._opening, session._kept
    session._restore(everything(would_be.session))
    session._opening = opening
    if kept is not None:
        session._kept = (session._kept or NOTHING).after(kept)
    session._more = More(more.clock, more.explicit or now is not None, would_be.ids, without)
    return Retraction(
        event_id,
        why,
        moment,
        before,
        session.states,
        asked_in_vain=tuple(_beyond(was.asked, would_be.asked)),
        missed=tuple(_beyond(would_be.asked, was.asked)),
    )


class _Course:
    """A session that is played from a journal, without the events that are `gone`; `asked` are the actions
    that it asks for.
    """

    def __init__(self, table: Table, journal: Journal, remember: int, gone: Collection[str]) -> None:
        self._now = journal.began
        self._gone = gone
        # It keeps a journal too, for that is how the one that is played kept its time.
        self.session = begin(table, journal.facts, None, remember, self._clock, journal=True)
        self.asked: list[Action] = [*self.session.opening.actions]
        for entry in journal.entries:
            self._now = entry.now
            self._play(entry)

    @property
    def ids(self) -> deque[str] | None:
        """The event ids that it remembers."""
        more = self.session._more
        return None if more is None else more.ids

    def _clock(self) -> int:
        return to_nanoseconds(self._now)

    def _play(self, entry: JournalEntry) -> None:
        session = self.session
        if entry.call == "learn":
            self._ask([session.learn(entry.facts or {})])
        elif entry.call != "send":
            self._ask(_decisions(session.advance()))
        elif entry.event_id not in self._gone:
            decision = session._send(
                entry.event or "", entry.data, entry.by, entry.facts, None, entry.event_id, entry.at
            )
            self._ask([decision])

    def _ask(self, decisions: Iterable[Decision]) -> None:
        for decision in decisions:
            self._ask(_decisions(decision.prior))
            self.asked += decision.actions
            self._ask(_decisions(decision.later))


def _refused(code: str, **fields: object) -> JournalError:
    from policy_engine.diagnostics.catalogue import render_message

    return JournalError(render_message(code, fields, "en"), problem={"code": code, **fields})


def _decisions(fired: Sequence[Fired]) -> Iterator[Decision]:
    return (one.decision for one in fired)


def _place(session: Session) -> tuple[object, ...]:
    return session.configuration, session.context, session.facts, session._pending()


def _beyond(actions: Iterable[Action], others: Iterable[Action]) -> Iterator[Action]:
    """The actions for which the others have no equal left, the first ones going with the first."""
    left = Counter(map(_key, others))
    for action in actions:
        key = _key(action)
        if left[key]:
            left[key] -= 1
        else:
            yield action


def _key(action: Action) -> Hashable:
    return action.name, action.to, tuple(action.params.items())
