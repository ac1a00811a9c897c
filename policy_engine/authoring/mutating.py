"""What would notice a small change of a policy: a scenario, a property, `check`, or nothing.

A mutant that nothing notices is compared with the policy by a product search. Where no host could ever tell
the two apart it is no gap in the tests. Where one could, a shortest call is looked for of which a scenario
expects something that the mutant does not do: it is what the tests lack. What no scenario can expect, and
what could not be decided, is kept apart from both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal

from policy_engine.authoring.chosen import Both, Chosen, Parted, each_choice, each_length
from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.faults import report_faults
from policy_engine.courses.budget import Budget
from policy_engine.courses.expected import same_duties, unexpected
from policy_engine.courses.noticed import Part
from policy_engine.courses.pair import Difference, Undecided
from policy_engine.courses.product import equivalent
from policy_engine.courses.side import ONE_LENGTH, Lengths
from policy_engine.courses.tables import same_but_for_choices
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Document
from policy_engine.model.chart import Chart
from policy_engine.model.load import load_chart
from policy_engine.model.scenarios import Scenario
from policy_engine.model.types import Value
from policy_engine.model.weave.weave import weave
from policy_engine.policy import MOST_CHOICES, Policy, choices_of
from policy_engine.records import record
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.coverage.coverage import Coverage
from policy_engine.scenarios.mutation.apart import Lacking, played, scenario_apart, scenario_refused
from policy_engine.scenarios.mutation.mutant import Mutant
from policy_engine.scenarios.mutation.trial import Trial
from policy_engine.verify.prove import prove

# So many steps are tried, in each way of looking, before it is left open whether a mutant can be told apart.
MOST_STEPS = 100_000
# So many steps are tried for a shorter call than one that is known; one of the start and a step is short.
FEW_STEPS = 2_000
SHORT = 2
Verdict = Literal["scenario", "property", "check", "survived", "equivalent", "hidden", "undecided"]


@record
class Fate:
    """What came of a mutant. `by` is the scenario, the property or the code of the finding that noticed it.

    Where nothing did it "survived", and `lacking` is a scenario that it fails and the policy passes; or no
    call goes otherwise ("equivalent"); or only a host sees that one does, and no scenario can expect it
    ("hidden"); or that was too much to look through ("undecided").
    """

    mutant: Mutant
    verdict: Verdict
    by: str = ""
    lacking: Lacking | None = None
    parts: tuple[Part, ...] = ()  # of a hidden one: in what a host sees the difference
    course: ScenarioResult | None = None  # and a call that shows it

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
        self._chosen = Chosen(policy.automaton.chart)
        held = dict(policy.chart.properties)
        for parameters in _choices(policy.chart):
            automaton = self._chosen.of(parameters)
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
        chosen = Chosen(woven)
        automata = [chosen.of(parameters) for parameters in _choices(chart)]
        for automaton in automata:
            report_faults(automaton, sink)
        if sink.has_errors:
            return Fate(mutant, "check", _code(sink))
        changed = Policy(chart, automata[0])
        refused = scenario_refused(self._policy, changed)
        wider = scenario_refused(changed, self._policy) is not None
        parted = () if refused else tuple(self._parted(chart, chosen))
        if not (parted or refused or wider):
            return Fate(mutant, "equivalent")
        broken = self._broken(chart, automata)
        if broken is not None:
            return Fate(mutant, "property", broken)
        if refused is not None:
            return Fate(mutant, "survived", lacking=refused)
        return self._unnoticed(mutant, changed, parted, wider=wider)

    def _unnoticed(self, mutant: Mutant, changed: Policy, parted: Sequence[Parted], *, wider: bool) -> Fate:
        """What is left of a mutant that nothing notices; `wider` says that it takes values that the policy
        does not take.
        """
        apart = [one for one in parted if isinstance(one.found, Difference)]
        for one in apart:
            lacking = self._shorter(changed, one) or self._lacking(changed, one)
            if lacking is not None:
                return Fate(mutant, "survived", lacking=lacking)
        undecided = len(apart) < len([one for one in parted if one.found is not None])
        for both in dict.fromkeys(one.both for one in parted):
            for one in each_length(both, _unexpected):
                lacking = self._lacking(changed, one)
                if lacking is not None:
                    return Fate(mutant, "survived", lacking=lacking)
                if isinstance(one.found, Difference) and one.found.parts == ("duties",):
                    # Somebody may do more than before, or has less time: nothing that can be expected.
                    apart.append(one)
                else:
                    undecided = undecided or one.found is not None
        if undecided:
            return Fate(mutant, "undecided")
        for one in apart:
            assert isinstance(one.found, Difference)
            course = played(Policy(self._policy.chart, one.ours), one.found.calls)
            return Fate(mutant, "hidden", parts=one.found.parts, course=course)
        return Fate(mutant, "hidden", parts=("declared",)) if wider else Fate(mutant, "equivalent")

    def _shorter(self, changed: Policy, one: Parted) -> Lacking | None:
        """A scenario that expects what a variable is, which can differ before a host sees anything."""
        assert isinstance(one.found, Difference)
        if len(one.found.calls) <= SHORT:
            return None
        found = unexpected(one.ours, one.theirs, budget=Budget(FEW_STEPS))
        if not isinstance(found, Difference) or len(found.calls) >= len(one.found.calls):
            return None
        return self._lacking(changed, one._replace(found=found))

    def _broken(self, chart: Chart, automata: Sequence[Automaton]) -> str | None:
        """A property that holds for the policy and not for the mutant."""
        properties = {name: item for name, item in chart.properties.items() if name in self._held}
        if properties:
            for automaton in automata:
                for name in prove(automaton, properties).broken:
                    return name
        return None

    def _parted(self, chart: Chart, theirs: Chosen) -> Iterator[Parted]:
        """The choices of parameters with which a mutant may be told from the policy."""
        if same_but_for_choices(self._policy.chart, chart):
            return
        alike = same_duties(self._policy.chart, chart)
        for both in each_choice(self._chosen, theirs):
            if isinstance(both, Undecided):
                ours, changed = self._chosen.of({}), theirs.of({})
                yield Parted(Both(ours, changed, ONE_LENGTH), ours, changed, both)
                continue
            for one in each_length(both, _equivalent):
                if one.found is not None or not alike:
                    yield one
                if isinstance(one.found, Difference):
                    break

    def _lacking(self, changed: Policy, one: Parted) -> Lacking | None:
        """A scenario of the calls that tell a mutant from the policy."""
        if not isinstance(one.found, Difference):
            return None
        policy, mutant = Policy(self._policy.chart, one.ours), Policy(changed.chart, one.theirs)
        return scenario_apart(policy, mutant, one.found.calls)


def _equivalent(ours: Automaton, theirs: Automaton, lengths: Lengths) -> Difference | Undecided | None:
    return equivalent(ours, theirs, budget=Budget(MOST_STEPS), lengths=lengths)


def _unexpected(ours: Automaton, theirs: Automaton, lengths: Lengths) -> Difference | Undecided | None:
    return unexpected(ours, theirs, budget=Budget(MOST_STEPS), lengths=lengths)


def _choices(chart: Chart) -> Iterator[dict[str, Value]]:
    """The choices of parameters that `check` tries."""
    return islice(choices_of(chart), MOST_CHOICES)


def _code(sink: Diagnostics) -> str:
    return next(item.code for item in sink.sorted() if item.severity == "error")
