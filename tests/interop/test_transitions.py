"""What as_machine gives a host's object, and whom it refuses."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import Any

import pytest
import transitions

import policy_engine as pe
from tests.interop.following import RefusedError
from tests.interop.policies import LADDER, steps
from tests.small import at, small_policy


class Call:
    """A host's own class; typed Any here, because its methods come at run time."""

    def __init__(self) -> None:
        self.customer = "De Boer"


def driven(policy: pe.Policy = LADDER, **options: Any) -> Any:
    call: Any = Call()
    pe.as_machine(policy, call, **options)
    return call


def test_model_is_given_the_state_and_the_decision_of_the_start() -> None:
    call = driven()

    assert "talk" == call.state
    assert "start" == call.decision.cause


def test_machine_is_a_machine_of_transitions_with_the_model() -> None:
    call: Any = Call()

    machine = pe.as_machine(LADDER, call)

    assert isinstance(machine, transitions.Machine)
    assert machine.model is call


def test_trigger_answers_whether_the_event_was_applied() -> None:
    call = driven()

    assert [True, False] == [call.insult(), call.call_ended()]
    assert "forbidden" == call.decision.verdict
    assert "talk" == call.state


def test_trigger_passes_on_data_role_facts_time_and_event_id() -> None:
    call = driven(now=at(0), remember=4, facts={"at_risk": "yes"})

    assert call.joined(by=("manager", "Jansen"), now=at(5), event_id="1")
    assert not call.joined(by="manager", now=at(6), event_id="1")
    assert "duplicate" == call.decision.verdict
    assert call.paid({"amount": 11.0, "how": "card"}, facts={"customer_name": "Bos"}, now=at(7))
    assert "ended" == call.state


def test_trigger_by_name_is_the_same_as_the_method() -> None:
    call = driven()

    assert call.trigger("insult")
    assert "insult" == call.decision.event


def test_may_tells_what_would_be_applied_for_a_role() -> None:
    call = driven()

    assert call.may_insult()
    assert not call.may_call_ended()
    assert not call.may_joined()
    assert call.may_joined(by="manager")
    assert call.may_joined(by=("manager", "Jansen"))
    assert call.may_trigger("joined", by="manager")


def test_may_refuses_an_event_or_role_that_is_not_declared() -> None:
    call = driven()

    with pytest.raises(pe.UnknownEventError, match="did you mean `insult`"):
        call.may_trigger("insullt")
    for event in (None, 3, ["insult"]):
        with pytest.raises(pe.UnknownEventError):
            call.may_trigger(event)
    with pytest.raises(pe.UnknownRoleError, match="did you mean `manager`"):
        call.may_insult(by="manger")


def test_is_tells_of_states_around_the_active_ones_too() -> None:
    call = driven(steps())

    assert call.is_outer()
    assert call.is_first()
    assert not call.is_last()


def test_state_is_a_list_while_several_regions_are_active() -> None:
    call = driven(steps())

    call.b()

    assert ["l1", "r1"] == call.state


def test_a_list_that_the_host_alters_does_not_alter_the_machine() -> None:
    call = driven(steps())
    call.b()
    call.state.append("nonsense")

    call.c()

    assert ["l2", "r1"] == call.state


def test_a_session_goes_on_from_its_snapshot_without_any_callback() -> None:
    class Loud(Call):
        def on_enter_talk(self) -> None:
            raise RefusedError

        def do_notify(self, **_: object) -> None:
            raise RefusedError

    session = LADDER.with_parameters(max_warnings=2).start({"at_risk": "yes"})
    session.send("insult")
    call: Any = Loud()

    machine = pe.as_machine(LADDER, call, snapshot=session.snapshot())

    assert "talk" == call.state
    assert call.is_talk()
    assert () == call.decision.actions
    assert session.snapshot() == machine.session.snapshot()


def test_a_snapshot_cannot_be_mixed_with_a_new_start() -> None:
    snapshot = LADDER.start().snapshot()

    with pytest.raises(pe.HostError, match="in the snapshot"):
        driven(snapshot=snapshot, facts={})
    with pytest.raises(pe.HostError, match="in the snapshot"):
        driven(snapshot=snapshot, now=at(0))
    with pytest.raises(pe.HostError, match="in the snapshot"):
        driven(snapshot=snapshot, remember=1)
    with pytest.raises(pe.SnapshotError):
        driven(snapshot={})


def test_state_and_decision_can_have_other_names() -> None:
    class Ticket(Call):
        state = "open"
        decision = "none yet"

    ticket: Any = Ticket()

    pe.as_machine(LADDER, ticket, model_attribute="step", decision_attribute="answer")

    assert ("open", "none yet") == (ticket.state, ticket.decision)
    assert ("talk", "start") == (ticket.step, ticket.answer.cause)
    assert ticket.is_step_talk()


def test_the_sessions_clock_can_be_the_hosts() -> None:
    call = driven(steps(), clock=lambda: 10**18)

    assert "first" == call.state
    assert not call.e()


@pytest.mark.parametrize(
    ("name", "purpose"),
    [
        ("state", "the state"),
        ("decision", "the decision"),
        ("trigger", "every machine"),
        ("may_trigger", "every machine"),
        ("insult", "the event `insult`"),
        ("may_insult", "the event `insult`"),
        ("is_talk", "the state `talk`"),
    ],
)
@pytest.mark.parametrize("where", ["class", "object"])
def test_an_attribute_of_the_model_is_never_replaced(name: str, purpose: str, where: str) -> None:
    own = object()
    call = type("Caller", (Call,), {name: own} if where == "class" else {})()
    vars(call).update({name: own} if where == "object" else {})
    before = dict(vars(call))

    with pytest.raises(pe.HostError, match="Rename them") as refused:
        pe.as_machine(LADDER, call)

    assert f"`Caller` already has attributes that it should be given: `{name}` for {purpose}. " in str(
        refused.value
    )
    assert before == vars(call)


