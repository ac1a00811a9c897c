"""What is allowed and forbidden now, and what the agent is told."""

from __future__ import annotations

import pytest

import policy_engine as pe
from tests.small import ladder, small_policy


def test_allowed_events_are_those_of_the_first_role() -> None:
    session = ladder().start()

    assert session.allowed == ("insult",)
    assert session.allowed_for("manager") == ("insult", "joined")


def test_an_event_with_data_is_allowed_if_some_data_would_do() -> None:
    session = ladder().start()
    session.send("joined", by="manager")

    assert session.allowed == ("calms_down", "paid")


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(pe.UnknownRoleError, match="did you mean `manager`"):
        ladder().start().allowed_for("manger")


def test_forbidden_events_come_with_their_texts() -> None:
    session = ladder().start({"customer_name": "Voorbeeld"})

    assert {event: text.text("en") for event, text in session.forbidden.items()} == {
        "call_ended": "Not yet, Voorbeeld: no, no."
    }
    for _ in range(3):
        session.send("insult")
    assert session.forbidden == {}
    assert session.allowed == ("insult", "call_ended")


def test_nothing_is_allowed_or_forbidden_after_the_end() -> None:
    session = ladder().start()
    for _ in range(4):
        session.send("insult")

    assert (session.allowed, session.forbidden) == ((), {})


def test_asking_changes_nothing() -> None:
    session = ladder().start()
    before = session.snapshot()

    _ = session.allowed, session.forbidden, session.guidance("nl")

    assert session.snapshot() == before


def test_asking_works_in_a_policy_without_roles() -> None:
    session = small_policy("initial: s\nstates:\n  s: {on: {a: s}, forbid: {b: No.}}").start()

    assert session.allowed == ("a",)
    assert list(session.forbidden) == ["b"]


def test_guidance_fills_in_and_falls_back() -> None:
    policy = ladder()

    plain, named = policy.start(), policy.start({"customer_name": "Voorbeeld"})
    named.send("insult")

    assert plain.guidance("nl") == (
        pe.Guidance("talk", "Gesprek", "agent", ("Goedemorgen, meneer of mevrouw.",), (), ()),
    )
    assert named.guidance("en")[0].say == ("Good morning, Voorbeeld.", "Warning 1 of 3.")
    assert named.guidance("fr") == named.guidance() == named.guidance("nl")


def test_guidance_of_a_list_of_texts() -> None:
    session = ladder().start()
    session.send("joined", by="manager")

    assert session.guidance("en") == (
        pe.Guidance("with_manager", "Manager", "manager", (), (), ("Listen.", "Help.")),
    )


def test_guidance_shows_labels_of_members_and_literal_braces() -> None:
    session = small_policy(
        """
facts: {mood: {enum: {ok: Goed, bad: Slecht}, default: ok}, tired: {flag: true}}
initial: s
states: {s: {say: "Stemming {mood}, moe {tired}, {{zo}}."}}
"""
    ).start()

    assert session.guidance()[0].say == ("Stemming Goed, moe yes, {zo}.",)


def test_guidance_lists_every_active_state_from_the_outside_in() -> None:
    session = small_policy("initial: s\nstates: {s: {initial: t, states: {t: {}}}}").start()

    assert [item.state for item in session.guidance()] == ["s", "t"]
    assert [item.label for item in session.guidance()] == ["s", "t"]


def test_one_event_can_be_asked_for() -> None:
    session = ladder().start()

    assert session.allows("insult")
    assert not session.allows("joined")
    assert session.allows("joined", by=("manager", "p-17"))
    with pytest.raises(pe.UnknownEventError, match="did you mean `insult`"):
        session.allows("insul")
    with pytest.raises(pe.UnknownRoleError):
        session.allows("insult", by="nobody")
