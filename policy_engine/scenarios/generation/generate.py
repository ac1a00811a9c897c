"""The scenarios that close the gaps of a policy's tests: their steps, and all that must come of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from policy_engine.diagnostics.span import Span
from policy_engine.model.scenarios import Expectation, ExpectedAction, ExpectStep, Scenario, ScenarioStep
from policy_engine.records import record
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.coverage.gaps import Gap, Gaps
from policy_engine.scenarios.generation.fewest import fewest
from policy_engine.session.course import Moment

_LONGEST_NAME = 60


class Remark(Protocol):
    """Something that a scenario was made for."""

    @property
    def span(self) -> Span:
        """Where it stands in the policy."""

    def told(self, language: str) -> str:
        """What it is, in "en" or "nl"."""


@record
class Generated:
    """A scenario with what must come of it, and what it was made for. `last` is what happens last, and
    `before` where that happens.
    """

    scenario: Scenario
    closes: Sequence[Remark]
    last: Moment
    before: tuple[str, ...]


def generate(gaps: Gaps, taken: Collection[str]) -> list[Generated]:
    """The fewest scenarios that close all gaps to which there is a way, in the order of the file.

    `taken` are names that others have.
    """
    open_ = {gap.point.id: gap for gap in gaps.gaps if gap.result is not None}
    wanted = frozenset(open_)
    closing = {id: (_result(gap), gap.passed & wanted) for id, gap in open_.items()}
    return fewest_of(closing, {id: gap.point for id, gap in open_.items()}, taken)


def fewest_of(
    closing: Mapping[str, tuple[ScenarioResult, frozenset[str]]],
    remarks: Mapping[str, Remark],
    taken: Collection[str],
) -> list[Generated]:
    """The fewest scenarios that do together what all of them do: each is given with all that it does.

    Fewest among these, which are the shortest, one for each thing to do; and among equally few those with
    the fewest steps.
    """
    sets = {id: does for id, (_, does) in closing.items()}
    costs = {id: len(result.scenario.steps) for id, (result, _) in closing.items()}
    names = set(taken)
    left = dict.fromkeys(closing)
    made = []
    for id in fewest(sets, costs, frozenset(closing)):
        does = [other for other in left if other in sets[id]]
        for other in does:
            del left[other]
        made.append(_generated(closing[id][0], [remarks[other] for other in does], names))
    return made


def _result(gap: Gap) -> ScenarioResult:
    assert gap.result is not None
    return gap.result


def _generated(result: ScenarioResult, closes: Sequence[Remark], names: set[str]) -> Generated:
    last = _last(result.course)
    before = () if last.decision is None else last.decision.before
    name = _unlike(_name(last, before), names)
    names.add(name)
    return Generated(with_expectations(result, name), closes, last, before)


def with_expectations(result: ScenarioResult, name: str) -> Scenario:
    """A scenario of what happened, with all that came of it as what is expected."""
    steps = tuple(_with_states(result))
    return replace(result.scenario, name=name, steps=steps, expect=_expected(result))


def _last(course: Sequence[Moment]) -> Moment:
    """The last moment at which something was decided."""
    return next(moment for moment in reversed(course) if moment.decision is not None)


def _name(last: Moment, before: Sequence[str]) -> str:
    """An id made of what happens last, and of where."""
    if last.kind == "start":
        what = "start"
    elif last.kind == "timer":
        what = "after_" + last.name.partition(".after.")[2] if ".after." in last.name else last.name
    else:
        what = "news" if last.kind == "learn" else last.name
    words = f"{what} in {before[0]}" if before else what
    safe = "".join(character if character.isalnum() else "_" for character in words.lower())
    return "_".join(filter(None, safe.split("_")))[:_LONGEST_NAME].rstrip("_")


def _unlike(name: str, names: Collection[str]) -> str:
    if name not in names:
        return name
    return next(text for number in range(2, len(names) + 3) if (text := f"{name}_{number}") not in names)


def _with_states(result: ScenarioResult) -> Iterator[ScenarioStep]:
    """The steps, each that leads elsewhere with where it leads; the last one's place is told at the end."""
    there: Mapping[int, tuple[str, ...]] = {moment.step: moment.states for moment in result.course}
    steps = result.scenario.steps
    states = there[0]
    for number, step in enumerate(steps, start=1):
        yield step
        if there[number] != states and number < len(steps):
            yield ExpectStep(step.span, Expectation(step.span, states=there[number]))
        states = there[number]


def _expected(result: ScenarioResult) -> Expectation:
    """Everything that holds at the end and that a host can see."""
    last = _last(result.course)
    assert last.decision is not None
    actions = tuple(
        ExpectedAction(action.name, action.params) for moment in result.course for action in moment.actions
    )
    states = None if last.decision.done else last.states
    return Expectation(result.scenario.span, states=states, actions=actions, outcome=last.decision.outcome)
