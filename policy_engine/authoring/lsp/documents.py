"""The files that an editor has open, and those beside them on the disk; what is open goes first."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from policy_engine.authoring.beside import policy_of, scenarios_of
from policy_engine.authoring.lsp.index import Index
from policy_engine.authoring.lsp.pair import Pair
from policy_engine.authoring.lsp.positions import plain
from policy_engine.document.limits import MAX_BYTES


class Paired(NamedTuple):
    """A file with the one it belongs to. `paths`: of the policy and of its scenarios, where known."""

    pair: Pair
    names: Index
    paths: dict[str, Path]


class Documents:
    """Open texts by their paths, and the names in them."""

    def __init__(self) -> None:
        self._open: dict[Path, str] = {}
        self._indexes: dict[Path, Index] = {}

    def put(self, path: Path, source: str) -> str:
        """Takes a text that was opened or changed; its lines end in a line feed from here on."""
        self._open[path] = plain(source)
        return self._open[path]

    def drop(self, path: Path) -> None:
        """Forgets a file that was closed."""
        self._open.pop(path, None)
        self._indexes.pop(path, None)

    def text(self, path: Path) -> str | None:
        """The text of a file, or None where it can't be read."""
        if path in self._open:
            return self._open[path]
        try:
            with path.open("rb") as file:
                return plain(file.read(MAX_BYTES + 1).decode("utf-8", "replace"))
        except (OSError, ValueError):
            return None

    def read(self, path: Path) -> bytes:
        """The content of a file; empty where it can't be read."""
        return (self.text(path) or "").encode("utf-8", "replace")

    def opened(self) -> list[Path]:
        """The files that are open."""
        return list(self._open)

    def index(self, path: Path) -> Index | None:
        """The names of a file; None where it can't be read."""
        text = self.text(path)
        if text is None:
            return None
        known = self._indexes.get(path)
        if known is None or known.text != text:
            known = self._indexes[path] = Index(text)
        return known

    def paired(self, path: Path) -> Paired | None:
        """A file and the one it belongs to: the scenarios of a policy, the policy of scenarios."""
        index = self.index(path)
        if index is None:
            return None
        if index.kind == "scenarios":
            policy = policy_of(path, index.policy) if index.policy else None
            paths = {"scenarios": path, **({} if policy is None else {"policy": policy})}
            return Paired(Pair(None if policy is None else self.index(policy), index), index, paths)
        beside = Path(os.path.normpath(scenarios_of(path)))
        scenarios = self.index(beside) if index.kind == "policy" else None
        if scenarios is None or scenarios.kind != "scenarios":
            return Paired(Pair(index, None), index, {"policy": path})
        return Paired(Pair(index, scenarios), index, {"policy": path, "scenarios": beside})
