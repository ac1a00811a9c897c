"""Two policies in the three languages of graphs, as committed.

`python -m tests.diagrams.graph.golden` writes them anew: draw and look at what changed before committing it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.graph.dot import to_dot
from policy_engine.diagrams.graph.mermaid import to_mermaid
from policy_engine.diagrams.graph.plantuml import to_plantuml
from tests.diagrams import examples

FOLDER = Path(__file__).parent / "golden"
WRITERS: Mapping[str, Callable[[Figure, str], str]] = {
    "dot": to_dot,
    "mmd": to_mermaid,
    "puml": to_plantuml,
}
FILES = tuple(
    (policy, language, suffix)
    for policy, language in (("call_and_watch", "nl"), ("hold_the_line", "en"))
    for suffix in WRITERS
)


def written(policy: str, language: str, suffix: str) -> str:
    """What is written today."""
    return WRITERS[suffix](examples.figure(policy), language)


def path(policy: str, language: str, suffix: str) -> Path:
    """Where it is committed."""
    return FOLDER / f"{policy}.{language}.{suffix}"


if __name__ == "__main__":
    for file in FILES:
        path(*file).write_text(written(*file), "utf-8")
