"""Recorded calls as courses: what happened, moment by moment, for what is drawn over a diagram."""

from __future__ import annotations

from pathlib import Path

from policy_engine.cli.recording import play_line, player_of, read_recording
from policy_engine.policy import Policy
from policy_engine.session.course import Moment
from policy_engine.session.decision import Decision


def recorded_course(path: Path, policy: Policy, language: str) -> tuple[Moment, ...]:
    """What happened in a recorded call. Raises CallError for a line that means nothing to the policy."""
    player = player_of(policy, {})
    opening = player.session.opening
    course = [Moment(0, "start", "", opening, opening.after)]
    for step, (number, line) in enumerate(read_recording(path, language), start=1):
        played = play_line(player, path, number, line, language)
        course += [_moment(step, decision) for decision in played.decisions]
    return tuple(course)


def _moment(step: int, decision: Decision) -> Moment:
    if decision.event is not None:
        return Moment(step, "event", decision.event, decision, decision.after)
    if decision.cause == "facts":
        return Moment(step, "learn", decision.cause, decision, decision.after)
    return Moment(step, "timer", decision.cause, decision, decision.after)
