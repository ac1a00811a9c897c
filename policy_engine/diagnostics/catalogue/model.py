"""Messages of the area `model`: what is written in a place where it does not belong, or is left out."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message
from policy_engine.diagnostics.catalogue.model_rules import PROPERTIES, STATES, TRANSITIONS

SHAPE: Mapping[str, Message] = {
    "wrong-type": Message(
        en="{wanted} belongs here, and this is {found}",
        nl="hier hoort {wanted}, en dit is {found}",
        hint_en="write {suggestion}",
        hint_nl="schrijf {suggestion}",
    ),
    "unknown-key": Message(
        en="the key `{key}` has no meaning here",
        nl="het sleutelwoord `{key}` heeft hier geen betekenis",
        help_en="what can stand here: {known}",
        help_nl="wat hier kan staan: {known}",
    ),
    "misplaced-key": Message(
        en="the key `{key}` has no meaning here",
        nl="het sleutelwoord `{key}` heeft hier geen betekenis",
        help_en="{elsewhere}",
        help_nl="{elsewhere}",
    ),
    "missing-key": Message(
        en="`{key}` is missing",
        nl="`{key}` ontbreekt",
        help_en="add `{key}: ...`",
        help_nl="voeg `{key}: ...` toe",
    ),
    "invalid-id": Message(
        en="`{name}` cannot be a name",
        nl="`{name}` kan geen naam zijn",
        help_en="a name begins with a small letter and has small letters, digits and `_` only (at most 64)",
        help_nl="een naam begint met een kleine letter en bevat alleen kleine letters, cijfers en `_` (hoogstens 64)",
    ),
    "reserved-name": Message(
        en="`{name}` is a word of the language itself, so it cannot be a name",
        nl="`{name}` is een woord van de taal zelf en kan dus geen naam zijn",
        help_en="choose another name, such as `{name}_1`",
        help_nl="kies een andere naam, zoals `{name}_1`",
    ),
    "unknown-choice": Message(
        en="`{word}` is none of the words that can stand here",
        nl="`{word}` is geen van de woorden die hier kunnen staan",
        help_en="choose from {choices}",
        help_nl="kies uit {choices}",
    ),
    "invalid-range": Message(
        en="`{text}` is no range",
        nl="`{text}` is geen bereik",
        help_en="write two whole numbers, the lowest first, with two dots between them: `0..3`",
        help_nl="schrijf twee gehele getallen, het laagste eerst, met twee punten ertussen: `0..3`",
    ),
    "range-too-wide": Message(
        en="`{text}` has more than {most} values",
        nl="`{text}` heeft meer dan {most} waarden",
        help_en="every value is looked at when the policy is checked; choose a smaller range, or `{{number: 0}}`",
        help_nl="bij het controleren wordt elke waarde bekeken; kies een kleiner bereik, of `{{number: 0}}`",
    ),
    "invalid-duration": Message(
        en="`{text}` is no duration",
        nl="`{text}` is geen duur",
        help_en="write a whole number, a space and one of {units}; a number of days may go on with a time, as in "
        "`2 days at 09:00`; the longest is 200 years",
        help_nl="schrijf een geheel getal, een spatie en een van {units}; na een aantal dagen mag een tijd staan, zoals "
        "`2 days at 09:00`; het langste is 200 jaar",
    ),
    "invalid-delay": Message(
        en="`{text}` is no duration",
        nl="`{text}` is geen duur",
        help_en="behind the name stand a space and one of {units}; then perhaps what is taken off, as in "
        "`ban_length months - 1 weeks`, and behind days a time: `at 09:00`",
        help_nl="achter de naam staan een spatie en een van {units}; dan misschien wat eraf gaat, zoals in "
        "`ban_length months - 1 weeks`, en achter dagen een tijd: `at 09:00`",
    ),
    "invalid-hours": Message(
        en="`{text}` are no opening hours",
        nl="`{text}` zijn geen openingstijden",
        help_en="write from when to when, with a dash and no blanks: `09:00-17:30`",
        help_nl="schrijf van wanneer tot wanneer, met een streepje en zonder spaties: `09:00-17:30`",
        hint_en="write `{suggestion}`:",
        hint_nl="schrijf `{suggestion}`:",
    ),
    "invalid-event-list": Message(
        en="`{text}` is neither an event nor a list of events",
        nl="`{text}` is geen gebeurtenis en ook geen opsomming van gebeurtenissen",
        help_en="here stands the name of an event, or several with ` or ` between them",
        help_nl="hier staat de naam van een gebeurtenis, of meer namen met ` or ` ertussen",
        hint_en="write `{suggestion}`:",
        hint_nl="schrijf `{suggestion}`:",
    ),
    "unquoted-version": Message(
        en="a version must stand between quotes: without them YAML reads `{text}` as a number",
        nl="een versie moet tussen aanhalingstekens staan: zonder leest YAML `{text}` als een getal",
        help_en='write `version: "{text}"`',
        help_nl='schrijf `version: "{text}"`',
    ),
    "unknown-format": Message(
        en="format {number} is unknown to this version of policy_engine",
        nl="deze versie van policy_engine kent formaat {number} niet",
        help_en="write `format: 1`, or install a newer version",
        help_nl="schrijf `format: 1`, of installeer een nieuwere versie",
    ),
    "invalid-date": Message(
        en="`{text}` is no date",
        nl="`{text}` is geen datum",
        help_en="write year, month and day as in `2026-11-21`",
        help_nl="schrijf jaar, maand en dag zoals in `2026-11-21`",
    ),
    "invalid-language": Message(
        en="`{text}` is no code of a language",
        nl="`{text}` is geen taalcode",
        help_en="write two small letters, such as `nl` or `en`",
        help_nl="schrijf twee kleine letters, zoals `nl` of `en`",
    ),
    "duplicate-language": Message(
        en="the language `{language}` is in this list already",
        nl="de taal `{language}` staat al in deze lijst",
        help_en="take one of the two out",
        help_nl="haal er een van de twee weg",
    ),
    "empty-list": Message(
        en="this list is empty",
        nl="deze lijst is leeg",
        help_en="put something into it, or leave the key out",
        help_nl="zet er iets in, of laat het sleutelwoord weg",
    ),
}

DECLARATIONS: Mapping[str, Message] = {
    "missing-type": Message(
        en="`{name}` has no type",
        nl="`{name}` heeft geen type",
        help_en="say what values it has with one of {known}, for example `{{flag: false}}` or `{{counter: 0..3}}`",
        help_nl="zeg welke waarden het heeft met een van {known}, bijvoorbeeld `{{flag: false}}` of `{{counter: 0..3}}`",
    ),
    "two-types": Message(
        en="`{name}` has more than one type: {types}",
        nl="`{name}` heeft meer dan één type: {types}",
        help_en="keep one of them",
        help_nl="houd er één over",
    ),
    "in-doubt-elsewhere": Message(
        en="only a fact can be in doubt, and `{name}` is none",
        nl="alleen een feit kan onzeker zijn, en `{name}` is er geen",
        help_en="leave `in_doubt` out",
        help_nl="laat `in_doubt` weg",
    ),
    "in-doubt-without-unknown": Message(
        en="`{name}` has no member `unknown`, so it is never in doubt",
        nl="`{name}` heeft geen waarde `unknown` en is dus nooit onzeker",
        help_en="add `unknown` to its `enum`, or leave `in_doubt` out",
        help_nl="voeg `unknown` toe aan de `enum`, of laat `in_doubt` weg",
    ),
    "doubt-taken-for": Message(
        en="while `{fact}` is unknown this condition acts as if it were `{member}`, and in doubt it is `{careful}`",
        nl="zolang `{fact}` onbekend is, werkt deze voorwaarde alsof het `{member}` is, en bij twijfel is het `{careful}`",
        help_en="write `{fix}`; if `{member}` is meant, name `unknown` in the condition",
        help_nl="schrijf `{fix}`; is `{member}` bedoeld, noem dan `unknown` in de voorwaarde",
    ),
    "doubt-mixed": Message(
        en="while `{fact}` is unknown, the condition in line {line} takes it for `{one}` and that in line "
        "{other_line} for `{other}`",
        nl="zolang `{fact}` onbekend is, werkt de voorwaarde in regel {line} alsof het `{one}` is en die in regel "
        "{other_line} alsof het `{other}` is",
        help_en="say which of them is the careful side: `in_doubt: {one}` or `in_doubt: {other}`",
        help_nl="zeg welke de voorzichtige kant is: `in_doubt: {one}` of `in_doubt: {other}`",
    ),
    "counter-from-zero": Message(
        en="a counter starts at 0, and this one would start at {low}",
        nl="een teller begint bij 0, en deze zou bij {low} beginnen",
        help_en="write `{{range: {low}..{high}, default: {low}}}`",
        help_nl="schrijf `{{range: {low}..{high}, default: {low}}}`",
    ),
    "default-of-counter": Message(
        en="a counter always starts at 0",
        nl="een teller begint altijd bij 0",
        help_en="leave `default` out, or use `range` for another start",
        help_nl="laat `default` weg, of gebruik `range` voor een ander begin",
    ),
    "default-elsewhere": Message(
        en="the default of this type stands behind the type itself",
        nl="de beginwaarde van dit type staat achter het type zelf",
        help_en="write the value behind `{kind}:` and leave `default` out",
        help_nl="schrijf de waarde achter `{kind}:` en laat `default` weg",
    ),
    "person-elsewhere": Message(
        en="a person is something that the policy remembers, and cannot be declared here",
        nl="een persoon is iets wat het protocol onthoudt, en kan hier niet worden aangekondigd",
        help_en="declare it under `context:`; what the host tells is a `text`",
        help_nl="kondig de persoon onder `context:` aan; wat het omringende systeem vertelt is een `text`",
    ),
    "person-with-value": Message(
        en="nobody is remembered to start with",
        nl="in het begin wordt niemand onthouden",
        help_en="write `{{person: }}`, with nothing behind the colon",
        help_nl="schrijf `{{person: }}`, met niets achter de dubbele punt",
    ),
    "missing-default": Message(
        en="`{name}` has no value to start with",
        nl="`{name}` heeft geen beginwaarde",
        help_en="write `{fix}`",
        help_nl="schrijf `{fix}`",
    ),
    "default-out-of-range": Message(
        en="{value} does not lie between {low} and {high}",
        nl="{value} ligt niet tussen {low} en {high}",
        help_en="choose a value from {low} up to and including {high}, or widen the range",
        help_nl="kies een waarde van {low} tot en met {high}, of maak het bereik groter",
    ),
    "empty-enum": Message(
        en="this list of values is empty",
        nl="deze lijst van waarden is leeg",
        help_en="write at least one value, as in `[no, yes]`",
        help_nl="schrijf minstens één waarde, zoals in `[no, yes]`",
    ),
    "duplicate-member": Message(
        en="the value `{name}` is in this list already",
        nl="de waarde `{name}` staat al in deze lijst",
        help_en="take one of the two out",
        help_nl="haal er een van de twee weg",
    ),
}

TEXTS: Mapping[str, Message] = {
    "missing-language": Message(
        en="this text is not there in `{language}`",
        nl="deze tekst is er niet in `{language}`",
        help_en="add `{language}: ...`; every text must exist in all languages of the policy",
        help_nl="voeg `{language}: ...` toe; elke tekst moet er in alle talen van het protocol zijn",
    ),
    "empty-text": Message(
        en="this text is empty",
        nl="deze tekst is leeg",
        help_en="write the text, or leave the key out",
        help_nl="schrijf de tekst, of laat het sleutelwoord weg",
    ),
    "unknown-language": Message(
        en="`{language}` is none of the languages of this policy",
        nl="`{language}` is geen van de talen van dit protocol",
        help_en="the languages are {known}; add it to `languages:`, or take the text out",
        help_nl="de talen zijn {known}; voeg deze toe bij `languages:`, of haal de tekst weg",
    ),
    "text-needs-languages": Message(
        en="this text has no language, and the policy has {languages}",
        nl="bij deze tekst staat geen taal, en het protocol heeft {languages}",
        help_en="write the text once for each language, as in `{{nl: ..., en: ...}}`",
        help_nl="schrijf de tekst voor elke taal apart, zoals in `{{nl: ..., en: ...}}`",
    ),
    "no-languages-declared": Message(
        en="this text has languages, and the policy declares none",
        nl="bij deze tekst staan talen, en het protocol kondigt er geen aan",
        help_en="add `languages: [...]` at the top, or write the text alone",
        help_nl="voeg bovenaan `languages: [...]` toe, of schrijf alleen de tekst",
    ),
}

MESSAGES: Mapping[str, Message] = {**SHAPE, **DECLARATIONS, **TEXTS, **STATES, **TRANSITIONS, **PROPERTIES}
