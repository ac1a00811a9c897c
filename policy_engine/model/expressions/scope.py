"""What an expression may name at the place where it is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from policy_engine.model.expressions.tree import Expr
from policy_engine.model.types import Declaration


@dataclass(frozen=True, slots=True)
class Scope:
    """The names in reach.

    `data` is what the event in hand carries (None: there is no event here); `roles` are what `by` can be
    (empty: there is no reporter here). `broken` holds names that were declared with a mistake: using one is
    no second mistake. `sizes` are those of the guards that were measured so far.
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

    def with_guards(self, guards: Mapping[str, Expr], broken: frozenset[str]) -> Scope:
        """The same scope with other named guards."""
        return replace(self, guards=guards, broken=broken)
