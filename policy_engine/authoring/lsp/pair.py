"""A policy and its scenarios together: what a name means in either, and every place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from policy_engine.authoring.lsp.index import Declared, Index, Symbol
from policy_engine.authoring.lsp.names import Use

_QUOTED = re.compile(r"`([a-z][a-z0-9_]*)`")
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)


class Place(NamedTuple):
    """A name in one of the two files: "policy" or "scenarios", and the offsets there."""

    file: str
    start: int
    end: int
    declares: bool


class Pair:
    """The names of a policy and of its scenarios; either may be missing."""

    def __init__(self, policy: Index | None, scenarios: Index | None) -> None:
        self.policy = policy
        self.scenarios = scenarios

    def files(self) -> Iterator[tuple[str, Index]]:
        """The files that are there."""
        if self.policy is not None:
            yield "policy", self.policy
        if self.scenarios is not None:
            yield "scenarios", self.scenarios

    def declared(self, symbol: Symbol) -> Declared | None:
        """Where a name is declared, if it is: scenarios in their file, everything else in the policy."""
        index = self.scenarios if symbol.space == "scenario" else self.policy
        return None if index is None else index.declared.get(symbol)

    def meant(self, use: Use) -> tuple[Symbol, ...]:
        """What a name means: one symbol, or several where it is a datum of several events."""
        policy = self.policy
        if use.space == "event" and self.is_statement(use.name):
            return (Symbol("value", use.name),)
        if use.space == "duty" and policy is not None:
            named = Symbol("obligation", use.name)
            space = policy.unnamed.get(use.name)
            if named in policy.declared or space is None:
                return (named,)
            return self.meant(use._replace(space=space))
        if use.space == "outcome" and policy is not None:
            named = Symbol("outcome", use.name)
            ends_here = policy.top_finals.get(use.name) is False
            return (Symbol("state", use.name),) if ends_here and named not in policy.declared else (named,)
        if use.owners:
            found = tuple(Symbol(use.space, use.name, owner) for owner in use.owners)
            known = tuple(symbol for symbol in found if self.declared(symbol) is not None)
            return known or found
        return (Symbol(use.space, use.name),)

    def places(self, symbols: frozenset[Symbol]) -> list[Place]:
        """Everywhere where one of these names stands, in reading order, the policy first."""
        return [
            Place(file, use.start, use.end, use.declares)
            for file, index in self.files()
            for use in index.uses
            if symbols.intersection(self.meant(use))
        ]

    def together(self, symbols: tuple[Symbol, ...]) -> frozenset[Symbol]:
        """These symbols and those that stand in one place with them: `amount` of the events `a or b`."""
        found = set(symbols)
        while True:
            more = {
                other
                for _, index in self.files()
                for use in index.uses
                if found.intersection(meant := self.meant(use))
                for other in meant
            }
            if more <= found:
                return frozenset(found)
            found |= more

    def in_comments(self, name: str) -> list[Place]:
        """Where a comment speaks of a name, between backticks; nowhere if several things have that name."""
        spaces = {
            (symbol.space, symbol.owner)
            for _, index in self.files()
            for symbol in index.declared
            if symbol.name == name
        }
        if len(spaces) != 1:
            return []
        return [
            Place(file, comment.start() + match.start(1), comment.start() + match.end(1), False)
            for file, index in self.files()
            for comment in _COMMENT.finditer(index.text)
            if not any(spot.leaf.start <= comment.start() < spot.leaf.end for spot in index.spots)
            for match in _QUOTED.finditer(comment[0])
            if match[1] == name
        ]

    def is_statement(self, name: str) -> bool:
        """Whether a statement has this name."""
        declared = self.declared(Symbol("value", name))
        return declared is not None and declared.section == "statements"
