"""What can be read of a machine, as of one of `transitions`, and that the host can't change it."""

from __future__ import annotations

from typing import Any

import pytest

import policy_engine as pe
from tests.interop.following import follow


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
