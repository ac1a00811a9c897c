"""Every name of one file: where it is declared, where it is used, and which uses are of the same name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from policy_engine.authoring.lsp.names import Use
from policy_engine.authoring.lsp.schemas import Schema, Schemas, policy_schemas, scenario_schemas
from policy_engine.authoring.lsp.sketch import sketch
from policy_engine.authoring.lsp.tree import Leaf, Listing, Mapping, Tree, leaves
from policy_engine.authoring.lsp.walk import Around, Spot, Walk

SECTIONS = ("parameters", "facts", "context", "guards", "statements")


class Symbol(NamedTuple):
    """One name of a policy. `owner` is the event of a datum, the action of a parameter or of a field."""

    space: str
    name: str
    owner: str = ""


class Declared(NamedTuple):
    """Where a name is declared: in which section of the file, at which key, and what stands behind it."""

    section: str
    key: Leaf
    value: Tree | None


class Index:
    """The names of one text. `kind` is "policy", "scenarios" or "sheet"."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = sketch(text)
        self.kind = _kind(self.tree)
        self.schemas: Schemas = scenario_schemas() if self.kind == "scenarios" else policy_schemas()
        walk = Walk(self.schemas, _members(self.tree))
        if self.kind != "sheet":
            rule = "Scenarios" if self.kind == "scenarios" else "Policy"
            walk.walk(self.tree, rule, self.schemas.root, Around())
        self.spots = walk.spots
        self.uses = sorted(walk.uses, key=lambda use: (use.start, use.end))
        self.unnamed = walk.unnamed
        self.declared = self._declarations()
        self.top_finals = _top_finals(self.tree)

    @property
    def is_ours(self) -> bool:
        """Whether this looks like a policy, scenarios or a sheet, and not like any other YAML file."""
        keys = [entry.key.text for entry in self.tree.entries] if isinstance(self.tree, Mapping) else []
        return bool({"policy", "sheet"}.intersection(keys)) or {"states", "initial"} <= set(keys)

    @property
    def policy(self) -> str:
        """The id of the policy that this is, or that it tests; empty where none is written."""
        found = self.tree.get("policy") if isinstance(self.tree, Mapping) else None
        return found.text if isinstance(found, Leaf) else ""

    def use_at(self, offset: int) -> Use | None:
        """The name at an offset; one that ends there counts too."""
        return next((use for use in self.uses if use.start <= offset <= use.end), None)

    def spot_at(self, offset: int) -> Spot | None:
        """The leaf at an offset; of two that touch, the one that begins there."""
        found = [spot for spot in self.spots if spot.leaf.start <= offset <= spot.leaf.end]
        return max(found, key=lambda spot: spot.leaf.start, default=None)

    def names(self, space: str, owner: str = "") -> list[Symbol]:
        """The declared names of a name space, in the order of the file."""
        wanted = [symbol for symbol in self.declared if symbol.space == space and symbol.owner == owner]
        if space == "event":
            wanted += [symbol for symbol, one in self.declared.items() if one.section == "statements"]
        return wanted

    def _declarations(self) -> dict[Symbol, Declared]:
        found: dict[Symbol, Declared] = {}
        values = {spot.leaf.start: spot.value for spot in self.spots if spot.mapping is not None}
        sections = dict(_sections(self.tree))
        for use in self.uses:
            if not use.declares:
                continue
            for owner in use.owners or ("",):
                symbol = Symbol(use.space, use.name, owner)
                key = Leaf(use.start, use.end, use.name)
                section = sections.get(use.start, "")
                found.setdefault(symbol, Declared(section, key, values.get(use.start)))
        return found


def _kind(tree: Tree | None) -> str:
    if isinstance(tree, Mapping):
        if tree.entry("scenarios") is not None and tree.entry("states") is None:
            return "scenarios"
        if tree.entry("sheet") is not None and tree.entry("states") is None:
            return "sheet"
    return "policy"


def _sections(tree: Tree | None) -> Iterator[tuple[int, str]]:
    """The offset of every key of the sections at the top, with the section's name."""
    for entry in tree.entries if isinstance(tree, Mapping) else ():
        if isinstance(entry.value, Mapping):
            for inner in entry.value.entries:
                yield inner.key.start, entry.key.text


def _members(tree: Tree | None) -> dict[str, tuple[str, ...]]:
    """The members of every variable that is an enum; under `action()`, the parameters of an action."""
    found: dict[str, tuple[str, ...]] = {}
    for section in ("parameters", "facts", "context"):
        values = tree.get(section) if isinstance(tree, Mapping) else None
        for entry in values.entries if isinstance(values, Mapping) else ():
            members = entry.value.get("enum") if isinstance(entry.value, Mapping) else None
            found[entry.key.text] = member_names(members)
    actions = tree.get("actions") if isinstance(tree, Mapping) else None
    for entry in actions.entries if isinstance(actions, Mapping) else ():
        params = entry.value.get("params") if isinstance(entry.value, Mapping) else None
        if isinstance(params, Mapping):
            found[f"{entry.key.text}()"] = tuple(inner.key.text for inner in params.entries)
    return found


def member_names(members: Tree | None) -> tuple[str, ...]:
    """The words of an enum, listed or with their labels."""
    if isinstance(members, Mapping):
        return tuple(entry.key.text for entry in members.entries)
    return tuple(leaf.text for leaf in leaves(members)) if isinstance(members, Listing) else ()


def _top_finals(tree: Tree | None) -> dict[str, bool]:
    """The final states at the top, and whether each names its outcome."""
    states = tree.get("states") if isinstance(tree, Mapping) else None
    found = {}
    for entry in states.entries if isinstance(states, Mapping) else ():
        if isinstance(entry.value, Mapping):
            kind = entry.value.get("type")
            if isinstance(kind, Leaf) and kind.text == "final":
                found[entry.key.text] = entry.value.entry("outcome") is not None
    return found


def schema_at(spot: Spot, schemas: Schemas) -> Schema:
    """What the schema says of a spot: of a key, what stands behind it."""
    return spot.schema if spot.mapping is None else schemas.behind(spot.schema, spot.leaf.text)
