"""What can be seen of a session: where it is, what is allowed, due and written down, what to say."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from policy_engine.automaton.inputs import Inputs
from policy_engine.model.hidden import shown_only
from policy_engine.model.types import Value
from policy_engine.session.decision import Decision, Text, Verdict
from policy_engine.session.long_way import LongWay
from policy_engine.session.moment import to_datetime
from policy_engine.session.values import By, person_of, role_of

# What a session is only asked now and then is imported where it is asked: many processes never do.
if TYPE_CHECKING:
    from policy_engine.session.decision import Action
    from policy_engine.session.filing import Cabinet, Record
    from policy_engine.session.guidance import Guidance
    from policy_engine.session.journal import JournalEntry
    from policy_engine.session.obligations import Obligation


class Seen(LongWay):
    """The part of a session that changes nothing."""

    __slots__ = ()

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
