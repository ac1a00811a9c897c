"""Completion: what is offered at a place, in whole policies and in broken ones."""

from __future__ import annotations

import pytest

from policy_engine.authoring.lsp.completion import Completing, Offer
from policy_engine.authoring.lsp.index import Index
from policy_engine.authoring.lsp.pair import Pair
from tests.authoring.lsp.texts import DESK, SCENARIOS, marked


def offers(text: str, *, language: str = "en") -> dict[str, Offer]:
    """What is offered at the mark in the policy."""
    whole, offset = marked(text)
    index = Index(whole)
    return {offer.label: offer for offer in Completing(Pair(index, None), index, offset, language).offers()}


def at(old: str, new: str, *, text: str = DESK) -> dict[str, Offer]:
    """What is offered where a part of the policy reads otherwise."""
    assert text.count(old) == 1, old
    return offers(text.replace(old, new))


def played(old: str, new: str) -> dict[str, Offer]:
    """What is offered in the scenarios."""
    assert SCENARIOS.count(old) == 1
    text, offset = marked(SCENARIOS.replace(old, new))
    index = Index(text)
    return {one.label: one for one in Completing(Pair(Index(DESK), index), index, offset, "en").offers()}


STATES = {"talk", "listen", "warn", "closed"}
EVENTS = {"insults", "calms", "pays", "settles", "reminder", "leaves", "explained"}
VALUES = {"most", "mood", "name", "wait", "warnings", "decided_by", "explained", "warned"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("initial: listen", "initial: ▮", STATES),
        ("initial: listen", "initial: li▮", STATES),
        ("initial: listen", "initial: li▮sten", STATES),
        ("target: warn,", "target: ▮,", STATES),
        ("- else: closed", "- else: ▮", STATES),
        ("{target: closed, requires", "{target: [closed, ▮], requires", STATES),
        ("        after: {wait min: listen}", "        after: {wait min: ▮", STATES),
        ("requires: [explained]", "requires: [▮]", VALUES),
        ("{raise", "{raise", set()),
        ("by: [agent, manager]", "by: [agent, ▮]", {"agent", "manager"}),
        ("{cancel: soon}", "{cancel: ▮}", {"soon"}),
        ("send: {event: reminder", "send: {event: ▮", EVENTS),
        ("{add: {warnings: 1}}", "{add: {▮: 1}}", VALUES),
        ("action: call_back", "action: ▮", {"note", "call_back"}),
        ("note: {what: {expr", "note: {▮: {expr", {"what"}),
        ("counter: 0..2", "lapse: ▮", VALUES),
        ("closed: {type: final}", "closed: {type: ▮}", {"final", "parallel", "history"}),
    ],
)
def test_names_are_offered_where_they_are_expected(old: str, new: str, expected: set[str]) -> None:
    if "▮" in new:
        assert expected <= set(at(old, new))
        assert not {"label", "when"} & set(at(old, new)) or new.endswith("{▮: 1}}")


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("warned: ▮", VALUES | {"not", "in_state", "by", "true"}),
        ("warned: warnings > ▮", VALUES),
        ("warned: warn▮", VALUES),
        ("warned: mood == '▮", {"calm", "angry"}),
        ("warned: mood == '▮'", {"calm", "angry"}),
        ("warned: mood == ▮", {"calm", "angry", "name"}),
        ("warned: mood in ['calm', '▮']", {"calm", "angry"}),
        ("warned: mood != 'calm' and in_state('▮", STATES),
        ("warned: by == '▮", {"agent", "manager"}),
        ("warned: by != ▮", {"agent", "manager", "decided_by"}),
    ],
)
def test_names_are_offered_inside_conditions(new: str, expected: set[str]) -> None:
    found = at("warned: warnings > 0 and most > 0", new)

    assert expected <= set(found)
    if new.split("warned: ")[1].count("'") % 2 or new.endswith("'"):
        assert expected == set(found)


def test_a_compared_word_comes_with_its_quotes() -> None:
    assert "'calm'" == at("warned: warnings > 0 and most > 0", "warned: mood == ▮")["calm"].text


@pytest.mark.parametrize("new", ["event.▮ > 3", "event.am▮ > 3", "event.▮"])
def test_what_is_told_with_an_event_is_offered_behind_its_dot(new: str) -> None:
    found = at("event.amount > 3", new)

    assert {"amount"} == set(found)
    start = DESK.index("event.amount") + len("event.")
    assert start == found["amount"].start


