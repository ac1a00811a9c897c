"""A place where whoever acts can do nothing: only others can lead on, and no timer ends the waiting."""

from __future__ import annotations

from policy_engine.automaton.node import Node
from policy_engine.automaton.tree import Edge
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey, all_edges, innermost


def _find(survey: Survey) -> Findings:
    roles = tuple(survey.chart.roles)
    if len(roles) < 2 or not survey.view.ends:
        return
    told = set()
    for node, situation in survey.nodes:
        if node.done:
            continue
        active = survey.active(node)
        # Whoever acts when nobody is named is there in any case.
        acting = {roles[0], *[state.role for state in active if state.kind == "atomic" and state.role]}
        others = _others(node, acting, survey)
        state = innermost(active)
        if others and state.id not in told:
            told.add(state.id)
            yield found(
                state.span,
                state=state.id,
                roles=[role for role in roles if role in acting],
                others=[role for role in roles if role in others],
                trail=survey.way(situation),
            )


def _others(node: Node, acting: set[str], survey: Survey) -> set[str]:
    """The roles that alone can lead on from a node; empty where those who act can, or time does."""
    others: set[str] = set()
    leaves = survey.courses.automaton.nodes
    for edge in all_edges(node):
        if edge.trigger.kind == "after" and edge.actions:
            return set()  # somebody is reminded, so the waiting is meant
        if edge.verdict != "applied" or leaves[edge.target].leaves == node.leaves:
            continue
        allowed = None if edge.trigger.kind != "on" else _reporters(edge, survey)
        if allowed is None or allowed & acting:
            return set()
        others |= allowed
    return others


def _reporters(edge: Edge, survey: Survey) -> set[str] | None:
    """Who may report what leads along an edge; None is anyone."""
    chart = survey.courses.chart
    limits = [
        chart.events[edge.trigger.name].by,
        *[chart.transitions[index].by for index in edge.transitions],
    ]
    known = [set(limit) for limit in limits if limit is not None]
    return set.intersection(*known) if known else None


RULE = Rule("waits-without-end", "warning", courses=_find)
