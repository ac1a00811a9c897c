"""Closures give what the tree says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.expressions.tree import (
    And,
    Arithmetic,
    ByRef,
    Compare,
    Constant,
    Expr,
    GuardRef,
    In,
    InState,
    Negative,
    Not,
    Or,
    Ref,
)
from policy_engine.model.types import Value
from tests.model.expressions.scopes import SCOPE, Env, guard
from tests.model.expressions.strategies import conditions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true and not false", True),
        ("warnings < most", True),
        ("warnings + 1 >= most", False),
        ("warnings - 2 == -2", True),
        ("-most < -2 and - -3 == most", True),
        ("mood == 'calm' and mood != 'angry'", True),
        ("mood == before", True),
        ("at_risk in ['yes', 'no']", True),
        ("at_risk not in ['yes', 'no']", False),
        ("name == ''", True),
        ("amount <= 0 and amount > -0.5", True),
        ("event.words > 0 or event.loud", False),
        ("1 < 2.5", True),
        ("in_state('talk') and not in_state('warn')", True),
        ("by == 'manager'", True),
        ("by in ['agent']", False),
        ("(solved or true) == true", True),
        ("solved in [false]", True),
    ],
)
def test_a_condition_holds_or_not(text: str, expected: bool) -> None:
    env = replace(Env(), by="manager", states={"talk"})

    assert expected is compile_expression(guard(text))(env)


def test_nobody_is_no_role() -> None:
    assert False is compile_expression(guard("by == 'manager'"))(Env())
    assert True is compile_expression(guard("by != 'manager'"))(Env())


class _Counted(dict[str, Value]):
    """Counts how often it is read."""

    reads = 0

    def __getitem__(self, name: str) -> Value:
        self.reads += 1
        return super().__getitem__(name)


@pytest.mark.parametrize("text", ["solved and solved and solved", "not solved or solved or solved"])
def test_the_first_operand_that_decides_ends_it(text: str) -> None:
    context = _Counted(Env().context)
    compile_expression(guard(text))(replace(Env(), context=context))

    assert 1 == context.reads


def test_a_named_guard_is_its_body() -> None:
    body = guard("warnings >= most")
    expr = guard("warned and not warned or warned", replace(SCOPE, guards={"warned": body}))

    assert True is compile_expression(expr)(Env().but(warnings=3))
    assert False is compile_expression(expr)(Env().but(warnings=2))


def _plainly(expr: Expr, env: Env) -> Value | None:
    """The same by walking the tree."""
    match expr:
        case Constant(value=value):
            return value
        case Ref(kind="context", name=name):
            return env.context[name]
        case Ref(kind="fact", name=name):
            return env.facts[name]
        case Ref(kind="parameter", name=name):
            return env.parameters[name]
        case Ref(name=name):
            return env.data[name]
        case ByRef():
            return env.by
        case GuardRef(body=body):
            return _plainly(body, env)
        case InState(state=state):
            return state in env.states
        case Not(operand=operand):
            return not _plainly(operand, env)
        case And(operands=operands):
            return all(_plainly(operand, env) for operand in operands)
        case Or(operands=operands):
            return any(_plainly(operand, env) for operand in operands)
        case In(operand=operand, items=items):
            return _plainly(operand, env) in list(items)
        case Negative(operand=operand):
            return 0 - _plainly(operand, env)  # type: ignore[operator]  # the checker lets only numbers through
        case Arithmetic(op=op, left=left, right=right):
            one, two = _plainly(left, env), _plainly(right, env)
            return one + two if op == "+" else one - two  # type: ignore[operator]  # as above
        case Compare(op=op, left=left, right=right):
            one, two = _plainly(left, env), _plainly(right, env)
            if op in ("==", "!="):
                return (one == two) is (op == "==")
            below, equal = one < two, one == two  # type: ignore[operator]  # as above
            return {"<": below, "<=": below or equal, ">": not below and not equal, ">=": not below}[op]


_ENVIRONMENTS = st.builds(
    lambda values, by, states: replace(Env().but(**values), by=by, states=states),
    st.fixed_dictionaries(
        {
            "warnings": st.integers(0, 3),
            "solved": st.booleans(),
            "mood": st.sampled_from(["calm", "angry", "silent"]),
            "topic": st.sampled_from(["", "a", "it's"]),
            "name": st.sampled_from(["", "a"]),
            "amount": st.sampled_from([-1.5, 0.0, 2.0]),
            "before": st.sampled_from(["calm", "angry"]),
            "most": st.integers(2, 3),
            "loud": st.booleans(),
            "words": st.integers(0, 9),
        }
    ),
    st.sampled_from([None, "agent", "manager"]),
    st.sets(st.sampled_from(["warn", "talk"])),
)


@pytest.mark.no_cover
@settings(max_examples=300, deadline=None)
@given(conditions, _ENVIRONMENTS)
def test_closures_agree_with_a_walk_over_the_tree(expr: Expr, env: Env) -> None:
    assert _plainly(expr, env) is compile_expression(expr)(env)
