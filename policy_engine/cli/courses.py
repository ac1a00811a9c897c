"""Recorded calls as courses: what happened, moment by moment, for what is drawn over a diagram."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from policy_engine.cli.failure import CallError, sentence
from policy_engine.cli.lines import LineError
from policy_engine.cli.player import Player
from policy_engine.cli.problems import REFUSED, problem_of
from policy_engine.cli.recording import read_recording
from policy_engine.policy import Policy
from policy_engine.scenarios.time import START
from policy_engine.session.course import Moment
from policy_engine.session.decision import Decision

_REMEMBERED = 1_000  # event ids, so that what was recorded twice counts once


def recorded_course(path: Path, policy: Policy, language: str) -> tuple[Moment, ...]:
    """What happened in a recorded call. Raises CallError for a line that means nothing to the policy."""
    player = Player(policy, {}, lambda: START, remember=_REMEMBERED)
    opening = player.session.opening
    course = [Moment(0, "start", "", opening, opening.after)]
    for step, (number, line) in enumerate(read_recording(path, language), start=1):
        try:
            played = player.play(line)
        except LineError as error:
            raise _bad_line(path, number, language, error.code, error.fields) from None
        except REFUSED as error:
            raise _bad_line(path, number, language, *problem_of(error)) from None
        course += [_moment(step, decision) for decision in played.decisions]
    return tuple(course)


def _moment(step: int, decision: Decision) -> Moment:
    if decision.event is not None:
        return Moment(step, "event", decision.event, decision, decision.after)
    if decision.cause == "facts":
        return Moment(step, "learn", decision.cause, decision, decision.after)
    return Moment(step, "timer", decision.cause, decision, decision.after)


def _bad_line(path: Path, number: int, language: str, code: str, fields: Mapping[str, object]) -> CallError:
    problem = sentence(code, fields, language)
    return CallError("recorded-line-bad", language, file=path, line=number, problem=problem)
