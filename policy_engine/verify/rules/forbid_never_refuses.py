"""A refusal that never refuses: its condition never holds, or a state inside refuses first."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.seen import Seen


def _find(seen: Seen) -> Findings:
    spans = [(state, forbid) for state in seen.view.states for forbid in state.forbid]
    for state, forbid in spans:
        if state.id in seen.active and forbid.span not in seen.refusals:
            yield found(forbid.span, state=state.id, events=list(forbid.events))


RULE = Rule("forbid-never-refuses", "warning", never=_find)
