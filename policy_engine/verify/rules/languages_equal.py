"""A sentence that is the same in two languages: one of them was never translated."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.texts import apart, texts_of
from policy_engine.verify.rules.view import View

FEWEST_WORDS = 3  # a name or a single word may well be the same


def _find(view: View) -> Findings:
    for written in texts_of(view.chart):
        for one, other in apart(view.chart.languages):
            theirs = written.words.get(other, ())
            for text in written.words.get(one, ()):
                if text in theirs and len(text.split()) >= FEWEST_WORDS:
                    yield found(view.places.text(text, written.owner, other), one=one, other=other)


RULE = Rule("languages-equal", "warning", chart=_find)
