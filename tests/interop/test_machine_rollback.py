"""What a machine and its model are after a callback or a call that raised: as they were before."""

from __future__ import annotations

from typing import Any

import pytest

import policy_engine as pe
from policy_engine.interop.machine import PolicyMachine
from tests.interop.following import RefusedError, follow
from tests.interop.policies import steps
from tests.small import at


def place(call: Any, machine: PolicyMachine) -> object:
    return (machine.session.snapshot(), call.state, call.decision, machine.decision)


@pytest.mark.parametrize("calls", range(4))
def test_a_callback_that_raises_leaves_session_and_model_where_they_were(calls: int) -> None:
    call, machine = follow()
    before = place(call, machine)
    call.calls_left = calls

    with pytest.raises(RefusedError):
        call.a()

    assert before == place(call, machine)
    assert calls == len(call.called)
    assert call.is_first()


def test_a_call_that_failed_can_be_made_again() -> None:
    call, machine = follow(now=at(0), remember=3)
    call.calls_left = 1
    with pytest.raises(RefusedError):
        call.d(now=at(12), event_id="7")
    call.calls_left = None
    call.take()

    assert not call.d(now=at(12), event_id="7")
    assert "ignored" == call.decision.verdict
    assert at(10) == machine.decision.prior[0].due


def test_an_action_that_raises_takes_everything_back() -> None:
    call, machine = follow()
    before = place(call, machine)
    call.calls_left = 2

    with pytest.raises(RefusedError):
        call.d()

    assert before == place(call, machine)


def test_a_timer_whose_callback_raises_is_still_due() -> None:
    call, machine = follow(now=at(0))
    before = place(call, machine)
    call.calls_left = 5

    with pytest.raises(RefusedError):
        machine.advance(at(16))

    assert before == place(call, machine)
    assert at(10) == machine.session.deadline


def test_wrong_data_leaves_session_and_model_where_they_were() -> None:
    call, machine = follow()
    before = place(call, machine)

    with pytest.raises(pe.UnknownEventError):
        call.trigger("nonsense")
    with pytest.raises(pe.InvalidDataError):
        call.a(data={"nonsense": 1})

    assert before == place(call, machine)


def test_a_model_that_refuses_a_state_keeps_the_old_one() -> None:
    class Strict:
        def __setattr__(self, name: str, value: object) -> None:
            if value == "last":
                raise RefusedError
            super().__setattr__(name, value)

    call: Any = Strict()
    machine = pe.as_machine(steps(), call)
    before = place(call, machine)

    with pytest.raises(RefusedError):
        call.d()

    assert before == place(call, machine)
