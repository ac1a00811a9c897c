"""A live session: a pointer into the table, and what the table does not hold: facts, opaque variables,
timers.

`send` answers from the row that it points to, also where a guard reads the event's data. The long way is
for what a row has not met yet or can't know: new facts, event ids, a clock of the session's own, timers that
are due.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from time import time_ns
from typing import TYPE_CHECKING

from policy_engine.session.decision import Decision, Fired, Verdict
from policy_engine.session.moment import EPOCH
from policy_engine.session.more import Told
from policy_engine.session.seen import Seen
from policy_engine.session.values import By, complete, role_of

# What a session is only asked now and then is imported where it is asked: many processes never do.
if TYPE_CHECKING:
    from policy_engine.session.filing import Record
    from policy_engine.session.retracting import Retraction


class Session(Seen):
    """One live session of a policy. Made by `Policy.start` and `Policy.resume`.

    A session belongs to one thread at a time; sessions of one policy may be used by several threads.
    """

    __slots__ = ()

    def send(
        self,
        event: str,
        data: Mapping[str, object] | None = None,
        by: By | None = None,
        facts: Mapping[str, object] | None = None,
        now: datetime | None = None,
        event_id: str | None = None,
        at: datetime | None = None,
    ) -> Decision:
        """Tells the session that an event happened.

        event: a declared event. data: its data. by: who reports it, a role or (role, person); the first
        role when left out. facts: new facts, settled before the event. now: an aware datetime; an earlier
        one counts as the last one. event_id: a session that remembers answers a repeated one with
        `duplicate` and does nothing. at: when a late event happened, an aware datetime; left out, now. One
        before the last moment of the session counts as that moment. What is due between `at` and now fires
        after the event: see `Decision.later`.

        Raises UnknownEventError, UnknownRoleError, InvalidDataError, ClockError, and TooMuchDueError where
        more than 100,000 timers are due before the event; each leaves the session as it was. Anything else is
        answered with a Decision.
        """
        # Both short ways are written out here, for a call would be a good part of what they cost.
        more = self._more
        if more is None:
            # The session reads the system's clock, and only while something is due or is to become so.
            if (
                data is None
                and by is None
                and facts is None
                and now is None
                and event_id is None
                and at is None
            ):
                try:
                    decision = self._row.ready.get(event)
                except TypeError:  # an event that is no text, nor anything else that can be looked up
                    raise self._row.table.unknown(event) from None
                if decision is not None:
                    due = self._due
                    if due is None:
                        if decision._free:
                            self._row = decision._row
                            return decision
                        return self._take(decision, time_ns())
                    moment = time_ns()
                    if moment < due:
                        if decision._calm:
                            self._row = decision._row
                            return decision
                        return self._take(decision, moment)
        elif (
            type(more) is Told
            and more.last is not None
            and now is not None
            and facts is None
            and event_id is None
            and at is None
        ):
            # The host tells the time, which stays as it is told: see Told.
            row = self._row
            table = row.table
            found: Decision | None
            try:
                role = table.reporters[by]
                if data is None:
                    found = row.ready[event] if role is table.first_role else row.by[event, role]
                else:
                    found, plan = row.given[event]
                    enough = plan.enough
                    if type(data) is not dict or (plan.required and len(data) < len(enough)):
                        raise LookupError
                    for name in data:
                        if type(data[name]) is not enough[name] and not plan.fits(name, data[name]):
                            raise LookupError
                    if found is None:
                        found = self._find(event, self._inputs({**plan.defaults, **data}, role))
                told = now - EPOCH
                if told < more.last:
                    told = more.last
            except (LookupError, TypeError):  # what has to be looked at closely
                return self._send(event, data, by, None, now, None)
            until = more.until
            if found is not None and (until is None or told < until):
                if not found._calm:
                    timers = found._armed
                    if timers is None or self._number:
                        return self._send(event, data, by, None, now, None)
                    self._timers = timers
                    more.since = told
                    more.until = told + found._delay if timers else None
                more.last = told
                self._row = found._row
                return found
        return self._send(event, data, by, facts, now, event_id, at)

    def learn(self, facts: Mapping[str, object], now: datetime | None = None) -> Decision:
        """Tells the session new facts without an event; `always` transitions may follow.

        Raises InvalidDataError and ClockError, which leave the session as it was.
        """
        table = self._row.table
        checked = complete(facts, table.chart.facts, "fact", self._facts)
        moment = self._moment(now, read=table.timed)

        def step() -> Decision:
            prior = self._fire(moment)
            row = self._row
            if row.node.done:
                decision = table.still(Verdict.CLOSED, "facts", None, row)
            else:
                settled = self._settle(checked, moment)
                decision = settled or table.still(Verdict.IGNORED, "facts", None, self._row)
            return decision._with(prior=prior) if prior else decision

        decision = self._whole(step)
        if now is not None:
            self._expect_now()
        self._keep("learn", moment, decision, facts=facts)
        return decision

    def advance(self, now: datetime | None = None) -> tuple[Fired, ...]:
        """Fires what is due by `now` (left out: by the session's clock), in order.

        Raises ClockError, and TooMuchDueError for more than 100,000 timers; the session stays as it was.
        """
        moment = self._moment(now, read=True)
        fired = self._whole(lambda: self._fire(moment))
        if now is not None:
            self._expect_now()
        self._keep("advance", moment)
        return fired

    def retract(self, event_id: str, why: str, now: datetime | None = None) -> Retraction:
        """Takes back an event that should not have been told: the session goes on as if it had never been.

        All other calls of the journal are played again, each at its own moment; what is due by `now` (left
        out: by the session's clock) fires. The event and its retraction stay in the journal, and its id
        stays known. What was done outside is the host's: the answer says what was asked for in vain, and
        what is asked for now.

        event_id: as it was told with the event. why: a text for whoever reads the journal.
        Raises JournalError where the session keeps no journal, or the journal has no such event that is not
        retracted yet; and InvalidDataError, ClockError and TooMuchDueError. Each leaves the session as it
        was.
        """
        from policy_engine.session.retracting import retract

        return retract(self, event_id, why, now)

    def fill(
        self,
        action: str,
        values: Mapping[str, object],
        by: By | None = None,
        now: datetime | None = None,
        number: int | None = None,
    ) -> Record:
        """Fills in fields of the record of an action, also when the session is done, and gives the record.

        by: who fills them in, a role or (role, person); the first role when left out. now: an aware datetime;
        the record keeps it, and the session's own time stays. number: which record of this action, from 1;
        left out, the first one in which something is missing, or else the last.

        Raises InvalidDataError for an action without such a record, an unknown field, one that the engine
        fills in or that is for other roles, or a value that does not fit; UnknownRoleError and ClockError.
        Each leaves the session as it was.
        """
        table = self._row.table
        role = table.first_role if by is None else role_of(by, table.roles)
        moment = self._moment(now, read=True)
        records, filled = self._cabinet().filled(action, values, role, number, moment)
        from policy_engine.session.kept import NOTHING

        self._kept = (self._kept or NOTHING)._replace(records=records)
        return filled
