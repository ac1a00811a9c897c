"""The outline of a file."""

from __future__ import annotations

from policy_engine.authoring.lsp.index import Index
from policy_engine.authoring.lsp.symbols import Outlined, outline
from tests.authoring.lsp.texts import DESK, SCENARIOS


def names(outlined: tuple[Outlined, ...]) -> dict[str, object]:
    return {one.name: names(one.inside) for one in outlined}


def test_states_stand_in_states() -> None:
    assert {"talk": {"listen": {}, "warn": {}}, "closed": {}} == names(outline(Index(DESK)))["states"]


def test_sections_hold_their_names_with_their_labels() -> None:
    events = next(one for one in outline(Index(DESK)) if one.name == "events")

    assert [("insults", "scheldt"), ("calms", "")] == [(one.name, one.detail) for one in events.inside[:2]]


def test_ranges_hold_the_name_and_what_stands_behind_it() -> None:
    states = next(one for one in outline(Index(DESK)) if one.name == "states")

    talk = states.inside[0]
    assert "talk" == DESK[talk.key_start : talk.key_end]
    assert DESK[talk.start : talk.end].startswith("talk:\n    initial: listen")
    assert DESK[talk.start : talk.end].endswith("target: listen}}")


def test_scenarios_are_outlined_and_broken_files_too() -> None:
    assert {"scenarios": {"rude": {}}} == names(outline(Index(SCENARIOS)))
    assert {"events": {"a": {}}} == names(outline(Index("events:\n  a:\nstates: x\n")))
    assert () == outline(Index("just a text"))
