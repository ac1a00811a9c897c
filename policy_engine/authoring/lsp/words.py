"""What the language server says in its own words, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "parameters": ("a parameter", "een parameter"),
    "facts": ("a fact", "een feit"),
    "context": ("a variable", "een variabele"),
    "guards": ("a condition with a name", "een voorwaarde met een naam"),
    "statements": ("a statement", "een uitspraak"),
    "value": ("a value", "een waarde"),
    "state": ("a state", "een toestand"),
    "event": ("an event", "een gebeurtenis"),
    "action": ("an action", "een actie"),
    "role": ("a role", "een rol"),
    "datum": ("told with the event `{0}`", "wordt verteld bij de gebeurtenis `{0}`"),
    "param": ("a parameter of the action `{0}`", "een parameter van de actie `{0}`"),
    "field": ("a field of the record of `{0}`", "een veld in de vastlegging van `{0}`"),
    "member": ("a value of `{0}`", "een waarde van `{0}`"),
    "timer": ("what is sent under this name", "wat onder deze naam is verstuurd"),
    "obligation": ("what must be done", "wat er moet gebeuren"),
    "property": ("a property", "een eigenschap"),
    "export": ("what other policies may read", "wat andere protocollen mogen lezen"),
    "outcome": ("an outcome", "een uitkomst"),
    "row": ("a row of a protocol", "een regel van een voorschrift"),
    "scenario": ("a scenario", "een scenario"),
    "undeclared": ("not declared", "niet aangekondigd"),
    "used": ("Used on line {0}.", "Gebruikt op regel {0}."),
    "used lines": ("Used on lines {0}.", "Gebruikt op de regels {0}."),
    "unused": ("Not used.", "Niet gebruikt."),
    "scenarios": ("In the scenarios: {0} times.", "In de scenario's: {0} keer."),
    "scenarios once": ("In the scenarios: once.", "In de scenario's: één keer."),
    "handles": ("Handles {0}", "Behandelt {0}"),
    "stays": ("stays", "blijft"),
    "from around": ("(in `{0}`)", "(in `{0}`)"),
    "forbids": ("Forbids {0}", "Verbiedt {0}"),
    "after": ("After {0}", "Na {0}"),
    "always": ("At once", "Meteen"),
    "done": ("When done inside", "Als het daarbinnen klaar is"),
    "must": ("Must: {0}", "Moet: {0}"),
    "within": ("within {0}", "binnen {0}"),
    "reporter": ("who reports the event", "wie de gebeurtenis meldt"),
    "told": ("what is told with the event", "wat bij de gebeurtenis wordt verteld"),
    "is active": ("whether a state is active", "of een toestand actief is"),
    "required": ("required", "verplicht"),
    "write instead": ("Write `{0}`", "Schrijf `{0}`"),
    "mend": ("Mend this", "Herstel dit"),
    "take away": ("Take this away", "Haal dit weg"),
}


def word(key: str, language: str, *values: object) -> str:
    """The words under `key`, in Dutch for "nl" and in English else, with `values` filled in."""
    return WORDS[key][1 if language == "nl" else 0].format(*values)
