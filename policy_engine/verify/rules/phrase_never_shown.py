"""A phrase whose condition never holds where it could be shown."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.seen import Seen


def _find(seen: Seen) -> Findings:
    for state in seen.view.states:
        for phrase in (*state.say, *state.avoid, *state.how):
            if state.id in seen.active and phrase.when is not None and phrase.when.span in seen.phrases:
                yield found(phrase.when.span, state=state.id)


RULE = Rule("phrase-never-shown", "warning", never=_find)
