"""A phrase to say that holds what is not to be said there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policy_engine.model.chart import Phrase
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View

_BETWEEN = re.compile(r"[^\w]+")


def _find(view: View) -> Findings:
    for state in view.states:
        # What is active together: the states around this one, and those inside it.
        together = [
            other
            for other in view.states
            if view.inside(other.index, state.index) or view.inside(state.index, other.index)
        ]
        avoided = [pair for other in together for pair in _texts(other.avoid)]
        for language, text in _texts(state.say) if avoided else ():
            said = _plain(text)
            for other, wrong in avoided:
                if other == language and _plain(wrong) in said:
                    place = view.places.text(text, state.span, language, "say")
                    yield found(place, state=state.id, text=wrong)
                    break


def _texts(phrases: Sequence[Phrase]) -> list[tuple[str, str]]:
    return [
        (language, text) for phrase in phrases for language, texts in phrase.words.items() for text in texts
    ]


def _plain(text: str) -> str:
    """A text word by word, without its signs and capitals."""
    return f" {' '.join(_BETWEEN.split(text.lower())).strip()} "


RULE = Rule("say-contains-avoid", "warning", chart=_find)
