"""Words of the threat sheet, which lies beside the telephone."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words

WORDS: Words = {
    "title": {"en": "A threat by telephone", "nl": "Een dreiging aan de telefoon"},
    "subtitle": {
        "en": "Keep this sheet beside the telephone.",
        "nl": "Bewaar dit blad naast de telefoon.",
    },
    "during": {"en": "During the call", "nl": "Tijdens het gesprek"},
    "calm": {"en": "Stay calm and let the caller talk.", "nl": "Blijf rustig en laat de beller praten."},
    "line": {
        "en": "Keep listening as long as you are safe. What your protocol says about hanging up comes first.",
        "nl": "Blijf luisteren zolang u veilig bent. Wat uw protocol over ophangen zegt, gaat voor.",
    },
    "sign": {
        "en": "Give a colleague the agreed silent sign. The colleague gets help.",
        "nl": "Geef een collega het afgesproken stille teken. De collega haalt hulp.",
    },
    "write": {
        "en": "Write down the exact words, as they are said.",
        "nl": "Schrijf de woorden letterlijk op, zoals ze gezegd worden.",
    },
    "promise": {
        "en": "Do not argue, do not laugh it off, and promise nothing.",
        "nl": "Ga niet in discussie, lach het niet weg en beloof niets.",
    },
    "ask": {"en": "Ask, if you can", "nl": "Vraag, als het kan"},
    "what": {"en": "What is going to happen?", "nl": "Wat gaat er gebeuren?"},
    "when": {"en": "When?", "nl": "Wanneer?"},
    "where": {"en": "Where?", "nl": "Waar?"},
    "against": {"en": "Against whom or what?", "nl": "Tegen wie of wat?"},
    "why": {"en": "Why?", "nl": "Waarom?"},
    "who": {"en": "With whom am I speaking? Where are you?", "nl": "Met wie spreek ik? Waar bent u?"},
    "words": {"en": "The exact words", "nl": "De woorden, letterlijk"},
    "after": {"en": "At once after the call", "nl": "Direct na het gesprek"},
    "tell": {
        "en": "Tell the manager. Danger now? Call the emergency number.",
        "nl": "Licht de leidinggevende in. Nu gevaar? Bel het alarmnummer.",
    },
    "phone": {
        "en": "Leave the telephone alone: do not call anybody back on it.",
        "nl": "Laat het toestel met rust: bel er niemand mee terug.",
    },
    "fill": {
        "en": "Complete the other side, before you speak about it with others.",
        "nl": "Vul de andere kant in, voordat u er met anderen over praat.",
    },
    "back": {"en": "What you heard", "nl": "Wat u hoorde"},
    "date": {"en": "Date", "nl": "Datum"},
    "began": {"en": "Time it began", "nl": "Tijd begin"},
    "ended": {"en": "Time it ended", "nl": "Tijd einde"},
    "number": {"en": "Number shown", "nl": "Nummer in beeld"},
    "line number": {"en": "Called on number", "nl": "Gebeld op nummer"},
    "taken by": {"en": "Taken by", "nl": "Aangenomen door"},
    "voice": {"en": "The voice", "nl": "De stem"},
    "speech": {"en": "The way of speaking", "nl": "De manier van praten"},
    "mood": {"en": "The mood", "nl": "De stemming"},
    "background": {"en": "In the background", "nl": "Op de achtergrond"},
    "other": {"en": "Other", "nl": "Anders"},
    "known": {
        "en": "Did you know the voice? Did the caller know names or the building?",
        "nl": "Kende u de stem? Kende de beller namen of het gebouw?",
    },
    "notes": {"en": "Notes", "nl": "Aantekeningen"},
    "told": {"en": "Who was told, and when", "nl": "Wie ingelicht is, en wanneer"},
    "manager": {"en": "Manager", "nl": "Leidinggevende"},
    "police": {"en": "Police", "nl": "Politie"},
    "report": {"en": "Number of the report", "nl": "Nummer van de melding"},
}

# What may be ticked, under the key of its heading.
CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "voice": {
        "en": ("low", "high", "soft", "loud", "hoarse", "young", "old", "disguised"),
        "nl": ("laag", "hoog", "zacht", "luid", "schor", "jong", "oud", "vervormd"),
    },
    "speech": {
        "en": ("slow", "fast", "stammers", "lisps", "accent", "read out", "foul words", "well spoken"),
        "nl": ("langzaam", "snel", "stottert", "slist", "accent", "voorgelezen", "grove taal", "verzorgd"),
    },
    "mood": {
        "en": ("calm", "angry", "agitated", "tearful", "laughs", "confused", "drunk", "determined"),
        "nl": ("kalm", "boos", "opgewonden", "huilt", "lacht", "verward", "dronken", "vastbesloten"),
    },
    "background": {
        "en": ("silence", "voices", "traffic", "train", "music", "machines", "animals", "children"),
        "nl": ("stilte", "stemmen", "verkeer", "trein", "muziek", "machines", "dieren", "kinderen"),
    },
}
