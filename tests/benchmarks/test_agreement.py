"""The benchmark's own engines do the same work; `make bench` installs the peers and compares them too."""

import pytest

from benchmarks.agreement import DisagreementError, assert_agreement, course
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
def test_the_ladder_ends_every_call_like_the_bound(ours: type[Engine]) -> None:
    engine = ours()

    assert [course(Bound(), call) for call in CALLS] == [course(engine, call) for call in CALLS]


def test_the_flagship_ends_every_call_like_the_table_written_down_from_it() -> None:
    flagship = Flagship()
    calls = flagship_calls(flagship, count=20)
    bound = flagship_bound(flagship, calls)

    played = [bound.drive(bound.start(), call) for call in calls]

    assert [list(flagship.names(flagship.drive(flagship.start(), call))) for call in calls] == played


def test_an_engine_that_does_something_else_is_named_with_the_call() -> None:
    table = unrolled()
    table["danger"]["reported"] = ("closed", ())

    with pytest.raises(
        DisagreementError, match=r"(?s)the bound differs from the bound in the call .*reported"
    ):
        assert_agreement(Bound(), Bound(table), CALLS)


def test_calls_are_the_same_for_the_same_seed_and_long_enough_to_climb_the_ladder() -> None:
    warned = [call for call in CALLS if call.count("insult") + call.count("anger_persists") > 3]

    assert CALLS == seeded_calls(unrolled(), count=20)
    assert len(warned) > len(CALLS) / 2


def test_an_unrolled_state_has_the_name_its_author_gave_it() -> None:
    names = {plain(state) for state in unrolled()}

    assert {
        "recognise",
        "acknowledge",
        "explore",
        "boundary",
        "warn",
        "end_call",
        "with_manager",
        "danger",
        "aftercare",
        "closed",
    } == names
