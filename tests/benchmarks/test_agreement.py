"""The benchmark's own engines do the same work; `make bench` installs the peers and compares them too."""

import pytest

from benchmarks.agreement import DisagreementError, assert_agreement, assert_same_actions
from benchmarks.engine import Engine
from benchmarks.engines.bound import Bound
from benchmarks.engines.policy import (
    Flagship,
    LadderFlat,
    LadderNested,
    LadderTold,
    flagship_bound,
    flagship_calls,
)
from benchmarks.ladder import plain, seeded_calls, unrolled

CALLS = seeded_calls(unrolled(), count=20)


@pytest.mark.parametrize("ours", [LadderFlat, LadderNested, LadderTold])
def test_the_ladder_goes_through_every_call_like_the_bound(ours: type[Engine]) -> None:
    engine = ours()

    assert_agreement(Bound(), engine, CALLS)


def test_the_flagship_ends_every_call_like_the_table_written_down_from_it() -> None:
    flagship = Flagship()
    calls = flagship_calls(flagship, count=20)

    assert_same_actions(flagship_bound(flagship, calls), flagship, calls)


@pytest.mark.parametrize(
    ("state", "event", "wrong"),
    [("danger", "reported", ("with_manager", ("write_report",))), ("danger", "reported", ("aftercare", ()))],
)
def test_an_engine_that_does_something_else_is_named_with_the_call(
    state: str, event: str, wrong: tuple[str, tuple[str, ...]]
) -> None:
    table = unrolled()
    table[state][event] = wrong

    with pytest.raises(DisagreementError, match=r"the bound differs from the bound in the call .*reported"):
        assert_agreement(Bound(), Bound(table), CALLS)


def test_calls_are_the_same_for_the_same_seed_and_long_enough_to_climb_the_ladder() -> None:
    warned = [call for call in CALLS if call.count("insult") + call.count("anger_persists") > 3]

    assert CALLS == seeded_calls(unrolled(), count=20)
    assert len(warned) > len(CALLS) / 2


def test_an_unrolled_state_has_the_name_its_author_gave_it() -> None:
    nested = LadderNested().policy.chart

    assert {state.id for state in nested.states if state.kind in ("atomic", "final")} == {
        plain(state) for state in unrolled()
    }


def test_other_actions_are_a_disagreement_even_where_the_states_have_other_names() -> None:
    table = unrolled()
    table["aftercare"]["rested"] = ("closed", ("write_report",))

    with pytest.raises(DisagreementError, match="the bound differs from the bound in the call"):
        assert_same_actions(Bound(), Bound(table), CALLS)
