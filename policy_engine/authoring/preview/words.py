"""What the preview says in its own words; those of the walk-through are the walk-through's."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words
from policy_engine.diagrams.printed import walkthrough as walkthrough_words

OWN: Words = {
    "findings": {"en": "What check finds", "nl": "Wat de controle vindt"},
    "line": {"en": "line {0}", "nl": "regel {0}"},
    "error": {"en": "mistake", "nl": "fout"},
    "warning": {"en": "warning", "nl": "waarschuwing"},
    "information": {"en": "remark", "nl": "opmerking"},
    "help": {"en": "What to do", "nl": "Wat te doen"},
    "shown by": {"en": "A course that shows it", "nl": "Een verloop dat het laat zien"},
    "no findings": {"en": "Nothing is wrong.", "nl": "Er is niets mis."},
    "counts": {
        "en": "Mistakes: {0}. Warnings: {1}. Remarks: {2}.",
        "nl": "Fouten: {0}. Waarschuwingen: {1}. Opmerkingen: {2}.",
    },
    "proving": {"en": "Properties are being proved …", "nl": "Eigenschappen worden bewezen …"},
    "proved": {
        "en": "{0} of {1} properties are proved, in {2} situations.",
        "nl": "{0} van {1} eigenschappen zijn bewezen, in {2} situaties.",
    },
    "last good": {
        "en": "The file has mistakes. The poster and the call are of the last version without.",
        "nl": "Het bestand heeft fouten. De poster en het gesprek zijn van de laatste versie zonder.",
    },
    "never good": {
        "en": "The poster and the call appear when the file has no mistakes.",
        "nl": "De poster en het gesprek verschijnen als het bestand geen fouten heeft.",
    },
    "not drawn": {"en": "This version can’t be drawn: {0}", "nl": "Deze versie is niet te tekenen: {0}"},
    "kept": {
        "en": "Drawn anew. All {0} steps of your call were done again.",
        "nl": "Opnieuw getekend. Alle {0} stappen van uw gesprek zijn opnieuw gedaan.",
    },
    "kept one": {
        "en": "Drawn anew. The one step of your call was done again.",
        "nl": "Opnieuw getekend. De ene stap van uw gesprek is opnieuw gedaan.",
    },
    "drawn": {"en": "Drawn anew.", "nl": "Opnieuw getekend."},
    "kept until": {
        "en": "Drawn anew. Your call was done again up to step {0} of {1}. Then it goes otherwise: {2}",
        "nl": "Opnieuw getekend. Uw gesprek is opnieuw gedaan tot stap {0} van {1}. Dan gaat het anders: {2}",
    },
    "gone event": {"en": "there is no event {0} any more.", "nl": "de gebeurtenis {0} is er niet meer."},
    "gone fact": {"en": "there is no fact {0} any more.", "nl": "het feit {0} is er niet meer."},
    "unfit": {"en": "{0} is told with other data now.", "nl": "bij {0} horen nu andere gegevens."},
    "gone role": {"en": "there is no role {0} any more.", "nl": "de rol {0} is er niet meer."},
    "went": {"en": "{0} is now answered otherwise ({1}).", "nl": "{0} wordt nu anders beantwoord ({1})."},
    "passed": {"en": "in that time something else happens.", "nl": "in die tijd gebeurt er iets anders."},
    "ended": {
        "en": "The preview has ended. What is shown stays as it was.",
        "nl": "Het voorbeeld is gestopt. Wat u ziet blijft zoals het was.",
    },
    "page title": {"en": "Preview: {0}", "nl": "Voorbeeld: {0}"},
}
# With the words of the walk-through, which the preview plays, and a title of its own.
WORDS: Words = {**walkthrough_words.WORDS, **OWN}
