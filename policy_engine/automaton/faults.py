"""Mistakes that only show when a policy runs: a variable that leaves its range, a macrostep that never
ends.
"""

from __future__ import annotations

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.courses import Courses, tell
from policy_engine.automaton.tree import Edge
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Add, Assign

_CODES = ("endless-macrostep", "leaves-range")


def report_faults(automaton: Automaton, sink: Diagnostics) -> None:
    """Reports each faulty step once, with a shortest course that leads to it, be it of another choice of the
    parameters that was reported to the same sink.

    In a table that is not whole, only what was met is reported; the rest is refused when it happens (rule 5).
    """
    if not automaton.faults:
        return
    courses = Courses(automaton)
    groups: dict[tuple[Span, str], list[Edge]] = {}
    for edge in automaton.faults:
        groups.setdefault(_place(automaton, edge), []).append(edge)
    for (span, name), edges in groups.items():
        moves = courses.shortest(edges)
        if moves is None and not courses.thorough:
            moves = courses.likely(edges)
        if moves is None or moves[-1].edge is None or moves[-1].edge.refusal is None:
            continue  # no choice of facts leads there
        refusal = moves[-1].edge.refusal
        course = tell(moves, automaton)
        if _is_told(span, name, course, sink):
            continue
        if refusal.code == "endless":
            sink.error("endless-macrostep", span, states=refusal.params["states"], course=course)
        else:
            declared = automaton.chart.context[name].type
            value = refusal.params["value"]
            above = isinstance(value, int) and value > declared.high
            sink.error(
                "leaves-range",
                span,
                variable=name,
                value=value,
                low=declared.low,
                high=declared.high,
                condition=f"{name} < {declared.high}" if above else f"{name} > {declared.low}",
                course=course,
            )


def _is_told(span: Span, name: str, course: str, sink: Diagnostics) -> bool:
    """Whether a fault was reported with a course that is as short; one with a longer course goes."""
    for item in sink:
        if item.code in _CODES and (item.span, item.fields.get("variable", "")) == (span, name):
            if _steps(str(item.fields["course"])) <= _steps(course):
                return True
            sink.items.remove(item)
            return False
    return False


def _steps(course: str) -> int:
    return course.count(" → ")


def _place(automaton: Automaton, edge: Edge) -> tuple[Span, str]:
    """Where the fault stands in the file, and the variable it concerns."""
    assert edge.refusal is not None
    params = edge.refusal.params
    if edge.refusal.code == "endless":
        states = params["states"]
        assert isinstance(states, tuple)
        by_id = {state.id: state for state in automaton.chart.states}
        return by_id[states[0]].span, ""
    step = params["step"]
    assert isinstance(step, (Assign, Add))
    return step.span, str(params["variable"])
