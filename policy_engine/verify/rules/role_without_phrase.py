"""A state where another role takes over and is not told what to say or do."""

from __future__ import annotations

from policy_engine.model.chart import State
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    if not view.has_words:
        return
    for state in view.states:
        role = state.role
        before = view.chart.states[state.parent or 0].role or next(iter(view.chart.roles), None)
        silent = state.kind != "history" and role is not None and role != before and not _speaks(state, view)
        if silent:
            yield found(state.span, state=state.id, role=role)


def _speaks(state: State, view: View) -> bool:
    """Whether a state or one inside it tells anybody anything."""
    inner = (view.chart.states[index] for index in state.children)
    return bool(state.say or state.how) or any(_speaks(one, view) for one in inner)


RULE = Rule("role-without-phrase", "warning", chart=_find)
