"""A text in curly quotes: YAML takes them for letters, so they are shown and said along with it."""

from __future__ import annotations

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.texts import texts_of
from policy_engine.verify.rules.view import View

_OPENING = "“”„«‘"
_CLOSING = "”“»’"


def _find(view: View) -> Findings:
    for written in texts_of(view.chart):
        for language, texts in written.words.items():
            for text in texts:
                if text[0] in _OPENING and text[-1] in _CLOSING and not _inside(text):
                    yield found(view.places.text(text, written.owner, language), first=text[0], last=text[-1])


def _inside(text: str) -> bool:
    """Whether more is quoted than the whole: “Stop” and “no more”."""
    return any(sign in text[1:-1] for sign in "“”„«»")


RULE = Rule("curly-quotes", "warning", chart=_find)
