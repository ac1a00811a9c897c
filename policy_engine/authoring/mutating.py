"""What would notice a small change of a policy: a scenario, a property, `check`, or nothing.

A mutant that nothing notices is compared with the policy by a product search. Where no host could ever tell
the two apart it is no gap in the tests; else a shortest call that tells them apart is what the tests lack.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.faults import report_faults
from policy_engine.courses.budget import Budget
from policy_engine.courses.pair import Difference
from policy_engine.courses.product import equivalent
from policy_engine.courses.tables import seen_table
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Document
from policy_engine.model.chart import Chart
from policy_engine.model.load import load_chart
from policy_engine.model.scenarios import Scenario
from policy_engine.model.types import Value
from policy_engine.model.weave.weave import weave
from policy_engine.policy import MOST_CHOICES, Policy, choices_of
from policy_engine.records import record
from policy_engine.scenarios.coverage.coverage import Coverage
from policy_engine.scenarios.mutation.apart import Lacking, scenario_apart
from policy_engine.scenarios.mutation.mutant import Mutant
from policy_engine.scenarios.mutation.trial import Trial
from policy_engine.verify.prove import prove

# So many steps are tried before it is left open whether a mutant can be told apart.
MOST_STEPS = 100_000
Verdict = Literal["scenario", "property", "check", "equivalent", "survived"]


@record
class Fate:
    """What came of a mutant. `by` is the scenario, the property or the code of the finding that noticed it.

    `lacking` is a scenario that a survivor fails and the policy passes; None where none was found.
    """

    mutant: Mutant
    verdict: Verdict
    by: str = ""
    lacking: Lacking | None = None

    @property
    def noticed(self) -> bool:
        """Whether anything noticed it."""
        return self.verdict in ("scenario", "property", "check")


class Mutating:
    """Tries out the mutants of one policy. Its scenarios must pass."""

    def __init__(
        self, document: Document, policy: Policy, scenarios: Sequence[Scenario], coverage: Coverage
    ) -> None:
        self._document = document
        self._policy = policy
        self._trial = Trial(scenarios, coverage)
        self._automata: list[Automaton] = []
        self._tables: dict[object, object] = {}
        held = dict(policy.chart.properties)
        for parameters in _choices(policy.chart):
            automaton = policy.automaton.with_parameters(parameters)
            automaton.expand()
            self._automata.append(automaton)
            for name in prove(automaton, held).broken if held else ():
                del held[name]
        self._held = tuple(held)

    def fates(self, mutants: Sequence[Mutant]) -> Iterator[Fate]:
        """What came of each mutant, one after the other."""
        return map(self.fate, mutants)

    def fate(self, mutant: Mutant) -> Fate:
        """What came of one mutant."""
        sink = Diagnostics()
        chart = load_chart(mutant.document(self._document), sink)
        if chart is None:
            return Fate(mutant, "check", _code(sink))
        woven = weave(chart)
        scenario = self._trial.noticed(mutant, chart, woven)
        if scenario is not None:
            return Fate(mutant, "scenario", scenario)
        automata = [Automaton(woven, parameters) for parameters in _choices(chart)]
        for automaton in automata:
            automaton.expand()
            report_faults(automaton, sink)
        if sink.has_errors:
            return Fate(mutant, "check", _code(sink))
        found = self._apart(automata)
        if found is None:
            return Fate(mutant, "equivalent")
        broken = self._broken(chart, automata)
        if broken is not None:
            return Fate(mutant, "property", broken)
        return Fate(mutant, "survived", lacking=self._lacking(Policy(chart, automata[0]), found))

    def _broken(self, chart: Chart, automata: Sequence[Automaton]) -> str | None:
        """A property that holds for the policy and not for the mutant."""
        properties = {name: item for name, item in chart.properties.items() if name in self._held}
        if properties:
            for automaton in automata:
                for name in prove(automaton, properties).broken:
                    return name
        return None

    def _apart(self, automata: Sequence[Automaton]) -> tuple[Automaton, Difference] | bool | None:
        """What tells a mutant from the policy; None where nothing does, True where that is open."""
        ours = {_key(automaton): automaton for automaton in self._automata}
        theirs = {_key(automaton): automaton for automaton in automata}
        if ours.keys() != theirs.keys():
            return True  # what can be chosen is not the same
        undecided = False
        for key, automaton in theirs.items():
            seen = seen_table(automaton)
            if seen is not None and seen == self._seen(ours[key]):
                continue
            found = equivalent(ours[key], automaton, budget=Budget(MOST_STEPS))
            if isinstance(found, Difference):
                return automaton, found
            undecided = undecided or found is not None
        return True if undecided else None

    def _seen(self, automaton: Automaton) -> object:
        """What the table of the policy looks like, worked out once."""
        key = _key(automaton)
        if key not in self._tables:
            self._tables[key] = seen_table(automaton)
        return self._tables[key]

    def _lacking(self, mutant: Policy, found: tuple[Automaton, Difference] | bool) -> Lacking | None:
        if isinstance(found, bool):
            return None
        automaton, difference = found
        return scenario_apart(self._policy, mutant, difference.calls, automaton.parameters)


def _choices(chart: Chart) -> Iterator[dict[str, Value]]:
    """The choices of parameters that `check` tries."""
    return islice(choices_of(chart), MOST_CHOICES)


def _key(automaton: Automaton) -> tuple[tuple[str, Value], ...]:
    return tuple(sorted(automaton.parameters.items()))


def _code(sink: Diagnostics) -> str:
    return next(item.code for item in sink.sorted() if item.severity == "error")
