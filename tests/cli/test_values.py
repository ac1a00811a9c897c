"""Values typed at a command line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.cli.failure import CallError
from policy_engine.cli.values import describe, read_settings, read_value
from policy_engine.model.types import Declaration, Type, Value

FLAG, RANGE, ENUM = Type("flag"), Type("range", 1, 3), Type("enum", members=("no", "yes"))
TEXT, NUMBER, COUNTER = Type("text"), Type("number"), Type("counter", 0, 5)
TYPES = (FLAG, RANGE, ENUM, TEXT, NUMBER, COUNTER)


@pytest.mark.parametrize(
    ("text", "wanted", "value"),
    [
        ("true", FLAG, True),
        ("false", FLAG, False),
        ("yes", FLAG, None),
        ("2", RANGE, 2),
        ("4", RANGE, None),
        ("two", RANGE, None),
        ("9" * 5_000, RANGE, None),
        ("0", COUNTER, 0),
        ("yes", ENUM, "yes"),
        ("maybe", ENUM, None),
        ("Mevrouw De Boer", TEXT, "Mevrouw De Boer"),
        ("", TEXT, ""),
        ("-1.5", NUMBER, -1.5),
        ("3", NUMBER, 3.0),
        ("1e400", NUMBER, None),
        ("nan", NUMBER, None),
    ],
)
def test_a_text_stands_for_a_value_of_the_type_or_for_none(
    text: str, wanted: Type, value: Value | None
) -> None:
    read = read_value(text, wanted)

    assert (type(value), value) == (type(read), read)


@given(st.text(), st.sampled_from(TYPES))
def test_whatever_is_read_belongs_to_the_type(text: str, wanted: Type) -> None:
    value = read_value(text, wanted)

    assert value is None or wanted.accepts(value)


def test_every_type_says_what_may_be_written() -> None:
    assert ["true, false", "1..3", "no, yes", "…", "0.0", "0..5"] == [describe(wanted) for wanted in TYPES]


DECLARED = {
    "at_risk": Declaration("at_risk", ENUM, "no"),
    "name": Declaration("name", TEXT, ""),
}


def test_settings_are_read_by_their_declarations() -> None:
    assert {"at_risk": "yes", "name": "a=b"} == read_settings(["at_risk = yes", "name=a=b"], DECLARED, "en")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("at_risk", "`at_risk` is no setting; write it as `name=value`"),
        (
            "risk=no",
            "the policy declares no `risk` here; did you mean `at_risk`? it declares `at_risk`, `name`",
        ),
        ("at_risk=no at_risk=yes", "`at_risk` is set twice; leave one of them out"),
        ("at_risk=maybe", "`maybe` is no value of `at_risk`; it takes: no, yes"),
    ],
)
def test_a_setting_that_does_not_fit_is_answered_with_what_does(text: str, sentence: str) -> None:
    with pytest.raises(CallError) as caught:
        read_settings(text.split(" "), DECLARED, "en")

    assert sentence == str(caught.value)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "the policy declares no `a` here; nothing can be set here"),
        ("nl", "het protocol kent hier geen `a`; hier valt niets in te stellen"),
    ],
)
def test_where_nothing_is_declared_no_empty_list_is_shown(language: str, sentence: str) -> None:
    with pytest.raises(CallError) as caught:
        read_settings(["a=1"], {}, language)

    assert sentence == str(caught.value)
