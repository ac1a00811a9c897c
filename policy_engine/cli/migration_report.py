"""Which live sessions can move to a new version, as text for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_engine.cli.failure import sentence
from policy_engine.diagnostics.catalogue import render_message
from policy_engine.diff.migration import Moving, Stuck
from policy_engine.diff.names import Names
from policy_engine.policy import Policy


def migration_lines(old: Policy, new: Policy, found: Moving, language: str) -> Iterator[str]:
    """The report, line by line."""

    def say(code: str, **fields: object) -> str:
        return render_message(code, fields, language)

    if not found.asked:
        yield say("migration-not-asked", version=old.version)
    yield say(
        "migration-counts",
        old=f"{old.id} {old.version}",
        new=f"{new.id} {new.version}",
        situations=found.situations,
        as_they_are=found.as_they_are,
        by_migrate=found.by_migrate,
        stuck=found.situations - found.as_they_are - found.by_migrate,
    )
    if not found.whole:
        yield say("migration-not-whole", situations=found.situations)
    if found.unknown:
        yield say("migration-unknown", names=list(found.unknown))
    names = Names(new.chart, old.chart, language, ids=True)
    for number, stuck in enumerate(found.stuck, start=1):
        yield ""
        yield f"{number}. {sentence(stuck.code, stuck.fields, language)}"
        yield from (f"  {line}" for line in _where(stuck, names, language))


def _where(stuck: Stuck, names: Names, language: str) -> Iterator[str]:
    if not stuck.call:
        yield render_message("migration-anywhere", {}, language)
        return
    states = names.several([names.states(leaves) for leaves in stuck.states])
    yield render_message("migration-where", {"states": states}, language)
    yield render_message("diff-call", {}, language)
    for number, line in enumerate(stuck.call, start=1):
        yield f"  {number}. {line[language]}"


def migration_json(old: Policy, new: Policy, found: Moving) -> dict[str, object]:
    """The report as JSON-ready data."""
    return {
        "old": {"policy": old.id, "version": old.version, "digest": old.digest},
        "new": {"policy": new.id, "version": new.version, "digest": new.digest},
        "asked": found.asked,
        "whole": found.whole,
        "situations": found.situations,
        "as_they_are": found.as_they_are,
        "by_migrate": found.by_migrate,
        "unknown": list(found.unknown),
        "stuck": _stuck_json(found.stuck),
        "without_migrate": _stuck_json(found.without),
    }


def _stuck_json(found: Sequence[Stuck]) -> list[dict[str, object]]:
    return [
        {
            "code": stuck.code,
            "message": {
                language: render_message(stuck.code, stuck.fields, language) for language in ("en", "nl")
            },
            "states": [list(leaves) for leaves in stuck.states],
            "situations": stuck.situations,
            "call": [dict(line) for line in stuck.call],
        }
        for stuck in found
    ]
