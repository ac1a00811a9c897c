"""Texts are compared by where they stand, whatever the policy is called."""

from __future__ import annotations

import policy_engine as pe
from policy_engine.diff.texts import text_changes

POLICY = "policy: {id}\nformat: 1\nversion: '1'\ntitle: {title}\nemergency: Call 112.\n"
POLICY += "initial: s\nstates: {{s: {{}}}}\n"


def test_policy_that_has_another_name_has_the_same_texts() -> None:
    old, same, other = (
        pe.parse_policy(POLICY.format(id=id, title=title)).chart
        for id, title in (("one", "Calls"), ("two", "Calls"), ("two", "Talks"))
    )

    assert () == text_changes(old, same, {})
    assert [("title", ("Calls",), ("Talks",))] == [
        (text.key, text.old, text.new) for text in text_changes(old, other, {})
    ]
