"""What a rule of lint is about, for `policy-engine rules` and the pages of the documentation."""

from __future__ import annotations

from policy_engine.records import record


@record
class About:
    """`en`/`nl` say in one line what is found; `why_en`/`why_nl` say what it does to people on the line."""

    en: str
    nl: str
    why_en: str
    why_nl: str
