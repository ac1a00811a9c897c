"""Walks a tree by the rules: every leaf with what it is there, and every name that is used or declared."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Map
from typing import NamedTuple

from policy_engine.authoring.lsp.names import Use, in_names, names_in
from policy_engine.authoring.lsp.rules import DURATION, EXPRESSION, LETTER, LITERAL, RULES, SAID, VALUE, Rule
from policy_engine.authoring.lsp.schemas import Schema, Schemas
from policy_engine.authoring.lsp.tree import Leaf, Listing, Mapping, Tree, leaves

_SORTS = (EXPRESSION, VALUE, LITERAL, DURATION, SAID, LETTER)
_OWN_KEYS = ("event", "action", "within")
_FINAL_WORDS = ("final", "any")


class Around(NamedTuple):
    """What a place lies in: the events in hand, the action and the variable that it is about, its states."""

    events: tuple[str, ...] = ()
    action: str = ""
    variable: str = ""
    states: tuple[str, ...] = ()


class Spot(NamedTuple):
    """A leaf, what it is by its rule, and the mapping in which it is a key, if it is one."""

    leaf: Leaf
    rule: Rule
    schema: Schema
    around: Around
    mapping: Mapping | None = None
    colon: bool = True
    value: Tree | None = None


class Walk:
    """What was found in one tree.

    members: of every variable that is an enum; it decides what a bare word in `set` is.
    """

    def __init__(self, schemas: Schemas, members: Map[str, tuple[str, ...]]) -> None:
        self._schemas = schemas
        self._members = members
        self.spots: list[Spot] = []
        self.uses: list[Use] = []
        self.unnamed: dict[str, str] = {}  # obligations without a name of their own, by what they are called

    def walk(self, tree: Tree | None, rule: str, schema: Schema, around: Around) -> None:
        """Takes in a tree and everything in it."""
        if isinstance(tree, Leaf):
            self._leaf(tree, RULES[rule], schema, around)
        elif isinstance(tree, Listing):
            self._listing(tree, rule, schema, around)
        elif isinstance(tree, Mapping):
            self._mapping(tree, rule, schema, around)

    def _leaf(self, leaf: Leaf, rule: Rule, schema: Schema, around: Around) -> None:
        self.spots.append(Spot(leaf, rule, schema, around))
        if leaf.style == "*" or (not rule.leaf):
            return
        if rule.leaf == VALUE:
            if not leaf.style and leaf.text not in self._members.get(around.variable, ()):
                self.uses += names_in(leaf, EXPRESSION, around.events)
        elif rule.leaf in _SORTS:
            self.uses += self._own(names_in(leaf, rule.leaf, around.events), rule, around)
        elif not (rule.leaf == "state" and leaf.text in _FINAL_WORDS):
            self.uses += in_names(leaf, rule.leaf, rule.declares, owners_of(rule.leaf, around))

    def _own(self, uses: Iterator[Use], rule: Rule, around: Around) -> Iterator[Use]:
        """In a letter its own parameters go before all values."""
        for use in uses:
            if rule.leaf == LETTER and use.name in self._members.get(f"{around.action}()", ()):
                yield use._replace(space="param", owners=(around.action,))
            elif rule.leaf != LETTER or use.name != "to":
                yield use

    def _listing(self, tree: Listing, rule: str, schema: Schema, around: Around) -> None:
        inner = RULES[rule].items
        behind = self._schemas.item(schema) or schema
        for place, item in enumerate(tree.items):
            # `[manager, anna]`: a role and a person.
            self.walk(item, "" if rule == "Reporter" and place else inner, behind, around)
            if rule == "Must":
                self._call_unnamed(item)

    def _mapping(self, tree: Mapping, name: str, schema: Schema, around: Around) -> None:
        if name == "Must" and _is_one(tree):
            self._call_unnamed(tree)
            name = "Duty"
        rule = RULES[name]
        if rule.events:
            named = [leaf.text for key in rule.events for leaf in leaves(tree.get(key))]
            around = around._replace(events=tuple(named))
        for entry in tree.entries:
            key = entry.key.text
            fixed = key in rule.keys
            self.spots.append(Spot(entry.key, rule, schema, around, tree, entry.colon, entry.value))
            inner = around
            if rule.key and not fixed:
                inner = self._key(entry.key, rule, around)
            behind = self._schemas.behind(schema, key)
            self.walk(entry.value, rule.keys[key] if fixed else rule.other, behind, inner)

    def _key(self, key: Leaf, rule: Rule, around: Around) -> Around:
        """Takes in a key that is a name; what stands behind it lies in it."""
        if rule.key == DURATION:
            self.uses += names_in(key, DURATION, ())
            return around._replace(events=())
        found = list(in_names(key, rule.key, rule.declares, owners_of(rule.key, around)))
        self.uses += found
        names = tuple(use.name for use in found)
        if rule.key == "event":
            return around._replace(events=names)
        if rule.key == "action":
            return around._replace(action=key.text)
        if rule.key == "value":
            return around._replace(variable=key.text)
        if rule.key == "state":
            return around._replace(states=(*around.states, key.text), events=())
        return around

    def _call_unnamed(self, tree: Tree) -> None:
        for space in ("event", "action"):
            written = tree.get(space) if isinstance(tree, Mapping) else None
            first = next(leaves(written), None)
            if first is not None:
                self.unnamed.setdefault(first.text.split(" ")[0], space)
                return


def owners_of(space: str, around: Around) -> tuple[str, ...]:
    """Whose a name of a name space is at a place: the events of a datum, the action of a parameter."""
    if space == "datum":
        return around.events
    if space in ("param", "field"):
        return (around.action,)
    return (around.variable,) if space == "member" else ()


def _is_one(tree: Mapping) -> bool:
    """Whether what stands behind `must` says itself what must be done, without a name before it."""
    return any(
        (entry := tree.entry(key)) is not None and not isinstance(entry.value, Mapping) for key in _OWN_KEYS
    )
