"""The oracle's own evaluator says what the language says."""

from __future__ import annotations

import pytest

from tests.oracle.expressions import Reading, evaluate

READING = Reading(
    names={"n": 2, "m": 5, "up": True, "down": False, "mood": "calm"},
    guards={"ready": "up and n < m"},
    data={"stars": 4},
    by="agent",
    active={"open"},
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("down and down or up", True),
        ("not down and down", False),
        ("not (down and down)", True),
        ("not n == m", True),
        ("m - n - 1", 2),
        ("m - (n - 1)", 4),
        ("-n + m", 3),
        ("n + 1 < m", True),
        ("mood in ['calm', 'cross']", True),
        ("not mood in ['cross']", True),
        ("ready", True),
        ("event.stars >= 4", True),
        ("by == 'agent'", True),
        ("in_state('open') and not in_state('closed')", True),
        ("mood == 'it''s'", False),
        ("1.5 < n", True),
        ("true != down", True),
    ],
)
def test_expression_has_its_value(text: str, value: object) -> None:
    assert value == evaluate(text, READING)


@pytest.mark.parametrize("text", ["", "n m", "n = 1", "(n", "[n", "and n"])
def test_text_that_is_no_expression_is_refused(text: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        evaluate(text, READING)
