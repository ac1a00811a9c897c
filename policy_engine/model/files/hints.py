"""What to write where a mapping belongs and something shorter was written: `events: [a, b]`, `on: insult`."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.document.node import Atom, Node, SequenceNode, Word
from policy_engine.model.durations import nearest_duration, parse_duration
from policy_engine.model.files.leaves import EVENTS_PATTERN, ID_PATTERN

# What stands behind a name in each section, in its shortest form.
_TYPED = {"en": "{flag: false}", "nl": "{flag: false}"}
_EMPTY = {"en": "{}", "nl": "{}"}
_STATE = {"en": "state", "nl": "toestand"}
_REASON = {"en": '"the reason"', "nl": '"de reden"'}
_BEHIND: Mapping[str, Mapping[str, str]] = {
    **dict.fromkeys(("events", "actions", "roles", "statements", "states"), _EMPTY),
    **dict.fromkeys(("parameters", "facts", "context", "data", "params"), _TYPED),
    **dict.fromkeys(("on", "after"), _STATE),
    "forbid": _REASON,
}
_MOST = 4  # more names than this make the advice longer than it helps


def mapping_meant(raw: Node) -> dict[str, str] | None:
    """The mapping that was probably meant by a name or a list of names, in both languages; else None."""
    section = str(raw.key)
    names = [_name(item, section) for item in (raw if isinstance(raw, SequenceNode) else [raw])]
    written = [name for name in names if name is not None]
    if section not in _BEHIND or not written or len(written) < len(names) or len(names) > _MOST:
        return None
    return {
        language: f"`{section}: {{{', '.join(f'{name}: {behind}' for name in written)}}}`"
        for language, behind in _BEHIND[section].items()
    }


def _name(raw: Node, section: str) -> str | None:
    """A key of the section, if it could be one."""
    if not isinstance(raw, Word | Atom):
        return None
    text = raw.text
    if section == "after":
        return text if parse_duration(text) is not None else nearest_duration(text)
    pattern = EVENTS_PATTERN if section in ("on", "forbid") else ID_PATTERN
    return text if pattern.fullmatch(text) and isinstance(raw.value, str) else None
