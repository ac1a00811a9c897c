"""Keys are put in order where their order means nothing, and only there."""

from __future__ import annotations

import pytest

from policy_engine.authoring.layout.formatting import formatted
from policy_engine.authoring.layout.ordering import in_order
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.policy import parse_policy
from tests.authoring.layout.test_formatting import comments
from tests.cli.conftest import DATA


def test_keys_stand_as_editors_offer_them_with_their_comments() -> None:
    text = """version: "1"  # of the file
# its name
policy: desk
format: 1
states:
  talk:
    on:
      a: {target: talk, when: true}
      b:
        - target: talk  # stays
          label: again
    say: "Hello."
    # for posters
    label: Talk
    entry: [x]
initial: talk
actions: {x: {}}
events: {b: {}, a: {}}
"""

    assert """# its name
policy: desk
format: 1
version: "1"  # of the file
events: {b: {}, a: {}}
actions: {x: {}}
initial: talk
states:
  talk:
    # for posters
    label: Talk
    say: "Hello."
    on:
      a: {when: true, target: talk}
      b:
        - target: talk  # stays
          label: again
    entry: [x]
""" == in_order(text, "desk.yaml")


def test_the_policy_does_what_it_did_and_nothing_is_lost() -> None:
    text = (DATA / "visit.yaml").read_text(encoding="utf-8")

    found = in_order(text, "a.yaml")

    before, after = parse_policy(text), parse_policy(found)
    assert sorted(comments(text)) == sorted(comments(found))
    assert [state.id for state in before.chart.states] == [state.id for state in after.chart.states]
    assert [item.id for item in before.chart.transitions] == [item.id for item in after.chart.transitions]
    assert len(before.automaton.nodes) == len(after.automaton.nodes)
    assert found == in_order(found, "a.yaml")
    assert formatted(found, "a.yaml", Diagnostics()) is not None


@pytest.mark.parametrize(
    "text",
    [
        "policy: a\nformat: 1\n",  # it has mistakes
        "a: {\n",
        'format: 1\npolicy: a\nversion: "1"\ninitial: b\nstates: {b: {say: "x", # here\n  label: y}}\n',
    ],
)
def test_what_has_mistakes_and_what_holds_a_comment_between_brackets_stays(text: str) -> None:
    found = in_order(text, "a.yaml")

    assert text.replace("format: 1\npolicy: a\n", "policy: a\nformat: 1\n") == found
