"""Every mistake in a condition has its own answer, at the character where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.model.expressions.read import read_guard
from tests.model.expressions.scopes import SCOPE, mistakes, scalar

CASES = {
    "": [("expression-missing", 1)],
    "  ": [("expression-missing", 1)],
    "solved && solved": [("foreign-sign", 8)],
    "solved & solved | !solved": [("foreign-sign", 8), ("foreign-sign", 17), ("foreign-sign", 19)],
    "solved || solved": [("foreign-sign", 8)],
    "warnings = 1": [("foreign-sign", 10)],
    "warnings === 1": [("foreign-sign", 10)],
    "warnings !== 1": [("foreign-sign", 10)],
    "warnings <> 1": [("foreign-sign", 10)],
    "warnings => 1 and warnings =< 2": [("foreign-sign", 10), ("foreign-sign", 28)],
    "warnings ≥ 1": [("foreign-sign", 10)],
    "warnings – 1 > 0": [("foreign-sign", 10)],
    "solved en solved": [("foreign-sign", 8)],
    "solved of (solved) En solved": [("foreign-sign", 8), ("foreign-sign", 20)],
    "solved is true": [("foreign-sign", 8)],
    "True AND Not solved": [("capital-word", 1), ("capital-word", 6), ("capital-word", 10)],
    "solved == waar": [("foreign-word", 11)],
    "not TRUE": [("capital-word", 5)],
    "not in_state": [("in-state-form", 5)],
    "not in": [("operand-missing-between", 5)],
    "niet": [("foreign-word", 1)],
    "niet solved": [("foreign-sign", 1)],
    "Niet (solved) and niet not solved": [("foreign-sign", 1), ("foreign-sign", 19)],
    "at_risk niet in ['no']": [("foreign-sign", 9)],
    "solved niet solved": [("operator-missing", 8)],
    'at_risk == "no"': [("double-quotes", 12)],
    "at_risk == “no”": [("double-quotes", 12)],
    "at_risk == ‘no’": [("double-quotes", 12)],
    "name == 'it": [("unclosed-text", 9)],
    'name == "it': [("unclosed-text", 9)],
    "warnings > 1.10.2": [("odd-number", 12)],
    "warnings > 3x": [("odd-number", 12)],
    "warnings > " + "1" * 41: [("number-too-long", 12)],
    "solved ? solved": [("odd-character", 8)],
    "amount == 1,5": [("odd-character", 12)],
    "solved . solved": [("no-attributes", 1)],
    "solved)": [("stray-parenthesis", 7)],
    "solved]": [("stray-parenthesis", 7)],
    "not (solved": [("unclosed-parenthesis", 5)],
    "at_risk in ['no'": [("unclosed-parenthesis", 12)],
    "at_risk in ['no')": [("unclosed-parenthesis", 12)],
    "at_risk in ['no' 'yes']": [("operator-missing", 18)],
    "warnings * 2 > 3": [("no-such-arithmetic", 10)],
    "(warnings / 2) > 3": [("no-such-arithmetic", 11)],
    "warnings % 2 == 0": [("no-such-arithmetic", 10)],
    "warnings[0] == 1": [("no-look-up", 9)],
    "(solved)[0]": [("no-look-up", 9)],
    "len(name) == 3": [("no-calls", 1)],
    "'a'(1)": [("no-calls", 1)],
    "name.first == 'x'": [("no-attributes", 1)],
    "event.'x'": [("no-attributes", 1)],
    "in_state": [("in-state-form", 1)],
    "in_state(warn)": [("in-state-form", 1)],
    "in_state('warn', 'talk')": [("in-state-form", 1)],
    "in_state(": [("in-state-form", 1)],
    "in_state(1)": [("in-state-form", 1)],
    "in_state('wrn')": [("unknown-state-in-expression", 10)],
    "solved solved": [("operator-missing", 8)],
    "(solved solved)": [("operator-missing", 9)],
    "solved and": [("operand-missing-after", 8)],
    "(solved and)": [("operand-missing-after", 9)],
    "and solved": [("operand-missing-before", 1)],
    "solved and or solved": [("operand-missing-between", 12)],
    "at_risk in [,]": [("operand-missing-after", 12)],
    "1 < warnings < 3": [("chained-comparison", 14)],
    "at_risk in 'no'": [("list-wanted", 12)],
    "at_risk in no": [("list-wanted", 12)],
    "['no']": [("list-not-here", 1)],
    "at_risk in []": [("list-empty", 12)],
    "at_risk in [at_risk]": [("literals-wanted", 13)],
    "warnings in [1 + 1]": [("literals-wanted", 14)],
    "warnings in [-warnings]": [("literals-wanted", 14)],
    "warnings in [(solved and solved)]": [("literals-wanted", 14)],
    "waarnings > 1": [("undeclared-name", 1)],
    "event.volume > 1": [("undeclared-datum", 1)],
    "event": [("event-alone", 1)],
    "warn": [("state-as-condition", 1)],
    "warnings": [("not-a-condition", 1)],
    "at_risk": [("not-a-condition", 1)],
    "'a' and solved": [("not-a-condition", 1)],
    "not name": [("not-a-condition", 5)],
    "solved and warnings + 1": [("not-a-condition", 12)],
    "warnings + solved > 1": [("no-arithmetic-with", 12)],
    "warnings - 'a' > 1": [("no-arithmetic-with", 12)],
    "amount + 1 > 1": [("no-arithmetic-with", 1)],
    "-name == 'a'": [("no-arithmetic-with", 2)],
    "nothing + solved > 1": [("undeclared-name", 1), ("no-arithmetic-with", 11)],
    "at_risk == no": [("member-without-quotes", 12)],
    "at_risk == unknwn": [("member-without-quotes", 12)],
    "unknown == at_risk": [("member-without-quotes", 1)],
    "at_risk in ['no', yes]": [("member-without-quotes", 19)],
    "at_risk == whatever_else": [("undeclared-name", 12)],
    "at_risk == 'noo'": [("unknown-member", 12)],
    "'noo' == at_risk": [("unknown-member", 1)],
    "at_risk in ['no', 'noo']": [("unknown-member", 19)],
    "by == 'managr'": [("unknown-member", 7)],
    "at_risk < 'yes'": [("no-order", 9)],
    "solved > true": [("no-order", 8)],
    "name >= 'a'": [("no-order", 6)],
    "mood < before": [("no-order", 6)],
    "name == amount": [("different-types", 6)],
    "warnings == 'one'": [("different-types", 10)],
    "name == at_risk": [("different-types", 6)],
    "solved == 1": [("different-types", 8)],
    "warnings in [1, 'a', 2.5, true]": [
        ("different-types", 17),
        ("different-types", 22),
        ("different-types", 27),
    ],
    "at_risk in [1]": [("different-types", 13)],
    "at_risk == mood": [("enums-never-equal", 9)],
    "amount > warnings": [("number-needs-literal", 8)],
    "amount == amount": [("number-needs-literal", 8)],
    "warnings > 2.5": [("whole-number-wanted", 12)],
    "2.5 < warnings": [("whole-number-wanted", 1)],
    "whatever in [1, a]": [("undeclared-name", 1)],
    "nothing == 1 and nought": [("undeclared-name", 1), ("undeclared-name", 18)],
    "not (nothing)": [("undeclared-name", 6)],
    "1 + nothing > -nought": [("undeclared-name", 5), ("undeclared-name", 16)],
    "(" * 500: [("expression-too-deep", 32)],
    "not " * 200 + "solved": [("expression-too-deep", 249)],
    "-" * 900 + "x": [("expression-too-deep", 63)],
    "1+" * 70 + "1 > 1": [("expression-too-deep", 1)],
    "1+" * 150 + "1 > 1": [("expression-too-large", 1)],
    "warnings in [" + "1," * 250 + "1]": [("expression-too-large", 1)],
    "a" * 1001: [("expression-too-long", 1)],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_a_mistake_is_answered_where_it_stands(text: str, expected: list[tuple[str, int]]) -> None:
    assert expected == mistakes(text)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("1 < warnings + 1 <= most", {"meant": "1 < warnings + 1 and warnings + 1 <= most"}),
        ("at_risk == unknwn", {"written": "unknwn", "meant": "unknown"}),
        ("waarnings > 1", {"name": "waarnings", "suggestion": "warnings"}),
        ("in_state('wrn')", {"state": "wrn", "suggestion": "warn"}),
        ("event.wrds > 1", {"name": "wrds", "suggestion": "words"}),
        (
            "at_risk == 'unknwn'",
            {"member": "unknwn", "members": ("no", "yes", "unknown"), "suggestion": "unknown"},
        ),
        ('name == "it\'s"', {"written": '"it\'s"', "meant": "'it''s'"}),
        ("in_state(warn)", {"meant": "in_state('warn')"}),
        ("warnings + 1", {"written": "warnings + 1", "kind": "counter", "example": "warnings + 1 > 0"}),
        ("mood", {"written": "mood", "kind": "enum", "example": "mood == 'calm'"}),
        ("name", {"written": "name", "kind": "text", "example": "name == ''"}),
    ],
)
def test_the_answer_shows_what_to_write(text: str, fields: dict[str, object]) -> None:
    sink = Diagnostics()
    read_guard(scalar(text), SCOPE, sink)

    assert fields == dict(sink.items[0].fields)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("event.loud", "no-event-here"),
        ("by == 'agent'", "by-not-here"),
        ("in_state('warn')", "in-state-not-here"),
        ("event", "event-alone"),
    ],
)
def test_what_belongs_to_an_event_cannot_be_read_without_one(text: str, code: str) -> None:
    elsewhere = replace(SCOPE, data=None, roles=(), in_state_allowed=False)

    assert [(code, 1)] == mistakes(text, elsewhere)


def test_using_a_name_that_was_declared_with_a_mistake_is_no_second_mistake() -> None:
    sink = Diagnostics()
    expr = read_guard(scalar("worn > 1 and solved"), replace(SCOPE, broken=frozenset({"worn"})), sink)

    assert None is expr
    assert 0 == len(sink)
