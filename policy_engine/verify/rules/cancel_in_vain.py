"""A `cancel` at which there is never anything to take back."""

from policy_engine.model.chart import Cancel
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.seen import Seen
from policy_engine.verify.rules.uses import steps_of


def _find(seen: Seen) -> Findings:
    for step, _ in steps_of(seen.chart):
        if isinstance(step, Cancel) and seen.cancels.get(step.span) is False:
            yield found(step.span, id=step.id)


RULE = Rule("cancel-in-vain", "warning", never=_find)
