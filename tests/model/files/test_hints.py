"""A name or a list of names where a mapping belongs is answered with the mapping that was meant."""

from __future__ import annotations

import pytest

from tests.model.reading import suggestion

TALK = "initial: talk\nstates: {talk: {}}\n"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (f"actions: notify\n{TALK}", "`actions: {notify: {}}`"),
        (f"facts: [vip, late]\n{TALK}", "`facts: {vip: {flag: false}, late: {flag: false}}`"),
        ("initial: talk\nstates: {talk: {after: [2 minuten, 1 h]}}\n", "`after: {2 min: state, 1 h: state}`"),
        ("events: {a: {}}\ninitial: talk\nstates: {talk: {on: a or a}}\n", "`on: {a or a: state}`"),
    ],
)
def test_names_become_keys(text: str, meant: str) -> None:
    found = suggestion(text)

    assert isinstance(found, dict)
    assert meant == found["en"]


def test_the_advice_comes_in_dutch_too() -> None:
    found = suggestion("events: {a: {}}\ninitial: talk\nstates: {talk: {forbid: [a]}}\n")

    assert {"en": '`forbid: {a: "the reason"}`', "nl": '`forbid: {a: "de reden"}`'} == found


@pytest.mark.parametrize(
    "text",
    [
        f"guards: [calm]\n{TALK}",  # what a guard says cannot be guessed
        f"facts: 3\n{TALK}",
        f"facts: [a: 1]\n{TALK}",
        f"facts: []\n{TALK}",
        f"actions: [Boek Afspraak]\n{TALK}",
        f"actions: [a, b, c, d, e]\n{TALK}",
        "initial: talk\nstates: {talk: {after: soon}}\n",
    ],
)
def test_what_cannot_be_keys_is_left_to_the_author(text: str) -> None:
    assert suggestion(text) is None
