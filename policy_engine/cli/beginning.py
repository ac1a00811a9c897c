"""The policy that authors begin from."""

from __future__ import annotations

import re

from policy_engine.ready import ready_policies

_STARTER = "starter"
_ID = re.compile(r"[a-z][a-z0-9_]*")


def beginning(name: str) -> str:
    """The text of the starter policy; it bears `name` where that can be the id of a policy."""
    text = ready_policies()[_STARTER].read_text(encoding="utf-8")
    # Where the schema lies is true for the ready policy only.
    lines = [line for line in text.splitlines() if not line.startswith("# yaml-language-server:")]
    id = name if _ID.fullmatch(name) else _STARTER
    return "\n".join(f"policy: {id}" if line == f"policy: {_STARTER}" else line for line in lines) + "\n"
