"""What is written otherwise in a new version: states and transitions that came, went or changed."""

from __future__ import annotations

import policy_engine as pe
from policy_engine.diff.changes import Changes, changes_of
from policy_engine.diff.texts import text_changes
from tests.diff.test_comparison import OLD


def changes(*pairs: tuple[str, str], names: dict[str, str] | None = None) -> Changes:
    new = OLD
    for before, after in pairs:
        assert before in new
        new = new.replace(before, after)
    old_chart, new_chart = (pe.parse_policy(text).chart for text in (OLD, new))
    return changes_of(old_chart, new_chart, names or {}, text_changes(old_chart, new_chart, names or {}))


def test_version_with_nothing_new_has_no_changes() -> None:
    assert Changes((), (), (), (), (), (), ()) == changes()


def test_state_that_came_moves_nothing_else() -> None:
    found = changes(
        ("initial: calm", "initial: first"),
        ("      calm: {label", "      first: {on: {insult: calm}}\n      calm: {label"),
    )

    assert (("first",), ("talk",)) == (found.added_states, found.changed_states)
    assert (("first.on.insult.0",), (), ()) == (
        found.added_transitions,
        found.changed_transitions,
        found.removed_transitions,
    )


def test_state_with_another_name_is_the_same_one() -> None:
    found = changes(("danger", "alarm"), names={"danger": "alarm"})

    assert Changes((), (), (), (), (), (), ()) == found
    renamed = changes(("danger", "alarm"))
    assert (("alarm",), ("danger",)) == (renamed.added_states, renamed.removed_states)


def test_what_a_state_does_and_what_it_says_are_told_apart() -> None:
    found = changes(("entry: [call_police]", "entry: [note]"), ("en: Hello.", "en: Good day."))

    assert (("danger",), ("calm",)) == (found.changed_states, found.reworded)


def test_transitions_are_matched_by_what_they_say_then_by_place() -> None:
    found = changes(
        ("2 min: calm", "3 min: calm"),
        ("when: warnings < most,", "when: warnings < most and not risk,"),
        ("threat: danger, takes_over: danger", "takes_over: over"),
    )

    assert () == found.added_transitions
    assert ("talk.on.takes_over.0", "warn.on.insult.0", "warn.after.3 min.0") == found.changed_transitions
    assert ["talk.on.threat.0"] == [item.id for item in found.removed_transitions]
