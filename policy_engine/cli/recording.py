"""Plays a recorded call and shows at each step what the agent would be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

from rich.text import Text

from policy_engine.cli.failure import CallError, sentence
from policy_engine.cli.files import read
from policy_engine.cli.lines import Line, LineError, raw_lines, read_line
from policy_engine.cli.output import console
from policy_engine.cli.player import Played, Player
from policy_engine.cli.policies import Prepared
from policy_engine.cli.problems import REFUSED, problem_of
from policy_engine.cli.teller import Teller
from policy_engine.cli.texts import shown
from policy_engine.cli.words import word
from policy_engine.model.types import Value
from policy_engine.policy import Policy
from policy_engine.ready import ready_policies
from policy_engine.scenarios.time import START

_REMEMBERED = 1_000  # event ids, so that what was recorded twice counts once


def read_recording(path: Path, language: str) -> tuple[tuple[int, Line], ...]:
    """The numbered lines of a recorded call. Raises CallError for the first line that means nothing."""
    lines = []
    for number, raw in raw_lines(BytesIO(read(path, language))):
        try:
            lines.append((number, read_line(raw)))
        except LineError as error:
            raise _bad_line(path, number, language, error.code, error.fields) from None
    return tuple(lines)


def player_of(policy: Policy, facts: Mapping[str, Value]) -> Player:
    """Whoever plays a recorded call. Raises what `Policy.start` raises for the facts."""
    # A recording without times begins at a fixed one, so that it is told the same way every time.
    return Player(policy, facts, lambda: START, remember=_REMEMBERED, journal=True)


def play_line(player: Player, path: Path, number: int, line: Line, language: str) -> Played:
    """Plays one line of a recorded call. Raises CallError when it means nothing to the policy."""
    try:
        return player.play(line)
    except LineError as error:
        raise _bad_line(path, number, language, error.code, error.fields) from None
    except REFUSED as error:
        raise _bad_line(path, number, language, *problem_of(error)) from None


def play_file(path: Path, prepared: Prepared) -> None:
    """Tells the whole call. Raises CallError for a line that means nothing to the policy."""
    lines = read_recording(path, prepared.words)
    player = player_of(prepared.policy, prepared.facts)
    teller = Teller(console(), prepared.policy, texts=prepared.texts, words=prepared.words)
    _play(path, lines, player, teller)


def _play(path: Path, lines: Sequence[tuple[int, Line]], player: Player, teller: Teller) -> None:
    teller.title()
    teller.line(Text(word("recorded call", teller.words), style="dim"))
    teller.line()
    began = next((line.now for _, line in lines if line.now is not None), None)
    teller.actions(player.session.opening.actions)
    begun = False
    for step, (number, line) in enumerate(lines, start=1):
        # What is known before anything happens is told together with the opening.
        if not begun and line.learn is None:
            teller.situation(player.session)
            teller.line()
            begun = True
        _heading(step, line, began, teller)
        played = play_line(player, path, number, line, teller.words)
        teller.played(played, player.session if begun else None)
        if begun:
            teller.line()
    if not begun:
        teller.situation(player.session)
        teller.line()
    teller.ending(player.session)


def _heading(step: int, line: Line, began: datetime | None, teller: Teller) -> None:
    text = Text.assemble((f"{step:>2}", "bold"))
    if line.now is not None and began is not None:
        text.append(f"  {_elapsed(line.now - began)}", "dim")
    text.append(f"  {teller.heading(line)}", "bold")
    teller.line(text)
    spoken = line.spoken.get(teller.texts) or line.spoken.get("")
    if spoken:
        teller.line(Text(f"    “{shown(spoken)}”", style="italic"))


def _elapsed(length: timedelta) -> str:
    minutes, seconds = divmod(max(0, int(length.total_seconds())), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _bad_line(path: Path, number: int, language: str, code: str, fields: Mapping[str, object]) -> CallError:
    problem = sentence(code, fields, language)
    return CallError("recorded-line-bad", language, file=path, line=number, problem=problem)


def ready_call(policy: str) -> Path:
    """The recorded call that comes with a ready policy."""
    return ready_policies()[policy].parent / "calls" / f"{policy}.jsonl"
