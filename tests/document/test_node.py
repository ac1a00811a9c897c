"""Nodes are Python's own texts, lists and dicts, with places."""

from __future__ import annotations

import gc

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Atom, MappingNode, Node, Word, copied, height, tie, untie
from policy_engine.document.read import read_document

TEXT = 'a: {b: [1, two, true], c: "3"}\nd: null\n'


def _root(text: str = TEXT) -> MappingNode:
    document = read_document(text, "x.yaml", Diagnostics())
    assert document is not None
    assert isinstance(document.root, MappingNode)
    return document.root


def _all(node: Node) -> list[Node]:
    found = [node]
    for one in found:
        if isinstance(one, MappingNode):
            found += [*one, *one.values()]
        elif isinstance(one, list):
            found += one
    return found


def test_a_text_is_itself_and_knows_its_place() -> None:
    word = _root()["a"]["c"]

    assert isinstance(word, Word)
    assert ("3", "3", str, False) == (word, word.value, type(word.text), word.plain)
    assert Span("x.yaml", 1, 27, 1, 30) == word.span
    assert "c" == word.key


def test_what_is_no_text_has_a_value_and_what_was_written() -> None:
    atom = _root("a: 0x1F\n")["a"]

    assert isinstance(atom, Atom)
    assert (31, "0x1F", True) == (atom.value, atom.text, atom.plain)
    assert Span("x.yaml", 1, 4, 1, 8) == atom.span


def test_only_words_of_the_core_schema_are_no_texts() -> None:
    values = _root("a: [true, False, null, ~, on, yes, 1:30]\n")["a"]

    assert [True, False, None, None, "on", "yes", "1:30"] == [node.value for node in values]


def test_a_key_is_found_as_it_was_written() -> None:
    assert Span("x.yaml", 2, 1, 2, 2) == _root().key_of("d").span
    with pytest.raises(KeyError):
        _root().key_of("z")


def test_a_copy_is_equal_and_shares_nothing() -> None:
    root = _root()

    copy = copied(root)

    assert [(type(node), node.span) for node in _all(root)] == [
        (type(node), node.span) for node in _all(copy)
    ]
    assert set(map(id, _all(root))).isdisjoint(map(id, _all(copy)))
    assert isinstance(copy, MappingNode)
    assert "d" == copy["d"].key


def test_levels_are_counted() -> None:
    assert [3, 1, 0] == [height(node) for node in (_root("a: {b: [c]}"), _root("a: b"), _root("a: b")["a"])]


def test_every_node_that_is_tied_knows_what_it_stands_in() -> None:
    root = _root()
    inner = root["a"]["b"]

    tie(root)

    assert inner.parent is root["a"]
    assert [inner, inner, inner] == [item.parent for item in inner]
    assert [root, root] == [key.parent for key in root if isinstance(key, Word)]
    untie(root)
    assert [None] * len(_all(root)) == [node.parent for node in _all(root)]


@pytest.mark.no_cover
@pytest.mark.parametrize("text", [TEXT, "a: &x [b, c]\nd: *x\n", "a: [\n", "a: b\n---\nc: d\n"])
def test_a_file_that_nobody_holds_any_more_is_given_back_at_once(text: str) -> None:
    read_document(text, "x.yaml", Diagnostics())
    gc.collect()
    gc.disable()
    try:
        read_document(text, "x.yaml", Diagnostics())
        left = gc.collect()
    finally:
        gc.enable()

    assert 0 == left
