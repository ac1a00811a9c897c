from __future__ import annotations

import pytest

from policy_engine.model.chart import Link
from tests.model.reading import chart_of, codes

TELL = "{tell: {policy: conduct, key: %s, event: bad}}"


def link_of(facts: str, steps: str = "") -> Link:
    return chart_of(
        f"facts: {{{facts}}}\ncontext: {{note: {{text: ''}}}}\n"
        f"initial: a\nstates: {{a: {{entry: [{steps}]}}}}\n"
    ).links["standing"]


def plain(link: Link) -> tuple[str, str, str | None]:
    return link.policy, link.export, link.key


def test_a_fact_says_where_it_comes_from_and_of_which_session() -> None:
    link = link_of("who: {text: ''}, standing: {flag: false, from: conduct.standing, key: who}")

    assert ("conduct", "standing", "who") == plain(link)


def test_a_key_that_is_not_written_is_that_of_the_tells() -> None:
    link = link_of("who: {text: ''}, standing: {flag: false, from: conduct.standing}", TELL % "who")

    assert ("conduct", "standing", "who") == plain(link)


def test_a_variable_can_hold_the_key() -> None:
    link = link_of("standing: {flag: false, from: conduct.standing, key: note}")

    assert ("conduct", "standing", "note") == plain(link)


def test_a_policy_that_tells_nothing_reads_under_its_own_key() -> None:
    assert ("conduct", "standing", None) == plain(link_of("standing: {flag: false, from: conduct.standing}"))


@pytest.mark.parametrize("keys", [("who", "note"), ("\"'desk'\"",)])
def test_keys_that_leave_it_open_must_be_written(keys: tuple[str, ...]) -> None:
    steps = ", ".join(TELL % key for key in keys)
    facts = "facts: {who: {text: ''}, standing: {flag: false, from: conduct.standing}}\n"

    assert ["link-without-key"] == codes(
        f"{facts}context: {{note: {{text: ''}}}}\ninitial: a\nstates: {{a: {{entry: [{steps}]}}}}\n"
    )


def test_a_key_that_was_declared_with_a_mistake_is_no_second_mistake() -> None:
    facts = "facts: {who: {txt: ''}, standing: {flag: false, from: conduct.standing, key: who}}\n"

    assert ["unknown-key"] == codes(f"{facts}initial: a\nstates: {{a: {{}}}}\n")
