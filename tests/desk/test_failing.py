"""A call of the desk that fails leaves everything as it was."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from policy_engine.desk.desk import Desk
from policy_engine.errors import (
    DeskError,
    InvalidDataError,
    TooMuchDueError,
    UnknownEventError,
)
from policy_engine.policy import parse_policy
from tests.desk.desks import ONE, POLICIES, desk_with, insulted
from tests.desk.policies import CALL, NOON, later


@pytest.mark.no_cover
def test_one_that_refuses_stops_no_other() -> None:
    text = (
        'policy: p\nformat: 1\nversion: "1"\nevents: {go: {}, e: {}}\ninitial: a\n'
        "states:\n  a: {on: {go: b, e: {}}}\n  b: {after: {1 ms: b}}\n"
    )
    desk = Desk([parse_policy(text)])
    for key in ("1", "2", "3"):
        desk.start("p", key, now=NOON)
    desk.send("p", "2", "go", now=NOON)

    batch = desk.send_all("p", "e", now=later(days=1))

    assert (["1", "3"], ["2"]) == (list(batch.results), list(batch.refused))
    assert isinstance(batch.refused["2"], TooMuchDueError)
    assert NOON.isoformat()[:19] == desk.session("p", "2").snapshot()["now"][:19]


@pytest.mark.no_cover
def test_ledgers_that_began_meanwhile_are_gone_again_where_a_call_fails() -> None:
    teller = (
        'policy: t\nformat: 1\nversion: "1"\nevents: {again: {}}\ninitial: a\n'
        "states: {a: {on: {again: a}, after: {100 ms: {do: {tell: {policy: p, key: \"'x'\", event: e}}}}}}\n"
    )
    text = (
        'policy: p\nformat: 1\nversion: "1"\nevents: {e: {}}\ninitial: a\n'
        "states:\n  a: {on: {e: gone}, after: {1 s: b}}\n  b: {after: {100 ms: b}}\n  gone: {type: final}\n"
    )
    desk = Desk([parse_policy(teller), parse_policy(text)])
    desk.start("t", "1", now=NOON)
    desk.start("p", "x", now=NOON)
    desk.send("p", "x", "e", now=NOON)
    desk.start("p", "y", now=NOON)
    before = desk.snapshot()

    with pytest.raises(TooMuchDueError):
        desk.advance(later(days=1))

    assert before == desk.snapshot()
    assert desk.session("p", "x").done


def test_policies_that_tell_each_other_round_and_round_come_to_an_end() -> None:
    text = (
        'policy: %s\nformat: 1\nversion: "1"\nevents: {e: {}}\ninitial: a\n'
        "states: {a: {on: {e: {do: {tell: {policy: %s, key: \"'x'\", event: e}}}}}}\n"
    )
    desk = Desk([parse_policy(text % ("p", "q")), parse_policy(text % ("q", "p"))])
    desk.start("p", "x", now=NOON)

    result = desk.send("p", "x", "e", now=NOON)

    assert 1_001 == len([item for item in result.happened if item.decision.cause == "e"])
    assert ["told-too-much"] == [item.reason.code for item in result.undelivered]


def test_a_call_that_fails_leaves_every_session_as_it_was() -> None:
    desk = desk_with(ONE)
    insulted(desk, ONE, 3)
    before = json.dumps(desk.snapshot())

    # What was due in the ledger is fired before the call is found to be wrong.
    with pytest.raises(UnknownEventError):
        desk.send("call", ONE, "insullt", now=later(days=200))

    assert before == json.dumps(desk.snapshot())
    assert later(minutes=30) == desk.deadline


def test_a_start_that_fails_leaves_the_one_before() -> None:
    desk = desk_with(ONE)
    desk.send("call", ONE, "ends", now=NOON)

    with pytest.raises(InvalidDataError):
        desk.start("call", ONE, facts={"customer": 3}, now=NOON)

    assert desk.session("call", ONE).done


def test_what_the_desk_has_not_is_said() -> None:
    desk = desk_with(ONE)
    wrong: dict[str, Callable[[], object]] = {
        "desk-unknown-policy": lambda: desk.send("cal", ONE, "insult"),
        "desk-no-session": lambda: desk.send("call", "nobody", "insult"),
        "desk-session-there": lambda: desk.start("call", ONE),
        "desk-key": lambda: desk.start("call", ""),
        "desk-unknown-state": lambda: desk.send_all("conduct", "review", in_state="bannd"),
        "desk-two-policies": lambda: Desk([*POLICIES, parse_policy(CALL)]),
    }

    for code, call in wrong.items():
        with pytest.raises(DeskError) as caught:
            call()
        assert code == caught.value.code
        assert caught.value.text("nl") != str(caught.value)
    assert "did you mean `call`?" in str(_raised(wrong["desk-unknown-policy"]))


def _raised(call: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as caught:
        call()
    return caught.value


@pytest.mark.parametrize("policy", [3, None, ["call"]])
def test_anything_can_be_asked_for(policy: object) -> None:
    desk = desk_with(ONE)

    with pytest.raises(DeskError):
        desk.session(policy, ONE)  # type: ignore[arg-type]  # whatever a host passes on
    with pytest.raises(DeskError):
        desk.session("call", policy)  # type: ignore[arg-type]


def test_a_batch_whose_call_is_wrong_tells_nobody() -> None:
    desk = desk_with(ONE)
    insulted(desk, ONE, 1)
    before = desk.snapshot()

    for data in ({"times": 10}, {"tims": 1}):
        with pytest.raises(InvalidDataError):
            desk.send_all("conduct", "abuse", data=data, now=NOON)
    with pytest.raises(UnknownEventError):
        desk.send_all("conduct", "reviw", now=NOON)

    assert before == desk.snapshot()
