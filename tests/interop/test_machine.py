"""How a machine drives its model: order of callbacks, timers, calls from callbacks, letting go."""

from __future__ import annotations

from typing import Any

import pytest

import policy_engine as pe
from policy_engine.interop.machine import PolicyMachine
from tests.interop.following import follow, follower
from tests.interop.policies import LADDER, steps
from tests.small import at

# -- following


def test_the_start_calls_what_is_entered_and_what_is_asked() -> None:
    call = follower(steps())

    pe.as_machine(steps(), call)

    assert [("on_enter", "outer", "first"), ("on_enter", "first", "first"), ("do", "log", {})] == call.called


def test_exits_see_the_old_state_and_entries_the_new_one() -> None:
    call, _ = follow()

    call.d()

    assert [
        ("on_exit", "first", "first"),
        ("on_enter", "last", "last"),
        ("do", "ring", {"times": 3, "who": "all"}),
    ] == call.called


def test_a_state_that_is_passed_through_is_entered_before_it_is_left() -> None:
    call, _ = follow()

    call.a()

    assert [
        ("on_exit", "first", "first"),
        ("on_enter", "inner", "inner"),
        ("on_exit", "inner", "inner"),
        ("on_enter", "last", "last"),
    ] == call.called


def test_regions_that_move_together_are_all_left_before_any_is_entered() -> None:
    call, _ = follow()
    call.b()
    call.take()

    call.a()

    assert [
        ("on_exit", "r1", ["l1", "r1"]),
        ("on_exit", "l1", ["l1", "r1"]),
        ("on_enter", "l2", ["l2", "r2"]),
        ("on_enter", "r2", ["l2", "r2"]),
    ] == call.called


def test_a_targetless_transition_asks_without_leaving_anything() -> None:
    call, _ = follow()

    assert call.c()
    assert [("do", "ring", {"times": 1, "who": "all"})] == call.called


def test_an_event_that_is_not_applied_calls_nothing() -> None:
    call, _ = follow()

    assert not call.e()
    assert ([], "ignored") == (call.called, call.decision.verdict)


def test_a_model_needs_no_callbacks() -> None:
    class Silent:
        pass

    call: Any = Silent()
    pe.as_machine(steps(), call)

    assert call.d()
    assert "last" == call.state


def test_learning_facts_moves_the_model() -> None:
    call, machine = follow()

    assert machine.learn({"vip": True})
    assert not machine.learn({"vip": True})
    assert "last" == call.state
    assert [("on_exit", "first", "first"), ("on_enter", "last", "last")] == call.called


def test_facts_with_an_event_are_followed_before_the_event() -> None:
    call, _ = follow()

    call.b(facts={"vip": True})

    assert ["first", "last", "outer"] == [name for kind, name, _ in call.called if kind == "on_exit"]
    assert "last" == call.called[1][1]


# -- timers


def test_advancing_fires_what_is_due_in_order() -> None:
    call, machine = follow(now=at(0))

    fired = machine.advance(at(16))

    assert [at(10), at(15)] == [one.due for one in fired]
    assert fired[-1].decision is machine.decision is call.decision
    assert ["l1", "r1"] == call.state
    assert ["first", "last", "last", "outer", "both", "left", "l1", "right", "r1", "log"] == [
        name for _, name, _ in call.called
    ]


def test_advancing_to_a_moment_when_nothing_is_due_changes_nothing() -> None:
    call, machine = follow(now=at(0))
    before = call.decision

    assert () == machine.advance(at(1))
    assert before is call.decision


def test_what_is_due_before_an_event_is_followed_first() -> None:
    call, machine = follow(now=at(0))

    call.a(now=at(11))

    assert [
        ("on_exit", "first"),
        ("on_enter", "last"),
        ("on_exit", "last"),
        ("on_enter", "first"),
        ("do", "log"),
    ] == [(kind, name) for kind, name, _ in call.called]
    assert "first" == call.state
    assert 1 == len(machine.decision.prior)


# -- calls from callbacks


class Eager:
    """Makes further calls from its callbacks, once."""

    machine: PolicyMachine
    answers: list[object]

    def on_exit_first(self: Any) -> None:
        if not hasattr(self, "answers"):
            self.answers = [self.a(), self.trigger("b"), self.state]

    def on_enter_both(self: Any) -> None:
        self.answers += [self.state, self.machine.learn({"vip": True}), self.machine.advance()]


def test_a_call_from_a_callback_waits_until_the_first_one_is_whole() -> None:
    call: Any = Eager()
    call.machine = pe.as_machine(steps(), call)

    assert call.d()
    # d leads to last; then a goes back to first, and b goes on to both.
    assert [True, True, "first", ["l1", "r1"], True, ()] == call.answers
    assert ["l1", "r1"] == call.state
    assert call.machine.session.facts["vip"]


def test_a_waiting_call_that_raises_takes_back_itself_alone_and_those_behind_it() -> None:
    class Doomed:
        def on_enter_last(self: Any) -> None:
            self.trigger("nonsense")
            self.trigger("b")

    call: Any = Doomed()
    machine = pe.as_machine(steps(), call)

    with pytest.raises(pe.UnknownEventError):
        call.d()

    assert "last" == call.state == machine.session.states[0]
    assert "d" == call.decision.event
    assert call.b()


# -- letting go


def test_a_model_that_is_let_go_is_as_it_was_before() -> None:
    class Call:
        pass

    call: Any = Call()
    call.decision = None
    call.other = 1
    machine = pe.as_machine(LADDER, call)

    machine.remove_model(call)

    assert {"decision": None, "other": 1} == vars(call)
    assert [] == machine.models
    with pytest.raises(pe.HostError, match="let go"):
        machine.trigger("insult")
    assert pe.as_machine(LADDER, call, snapshot=machine.session.snapshot()).model is call


def test_another_models_removal_is_nothing() -> None:
    call, machine = follow()

    machine.remove_model(object())

    assert call is machine.model
