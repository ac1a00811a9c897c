"""What there is to cover in a policy, and what one step of a session covers of it.

A point is a state that can be entered; a branch that can be taken, wherever it stands (`on`, `always`,
`done`, `after`, `else`); and each way that a `forbid` or a `requires` can turn out. Of a `forbid` that is
refusing, and where it has a condition letting through, too; a refusal counts for the one whose text is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.tree import Edge, Refusal
from policy_engine.courses.spoken import said, told_duration
from policy_engine.diagnostics.catalogue import render_message
from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Chart, Forbid, State, Transition
from policy_engine.model.hidden import is_written
from policy_engine.records import field, record
from policy_engine.session.decision import Decision

Kind = Literal["state", "branch", "refused", "passed", "lacking"]
KINDS: Sequence[Kind] = ("state", "branch", "refused", "passed", "lacking")


@record
class Point:
    """One thing that a scenario can come past.

    `id` tells it from all others: a state's, a transition's, or `talk.forbid.hangs_up.0` with `refused` or
    `passed`, or a transition's with `lacking`. `state` is the state that it stands in, `events` what it is
    about; `branch` and `branches` say which branch of how many it is, from 1.
    """

    id: str
    kind: Kind
    span: Span
    state: str
    events: tuple[str, ...] = ()
    transition: Transition | None = None
    branches: int = 1
    after: Mapping[str, str] = field(default_factory=dict)  # how long it takes, by language

    @property
    def branch(self) -> int:
        """Which branch of its list it is, from 1."""
        return 1 if self.transition is None else int(self.transition.id.rpartition(".")[2]) + 1

    def told(self, language: str) -> str:
        """What was never come past, in "en" or "nl"."""
        fields = {"state": self.state, "what": self._what(), "branch": self._which()}
        return render_message(f"point-{self.kind}", fields, language)

    def _what(self) -> str | Mapping[str, str]:
        transition = self.transition
        if transition is None or transition.trigger == "on":
            return " or ".join(self.events)
        return self.after or transition.trigger

    def _which(self) -> str | Mapping[str, str]:
        """Which branch of several it is."""
        if self.transition is None or self.branches == 1:
            return ""
        if self.transition.is_else:
            return ", `else`"
        place = (self.branch, self.branches)
        return {"en": ", branch {} of {}".format(*place), "nl": ", tak {} van {}".format(*place)}


class Points:
    """The points of one policy, in the order of its file. `chart` is the one that its automata run."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._ids = [transition.id for transition in chart.transitions]
        self._demanding = [item for item in chart.transitions if item.requires]
        # Who may refuse each event, in the order in which they are asked (rule 4): the innermost first.
        self._forbids: dict[str, list[tuple[str, Forbid, str]]] = {}
        for state, forbid, name in sorted(_forbids(chart), key=lambda item: (-item[0].depth, item[0].index)):
            for event in forbid.events:
                self._forbids.setdefault(event, []).append((state.id, forbid, name))
        self.all = {point.id: point for point in sorted(_points(chart), key=lambda item: item.span.order)}

    def of_decision(self, decision: Decision) -> set[str]:
        """What a session came past with one decision."""
        found = {*decision.entered, *decision.transitions}
        edge = decision._edge
        return found if edge is None else found | set(self._of_event(edge, decision._row.table.automaton))

    def of_edge(self, edge: Edge, automaton: Automaton) -> set[str]:
        """What a session comes past on one edge of a table."""
        states = self._chart.states
        found = {states[index].id for index in edge.entered}
        found |= {self._ids[index] for index in edge.transitions if is_written(self._ids[index])}
        return found | set(self._of_event(edge, automaton))

    def _of_event(self, edge: Edge, automaton: Automaton) -> Iterator[str]:
        """What became of the event in hand, and of those that were dropped on the way."""
        event, refusal = edge.trigger.event, edge.refusal
        if event is not None and (refusal is None or refusal.code in ("forbidden", "requires")):
            active = automaton.nodes[edge.source].states
            yield from self._asked(event, refusal, active)
            if refusal is not None and refusal.code == "requires":
                yield from self._lacking(event, refusal, active)
        for item in edge.dropped:
            if item.refusal.forbid is not None:
                yield from self._asked(item.event, item.refusal, ())

    def _asked(self, event: str, refusal: Refusal | None, active: Sequence[str]) -> Iterator[str]:
        """Every `forbid` that was asked, up to the one that refused. Which states were active when an event
        was raised is not known, so that only its refusal counts.
        """
        for state, forbid, name in self._forbids.get(event, ()):
            if refusal is not None and forbid is refusal.forbid:
                yield f"{name}.refused"
                return
            if state in active and forbid.when is not None:
                yield f"{name}.passed"

    def _lacking(self, event: str, refusal: Refusal, active: Sequence[str]) -> Iterator[str]:
        missing = refusal.params["missing"]
        assert isinstance(missing, tuple | list)
        for item in self._demanding:
            state = self._chart.states[item.source].id
            if event in item.events and state in active and not set(missing).isdisjoint(item.requires):
                yield f"{item.id}.lacking"


def _points(chart: Chart) -> Iterator[Point]:
    for state in chart.states[1:]:
        if state.kind != "history":
            yield Point(state.id, "state", state.span, state.id)
    lists: dict[str, int] = {}
    for item in chart.transitions:
        place = item.id.rpartition(".")[0]
        lists[place] = lists.get(place, 0) + 1
    for item in filter(lambda item: is_written(item.id), chart.transitions):
        inside, several = chart.states[item.source].id, lists[item.id.rpartition(".")[0]]
        after = _told(item, chart) if item.trigger == "after" else {}
        yield Point(item.id, "branch", item.span, inside, item.events, item, several, after)
        if item.requires:
            yield Point(f"{item.id}.lacking", "lacking", item.span, inside, item.events, item, several)
    for owner, forbid, name in _forbids(chart):
        yield Point(f"{name}.refused", "refused", forbid.span, owner.id, forbid.events)
        if forbid.when is not None:
            yield Point(f"{name}.passed", "passed", forbid.span, owner.id, forbid.events)


def _told(item: Transition, chart: Chart) -> Mapping[str, str]:
    """A timer in words."""
    length = item.id.removeprefix(f"{chart.states[item.source].id}.after.").rpartition(".")[0]
    return {"en": f"after {length}", "nl": f"na {told_duration(length, chart, 'nl', said)}"}


def _forbids(chart: Chart) -> Iterator[tuple[State, Forbid, str]]:
    for state in chart.states:
        for number, forbid in enumerate(state.forbid):
            yield state, forbid, f"{state.id}.forbid.{'|'.join(forbid.events)}.{number}"
