"""Comments are found where they are, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.document.comments import Comment, comments_of


def found(text: str) -> list[tuple[int, int, str]]:
    return [(item.line, item.column, item.text) for item in comments_of(text)]


def test_a_comment_alone_and_one_behind_something() -> None:
    text = "# first\na: b  # second\n"

    assert [Comment(1, 1, "# first", ""), Comment(2, 7, "# second", "a: b  ")] == list(comments_of(text))


@pytest.mark.parametrize(
    "text",
    [
        'a: "b # no comment"\n',
        "a: 'b # no comment'\n",
        'a: "over two\n  # lines"\n',
        "a: |\n  # in a block\n  b\n",
        "a: >-\n  b\n\n  # folded\n",
        "a: b#c\n",
        "a: '#c'\n",
        "- |+\n  # kept\n\n",
    ],
)
def test_a_text_is_no_comment(text: str) -> None:
    assert [] == found(text)


def test_a_comment_stands_behind_the_sign_of_a_block_and_below_it() -> None:
    text = "a: |  # behind\n  # inside\n# below\nb: c\n"

    assert [(1, 7, "# behind"), (3, 1, "# below")] == found(text)


def test_a_comment_holds_the_signs_behind_it() -> None:
    assert [(1, 6, "# one # two 'three")] == found("a: b # one # two 'three\nc: d\n")


def test_a_comment_stands_inside_brackets_and_after_an_alias() -> None:
    text = "a: &x [b, # one\n  c]\nd: *x # two\n"

    assert [(1, 11, "# one"), (3, 7, "# two")] == found(text)


def test_the_last_line_need_not_end() -> None:
    assert [(1, 6, "# end")] == found("a: b # end")


@given(
    st.lists(st.sampled_from(["a: b", "a: 'x # y'", "a: |\n    # in", "", "a: é"]), min_size=1, max_size=6)
)
def test_comments_put_behind_and_between_lines_are_found_again(lines: list[str]) -> None:
    text = "".join(f"k{at}:\n  {line}\n# mark {at}\n" for at, line in enumerate(lines))

    assert [f"# mark {at}" for at in range(len(lines))] == [item.text for item in comments_of(text)]
