"""Hover texts: the help of keys, and what a name is and who uses it."""

from __future__ import annotations

import pytest

from policy_engine.authoring.lsp.hover import Hovering
from policy_engine.authoring.lsp.pair import Pair
from tests.authoring.lsp.texts import DESK, SCENARIOS, desk


def hover(needle: str, language: str = "en", *, pair: Pair | None = None, scenarios: bool = False) -> str:
    """What is shown of the word that begins with a needle."""
    pair = pair or desk()
    index = pair.scenarios if scenarios else pair.policy
    assert index is not None
    found = Hovering(pair, index, language).at(index.text.index(needle))
    return "" if found is None else found[0]


def test_a_key_tells_its_help_in_both_languages() -> None:
    assert "**initial**\n\nThe state inside that is entered first." == hover("initial: listen")
    assert "De toestand daarbinnen" in hover("initial: listen", "nl")


def test_a_key_of_scenarios_tells_its_help() -> None:
    assert "What happens, step by step." in hover("steps:", scenarios=True)


def test_a_name_tells_its_declaration_and_its_uses() -> None:
    assert (
        "**warnings** – a variable\n\n```yaml\nwarnings: {counter: 0..2}\n```\n\n"
        "Used on lines 31, 41. In the scenarios: once."
    ) == hover("warnings >")


def test_a_name_is_told_in_dutch() -> None:
    assert "**mood** – een feit" in hover("mood ==", "nl")
    assert "Gebruikt op regel 53." in hover("mood ==", "nl")


def test_a_long_declaration_is_cut() -> None:
    policy = DESK.replace("  calms: {}\n", "  calms:\n    note: [" + "x,\n      " * 20 + "y]\n    label: a\n")

    assert hover("calms: {when", pair=desk(policy)).count("\n") < 25
    assert "…" in hover("calms: {when", pair=desk(policy))


def test_a_state_tells_what_it_allows() -> None:
    assert (
        "**warn** – a state\n\n"
        "- Handles `calms` → `listen`\n"
        "- After wait min → `listen`\n"
        "- Handles `insults` → `warn`, `closed` (in `talk`)\n"
        "- Handles `pays or settles` → `listen` (in `talk`)\n"
        "- Handles `leaves` → `closed` (in `talk`)\n"
        "- Forbids `leaves`: Warn {name|madam} first. (in `talk`)\n\n"
        "Used on line 41."
    ) == hover("warn:")


def test_a_state_tells_its_label_and_what_must_be_done() -> None:
    assert "*Listen*" in hover("listen:")
    assert "*Luisteren*" in hover("listen:", "nl")
    assert "- Moet: `call_back` binnen wait min" in hover("talk:", "nl")


def test_a_state_tells_what_is_taken_at_once() -> None:
    policy = DESK.replace(
        "exit: [{cancel: soon}]", "always: [{when: warned, do: [call_back]}]\n        done: closed"
    )
    policy = policy.replace(
        '{when: not warned, text: {nl: "Waarschuw', '[{when: not warned, text: {nl: "Waarschuw'
    )

    found = hover("warn:", pair=desk(policy.replace('first."}}', 'first."}}]')))

    assert "- At once → stays" in found
    assert "- When done inside → `closed`" in found
    assert "- Forbids `leaves`: Warn" in found


@pytest.mark.parametrize(
    ("needle", "kind"),
    [
        ("explained], do", "a statement"),
        ("amount >", "told with the event `pays`"),
        ("what: {expr", "a parameter of the action `note`"),
        ("place]", "a field of the record of `note`"),
        ("soon}", "what is sent under this name"),
        ("manager: {}", "a role"),
        ("calm' and", "a value of `mood`"),
        ("warned, text", "a condition with a name"),
    ],
)
def test_a_name_tells_what_it_is(needle: str, kind: str) -> None:
    assert f"– {kind}" in hover(needle)


def test_a_datum_of_two_events_is_told_for_both() -> None:
    assert "told with the event `settles`" in hover("amount >")


def test_what_is_not_declared_says_so() -> None:
    policy = DESK.replace("initial: listen", "initial: lissen")

    assert "**lissen** – not declared" == hover("lissen", pair=desk(policy))


def test_words_of_conditions_are_explained() -> None:
    assert "**by** – who reports the event" == hover("by == 'agent'")
    assert "**event** – what is told with the event" == hover("event.amount")
    assert "**in_state** – whether a state is active" == hover("in_state")


def test_nothing_is_said_of_a_plain_text_or_an_operator() -> None:
    assert ["", ""] == [hover("Dag"), hover("== 'agent'")]


def test_a_name_that_is_not_used_says_so() -> None:
    assert "Not used." in hover("warned_first")


def test_a_scenario_shows_itself() -> None:
    assert "**rude** – a scenario" in hover("rude", scenarios=True)
    assert "steps:" in hover("rude", scenarios=True)
    assert "insults" in SCENARIOS
