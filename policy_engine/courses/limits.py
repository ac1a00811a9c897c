"""Why not every course of a session could be looked through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from policy_engine.diagnostics.catalogue import render_message
from policy_engine.records import record

Cause = Literal["table", "facts", "data", "situations", "parameters", "moments", "order"]


@record
class Limit:
    """What there was too much of. `names` are the variables, facts, data, timers or parameters that it comes
    from, the one that counts most first.
    """

    cause: Cause
    names: tuple[str, ...] = ()

    @property
    def words(self) -> Mapping[str, str]:
        """It in words, in every language of the tools."""
        fields = {"names": self.names}
        return {
            language: render_message(f"limit-{self.cause}", fields, language) for language in ("en", "nl")
        }
