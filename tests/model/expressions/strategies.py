"""Random typed trees, as the checker would make them."""

from __future__ import annotations

from hypothesis import strategies as st

from policy_engine.diagnostics.span import Span
from policy_engine.model.expressions.tree import (
    And,
    Arithmetic,
    ByRef,
    Compare,
    Constant,
    Expr,
    In,
    InState,
    Negative,
    Not,
    Or,
    Ref,
)

SPAN = Span("a.yaml", 1, 1, 1, 2)
MOODS = ("calm", "angry", "silent")

_whole_refs = st.sampled_from(
    [Ref(SPAN, "context", "warnings"), Ref(SPAN, "parameter", "most"), Ref(SPAN, "data", "words")]
)
_small = st.integers(-5, 5)
_texts = st.sampled_from(["", "a", "it's", "'", 'say "hi"', "and"])
_fractions = st.integers(-(10**9), 10**9).map(lambda thousandths: thousandths / 1000)


def _constant(value: bool | int | float | str) -> Expr:
    return Constant(SPAN, value)


def _negative(operand: Expr) -> Expr:
    """A minus before a number that is written out is part of the number."""
    return operand if isinstance(operand, Constant) else Negative(SPAN, operand)


_wholes = st.recursive(
    _whole_refs | _small.map(_constant),
    lambda inner: st.one_of(
        st.builds(Arithmetic, st.just(SPAN), st.sampled_from(["+", "-"]), inner, inner),
        inner.map(_negative),
    ),
    max_leaves=4,
)
_order = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
_equality = st.sampled_from(["==", "!="])
_mood = st.just(Ref(SPAN, "context", "mood"))
_topic = st.just(Ref(SPAN, "context", "topic"))
_amount = st.just(Ref(SPAN, "fact", "amount"))
_atoms: st.SearchStrategy[Expr] = st.one_of(
    st.sampled_from([Ref(SPAN, "context", "solved"), Ref(SPAN, "data", "loud")]),
    st.booleans().map(_constant),
    st.sampled_from(["warn", "talk"]).map(lambda state: InState(SPAN, state)),
    st.builds(Compare, st.just(SPAN), _order, _wholes, _wholes),
    st.builds(Compare, st.just(SPAN), _equality, _mood, st.sampled_from(MOODS).map(_constant)),
    st.builds(Compare, st.just(SPAN), _equality, _mood, st.just(Ref(SPAN, "fact", "before"))),
    st.builds(Compare, st.just(SPAN), _equality, _texts.map(_constant), _topic),
    st.builds(Compare, st.just(SPAN), _equality, _topic, st.just(Ref(SPAN, "fact", "name"))),
    st.builds(Compare, st.just(SPAN), _order, _amount, (_small | _fractions).map(_constant)),
    st.builds(Compare, st.just(SPAN), _equality, st.just(ByRef(SPAN)), st.just(_constant("manager"))),
    st.builds(In, st.just(SPAN), _mood, st.lists(st.sampled_from(MOODS), min_size=1, max_size=3).map(tuple)),
    st.builds(In, st.just(SPAN), _wholes, st.lists(_small, min_size=1, max_size=3).map(tuple)),
)


def _chain(kind: type[And] | type[Or], operands: list[Expr]) -> Expr:
    """`and` inside `and` is one chain, as the checker makes it."""
    flat: list[Expr] = []
    for operand in operands:
        flat += operand.operands if isinstance(operand, kind) else [operand]
    return kind(SPAN, tuple(flat))


conditions: st.SearchStrategy[Expr] = st.recursive(
    _atoms,
    lambda inner: st.one_of(
        inner.map(lambda operand: Not(SPAN, operand)),
        st.lists(inner, min_size=2, max_size=3).map(lambda operands: _chain(And, operands)),
        st.lists(inner, min_size=2, max_size=3).map(lambda operands: _chain(Or, operands)),
        st.builds(Compare, st.just(SPAN), _equality, inner, inner),
    ),
    max_leaves=8,
)
