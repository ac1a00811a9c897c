"""The nearest known name."""

from __future__ import annotations

from policy_engine.diagnostics.suggest import closest


def test_a_misspelt_name_is_recognised() -> None:
    assert "warnings" == closest("warnngs", ["solved", "warnings", "most"])


def test_nothing_like_it_is_no_suggestion() -> None:
    assert None is closest("xyz", ["warnings", "solved"])
    assert None is closest("warnings", [])


def test_it_is_found_among_very_many() -> None:
    names = [f"state_{number}" for number in range(2000)]

    assert "recognise" == closest("recognize", [*names, "recognise"])
