"""Every mistake is answered at its place, in both languages, and none costs more than it should."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from tests.model.golden import FOLDER, LANGUAGES, Case, Finding, places, written_cases

CASES = tuple(written_cases())
HEAD = 'policy: example\nformat: 1\nversion: "1.0.0"\n'
TALK = "initial: talk\nstates:\n  talk: {}\n"
# Calls of functions: the largest honest policy needs some hundred thousand, a bomb that goes off millions.
BOUND = 5_000_000


def _generated(name: str, source: str | bytes, *expected: Finding) -> Case:
    return Case(name, source.encode() if isinstance(source, str) else source, expected)


def _nested_blocks(depth: int) -> str:
    return "".join(f"{'  ' * level}x:\n" for level in range(depth))


def _states(count: int, target: Callable[[int], str]) -> str:
    lines = "".join(f"  state_{number}: {{on: {{next: {target(number)}}}}}\n" for number in range(count))
    return f"{HEAD}events: {{next: {{}}}}\ninitial: state_0\nstates:\n{lines}"


def _guarded(guard: str) -> str:
    return f'{HEAD}context: {{calm: {{flag: false}}}}\nguards: {{long: "{guard}"}}\n{TALK}'


# Files that cannot open with a comment, or that are too large to lie in the folder.
GENERATED = (
    _generated("nothing", b"", ("empty-file", 1, 1)),
    _generated("byte_order_mark_alone", b"\xef\xbb\xbf", ("empty-file", 1, 1)),
    _generated("blank_lines", b"\n \n\n", ("empty-file", 1, 1)),
    _generated("picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ("binary-file", 1, 1)),
    _generated("zero_byte", (HEAD + "owner: a\0b\n").encode(), ("binary-file", 1, 1)),
    _generated("utf_16", (HEAD + TALK).encode("utf-16"), ("not-utf-8", 1, 1)),
    _generated("cp1252", (HEAD + 'owner: "Coördinatie"\n' + TALK).encode("cp1252"), ("not-utf-8", 1, 1)),
    _generated("latin_1_quote", (HEAD + "owner: ").encode() + b"\x93Balie\x94\n", ("not-utf-8", 1, 1)),
    _generated("surrogate", (HEAD + "owner: ").encode() + b"\xed\xa0\x80\n", ("not-utf-8", 1, 1)),
    _generated("ten_megabytes", b"# " + b"x" * 10_000_000, ("file-too-large", 1, 1)),
    _generated("brackets", f"{HEAD}owner: {'[' * 100_000}", ("too-deep", 4, 39)),
    _generated("braces", f"{HEAD}owner: {'{a: ' * 50_000}", ("too-deep", 4, 132)),
    _generated("dashes", f"owner:\n  {'- ' * 50_000}x\n", ("too-deep", 2, 65)),
    _generated("deep_blocks", _nested_blocks(200), ("too-deep", 33, 65)),
    _generated("many_words", f"{HEAD}owner: [{'x, ' * 30_000}]\n", ("too-many-nodes", 4, 59982)),
    _generated("number_of_many_digits", f"{HEAD}owner: {'9' * 5_000}\n{TALK}", ("number-too-long", 4, 8)),
    _generated("guard_of_many_words", _guarded("not " * 40_000 + "calm"), ("expression-too-long", 5, 16)),
    _generated(
        "guard_of_many_parentheses",
        _guarded("(" * 100 + "calm" + ")" * 100),
        ("expression-too-deep", 5, 48),
    ),
    _generated(
        "mistake_in_a_long_line",
        f'{HEAD}initial: talk\nstates:\n  talk: {{say: "{"Ach. " * 20_000}{{naam}} {"Zo. " * 20_000}"}}\n',
        ("undeclared-placeholder", 6, 100_017),
    ),
)
# Files whose answers matter less than that they come soon, of each kind as large as the limits let it be.
COSTLY = (
    *(case for case in GENERATED if len(case.source) > 1_000),
    _generated("thousands_of_misspelt_states", _states(2_000, lambda number: f"stat_{number}")),
    _generated("thousands_of_strange_states", _states(2_000, lambda _: "x" * 90)),
    _generated("thousands_of_states", _states(2_000, lambda number: f"state_{(number + 1) % 2_000}")),
    _generated(
        "thousands_of_loops",
        _states(2_000, lambda _: "state_0").replace("on: {next:", "always: {target:"),
    ),
    _generated(
        "doubling_guards",
        f"{HEAD}context: {{calm: {{flag: false}}}}\nguards:\n  g0: calm\n"
        + "".join(f"  g{number}: g{number - 1} and g{number - 1}\n" for number in range(1, 80))
        + "events: {next: {}}\ninitial: talk\nstates:\n"
        + "  talk: {on: {next: {when: g79, target: talk}}}\n",
    ),
    _generated(
        "branches_over_many_facts",
        f"{HEAD}facts:\n"
        + "".join(f"  f{number}: {{range: 0..9, default: 0}}\n" for number in range(12))
        + "events: {next: {}}\ninitial: talk\nstates:\n  talk:\n    on:\n      next:\n"
        + "        - {when: "
        + " + ".join(f"f{number}" for number in range(12))
        + " > 50, target: talk}\n"
        + "        - {when: "
        + " + ".join(f"f{number}" for number in range(12))
        + " < 50, target: talk}\n",
    ),
    _generated(
        "tangle_of_facts",
        f"{HEAD}facts:\n"
        + "".join(f"  f{number}: {{flag: false}}\n" for number in range(24))
        + "events: {next: {}}\ninitial: talk\nstates:\n  talk: {on: {next: {when: "
        + " and ".join(f"(f{number} or f{number + 1})" for number in range(23))
        + ", target: talk}}}\n",
    ),
    _generated(
        "sum_of_facts",
        f"{HEAD}facts:\n"
        + "".join(f"  f{number}: {{range: 0..9, default: 0}}\n" for number in range(12))
        + "context: {best: {range: 0..200, default: 0}}\nevents: {next: {}}\ninitial: talk\nstates:\n"
        + "  talk: {on: {next: {do: [{set: {best: "
        + " + ".join(f"f{number}" for number in range(12))
        + "}}]}}}\n",
    ),
    _generated(
        "wide_variables",
        f"{HEAD}context:\n"
        + "".join(f"  v{number}: {{counter: 0..1000000000}}\n" for number in range(8))
        + "events: {next: {}}\ninitial: talk\nstates:\n  talk:\n    on:\n"
        + "      next: {when: v0 < 1000000000, do: [{add: {v0: 1}}]}\n",
    ),
    _generated(
        "many_placeholders",
        f'{HEAD}initial: talk\nstates:\n  talk: {{say: "{"{naam} " * 25_000}"}}\n',
    ),
)


@pytest.mark.parametrize("case", [*CASES, *GENERATED], ids=lambda case: case.name)
def test_a_mistake_is_found_at_its_place(case: Case) -> None:
    found = places(case.found())

    assert sorted(case.expected) == sorted(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_answered_in_the_words_that_were_read_and_approved(case: Case, language: str) -> None:
    printed = case.printed(case.found(), language)

    assert case.answer(language).read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("case", GENERATED, ids=lambda case: case.name)
def test_a_mistake_in_a_huge_or_unreadable_file_prints_as_a_few_short_lines(case: Case) -> None:
    printed = case.printed(case.found(), "nl")

    assert max(map(len, printed.splitlines())) <= 240
    assert len(printed.splitlines()) <= 8


def test_every_answer_belongs_to_a_mistake() -> None:
    wanted = {case.answer(language).name for case in CASES for language in LANGUAGES}

    assert wanted == {path.name for path in FOLDER.glob("*.out")}


def test_every_mistake_says_what_is_expected() -> None:
    assert [] == [case.name for case in CASES if not case.expected]


@pytest.mark.no_cover
@pytest.mark.parametrize("case", COSTLY, ids=lambda case: case.name)
def test_no_file_costs_work_without_bound(case: Case) -> None:
    calls = _calls_of(case.findings)

    assert calls < BOUND


class _TooMuchError(Exception):
    """the work has passed its bound"""


def _calls_of(work: Callable[[], object]) -> int:
    """How many functions `work` calls. Stops at BOUND, so that a bomb fails the test and blocks nothing."""
    count = 0

    def counts(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call" or event == "c_call"
        if count >= BOUND:
            sys.setprofile(None)
            raise _TooMuchError

    sys.setprofile(counts)
    try:
        work()
    except _TooMuchError:
        pass
    finally:
        sys.setprofile(None)
    return count
