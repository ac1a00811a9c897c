"""Everything is mended that has one right answer, until nothing is left of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from policy_engine.authoring.fixing import fix_of
from policy_engine.authoring.mended import mended
from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.diagnostics.fix import Edit, Fix
from policy_engine.diagnostics.span import Span
from policy_engine.policy import check_policy
from tests.authoring.test_fixing import CASES, fixed, text_of
from tests.model.golden import Case


def look(text: str) -> Sequence[Diagnostic]:
    sink = Diagnostics()
    check_policy(text, "a.yaml", sink)
    return sink.sorted()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_of_every_file_with_a_mistake_all_is_mended_that_can_be(case: Case) -> None:
    if not fixed(case):
        return
    found = mended(text_of(case), look)

    assert [] == [item.code for item in look(found.text) if fix_of(item, found.text) is not None]
    assert found.answers


def test_mistakes_that_hide_behind_others_are_mended_in_turn() -> None:
    text = (
        "policy: desk\nformat: 1\nversion: 1.10\nevents: {complains: {}, leaves: {}}\n"
        "initial: listen\nstates:\n\tlisten:\n\t\tsay: Let op: ik luister.\n"
        "\t\ton: {complain: lisen, leaves: {when: 1 = 1 && true, target: over}}\n"
        "  over: {type: final}\n"
    )

    found = mended(text, look)

    assert (
        'policy: desk\nformat: 1\nversion: "1.10"\nevents: {complains: {}, leaves: {}}\n'
        'initial: listen\nstates:\n  listen:\n    say: "Let op: ik luister."\n'
        "    on: {complains: listen, leaves: {when: 1 == 1 and true, target: over}}\n"
        "  over: {type: final}\n"
    ) == found.text
    assert [
        "tab-indentation", "quote-sentence", "unquoted-version", "undeclared-event", "undeclared-state",
        "foreign-sign", "foreign-sign",
    ] == [answer.finding.code for answer in found.answers]  # fmt: skip


def test_fixes_that_touch_each_other_are_made_one_after_the_other() -> None:
    def both(text: str) -> list[Diagnostic]:
        places = [at for at, sign in enumerate(text, start=1) if sign == "x"]
        return [
            Diagnostic("empty-file", span, {"fix": Fix((Edit(span, "yy"),))})
            for span in (Span("a.yaml", 1, at, 1, at + 1) for at in places)
        ]

    assert "yyyyz" == mended("xxz", both).text


def test_what_leads_in_a_circle_is_left() -> None:
    def turn(text: str) -> list[Diagnostic]:
        span = Span("a.yaml", 1, 1, 1, 2)
        return [Diagnostic("empty-file", span, {"fix": Fix((Edit(span, "b" if text == "a" else "a"),))})]

    assert "b" == mended("a", turn).text


def test_it_ends() -> None:
    def grow(_: str) -> list[Diagnostic]:
        span = Span.start_of("a.yaml")
        return [Diagnostic("empty-file", span, {"fix": Fix((Edit(span, "a"),))})]

    assert 50 == len(mended("", grow).text)
