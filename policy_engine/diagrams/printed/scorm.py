"""Words of the walk-through with a score. What it shares with the walk-through stands there."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words, walkthrough

WORDS: Words = {
    **walkthrough.WORDS,
    "page title": {"en": "Test: {0}", "nl": "Toets: {0}"},
    "keys": {
        "en": "Keys: A–D choose an answer, Enter goes on.",
        "nl": "Toetsen: A–D kiest een antwoord, Enter gaat verder.",
    },
    "welcome": {
        "en": "Each time something happens, choose what the protocol says. "
        "{0} exercises, {1} questions; {2} of 100 points is enough. "
        "You may stop at any time and go on later.",
        "nl": "Telkens als er iets gebeurt, kiest u wat het protocol zegt. "
        "Aantal oefeningen: {0}, aantal vragen: {1}; met {2} van de 100 punten bent u geslaagd. "
        "U kunt altijd stoppen en later verdergaan.",
    },
    "not kept": {
        "en": "No learning platform was found: you can practise, but the score is not kept.",
        "nl": "Er is geen leerplatform gevonden: u kunt oefenen, maar de score wordt niet bewaard.",
    },
    "call": {"en": "Exercise {0} of {1}", "nl": "Oefening {0} van {1}"},
    "question of": {"en": "Question {0} of {1}", "nl": "Vraag {0} van {1}"},
    "goals": {"en": "What you practise", "nl": "Wat u oefent"},
    "begin": {"en": "Begin", "nl": "Beginnen"},
    "go on": {"en": "Go on", "nl": "Verder"},
    "says": {"en": "{0} says:", "nl": "{0} zegt:"},
    "you consider": {"en": "You want to report: {0}", "nl": "U wilt melden: {0}"},
    "happens": {"en": "{0}: {1}", "nl": "{0}: {1}"},
    "time passes": {"en": "Time passes: {0}.", "nl": "Er gaat tijd voorbij: {0}."},
    "you hear": {"en": "You learn: {0}.", "nl": "U hoort: {0}."},
    "ask step": {"en": "Which step comes now?", "nl": "Welke stap komt nu?"},
    "ask say": {"en": "What do you say now?", "nl": "Wat zegt u nu?"},
    "ask may": {"en": "Is this allowed now: {0}?", "nl": "Mag dit nu: {0}?"},
    "yes": {"en": "Yes", "nl": "Ja"},
    "no": {"en": "No", "nl": "Nee"},
    "right": {"en": "Right.", "nl": "Goed."},
    "wrong": {"en": "Not right. The protocol says: {0}", "nl": "Niet goed. Het protocol zegt: {0}"},
    "result": {"en": "Result", "nl": "Uitslag"},
    "passed": {"en": "Passed: {0} of 100 points.", "nl": "Geslaagd: {0} van de 100 punten."},
    "failed": {
        "en": "Not passed yet: {0} of 100 points, {1} are needed.",
        "nl": "Nog niet geslaagd: {0} van de 100 punten, er zijn er {1} nodig.",
    },
    "best": {
        "en": "Your best result so far, {0} points, stays.",
        "nl": "Uw beste uitslag, {0} punten, blijft staan.",
    },
    "learner": {"en": "Name", "nl": "Naam"},
    "day": {"en": "Date", "nl": "Datum"},
    "calls": {"en": "Exercise", "nl": "Oefening"},
    "score": {"en": "Right", "nl": "Goed"},
    "answers": {"en": "The answers", "nl": "De antwoorden"},
    "your answer": {"en": "You chose: {0}", "nl": "U koos: {0}"},
    "right answer": {"en": "The protocol says: {0}", "nl": "Het protocol zegt: {0}"},
    "try again": {"en": "Try again", "nl": "Opnieuw proberen"},
    "close": {"en": "Save and stop", "nl": "Bewaren en stoppen"},
    "saved": {"en": "Saved. You can close this window.", "nl": "Bewaard. U kunt dit venster sluiten."},
}
