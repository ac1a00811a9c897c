"""Which events need to know the person who reports them."""

from __future__ import annotations

from policy_engine.model.chart import Assign, Chart, Forbid, Transition
from policy_engine.model.expressions.measure import reads_person


def personal_events(chart: Chart) -> frozenset[str]:
    """The events at which a person is remembered or compared, wherever in the policy."""
    if all(item.type.kind != "person" for item in chart.context.values()):
        return frozenset()  # there is nobody to compare with
    asking: list[Transition | Forbid] = [item for item in chart.transitions if _is_personal(item)]
    forbids = [forbid for state in chart.states for forbid in state.forbid]
    asking += [forbid for forbid in forbids if forbid.when is not None and reads_person(forbid.when)]
    return frozenset(event for item in asking for event in item.events)


def _is_personal(transition: Transition) -> bool:
    values = [expr for step in transition.steps if isinstance(step, Assign) for _, expr in step.values]
    guards = [] if transition.guard is None else [transition.guard]
    return any(reads_person(expr) for expr in (*values, *guards))
