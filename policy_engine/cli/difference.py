"""What differs from an earlier version, as something that is laid over a poster."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.cli.diffing import load_version
from policy_engine.cli.failure import CallError
from policy_engine.diagrams.changes import change_overlay
from policy_engine.diagrams.overlay import Overlay
from policy_engine.diff.changes import Changes, changes_of
from policy_engine.diff.names import Names
from policy_engine.diff.texts import text_changes
from policy_engine.model.chart import Chart, Transition
from policy_engine.policy import Policy


def changed_since(name: str, new: Policy, language: str, words: str) -> Overlay:
    """The overlay of the new version. Raises CallError where the earlier one can't be read, or is no version
    of the same policy.
    """
    old = load_version(name, words)
    if old.id != new.id:
        raise CallError("draw-diff-other-policy", words, old=old.id, new=new.id)
    plan = new.chart.migrate
    names = plan.states if plan is not None and old.version in plan.versions else {}
    texts = text_changes(old.chart, new.chart, names)
    found = changes_of(old.chart, new.chart, names, texts)
    states = {
        **dict.fromkeys(found.reworded, "reworded"),
        **dict.fromkeys(found.changed_states, "changed"),
        **dict.fromkeys(found.added_states, "added"),
    }
    transitions = {
        **dict.fromkeys(found.changed_transitions, "changed"),
        **dict.fromkeys(found.added_transitions, "added"),
    }
    said = Names(new.chart, old.chart, language if language in ("en", "nl") else "en", ids=False)
    boxes = [state.id for state in new.chart.states if state.id in states and state.children]
    gone = tuple(_gone(found, old.chart, said))
    return change_overlay(
        states, transitions, [said.state(name) for name in boxes], gone, old.version, language
    )


def _gone(found: Changes, old: Chart, names: Names) -> Iterator[str]:
    """What only the old version has; what went with its state is not told apart."""
    yield from map(names.state, found.removed_states)
    removed = {*found.removed_states}
    for item in found.removed_transitions:
        source = old.states[item.source].id
        if source not in removed:
            yield names.words["in"].format(_what(item, names), names.state(source))


def _what(item: Transition, names: Names) -> str:
    if item.events:
        return names.several([names.event(name) for name in item.events])
    if item.trigger == "after":
        return names.words["after"].format(item.id.split(".")[2])
    return names.words["due"] if item.trigger == "done" else names.words["always"]
