"""`fmt`: files are laid out in one way, in their place."""

from __future__ import annotations

import io
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Runs

HURRIED = "a:   1\nb: { c : 'd' }\n"
LAID_OUT = 'a: 1\nb: {c: "d"}\n'


def test_a_file_is_laid_out_once_and_keeps_its_permissions(run: Runs) -> None:
    Path("a.yaml").write_text(HURRIED)
    Path("a.yaml").chmod(0o640)

    first, second = run("fmt", "./a.yaml"), run("fmt", "./a.yaml")

    assert (0, "laid out: a.yaml\n", "") == (first.status, first.out, first.err)
    assert (0, "") == (second.status, second.out)
    assert LAID_OUT == Path("a.yaml").read_text()
    assert 0o640 == stat.S_IMODE(Path("a.yaml").stat().st_mode)


def test_checking_and_showing_write_nothing(run: Runs) -> None:
    Path("a.yaml").write_text(HURRIED)

    checked, shown = run("fmt", "--check", "./a.yaml", "--lang", "nl"), run("fmt", "--diff", "./a.yaml")
    both = run("fmt", "--check", "--diff", "./a.yaml")

    assert (1, "zou worden opgemaakt: a.yaml\n") == (checked.status, checked.out)
    assert (0, 1) == (shown.status, both.status)
    assert "-a:   1\n-b: { c : 'd' }\n+a: 1\n+b: {c: \"d\"}\n" in shown.out
    assert shown.out == both.out
    assert HURRIED == Path("a.yaml").read_text()


def test_the_input_is_laid_out_to_the_output(run: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    monkeypatch.setattr(sys, "stdout", out)

    assert 0 == run("fmt", "-", stdin=HURRIED).status
    out.seek(0)
    assert LAID_OUT == out.read()


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (b"\xef\xbb\xbfa:  1\r\nb:  2\r\n", b"\xef\xbb\xbfa: 1\r\nb: 2\r\n"),
        (b"a:  1\nb:  2\r\n", b"a: 1\nb: 2\n"),
        (b"a:  1\rb:  2\r", b"a: 1\rb: 2\r"),
        (b"a:  1", b"a: 1\n"),
    ],
)
def test_line_ends_and_a_byte_order_mark_stay(run: Runs, source: bytes, wanted: bytes) -> None:
    Path("a.yaml").write_bytes(source)

    run("fmt", "./a.yaml")

    assert wanted == Path("a.yaml").read_bytes()


def test_a_file_with_mistakes_of_form_is_left_alone(run: Runs) -> None:
    Path("bad.yaml").write_text("a: {b\n")
    Path("latin.yaml").write_bytes(b"a: \xe9\n")
    Path("good.yaml").write_text(HURRIED)

    ran = run("fmt", ".")

    assert 1 == ran.status
    assert "bad.yaml:1:4: error[unclosed-bracket]" in ran.err
    assert "latin.yaml:1:1: error[not-utf-8]" in ran.err
    assert ("a: {b\n", LAID_OUT) == (Path("bad.yaml").read_text(), Path("good.yaml").read_text())


def test_a_file_that_is_not_there_is_told(run: Runs) -> None:
    assert 2 == run("fmt", "none.yaml").status


def test_the_changes_are_in_colour_at_a_terminal(run: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policy_engine.cli.rewriting.wants_colour", lambda _: True)
    Path("a.yaml").write_text(HURRIED)

    assert "\033[31m-a:   1\033[0m\n" in run("fmt", "--diff", "./a.yaml").out


def test_keys_are_sorted_only_where_somebody_asks_for_it(run: Runs) -> None:
    text = 'format: 1\npolicy: a\nversion: "1"\ninitial: b\nstates: {b: {}}\n'
    Path("a.yaml").write_text(text)

    run("fmt", "./a.yaml")
    assert text == Path("a.yaml").read_text()
    run("fmt", "--sort", "./a.yaml")
    assert text.replace("format: 1\npolicy: a", "policy: a\nformat: 1") == Path("a.yaml").read_text()
