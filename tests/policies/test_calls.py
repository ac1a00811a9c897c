"""The recorded calls play through the flagship to the end that was written down here."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from policy_engine.cli.lines import read_line
from policy_engine.cli.player import Player
from policy_engine.policy import load_policy
from policy_engine.ready import ready_policies

FOLDER = Path(__file__).parent.parent / "data" / "calls"
POLICY = load_policy(ready_policies()["aggressive_caller"])
ENDS = {
    "at_risk": (
        "resolved",
        ["applied", "applied", "applied", "forbidden", "applied", "forbidden", "applied", "applied"],
        ["notify_manager", "write_report", "plan_follow_up"],
    ),
    "heard_and_helped": ("resolved", ["applied"] * 3, ["write_report", "plan_follow_up"]),
    "long_silence": ("closed", ["applied"] * 4, ["plan_callback", "write_report"]),
    "manager_on_request": (
        "resolved",
        ["applied", "applied", "rejected", "applied", "applied"],
        ["notify_manager", "notify_manager", "write_report", "plan_follow_up"],
    ),
    "panic_button": (
        "closed",
        ["applied", "applied", "applied", "duplicate", "applied", "closed"],
        ["notify_manager", "notify_manager", "write_report"],
    ),
    "third_warning_ignored": (
        "closed",
        ["applied", "applied", "applied", "forbidden", "applied", "applied", "applied", "applied"],
        ["notify_manager", "flag_customer", "write_report"],
    ),
    "threat": (
        "closed",
        ["applied"] * 5,
        ["call_police", "notify_manager", "flag_customer", "notify_manager", "write_report", "plan_talk"],
    ),
}


def test_every_recorded_call_is_played() -> None:
    assert sorted(ENDS) == sorted(path.stem for path in FOLDER.glob("*.jsonl"))


@pytest.mark.parametrize("name", ENDS)
def test_a_recorded_call_comes_to_its_end(name: str) -> None:
    player = Player(POLICY, {}, lambda: datetime(2026, 11, 21, 9, 0, tzinfo=UTC), remember=16)
    verdicts, actions = [], []
    for raw in (FOLDER / f"{name}.jsonl").read_bytes().splitlines():
        line = read_line(raw)
        played = player.play(line)
        if line.event is not None and played.decision is not None:
            verdicts.append(played.decision.verdict.value)
        actions += [action.name for decision in played.decisions for action in decision.actions]

    assert ENDS[name] == (player.session.outcome, verdicts, actions)
