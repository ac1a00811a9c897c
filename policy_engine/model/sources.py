"""Rows of a protocol, and the elements of a policy that account for them.

A row is one numbered thing that an article, a law or a guide says. It has a kind; the kind says on which
elements of a policy it can be found. A row that is merely listed somewhere is not accounted for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Word
from policy_engine.model.chart import Words

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
    # Also on whatever has a condition of its own. What only a person can judge is reported as an event.
    "guard": ("guard", "fact", "parameter", "context", "event", "property"),
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

    `row` is the row's id as it was written; `element` is a key of ELEMENTS, `name` says which one it is
    ("listen", "listen.say", "listen.on.insult"), `conditional` whether it has a condition of its own.
    """

    row: Word
    element: str
    name: str
    conditional: bool = False

    @property
    def span(self) -> Span:
        """Where the row's id was written."""
        return self.row.span

    def fits(self, kind: str) -> bool:
        """Whether a row of this kind can be found here."""
        return self.element in KINDS[kind] or (kind == "guard" and self.conditional)


class Row(NamedTuple):
    """A row: its id, its kind if it was given, what it says, and why no policy need hold it. Texts stand
    under their language; `span` is where the id was written.
    """

    id: str
    kind: str | None
    text: Words
    exempt: Words
    span: Span


class Cited(NamedTuple):
    """What a policy says of its sources: the rows that it lists (None: it lists none) and its citations."""

    policy: str
    rows: tuple[Row, ...] | None
    citations: tuple[Citation, ...]


class Traced(NamedTuple):
    """A row with the places where it is found, as a policy's id and a citation."""

    id: str
    kind: str | None
    text: Words
    exempt: Words
    found: tuple[tuple[str, Citation], ...]

    @property
    def missing(self) -> bool:
        """Whether the row is nowhere, and should be somewhere."""
        return not self.found and not self.exempt


def trace(sheets: Iterable[Row], policies: Sequence[Cited], *, whole: bool) -> tuple[Traced, ...]:
    """Where each row is found. First those of the sheets, then those that only policies list, then those that
    are only cited.

    `whole`: the policies answer for every row of the sheets; else for what they list and cite themselves.
    """
    own = {row.id: row for cited in policies for row in cited.rows or ()}
    known = {row.id: row for row in sheets}
    places: dict[str, list[tuple[str, Citation]]] = {}
    for cited in policies:
        for item in cited.citations:
            places.setdefault(str(item.row), []).append((cited.policy, item))
    asked = {**own, **places}
    wanted = [name for name in known if whole or name in asked]
    wanted += [name for name in asked if name not in known]
    return tuple(_traced(name, [known.get(name), own.get(name)], places.get(name, ())) for name in wanted)


def _traced(name: str, rows: Sequence[Row | None], found: Sequence[tuple[str, Citation]]) -> Traced:
    """A row as the first that says something of it has it."""
    written = [row for row in rows if row is not None]
    kind = next((row.kind for row in written if row.kind is not None), None)
    text: Words = next((row.text for row in written if row.text), {})
    exempt: Words = next((row.exempt for row in written if row.exempt), {})
    return Traced(name, kind, text, exempt, tuple(found))
