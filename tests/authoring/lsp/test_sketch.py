"""The reader of broken texts: on sound ones it agrees with the YAML parser, on others it never gives up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_engine.authoring.lsp.index import Index
from policy_engine.authoring.lsp.sketch import sketch
from policy_engine.authoring.lsp.tree import Leaf, Listing, Mapping, Tree, leaves
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import MappingNode, Node, SequenceNode, Word
from policy_engine.document.read import read_document
from policy_engine.ready import ready_policies
from tests.authoring.lsp.texts import DESK, SCENARIOS
from tests.model.reading import examples_of

ROOT = Path(__file__).parents[3]
FILES = [
    *ready_policies().values(),
    *(path.parent / "scenarios" / path.name for path in ready_policies().values()),
]
EXAMPLES = examples_of((ROOT / "docs" / "language.md").read_text(encoding="utf-8"))
ODD = """\
# first
a: &x {b: 'it''s', "c d": "q\\"\\u00e9", e: [1, {f: g}, [h]]}
b: *x
c:
- - d
  - e: f
    g: |
      text: not a key
        # no comment

    h: >-
      folded
- "over
  two lines"
- plain text
  goes on # and stops
d: [a: b, {c},
  e f
  g]
? f
"""


def strict_key(key: str) -> tuple[str, int, int]:
    assert isinstance(key, Word)
    return str(key), key.start, key.end


def strict(node: Node) -> object:
    if isinstance(node, MappingNode):
        return [(strict_key(key), strict(value)) for key, value in node.items()]
    if isinstance(node, SequenceNode):
        return [strict(item) for item in node]
    return None if node.start == node.end else (node.start, node.end, " ".join(node.text.split()))


def loose(tree: Tree | None) -> object:
    if isinstance(tree, Mapping):
        return [((one.key.text, one.key.start, one.key.end), loose(one.value)) for one in tree.entries]
    if isinstance(tree, Listing):
        return [loose(item) for item in tree.items]
    if tree is None:
        return None
    text = tree.raw.partition("\n")[2] if tree.style in ("|", ">") else tree.text
    return (tree.start, tree.end, " ".join(text.split()))


def agree(text: str) -> None:
    document = read_document(text, "", Diagnostics())
    assert document is not None
    tree = sketch(text)
    expected, found = strict(document.root), loose(tree)
    if "*" not in text:  # an alias is a leaf here, and what it stands for there
        assert expected == found


@pytest.mark.parametrize("path", [path for path in FILES if path.is_file()], ids=lambda path: path.stem)
def test_a_ready_file_is_read_as_the_parser_reads_it(path: Path) -> None:
    agree(path.read_text(encoding="utf-8"))


def test_the_examples_of_the_language_are_read_as_the_parser_reads_them() -> None:
    for text in EXAMPLES:
        agree(text)


def test_all_that_yaml_has_is_read_as_the_parser_reads_it() -> None:
    agree(ODD.replace("? f\n", "").replace("b: *x\n", "").replace("{c}", "c").replace("\\u00e9", "é"))


@pytest.mark.parametrize(
    ("broken", "path", "found"),
    [
        ("on:\n  insu\nafter: {}\n", ["on"], "insu"),
        ("on: {insults: wa\nafter: x\n", ["on", "insults"], "wa"),
        ("on: {insults: wa\nafter: x\n", ["after"], "x"),
        ('say: "Hello\nhow: "Slowly"\n', ["how"], "Slowly"),
        ("a: [x, {b: c\nd: e\n", ["d"], "e"),
        ("a:\n    b: c\n  d: e\n", ["a", "d"], "e"),
        ("a: x\n   b: c\n", ["b"], "c"),
        ("a:\n  - b: c\n    d\n  e: f\n", ["a", "e"], None),
        ("a: b: c\n", ["a"], "b: c"),
        ("- a\nb: c\n", ["b"], None),
        ("a: ]\nb: c\n", ["b"], "c"),
        ("a: {b c: {d: e}}\n", ["a", "b c", "d"], "e"),
        ("a: 'x\n", ["a"], "x"),
        ("a: {[x]: y, z: 1}\n", ["a", "z"], "1"),
        ("a: {b: , c: d}\n", ["a", "c"], "d"),
        ("[x]\n", [], None),
        ("a: {b:\n", ["a", "b"], None),
    ],
)
def test_what_is_broken_is_read_as_it_was_meant(broken: str, path: list[str], found: str | None) -> None:
    tree = sketch(broken)
    for key in path:
        tree = tree.get(key) if isinstance(tree, Mapping) else None

    assert found == (tree.text if isinstance(tree, Leaf) else None)


def test_nothing_is_read_of_nothing() -> None:
    assert [None, None] == [sketch(""), sketch("# a remark\n---\n")]


def test_two_blocks_join_where_the_indentation_is_lost() -> None:
    tree = sketch("  a: b\nc: d\n")

    assert isinstance(tree, Mapping)
    assert ["a", "c"] == [entry.key.text for entry in tree.entries]


def test_the_depth_is_bounded() -> None:
    for text in (
        "[" * 5000,
        "- " * 3000,
        "{a: " * 3000,
        "\n".join(" " * depth + "a:" for depth in range(300)),
    ):
        assert sketch(text) is not None


EDITS = st.lists(
    st.tuples(
        st.integers(0, 10_000),
        st.integers(0, 30),
        st.sampled_from(
            [
                "",
                "{",
                "}",
                "[",
                "]",
                ":",
                ": ",
                "\n",
                "'",
                '"',
                "- ",
                "#",
                " #",
                "|",
                "&a ",
                "*a",
                "\t",
                "😀",
                "é",
            ]
        ),
    ),
    max_size=6,
)


@settings(max_examples=20, deadline=None)
@given(edits=EDITS)
def test_any_text_is_read_and_every_leaf_knows_its_place(edits: list[tuple[int, int, str]]) -> None:
    text = DESK
    for at, length, new in edits:
        start = at % (len(text) + 1)
        text = text[:start] + new + text[start + length :]

    index = Index(text)

    assert all(text[spot.leaf.start : spot.leaf.end] == spot.leaf.raw for spot in index.spots)
    assert all(text[use.start : use.end] == use.name for use in index.uses)


def test_leaves_of_a_block_are_none() -> None:
    tree = sketch(SCENARIOS)

    assert ([], []) == (list(leaves(tree)), list(leaves(None)))
