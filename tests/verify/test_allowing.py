"""Comments that let a finding be, and what is said of those that do not."""

from __future__ import annotations

import pytest

from tests.verify.linting import HEAD, found_in, linted

POLICY = """events:
  hangs_up: {}
  later: {}
  never: {}
initial: talk
states:
  talk: {on: {hangs_up: closed}}
  closed: {type: final}
"""
FOUND = [("unused-event", 3), ("unused-event", 4)]


def with_line(number: int, more: str, *, above: bool = False) -> str:
    """The policy with something put at the end of a line, or on a line above it."""
    lines = POLICY.splitlines()
    if above:
        lines.insert(number - 1, more)
    else:
        lines[number - 1] += more
    return "\n".join(lines) + "\n"


def test_without_comments_both_are_found() -> None:
    assert FOUND == found_in(POLICY)


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_comment_on_the_line_lets_it_be(dash: str) -> None:
    assert FOUND[1:] == found_in(with_line(3, f"  # policy-engine: allow unused-event {dash} from March"))


def test_a_comment_on_the_line_above_lets_it_be() -> None:
    comment = "  # policy-engine: allow unused-event - from March"

    assert [("unused-event", 5)] == found_in(with_line(3, comment, above=True))


def test_a_comment_alone_reaches_over_other_comments_and_empty_lines() -> None:
    comment = "  # policy-engine: allow unused-event - from March\n\n  # another remark"

    assert [("unused-event", 7)] == found_in(with_line(3, comment, above=True))


def test_a_comment_behind_one_entry_does_not_reach_the_next() -> None:
    assert [("allow-in-vain", 2), *FOUND] == found_in(
        with_line(2, "  # policy-engine: allow unused-event - x")
    )


def test_a_comment_behind_a_key_reaches_what_stands_below_it() -> None:
    text = POLICY.replace(
        "later: {}", "later:  # policy-engine: allow unused-datum - x\n    data: {a: {flag: false}}"
    )
    text = text.replace("on: {", "on: {later: {}, ")

    # The datum stands two lines down: a comment reaches one.
    assert ("unused-datum", 4) not in found_in(text)


def test_a_comment_for_the_file_lets_all_of_them_be() -> None:
    assert [] == found_in(
        "# policy-engine: allow-file unused-event - they are the telephone system's\n" + POLICY
    )


def test_several_codes_stand_in_one_comment() -> None:
    comment = "  # policy-engine: allow unused-event, unused-role - from March"

    assert [("allow-in-vain", 3), FOUND[1]] == found_in(with_line(3, comment))


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("# policy-engine: allow unused-event", "allow-without-reason"),
        ("# policy-engine: allow unused-event -", "allow-without-reason"),
        ("# policy-engine: allow unused-event -  ", "allow-without-reason"),
        ("# policy-engine: allow unused-evnt - because", "allow-unknown-rule"),
        ("# policy-engine: allow overlapping-branches - because", "allow-of-mistake"),
        ("# policy-engine: allow undeclared-event - because", "allow-of-mistake"),
        ("# policy-engine: allow allow-in-vain - because", "allow-of-mistake"),
        ("# policy-engine: alow unused-event - because", "allow-unreadable"),
        ("# policy-engine:", "allow-unreadable"),
        ("# policy-engine: allow - because", "allow-unreadable"),
        ("# policy-engine: allow dead-end - because", "allow-in-vain"),
    ],
)
def test_a_comment_that_lets_nothing_be_is_told_about(comment: str, code: str) -> None:
    assert sorted([(code, 3), *FOUND]) == sorted(found_in(with_line(3, "  " + comment)))


def test_a_code_that_is_nearly_right_is_answered_with_the_right_one() -> None:
    (told, *_) = linted(HEAD + with_line(2, "  # policy-engine: allow unused-evnt - because"))

    assert "did you mean `unused-event`?" in (told.help or "")
    assert (5, 40, 51) == (told.line, told.column, told.end_column)


@pytest.mark.parametrize(
    "text",
    [
        'note: "see # policy-engine: allow unused-event - no"\n',
        "note: |\n  # policy-engine: allow-file unused-event - no\n",
        "why: 'over # policy-engine: allow-file\n  unused-event - two lines'\n",
    ],
)
def test_what_stands_in_a_text_lets_nothing_be(text: str) -> None:
    assert [code for code, _ in found_in(text + POLICY)] == ["unused-event"] * 2


def test_a_mistake_is_not_let_be_and_hides_no_comment() -> None:
    text = POLICY.replace("hangs_up: closed", "hangs_up: shut")

    # Nothing was looked for, so nobody can say that the comment lets nothing be.
    comment = "# policy-engine: allow-file unused-event - from March\n"
    assert [("undeclared-state", 8)] == found_in(comment + text)


def test_a_warning_of_the_reading_is_let_be_too() -> None:
    above = (
        "  talk:\n    # policy-engine: allow text-lost-as-comment - x\n    say: Press #1 for us.\n    on: "
    )
    text = POLICY.replace("  talk: {on: {hangs_up: closed}}", above + "{hangs_up: closed}")

    assert FOUND == found_in(text)


def test_windows_line_ends_change_nothing() -> None:
    text = with_line(3, "  # policy-engine: allow unused-event - from March").replace("\n", "\r\n")

    assert FOUND[1:] == found_in(text)
