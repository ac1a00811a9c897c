"""The simulator at a real terminal."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from datetime import UTC, datetime

from policy_engine.cli.output import console
from policy_engine.cli.player import Player
from policy_engine.cli.simulator import Simulator
from policy_engine.cli.teller import Teller
from policy_engine.model.types import Value
from policy_engine.policy import Policy


def simulate(policy: Policy, facts: Mapping[str, Value], *, texts: str, words: str) -> None:
    """Runs the simulator until the person at the terminal ends it. Time stands still between `wait`s."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - once imported, what is typed can be edited and called back
    began = datetime.now(UTC).replace(microsecond=0)
    player = Player(policy, facts, lambda: began)
    Simulator(player, Teller(console(), policy, texts=texts, words=words), input).run()
