"""The words of a scenario's report, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "start": ("start", "begin"),
    "wait": ("wait {0}", "wacht {0}"),
    "timer": ("after {1} in {0}", "na {1} in {0}"),
    "sent": ("{0} (sent)", "{0} (verstuurd)"),
    "lapsed": ("of {0} something lapsed", "van {0} is iets vervallen"),
    "learns": ("learns", "verneemt"),
    "by": (" (by {0})", " (door {0})"),
    "fill": ("fills in {0}", "vult {0} in"),
    "asks": ("asks for {0}", "vraagt om {0}"),
    "at the end": ("at the end of the scenario", "aan het eind van het scenario"),
    "at step": ("at step {0}", "bij stap {0}"),
    "expected": ("expected", "verwacht"),
    "actual": ("actual", "werkelijk"),
    "as it is": ("as it is", "zoals het is"),
    "changed": ("changed", "veranderd"),
    "verdict": ("the verdict on `{0}`", "het oordeel over `{0}`"),
    "record": ("the record of `{0}`", "het verslag van `{0}`"),
    "states": ("the active states", "de actieve toestanden"),
    "context": ("the variable `{0}`", "de variabele `{0}`"),
    "actions": ("the actions since the start", "de acties sinds het begin"),
    "never": ("the action `{0}`", "de actie `{0}`"),
    "allowed": ("the events that are allowed", "de gebeurtenissen die mogen"),
    "forbidden": ("the events that are forbidden", "de gebeurtenissen die niet mogen"),
    "obligations": ("what must be done", "wat er moet gebeuren"),
    "overdue": ("what is overdue", "wat te laat is"),
    "is due": ("{0} is overdue", "{0} is te laat"),
    "done": ("whether the session is done", "of de sessie klaar is"),
    "outcome": ("the outcome", "de uitkomst"),
    "never asked for": ("never asked for", "nooit gevraagd"),
    "opened": ("opened, for the action was asked for", "geopend, want om de actie is gevraagd"),
    "among": ("`{0}` among them", "`{0}` erbij"),
    "none": ("none", "geen"),
    "declared": ("which values can be chosen or told", "welke waarden te kiezen of te melden zijn"),
    "reason": ("why something is refused", "waarom iets wordt geweigerd"),
    "after": ("where the session is", "waar de sessie is"),
    "path": ("what is left and entered on the way", "wat onderweg wordt verlaten en betreden"),
    "dropped": ("what is refused by itself", "wat vanzelf wordt geweigerd"),
    "fired": ("what comes by itself", "wat vanzelf komt"),
    "deadline": ("when something is due", "wanneer er iets aan de beurt is"),
    "duties": ("by when something must be done", "voor wanneer er iets moet gebeuren"),
    "exports": ("what other policies read", "wat andere protocollen lezen"),
    "guidance": ("which phrases are shown", "welke zinnen worden getoond"),
}


def word(key: str, language: str, *values: object) -> str:
    """The words under `key`, in Dutch for "nl" and in English else, with `values` filled in."""
    return WORDS[key][1 if language == "nl" else 0].format(*values)
