"""A transition that no course of a session takes, though its state is active."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.seen import Seen
from policy_engine.verify.rules.untaken import kept_from, left_out, lists, nobody


def _find(seen: Seen) -> Findings:
    for branches in lists(seen):
        if kept_from(branches, seen) or (branches[0].trigger == "after" and nobody(branches, seen)):
            continue  # another rule says why
        lost = left_out(branches, seen)
        for item in lost[:1] if nobody(branches, seen) else lost:
            yield found(item.span, state=seen.chart.states[item.source].id)


RULE = Rule("transition-never-taken", "warning", never=_find)
