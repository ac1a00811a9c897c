"""The difference of two versions, laid over the diagram of the new one; what is gone is told in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from policy_engine.diagrams.overlay import Mark, Overlay, Stamp
from policy_engine.diagrams.printed import Words, word

# So many things that are gone are named; of more their number is told.
FEW = 6
WORDS: Words = {
    "added": {"en": "new", "nl": "nieuw"},
    "changed": {"en": "changed", "nl": "gewijzigd"},
    "reworded": {"en": "other words", "nl": "andere tekst"},
    "legend": {
        "en": "Changes since version {0}: what is dark is new or changed; what is pale is as it was.",
        "nl": "Anders dan in versie {0}: wat donker is, is nieuw of gewijzigd; wat bleek is, is als eerst.",
    },
    "same": {
        "en": "Nothing has changed since version {0} but what can't be seen here.",
        "nl": "Sinds versie {0} is er niets veranderd dat hier te zien is.",
    },
    "around": {"en": " Also changed: {0}.", "nl": " Ook gewijzigd: {0}."},
    "gone": {"en": " Gone: {0}.", "nl": " Weg: {0}."},
    "more": {"en": "{0} and {1} more", "nl": "{0} en nog {1}"},
}


def change_overlay(
    states: Mapping[str, str],
    transitions: Mapping[str, str],
    around: Sequence[str],
    removed: Sequence[str],
    version: str,
    language: str,
) -> Overlay:
    """What differs from an earlier version.

    states, transitions: by id, "added", "changed" or "reworded". around: states with others inside that have
    changed, and removed: what only the earlier version has, both in the reader's words.
    """
    caption = word(WORDS, "legend" if states or transitions else "same", language, version)
    for key, names in (("around", around), ("gone", removed)):
        if names:
            caption += word(WORDS, key, language, _several(names, language))
    return Overlay(_stamps(states.items(), language), _stamps(transitions.items(), language), caption=caption)


def _several(names: Sequence[str], language: str) -> str:
    named = ", ".join(names[:FEW])
    more = len(names) - FEW
    return word(WORDS, "more", language, named, more) if more > 0 else named


def _stamps(marks: Iterable[tuple[str, str]], language: str) -> dict[str, Stamp]:
    stamps = {}
    for name, kind in marks:
        mark: Mark = "added" if kind == "added" else "changed"
        stamps[name] = Stamp(mark, word(WORDS, kind, language))
    return stamps
