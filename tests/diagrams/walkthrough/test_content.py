"""What a page holds, and which policies it can't hold."""

from __future__ import annotations

import json

import pytest

from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.printed import Words, scorm, walkthrough
from policy_engine.diagrams.walkthrough import pictures as drawn
from policy_engine.diagrams.walkthrough.content import choices_of
from policy_engine.diagrams.walkthrough.page import embedded, walkthrough_html
from policy_engine.errors import PrintError
from policy_engine.policy import parse_policy
from tests.diagrams.examples import figure
from tests.diagrams.walkthrough.agreement import content_of

COUNTING = """
policy: counting
format: 1
version: "1"
parameters: {{deep: {{flag: {deep}}}, name: {{text: "x"}}}}
context: {{one: {{counter: 0..50}}, two: {{counter: 0..50}}}}
events: {{left: {{}}, right: {{}}, again: {{}}}}
initial: a
states:
  a:
    on:
      left: {{when: deep and one < 50, do: [{{add: {{one: 1}}}}]}}
      right: {{when: deep and two < 50, do: [{{add: {{two: 1}}}}]}}
      again: {{target: a}}
"""


def test_a_policy_too_large_for_a_whole_table_is_refused() -> None:
    policy = parse_policy(COUNTING.format(deep="true"))

    with pytest.raises(PrintError, match="`counting` has too many situations for a walk-through"):
        walkthrough_html(policy)


def test_a_choice_of_parameters_that_is_too_large_is_left_out() -> None:
    policy = parse_policy(COUNTING.format(deep="false"))

    assert [choice.parameters for choice in choices_of(policy)] == [{"deep": False, "name": "x"}]


def test_a_choice_that_is_wrong_for_the_policy_is_left_out() -> None:
    policy = parse_policy(
        """
        {policy: p, format: 1, version: "1", parameters: {most: {range: 1..3, default: 1}},
         context: {n: {counter: 0..2}}, events: {go: {}}, initial: a,
         states: {a: {on: {go: {when: n < most, target: a, do: [{add: {n: 1}}]}}}}}
        """
    )

    assert [choice.parameters["most"] for choice in choices_of(policy)] == [1, 2]


def test_too_many_choices_leave_the_policys_own() -> None:
    policy = parse_policy(
        """
        {policy: p, format: 1, version: "1", parameters: {most: {range: 1..17, default: 4}},
         events: {go: {}}, initial: a, states: {a: {on: {go: a}}}}
        """
    )

    assert [choice.parameters["most"] for choice in choices_of(policy)] == [4]


def test_equal_parts_of_the_table_stand_in_it_once() -> None:
    content = content_of(parse_policy(COUNTING.format(deep="false")))

    rows = [json.dumps(row) for row in content["table"]["edges"]]
    assert len(set(rows)) == len(rows)


def test_data_in_the_page_can_not_end_their_block() -> None:
    hostile = {"</script><!--": "\u2028\u2029&\"'"}

    written = embedded(hostile)

    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == hostile


def test_a_picture_stands_on_the_smallest_sheet_that_it_fits() -> None:
    (picture,) = drawn.pictures(figure("aggressive_caller"), "nl")

    assert 'id="state-recognise"' in picture
    assert 'id="header"' not in picture
    assert "style=" not in picture
    assert "aantal waarschuwingen: " not in picture  # on the page it may be changed


def test_what_fits_no_sheet_stands_on_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "_PAPERS", (Paper("a6"),))

    found = drawn.pictures(figure("aggressive_caller"), "en")

    assert len(found) > 1
    assert [f'id="sheet-{number}"' in one for number, one in enumerate(found, start=1)] == [True] * len(found)


@pytest.mark.parametrize("words", [walkthrough.WORDS, scorm.WORDS], ids=["walkthrough", "scorm"])
def test_our_own_words_have_the_same_gaps_in_both_languages(words: Words) -> None:
    for key, texts in words.items():
        gaps = {
            language: {place for place in range(4) if f"{{{place}}}" in text}
            for language, text in texts.items()
        }
        assert set(gaps) == {"en", "nl"}, key
        assert gaps["en"] == gaps["nl"], key
