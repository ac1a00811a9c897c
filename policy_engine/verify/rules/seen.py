"""What was seen in the courses of all choices of parameters together: what is not here never happens."""

from __future__ import annotations

from policy_engine.automaton.tree import Edge
from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Cancel, Phrase, Raise, Send
from policy_engine.verify.rules.survey import Survey
from policy_engine.verify.rules.uses import steps_of
from policy_engine.verify.rules.view import View


class Seen:
    """`told` are the places of what was found before."""

    def __init__(self, view: View, told: frozenset[Span] = frozenset()) -> None:
        self.view = view
        self.chart = view.chart
        self.told = told
        self.active: set[str] = set()  # states, those too that are left in the same step
        self.taken: set[str] = set()  # transitions, by id
        self.applied: set[str] = set()  # events
        self.asked: set[str] = set()  # actions
        self.changed: set[str] = set()  # finite variables
        self.refusals: set[Span] = set()  # what `forbid` refused
        self.cancels: dict[
            Span, bool
        ] = {}  # those that were done, and whether there ever was anything to cancel
        self.outcomes: dict[tuple[int, str], set[int | str]] = {}  # see `_answer`
        self._raised = {step.event for step, _ in steps_of(self.chart) if isinstance(step, (Raise, Send))}
        self.phrases: dict[Span, Phrase] = {}  # conditional ones that were not shown yet, by their condition
        for state in view.states:
            for phrase in (*state.say, *state.avoid, *state.how):
                if phrase.when is not None:
                    self.phrases[phrase.when.span] = phrase

    def add(self, survey: Survey) -> None:
        """Sees what can happen in the courses of one choice of parameters."""
        outline = survey.courses.automaton.outline
        woven = survey.courses.chart.transitions
        nodes = survey.courses.automaton.nodes
        names = survey.courses.automaton.program.finite
        for node, _ in survey.nodes:
            self.active.update(node.states)
        # Numbers are gathered and turned into names at the end: there are thousands of edges.
        entered: set[int] = set()
        taken: set[int] = set()
        for edge, step in survey.edges:
            entered.update(edge.entered)
            taken.update(edge.transitions)
            if edge.actions:
                self.asked.update([call.action for call in edge.actions])
            if edge.refusal is not None or edge.dropped:
                self._see_refusals(edge)
            if step.source is None:
                continue
            source = nodes[step.source.node]
            values = nodes[edge.target].values
            if source.values is not values and source.values != values:
                pairs = zip(names, source.values, values, strict=True)
                self.changed.update([name for name, old, new in pairs if old != new])
            if edge.trigger.kind in ("on", "sent"):
                self._answer(edge, source.configuration, [woven[index].source for index in edge.transitions])
        self.active.update([outline.states[index] for index in entered])
        self.taken.update([outline.transitions[index] for index in taken])
        for index in taken:
            self.applied.update(self._raised.intersection(woven[index].events))
        self._see_cancels(survey)
        self._see_phrases(survey)

    def _answer(self, edge: Edge, configuration: int, sources: list[int]) -> None:
        """Keeps of each state that handles an event what became of it: the states whose transitions were
        taken, by index, or a word.
        """
        event = edge.trigger.name
        if edge.verdict == "applied":
            self.applied.add(event)
        for index in self.view.handlers.get(event, ()):
            if configuration >> index & 1:
                outcomes = self.outcomes.setdefault((index, event), set())
                outcomes.update(sources if edge.verdict == "applied" else [edge.verdict])

    def _see_refusals(self, edge: Edge) -> None:
        for item in (edge.refusal, *[dropped.refusal for dropped in edge.dropped]):
            if item is not None and item.forbid is not None:
                self.refusals.add(item.forbid.span)

    def _see_cancels(self, survey: Survey) -> None:
        if not any(isinstance(order, Cancel) for edge, _ in survey.edges for order in edge.orders):
            return
        sends = {send.order: send.id for send in survey.courses.automaton.sends}
        for here, steps in survey.courses.steps.items():
            for step in steps:
                if step.edge is None or not step.edge.orders:
                    continue
                waiting = {sends[place] for place in here.sends}
                for order in step.edge.orders:
                    if isinstance(order, Send):
                        waiting.add(order.id)
                    else:
                        self.cancels[order.span] = self.cancels.get(order.span, False) or order.id in waiting

    def _see_phrases(self, survey: Survey) -> None:
        """Takes out the phrases that are shown somewhere."""
        left = {
            state.id: [phrase for phrase in (*state.say, *state.avoid, *state.how) if self._is_left(phrase)]
            for state in self.view.states
        }
        left = {name: phrases for name, phrases in left.items() if phrases}
        for situation in survey.courses.steps if left else ():
            for name in survey.courses.node(situation).states:
                for phrase in tuple(left.get(name, ())):
                    assert phrase.when is not None
                    if True in survey.shown((phrase,), situation):
                        left[name].remove(phrase)
                        self.phrases.pop(phrase.when.span, None)

    def _is_left(self, phrase: Phrase) -> bool:
        return phrase.when is not None and phrase.when.span in self.phrases
