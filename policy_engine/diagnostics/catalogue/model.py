"""Messages of the area `model`: what is written in a place where it does not belong, or is left out."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

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
        help_en="write a whole number, a space and one of {units}; the longest is 200 years",
        help_nl="schrijf een geheel getal, een spatie en een van {units}; het langste is 200 jaar",
    ),
    "invalid-event-list": Message(
        en="`{text}` is neither an event nor a list of events",
        nl="`{text}` is geen gebeurtenis en ook geen opsomming van gebeurtenissen",
        help_en="write the name of an event, or several with ` or ` between them",
        help_nl="schrijf de naam van een gebeurtenis, of meer namen met ` or ` ertussen",
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

STATES: Mapping[str, Message] = {
    "no-states": Message(
        en="there are no states here",
        nl="er staan hier geen toestanden",
        help_en="write at least one state, as in `talk: {{}}`",
        help_nl="schrijf minstens één toestand, zoals `gesprek: {{}}`",
    ),
    "duplicate-state": Message(
        en="there is a state `{name}` on line {line} already",
        nl="er is al een toestand `{name}` op regel {line}",
        help_en="every state in the whole policy has a name of its own; choose another one",
        help_nl="elke toestand in het hele protocol heeft een eigen naam; kies een andere",
    ),
    "missing-initial": Message(
        en="the state `{name}` does not say in which of its states it begins",
        nl="de toestand `{name}` zegt niet in welke van haar toestanden zij begint",
        help_en="add `initial:` with one of {known}",
        help_nl="voeg `initial:` toe met een van {known}",
    ),
    "initial-not-child": Message(
        en="`{name}` does not stand directly under this `states:`",
        nl="`{name}` staat niet direct onder deze `states:`",
        help_en="`initial` is one of {known}",
        help_nl="`initial` is een van {known}",
    ),
    "initial-of-parallel": Message(
        en="all states of the parallel state `{name}` begin together, so it has no `initial`",
        nl="alle toestanden van de parallelle toestand `{name}` beginnen tegelijk, dus zij heeft geen `initial`",
        help_en="leave `initial` out, or leave `type: parallel` out",
        help_nl="laat `initial` weg, of laat `type: parallel` weg",
    ),
    "initial-without-states": Message(
        en="the state `{name}` has no states inside, so it has no `initial`",
        nl="de toestand `{name}` heeft geen toestanden in zich, dus ook geen `initial`",
        help_en="leave `initial` out, or add `states:`",
        help_nl="laat `initial` weg, of voeg `states:` toe",
    ),
    "done-without-states": Message(
        en="the state `{name}` has no states inside, so it is never `done`",
        nl="de toestand `{name}` heeft geen toestanden in zich, dus `done` komt nooit",
        help_en="write `always` or `after`, or add `states:` with a final state",
        help_nl="schrijf `always` of `after`, of voeg `states:` toe met een eindtoestand",
    ),
    "parallel-without-states": Message(
        en="the parallel state `{name}` has no states inside",
        nl="de parallelle toestand `{name}` heeft geen toestanden in zich",
        help_en="add `states:`; each state in it is active at the same time",
        help_nl="voeg `states:` toe; elke toestand daarin is tegelijk actief",
    ),
    "final-region": Message(
        en="the final state `{name}` stands directly in the parallel state `{parent}`",
        nl="de eindtoestand `{name}` staat direct in de parallelle toestand `{parent}`",
        help_en="put it inside one of the states of `{parent}`",
        help_nl="zet haar binnen een van de toestanden van `{parent}`",
    ),
    "final-has-more": Message(
        en="the final state `{name}` cannot have `{key}`",
        nl="de eindtoestand `{name}` kan geen `{key}` hebben",
        help_en="nothing happens in a final state any more; take `{key}` out, or leave `type: final` out",
        help_nl="in een eindtoestand gebeurt niets meer; haal `{key}` weg, of laat `type: final` weg",
    ),
    "outcome-not-final": Message(
        en="only a final state at the top has an `outcome`",
        nl="alleen een eindtoestand op het hoogste niveau heeft een `outcome`",
        help_en="take it out, or make `{name}` a final state directly under the first `states:`",
        help_nl="haal het weg, of maak van `{name}` een eindtoestand direct onder de eerste `states:`",
    ),
    "history-at-top": Message(
        en="the history `{name}` stands at the top, where nothing is ever left",
        nl="het geheugen `{name}` staat op het hoogste niveau, en dat wordt nooit verlaten",
        help_en="put it inside the state that it remembers",
        help_nl="zet het binnen de toestand die het onthoudt",
    ),
    "history-has-more": Message(
        en="the history `{name}` cannot have `{key}`",
        nl="het geheugen `{name}` kan geen `{key}` hebben",
        help_en="a history only remembers; it can have {known}",
        help_nl="een geheugen onthoudt alleen; het kan {known} hebben",
    ),
    "history-target-outside": Message(
        en="`{target}` cannot be the default of the history `{name}`",
        nl="`{target}` kan niet het begin van het geheugen `{name}` zijn",
        help_en="name a state directly under `{parent}`; with `deep: true` one anywhere inside it, but no history",
        help_nl="noem een toestand direct onder `{parent}`; met `deep: true` een toestand ergens daarbinnen, maar geen "
        "geheugen",
    ),
    "history-without-default": Message(
        en="the history `{name}` is where this state begins, and it does not say where to go at first",
        nl="deze toestand begint bij het geheugen `{name}`, en dat zegt niet waarheen het de eerste keer gaat",
        help_en="add `target:` to the history",
        help_nl="voeg `target:` toe aan het geheugen",
    ),
    "deep-not-history": Message(
        en="`deep` belongs to a history, and `{name}` is none",
        nl="`deep` hoort bij een geheugen, en `{name}` is dat niet",
        help_en="leave it out, or write `type: history`",
        help_nl="laat het weg, of schrijf `type: history`",
    ),
    "target-not-history": Message(
        en="a state has no `target` of its own; only a history has",
        nl="een toestand heeft zelf geen `target`; alleen een geheugen heeft dat",
        help_en="write it behind an event under `on:`, or under `always:` or `after:`",
        help_nl="schrijf het achter een gebeurtenis onder `on:`, of onder `always:` of `after:`",
    ),
}

TRANSITIONS: Mapping[str, Message] = {
    "two-actions": Message(
        en="`{first}` and `{second}` stand in one item, and an item of the list is one action",
        nl="`{first}` en `{second}` staan samen in één onderdeel, en elk onderdeel van de lijst is één actie",
        help_en="write an item for each: `[{{{first}: ...}}, {{{second}: ...}}]`",
        help_nl="schrijf voor elk een onderdeel: `[{{{first}: ...}}, {{{second}: ...}}]`",
    ),
    "else-not-last": Message(
        en="`else` must be the last of its list",
        nl="`else` moet de laatste van de lijst zijn",
        help_en="it holds when none of the other branches does; move it to the end",
        help_nl="het geldt als geen van de andere takken geldt; zet het onderaan",
    ),
    "else-with-when": Message(
        en="a branch with `else` has no other condition",
        nl="een tak met `else` heeft geen andere voorwaarde",
        help_en="write `- else: state` or `- else: {{target: state, do: [...]}}`",
        help_nl="schrijf `- else: toestand` of `- else: {{target: toestand, do: [...]}}`",
    ),
    "else-without-list": Message(
        en="`else` stands alone, without other branches before it",
        nl="`else` staat alleen, zonder andere takken ervoor",
        help_en="write a list: `- {{when: ..., target: ...}}` and below it `- else: ...`",
        help_nl="schrijf een lijst: `- {{when: ..., target: ...}}` en daaronder `- else: ...`",
    ),
    "by-without-event": Message(
        en="nobody reports this, so `by` has no meaning here",
        nl="niemand meldt dit, dus `by` heeft hier geen betekenis",
        help_en="`by` belongs to a transition under `on:`",
        help_nl="`by` hoort bij een overgang onder `on:`",
    ),
    "targets-in-one-region": Message(
        en="`{first}` and `{second}` cannot be entered together",
        nl="`{first}` en `{second}` kunnen niet samen worden betreden",
        help_en="several targets must lie in different states of one parallel state",
        help_nl="meerdere doelen moeten in verschillende toestanden van één parallelle toestand liggen",
    ),
    "internal-misuse": Message(
        en="`internal` has no meaning here",
        nl="`internal` heeft hier geen betekenis",
        help_en="it is for a transition of a state with `states:` to a state inside it, which then stays active; leave "
        "`target` out to run actions only",
        help_nl="het is voor een overgang van een toestand met `states:` naar een toestand daarbinnen, waarbij zij actief "
        "blijft; laat `target` weg om alleen acties uit te voeren",
    ),
    "after-nothing": Message(
        en="`{text}` is no time at all",
        nl="`{text}` is helemaal geen tijd",
        help_en="write `always:` for what happens at once",
        help_nl="schrijf `always:` voor wat meteen gebeurt",
    ),
    "equal-after": Message(
        en="`{text}` is as long as `{other}` in this same state",
        nl="`{text}` duurt even lang als `{other}` in dezelfde toestand",
        help_en="put the branches into one list under one of the two",
        help_nl="zet de takken in één lijst onder een van de twee",
    ),
}

PROPERTIES: Mapping[str, Message] = {
    "empty-property": Message(
        en="this property says nothing",
        nl="deze eigenschap zegt niets",
        help_en="begin with one of {known}",
        help_nl="begin met een van {known}",
    ),
    "two-patterns": Message(
        en="`{first}` and `{second}` cannot stand together in one property",
        nl="`{first}` en `{second}` kunnen niet samen in één eigenschap staan",
        help_en="write a property for each",
        help_nl="schrijf voor elk een eigenschap",
    ),
    "key-of-other-pattern": Message(
        en="`{key}` does not belong to a property with `{pattern}`",
        nl="`{key}` hoort niet bij een eigenschap met `{pattern}`",
        help_en="take it out, or write it where it belongs",
        help_nl="haal het weg, of zet het waar het hoort",
    ),
    "missing-moment": Message(
        en="this does not say what happens",
        nl="hier staat niet wat er gebeurt",
        help_en="name it with one of {known}",
        help_nl="noem het met een van {known}",
    ),
    "missing-then": Message(
        en="this does not say what must follow",
        nl="hier staat niet wat er moet volgen",
        help_en="add `then: {{action: ...}}` or `then: {{enter: ...}}`",
        help_nl="voeg `then: {{action: ...}}` of `then: {{enter: ...}}` toe",
    ),
    "missing-verdict": Message(
        en="this does not say which event is accepted or forbidden",
        nl="hier staat niet welke gebeurtenis is toegestaan of verboden",
        help_en="add `accepts: event` or `forbids: event`",
        help_nl="voeg `accepts: gebeurtenis` of `forbids: gebeurtenis` toe",
    ),
}

MESSAGES: Mapping[str, Message] = {**SHAPE, **DECLARATIONS, **TEXTS, **STATES, **TRANSITIONS, **PROPERTIES}
