"""What of the ready policies lies in diagrams/; `python -m tests.diagrams.kits` makes it again.

The two policies that the documents show have their whole kit there, which holds every format to the byte. The
others have what a trainer prints or opens as it is; what is to be edited in another program first, and takes
most of the room, is made from the policy when it is wanted.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

import yaml

from policy_engine.cli.kit import Item, files_of, parts_of_the_kit
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagrams.order import Play
from policy_engine.diagrams.theme import Look
from policy_engine.policy import load_policy
from policy_engine.ready import ready_policies
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario

FOLDER = Path(__file__).parents[2] / "diagrams"
WHOLE = ("aggressive_caller", "starter")
_AS_IT_IS = (".pdf", ".svg", ".html", ".txt")
# Says from which words the prints beside it were made.
STAMP = "printed-from.txt"


@cache
def kit(policy: str) -> dict[str, Item]:
    """The products of a ready policy that are kept, by the names of their files."""
    path = ready_policies()[policy]
    loaded = load_policy(path)
    written = path.parent / "scenarios" / path.name
    file = load_scenarios(written.read_bytes(), written.name, Diagnostics(), loaded.chart)
    assert file is not None
    plays = tuple(
        Play(scenario, run_scenario(loaded, scenario).course) for scenario in file.scenarios.values()
    )
    items = {item.name: item for item in parts_of_the_kit(loaded, plays, Look())}
    return {name: item for name, item in items.items() if policy in WHOLE or name.endswith(_AS_IT_IS)}


def stamp(policy: str) -> str:
    """What the prints of a ready policy are made from: the policy's digest, and that of its scenarios without
    their comments and their layout.
    """
    path = ready_policies()[policy]
    scenarios = yaml.safe_load((path.parent / "scenarios" / path.name).read_bytes())
    digest = sha256(json.dumps(scenarios, default=str).encode()).hexdigest()
    return f"policy {load_policy(path).chart.digest}\nscenarios {digest}\n"


def renew(policy: str, folder: Path) -> None:
    """Makes the kit of a policy again, and leaves nothing else in its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for item in kit(policy).values():
        for path, content in files_of(item, folder):
            path.write_bytes(content)
    (folder / STAMP).write_text(stamp(policy), "utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:] or ready_policies():
        print(FOLDER / name)
        renew(name, FOLDER / name)
