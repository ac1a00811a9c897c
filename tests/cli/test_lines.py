"""What one line of a call says, and every way in which it can say nothing."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.cli.lines import MAXIMUM_BYTES, Line, LineError, raw_lines, read_line
from policy_engine.diagnostics.catalogue import messages
from policy_engine.model.duration import Duration

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ('{"event": "insult"}', Line(event="insult")),
        (
            '{"event": "e", "data": {"a": 1}, "by": "agent", "facts": {"f": true}, "event_id": "7",'
            ' "now": "2026-01-05T12:00:00+01:00", "line": {"nl": "Hallo"}}',
            Line(
                event="e",
                data={"a": 1},
                by="agent",
                facts={"f": True},
                now=NOON,
                event_id="7",
                spoken={"nl": "Hallo"},
            ),
        ),
        ('{"event": "e", "by": ["manager", "m.de.vries"]}', Line(event="e", by=("manager", "m.de.vries"))),
        ('{"event": "e", "by": null, "line": "Hello"}', Line(event="e", spoken={"": "Hello"})),
        ('{"event": "e", "at": "2026-01-05T12:00:00+01:00"}', Line(event="e", at=NOON)),
        ('{"retract": "e-1", "why": "misheard"}', Line(retract="e-1", why="misheard")),
        ('{"learn": {"at_risk": "yes"}}', Line(learn={"at_risk": "yes"})),
        ('{"advance": "5 min"}', Line(advance=Duration(5, "min"))),
        ('{"advance": "2026-01-05T12:00:00+01:00"}', Line(advance=NOON)),
        ('\ufeff{"event": "e", "now": "2026-01-05T11:00:00Z"}', Line(event="e", now=NOON.astimezone(UTC))),
    ],
)
def test_a_line_is_read(raw: str, line: Line) -> None:
    assert line == read_line(raw.encode())


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"x" * (MAXIMUM_BYTES + 1), "line-too-long"),
        (b'{"event": "\xe9"}', "line-not-utf8"),
        (b"insult", "line-not-json"),
        (b"[" * 50_000, "line-not-json"),
        (b'{"event": NaN}', "line-not-json"),
        (b"1" * 5_000, "line-not-json"),
        (b'["insult"]', "line-not-an-object"),
        (b"null", "line-not-an-object"),
        (b'{"evnt": "insult"}', "line-unknown-key"),
        (b'{"learn": {}, "at": "2026-01-05T12:00:00+01:00"}', "line-key-without-event"),
        (b'{"event": "e", "at": "noon"}', "line-not-a-time"),
        (b'{"event": "e", "why": "misheard"}', "line-retract-without-why"),
        (b'{"retract": "e-1"}', "line-retract-without-why"),
        (b'{"retract": "e-1", "why": " "}', "line-retract-without-why"),
        (b'{"retract": "e-1", "why": "misheard", "event": "e"}', "line-without-matter"),
        (b'{"event": "a", "event": "b"}', "line-key-twice"),
        (b'{"event": "a", "data": {"x": 1, "y": 2, "x": 3}}', "line-key-twice"),
        (b'{"learn": {"x": 1, "\\u0078": 2}}', "line-key-twice"),
        (b'{"learn": {}, "fields": {}}', "line-key-without-fill"),
        (b'{"event": "e", "record": 1}', "line-key-without-fill"),
        (b'{"fill": "note", "fields": {}, "data": {}}', "line-key-without-event"),
        (b'{"fill": "note"}', "line-fill-without-fields"),
        (b'{"fill": 3, "fields": {}}', "line-not-text"),
        (b'{"fill": "note", "fields": 3}', "line-not-values"),
        (b'{"fill": "note", "fields": {}, "record": true}', "line-not-a-number"),
        (b'{"fill": "note", "fields": {}, "record": "1"}', "line-not-a-number"),
        (b'{"advance": true}', "line-advance-without-now"),
        (b'{"advance": false, "now": "2026-01-05T12:00:00+01:00"}', "line-not-text"),
        (b"{}", "line-without-matter"),
        (b'{"event": "a", "learn": {}}', "line-without-matter"),
        (b'{"learn": {}, "by": "agent"}', "line-key-without-event"),
        (b'{"event": 3}', "line-not-text"),
        (b'{"event": null}', "line-not-text"),
        (b'{"event": "a", "event_id": 3}', "line-not-text"),
        (b'{"event": "a", "data": [1]}', "line-not-values"),
        (b'{"learn": null}', "line-not-values"),
        (b'{"event": "a", "by": 3}', "line-not-a-role"),
        (b'{"event": "a", "by": ["agent"]}', "line-not-a-role"),
        (b'{"event": "a", "by": ["agent", 3]}', "line-not-a-role"),
        (b'{"event": "a", "now": "today"}', "line-not-a-time"),
        (b'{"event": "a", "now": "2026-01-05T12:00:00"}', "line-not-a-time"),
        (b'{"advance": "a while"}', "line-not-a-duration"),
        (b'{"advance": "2026-01-05"}', "line-not-a-duration"),
        (b'{"event": "a", "line": 3}', "line-not-spoken"),
        (b'{"event": "a", "line": {"nl": 3}}', "line-not-spoken"),
    ],
)
def test_a_line_that_means_nothing_says_why(raw: bytes, code: str) -> None:
    with pytest.raises(LineError) as caught:
        read_line(raw)

    assert code == caught.value.code
    assert messages()[code].render(caught.value.fields, "nl")


@pytest.mark.parametrize(("written", "meant"), [("3 month", "3 months"), ("5m", "5 min"), ("a while", None)])
def test_a_duration_that_is_nearly_one_is_answered_with_what_was_meant(
    written: str, meant: str | None
) -> None:
    with pytest.raises(LineError) as caught:
        read_line(f'{{"advance": "{written}"}}'.encode())

    assert meant == caught.value.fields["suggestion"]


@given(st.binary(max_size=200))
def test_no_bytes_do_anything_but_mean_a_line_or_nothing(raw: bytes) -> None:
    with suppress(LineError):
        assert isinstance(read_line(raw), Line)


def test_blank_lines_are_counted_and_skipped() -> None:
    assert [(2, b"a\n"), (4, b"b")] == list(raw_lines(BytesIO(b"\na\n  \nb")))


def test_a_line_without_end_is_read_in_pieces_and_the_next_one_is_whole() -> None:
    long = b"x" * (3 * MAXIMUM_BYTES)

    (first, cut), (second, whole) = raw_lines(BytesIO(long + b"\nnext\n"))

    assert (1, MAXIMUM_BYTES + 1, 2, b"next\n") == (first, len(cut), second, whole)
