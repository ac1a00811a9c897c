"""What an expression reads, and how large it is."""

from __future__ import annotations

from dataclasses import replace

from policy_engine.model.expressions.measure import expanded, reads_reporter, reads_states, refs, walk
from tests.model.expressions.scopes import SCOPE, guard


def test_names_are_listed_once_in_the_order_of_reading() -> None:
    expr = guard("warnings + most > 1 and (solved or warnings < -event.words) and mood in ['calm']")

    assert ["warnings", "most", "solved", "event.words", "mood"] == [str(ref) for ref in refs(expr)]


def test_a_named_guard_is_looked_into_once() -> None:
    scope = replace(SCOPE, guards={"g": guard("solved and in_state('warn')")})
    expr = guard("g and not g", scope)

    assert 1 == sum(str(node) == "solved" for node in walk(expr))
    assert (10, 5) == expanded(expr)


def test_reading_states_or_the_reporter_is_seen_through_guards() -> None:
    scope = replace(SCOPE, guards={"s": guard("in_state('warn')"), "b": guard("by == 'agent'")})

    assert (True, False) == (reads_states(guard("not s", scope)), reads_reporter(guard("not s", scope)))
    assert (False, True) == (reads_states(guard("not b", scope)), reads_reporter(guard("not b", scope)))
