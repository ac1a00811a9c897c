"""What conditions make of a fact that is unknown is decided exactly."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from random import Random

import pytest

from policy_engine.model.branches import MAX_COMBINATIONS
from policy_engine.policy import parse_policy

MEMBERS = ("no", "yes", "perhaps", "unknown")
Condition = tuple[str, Callable[[str, bool, int], bool]]  # as text, and what it says


def codes(facts: str, *conditions: str) -> list[str]:
    """The warnings of a policy with these conditions, each of an event of its own."""
    events = ", ".join(f"e{number}: {{}}" for number in range(len(conditions)))
    on = "".join(f'      e{number}: {{when: "{one}", do: []}}\n' for number, one in enumerate(conditions))
    policy = parse_policy(
        f"policy: doubt\nformat: 1\nversion: '1'\nfacts:\n  {facts}\n  alone: {{flag: false}}\n"
        f"context: {{count: {{counter: 0..3}}}}\nevents: {{{events}}}\n"
        f"initial: a\nstates:\n  a:\n    on:\n{on}"
    )
    return [item.code for item in policy.warnings if item.code.startswith("doubt")]


def risk(in_doubt: str = "") -> str:
    more = f", in_doubt: {in_doubt}" if in_doubt else ""
    return f"risk: {{enum: [{', '.join(MEMBERS)}], default: unknown{more}}}"


def random_condition(random: Random, depth: int) -> Condition:
    if depth and random.random() < 0.7:
        (one, left), (other, right) = (random_condition(random, depth - 1) for _ in range(2))
        match random.randrange(3):
            case 0:
                return f"({one} and {other})", lambda *given: left(*given) and right(*given)
            case 1:
                return f"({one} or {other})", lambda *given: left(*given) or right(*given)
            case _:
                return f"not {one}", lambda *given: not left(*given)
    match random.randrange(5):
        case 0:
            return "alone", lambda _risk, alone, _count: alone
        case 1:
            least = random.randint(1, 3)
            return f"count >= {least}", lambda _risk, _alone, count: count >= least
        case 2:
            some = random.sample(MEMBERS[:3], 2)
            return f"risk in ['{some[0]}', '{some[1]}']", lambda risk, _alone, _count: risk in some
        case _:
            member = random.choice(MEMBERS[:3])
            return f"risk == '{member}'", lambda risk, _alone, _count: risk == member


def is_taken_for_another(holds: Callable[[str, bool, int], bool], careful: str) -> bool:
    for rest in product((False, True), range(4)):
        said = {member: holds(member, *rest) for member in MEMBERS}
        others = [said[member] for member in MEMBERS if member not in ("unknown", careful)]
        if said["unknown"] != said[careful] and said["unknown"] in others:
            return True
    return False


@pytest.mark.parametrize("seed", range(60))
def test_a_condition_is_told_about_where_it_takes_unknown_for_another_side(seed: int) -> None:
    random = Random(seed)
    text, holds = random_condition(random, 3)
    careful = random.choice(MEMBERS[:3])

    assert is_taken_for_another(holds, careful) is ("doubt-taken-for" in codes(risk(careful), text))


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        (("risk != 'no'", "risk == 'no'"), []),
        (("risk == 'yes'", "risk == 'no'"), []),  # both may take it for `perhaps`
        (("risk == 'yes'", "risk == 'no'", "risk == 'perhaps'"), []),  # each two agree on something
        (("risk in ['yes', 'perhaps']", "risk in ['no', 'perhaps']"), ["doubt-mixed"]),
        (("risk in ['yes', 'perhaps']", "risk in ['no', 'perhaps'] or true"), []),
        (("risk in ['yes', 'perhaps']", "risk in ['no', 'perhaps'] or risk == 'unknown'"), []),
    ],
)
def test_without_a_careful_side_conditions_must_agree(
    conditions: tuple[str, ...], expected: list[str]
) -> None:
    assert expected == codes(risk(), *conditions)


def test_a_list_that_leaves_unknown_to_its_else_has_said_so() -> None:
    policy = parse_policy(
        "policy: doubt\nformat: 1\nversion: '1'\nfacts: {risk: {enum: [no, yes, unknown], default: no}}\n"
        "events: {e: {}}\ninitial: a\nstates:\n  a:\n    on:\n      e:\n"
        "        - {when: risk == 'no', target: a}\n        - {when: risk == 'yes', target: b}\n"
        "        - else: c\n  b: {}\n  c: {}\n"
    )

    assert () == policy.warnings


def test_two_conditions_with_the_same_words_are_told_about_in_both_places() -> None:
    assert ["doubt-taken-for"] * 2 == codes(risk("yes"), "risk == 'yes'", "risk == 'yes'")


def test_a_condition_with_too_many_values_is_left_alone() -> None:
    wide = "\n".join(f"  n{number}: {{range: 0..99, default: 0}}" for number in range(4))
    condition = "risk == 'yes' or n0 + n1 > n2 + n3"

    assert 100**4 > MAX_COMBINATIONS
    assert [] == codes(f"{risk('yes')}\n{wide}", condition)
