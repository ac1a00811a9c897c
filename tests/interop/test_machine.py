"""How a machine drives its model: order of callbacks, rollback, calls from callbacks, timers, inspection."""

from __future__ import annotations

from typing import Any

import pytest

import policy_engine as pe
from policy_engine.interop.machine import PolicyMachine
from tests.interop.following import RefusedError, follower
from tests.interop.policies import LADDER, steps
from tests.small import at


def follow(**options: Any) -> tuple[Any, PolicyMachine]:
    """A model that writes down its callbacks, past the start."""
    call = follower(steps())
    machine = pe.as_machine(steps(), call, **options)
    call.take()
    return call, machine


def place(call: Any, machine: PolicyMachine) -> object:
    return (machine.session.snapshot(), call.state, call.decision, machine.decision)


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


# -- rollback


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


# -- inspection


def test_states_stand_in_the_machine_under_their_ids() -> None:
    _, machine = follow()

    assert [
        "outer",
        "first",
        "inner",
        "last",
        "both",
        "left",
        "l1",
        "l2",
        "right",
        "r1",
        "r2",
        "over",
    ] == list(machine.states)
    found = [vars(machine.get_state(one)) for one in ("first", "both", "over")]
    assert [("atomic", "outer", False), ("parallel", None, False), ("final", None, True)] == [
        (state["kind"], state["parent"], state["final"]) for state in found
    ]


def test_events_and_transitions_can_be_read() -> None:
    _, machine = follow()

    assert ["a", "b", "c", "d", "e"] == list(machine.events)
    assert [("first", "last")] == [(one.source, one.dest) for one in machine.get_transitions("d")]
    assert [("outer", None), ("l1", "l2")] == [(one.source, one.dest) for one in machine.get_transitions("c")]
    assert ["d"] == [
        name for name in machine.events if machine.get_transitions(name, source="first", dest="last")
    ]


def test_a_transition_bears_the_id_that_decisions_tell() -> None:
    call, machine = follow()
    (transition,) = machine.get_transitions("d")

    call.d()

    assert (vars(transition)["id"],) == call.decision.transitions


def test_triggers_of_a_state_include_those_around_it() -> None:
    call, machine = follow()

    assert ["a", "b", "c", "d"] == machine.get_triggers("first")
    assert ["b", "c"] == machine.get_triggers(machine.get_state("outer"))
    call.b()
    assert ["a", "b", "c"] == machine.get_triggers(*call.state)
    assert [] == machine.get_triggers()


def test_the_models_state_can_be_asked_of_the_machine() -> None:
    call, machine = follow()

    assert machine.get_state("first") is machine.get_model_state(call)
    assert machine.is_state("outer", call)
    assert machine.is_state(machine.get_state("first"), call)  # type: ignore[arg-type]  # as transitions does at run time
    call.b()
    assert [machine.get_state("l1"), machine.get_state("r1")] == machine.get_model_state(call)


def test_the_machines_ways_are_those_of_transitions() -> None:
    call, machine = follow()

    assert machine.dispatch("d")
    assert machine.events["a"].trigger(call)
    assert ("first", "outer", True) == (call.state, machine.initial, machine.has_queue)
    with pytest.raises(pe.HostError, match="the one model"):
        machine.events["a"].trigger(object())
    assert "<Trigger d> <May d> <Check first>" == f"{call.d} {call.may_d} {call.is_first}"


def test_a_history_is_there_to_be_read_but_never_active() -> None:
    policy = pe.parse_policy(
        """
policy: small
format: 1
version: "1.0.0"
events: {a: {}}
initial: back
states:
  one: {initial: back, states: {two: {on: {a: back}}, back: {type: history, target: two}}}
""".replace("initial: back\nstates", "initial: one\nstates")
    )

    class Call:
        pass

    call: Any = Call()
    machine = pe.as_machine(policy, call)

    assert ["one", "two", "back"] == list(machine.states)
    assert not hasattr(call, "is_back")
    assert ["back"] == [one.dest for one in machine.get_transitions("a")]


@pytest.mark.parametrize(
    "change",
    [
        lambda machine: machine.add_model(object()),
        lambda machine: machine.set_state("last"),
        lambda machine: machine.add_state("new"),
        lambda machine: machine.add_states(["new"]),
        lambda machine: machine.add_transition("a", "first", "last"),
        lambda machine: machine.add_transitions([["a", "first", "last"]]),
        lambda machine: machine.add_ordered_transitions(),
        lambda machine: machine.remove_transition("a"),
        lambda machine: setattr(machine, "initial", "last"),
        lambda machine: setattr(machine, "before_state_change", "os.system"),
        lambda machine: setattr(machine, "on_exception", print),
        lambda machine: machine.on_enter_last("os.system"),
        lambda machine: machine.before_a("os.system"),
        lambda machine: machine.get_transitions("a")[0].add_callback("after", "os.system"),
    ],
)
def test_what_the_policy_says_cannot_be_changed_from_the_host(change: Any) -> None:
    call, machine = follow()

    with pytest.raises(pe.HostError, match="can't be changed: the policy says"):
        change(machine)

    assert [] == machine.before_state_change == machine.on_exception
    assert call.d()


def test_machines_of_one_policy_share_what_they_are_made_of() -> None:
    (one, first), (other, second) = follow(), follow()

    one.d()

    assert first.states is second.states
    assert first.get_transitions("d") == second.get_transitions("d")
    assert ("last", "first") == (one.state, other.state)
    assert first.events is not second.events
