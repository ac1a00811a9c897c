"""Texts become nodes with places; what cannot be read is answered."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.printing import render
from policy_engine.document import read
from policy_engine.document.limits import MAX_BYTES, MAX_NODES
from policy_engine.document.node import Document, MappingNode, Node, Scalar, SequenceNode
from policy_engine.document.read import read_document

Found = list[tuple[str, int, int]]


def _read(source: str | bytes) -> tuple[Document | None, Diagnostics]:
    sink = Diagnostics()
    return read_document(source, "a.yaml", sink), sink


def _found(source: str | bytes) -> Found:
    return [(item.code, item.line, item.column) for item in _read(source)[1].sorted()]


def _root(source: str | bytes) -> Node:
    document, sink = _read(source)
    assert [] == [item.one_line() for item in sink]
    assert document is not None
    return document.root


def _at(root: Node, *path: str | int) -> Node:
    for step in path:
        if isinstance(step, int):
            assert isinstance(root, SequenceNode)
            root = root[step]
        else:
            assert isinstance(root, MappingNode)
            found = root.get(step)
            assert found is not None
            root = found
    return root


def _place(node: Node) -> tuple[int, int, int, int]:
    return (node.span.line, node.span.column, node.span.end_line, node.span.end_column)


def _plain_data(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, SequenceNode):
        return [_plain_data(item) for item in node]
    return {str(key): _plain_data(value) for key, value in node.items()}


def test_a_policy_reads_as_what_it_says() -> None:
    root = _root('policy: p\nversion: "1.0"\nlanguages: [nl, en]\nstates:\n  a:\n    - 1\n    - {b: no}\n')

    expected = {
        "policy": "p",
        "version": "1.0",
        "languages": ["nl", "en"],
        "states": {"a": [1, {"b": "no"}]},
    }
    assert expected == _plain_data(root)


def test_every_node_keeps_its_place() -> None:
    root = _root("a: één b\nc:\n  - 'd'\n  - {e: f}\n")

    assert (1, 1, 4, 11) == _place(root)
    assert (1, 4, 1, 9) == _place(_at(root, "a"))
    assert (3, 3, 4, 11) == _place(_at(root, "c"))
    assert (3, 5, 3, 8) == _place(_at(root, "c", 0))
    assert (4, 5, 4, 11) == _place(_at(root, "c", 1))


def test_columns_count_characters_and_not_bytes() -> None:
    assert (1, 8, 1, 9) == _place(_at(_root("{'😀é': b}"), "😀é"))


def test_a_block_text_ends_with_its_last_line() -> None:
    root = _root("a: |\n  one\n  two\n\nb: c\n")

    assert (1, 4, 3, 6) == _place(_at(root, "a"))
    assert "one\ntwo\n" == _at(root, "a").text  # type: ignore[union-attr]  # a scalar


def test_the_place_of_an_alias_is_where_its_node_stands() -> None:
    root = _root("a: &x [b]\nc: *x\n")

    assert _place(_at(root, "a")) == _place(_at(root, "c")) == (1, 4, 1, 10)
    assert _at(root, "a") is not _at(root, "c")
    assert (1, 1, 2, 6) == _place(root)


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    document, sink = _read(b"\xef\xbb\xbfa: b\r\nc: d\r\n")

    assert document is not None
    assert "a: b\nc: d\n" == document.text
    assert 0 == len(sink)
    assert (2, 4, 2, 5) == _place(_at(document.root, "c"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", [("empty-file", 1, 1)]),
        ("# only a remark\n\n", [("empty-file", 1, 1)]),
        ("---\n", [("empty-file", 1, 1)]),
        (b"\x89PNG\0\r\n\x1a", [("binary-file", 1, 1)]),
        (b"a: b\xff\0", [("binary-file", 1, 1)]),
        ("policy: één".encode("cp1252"), [("not-utf-8", 1, 1)]),
        ("policy: een".encode("utf-16"), [("not-utf-8", 1, 1)]),
        ("policy: een".encode("utf-16-le"), [("not-utf-8", 1, 1)]),
        ("policy: een".encode("utf-16-be"), [("not-utf-8", 1, 1)]),
        ("policy: een".encode("utf-32"), [("not-utf-8", 1, 1)]),
        ("a: b\nc: d\x07e", [("unseen-character", 2, 5)]),
        ("a: \ud800", [("unseen-character", 1, 4)]),
        ("a: b\u200bc", [("unseen-character", 1, 5)]),
        ("a: b\u2028c", [("unseen-character", 1, 5)]),
        ("a: b\u202ec", [("unseen-character", 1, 5)]),
        ('a: "b\\0c"', [("unseen-character", 1, 4)]),
        ("a" * (MAX_BYTES + 1), [("file-too-large", 1, 1)]),
        ("é" * (MAX_BYTES // 2 + 1), [("file-too-large", 1, 1)]),
        (b"a" * (10 * 1024 * 1024), [("file-too-large", 1, 1)]),
        ("[" * 100_000, [("too-deep", 1, 33)]),
        ("{a: " * 50_000, [("too-deep", 1, 129)]),
        ("- " * 100_000, [("too-deep", 1, 65)]),
        ("a: [" + "b, " * MAX_NODES + "]", [("too-many-nodes", 1, 4 + 3 * (MAX_NODES - 3) + 1)]),
        ("%YAML 1.2\n---\na: b\n", [("directive", 1, 1)]),
        ("a: b\n---\nc: d\n", [("second-document", 2, 1)]),
        ("a: 1\nb: 2\na: 3\nb: 4\n", [("duplicate-key", 3, 1), ("duplicate-key", 4, 1)]),
        ("a: {b: 1, 'b': 2}", [("duplicate-key", 1, 11)]),
        ("a: &x {b: c}\nd:\n  <<: *x\n", [("merge-key", 3, 3)]),
        ("a: !!str b\n", [("tag", 1, 4)]),
        ("a: !<tag:yaml.org,2002:python/object/apply:os.system> [b]\n", [("tag", 1, 4)]),
        ("a: !x!y b\n", [("tag", 1, 4)]),
        ("a: *b\n", [("unknown-alias", 1, 4)]),
        ("a: &b [*b]\n", [("recursive-alias", 1, 8)]),
        ("? [a]\n: b\n", [("key-is-no-word", 1, 3)]),
        ("a: b\n? \n: c\n", [("key-missing", 3, 3)]),
        ("a: " + "9" * 41, [("number-too-long", 1, 4)]),
        ("a:\n\u00a0 b: c\n", [("hard-space-indentation", 2, 1)]),
        ("a: Bel ons op #12 vandaag\n", [("text-lost-as-comment", 1, 15)]),
        ("a: {nl: Rustig, maar beslist, en: b}\n", [("word-without-value", 1, 17)]),
        ("a: {\n b\n , c: d}\n", [("word-without-value", 2, 2)]),
        ("{a", [("unclosed-bracket", 1, 1)]),
        ("a: {nl:b}", [("word-without-value", 1, 5)]),
    ],
)
def test_what_no_policy_may_hold_is_answered_at_its_place(source: str | bytes, expected: Found) -> None:
    assert expected == _found(source)


@pytest.mark.parametrize(
    "source",
    [
        "a: b # a remark\nc: d   #\n",
        "#!shebang\na: b #! too\n",
        "a: 'b' #remark\n",
        "a: {b: , c: d}\n",
        "a: 'x #1'\n",
        "'<<': b\n",
        "a: &x b\nc: *x\n",
        "a: &x b\n*x : c\n",
        "? a\n: b\n",
        "a: [b: c]\n",
        "---\na: b\n...\n",
        "[]",
        "a: {}\nb: []\nc:\n",
    ],
)
def test_what_a_policy_may_hold_is_no_mistake(source: str) -> None:
    assert [] == _found(source)


def test_an_unknown_alias_is_told_its_nearest_neighbour() -> None:
    _, sink = _read("a: &phrase b\nc: *phrse\n")

    assert "phrase" == sink.items[0].fields["suggestion"]


def test_a_text_after_smaller_mistakes_is_still_there() -> None:
    document, sink = _read("a: 1\na: 2\nb: !tag c\n")

    assert document is not None
    assert 2 == len(sink)
    assert {"a": 1, "b": "c"} == _plain_data(document.root)


def test_an_alias_bomb_stays_a_few_nodes() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 9)]
    found = _found("\n".join(lines))

    assert [("too-many-nodes", 5)] == [(code, line) for code, line, _ in found]


def test_depth_is_counted_through_aliases() -> None:
    deep = "[" * 20 + "]" * 20

    assert [("too-deep", 2, 16)] == _found(f"a: &x {deep}\nb: {'[' * 12}*x{']' * 12}\n")
    assert [] == _found(f"a: &x {deep}\nb: {'[' * 11}*x{']' * 11}\n")


def test_a_key_in_front_of_which_nothing_stands_is_asked_for() -> None:
    assert [("key-missing", 1, 5)] == _found("a: {: b}\n")


def test_the_pure_parser_gives_the_same_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "a: b\nc:\n  - 'd'\n  - {e: \"f\"}\nh: |\n  i\nj: 010\n"
    fast = _root(source)
    monkeypatch.setattr(read, "_LOADER", yaml.SafeLoader)

    assert fast == _root(source)


class _Counting(yaml.SafeLoader):
    """Counts how many events were asked for."""

    events = 0

    def get_event(self) -> object:
        type(self).events += 1
        event: object = super().get_event()  # type: ignore[no-untyped-call]  # the stubs leave it out
        return event


@pytest.mark.no_cover
def test_past_a_limit_nothing_more_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "_LOADER", _Counting)

    assert [("too-deep", 1, 33)] == _found("[" * 100_000)
    assert 40 > _Counting.events


_PIECES = (
    *"abé:-?!&*#|>%@`'\"\\[]{},.<~=\t\n \u00a0😀",
    *(": ", "- ", "\n  ", "'s ", ", ", " #", "a: ", "{{", "---\n", "...", "&x ", "*x", "!t ", "|\n"),
    *("true", "1.10", "\\u", "\r\n", "\x00", "\ud800", "\ufeff"),
)
_YAML_LIKE = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


@pytest.mark.no_cover
@settings(max_examples=400, deadline=None)
@given(_YAML_LIKE | st.text(max_size=40) | st.binary(max_size=40))
def test_no_text_makes_the_reader_fail(source: str | bytes) -> None:
    document, sink = _read(source)
    text = source if isinstance(source, str) else source.decode("utf-8", "replace")

    assert document is not None or sink.has_errors
    for language in ("en", "nl"):
        assert "\033" not in render(sink.sorted(), {"a.yaml": text}, language=language, colour=False)


@settings(max_examples=150, deadline=None)
@given(_YAML_LIKE)
def test_a_mistake_stands_inside_the_text(source: str) -> None:
    lines = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")

    for item in _read(source)[1]:
        assert 1 <= item.line <= len(lines)
        assert 1 <= item.column <= len(lines[item.line - 1]) + 1
        assert (item.line, item.column) <= (item.end_line, item.end_column)
