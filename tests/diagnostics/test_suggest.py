"""The nearest known name."""

from __future__ import annotations

import pytest

from policy_engine.diagnostics.suggest import closest, nearest


def test_a_misspelt_name_is_recognised() -> None:
    assert "warnings" == closest("warnngs", ["solved", "warnings", "most"])


def test_nothing_like_it_is_no_suggestion() -> None:
    assert None is closest("xyz", ["warnings", "solved"])
    assert None is closest("warnings", [])


def test_it_is_found_among_very_many() -> None:
    names = [f"state_{number}" for number in range(2000)]

    assert "recognise" == closest("recognize", [*names, "recognise"])


def test_the_few_that_are_most_alike_come_in_that_order() -> None:
    names = ["at_risk_hangs_up", "at_risk", "threat", "hangs_up"]

    assert ("at_risk_hangs_up", "hangs_up") == nearest("risk_hangs_up", names, 2, likeness=0.4)
    assert () == nearest("xyz", names, 2, likeness=0.4)


@pytest.mark.parametrize(
    ("name", "known", "sure"),
    [
        ("complain", ["complains", "calms_down"], True),
        ("wran", ["warn", "listen"], True),
        ("insult", ["insults", "insulted"], True),
        ("complain", ["complains", "complained"], False),
        ("xrn", ["warn"], False),
        ("at", ["act"], False),
        ("listen", ["listening"], False),
        ("r" * 70, ["r" * 71], False),
    ],
)
def test_a_name_is_sure_where_it_is_hardly_misspelt_and_no_other_is_as_near(
    name: str, known: list[str], sure: bool
) -> None:
    found = closest(name, known)

    assert sure == (found is not None and found.sure)
