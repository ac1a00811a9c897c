"""What the shell may offer where a policy is named."""

from __future__ import annotations

from pathlib import Path

from policy_engine.ready import ready_policies


def complete_policy(incomplete: str) -> list[str]:
    """The ids of ready policies that begin like this, and the files and folders beside them.

    Nothing where no id fits: then the shell completes files by itself, and does it better.
    """
    ids = [name for name in ready_policies() if name.startswith(incomplete)]
    if not ids:
        return []
    return ids + sorted(
        f"{path.name}/" if path.is_dir() else path.name
        for path in Path().iterdir()
        if path.name.startswith(incomplete)
        and not path.name.startswith(".")
        and (path.is_dir() or path.suffix in (".yaml", ".yml"))
    )
