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
READY = ready_policies()
POLICY = load_policy(READY["aggressive_caller"])
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
        ["notify_manager", "flag_customer", "tell", "write_report"],
    ),
    "threat": (
        "closed",
        ["applied"] * 5,
        [
            "call_police",
            "notify_manager",
            "flag_customer",
            "tell",
            "notify_manager",
            "write_report",
            "plan_talk",
        ],
    ),
}


def test_every_recorded_call_is_played() -> None:
    assert sorted(ENDS) == sorted(path.stem for path in FOLDER.glob("*.jsonl"))


def played(path: Path) -> tuple[str | None, list[str], list[str]]:
    """The outcome, the verdicts on the events and the actions of a recorded call."""
    player = Player(POLICY, {}, lambda: datetime(2026, 11, 21, 9, 0, tzinfo=UTC), remember=16)
    verdicts, actions = [], []
    for raw in path.read_bytes().splitlines():
        line = read_line(raw)
        step = player.play(line)
        if line.event is not None and step.decision is not None:
            verdicts.append(step.decision.verdict.value)
        actions += [action.name for decision in step.decisions for action in decision.actions]
    return player.session.outcome, verdicts, actions


@pytest.mark.parametrize("name", ENDS)
def test_a_recorded_call_comes_to_its_end(name: str) -> None:
    assert ENDS[name] == played(FOLDER / f"{name}.jsonl")


def test_the_call_of_the_demo_shows_a_refusal_three_warnings_and_the_end() -> None:
    demo = READY["aggressive_caller"].parent / "calls" / "aggressive_caller.jsonl"

    assert ENDS["third_warning_ignored"] == played(demo)
