"""A transition whose event the states inside always take for themselves."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.seen import Seen
from policy_engine.verify.rules.untaken import fates, kept_from, lists


def _find(seen: Seen) -> Findings:
    states = seen.chart.states
    for branches in lists(seen):
        if kept_from(branches, seen) == "shadowed":
            source = branches[0].source
            inner = sorted(one for one in fates(branches, seen) if isinstance(one, int) and one != source)
            yield found(
                branches[0].span,
                state=states[source].id,
                events=list(branches[0].events),
                inner=[states[index].id for index in inner],
            )


RULE = Rule("shadowed-handler", "warning", never=_find)
