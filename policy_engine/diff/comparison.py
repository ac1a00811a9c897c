"""Everything that tells two versions of a policy apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from policy_engine.courses.common import shared_types
from policy_engine.courses.pair import Difference, Undecided
from policy_engine.courses.product import MOST_PAIRS, NO_NAMES, compare
from policy_engine.courses.skeleton import same_skeleton
from policy_engine.diff.declared import Declared, declared_differences
from policy_engine.diff.groups import Group, Grouping
from policy_engine.diff.texts import TextChange, text_changes
from policy_engine.errors import PolicyError
from policy_engine.model.types import Value, defaults_of
from policy_engine.policy import MOST_CHOICES, PROOF_EDGES, PROOF_NODES

if TYPE_CHECKING:
    from policy_engine.policy import Policy

NO_PARAMETERS: Mapping[str, Value] = MappingProxyType({})


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
    most: int = MOST_PAIRS,
) -> Comparison:
    """Compares two versions for every choice of parameters that both allow.

    renamed: what the new version calls a state of the old one, where that differs. by_name: whether states
    with other names are a difference. most: pairs of situations that are tried for each choice.
    """
    names = dict(renamed)
    declared = declared_differences(old.chart, new.chart, names, by_name=by_name)
    texts = text_changes(old.chart, new.chart, names)
    if same_skeleton(old.chart, new.chart):
        return Comparison(old, new, (), declared, texts, None, 1, names)
    grouping = Grouping(old.automaton.chart, new.automaton.chart, names)
    undecided: Undecided | None = None
    choices = tuple(islice(common_choices(old, new), MOST_CHOICES))
    for choice in choices:
        try:
            one, other = (
                policy.with_parameters(
                    **{name: value for name, value in choice.items() if name in policy.chart.parameters}
                )
                for policy in (old, new)
            )
        except PolicyError:
            undecided = undecided or Undecided("table")
            continue
        for policy in (one, other):
            if not policy.automaton.whole:
                policy.automaton.expand(PROOF_NODES, PROOF_EDGES)
        found = compare(one.automaton, other.automaton, most=most, names=names, by_name=by_name)
        undecided = undecided or found.open
        grouping.add(found.differences, choice)
    return Comparison(old, new, grouping.groups(), declared, texts, undecided, len(choices), names)


def common_choices(old: Policy, new: Policy) -> Iterator[dict[str, Value]]:
    """Every choice of the parameters that both versions have, with values that both allow; the new version's
    defaults first. What only one of them has keeps its default.
    """
    shared = shared_types(
        {name: item.type for name, item in old.chart.parameters.items()},
        {name: item.type for name, item in new.chart.parameters.items()},
    )
    defaults = defaults_of(new.chart.parameters)
    names, values = [], []
    for name, (before, after) in shared.items():
        both = (
            [value for value in after.values if before.accepts(value)] if after.finite else [defaults[name]]
        )
        names.append(name)
        values.append(sorted(both, key=lambda value, usual=defaults[name]: value != usual))  # type: ignore[misc]  # its default is bound
    for choice in product(*values):
        yield dict(zip(names, choice, strict=True))


def shortest(groups: Sequence[Group]) -> Difference | None:
    """The shortest call that tells the versions apart, or None where there is none."""
    return min((group.difference for group in groups), key=lambda item: len(item.calls), default=None)
