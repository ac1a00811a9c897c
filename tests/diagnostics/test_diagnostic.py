"""Findings are collected once, in order, and without end they are not."""

from __future__ import annotations

from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.diagnostics.span import Span


def _span(line: int, column: int = 1) -> Span:
    return Span("a.yaml", line, column, line, column + 2)


def test_a_finding_says_where_it_is_and_what_it_is() -> None:
    item = Diagnostic("duplicate-key", _span(3, 5), {"key": "say", "line": 2})

    assert ("a.yaml", 3, 5, 3, 7) == (item.file, item.line, item.column, item.end_line, item.end_column)
    assert "a.yaml:3:5: error[duplicate-key]: `say` was given on line 2 already" == item.one_line()
    assert "`say` is op regel 2 al gegeven" == item.localized("nl").message
    assert "houd er één over, of voeg de inhoud samen" == item.localized("nl").help


def test_findings_are_sorted_by_place() -> None:
    sink = Diagnostics()
    sink.error("empty-file", _span(9))
    sink.warning("empty-file", _span(2, 7))
    sink.error("binary-file", _span(2, 3))

    assert [(2, 3), (2, 7), (9, 1)] == [(item.line, item.column) for item in sink.sorted()]
    assert 3 == len(list(sink))


def test_the_same_finding_is_kept_once() -> None:
    sink = Diagnostics()
    for _ in range(3):
        sink.error("empty-file", _span(1))

    assert 1 == len(sink)


def test_only_errors_stop_a_policy() -> None:
    sink = Diagnostics()
    sink.warning("branch-never", _span(1))
    assert not sink.has_errors

    sink.error("empty-file", _span(1))
    assert sink.has_errors


def test_findings_have_a_limit() -> None:
    sink = Diagnostics(limit=5)
    for line in range(1, 20):
        assert sink.full == (line > 5)
        sink.error("empty-file", _span(line))

    assert 5 == len(sink)


def test_warnings_never_crowd_out_an_error() -> None:
    sink = Diagnostics(limit=5)
    for line in range(1, 20):
        sink.warning("branch-never", _span(line))
    sink.error("empty-file", _span(30))

    assert sink.has_errors
    assert 6 == len(sink)


def test_a_place_knows_what_begins_inside_it() -> None:
    outer = Span("a.yaml", 2, 5, 4, 3)

    assert outer.covers(Span("a.yaml", 2, 5, 9, 9))
    assert outer.covers(_span(4, 2))
    assert not outer.covers(_span(4, 3))
    assert not outer.covers(_span(2, 4))
    assert Span("a.yaml", 1, 1, 1, 1) == Span.start_of("a.yaml")
