"""`schema`: the JSON Schemas that the package has."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.model.scenario_schema import scenario_schema
from policy_engine.model.schema import policy_schema
from policy_engine.policy import load_policy, parse_policy
from policy_engine.session.schema import snapshot_schema
from tests.cli.conftest import DATA, Runs

VISIT = load_policy(DATA / "visit.yaml")
SNAPSHOT = jsonschema.Draft7Validator(snapshot_schema())


@pytest.mark.parametrize(
    ("arguments", "schema"),
    [
        ((), policy_schema()),
        (("--kind", "policy"), policy_schema()),
        (("--kind", "scenarios"), scenario_schema()),
        (("--kind", "snapshot"), snapshot_schema()),
    ],
)
def test_a_schema_is_printed(run: Runs, arguments: tuple[str, ...], schema: object) -> None:
    ran = run("schema", *arguments)

    assert (0, schema) == (ran.status, json.loads(ran.out))


def test_a_schema_is_written_to_a_file(run: Runs) -> None:
    ran = run("schema", "-o", "policy.json")

    assert (0, "") == (ran.status, ran.out)
    assert policy_schema() == json.loads(Path("policy.json").read_text(encoding="utf-8"))


def test_a_file_that_can_not_be_written_is_a_wrong_call(run: Runs) -> None:
    ran = run("schema", "-o", "nowhere/policy.json")

    assert (2, "") == (ran.status, ran.out)
    assert (
        ran.err == "policy-engine: `nowhere/policy.json` can't be written: there is no such file or folder\n"
    )


@given(
    st.lists(st.sampled_from(("bell", "complains", "thanks", "escorted")), max_size=6),
    st.booleans(),
    st.booleans(),
)
def test_every_snapshot_fits_the_schema(events: list[str], remembering: bool, journal: bool) -> None:
    now = datetime(2026, 1, 5, tzinfo=UTC)
    session = VISIT.start(now=now, remember=2 if remembering else 0, journal=journal)
    for number, event in enumerate(events):
        data = {"grade": "mild"} if event == "complains" else None
        session.send(event, data=data, now=now, event_id=str(number))

    SNAPSHOT.validate(json.loads(json.dumps(session.snapshot())))


def test_a_snapshot_with_sends_and_history_fits_the_schema() -> None:
    policy = parse_policy(
        "policy: p\nformat: 1\nversion: '1'\nevents: {out: {}, again: {}}\ninitial: a\nstates:\n"
        "  a:\n    initial: b\n    entry: [{send: {event: again, delay: 3 s, id: x}}]\n"
        "    on: {out: c}\n    states: {b: {}, h: {type: history}}\n  c: {on: {again: h}}\n"
    )
    session = policy.start()
    session.send("out")

    snapshot = session.snapshot()

    assert (["h"], 1) == (list(snapshot["history"]), len(snapshot["sends"]))
    SNAPSHOT.validate(snapshot)


def test_every_key_of_a_snapshot_is_in_the_schema() -> None:
    assert list(VISIT.start().snapshot()) == snapshot_schema()["required"]
