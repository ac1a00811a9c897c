"""What a check found, before it is written down in any form."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from policy_engine.diagnostics.columns import lines_of
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.verify.proofs import Proofs


class Unread(NamedTuple):
    """A file that could not be checked, and why in words."""

    code: str
    message: str


class Found:
    """The findings of all files, the files' texts by their names, and what could not be read at all."""

    def __init__(
        self,
        findings: Sequence[Diagnostic],
        sources: Mapping[str, bytes],
        proofs: Proofs,
        unread: Sequence[Unread],
        language: str,
        strict: bool,
    ) -> None:
        self.findings = [item.localized(language) for item in findings]
        self.sources = sources
        self.proofs = proofs
        self.unread = unread
        self.language = language
        self.strict = strict

    @property
    def errors(self) -> int:
        """How many mistakes there are."""
        return sum(item.severity == "error" for item in self.findings)

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return sum(item.severity == "warning" for item in self.findings)

    @property
    def information(self) -> int:
        """How many findings are worth knowing and no more."""
        return sum(item.severity == "information" for item in self.findings)

    def counts(self, item: Diagnostic) -> bool:
        """Whether a finding makes the check fail."""
        return item.severity == "error" or (self.strict and item.severity == "warning")

    @cached_property
    def lines(self) -> Mapping[str, Sequence[str]]:
        """The lines of each file."""
        return {name: lines_of(source) for name, source in self.sources.items()}

    def line(self, file: str, number: int) -> str:
        """A line of a file, from 1; empty where there is none."""
        lines = self.lines.get(file, ())
        return lines[number - 1] if number <= len(lines) else ""


def shown_name(name: str) -> str:
    """A file's name as text, whatever bytes it is made of."""
    return os.fsencode(name).decode("utf-8", "replace")


def uri_of(name: str) -> str:
    """A file's name as a URI: relative where the name is."""
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
