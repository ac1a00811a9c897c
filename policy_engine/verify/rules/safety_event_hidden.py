"""A state that does less about a safety event than a state around it would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_engine.model.chart import Ask, State, Transition
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for event in view.chart.events.values():
        if not event.safety:
            continue
        for state in view.states:
            outer = [around for around in view.around(state.parent or 0) if event.name in around.on]
            if event.name not in state.on or not outer:
                continue
            answer = outer[0].on[event.name]
            ends = {target for branch in answer for target in branch.targets}
            if any(around.index in ends for around in view.around(state.index)):
                continue  # it stands where the event leads to: what it asks for was asked for
            for branch in state.on[event.name]:
                if not _does_as_much(branch, answer, view):
                    yield found(branch.span, event=event.name, state=state.id, outer=outer[0].id)


def _does_as_much(branch: Transition, answer: Sequence[Transition], view: View) -> bool:
    """Whether a branch does anything where the answer around it does, and asks for help where that does."""
    if not branch.targets and not branch.steps:
        return not any(one.targets or one.steps for one in answer)
    return bool(_asked(branch, view)) or not all(_asked(one, view) for one in answer)


def _asked(branch: Transition, view: View) -> set[str]:
    """The actions that a branch asks for on its way, as far as that is written out."""
    steps = [*branch.steps]
    for target in branch.targets:
        for state in _entered(target, view):
            steps += state.entry
    return {step.action for step in steps if isinstance(step, Ask)}


def _entered(target: int, view: View) -> Iterator[State]:
    """The states that are entered on the way to a target and from there on by default."""
    yield from view.around(target)
    state = view.chart.states[target]
    while state.initial is not None:
        state = view.chart.states[state.initial]
        yield state


RULE = Rule("safety-event-hidden", "warning", chart=_find)
