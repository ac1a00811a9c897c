"""Whether the scenarios of a policy notice a mutant of it.

A mutant is run on an automaton that is made as far as the scenarios come. Those that come past the place of
the change are played first, the shortest first: most mutants are noticed by the first of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policy_engine.automaton.automaton import Automaton
from policy_engine.errors import PolicyEngineError
from policy_engine.model.chart import Chart
from policy_engine.model.scenarios import Scenario
from policy_engine.model.types import Value, defaults_of
from policy_engine.policy import Policy
from policy_engine.scenarios.coverage.coverage import Coverage
from policy_engine.scenarios.mutation.mutant import Mutant
from policy_engine.scenarios.run import run_scenario


class Trial:
    """The scenarios of one policy, and what each comes past."""

    def __init__(self, scenarios: Sequence[Scenario], coverage: Coverage) -> None:
        self._scenarios = sorted(scenarios, key=lambda scenario: len(scenario.steps))
        self._by = coverage.by

    def noticed(self, mutant: Mutant, chart: Chart, woven: Chart) -> str | None:
        """The name of the first scenario that fails on a mutant, or None.

        chart: of the mutant, as written; woven: as it is run.
        """
        policies: dict[tuple[tuple[str, Value], ...], Policy] = {}
        for scenario in self._nearest(mutant):
            chosen = tuple(scenario.parameters.items())
            if chosen not in policies:
                parameters = {**defaults_of(chart.parameters), **scenario.parameters}
                policies[chosen] = Policy(chart, Automaton(woven, parameters))
            if not _passes(policies[chosen], scenario):
                return scenario.name
        return None

    def _nearest(self, mutant: Mutant) -> list[Scenario]:
        at_point, in_state = set(self._by.get(mutant.point, ())), set(self._by.get(mutant.state, ()))

        def distance(scenario: Scenario) -> int:
            return (scenario.name not in at_point) + (scenario.name not in in_state)

        return sorted(self._scenarios, key=distance)


def _passes(policy: Policy, scenario: Scenario) -> bool:
    """Whether a scenario passes on a policy whose parameters are set as it wants already."""
    try:
        return run_scenario(policy, replace(scenario, parameters={})).passed
    except PolicyEngineError:
        return False
