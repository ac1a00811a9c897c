"""Two states with the same label, which nobody can tell apart on a print or a screen."""

from policy_engine.model.chart import State
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    first: dict[tuple[str, str], State] = {}
    for state in view.states:
        for language, texts in state.label.items():
            label = texts[0]
            other = first.setdefault((language, label.casefold()), state)
            if other is not state:
                place = view.places.text(label, state.span, language, "label")
                yield found(place, label=label, state=state.id, other=other.id, line=other.span.line)
                break


RULE = Rule("duplicate-label", "warning", chart=_find)
