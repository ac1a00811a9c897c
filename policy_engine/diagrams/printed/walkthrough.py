"""Words of the walk-through. Where a sentence has a gap, the page fills it in: {0}, {1}."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words

WORDS: Words = {
    "page title": {"en": "Walk through: {0}", "nl": "Oefenen: {0}"},
    "skip": {"en": "To the current step", "nl": "Naar de stap van nu"},
    "language": {"en": "Language", "nl": "Taal"},
    "in language": {"en": "English", "nl": "Nederlands"},
    "version": {"en": "version {0}", "nl": "versie {0}"},
    "no script": {
        "en": "This page needs JavaScript. Allow scripts for this file, then open it again.",
        "nl": "Deze pagina heeft JavaScript nodig. Sta scripts voor dit bestand toe en open het opnieuw.",
    },
    # The step.
    "step": {"en": "Step {0}", "nl": "Stap {0}"},
    "end": {"en": "end", "nl": "einde"},
    "steps together": {"en": "These steps hold at the same time", "nl": "Deze stappen gelden tegelijk"},
    "for role": {"en": "for: {0}", "nl": "voor: {0}"},
    "say": {"en": "Say", "nl": "Zeg"},
    "avoid": {"en": "Do not say", "nl": "Zeg niet"},
    "how": {"en": "How", "nl": "Zo doet u dat"},
    "why": {"en": "Why", "nl": "Waarom"},
    "all the while": {"en": "All the while: {0}", "nl": "Al die tijd: {0}"},
    "asked": {"en": "To be done now", "nl": "Nu te doen"},
    "must": {"en": "Must be done", "nl": "Moet gebeuren"},
    "within": {"en": "within {0}: {1}", "nl": "binnen {0}: {1}"},
    "overdue": {"en": "overdue: {0}", "nl": "te laat: {0}"},
    "over": {"en": "This is the end.", "nl": "Dit is het einde."},
    # What can happen.
    "choices": {"en": "What happens?", "nl": "Wat gebeurt er?"},
    "any moment": {"en": "At any moment", "nl": "Op elk moment"},
    "refused": {"en": "Not allowed now", "nl": "Mag nu niet"},
    "rest": {"en": "Changes nothing now ({0})", "nl": "Verandert nu niets ({0})"},
    "to": {"en": "to", "nl": "naar"},
    "stays": {"en": "stays here", "nl": "blijft hier"},
    "depends": {"en": "depends on what you fill in", "nl": "hangt af van wat u invult"},
    "escalates": {"en": "escalates", "nl": "loopt op"},
    "calms": {"en": "calms down", "nl": "komt tot rust"},
    "ends": {"en": "ends", "nl": "eindigt"},
    "after": {"en": "after {0}", "nl": "na {0}"},
    "choose": {"en": "Choose", "nl": "Kies"},
    "fill in": {"en": "Fill in first", "nl": "Vul eerst in"},
    "not a number": {"en": "Write a number, such as 12 or 2.5.", "nl": "Schrijf een getal, zoals 12 of 2.5."},
    "too much": {
        "en": "More is due at once than this page can do. Nothing was changed.",
        "nl": "Er loopt meer tegelijk af dan deze pagina kan doen. Er is niets veranderd.",
    },
    # The tools.
    "tools": {"en": "Steer the practice", "nl": "De oefening sturen"},
    "back": {"en": "Step back", "nl": "Stap terug"},
    "again": {"en": "Start again", "nl": "Opnieuw"},
    "print": {"en": "Print", "nl": "Afdrukken"},
    "went back": {"en": "One step back.", "nl": "Eén stap terug."},
    # The course.
    "course": {"en": "The course so far", "nl": "Verloop"},
    "start": {"en": "start", "nl": "begin"},
    "learned": {"en": "{0}: {1}", "nl": "{0}: {1}"},
    "ignored": {"en": "changes nothing", "nl": "verandert niets"},
    "forbidden": {"en": "not allowed: {0}", "nl": "mag niet: {0}"},
    "rejected": {"en": "not accepted: {0}", "nl": "niet aangenomen: {0}"},
    "closed": {"en": "it is already over", "nl": "het is al voorbij"},
    "role may not": {
        "en": "{0} may not report this: {1}",
        "nl": "{0} mag dit niet melden: {1}",
    },
    "person needed": {
        "en": "first choose the person who reports this: {0}",
        "nl": "kies eerst de persoon die dit meldt: {0}",
    },
    "dropped": {"en": "not done, because not allowed: {0}", "nl": "niet gebeurd, want het mag niet: {0}"},
    "to do": {"en": "to be done: {0}", "nl": "te doen: {0}"},
    "action for": {"en": "{0} (for {1})", "nl": "{0} (voor {1})"},
    "with": {"en": "{0}: {1}", "nl": "{0}: {1}"},
    # What is known, and how it is shown.
    "known": {"en": "What is known and agreed", "nl": "Wat bekend en afgesproken is"},
    "facts": {"en": "Known of this case", "nl": "Bekend over deze zaak"},
    "parameters": {
        "en": "Agreed beforehand (a change starts again)",
        "nl": "Vooraf afgesproken (wie dit verandert, begint opnieuw)",
    },
    "remembered": {"en": "Kept count of:", "nl": "Bijgehouden:"},
    "reporter": {"en": "Who reports it", "nl": "Wie het meldt"},
    "person": {"en": "Which person that is", "nl": "Welke persoon dat is"},
    "whoever may": {"en": "whoever may", "nl": "wie het mag"},
    "look": {"en": "How it looks", "nl": "Weergave"},
    "contrast": {"en": "high contrast", "nl": "hoog contrast"},
    "grey": {"en": "greyscale", "nl": "grijstinten"},
    "large": {"en": "larger letters", "nl": "grotere letters"},
    "shortcuts": {"en": "number keys 1–9 choose", "nl": "cijfertoetsen 1–9 kiezen"},
    "diagram": {"en": "The protocol in one picture", "nl": "Het protocol in één beeld"},
    "in words": {"en": "The whole protocol in words", "nl": "Het hele protocol in woorden"},
    "keys": {
        "en": "Keys: 1–9 choose, arrows go through the list, Enter chooses, Backspace goes one step back.",
        "nl": "Toetsen: 1–9 kiest, pijltjes lopen door de lijst, Enter kiest, Backspace gaat een stap terug.",
    },
}
