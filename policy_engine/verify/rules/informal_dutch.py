"""An informal "je" in the Dutch texts of a policy that says "u" elsewhere."""

import re

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.texts import texts_of
from policy_engine.verify.rules.view import View

_FORMAL = re.compile(r"\b(?:u|uw|uzelf)\b", re.IGNORECASE)
_INFORMAL = re.compile(r"\b(?:je|jij|jou|jouw|jezelf|jullie)\b", re.IGNORECASE)


def _find(view: View) -> Findings:
    # What is not to be said may well be informal.
    texts = [
        (text, written)
        for written in texts_of(view.chart)
        if written.kind != "avoid"
        for text in written.words.get("nl", ())
    ]
    if not any(_FORMAL.search(text) for text, _ in texts):
        return
    for text, written in texts:
        match = _INFORMAL.search(text)
        if match is not None:
            yield found(view.places.part(_INFORMAL, text, written.owner, "nl"), word=match[0])


RULE = Rule("informal-dutch", "warning", chart=_find)
