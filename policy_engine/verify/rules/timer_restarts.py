"""An event at which a state is left and entered again, so that its timers start anew each time (rule 1).

Whatever way leads back counts: a target inside, a history, an `always` of a state on the way. Who names the
state itself as the target may well mean it, and is told by `self-transition`; who comes from outside and is
there already has no other way to say where to go.
"""

from __future__ import annotations

from policy_engine.automaton.tree import Edge
from policy_engine.model.chart import State, Transition
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey


def _find(survey: Survey) -> Findings:
    nodes = survey.courses.automaton.nodes
    told = set()
    for edge, last in survey.edges:
        # A timer that starts itself anew is how something is done again and again.
        if not edge.armed or not edge.exited or edge.trigger.kind not in ("on", "sent"):
            continue
        item = _led(edge, survey)
        if item is None or item.span in told:
            continue
        state = _begun_anew(item, edge, nodes[edge.source].configuration, survey)
        if state is not None:
            told.add(item.span)
            yield found(
                item.span,
                state=state.id,
                events=list(item.events),
                timers=[str(timer.duration) for timer in state.after],
                trail=survey.told(last),
            )


def _led(edge: Edge, survey: Survey) -> Transition | None:
    """The first transition that the event itself took, as it was written."""
    woven = survey.courses.chart.transitions
    ids = (woven[index].id for index in edge.transitions if woven[index].trigger == "on")
    return next((survey.view.transitions[id] for id in ids if id in survey.view.transitions), None)


def _begun_anew(item: Transition, edge: Edge, before: int, survey: Survey) -> State | None:
    """The outermost state around a transition that was active before and after, was left on the way, and has
    timers. None where the transition names it.
    """
    armed = {survey.courses.chart.timers[index].state for index in edge.armed}
    anew = armed.intersection(edge.exited)
    for state in reversed(list(survey.view.around(item.source))):
        if state.index in anew and before >> state.index & 1 and state.after:
            return None if state.index in item.targets else state
    return None


RULE = Rule("timer-restarts", "warning", courses=_find)
