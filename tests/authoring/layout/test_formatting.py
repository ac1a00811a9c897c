"""A file is laid out in one way, and says what it said before, with all its comments."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_engine.authoring.layout.formatting import formatted, same
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Node
from policy_engine.document.read import read_document
from policy_engine.document.tokens import tokens_of
from tests.cli.conftest import DATA

ROOT = Path(__file__).parents[3]
READY = sorted((ROOT / "policies").rglob("*.yaml"))
SMALL = [
    (DATA / "visit.yaml").read_text(encoding="utf-8"),
    (ROOT / "policies" / "starter.yaml").read_text(encoding="utf-8"),
    (
        "# top\na: &one {b: c, d: [1, 2]}\ntext: |\n  kept  \n    as it is\n\n  to the end\nfolded: >-\n  x\n"
        "\nlist:\n- one\n- two: 2\n  three: 3\n-\n  - deep\nquoted: \"two\n  lines\"\nplain: goes on\n"
        "  here # said\n"
        "again: *one\n# end\n"
    ),
]  # fmt: skip


def laid_out(text: str) -> str:
    sink = Diagnostics()
    found = formatted(text, "a.yaml", sink)
    assert found is not None, [item.one_line() for item in sink]
    return found


def root(text: str) -> Node | None:
    sink = Diagnostics()
    document = read_document(text, "a.yaml", sink)
    return None if document is None or sink.has_errors else document.root


def comments(text: str) -> list[str]:
    """What is written outside of the tokens, in order."""
    found, end = [], 0
    for token in tokens_of(text):
        if token.start >= end:
            found += re.findall(r"#.*", text[end : token.start])
        end = max(end, token.end if token.style not in ("|", ">") else _last(text, token.end))
    return [item.strip() for item in [*found, *re.findall(r"#.*", text[end:])]]


def _last(text: str, end: int) -> int:
    """Where a block text ends: the parser goes on to what comes next, over the comments before it."""
    return end if text[:end].endswith("\n") else text.rfind("\n", 0, end) + 1


@pytest.mark.parametrize("path", READY, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_ready_policies_are_laid_out_already(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text == laid_out(text)


def mutated(text: str, random: Random) -> str:
    """The same, laid out by somebody in a hurry."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 6)):
        place = random.randrange(len(lines))
        line = lines[place]
        way = random.randrange(8)
        if way == 0:
            lines[place] = line + " " * random.randint(1, 3)
        elif way == 1:
            lines.insert(place, random.choice(("", "", "  ")))
        elif way == 2:
            lines.insert(place, " " * random.randint(0, 6) + "# a remark: {of, mine}")
        elif way == 3:
            lines[place] = re.sub(r"([{\[,]) ?", lambda match: match[1] + " " * random.randint(0, 3), line)
        elif way == 4:
            lines[place] = re.sub(r"([}\]])", r" \1", line)
        elif way == 5:
            lines[place] = re.sub(r"(\w): (?=\S)", r"\1:   ", line)
        elif way == 6:
            lines[place] = re.sub(r'"(\w+)"', r"'\1'", line)
        elif line and "#" not in line:
            lines[place] = f"{line} # {random.choice(('so', 'a: b'))}"
    if random.random() < 0.5:
        lines = [" " * (len(line) - len(line.lstrip(" "))) + line for line in lines]
    if random.random() < 0.3:
        lines = [re.sub(r"^( *)- (?=\S)", r"\1-   ", line) for line in lines]
    return "\n".join(lines)


@pytest.mark.no_cover
@pytest.mark.no_cover
@settings(max_examples=50, deadline=None)
@given(st.sampled_from(SMALL), st.randoms(use_true_random=False))
def test_whatever_was_done_to_the_layout_the_file_says_the_same_and_keeps_its_comments(
    text: str, random: Random
) -> None:
    hurried = mutated(text, random)
    before = root(hurried)
    if before is None:
        return  # this was no matter of layout

    found = laid_out(hurried)

    after = root(found)
    assert after is not None
    assert same(before, after)
    assert comments(hurried) == comments(found)
    assert found == laid_out(found)
    assert [] == [line for line in found.split("\n") if line != line.rstrip()] or "kept" in found


def test_every_level_is_two_spaces_deeper_lists_too() -> None:
    assert "a:\n  - b: 1\n    c:\n      - d\n  -\n    - e\n" == laid_out(
        "a:\n- b: 1\n  c:\n  - d\n-\n      - e\n"
    )


