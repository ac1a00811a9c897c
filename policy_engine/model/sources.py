"""Rows of a protocol, and the elements of a policy that account for them.

A row is one numbered thing that an article, a law or a guide says. It has a kind; the kind says on which
elements of a policy it can be found. A row that is merely listed somewhere is not accounted for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from policy_engine.diagnostics.span import Span

# Element → what it is called.
ELEMENTS: Mapping[str, Mapping[str, str]] = {
    "policy": {"en": "the policy as a whole", "nl": "het protocol als geheel"},
    "calendar": {"en": "the calendar", "nl": "de kalender"},
    "parameter": {"en": "a parameter", "nl": "een parameter"},
    "fact": {"en": "a fact", "nl": "een feit"},
    "context": {"en": "a variable", "nl": "een variabele"},
    "role": {"en": "a role", "nl": "een rol"},
    "event": {"en": "an event", "nl": "een gebeurtenis"},
    "action": {"en": "an action", "nl": "een actie"},
    "guard": {"en": "a guard", "nl": "een voorwaarde"},
    "state": {"en": "a state", "nl": "een toestand"},
    "transition": {"en": "a transition", "nl": "een overgang"},
    "say": {"en": "a text under `say`", "nl": "een tekst onder `say`"},
    "avoid": {"en": "a text under `avoid`", "nl": "een tekst onder `avoid`"},
    "how": {"en": "a text under `how`", "nl": "een tekst onder `how`"},
    "forbid": {"en": "a refusal", "nl": "een weigering"},
    "must": {"en": "something that must be done", "nl": "iets dat moet gebeuren"},
    "property": {"en": "a property", "nl": "een eigenschap"},
}
_ANYWHERE = tuple(ELEMENTS)
# Kind of a row → the elements on which it can be found.
KINDS: Mapping[str, tuple[str, ...]] = {
    "state": ("state",),
    "event": ("event", "transition"),
    # Also on whatever has a condition of its own.
    "guard": ("guard", "fact", "parameter", "context"),
    "action": ("action", "event", "transition", "must", "say", "how"),
    "phrase-say": ("say",),
    "phrase-avoid": ("avoid",),
    "rule": _ANYWHERE,
    "procedure": _ANYWHERE,
    "role": ("role",),
    "record": ("action", "event", "context", "must", "property"),
    "follow-up": ("action", "event", "transition", "state", "must"),
}


class Citation(NamedTuple):
    """An element of a policy that accounts for a row.

    `row` is the row's id, `span` where that is written; `element` is a key of ELEMENTS, `name` says which one
    it is ("listen", "listen.say", "listen.on.insult"), `conditional` whether it has a condition of its own.
    """

    row: str
    span: Span
    element: str
    name: str
    conditional: bool = False

    def fits(self, kind: str) -> bool:
        """Whether a row of this kind can be found here."""
        return self.element in KINDS[kind] or (kind == "guard" and self.conditional)
