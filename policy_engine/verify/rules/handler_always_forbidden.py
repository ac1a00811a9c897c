"""A transition whose event is refused wherever it could be taken."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.seen import Seen
from policy_engine.verify.rules.untaken import kept_from, lists


def _find(seen: Seen) -> Findings:
    for branches in lists(seen):
        if kept_from(branches, seen) == "refused":
            state = seen.chart.states[branches[0].source].id
            yield found(branches[0].span, state=state, events=list(branches[0].events))


RULE = Rule("handler-always-forbidden", "warning", never=_find)
