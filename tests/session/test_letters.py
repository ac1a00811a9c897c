"""Letters and notices: what actions of a decision say, with the values that hold."""

from __future__ import annotations

import copy
import json

import pytest

import policy_engine as pe
from tests.automaton.tables import Change, as_json, forged, loaded, read_whole
from tests.small import START, small_policy

POLICY = small_policy(
    """
languages: [nl, en]
roles: {agent: {}, client: {label: {nl: klant, en: client}}}
facts: {name: {text: ""}}
context: {months: {range: 3..6, default: 3}, urgent: {flag: false}}
actions:
  warn:
    to: client
    params:
      reason: {enum: {shouting: {nl: geschreeuw, en: shouting}, threats: {nl: bedreiging, en: threats}}}
      months: {range: 1..9, default: 2}
    letter:
      nl: ["Beste {name|klant},", "Om {reason}: {months} maanden. {urgent} {{zo}}", "Voor de {to}."]
      en: ["Dear {name|client},", "For {reason}: {months} months. {urgent} {{so}}", "For the {to}."]
  note: {}
  inform: {letter: {nl: "Het duurt {months} maanden.", en: "It takes {months} months."}}
initial: talk
states:
  talk:
    on:
      a: {do: [{warn: {reason: threats}}, {set: {months: 5}}, inform]}
      b: {do: [note]}
"""
)
ENGLISH = "Dear Vos,\n\nFor threats: 2 months. no {so}\n\nFor the client."


def test_a_letter_is_filled_in_from_its_parameters_the_values_and_for_whom_it_is() -> None:
    session = POLICY.start({"name": "Vos"}, now=START)
    decision = session.send("a", now=START)

    assert session.letter(decision.actions[0], "en") == ENGLISH
    assert session.letter(decision.actions[1], "en-GB") == "It takes 5 months."
    assert session.letter(decision.actions[1]) == "Het duurt 5 maanden."


def test_an_action_that_is_no_letter_has_none() -> None:
    session = POLICY.start(now=START)

    assert session.letter(session.send("b", now=START).actions[0]) is None


def test_a_fallback_stands_where_a_text_is_empty_and_an_unknown_language_is_the_first() -> None:
    session = POLICY.start(now=START)
    decision = session.send("a", now=START)

    assert str(session.letter(decision.actions[0], "fr")).startswith(
        "Beste klant,\n\nOm bedreiging: 2 maanden. nee"
    )


def test_a_policy_without_languages_has_letters_too() -> None:
    policy = small_policy(
        "facts: {to: {text: us}}\nroles: {agent: {}}\nactions: {warn: {to: agent, letter: 'Dear {to}.'}}\n"
        "initial: s\nstates: {s: {on: {a: {do: [warn]}}}}"
    )
    session = policy.start(now=START)

    assert session.letter(session.send("a", now=START).actions[0]) == "Dear us."


@pytest.mark.parametrize(
    ("action", "message"),
    [
        (pe.Action("wran", {}, None), "the action `wran` is not declared"),
        (pe.Action("warn", {}, None), "parameter `reason` is required"),
        (pe.Action("warn", {"reason": "noise"}, None), "noise"),
        (pe.Action("warn", {"reason": "threats", "size": 1}, None), "size"),
    ],
)
def test_an_action_of_another_policy_is_refused(action: pe.Action, message: str) -> None:
    session = POLICY.start(now=START)

    with pytest.raises(pe.InvalidDataError, match=message):
        session.letter(action)


TABLE = as_json(POLICY)


def letter(**words: list[str]) -> Change:
    return lambda table: table["chart"]["actions"]["warn"].update(letter=words)


FORGED: dict[str, Change] = {
    "a placeholder that nothing fills": letter(nl=["{who}"], en=["-"]),
    "a parameter of another action": lambda table: table["chart"]["actions"]["inform"].update(
        letter={"nl": ["{reason}"], "en": ["-"]}
    ),
    "nobody to write to": lambda table: table["chart"]["actions"]["warn"].pop("to"),
    "a role that is not there": lambda table: table["chart"]["actions"]["warn"].update(to="stranger"),
    "a language left out": letter(nl=["-"]),
}


def test_letters_come_back_from_a_table_as_they_were() -> None:
    session = loaded(TABLE).start({"name": "Vos"}, now=START)

    assert as_json(loaded(TABLE)) == TABLE
    assert session.letter(session.send("a", now=START).actions[0], "en") == ENGLISH


@pytest.mark.parametrize("change", FORGED.values(), ids=FORGED.keys())
def test_a_letter_that_somebody_forged_is_refused(change: Change) -> None:
    with pytest.raises(pe.TableError, match="the compiled policy is damaged"):
        read_whole(forged(copy.deepcopy(TABLE), change))


def test_a_session_that_was_resumed_writes_the_same_letter() -> None:
    session = POLICY.start({"name": "Vos"}, now=START)
    (first, _) = session.send("a", now=START).actions

    again = POLICY.resume(json.loads(json.dumps(session.snapshot())))

    assert again.letter(first) == session.letter(first)
