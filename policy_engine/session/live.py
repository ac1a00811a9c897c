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
from typing import TYPE_CHECKING, Any

from policy_engine.automaton.inputs import Inputs
from policy_engine.model.hidden import shown_only
from policy_engine.model.types import Value
from policy_engine.session.decision import Decision, Fired, Text, Verdict
from policy_engine.session.long_way import LongWay
from policy_engine.session.moment import EPOCH, to_datetime
from policy_engine.session.more import Told
from policy_engine.session.values import By, complete, person_of, role_of

# What a session is only asked now and then is imported where it is asked: many processes never do.
if TYPE_CHECKING:
    from policy_engine.session.decision import Action
    from policy_engine.session.filing import Cabinet, Record
    from policy_engine.session.guidance import Guidance
    from policy_engine.session.journal import JournalEntry
    from policy_engine.session.obligations import Obligation
    from policy_engine.session.retracting import Retraction


class Session(LongWay):
    """One live session of a policy. Made by `Policy.start` and `Policy.resume`.

    A session belongs to one thread at a time; sessions of one policy may be used by several threads.
    """

    __slots__ = ()

    # -- events ----------------------------------------------------------------------------------------------

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

    # -- what can be seen ------------------------------------------------------------------------------------

    @property
    def states(self) -> tuple[str, ...]:
        """The active leaf states, in document order."""
        return self._row.node.leaves

    @property
    def configuration(self) -> tuple[str, ...]:
        """All active states, in document order."""
        return self._row.node.states

    @property
    def context(self) -> dict[str, Value]:
        """The policy's variables."""
        return shown_only(self._row.table.context(self._row.node, self._opaque))

    @property
    def facts(self) -> dict[str, Value]:
        """What the host has told, defaults included."""
        return dict(self._facts)

    @property
    def parameters(self) -> dict[str, Value]:
        """What the deployer chose, defaults included."""
        return dict(self._row.table.automaton.parameters)

    @property
    def exports(self) -> dict[str, Value]:
        """What the policy lets others read, with its values now."""
        table = self._row.table
        inputs = Inputs(self._facts, {}, self.context, None, table.automaton.parameters, self.configuration)
        return {name: read(inputs) for name, read in table.exports.items()}

    @property
    def done(self) -> bool:
        """Whether the session has reached a final state at the top."""
        return self._row.node.done

    @property
    def outcome(self) -> str | None:
        """How the session ended, or None while it goes on."""
        return self._row.node.outcome

    @property
    def opening(self) -> Decision:
        """The Decision of the start. A resumed session has none of its own and gives one without actions."""
        if self._opening is None:
            return self._row.table.still(Verdict.APPLIED, "start", None, self._row)
        return self._opening

    @property
    def journal(self) -> tuple[JournalEntry, ...]:
        """Every call that was made on the session, in order; empty where it keeps no journal."""
        more = self._more
        return () if more is None or more.journal is None else tuple(more.journal.entries)

    @property
    def deadline(self) -> datetime | None:
        """When the next timer or delayed `send` is due (UTC), or None."""
        self._count()
        return None if self._due is None else to_datetime(self._due)

    @property
    def allowed(self) -> tuple[str, ...]:
        """The events that would be applied now if the first role reported them, in document order."""
        return self.allowed_for(self._row.table.first_role)

    def allowed_for(self, role: By | None) -> tuple[str, ...]:
        """The events that would be applied now, for some data, if `role` reported them, as (role, person)
        where a person is needed. Raises UnknownRoleError.
        """
        from policy_engine.session.asking import allowed_events

        table = self._row.table
        by = None if role is None else role_of(role, table.chart.roles)
        return allowed_events(table.automaton, self._row.node, self._inputs({}, by, person_of(role)))

    def allows(self, event: str, by: By | None = None) -> bool:
        """Whether an event would be applied now, for some data, if `by` reported it (left out: the first
        role). Raises UnknownEventError and UnknownRoleError.
        """
        from policy_engine.session.asking import is_allowed

        table = self._row.table
        if type(event) is not str or event not in table.plans:
            raise table.unknown(event)
        role = table.first_role if by is None else role_of(by, table.roles)
        return is_allowed(table.automaton, self._row.node, event, self._inputs({}, role, person_of(by)))

    @property
    def forbidden(self) -> dict[str, Text]:
        """The events that would be refused now if the first role reported them, each with the reason."""
        return self.forbidden_for(self._row.table.first_role)

    def forbidden_for(self, role: By | None) -> dict[str, Text]:
        """The events that would be refused now if `role` reported them, each with the reason; what is
        `rejected` is not among them. Raises UnknownRoleError.
        """
        from policy_engine.session.asking import forbidden_events

        table = self._row.table
        by = None if role is None else role_of(role, table.chart.roles)
        inputs = self._inputs({}, by, person_of(role))
        found = forbidden_events(table.automaton, self._row.node, inputs)
        return {event: table.text(refusal, inputs, self._values()) for event, refusal in found.items()}

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """What has to be done now, the first due first: what `must` asks for and is not met yet, and the
        fields of records that are missing. When the session is done only these are left.
        """
        from policy_engine.session.obligations import missing_fields, open_obligations

        table, node, kept = self._row.table, self._row.node, self._kept
        found: tuple[Obligation, ...] = ()
        if table.chart.musts and not node.done:
            self._count()
            missed = {} if kept is None else kept.missed
            found = open_obligations(table.chart, table.context(node, self._opaque), self._pending(), missed)
        if kept is not None and kept.records:
            found = missing_fields(table.chart, self._cabinet(), self._present(), found)
        return found

    @property
    def records(self) -> tuple[Record, ...]:
        """What is written down: a record of each action with a `record` that was asked for, the first one
        first. They stay when the session is done.
        """
        return () if self._kept is None else self._cabinet().records()

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

    def _cabinet(self) -> Cabinet:
        from policy_engine.session.filing import Cabinet

        journal = None if self._more is None else self._more.journal
        return Cabinet(
            self._row.table.chart,
            () if self._kept is None else self._kept.records,
            self.outcome,
            None if journal is None else tuple(journal.entries),
        )

    def guidance(self, language: str | None = None) -> tuple[Guidance, ...]:
        """For each active state what to say, avoid and do, in `language` (left out: the policy's first)."""
        from policy_engine.session.guidance import Guide

        chart = self._row.table.chart
        guide = Guide(chart, self._facts, self.context, self.parameters, self.configuration)
        return guide.read(language)

    def letter(self, action: Action, language: str | None = None) -> str | None:
        """The letter that an action of a decision is, with the values that hold now: ask for it right after
        that decision. None where the action is no letter. A blank line stands between paragraphs.

        language: left out, the policy's first. Raises InvalidDataError for an action that this policy does
        not have, or whose parameters are not those that it declares.
        """
        from policy_engine.session.letters import letter

        values = {**self.parameters, **self._facts, **self.context}
        return letter(self._row.table.chart, action, values, language)

    def snapshot(self) -> dict[str, Any]:
        """The whole session as JSON-ready data, for `Policy.resume`."""
        from policy_engine.session.snapshot import take

        self._count()
        more = self._more
        return take(
            self._row,
            facts=self._facts,
            context=self._row.table.context(self._row.node, self._opaque),
            timers=self._pending(),
            now=self._now,
            number=self._number,
            explicit=more is not None and more.explicit,
            remember=0 if more is None or more.ids is None else more.ids.maxlen or 0,
            ids=() if more is None or more.ids is None else more.ids,
            settling=self._settling,
            kept=self._kept,
            journal=None if more is None else more.journal,
        )

    def __repr__(self) -> str:
        return f"<Session {self._row.table.chart.id}: {', '.join(self.states)}>"
