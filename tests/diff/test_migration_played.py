"""What is told of live sessions is what becomes of sessions that were really played."""

from __future__ import annotations

import copy
import json
from collections import deque
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

import policy_engine as pe
from policy_engine.diff.migration import moving
from policy_engine.errors import MigrationError
from policy_engine.session.live import Session
from tests.courses.pairs import BEGAN, answer, calls, loaded, relative, rich_policy, small_change

MOST = 25


def played(policy: pe.Policy) -> Iterator[tuple[Session, datetime]]:
    """Sessions that were played in every way, the shortest first, each place once."""
    waiting = deque((policy.start(facts={"k": known}, now=BEGAN), BEGAN) for known in (False, True))
    met: set[str] = set()
    while waiting and len(met) < MOST:
        session, now = waiting.popleft()
        place = json.dumps(relative(session.snapshot(), now))
        if place in met:
            continue
        met.add(place)
        yield session, now
        for call, moment in () if session.done else calls(session, session, now):
            following = policy.resume(session.snapshot())
            answer(following, call, moment, expected=False)
            waiting.append((following, moment))


def two_versions(seed: int, change: str) -> tuple[pe.Policy, pe.Policy]:
    random = Random(seed)
    while True:
        written = rich_policy(random)
        new: dict[str, Any] = copy.deepcopy(small_change(random, written))
        new |= {"version": "2", "migrate": {"from": ["1"]}}
        if change != "small":
            new = json.loads(json.dumps(new).replace('"s1"', '"t1"'))
        if change == "renamed":
            new["migrate"]["states"] = {"s1": random.choice(["t1", "s0", "r0"])}
        versions = loaded(written), loaded(new)
        if versions[0] is not None and versions[1] is not None:
            return versions[0], versions[1]


@pytest.mark.no_cover
@pytest.mark.parametrize(("seed", "change"), [(1, "small"), (7, "gone"), (3, "renamed")])
def test_sessions_that_were_played_move_or_not_as_it_is_told(seed: int, change: str) -> None:
    old, new = two_versions(seed, change)
    told = moving(old, new)

    refused = set()
    for session, now in played(old):
        try:
            moved = new.resume(new.migrate(session.snapshot(), old, now))
        except MigrationError as error:
            refused.add(error.code)
        else:
            moved.advance(now + timedelta(seconds=20))

    assert told.whole
    assert refused <= {stuck.code for stuck in told.stuck}
    assert not (refused and told.all_move)
