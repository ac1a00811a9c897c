"""The simulator at a real terminal."""

from __future__ import annotations

import contextlib
from datetime import datetime

from policy_engine.cli.output import console
from policy_engine.cli.player import Player
from policy_engine.cli.policies import Prepared
from policy_engine.cli.simulator import Simulator
from policy_engine.cli.teller import Teller


def simulate(prepared: Prepared) -> None:
    """Runs the simulator until the person at the terminal ends it. Time stands still between `wait`s."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - once imported, what is typed can be edited and called back
    began = datetime.now().astimezone().replace(microsecond=0)
    player = Player(prepared.policy, prepared.facts, lambda: began)
    teller = Teller(console(), prepared.policy, texts=prepared.texts, words=prepared.words)
    Simulator(player, teller, input).run()
