"""What makes two answers the same, as far as people notice."""

from __future__ import annotations

from policy_engine.automaton.program import Program
from policy_engine.automaton.tree import Refusal
from policy_engine.model.hidden import is_written
from policy_engine.records import record
from policy_engine.verify.why.case import Outcome


@record
class Answer:
    """An outcome without the values that came of it: the verdict, what refused it, the transitions that the
    author wrote, the active leaf states afterwards, and the names of the actions.
    """

    verdict: str
    refusal: tuple[object, ...]
    transitions: tuple[int, ...]
    states: tuple[str, ...]
    actions: tuple[str, ...]
    dropped: tuple[str, ...]


def answer_of(outcome: Outcome, program: Program) -> Answer:
    """The answer that an outcome gives."""
    chart = program.chart
    taken = tuple(index for seen in outcome.seen for index in seen.transitions)
    return Answer(
        outcome.verdict,
        _refusal(outcome.refusal, program),
        tuple(index for index in taken if is_written(chart.transitions[index].id)),
        program.topology.leaves(outcome.case.configuration),
        outcome.actions,
        tuple(item.event for item in outcome.dropped),
    )


def is_fault(outcome: Outcome) -> bool:
    """Whether a variable would leave its range or the step would never end: nothing that a session whose
    policy was checked can come to.
    """
    return outcome.refusal is not None and outcome.refusal.code in ("out-of-range", "endless")


def _refusal(refusal: Refusal | None, program: Program) -> tuple[object, ...]:
    if refusal is None:
        return ()
    if refusal.forbid is None:
        return (refusal.code, refusal.params.get("missing"))
    # Two that say the same are not the same; and those of a stored table have no places of their own.
    for state in program.chart.states:
        for place, forbid in enumerate(state.forbid):
            if forbid is refusal.forbid:
                return (refusal.code, state.index, place)
    raise AssertionError("a forbid of another policy")