def test_all_attributes_in_the_way_are_told_at_once() -> None:
    class Both(Call):
        def insult(self) -> None:
            pass

        def is_talk(self) -> None:
            pass

    with pytest.raises(pe.HostError, match="`is_talk` for the state `talk`, `insult` for the event `insult`"):
        pe.as_machine(LADDER, Both())


def test_a_model_is_driven_by_one_machine_only() -> None:
    call = driven()

    with pytest.raises(pe.HostError, match="`trigger` for every machine"):
        pe.as_machine(LADDER, call)


def test_an_attribute_that_is_none_announces_what_the_model_will_get() -> None:
    class Announced(Call):
        state: str | None = None
        on_enter_talk = None

    call: Any = Announced()
    call.decision = None

    pe.as_machine(LADDER, call)

    assert ("talk", "start") == (call.state, call.decision.cause)


@pytest.mark.parametrize("event", ["state", "decision", "trigger", "may_trigger"])
def test_events_with_the_name_of_what_every_model_gets_are_refused(event: str) -> None:
    policy = small_policy(f"events: {{{event}: {{}}}}\ninitial: x\nstates: {{x: {{}}}}\n")
    call = Call()
    before = dict(vars(call))

    with pytest.raises(pe.HostError, match=f"`{event}` is wanted for .* and for the event `{event}`"):
        pe.as_machine(policy, call)

    assert before == vars(call)


@pytest.mark.parametrize(
    ("event", "problem"),
    [
        ("is_x", "`is_x` is wanted for the state `x` and for the event `is_x`"),
        ("may_a", "`may_a` is wanted for the event `may_a` and for the event `a`"),
        ("on_enter_x", "`on_enter_x` for the event `on_enter_x` is also the name of a callback"),
        ("on_exit_x", "`on_exit_x` for the event `on_exit_x` is also the name of a callback"),
        ("do_ring", "`do_ring` for the event `do_ring` is also the name of a callback"),
    ],
)
def test_ids_of_the_policy_that_get_in_each_others_way_are_refused(event: str, problem: str) -> None:
    policy = small_policy(
        f"events: {{a: {{}}, {event}: {{}}}}\nactions: {{ring: {{}}}}\ninitial: x\n"
        "states: {x: {on: {a: {do: [ring]}}}}\n"
    )

    with pytest.raises(pe.HostError, match=f"the policy `small`: {problem}. Give the event"):
        pe.as_machine(policy, Call())


def test_a_callback_must_be_a_method() -> None:
    class Odd(Call):
        on_enter_talk = "os.system"

    call = Odd()

    with pytest.raises(pe.HostError, match="`on_enter_talk` of `Odd` must be a method"):
        pe.as_machine(LADDER, call)

    assert {"customer": "De Boer"} == vars(call)


@pytest.mark.parametrize("name", [3, "", "a b", "class", None])
@pytest.mark.parametrize("option", ["model_attribute", "decision_attribute"])
def test_the_names_of_the_attributes_must_be_names(option: str, name: Any) -> None:
    call = Call()

    with pytest.raises(pe.HostError, match=f"{option}= must be a name such as `state`, not "):
        pe.as_machine(LADDER, call, **{option: name})

    assert {"customer": "De Boer"} == vars(call)


@pytest.mark.parametrize("policy", [None, "ladder.yaml", Call])
def test_what_is_no_policy_is_refused_in_words(policy: Any) -> None:
    with pytest.raises(TypeError, match="as_machine takes a Policy first, such as load_policy gives, not "):
        pe.as_machine(policy, Call())


def test_a_class_is_no_model() -> None:
    with pytest.raises(pe.HostError, match=r"pass Call\(\)"):
        pe.as_machine(LADDER, Call)


@dataclass(frozen=True)
class Frozen:
    customer: str = "De Boer"


class Narrow:
    __slots__ = ("state",)


@pytest.mark.parametrize(
    "model", [Frozen(), Narrow(), None, [Call()], "self"], ids=lambda model: type(model).__name__
)
def test_an_object_that_takes_no_attributes_is_refused_as_it_was(model: Any) -> None:
    with pytest.raises(pe.HostError, match="can't be given the attribute"):
        pe.as_machine(LADDER, model)

    assert not hasattr(model, "state")


def test_a_property_can_hold_the_state() -> None:
    class Kept(Call):
        row: Any = None

        @property
        def state(self) -> Any:
            return self.row

        @state.setter
        def state(self, state: Any) -> None:
            self.row = state

    call: Any = Kept()
    machine = pe.as_machine(LADDER, call)

    machine.remove_model(call)

    assert "talk" == call.row


def test_a_callback_that_raises_at_the_start_leaves_the_model_as_it_was() -> None:
    class Refuses(Call):
        def on_enter_first(self) -> None:
            raise RefusedError

    call: Any = Refuses()
    call.decision = None

    with pytest.raises(RefusedError):
        pe.as_machine(steps(), call)

    assert {"customer": "De Boer", "decision": None} == vars(call)


def test_wrong_facts_leave_the_model_as_it_was() -> None:
    call = Call()

    with pytest.raises(pe.InvalidDataError):
        pe.as_machine(LADDER, call, facts={"at_risk": "perhaps"})

    assert {"customer": "De Boer"} == vars(call)


def test_transitions_is_not_imported_before_a_machine_is_made() -> None:
    code = "import sys, policy_engine; policy_engine.as_machine; print('transitions' in sys.modules)"

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "False" == printed.strip()
