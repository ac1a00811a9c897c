"""A policy in which somebody's safety may be at stake, and that does not say what to do in direct danger."""

from collections.abc import Sequence

from policy_engine.model.chart import PLAIN
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View

_TEXTS = {"en": '"Immediate danger? Call 112"', "nl": '"Direct gevaar? Bel 112"'}


def _find(view: View) -> Findings:
    at_stake = [event for event in view.chart.events.values() if event.safety]
    if at_stake and not view.chart.emergency:
        yield found(at_stake[0].span, event=at_stake[0].name, sample=_sample(view.chart.languages))


def _sample(languages: Sequence[str]) -> dict[str, str]:
    """What to write, for readers of each language: a text of its own for each language that a policy has."""
    if tuple(languages) == (PLAIN,):
        return _TEXTS
    written = ", ".join(f"{language}: {_TEXTS.get(language[:2], '...')}" for language in languages)
    return dict.fromkeys(_TEXTS, f"{{{written}}}")


RULE = Rule("no-emergency", "warning", chart=_find)
