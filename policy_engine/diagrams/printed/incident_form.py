"""Words of the incident form."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words

WORDS: Words = {
    "title": {"en": "Incident form", "nl": "Meldformulier incident"},
    "of": {"en": "Belongs to: {0}, version {1}", "nl": "Hoort bij: {0}, versie {1}"},
    "hint": {
        "en": "Fill this in on the same day. Write down what you saw and heard, in the order in which it "
        "happened. Leave out what you think of it. Somebody may do it for you.",
        "nl": "Vul dit in op de dag zelf. Schrijf op wat u zag en hoorde, in de volgorde waarin het "
        "gebeurde. Laat weg wat u ervan vindt. Iemand anders mag het ook voor u doen.",
    },
    "happened": {"en": "What happened", "nl": "Wat er is gebeurd"},
    "date": {"en": "Date", "nl": "Datum"},
    "time": {"en": "Time", "nl": "Tijd"},
    "place": {"en": "Place or telephone line", "nl": "Plaats of telefoonlijn"},
    "reporter": {"en": "Your name", "nl": "Uw naam"},
    "event": {"en": "What happened?", "nl": "Wat gebeurde er?"},
    "exact_words": {"en": "Exact words, as they were said", "nl": "Letterlijke woorden, zoals ze vielen"},
    "resolution": {"en": "How did it end?", "nl": "Hoe is het afgelopen?"},
    "witnesses": {
        "en": "Witnesses: who heard or saw it?",
        "nl": "Getuigen: wie heeft het gehoord of gezien?",
    },
    "steps": {"en": "Which steps did it come to?", "nl": "Tot welke stappen kwam het?"},
    "report": {"en": "For a report to the police", "nl": "Voor een aangifte bij de politie"},
    "report hint": {
        "en": "Seven questions that the police will ask. What you do not know you leave blank.",
        "nl": "Zeven vragen die de politie zal stellen. Wat u niet weet, laat u open.",
    },
    "who": {"en": "Who did it? Name, number, voice", "nl": "Wie deed het? Naam, nummer, stem"},
    "what": {"en": "What did this person do or say?", "nl": "Wat deed of zei deze persoon?"},
    "where": {"en": "Where were you, and where was the other?", "nl": "Waar was u, en waar was de ander?"},
    "when": {
        "en": "When did it begin, and when was it over?",
        "nl": "Wanneer begon het, en wanneer was het voorbij?",
    },
    "with what": {
        "en": "With what? Telephone, message, object",
        "nl": "Waarmee? Telefoon, bericht, voorwerp",
    },
    "in which way": {
        "en": "In which way? Tone, order, repetition",
        "nl": "Op welke wijze? Toon, volgorde, herhaling",
    },
    "why": {"en": "Why, as far as was said?", "nl": "Waarom, voor zover gezegd?"},
    "told": {"en": "Who was told?", "nl": "Wie is ingelicht?"},
    "told at": {
        "en": "{0}, at ____________ by ______________________________",
        "nl": "{0}, om ____________ uur door ______________________________",
    },
    "done": {"en": "What was done?", "nl": "Wat is er gedaan?"},
    "aftercare": {"en": "Aftercare", "nl": "Nazorg"},
    "talk": {
        "en": "Somebody was there for you right afterwards: ______________________________",
        "nl": "Er was meteen daarna iemand voor u: ______________________________",
    },
    "meeting": {
        "en": "A talk is planned, on ____________ with ______________________________",
        "nl": "Er is een nagesprek gepland, op ____________ met ______________________________",
    },
    "support": {
        "en": "Help from outside was offered",
        "nl": "Er is hulp van buiten aangeboden",
    },
    "nothing": {
        "en": "I do not need it now; ask me again on ______________________________",
        "nl": "Ik heb nu niets nodig; vraag het mij weer op ______________________________",
    },
    "needs": {"en": "What do you need to go on working?", "nl": "Wat hebt u nodig om verder te werken?"},
    "signed": {"en": "Signature of the reporter", "nl": "Handtekening van de melder"},
    "received": {"en": "Received by, on", "nl": "Ontvangen door, op"},
    "footer": {"en": "incident form", "nl": "meldformulier"},
}
