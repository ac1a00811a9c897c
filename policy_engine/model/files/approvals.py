"""The section `approved`: who approved this version, and when."""

from __future__ import annotations

from typing import ClassVar

from policy_engine.model.files.leaves import DateText, Text
from policy_engine.model.files.part import Part, key


class ApprovalFile(Part):
    """Somebody who approved this version."""

    required: ClassVar[tuple[str, ...]] = ("by", "on")

    by: Text | None = key(
        "Who approved it: a name, a post or a board.",
        "Wie het goedkeurde: een naam, een functie of een raad.",
    )
    on: DateText | None = key(
        "On which day: 2026-11-21.",
        "Op welke dag: 2026-11-21.",
    )
