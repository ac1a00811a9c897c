"""What may stand where the cursor is: keys with their help, and names of the sort that is expected there.

A mark is put where the cursor is and the text is read with it, so that it does not matter what is broken or
not there yet: the word with the mark in it is read like any other, and its rule says what it can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from policy_engine.authoring.lsp.index import Declared, Index, Symbol, member_names, schema_at
from policy_engine.authoring.lsp.names import Token, tokens
from policy_engine.authoring.lsp.pair import Pair
from policy_engine.authoring.lsp.rules import DURATION, EXPRESSION, LETTER, SAID, VALUE
from policy_engine.authoring.lsp.schemas import help_of
from policy_engine.authoring.lsp.tree import Leaf, Mapping, Tree
from policy_engine.authoring.lsp.walk import Spot, owners_of
from policy_engine.authoring.lsp.words import word
from policy_engine.model.duration import UNITS

_MARK: Final = "\ua66e"  # a letter, so that the word it stands in stays one; few texts hold it
_BEFORE = re.compile(r"[\w.-]*\Z")
_GAP = re.compile(r"\{(\w*)\Z")
_WORDS: Final = ("and", "or", "not", "in", "in_state", "by", "event", "true", "false")
_COMPARED: Final = ("==", "!=")
_VALUE_SECTIONS: Final = ("parameters", "facts", "context", "guards", "statements")


class Offer(NamedTuple):
    """One thing that may be written. `sort` is "key", "word" or a name space; what stands from `start` to the
    cursor is replaced.
    """

    label: str
    text: str
    sort: str
    detail: str
    help: str
    start: int
    order: int


class Completing:
    """Answers for one of the two files of a pair; `offset` is where the cursor is in it."""

    def __init__(self, pair: Pair, index: Index, offset: int, language: str) -> None:
        self._language = language
        self._text = index.text
        self._offset = offset
        self._marked = Index(index.text[:offset] + _MARK + index.text[offset:])
        marked = self._marked
        self._pair = Pair(
            marked if index is pair.policy else pair.policy,
            marked if index is pair.scenarios else pair.scenarios,
        )
        before = _BEFORE.search(index.text, max(0, offset - 80), offset)
        self._start = offset if before is None else before.start()

    def offers(self) -> list[Offer]:
        """What may be written here, the likeliest first; nothing inside comments and plain texts."""
        held = [one for one in self._marked.spots if one.leaf.start <= self._offset < one.leaf.end]
        spot = held[0] if held else None
        if spot is None:
            return list(self._keys_of_root()) if self._marked.tree is None else []
        found: list[Offer] = []
        if spot.mapping is not None:
            found += self._keys(spot)
            if not spot.colon and spot.mapping.entries[0].key is spot.leaf:
                # One word alone may become a key, or be a name that stands for a whole block.
                found += self._values(spot._replace(mapping=None))
        else:
            found += self._values(spot)
            if self._alone(spot.leaf):
                found += self._keys(spot)
        unique = {(offer.label, offer.sort): offer for offer in reversed(found)}
        return sorted(unique.values(), key=lambda offer: (offer.order, offer.label))

    def _alone(self, leaf: Leaf) -> bool:
        """Whether a word stands where a block may stand: alone on its line, or first between brackets."""
        begin = self._marked.text.rfind("\n", 0, leaf.start) + 1
        before = self._marked.text[begin : leaf.start].strip(" -")
        return not leaf.style and (not before or before[-1] in "[,")

    # Keys

    def _keys_of_root(self) -> Iterator[Offer]:
        schemas = self._marked.schemas
        required = schemas.required(schemas.root)
        for key, schema in schemas.keys(schemas.root).items():
            yield self._key(key, help_of(schema, self._language), key in required)

    def _keys(self, spot: Spot) -> Iterator[Offer]:
        schemas = self._marked.schemas
        there = [] if spot.mapping is None else [entry.key.text for entry in spot.mapping.entries]
        required = schemas.required(spot.schema)
        for key, schema in schemas.keys(spot.schema).items():
            if key not in there:
                yield self._key(key, help_of(schema, self._language), key in required)
        space = spot.rule.key
        if space and not spot.rule.declares:
            for offer in self._names(space, spot):
                if offer.label not in there:
                    yield offer._replace(text=self._with_colon(offer.text))

    def _key(self, key: str, said: str, required: bool) -> Offer:
        detail = word("required", self._language) if required else ""
        return Offer(key, self._with_colon(key), "key", detail, said, self._start, 0 if required else 1)

    def _with_colon(self, key: str) -> str:
        line_end = self._text.find("\n", self._offset)
        rest = self._text[self._offset : len(self._text) if line_end < 0 else line_end]
        return key if re.match(r"\w*\s*:", rest) else f"{key}: "

    # Values

    def _values(self, spot: Spot) -> Iterator[Offer]:
        leaf = spot.leaf
        sort = spot.rule.leaf
        if sort == EXPRESSION or (sort == VALUE and not leaf.style):
            yield from self._expression(spot)
            if sort == VALUE:
                yield from self._members(spot.around.variable)
        elif sort in (SAID, LETTER):
            yield from self._gap(spot)
        elif sort == DURATION:
            yield from self._duration()
        elif sort in ("", "literal"):
            yield from self._words(spot)
            yield from self._members(spot.around.variable)
        elif not spot.rule.declares:
            yield from self._names(sort, spot)

    def _words(self, spot: Spot) -> Iterator[Offer]:
        for one in self._marked.schemas.words(schema_at(spot, self._marked.schemas)):
            yield Offer(one, one, "word", "", "", self._start, 0)

    def _names(self, space: str, spot: Spot) -> Iterator[Offer]:
        if space == DURATION:
            yield from self._duration()
        elif space == "member":
            yield from self._members(spot.around.variable)
        elif space == "duty":
            yield from self._declared(Symbol("obligation", ""))
            yield from self._declared(Symbol("action", ""))
        elif space == "outcome":
            yield from self._declared(Symbol("outcome", ""))
            for name in self._pair.policy.top_finals if self._pair.policy else ():
                yield Offer(name, name, "state", "", "", self._start, 0)
        else:
            for owner in owners_of(space, spot.around) or ("",):
                yield from self._declared(Symbol(space, "", owner))

    def _declared(self, wanted: Symbol) -> Iterator[Offer]:
        policy = self._pair.policy
        for symbol in policy.names(wanted.space, wanted.owner) if policy is not None else ():
            declared = policy.declared[symbol] if policy is not None else None
            if declared is not None and _MARK not in symbol.name:
                yield self._offer(symbol, declared)

    def _offer(self, symbol: Symbol, declared: Declared) -> Offer:
        kind = declared.section if declared.section in _VALUE_SECTIONS else symbol.space
        detail = word(kind, self._language, symbol.owner)
        return Offer(symbol.name, symbol.name, symbol.space, detail, self._label(declared), self._start, 0)

    def _label(self, declared: Declared) -> str:
        said = declared.value.get("label") if isinstance(declared.value, Mapping) else None
        if isinstance(said, Mapping):
            said = said.get(self._language) or next((entry.value for entry in said.entries), None)
        return said.text if isinstance(said, Leaf) else ""

    def _members(self, variable: str) -> Iterator[Offer]:
        for name in member_names(self._enum(Symbol("value", variable))):
            yield Offer(name, name, "member", word("member", self._language, variable), "", self._start, 0)

    def _enum(self, symbol: Symbol) -> Tree | None:
        declared = self._pair.declared(symbol)
        value = None if declared is None else declared.value
        return value.get("enum") if isinstance(value, Mapping) else None

    def _duration(self) -> Iterator[Offer]:
        if re.search(r"[\w]+ [\w]*\Z", self._text[max(0, self._offset - 80) : self._offset]):
            for unit in UNITS:
                yield Offer(unit, unit, "word", "", "", self._start, 0)
        else:
            yield from self._declared(Symbol("value", ""))

    def _gap(self, spot: Spot) -> Iterator[Offer]:
        """Names, where the cursor is behind a brace that a text has open."""
        if _GAP.search(self._text, spot.leaf.start, self._offset) is None:
            return
        yield from self._declared(Symbol("value", ""))
        if spot.rule.leaf == LETTER:
            yield from self._declared(Symbol("param", "", spot.around.action))

    def _expression(self, spot: Spot) -> Iterator[Offer]:
        found = [token for token in tokens(spot.leaf) if token.start <= self._offset]
        last = found[-1] if found and found[-1].end >= self._offset else None
        past = found if last is None else found[:-1]
        before = [token.text for token in past[-2:]]
        if last is not None and last.kind == "text":
            if before == ["in_state", "("]:
                yield from self._declared(Symbol("state", ""))
            else:
                yield from self._compared(past)
        elif before == ["event", "."]:
            for event in spot.around.events:
                for offer in self._declared(Symbol("datum", "", event)):
                    yield offer._replace(start=self._text.rfind(".", 0, self._offset) + 1)
        else:
            if before[-1:] and before[-1] in _COMPARED:
                # What is compared with a word is compared with one in quotes.
                for offer in self._compared(past):
                    yield offer._replace(text=f"'{offer.text}'")
            yield from self._declared(Symbol("value", ""))
            for one in _WORDS:
                yield Offer(one, one, "word", "", "", self._start, 2)

    def _compared(self, past: list[Token]) -> Iterator[Offer]:
        """What the name can be that a text is compared with: `x == `, `x in [`, `x in ['a', `."""
        names = (token.text for token in reversed(past) if token.kind == "name")
        name = next((name for name in names if name not in ("in", "not")), "")
        yield from self._declared(Symbol("role", "")) if name == "by" else self._members(name)
