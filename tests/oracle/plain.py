"""A policy as plain dictionaries and lists, and the few readings of it that the oracle needs."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import yaml

NANOSECONDS = {
    "ms": 10**6,
    "s": 10**9,
    "min": 60 * 10**9,
    "h": 3600 * 10**9,
    "days": 86_400 * 10**9,
    "weeks": 7 * 86_400 * 10**9,
}


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2: only `true` and `false` are booleans, `on` and `no` stay words."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - as PyYAML has it


CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(~|null|)$"), ["~", "n", ""])


def read_plain(text: str) -> Any:
    """The YAML text as dictionaries, lists and scalars."""
    return yaml.load(text, Loader=CoreLoader)  # noqa: S506 - a subclass of the safe loader


def listed(value: Any) -> list[Any]:
    """A list as it is, nothing as an empty list, anything else as a list of one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def branches_of(written: Any) -> list[dict[str, Any]]:
    """The branches of a transition `T`, each as a mapping; an `else` has no `when`."""
    branches = []
    for item in listed(written):
        branch = {"target": item} if isinstance(item, str) else item
        if "else" in branch:
            chosen = branch["else"]
            branch = {"target": chosen} if isinstance(chosen, str) else chosen
        branches.append(branch)
    return branches


@cache
def names_of(key: str) -> list[str]:
    """The events of a key such as `a or b`."""
    return re.split(r"\s+or\s+", key.strip())


def nanoseconds(duration: str) -> int:
    amount, unit = duration.split()
    return int(amount) * NANOSECONDS[unit]


def read_delay(written: str, values: dict[str, Any]) -> int:
    """How long `written` is, in nanoseconds, with its number or one of these values; never below 0."""
    first, _, rest = written.partition(" ")
    whole, _, less = rest.partition(" - ")
    amount = values[first] if first in values else int(first)
    return max(0, nanoseconds(f"{amount} {whole}") - (nanoseconds(less) if less else 0))


def bounds(written: str) -> tuple[int, int]:
    low, high = written.split("..")
    return int(low), int(high)


def members(declaration: dict[str, Any]) -> list[str]:
    return list(declaration.get("enum", ()))


def default_of(declaration: dict[str, Any]) -> Any:
    """The value before anything is told: a counter begins at its lowest, an enumeration at its first."""
    if "default" in declaration:
        return declaration["default"]
    if "counter" in declaration:
        return bounds(declaration["counter"])[0]
    if "enum" in declaration:
        return members(declaration)[0]
    if "person" in declaration:
        return ""
    for kind in ("flag", "text", "number"):
        if kind in declaration:
            return declaration[kind]
    raise ValueError(f"no default: {declaration!r}")