def test_what_goes_on_over_several_lines_moves_with_its_beginning() -> None:
    assert "a:\n  b: {c: d,\n      e: f}\n  g: one\n    two\n" == laid_out(
        "a:\n    b: {c: d,\n        e: f}\n    g: one\n      two\n"
    )


def test_one_space_stands_where_one_belongs() -> None:
    assert "a: {b: c, d: [1, 2], e: , f: {}}\n" == laid_out("a:   { b : c ,d: [ 1,2 ],e: , f: { } }\n")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("'a': 1", "a: 1"),
        ('"true": 1', '"true": 1'),
        ('"two words": 1', '"two words": 1'),
        ('target: "talk"', "target: talk"),
        ("target: 'talk'", "target: talk"),
        ("target: 'true'", 'target: "true"'),
        ("when: \"a == 'b'\"", "when: a == 'b'"),
        ('x: {when: "a in [1, 2]"}', 'x: {when: "a in [1, 2]"}'),
        ("when: \"a == 'b: c'\"", "when: \"a == 'b: c'\""),
        ("say: 'it''s'", 'say: "it\'s"'),
        ("say: 'a \"b\"'", "say: 'a \"b\"'"),
        ("say: 'a \\ b'", "say: 'a \\ b'"),
        ('say: "word"', 'say: "word"'),
        ('do: ["report"]', "do: [report]"),
        ('set: {a: "b"}', 'set: {a: "b"}'),
        ('when: ""', 'when: ""'),
        ('when: " a"', 'when: " a"'),
        ('when: "-a"', 'when: "-a"'),
    ],
)
def test_quotes_stand_where_they_are_needed(written: str, wanted: str) -> None:
    assert f"{wanted}\n" == laid_out(f"{written}\n")


def test_there_are_never_two_blank_lines_and_one_behind_a_section_that_is_longer_than_a_line() -> None:
    assert "policy: a\nevents:\n  b: {}\n\n# what is done\nactions: {c: {}}\nroles: {}\n\nx: 1\n" == laid_out(
        "\n\npolicy: a\nevents:\n  b: {}\n# what is done\nactions: {c: {}}\nroles: {}\n\n\n\nx: 1\n\n\n"
    )


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("a:\n    # to b\n    b: 1\n# to c\nc: 2\n", "a:\n  # to b\n  b: 1\n# to c\nc: 2\n"),
        ("a:\n    b: 1\n    # to b\nc: 2\n", "a:\n  b: 1\n  # to b\nc: 2\n"),
        ("a:\n  # to b\n    b: 1\n", "a:\n  # to b\n  b: 1\n"),
        ("a:\n    b: 1\n  # to a\n", "a:\n  b: 1\n# to a\n"),
        ("a: 1\n  # last\n", "a: 1\n# last\n"),
        ("# first\na: {b: 1,\n     # inner\n     c: 2}\n", "# first\na: {b: 1,\n     # inner\n     c: 2}\n"),
    ],
)
def test_a_comment_stands_with_what_it_belongs_to(written: str, wanted: str) -> None:
    assert wanted == laid_out(written)


def test_a_comment_behind_something_keeps_its_column_and_two_spaces_at_least() -> None:
    assert "a: [1]    # here\nbcd: [1]  # there\ne: 5  # near\n" == laid_out(
        "a: [ 1]   # here\nbcd: [1]  # there\ne: 5 # near\n"
    )


def test_a_text_in_a_block_keeps_everything_that_belongs_to_it() -> None:
    text = "a:\n    b: |\n        one  \n          two\n      \n\n        three\n\nc: 1\n"

    assert "a:\n  b: |\n      one  \n        two\n    \n\n      three\n\nc: 1\n" == laid_out(text)


def test_keys_with_a_question_mark_are_left_to_whoever_wrote_them() -> None:
    assert "? a\n:   b\n" == laid_out("? a\n:   b\n")


def test_a_file_with_mistakes_of_form_is_left_alone_and_the_mistakes_are_told() -> None:
    sink = Diagnostics()

    assert None is formatted("a: {b\n", "a.yaml", sink)
    assert None is formatted("a: 1\na: 2\n", "a.yaml", sink)
    assert ["unclosed-bracket", "duplicate-key"] == [item.code for item in sink]
