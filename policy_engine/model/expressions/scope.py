"""What an expression may name at the place where it is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from policy_engine.model.expressions.tree import Expr
from policy_engine.model.types import Declaration


@dataclass(frozen=True, slots=True)
class Scope:
    """The names in reach.

    `data` is what the event in hand carries (None: there is no event here); `roles` are what `by` can be
    (empty: there is no reporter here). `broken` holds names that were declared with a mistake: using one is
    no second mistake. `sizes` are those of the guards that were measured so far. `asks` tells whether
    the guards that were used so far ask for states, and whether for the reporter; scopes with the same
    guards share it.
    """

    context: Mapping[str, Declaration]
    facts: Mapping[str, Declaration]
    parameters: Mapping[str, Declaration]
    guards: Mapping[str, Expr]
    data: Mapping[str, Declaration] | None
    states: Collection[str]
    in_state_allowed: bool
    roles: Collection[str]
    broken: frozenset[str] = frozenset()
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict, compare=False)
    asks: dict[str, tuple[bool, bool]] = field(init=False, default_factory=dict, compare=False)

    def with_guards(self, guards: Mapping[str, Expr], broken: frozenset[str]) -> Scope:
        """The same scope with other named guards."""
        return self._like(guards, self.data, self.in_state_allowed, self.roles, broken)

    def with_data(self, data: Mapping[str, Declaration], roles: Collection[str]) -> Scope:
        """The same scope where an event is in hand."""
        return self._like(self.guards, data, self.in_state_allowed, roles, self.broken)

    def with_roles(self, roles: Collection[str]) -> Scope:
        """The same scope with other reporters."""
        return self._like(self.guards, self.data, self.in_state_allowed, roles, self.broken)

    def without_states(self) -> Scope:
        """The same scope where `in_state(...)` has no meaning."""
        return self._like(self.guards, self.data, False, self.roles, self.broken)

    def _like(
        self,
        guards: Mapping[str, Expr],
        data: Mapping[str, Declaration] | None,
        in_state_allowed: bool,
        roles: Collection[str],
        broken: frozenset[str],
    ) -> Scope:
        # Every list of branches asks for one, and `dataclasses.replace` takes four times as long.
        scope = Scope(
            self.context,
            self.facts,
            self.parameters,
            guards,
            data,
            self.states,
            in_state_allowed,
            roles,
            broken,
            self.sizes,
        )
        if guards is self.guards:
            object.__setattr__(scope, "asks", self.asks)
        return scope
