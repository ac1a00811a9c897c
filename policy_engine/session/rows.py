"""Ready decisions: the table as sessions look things up in it.

A view is the table for one valuation of the facts that guards read; most sessions share the view of the
default facts. A row is one node in a view. Its decisions fill up as sessions meet them, and are kept in exact
dictionaries because a look-up in those is what an event costs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.node import Node
from policy_engine.automaton.tree import ActionCall, Computed, Edge, Refusal, Tree
from policy_engine.errors import UnknownEventError
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import ByRef, Ref
from policy_engine.model.hidden import is_hidden, is_written, shown_only
from policy_engine.model.types import Value, defaults_of
from policy_engine.session.decision import NO_PARAMS, Action, Decision, Dropped, Text, Verdict
from policy_engine.session.moment import MICROSECOND
from policy_engine.session.plans import EventPlan
from policy_engine.session.timers import armed
from policy_engine.session.values import shown
from policy_engine.session.words import fill_words, has_placeholder

if TYPE_CHECKING:
    from policy_engine.automaton.exports import Reading
    from policy_engine.session.kept import Opening

# Sessions whose facts fall outside the first so many valuations get a view of their own.
MOST_VIEWS = 256
NO_TIME = timedelta()


class Row:
    """One node in one view.

    `ready` is for events that the first role reports with default data, `by` for those of another role.
    `given` is for events whose data are given: the decision where it is the same whoever reports, whatever
    the data; None where it is not.
    """

    __slots__ = ("by", "given", "node", "ready", "table", "trees", "view")

    def __init__(self, view: View, node: Node) -> None:
        self.view = view
        self.table = view.table
        self.node = node
        self.ready: dict[str, Decision] = {}
        self.by: dict[tuple[str, str | None], Decision] = {}
        self.given: dict[str, tuple[Decision | None, EventPlan]] = {}
        self.trees: dict[str, Tree] = {}  # of the events that were met, as far as they are known

    def meet(self, event: str, tree: Tree) -> None:
        """Keeps what is known of an event."""
        self.trees[event] = tree
        plan = self.table.plans[event]
        if plan.settle is None:
            self.given.setdefault(event, (None, plan))

    def keep(self, event: str, decision: Decision, role: str | None, *, fixed: bool) -> None:
        """Keeps a decision for the next session that comes by, under what it depends on."""
        plan = self.table.plans[event]
        if plan.settle is not None:
            return
        if fixed:
            self.given[event] = decision, plan
        if plan.required:
            return  # there are no default data
        if role == self.table.first_role:
            self.ready[event] = decision
        else:
            self.by[event, role] = decision


class View:
    """The table for one valuation of the facts."""

    def __init__(self, table: Table, facts: Mapping[str, Value]) -> None:
        self.table = table
        self.facts = facts
        self._rows: dict[int, Row] = {}
        # By edge, and by role where the role is named in it; None where there is none to share.
        self.decisions: dict[int | tuple[int, str | None], Decision | None] = {}

    def row(self, node: int) -> Row:
        """The row of a node, by its index."""
        found = self._rows.get(node)
        if found is None:
            found = self._rows.setdefault(node, Row(self, self.table.automaton.nodes[node]))
        return found

    def decision(self, edge: Edge, cause: str, role: str | None) -> Decision | None:
        """The shared decision of an edge; None where a reason says more than the edge and who reports.

        Of one that asks for computed actions each session gets a copy with its own: see `Decision._asked`.
        """
        key = (edge.index, role) if names_role(edge) else edge.index
        if key not in self.decisions:
            inputs = Inputs(self.facts, {}, {}, role)
            made = self.table.decide(edge, cause, self, inputs, None) if has_fixed_texts(edge) else None
            self.decisions.setdefault(key, made)
        return self.decisions[key]


class Table:
    """What all sessions of one policy with one set of parameters share."""

    def __init__(self, automaton: Automaton) -> None:
        chart = automaton.chart
        self.automaton = automaton
        self.chart = chart
        self.defaults: dict[str, Value] = defaults_of(chart.facts)
        self.plans = {name: EventPlan(event) for name, event in shown_only(chart.events).items()}
        self.roles = chart.roles
        self.first_role = next(iter(chart.roles), None)
        self.reporters: dict[object, str | None] = {
            None: self.first_role,
            **{role: role for role in chart.roles},
        }
        self.opaque: dict[str, Value] = {
            name: item.default
            for name, item in chart.context.items()
            if not item.type.finite and item.default is not None
        }
        self.guarding = automaton.outline.facts
        self.ids = automaton.outline.states
        self._arrows = automaton.outline.transitions
        # Whether anything can ever be due later: a policy without timers never needs the clock.
        self.timed = automaton.outline.timed
        self._views: dict[tuple[Value, ...], View] = {}
        self.opening = self._opening()

    @cached_property
    def exports(self) -> dict[str, Reading]:
        """How the exports of a session are read."""
        from policy_engine.automaton.exports import compile_exports

        return compile_exports(self.chart)

    def unknown(self, event: object) -> UnknownEventError:
        """What is raised for an event that the policy does not declare."""
        # Imported here because nearly every event is one that the policy declares.
        from policy_engine.diagnostics.suggest import closest

        declared = tuple(self.plans)
        named = event if isinstance(event, str) else shown(event)
        return UnknownEventError(named, declared, closest(named, declared))

    def context(self, node: Node, opaque: Mapping[str, Value]) -> dict[str, Value]:
        """All variables, hidden ones too, with the values of a node and of the opaque ones, as declared."""
        finite = iter(node.values)
        return {
            name: next(finite) if item.type.finite else opaque[name]
            for name, item in self.chart.context.items()
        }

    def _opening(self) -> Decision | None:
        """The start of a session without facts of its own, if it is the same for all and starts no timer."""
        inputs = Inputs(self.defaults, {}, self.opaque, self.first_role)
        edge = self.automaton.start(inputs)
        if edge.refusal is not None:
            return None
        decision = self.view(self.defaults).decision(edge, "start", self.first_role)
        return decision if decision is not None and decision._calm else None

    def view(self, facts: Mapping[str, Value]) -> View:
        """The view for these facts."""
        key = tuple(facts[name] for name in self.guarding)
        found = self._views.get(key)
        if found is None:
            found = View(self, {**self.defaults, **{name: facts[name] for name in self.guarding}})
            if len(self._views) < MOST_VIEWS:
                found = self._views.setdefault(key, found)
        return found

    def decide(
        self,
        edge: Edge,
        cause: str,
        view: View,
        inputs: Inputs,
        values: Mapping[str, Value] | None,
    ) -> Decision:
        """The decision of an edge, as sessions share it: computed actions have no parameters yet.

        `values` are for a reason's placeholders, `inputs` say who reported.
        """
        source = () if edge.source < 0 else self.automaton.nodes[edge.source].leaves
        row = view.row(edge.target)
        ids = self.ids
        quiet = not edge.armed and not edge.orders and not row.node.done
        opens = self._opening_of(edge)
        asked = tuple([(place, call) for place, call in enumerate(edge.actions) if not call.static])
        own = bool(opens or asked or edge.assigned)
        calm = quiet and not own and len(edge.kept) == len(self._timers_of(edge.source))
        later = armed(edge, self.chart, lambda: self._known(row.node))
        return Decision(
            verdict=Verdict(edge.verdict),
            cause=cause,
            event=_told(edge.trigger.event),
            before=source,
            after=row.node.leaves,
            exited=tuple(ids[index] for index in edge.exited),
            entered=tuple(ids[index] for index in edge.entered),
            actions=tuple([_shared(call, inputs) for call in edge.actions]),
            reason=None if edge.refusal is None else self.text(edge.refusal, inputs, values),
            prior=(),
            later=(),
            transitions=tuple(filter(is_written, [self._arrows[index] for index in edge.transitions])),
            dropped=tuple(
                Dropped(item.event, self.text(item.refusal, inputs, values)) for item in edge.dropped
            ),
            done=row.node.done,
            outcome=row.node.outcome,
            _edge=edge,
            _row=row,
            _calm=calm,
            _free=calm or (later == () and not own),
            _armed=None if own else later,
            _asked=asked,
            _told=bool(edge.assigned) or any(map(reads_event, asked)),
            _later=later,
            _opens=opens,
            _delay=timedelta(microseconds=later[0][0] // MICROSECOND) if later else NO_TIME,
        )

    def _known(self, node: Node) -> dict[str, Value]:
        """What is the same for all sessions in a node: the parameters and the variables."""
        return {**self.automaton.parameters, **self.context(node, self.opaque)}

    def _opening_of(self, edge: Edge) -> Opening | None:
        """The records that are opened when an edge is taken."""
        declared = self.chart.actions
        names = [call.action for call in edge.actions if call.action in declared]
        found = [(name, declared[name].record) for name in names if declared[name].record]
        if not found:
            return None
        # Imported here because a session that starts opens none, as a rule.
        from policy_engine.session.kept import Opening

        asked = [(name, any(one.known and one.name == "channel" for one in of)) for name, of in found]
        return Opening(tuple(asked), self.chart.subject)

    def _timers_of(self, node: int) -> tuple[int, ...]:
        return () if node < 0 else self.automaton.nodes[node].timers

    def still(
        self, verdict: Verdict, cause: str, event: str | None, row: Row, reason: Text | None = None
    ) -> Decision:
        """A decision that changes nothing."""
        return Decision(
            verdict=verdict,
            cause=cause,
            event=event,
            before=row.node.leaves,
            after=row.node.leaves,
            exited=(),
            entered=(),
            actions=(),
            reason=reason,
            prior=(),
            later=(),
            transitions=(),
            dropped=(),
            done=row.node.done,
            outcome=row.node.outcome,
            _edge=None,
            _row=row,
            _calm=True,
            _free=True,
            _armed=None,
            _asked=(),
            _told=False,
            _later=None,
            _opens=None,
            _delay=NO_TIME,
        )

    def repeated(self, event: str) -> Text:
        """Why a repeat of an event is ignored."""
        params = {"event": event, "settle": str(self.plans[event].settle)}
        return Text("settling", params)

    def text(self, refusal: Refusal, inputs: Inputs, values: Mapping[str, Value] | None) -> Text:
        """A refusal in words."""
        if refusal.forbid is not None:
            words = refusal.forbid.words
            if values is not None and has_placeholder(words):
                words = fill_words(words, self.chart, values)
            return Text(refusal.code, refusal.params, words, self.chart.languages[0])
        if refusal.code == "requires":
            from policy_engine.model.required import missing_words

            words = missing_words(self.chart, refusal.params["missing"])
            return Text(refusal.code, refusal.params, words, next(iter(words)))
        params = {name: value for name, value in refusal.params.items() if name != "step"}
        if refusal.code == "role-may-not":
            params["role"] = inputs.by or self.first_role
        return Text(refusal.code, params)


def _told(event: str | None) -> str | None:
    """The event as people know it: nobody sent what is hidden."""
    return None if event is None or is_hidden(event) else event


def names_role(edge: Edge) -> bool:
    """Whether the decision of an edge says who reported."""
    return edge.refusal is not None and edge.refusal.code == "role-may-not"


def has_fixed_texts(edge: Edge) -> bool:
    """Whether the reasons of an edge read the same in every session."""
    texts = [edge.refusal, *(item.refusal for item in edge.dropped)]
    return not any(
        text is not None and text.forbid is not None and has_placeholder(text.forbid.words) for text in texts
    )


def reads_event(asked: tuple[int, ActionCall]) -> bool:
    """Whether an action is told something of the event in hand, or of who reports it."""
    exprs = [value.expr for _, value in asked[1].params if isinstance(value, Computed)]
    return any(
        isinstance(part, ByRef) or (isinstance(part, Ref) and part.kind in ("data", "person"))
        for expr in exprs
        for part in walk(expr)
    )


def _shared(call: ActionCall, inputs: Inputs) -> Action:
    return action(call, inputs) if call.static else Action(call.action, NO_PARAMS, call.to)


def action(call: ActionCall, inputs: Inputs) -> Action:
    """An action with its parameters, computed now where they must be."""
    if not call.params:
        return Action(call.action, NO_PARAMS, call.to)
    params = {name: compute(value, inputs) for name, value in call.params}
    return Action(call.action, MappingProxyType(params), call.to)


def compute(value: Value | Computed, inputs: Inputs) -> Value:
    """A value that an edge keeps, read now if it must be."""
    return value.evaluate(inputs) if isinstance(value, Computed) else value