@pytest.mark.parametrize("new", ["Dag {▮", "Dag {na▮me|mevrouw}", "{▮}"])
def test_values_are_offered_in_the_gaps_of_texts(new: str) -> None:
    assert set(at('nl: "Dag {name|mevrouw}."', f'nl: "{new}"')) >= VALUES - {"warned"}


def test_nothing_is_offered_in_a_plain_text_or_a_comment() -> None:
    assert {} == at('nl: "Dag {name|mevrouw}."', 'nl: "Dag ▮"')
    assert {} == at("# The desk.", "# The ▮desk.")


def test_a_letter_offers_its_own_parameters_too() -> None:
    letter = 'note: {letter: {nl: "Dag {▮}"}, params'

    assert {"what", "name"} <= set(at("note: {params", letter))


def test_keys_are_offered_with_their_help_and_without_those_that_are_there() -> None:
    found = at("  listen:\n        label", "  listen:\n        ▮\n        label")

    assert {"avoid", "how", "on", "entry"} <= set(found)
    assert not {"label", "say"} & set(found)
    assert "Who acts here" in found["role"].help
    assert "role: " == found["role"].text


def test_keys_have_dutch_help() -> None:
    text = DESK.replace("  listen:\n        label", "  listen:\n        ro▮\n        label")

    assert "Wie hier handelt" in offers(text, language="nl")["role"].help


def test_a_key_that_has_its_colon_gets_no_other() -> None:
    assert "say" == at("        say: {nl", "        sa▮: {nl")["say"].text


def test_keys_are_offered_between_braces_and_in_lists() -> None:
    assert {"when", "by", "label"} <= set(at("- {when: warnings < most", "- {▮, x: warnings < most"))
    assert {"set", "add", "send", "note"} <= set(at("exit: [{cancel: soon}]", "exit: [{▮}]"))
    assert {"note", "call_back"} <= set(at("exit: [{cancel: soon}]", "exit: ▮"))


def test_events_are_offered_as_keys_but_not_those_that_are_handled() -> None:
    found = at("      insults:\n", "      ▮\n      insults:\n")

    assert {"reminder", "calms", "explained"} <= set(found)
    assert "insults" not in found
    assert "reminder: " == found["reminder"].text


def test_units_are_offered_behind_a_number() -> None:
    assert {"min", "working_days"} <= set(at("delay: 2 min", "delay: 2 ▮"))
    assert {"wait"} <= set(at("delay: 2 min", "delay: ▮"))


def test_a_value_of_a_variable_is_offered_in_set() -> None:
    found = at("exit: [{cancel: soon}]", "exit: [{set: {mood: ▮}}]")

    assert {"calm", "angry", "warnings"} <= set(found)


def test_names_that_are_new_are_not_guessed() -> None:
    assert {} == at("  calms: {}", "  ▮calms: {}")
    assert {} == at("id: soon", "id: ▮")


def test_an_empty_file_is_offered_what_must_be_there_first() -> None:
    found = offers("▮")

    assert ["format", "initial", "policy", "states", "version"] == sorted(found)[:0] + sorted(
        label for label, offer in found.items() if offer.detail == "required"
    )
    assert "required" not in found["roles"].detail


def test_scenarios_are_offered_what_their_policy_has() -> None:
    assert EVENTS <= set(played("- insults", "- ▮"))
    assert {"amount"} == set(played("data: {amount: 4}", "data: {▮: 4}"))
    assert STATES <= set(played("states: [listen]", "states: [▮]"))
    assert {"call_back", "note"} <= set(played("obligations: [call_back, ", "obligations: [▮, "))
    assert {"closed"} <= set(played("outcome: closed", "outcome: ▮"))
    assert {"place"} <= set(played("fill: {note: {place: here}}", "fill: {note: {▮: here}}"))
    assert {"calm", "angry"} <= set(played("facts: {mood: angry}", "facts: {mood: ▮}"))
    assert {"title", "story"} <= set(played("    parameters: {most: 1}", "    ▮\n    parameters: {most: 1}"))


def test_a_name_comes_with_its_label() -> None:
    assert "at most" == at("warned: warnings > 0 and most > 0", "warned: ▮")["most"].help


def test_a_sheet_is_offered_nothing() -> None:
    assert {} == offers("sheet: x\nsources: {a: ▮}\n")
