"""A desk that is put away goes on from its snapshot."""

from __future__ import annotations

import json

import pytest

from policy_engine.desk.desk import Desk
from policy_engine.errors import (
    SnapshotError,
)
from tests.desk.desks import ONE, POLICIES, causes, desk_with, insulted
from tests.desk.policies import later


@pytest.mark.parametrize(
    "data",
    [
        None,
        {},
        {"schema": "policy_engine/desk/1"},
        {"schema": "policy_engine/desk/1", "sessions": [3]},
        {"schema": "policy_engine/desk/1", "sessions": [{"policy": "call", "key": "", "snapshot": {}}]},
        {"schema": "policy_engine/desk/1", "sessions": [{"policy": "call", "key": "1", "snapshot": {}}]},
        {"schema": "policy_engine/desk/1", "sessions": [{"policy": "nobody", "key": "1", "snapshot": {}}]},
    ],
)
def test_what_is_no_snapshot_of_a_desk_is_refused(data: object) -> None:
    with pytest.raises(SnapshotError):
        Desk.resume(POLICIES, data)  # type: ignore[arg-type]  # whatever a database gives


def test_a_snapshot_with_one_place_twice_is_refused() -> None:
    data = desk_with(ONE).snapshot()

    with pytest.raises(SnapshotError):
        Desk.resume(POLICIES, {**data, "sessions": data["sessions"] * 2})


def test_a_desk_that_was_put_away_goes_on_as_the_other_a_year_later() -> None:
    desk = desk_with(ONE, "two")
    insulted(desk, ONE, 2)
    insulted(desk, "two", 3)
    again = Desk.resume(POLICIES, json.loads(json.dumps(desk.snapshot())))

    courses = []
    for one in (desk, again):
        course = causes(one.advance(later(days=90)))
        course += causes(one.send("call", ONE, "insult", now=later(days=100)))
        course += causes(one.advance(later(days=365)))
        course += causes(one.start("call", "new", facts={"customer": "two"}, now=later(days=365)))
        courses.append(course)

    assert courses[0] == courses[1]
    assert desk.snapshot() == again.snapshot()


def test_a_snapshot_with_moments_that_no_host_can_tell_still_goes_on() -> None:
    desk = desk_with(ONE)
    data = json.loads(json.dumps(desk.snapshot()).replace("30:00.000000000Z", "30:00.000000700Z"))

    result = Desk.resume(POLICIES, data).advance(later(hours=1))

    assert "talk.after.30 min" == result.happened[0].decision.cause
