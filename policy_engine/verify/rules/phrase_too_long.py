"""A phrase that is too long to be said aloud to somebody who is angry."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.texts import texts_of
from policy_engine.verify.rules.view import View

MOST_WORDS = 40  # about fifteen seconds of calm speech


def _find(view: View) -> Findings:
    for written in texts_of(view.chart):
        for language, texts in written.words.items() if written.kind == "say" else ():
            for text in texts:
                words = len(text.split())
                if words > MOST_WORDS:
                    place = view.places.text(text, written.owner, language, "say")
                    yield found(place, words=words, most=MOST_WORDS)


RULE = Rule("phrase-too-long", "warning", chart=_find)
