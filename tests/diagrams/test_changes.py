"""The difference of two versions as an overlay: marks with words, and what is gone in the caption."""

from __future__ import annotations

from policy_engine.diagrams.changes import change_overlay
from policy_engine.diagrams.overlay import Stamp


def test_what_is_new_or_changed_bears_its_mark_in_words() -> None:
    overlay = change_overlay({"a": "added", "b": "reworded"}, {"a.on.x.0": "changed"}, [], [], "1.0", "nl")

    assert {"a": Stamp("added", "nieuw"), "b": Stamp("changed", "andere tekst")} == overlay.states
    assert {"a.on.x.0": Stamp("changed", "gewijzigd")} == overlay.transitions
    assert (
        "Anders dan in versie 1.0: wat donker is, is nieuw of gewijzigd; wat bleek is, is als eerst."
        == overlay.caption
    )


def test_what_is_gone_and_what_lies_around_is_told_in_words() -> None:
    gone = [f"step {number}" for number in range(1, 9)]

    overlay = change_overlay({"a": "changed"}, {}, ["Safety"], gone, "1.0", "en")

    assert overlay.caption.endswith(
        " Also changed: Safety. Gone: step 1, step 2, step 3, step 4, step 5, step 6 and 2 more."
    )


def test_nothing_that_can_be_seen_is_said_so() -> None:
    overlay = change_overlay({}, {}, [], [], "1.0", "en")

    assert "Nothing has changed since version 1.0 but what can't be seen here." == overlay.caption
