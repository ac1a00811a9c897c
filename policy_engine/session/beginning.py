"""How a session begins, and how it goes on from a snapshot."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from datetime import datetime
from time import time_ns
from types import MappingProxyType
from typing import TYPE_CHECKING

from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.tree import Edge
from policy_engine.errors import InvalidDataError
from policy_engine.session.live import Session
from policy_engine.session.moment import MICROSECOND, Clock, to_datetime, to_nanoseconds
from policy_engine.session.more import more
from policy_engine.session.rows import Table, compute
from policy_engine.session.values import check_remember, complete

if TYPE_CHECKING:
    from policy_engine.session.journal import Journal
    from policy_engine.session.snapshot import Restored

NOTHING: Mapping[str, tuple[int, ...]] = MappingProxyType({})


def begin(
    table: Table,
    facts: Mapping[str, object] | None,
    now: datetime | None,
    remember: int,
    clock: Clock | None,
    journal: bool = False,
) -> Session:
    """A new session. `Policy.start` says what the arguments mean and what is raised."""
    if remember or type(remember) is not int:
        check_remember(remember)
    session = Session.__new__(Session)
    session._timers = ()
    session._since = 0
    session._due = None
    session._now = 0
    session._number = 0
    session._kept = None
    session._opaque = table.opaque
    session._settling = NOTHING
    opening = table.opening
    if (
        opening is not None
        and facts is None
        and now is None
        and not remember
        and clock is None
        and not journal
    ):
        # What nearly every session does: one look, no timer, nothing of its own.
        session._facts = table.defaults
        session._more = None
        session._opening = opening
        session._row = opening._row
        return session
    session._facts = (
        table.defaults if facts is None else complete(facts, table.chart.facts, "fact", table.defaults)
    )
    if now is not None:
        session._now = to_nanoseconds(now)
    elif table.timed or journal:
        session._now = time_ns() if clock is None else clock()
    ids = deque[str](maxlen=remember) if remember else None
    session._more = more(clock, now is not None, ids, _journal(session) if journal else None)
    _open(session, table)
    return session


def _journal(session: Session) -> Journal:
    """The journal of a session that begins."""
    from policy_engine.session.journal import Journal

    session._now -= session._now % MICROSECOND  # what a journal can keep
    return Journal(to_datetime(session._now), session._facts, ())


def _open(session: Session, table: Table) -> None:
    """Enters the first states."""
    inputs = Inputs(session._facts, {}, table.opaque, table.first_role)
    edge = table.automaton.start(inputs)
    if edge.refusal is not None:
        raise _impossible(edge)
    view = table.view(session._facts)
    session._row = view.row(edge.target)
    decision = view.decision(edge, "start", table.first_role)
    if decision is None:
        decision = table.decide(edge, "start", view, inputs, session._values())
    session._opening = session._take(decision, session._now, inputs)
    if edge.assigned:
        new = {name: compute(value, inputs) for name, value in edge.assigned}
        session._opaque = {**table.opaque, **new}
    session._tell()


def _impossible(edge: Edge) -> InvalidDataError:
    """With these facts the policy can't start: only a table that could not be proved whole has this."""
    from policy_engine.diagnostics.catalogue import render_message

    assert edge.refusal is not None
    message = render_message(edge.refusal.code, edge.refusal.params, "en")
    return InvalidDataError(message, name="facts", problem={"code": edge.refusal.code})


def resumed(table: Table, said: Restored, clock: Clock | None) -> Session:
    """A session as a snapshot says it was."""
    session = Session.__new__(Session)
    session._facts = said.facts
    session._opaque = said.opaque or table.opaque
    session._timers = said.timers
    session._since = 0
    session._due = said.timers[0][0] if said.timers else None
    session._now = said.now
    session._number = said.number
    session._settling = said.settling
    session._kept = said.kept
    session._opening = None
    ids = deque(said.ids, maxlen=said.remember) if said.remember else None
    session._more = more(clock, said.explicit, ids, said.journal)
    session._row = table.view(said.facts).row(said.node.index)
    return session
