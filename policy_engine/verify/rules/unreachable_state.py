"""A state that no course of a session comes to."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.seen import Seen


def _find(seen: Seen) -> Findings:
    states = [state for state in seen.view.states if state.kind != "history"]
    lost = {state.index for state in states if state.id not in seen.active}
    for state in seen.view.states:
        if state.index in lost and state.parent not in lost:  # what lies inside is lost with it
            yield found(state.span, state=state.id)


RULE = Rule("unreachable-state", "warning", never=_find)
