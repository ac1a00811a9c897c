"""Values from the host: what fits, and messages that can be made of anything."""

from __future__ import annotations

from typing import Any

import pytest

import policy_engine as pe
from policy_engine.session.values import shown
from tests.small import ladder, small_policy

MANY_DIGITS = 10**5000
NUMBERS = """
parameters: {most: {number: 5.0}}
facts: {level: {number: 0.0}, name: {text: ""}}
events: {a: {data: {size: {number: 0.0}}}}
initial: s
states: {s: {say: "{level} {name} {most}", on: {a: t}}, t: {}}
"""


class Silent:
    def __repr__(self) -> str:
        raise RuntimeError


def test_any_value_can_be_shown() -> None:
    nested: list[Any] = []
    for _ in range(100_000):
        nested = [nested]

    assert shown("x") == "'x'"
    assert len(shown("x" * 1000)) == 80
    assert [shown(value) for value in (MANY_DIGITS, nested, Silent())] == ["…", "…", "…"]


def named(value: object) -> str:
    return shown(value) if value is not MANY_DIGITS else "many digits"


@pytest.mark.parametrize(
    "value", [MANY_DIGITS, -MANY_DIGITS, 10**309, float("inf"), float("nan"), True], ids=named
)
def test_a_number_that_no_float_holds_is_refused(value: object) -> None:
    policy = small_policy(NUMBERS)
    session = policy.start()

    with pytest.raises(pe.InvalidDataError, match="level"):
        policy.start({"level": value})
    with pytest.raises(pe.InvalidDataError, match="size"):
        session.send("a", {"size": value})
    with pytest.raises(pe.InvalidDataError, match="most"):
        policy.with_parameters(most=value)
    with pytest.raises(pe.SnapshotError):
        policy.resume({**session.snapshot(), "parameters": {"most": value}})
    with pytest.raises(pe.SnapshotError):
        policy.resume({**session.snapshot(), "facts": {"level": value, "name": ""}})


def test_the_largest_numbers_are_shown_and_come_back() -> None:
    policy = small_policy(NUMBERS).with_parameters(most=-(10**307))
    session = policy.start({"level": 10**308})

    assert session.guidance()[0].say == (f"{10**308}  {-(10**307)}",)
    assert policy.resume(session.snapshot()).facts == session.facts


@pytest.mark.parametrize("value", [MANY_DIGITS, Silent(), None], ids=named)
def test_a_value_that_can_not_be_written_out_is_refused_like_any_other(value: object) -> None:
    policy = small_policy(NUMBERS)

    with pytest.raises(pe.InvalidDataError, match="it must be a text"):
        policy.start({"name": value})


def test_a_name_that_can_not_be_written_out_is_unknown() -> None:
    names: Any = {MANY_DIGITS: 1}
    session: Any = ladder().start()

    with pytest.raises(pe.InvalidDataError, match="no fact `…`"):
        ladder().start(names)
    with pytest.raises(pe.UnknownEventError, match="`…`"):
        session.send(MANY_DIGITS)
    with pytest.raises(pe.UnknownRoleError, match="`…`"):
        session.send("insult", by=MANY_DIGITS)


@pytest.mark.parametrize(
    "remember", [-1, 1_000_001, 10**30, MANY_DIGITS, True, False, 1.0, "2", None], ids=named
)
def test_how_much_to_remember_is_a_bounded_whole_number(remember: Any) -> None:
    with pytest.raises(pe.InvalidDataError, match="argument `remember` can't be") as caught:
        ladder().start(remember=remember)

    assert caught.value.name == "remember"


@pytest.mark.parametrize("key", ["remember", "next_number", "policy", "digest", "schema", "now", "timers"])
@pytest.mark.parametrize("value", [10**30, -MANY_DIGITS, MANY_DIGITS, True, Silent()], ids=named)
def test_a_snapshot_with_a_huge_value_is_refused_or_goes_on(key: str, value: object) -> None:
    policy = ladder()
    snapshot = {**policy.start(remember=5).snapshot(), key: value}

    if key == "next_number" and value in (10**30, MANY_DIGITS):
        assert policy.resume(snapshot).states == ("talk",)
    else:
        with pytest.raises(pe.SnapshotError):
            policy.resume(snapshot)
