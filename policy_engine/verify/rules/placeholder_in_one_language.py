"""A text that is filled in with a value in one language and not in another."""

from __future__ import annotations

import re

from policy_engine.model.placeholders import placeholders
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.texts import apart, texts_of
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for written in texts_of(view.chart):
        names = {
            language: {gap.name: text for text in texts for gap in placeholders(text) if gap.name}
            for language, texts in written.words.items()
        }
        for pair in apart(tuple(written.words)):
            for one, other in (pair, pair[::-1]):
                for name, text in names[one].items():
                    if name not in names[other]:
                        pattern = re.compile(rf"\{{{re.escape(name)}[|}}]")
                        place = view.places.part(pattern, text, written.owner, one)
                        yield found(place, name=name, language=one, other=other)


RULE = Rule("placeholder-in-one-language", "warning", chart=_find)
