"""Declarations that differ, told to people who read no policy."""

from __future__ import annotations

from tests.diff.test_note import note, sentences


def test_declarations_are_told_by_their_labels() -> None:
    found = note(
        ("  takes_over:", "  leaves: {label: {en: leaves, nl: gaat weg}}\n  takes_over:"),
        ("insult: {actor", "insult: {settle: 5 s, actor"),
        ("urgent: {flag: false}", "urgent: {flag: false}, place: {text: ''}"),
    )

    assert (
        "New: “leaves” (what can happen).",
        "How long “swears” does not count again after it was reported changes. "
        "Until now: it counts each time. From now on: 5 seconds.",
        "New: “inform: place” (a detail of what is asked).",
    ) == sentences(found)["For everyone"]


def test_other_first_role_is_told_as_who_is_meant_where_nobody_is_named() -> None:
    agent = "  agent: {label: {en: Agent, nl: Medewerker}}\n"
    manager = "  manager: {label: {en: Manager, nl: Leidinggevende}}\n"

    found = note((agent + manager, manager + agent), language="nl")

    assert (
        "Wie is bedoeld als er niet bij wordt gezegd wie iets meldt, verandert. "
        "Tot nu toe: Medewerker. Voortaan: Leidinggevende." in sentences(found)["Voor iedereen"]
    )
