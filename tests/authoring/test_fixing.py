"""What has one right answer is answered so that it is no finding any more, and all else stays as it is."""

from __future__ import annotations

import pytest

from policy_engine.authoring.fixing import fix_of
from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.diagnostics.fix import Edit, Fix, edited
from policy_engine.diagnostics.span import Span
from policy_engine.document.text import read_text
from policy_engine.policy import check_policy
from tests.model.golden import Case, written_cases
from tests.model.reading import HEAD


def text_of(case: Case) -> str:
    return read_text(case.source, case.file, Diagnostics()) or ""


def fixed(case: Case) -> list[tuple[Diagnostic, Fix]]:
    """The findings of a case that have one right answer."""
    found = [(finding, fix_of(finding, text_of(case))) for finding in case.found()]
    return [(finding, fix) for finding, fix in found if fix is not None]


CASES = tuple(written_cases())
# What could not be seen as long as another mistake stood before it.
BEHIND = {
    "lapse_of_flag_with_mistake": ["lapse-of-no-counter"],
    "migrate_misused": ["migrate-two-into-one"],
    "must_action_several_unknown": ["must-twice"],
    "state_type_unknown": ["parallel-without-states"],
    "wrong_type_internal": ["internal-misuse"],
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_was_mended_is_found_no_more_and_nothing_else_is_new(case: Case) -> None:
    for finding, fix in fixed(case):
        sink = Diagnostics()
        check_policy(edited(text_of(case), fix.edits), case.file, sink)

        left = [item.code for item in sink]
        for other in case.found():
            if other != finding and other.code in left:
                left.remove(other.code)
        assert set() == set(left) - set(BEHIND.get(case.name, ())), finding.one_line()


@pytest.mark.parametrize(
    ("written", "known"),
    [("xyz", "complains"), ("complained", "complains: {}, complain"), ("complainssss", "complains")],
)
def test_a_name_that_may_be_another_is_left_to_people(written: str, known: str) -> None:
    text = f"{HEAD}events: {{{known}: {{}}}}\ninitial: talk\nstates: {{talk: {{on: {{{written}: {{}}}}}}}}\n"
    sink = Diagnostics()
    check_policy(text, "a.yaml", sink)

    assert [None] == [fix_of(item, text) for item in sink if item.code == "undeclared-event"]


def test_a_finding_that_knows_its_own_answer_keeps_it() -> None:
    fix = Fix((Edit(Span.start_of("a.yaml"), "x"),))

    assert fix is fix_of(Diagnostic("empty-file", Span.start_of("a.yaml"), {"fix": fix}), "")


def test_a_key_that_stands_there_already_is_not_written_twice() -> None:
    heard = "{complains: {}, complain: {}}"
    text = f"{HEAD}events: {{complains: {{}}}}\ninitial: talk\nstates: {{talk: {{on: {heard}}}}}\n"
    sink = Diagnostics()
    check_policy(text, "a.yaml", sink)

    assert [None] == [fix_of(item, text) for item in sink]
