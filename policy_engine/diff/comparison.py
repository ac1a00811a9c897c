"""Everything that tells two versions of a policy apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from policy_engine.courses.budget import Budget
from policy_engine.courses.choices import Choices, choices_in_both, read_beside
from policy_engine.courses.pair import Difference, Found, Undecided
from policy_engine.courses.product import NO_NAMES, compare
from policy_engine.courses.side import ONE_LENGTH, Lengths
from policy_engine.courses.skeleton import same_skeleton
from policy_engine.courses.tables import told_apart
from policy_engine.diff.declared import Declared, declared_differences
from policy_engine.diff.groups import Group, Grouping
from policy_engine.diff.texts import TextChange, text_changes
from policy_engine.errors import PolicyError
from policy_engine.model.types import Value
from policy_engine.policy import PROOF_EDGES, PROOF_NODES

if TYPE_CHECKING:
    from policy_engine.policy import Policy

# Reading so many edges of a table costs as much as a step of the search, and so does every choice by itself.
EDGES_PER_STEP = 10


class Comparison(NamedTuple):
    """Two versions and what tells them apart. `open` says why not every call was tried, or is None;
    `choices` are so many choices of parameters that both allow and that were tried.
    """

    old: Policy
    new: Policy
    groups: tuple[Group, ...]
    declared: tuple[Declared, ...]
    texts: tuple[TextChange, ...]
    open: Undecided | None
    choices: int
    names: Mapping[str, str] = NO_NAMES

    @property
    def equal(self) -> bool:
        """Whether no caller can ever tell the two apart by anything but texts."""
        return not (self.groups or self.declared or self.open)


def compare_policies(
    old: Policy,
    new: Policy,
    *,
    renamed: Mapping[str, str] = NO_NAMES,
    by_name: bool = True,
    budget: Budget | None = None,
) -> Comparison:
    """Compares two versions for every choice of parameters that both allow.

    renamed: what the new version calls a state of the old one, where that differs. by_name: whether states
    with other names are a difference. budget: how much is tried before it is left open whether there is more.
    """
    names = dict(renamed)
    declared = declared_differences(old.chart, new.chart, names, by_name=by_name)
    texts = text_changes(old.chart, new.chart, names)
    if same_skeleton(old.chart, new.chart):
        return Comparison(old, new, (), declared, texts, None, 1, names)
    search = _Search(old, new, names, by_name=by_name, budget=budget or Budget())
    search.run()
    return Comparison(old, new, search.grouping.groups(), declared, texts, search.open, search.choices, names)


class _Search:
    """Looks for differences with one choice of parameters after the other."""

    def __init__(
        self, old: Policy, new: Policy, names: Mapping[str, str], *, by_name: bool, budget: Budget
    ) -> None:
        self.grouping = Grouping(old.automaton.chart, new.automaton.chart, names, (old.chart, new.chart))
        self.open: Undecided | None = None
        self.choices = 0
        self._old, self._new = old, new
        self._names, self._by_name = names, by_name
        self._budget = budget
        self._seen: set[object] = set()

    def run(self) -> None:
        """Tries every choice, as long as the budget lasts."""
        choices = choices_in_both(self._old.automaton.chart, self._new.automaton.chart)
        for choice in choices.of_asked():
            if self._budget.spent:
                self.open = self.open or Undecided("parameters")
                return
            several = len(choices.asked) > 0
            if self._try(choice, alike=several) and choices.lengths:
                self._try_lengths(choice, choices)

    def _try_lengths(self, choice: Mapping[str, Value], choices: Choices) -> None:
        """The other lengths. First all of them at once, each between its bounds: mostly nothing is found then
        that is not known already, and nothing else can be found with any of them.
        """
        known = {name: values[0] for name, values in choices.lengths.items()}
        others = (lengths for lengths in choices.of_lengths() if lengths != known)
        first = next(others, None)
        if first is None:
            return
        found = self._found(choice, choices.lengths)
        if found is not None and found.open is None and not self.grouping.news(found.differences):
            self.choices += choices.many_lengths - 1
            return
        for lengths in chain([first], others):
            if self._budget.spent:
                self.open = self.open or Undecided("parameters")
                return
            self._try({**choice, **lengths}, alike=False)

    def _try(self, choice: Mapping[str, Value], *, alike: bool) -> bool:
        """One choice; says whether it is none of those that come to the same as one that was tried. alike:
        whether there may be such.
        """
        self.choices += 1
        self._budget.spend()
        if alike:
            pair = self._pair(choice)
            if pair is not None:
                apart = [told_apart(policy.automaton, read_beside(policy.automaton.chart)) for policy in pair]
                self._budget.spend(sum(len(policy.automaton.edges) for policy in pair) // EDGES_PER_STEP)
                if None not in apart and tuple(apart) in self._seen:
                    return False
                self._seen.add(tuple(apart))
        found = self._found(choice, ONE_LENGTH)
        if found is not None:
            self.open = self.open or found.open
            self.grouping.add(found.differences, choice)
        return True

    def _found(self, choice: Mapping[str, Value], lengths: Lengths) -> Found | None:
        """What one choice shows; None where no session can begin with it."""
        pair = self._pair(choice)
        if pair is None:
            return None
        return compare(
            *(policy.automaton for policy in pair),
            budget=self._budget,
            names=self._names,
            by_name=self._by_name,
            lengths=lengths,
        )

    def _pair(self, choice: Mapping[str, Value]) -> tuple[Policy, Policy] | None:
        """Both versions with a choice of their parameters."""
        try:
            old, new = (
                policy.with_parameters(
                    **{name: value for name, value in choice.items() if name in policy.chart.parameters}
                )
                for policy in (self._old, self._new)
            )
        except PolicyError:
            self.open = self.open or Undecided("table")
            return None
        for policy in (old, new):
            if not policy.automaton.whole:
                policy.automaton.expand(PROOF_NODES, PROOF_EDGES)
        return old, new


def shortest(groups: Sequence[Group]) -> Difference | None:
    """The shortest call that tells the versions apart, or None where there is none."""
    return min((group.difference for group in groups), key=lambda item: len(item.calls), default=None)
