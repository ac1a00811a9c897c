"""What nobody can see is searched for only where something cannot be printed."""

from __future__ import annotations

from policy_engine.document.text import UNSEEN


def test_nothing_that_is_not_seen_can_be_printed() -> None:
    unseen = [letter for letter in map(chr, range(0x10000)) if UNSEEN.match(letter)]

    assert 60 < len(unseen)
    assert [] == [letter for letter in unseen if letter.isprintable()]
