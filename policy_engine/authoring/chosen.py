"""A policy and a change of it, with each choice of parameters that both allow and that can matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice, product
from math import prod
from typing import NamedTuple

from policy_engine.automaton.automaton import Automaton
from policy_engine.courses.choices import choices_in_both
from policy_engine.courses.pair import Difference, Undecided
from policy_engine.courses.side import ONE_LENGTH, Lengths
from policy_engine.courses.tables import seen_table
from policy_engine.model.chart import Chart
from policy_engine.model.types import Value, defaults_of
from policy_engine.policy import MOST_CHOICES

# With so many choices of lengths two versions are compared one by one.
MOST_LENGTHS = 64


class Chosen:
    """The automata of one chart as the kernel runs it, one for each choice of its parameters, made once."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.defaults = defaults_of(chart.parameters)
        self._automata: dict[tuple[Value, ...], Automaton] = {}
        self._seen: dict[int, object] = {}

    def of(self, parameters: Mapping[str, Value]) -> Automaton:
        """The automaton with these parameters; those that the chart does not have are passed over."""
        mine = {name: parameters.get(name, default) for name, default in self.defaults.items()}
        found = self._automata.get(tuple(mine.values()))
        if found is None:
            found = self._automata[tuple(mine.values())] = Automaton(self.chart, mine)
            found.expand()
        return found

    def seen(self, automaton: Automaton) -> object:
        """What the table of one of them looks like, worked out once."""
        if id(automaton) not in self._seen:
            self._seen[id(automaton)] = seen_table(automaton)
        return self._seen[id(automaton)]


class Both:
    """A policy and a change of it, with one choice of what conditions ask for and any choice of `lengths`."""

    def __init__(self, ours: Automaton, theirs: Automaton, lengths: Lengths) -> None:
        self.ours = ours
        self.theirs = theirs
        self.lengths = lengths


class Parted(NamedTuple):
    """Both with the same parameters, and what tells them apart."""

    both: Both
    ours: Automaton
    theirs: Automaton
    found: Difference | Undecided | None


Search = Callable[[Automaton, Automaton, Lengths], Difference | Undecided | None]


def each_choice(ours: Chosen, theirs: Chosen) -> Iterator[Both | Undecided]:
    """Both with each choice with which they may do otherwise; Undecided where there are more than are tried.

    What has another default in either is also left out, so that each has its own.
    """
    choices = choices_in_both(ours.chart, theirs.chart)
    unlike = {name for name, value in ours.defaults.items() if theirs.defaults.get(name, value) != value}
    for out in (unlike, frozenset[str]()) if unlike else (unlike,):
        asked = choices._replace(
            asked={name: kept for name, kept in choices.asked.items() if name not in out}
        )
        lengths = {name: kept for name, kept in choices.lengths.items() if name not in out}
        for choice in asked.some_asked(MOST_CHOICES):
            given = {name: value for name, value in choice.items() if name not in out}
            both = Both(ours.of(given), theirs.of(given), lengths)
            seen = theirs.seen(both.theirs)
            if seen is None or seen != ours.seen(both.ours):
                yield both
        if asked.many_asked > MOST_CHOICES:
            yield Undecided("parameters")


def each_length(both: Both, search: Search) -> Iterator[Parted]:
    """What a search finds with the lengths as they are by default, and with each choice of others where these
    can show anything else.
    """
    found = search(both.ours, both.theirs, ONE_LENGTH)
    yield Parted(both, both.ours, both.theirs, found)
    names = list(both.lengths)
    # All of them at once, each between its bounds: mostly nothing is found then, and nothing else can be.
    if not names or (found is None and search(both.ours, both.theirs, both.lengths) is None):
        return
    known = {name: values[0] for name, values in both.lengths.items()}
    for values in islice(product(*both.lengths.values()), MOST_LENGTHS):
        lengths = dict(zip(names, values, strict=True))
        if lengths != known:
            ours, theirs = (
                automaton.with_parameters({**automaton.parameters, **lengths})
                for automaton in (both.ours, both.theirs)
            )
            ours.expand()
            theirs.expand()
            yield Parted(both, ours, theirs, search(ours, theirs, ONE_LENGTH))
    if prod(map(len, both.lengths.values())) > MOST_LENGTHS:
        yield Parted(both, both.ours, both.theirs, Undecided("parameters"))
