from __future__ import annotations

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.files.policy import PolicyFile
from policy_engine.model.files.shape import read_shape, require
from tests.model.reading import HEAD, chart_of, codes, findings, suggestion

TALK = "initial: talk\nstates: {talk: {}}\n"


def shape(text: str) -> tuple[PolicyFile | None, Diagnostics]:
    sink = Diagnostics()
    document = read_document(text, "example.yaml", sink)
    assert document is not None
    return read_shape(PolicyFile, document, sink), sink


def test_a_good_file_has_no_findings() -> None:
    file, sink = shape(HEAD + TALK)

    assert file is not None
    assert [] == list(sink)
    assert "example" == file.policy


def test_what_is_sound_is_kept_beside_what_is_not() -> None:
    file, sink = shape(
        HEAD + TALK + "events: {insult: {tone: loud, actor: customer}, threat: 5, calms: {}}\n"
    )

    assert file is not None
    assert ["unknown-choice", "wrong-type"] == [item.code for item in sink]
    assert file.events is not None
    assert ["insult", "calms"] == list(file.events)
    assert "customer" == file.events["insult"].actor  # type: ignore[index]  # keys are Words, and they are texts


def test_every_key_that_is_missing_is_told() -> None:
    file, sink = shape("owner: Klantenservice\n")
    assert file is not None

    require(file, sink)

    assert ["policy", "format", "version", "initial", "states"] == [item.fields["key"] for item in sink]
    assert {(1, 1)} == {(item.line, item.column) for item in sink}


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n"])
def test_a_root_that_is_no_mapping_leaves_nothing_to_read(text: str) -> None:
    file, sink = shape(text)

    assert file is None
    assert ["wrong-type"] == [item.code for item in sink]


def test_an_unknown_key_is_told_at_the_key_with_what_was_meant() -> None:
    text = TALK + "ownr: Klantenservice\n"

    assert [("unknown-key", 3, 1)] == findings(text)
    assert "owner" == suggestion(text)


@pytest.mark.parametrize(
    ("key", "meant"),
    [("naar", "target"), ("goto", "target"), ("if", "when"), ("Als", "when"), ("zeg", None)],
)
def test_a_key_of_another_language_is_answered_with_ours(key: str, meant: str | None) -> None:
    text = f"events: {{go: {{}}}}\ninitial: talk\nstates: {{talk: {{on: {{go: {{{key}: talk}}}}}}}}\n"

    assert meant == suggestion(text)


def test_zeg_is_say_in_a_state() -> None:
    assert "say" == suggestion("initial: talk\nstates: {talk: {zeg: Dag.}}\n")


def test_a_misspelt_key_is_not_missing_too() -> None:
    assert ["unknown-key"] == codes("initail: talk\nstates: {talk: {}}\n")


def test_a_key_that_is_there_already_is_not_suggested() -> None:
    text = TALK + "polic: example\n"

    assert suggestion(text) is None


def test_a_broken_part_of_a_part_takes_no_more_with_it_than_it_must() -> None:
    text = (
        "initial: talk\nevents: {insult: {}}\nstates:\n"
        "  talk: {label: 5, on: {insult: {do: [{set: 5}, {raise: insult}]}}, type: parralel}\n"
    )

    assert [("wrong-type", 4, 17), ("wrong-type", 4, 45), ("unknown-choice", 4, 75)] == findings(text)


@pytest.mark.no_cover
def test_many_broken_items_of_one_list_are_answered_up_to_the_limit() -> None:
    text = TALK + "source: [" + "5, " * 5_000 + "a]\n"

    assert ["wrong-type"] * 200 == codes(text)


def test_what_the_document_could_not_read_is_told_once() -> None:
    assert ["key-is-no-word"] == codes("initial: talk\nstates:\n  [a, b]: {}\n")
    assert ["duplicate-key"] == codes("initial: talk\nstates: {talk: {}}\nstates: {talk: {}}\n")


def test_nothing_is_undeclared_where_a_section_could_not_be_read() -> None:
    text = (
        "initial: talk\nevents: 5\nactions: []\nroles: x\nfacts: 3\nstates:\n"
        "  talk: {role: agent, entry: [call], on: {insult: {when: known, target: talk}}}\n"
    )

    assert ["wrong-type"] * 4 == codes(text)


def test_nothing_is_undeclared_whose_declaration_is_broken() -> None:
    text = (
        "initial: talk\nevents: {insult: 5}\nfacts: {known: {flag: maybe}}\nactions: {call: {params: 3}}\n"
        "roles: {agent: []}\nstates:\n"
        "  talk: {role: agent, entry: [call], on: {insult: {when: known, target: talk}}}\n"
    )

    assert ["wrong-type"] * 4 == codes(text)


def test_nothing_behind_the_key_of_a_state_event_action_or_role_says_as_much_as_empty_braces() -> None:
    short = (
        "events:\n  insult:\nactions:\n  call:\nroles:\n  agent:\ninitial: talk\nstates:\n"
        "  talk:\n    initial: listen\n    states:\n      listen:\n  closed: ~\n"
    )
    long = (
        "events: {insult: {}}\nactions: {call: {}}\nroles: {agent: {}}\ninitial: talk\n"
        "states: {talk: {initial: listen, states: {listen: {}}}, closed: {}}\n"
    )

    assert chart_of(long).digest == chart_of(short).digest
    assert ["", "talk", "listen", "closed"] == [item.id for item in chart_of(short).states]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("events: ", 8),
        ("states: {talk: {}, b: {states: }}", 32),
        ("states: {talk: {on: }}\nevents: {e: {}}", 21),
        ("states: {talk: {on: {e: }}}\nevents: {e: {}}", 25),
        ("facts: {n: }", 12),
        ("parameters: {n: }", 17),
        ("context: {n: }", 14),
        ("events: {e: {data: {n: }}}", 24),
        ("actions: {a: {params: {n: }}}", 27),
        ("properties: {p: }", 17),
    ],
)
def test_nothing_behind_any_other_key_is_a_mistake(text: str, column: int) -> None:
    talk = "initial: talk\n" + ("" if "states: {talk" in text else "states: {talk: {}}\n")

    assert [("wrong-type", talk.count("\n") + 1, column)] == findings(talk + text + "\n")
