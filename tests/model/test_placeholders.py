from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.model.placeholders import Placeholder, placeholders


def test_a_name_and_its_fallback_are_found_with_the_place_of_the_name() -> None:
    found = list(placeholders("Dag {customer_name|mevrouw of meneer}."))

    assert [Placeholder(5, 18, "customer_name", "mevrouw of meneer")] == found


def test_doubled_braces_are_no_placeholders() -> None:
    assert [] == list(placeholders("een {{accolade}} in de tekst"))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Dag {}.", 4, 6),
        ("Dag {naam", 4, 5),
        ("Dag naam}", 8, 9),
        ("Dag {twee woorden}", 4, 18),
        ("{|x}", 0, 4),
    ],
)
def test_braces_without_a_name_are_found_as_such(text: str, start: int, end: int) -> None:
    assert [Placeholder(start, end, None, None)] == list(placeholders(text))


@given(st.text())
def test_a_text_whose_braces_are_doubled_has_no_placeholders(text: str) -> None:
    written = text.replace("{", "{{").replace("}", "}}")

    assert [] == list(placeholders(written))


@given(st.text(alphabet="{}|ab ", max_size=20))
def test_every_placeholder_lies_within_its_text(text: str) -> None:
    gaps = list(placeholders(text))

    assert all(0 <= gap.start < gap.end <= len(text) for gap in gaps)
