"""Calls in the simulator, as they are typed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime

from rich.console import Console

from policy_engine.cli.player import Player
from policy_engine.cli.simulator import Simulator
from policy_engine.cli.teller import Teller
from policy_engine.policy import Policy, load_policy
from tests.cli.conftest import DATA

VISIT = load_policy(DATA / "visit.yaml")


NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def simulate(*typed: str, policy: Policy = VISIT, language: str = "en") -> list[str]:
    """What is shown before the first prompt, and then between each prompt and the next."""
    out = io.StringIO()
    lines: Iterator[str] = iter(typed)
    shown: list[str] = []

    def cut() -> None:
        shown.append(out.getvalue())
        out.seek(0)
        out.truncate()

    def ask(prompt: str) -> str:
        out.write(prompt)
        cut()
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    console = Console(file=out, width=100, color_system=None)
    player = Player(policy, {}, lambda: NOW)
    Simulator(player, Teller(console, policy, texts=language, words=language), ask).run()
    cut()
    return shown
