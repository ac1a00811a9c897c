"""Branches exclude each other: decided as by trying every value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Word
from policy_engine.model.branches import Branch, Budget, check_branches
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.expressions.read import read_guard
from policy_engine.model.expressions.scope import Scope
from policy_engine.model.types import Type, Value
from tests.model.expressions.scopes import FLAG, SCOPE, Env, declared, guard

Written = tuple[str | None, frozenset[str] | None]


def _branch(line: int, text: str | None, by: frozenset[str] | None = None, scope: Scope = SCOPE) -> Branch:
    span = Span("a.yaml", line, 1, line, 2)
    if text is None:
        return (span, None, by, False)
    expr = read_guard(Word.of(text, span), scope, Diagnostics())
    assert expr is not None
    return (span, expr, by, False)


def _else(line: int) -> Branch:
    return (Span("a.yaml", line, 1, line, 2), None, None, True)


def _check(*branches: Branch, **settings: bool | Budget) -> list[str]:
    """Code, line and fields of what is found."""
    sink = Diagnostics()
    check_branches(
        branches,
        SCOPE,
        lambda one, two: one != two,
        sink,
        **settings,  # type: ignore[arg-type]  # passed on as given
    )
    return [f"{item.code} {item.line} {item.fields.get('values', '')}".strip() for item in sink.sorted()]


def _lists(*texts: str | None, **settings: bool | Budget) -> list[str]:
    """The same for branches of these guards, one a line; `else` is the last when it is written."""
    branches = [_else(line) if text == "else" else _branch(line, text) for line, text in enumerate(texts, 1)]
    return _check(*branches, **settings)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["warnings < most", "warnings >= most"], []),
        (["warnings < 2", "warnings > 2"], ["branch-gap 1 warnings == 2"]),
        (["warnings < 2", "warnings > 2", "else"], []),
        (["warnings < 2", "warnings >= 2", "else"], ["else-never 3"]),
        (["warnings < 2", "warnings >= 1", "else"], ["overlapping-branches 2 warnings == 1", "else-never 3"]),
        (["warnings > 3", "else"], ["branch-never 1"]),
        (["warnings <= 3"], []),
        (["warnings > 1"], []),
        (["solved", "not solved"], []),
        (["solved and true", "not solved and true"], []),
        (["mood == 'calm'", "mood in ['angry', 'silent']"], []),
        (["mood == before", "mood != before"], []),
        (["mood == 'calm'", "mood == before", "else"],
         ["overlapping-branches 2 mood == 'calm' and before == 'calm'"]),
        (["name == 'a'", "name != 'a'"], []),
        (["name == 'a'", "name == 'b'"], ["branch-gap 1 name == ''"]),
        (["name == 'a'", "topic == 'b'", "else"], ["open-branches 2 name == 'a' and topic == 'b'"]),
        (["name == topic", "name != topic"], []),
        (["name == topic and name == 'a'", "topic == 'b'", "else"], []),
        (["name == topic and name == 'a'", "topic == 'a' and solved", "else"],
         ["open-branches 2 name == 'a' and topic == 'a' and solved == true"]),
        (["amount < 2.5", "amount > 2.5", "amount == 2.5"], []),
        (["amount <= 2.5", "amount >= 2.5"], ["open-branches 2 amount == 2.5"]),
        (["amount < 1", "amount > 2", "else"], []),
        (["amount <= 1", "amount >= 2"], ["branch-gap 1 amount == 1.5"]),
        (["amount in [1, 2]", "amount == 2 and solved", "else"],
         ["open-branches 2 amount == 2 and solved == true"]),
        (["amount == 1", "amount != 1"], []),
        (["name in ['', 'text 1']", "name == 'text 2'"], ["branch-gap 1 name == 'text 3'"]),
        (["in_state('warn')", "in_state('talk')", "else"], []),
        (["in_state('warn')", "not in_state('talk')", "else"],
         ["overlapping-branches 2 not in_state('talk') and in_state('warn')"]),
        (["by == 'agent'", "by == 'manager'"], []),
        (["by == 'agent'", "by != 'manager'"],
         ["branch-gap 1 by == 'manager'", "overlapping-branches 2 by == 'agent'"]),
        (["event.words < 5", "event.words >= 5 and not event.loud", "event.words > 4 and event.loud"], []),
        (["warnings + 1 > 3", "warnings - most >= 0"], ["branch-gap 1 warnings == 0 and most == 2",
         "overlapping-branches 2 warnings == 3 and most == 2"]),
        (["true", "true"], ["overlapping-branches 2 true"]),
        ([None, "solved"], ["branch-without-when 1"]),
        (["solved", None], ["branch-without-when 2"]),
        ([None, "else"], ["branch-without-when 1"]),
        ([None], []),
        (["solved", "solved", "solved"],
         ["branch-gap 1 solved == false", "overlapping-branches 2 solved == true"]),
    ],
)  # fmt: skip
def test_overlaps_and_gaps_are_told_with_values(texts: Sequence[str | None], expected: list[str]) -> None:
    assert expected == _lists(*texts)


def test_a_guard_by_name_is_looked_into() -> None:
    scope = replace(SCOPE, guards={"warned": guard("warnings >= most")})

    assert [] == _check(_branch(1, "not warned", None, scope), _branch(2, "warned", None, scope))


def test_roles_exclude_each_other() -> None:
    agent, manager = frozenset({"agent"}), frozenset({"manager"})

    assert [] == _check(_branch(1, None, agent), _branch(2, None, manager))
    assert ["overlapping-branches 2 by == 'agent'"] == _check(
        _branch(1, None, agent), _branch(2, None, agent | manager)
    )
    assert ["branch-gap 1 solved == true and by == 'manager'"] == _check(
        _branch(1, "not solved"), _branch(2, "solved", agent)
    )


def test_an_event_without_a_reporter_passes_every_role() -> None:
    agent, manager = frozenset({"agent"}), frozenset({"manager"})
    branches = [_branch(1, None, agent), _branch(2, None, manager)]

    assert ["overlapping-branches 2 true"] == _check(*branches, unreported=True)


def test_a_list_may_be_meant_to_leave_a_gap() -> None:
    assert [] == _lists("warnings < 2", "warnings > 2", gaps=False)


def test_a_large_range_is_decided_by_the_numbers_that_are_named() -> None:
    scope = replace(SCOPE, context=declared(calls=Type("counter", 0, 10**9)))
    budget = Budget()
    sink = Diagnostics()
    texts = ["calls < 1000", "calls >= 1000 and calls < 50000", "calls >= 49999"]
    branches = [_branch(line, text, None, scope) for line, text in enumerate(texts, 1)]
    check_branches(branches, scope, lambda *_: False, sink, budget=budget)

    assert [("overlapping-branches", "calls == 49999")] == [
        (item.code, item.fields["values"]) for item in sink
    ]
    assert Budget().evaluations - 30 < budget.evaluations


def test_a_gap_behind_a_number_that_is_named_is_seen() -> None:
    scope = replace(SCOPE, context=declared(calls=Type("counter", 0, 10**9)))
    sink = Diagnostics()
    texts = ["calls <= 1000", "calls >= 2000"]
    branches = [_branch(line, text, None, scope) for line, text in enumerate(texts, 1)]
    check_branches(branches, scope, lambda *_: False, sink)

    assert [("branch-gap", "calls == 1001")] == [(item.code, item.fields["values"]) for item in sink]


def test_what_takes_too_many_combinations_is_not_decided() -> None:
    scope = replace(SCOPE, context=declared(one=Type("counter", 0, 999), two=Type("counter", 0, 999)))
    sink = Diagnostics()
    branches = [_branch(1, "one < two", None, scope), _branch(2, "one >= two", None, scope)]
    check_branches(branches, scope, lambda *_: False, sink)

    assert [("branches-not-decided", "warning")] == [(item.code, item.severity) for item in sink]


def test_a_branch_alone_excludes_nothing() -> None:
    scope = replace(SCOPE, context=declared(one=Type("counter", 0, 999), two=Type("counter", 0, 999)))
    sink = Diagnostics()
    alone = _branch(1, "one < two", None, scope)
    check_branches([alone], scope, lambda *_: False, sink)
    check_branches([alone, (alone[0], None, None, True)], scope, lambda *_: False, sink)

    assert [] == list(sink)


def test_one_budget_serves_a_whole_policy() -> None:
    budget = Budget(evaluations=20)

    assert [] == _lists("warnings < most", "warnings >= most", budget=budget)
    assert ["branches-not-decided 1"] == _lists("warnings < most", "warnings >= most", budget=budget)


def test_numbers_far_from_zero_are_told_apart() -> None:
    assert [] == _lists("amount < 1" + "0" * 30 + ".5", "amount >= 1" + "0" * 30 + ".5")
    assert ["branch-gap 1 amount == 1152921504606846977"] == _lists(
        "amount <= 1152921504606846976", "amount >= 1152921504606846979", "amount == 1152921504606846978"
    )


# Against brute force: a small scope in which every value can be tried.

_SMALL = replace(
    SCOPE,
    context=declared(warnings=Type("counter", 0, 3), solved=FLAG, topic=Type("text")),
    facts=declared(name=Type("text"), amount=Type("number")),
    parameters=declared(most=Type("range", 1, 3)),
    data=declared(words=Type("counter", 0, 4)),
)
_TEXTS = ("a", "b", "yy", "zz")
_NUMBERS = (-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3)
_order = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
_equality = st.sampled_from(["==", "!="])
_number = st.sampled_from(["-1", "0", "0.5", "1", "2"])
_whole = st.sampled_from(["warnings", "most", "warnings + 1", "event.words", "-most + 3"])
_digit = st.integers(-1, 5).map(str)
_atom = st.one_of(
    st.sampled_from(["solved", "in_state('warn')", "in_state('talk')", "name == topic", "name != topic"]),
    st.tuples(st.sampled_from(["warnings", "event.words"]), _order, _digit).map(" ".join),
    st.tuples(_whole, _order, _whole).map(" ".join),
    st.tuples(_number, _order, st.just("amount")).map(" ".join),
    st.tuples(st.sampled_from(["name", "topic"]), _equality, st.sampled_from(["'a'", "'b'"])).map(" ".join),
    st.sampled_from(["by == 'agent'", "by != 'manager'", "warnings in [1, 3]", "amount in [0, 1]"]),
)
_guard = st.recursive(
    _atom,
    lambda inner: st.one_of(
        inner.map(lambda text: f"not ({text})"),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]}) and ({pair[1]})"),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]}) or ({pair[1]})"),
    ),
    max_leaves=3,
)
_by = st.sampled_from([None, None, frozenset({"agent"}), frozenset({"manager"})])


def _everything(text: str, unreported: bool) -> Iterator[Env]:
    """Every environment, of the names that occur in `text`."""

    def domain(name: str, values: Sequence[Value]) -> Sequence[Value]:
        return values if name in text else values[:1]

    names = {
        "warnings": domain("warnings", range(4)),
        "solved": domain("solved", (False, True)),
        "topic": domain("topic", _TEXTS),
        "name": domain("name", _TEXTS),
        "amount": domain("amount", _NUMBERS),
        "most": domain("most", (1, 2, 3)),
        "words": domain("words", range(5)),
    }
    roles = ("agent", "manager", *([None] if unreported else []))
    for states in ((), ("warn",), ("talk",)):
        for by in roles:
            for values in product(*names.values()):
                put = dict(zip(names, values, strict=True))
                yield Env(context=put, facts=put, parameters=put, data=put, by=by, states=states)


@pytest.mark.no_cover
@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(_guard, _by), min_size=2, max_size=3), st.booleans())
def test_a_list_is_decided_as_by_trying_every_value(
    written: list[tuple[str, frozenset[str] | None]], unreported: bool
) -> None:
    branches = [_branch(line, text, by, _SMALL) for line, (text, by) in enumerate(written, 1)]
    sink = Diagnostics()
    check_branches(branches, _SMALL, lambda one, two: one != two, sink, unreported=unreported)

    guards = [(compile_expression(branch[1]), branch[2]) for branch in branches if branch[1] is not None]
    overlaps, ever, gap = set(), set(), False
    for env in _everything(" ".join(text for text, _ in written), unreported):
        holding = [
            line
            for line, (holds, by) in enumerate(guards, 1)
            if (by is None or env.by is None or env.by in by) and holds(env)
        ]
        ever |= set(holding)
        gap = gap or not holding
        if len(holding) > 1:
            overlaps.add((holding[0], holding[1]))
    found = {
        (item.fields["line"], item.line)
        for item in sink
        if item.code in ("open-branches", "overlapping-branches")
    }
    assert overlaps == found
    assert gap == any(item.code == "branch-gap" for item in sink)
    assert {1, 2, 3}.intersection(range(1, len(written) + 1)) - ever == {
        item.line for item in sink if item.code == "branch-never"
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(_guard, min_size=2, max_size=2))
def test_the_values_that_are_told_are_values_at_which_both_hold(texts: list[str]) -> None:
    branches = [_branch(line, text, None, _SMALL) for line, text in enumerate(texts, 1)]
    sink = Diagnostics()
    check_branches(branches, _SMALL, lambda one, two: one != two, sink)

    for item in sink:
        if item.code in ("open-branches", "overlapping-branches"):
            told = str(item.fields["values"])
            both = _branch(9, f"{told} and not (({texts[0]}) and ({texts[1]}))", None, _SMALL)
            again = Diagnostics()
            check_branches([both], _SMALL, lambda one, two: one != two, again)
            assert ["branch-never"] == [item.code for item in again]
