"""What to write for direct danger, in each language that a policy has."""

from __future__ import annotations

from tests.verify.linting import HEAD, linted

POLICY = """
events: {threat: {safety: true}, stop: {}}
initial: talk
states:
  talk: {on: {threat: done, stop: done}}
  done: {type: final}
"""


def _advice(head: str) -> object:
    return next(item.fields["sample"] for item in linted(HEAD + head + POLICY) if item.code == "no-emergency")


def test_a_policy_without_languages_gets_one_text_in_the_language_of_its_reader() -> None:
    assert {"en": '"Immediate danger? Call 112"', "nl": '"Direct gevaar? Bel 112"'} == _advice("")


def test_a_policy_with_languages_gets_a_text_for_each() -> None:
    written = '{nl-BE: "Direct gevaar? Bel 112", fr: ...}'

    assert {"en": written, "nl": written} == _advice("languages: [nl-BE, fr]")
