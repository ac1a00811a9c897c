"""The ten test policies are sound, and together they use everything that the language has."""

from pathlib import Path

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.model.chart import PLAIN, Chart, Step
from policy_engine.model.duration import UNITS
from policy_engine.model.expressions.tree import (
    And,
    Arithmetic,
    ByRef,
    Compare,
    Expr,
    GuardRef,
    In,
    InState,
    Negative,
    Not,
    Or,
    Ref,
)
from policy_engine.policy import load_policy
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario
from tests.diagrams.examples import TEN, chart

CHARTS = {path.stem: chart(path) for path in TEN}


def steps(chart: Chart) -> list[Step]:
    """Every step that a policy takes."""
    lists = [state.entry + state.exit for state in chart.states]
    lists += [transition.steps for transition in chart.transitions]
    return [step for several in lists for step in several]


def within(expr: Expr) -> list[Expr]:
    """A condition and everything in it."""
    if isinstance(expr, And | Or):
        inner = list(expr.operands)
    elif isinstance(expr, Compare | Arithmetic):
        inner = [expr.left, expr.right]
    elif isinstance(expr, Not | In | Negative):
        inner = [expr.operand]
    else:
        inner = [expr.body] if isinstance(expr, GuardRef) else []
    return [expr, *(found for part in inner for found in within(part))]


@pytest.mark.parametrize("path", TEN, ids=lambda path: path.stem)
def test_it_has_no_mistake_and_its_scenarios_pass(path: Path) -> None:
    policy = load_policy(path)
    file = path.parent / "scenarios" / path.name

    sink = Diagnostics()
    scenarios = load_scenarios(file.read_bytes(), file.name, sink, policy.chart)
    assert ([], ()) == (sink.items, policy.warnings)
    assert scenarios is not None
    for scenario in scenarios.scenarios.values():
        assert run_scenario(policy, scenario).passed


def test_every_kind_of_state_is_used() -> None:
    states = [state for found in CHARTS.values() for state in found.states]

    assert {"atomic", "compound", "parallel", "final", "history"} == {state.kind for state in states}
    assert {True, False} == {state.deep for state in states if state.kind == "history"}
    assert {2, 3} <= {len(state.children) for state in states if state.kind == "parallel"}
    assert 4 <= max(state.depth for state in states)
    histories = {state.index for state in CHARTS["hold_the_line"].states if state.kind == "history"}
    assert any(state.initial in histories for state in CHARTS["hold_the_line"].states)
    assert any(state.outcome not in (None, state.id) for state in states)


def test_every_kind_of_transition_is_used() -> None:
    transitions = [item for found in CHARTS.values() for item in found.transitions]

    assert {"on", "after", "always", "done"} == {item.trigger for item in transitions}
    assert {0, 1, 2} == {len(item.targets) for item in transitions}
    assert any(item.internal for item in transitions)
    assert any(item.by for item in transitions)
    assert any(item.is_else for item in transitions)
    assert any(item.label for item in transitions)
    assert any(len(item.events) > 1 for item in transitions)


def test_every_unit_of_time_is_used() -> None:
    assert set(UNITS) == {timer.duration.unit for found in CHARTS.values() for timer in found.timers}


def test_every_kind_of_step_is_used() -> None:
    kinds = {type(step).__name__ for found in CHARTS.values() for step in steps(found)}

    assert {"Ask", "Assign", "Add", "Raise", "Send", "Cancel"} == kinds


def test_every_kind_of_condition_is_used() -> None:
    guards = [item.guard for found in CHARTS.values() for item in found.transitions if item.guard]
    guards += [
        forbid.when
        for found in CHARTS.values()
        for state in found.states
        for forbid in state.forbid
        if forbid.when
    ]
    parts = [part for guard in guards for part in within(guard)]

    kinds = {type(part) for part in parts}
    assert {And, Or, Not, Compare, In, InState, GuardRef, Ref, ByRef} <= kinds
    assert {"context", "fact", "parameter", "data"} == {part.kind for part in parts if isinstance(part, Ref)}


def test_every_type_is_declared() -> None:
    kinds = {
        declared.type.kind
        for found in CHARTS.values()
        for section in (found.facts, found.context, found.parameters)
        for declared in section.values()
    }

    assert {"flag", "counter", "range", "enum", "text", "number"} == kinds


def test_texts_are_bilingual_plain_or_left_out() -> None:
    assert (PLAIN,) == CHARTS["front_desk"].languages
    assert not any(state.label or state.say for state in CHARTS["bare"].states)
    assert 8 == sum(found.languages == ("nl", "en") for found in CHARTS.values())
    phrases = [phrase for found in CHARTS.values() for state in found.states for phrase in state.say]
    assert any(phrase.when for phrase in phrases)


def test_there_are_four_kinds_of_roles_many_endings_and_a_long_ladder() -> None:
    endings = [state for state in CHARTS["many_endings"].states if state.kind == "final" and state.depth == 1]

    assert 4 == len(CHARTS["many_endings"].roles)
    assert 6 == len(endings)
    assert 12 == sum(state.kind == "atomic" for state in CHARTS["twelve_steps"].states)
