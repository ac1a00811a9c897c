from __future__ import annotations

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.document.node import MappingNode, Node, SequenceNode, Word, tie
from policy_engine.document.read import read_document
from policy_engine.model.files.raw import UNREAD, emptied, mark_unread, place, plain, sweep, take_out, wrap

TEXT = 'a: {b: [1, two, true], c: "3"}\nd: null\n'


def raw(text: str = TEXT) -> MappingNode:
    document = read_document(text, "x.yaml", Diagnostics())
    assert document is not None
    root = document.root
    assert isinstance(root, MappingNode)
    tie(root)
    return root


def test_raw_values_are_plain_data_again() -> None:
    assert {"a": {"b": [1, "two", True], "c": "3"}, "d": None} == plain(raw())
    assert 5 == plain(5)


def test_a_key_knows_its_place() -> None:
    root = raw()

    assert Span("x.yaml", 1, 1, 1, 2) == root.key_of("a").span
    assert Span("x.yaml", 1, 24, 1, 25) == place(root["a"]["c"])


def test_a_key_that_is_not_there_has_no_place() -> None:
    with pytest.raises(KeyError):
        raw().key_of("z")


def test_an_item_of_a_list_stands_where_it_begins() -> None:
    assert Span("x.yaml", 1, 12, 1, 13) == place(raw()["a"]["b"][1])


def test_the_long_form_stands_where_its_short_form_stands() -> None:
    short: Node = raw()["d"]

    assert place(short) == place(wrap(short, target=short))


def test_an_entry_is_taken_out_by_its_value_or_by_its_key() -> None:
    by_value, by_key = raw(), raw()

    assert take_out(by_value["d"]) is None
    assert take_out(by_key.key_of("d")) is None
    assert ["a"] == list(by_value) == list(by_key)
    assert {"d"} == by_value.broken == by_key.broken


def test_items_are_taken_out_of_a_list_together() -> None:
    listing: SequenceNode = raw()["a"]["b"]

    swept = [take_out(listing[0]), take_out(listing[2])]
    sweep(listing)

    assert [listing, listing] == swept
    assert ["two"] == plain(listing)
    assert listing.broken
    assert listing.doomed == set()


def test_the_root_cannot_be_taken_out() -> None:
    with pytest.raises(LookupError):
        take_out(raw())


def test_the_innermost_mapping_around_a_place_is_marked() -> None:
    root = raw()

    mark_unread(root, Span("x.yaml", 1, 9, 1, 10))

    assert {UNREAD} == root["a"].broken
    assert set() == root.broken


def test_a_root_that_is_no_mapping_is_left_as_it_is() -> None:
    document = read_document("just words\n", "x.yaml", Diagnostics())
    assert document is not None

    mark_unread(document.root, document.root.span)

    assert "just words" == document.root


def test_a_word_is_its_text() -> None:
    word = raw().key_of("a")

    assert isinstance(word, Word)
    assert word == "a"


def test_nothing_behind_a_key_can_stand_for_an_empty_mapping() -> None:
    nothing = raw()["d"]

    assert {} == emptied(nothing)
    assert nothing.blank
