"""What becomes of what has begun already, as a change note says it: what is found for live sessions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from policy_engine.diff.migration import Moving, Stuck, moving
from policy_engine.diff.names import Names
from policy_engine.diff.note_words import NOTE, STUCK
from policy_engine.errors import MigrationError
from policy_engine.session.migrating import AS_IT_IS, plan_for

if TYPE_CHECKING:
    from policy_engine.policy import Policy

# The sections that name what people call a thing.
_NAMED: Mapping[str, str] = {
    "migrate-variable": "context",
    "migrate-value": "context",
    "migrate-fact": "facts",
    "migrate-parameter": "parameters",
}


def sessions_sentence(old: Policy, new: Policy, names: Names) -> str:
    """Whether sessions of the old version go on: all of them, some and why not the others, none, or that it
    was not decided. names: those of people who read no policy.
    """
    words = NOTE[names.language]
    try:
        plan = plan_for(old.chart, new.chart)
    except MigrationError:
        return words["no sessions"]
    if plan is AS_IT_IS:
        return words["sessions"]  # only words differ, so nothing has to be tried
    found = moving(old, new)
    return words[_key(found)].format(why="; ".join(dict.fromkeys(_reasons(found, names))))


def _key(found: Moving) -> str:
    if not found.stuck:
        return "sessions" if found.whole else "sessions open"
    if not found.whole:
        return "sessions some open"
    return "sessions some" if found.as_they_are or found.by_migrate else "sessions none"


def _reasons(found: Moving, names: Names) -> Iterator[str]:
    return (_reason(stuck, names) for stuck in found.stuck)


def _reason(stuck: Stuck, names: Names) -> str:
    """Why some can't go on. Where a place of the new version is what is wrong, the place is told that they
    come from.
    """
    words, fields = STUCK[names.language], stuck.fields
    if stuck.code in ("migrate-configuration", "migrate-unreachable"):
        places = [" + ".join(f"“{names.state(state)}”" for state in leaves) for leaves in stuck.states]
        return words[stuck.code].format(names.several(places))
    section, name = _NAMED.get(stuck.code), str(fields.get("name", ""))
    if section is not None:
        return words[stuck.code].format(names.value(section, name), _value(stuck, name, names))
    if stuck.code == "migrate-state":
        return words[stuck.code].format(names.state(str(fields["state"])))
    if stuck.code == "migrate-send":
        return words[stuck.code].format(names.event(str(fields["event"])))
    return words[stuck.code].format(names.action(str(fields["action"])))


def _value(stuck: Stuck, name: str, names: Names) -> str:
    """A value as people say it."""
    value = str(stuck.fields.get("value", ""))
    if value in ("True", "False"):
        return names.words[value.lower()]
    value = value.strip("'")  # of a text, as messages show it
    return names.member(name, value) if stuck.code == "migrate-fact" else value
