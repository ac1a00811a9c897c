"""Messages of the rules that states, transitions and properties must keep; part of the area `model`."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

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
        help_en="`initial` names a child, one of {known}",
        help_nl="`initial` noemt een toestand die er direct onder staat, een van {known}",
        hint_en="write `initial: {suggestion}` and lead on to `{name}` from inside it, or add a state with `always: {name}` and "
        "begin with that one;",
        hint_nl="schrijf `initial: {suggestion}` en ga daarbinnen verder naar `{name}`, of voeg een toestand met "
        "`always: {name}` toe en begin daarmee;",
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
        help_en="name a state inside `{parent}`, at any depth, but no history",
        help_nl="noem een toestand binnen `{parent}`, hoe diep ook, maar geen geheugen",
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
    "condition-in-actions": Message(
        en="`{word}` is a condition, and an action has none of its own",
        nl="`{word}` is een voorwaarde, en een actie heeft er zelf geen",
        help_en="conditions stand on the branch (`when`), not in `do`: write a list of branches, each with its `when` and `do`",
        help_nl="voorwaarden staan bij de tak (`when`), niet in `do`: schrijf een lijst van takken, elk met `when` en `do`",
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
    "requires-without-event": Message(
        en="nothing is reported here, so there is nothing to refuse until what it `requires` is there",
        nl="hier wordt niets gemeld, dus er valt niets te weigeren tot er is wat het `requires`",
        help_en="`requires` belongs to a transition under `on:`; elsewhere write the flags in a `when`",
        help_nl="`requires` hoort bij een overgang onder `on:`; schrijf de vlaggen elders in een `when`",
    ),
    "not-required": Message(
        en="`{name}` is no statement and no flag of `context:`",
        nl="`{name}` is geen vaststelling en geen vlag uit `context:`",
        help_en="`requires` names what is ticked off under `statements:`, or a flag that the policy keeps: {known}",
        help_nl="`requires` noemt wat onder `statements:` wordt afgevinkt, of een vlag die het protocol bijhoudt: {known}",
        none_en="declare it under `statements:` (`{name}: {{}}` is enough)",
        none_nl="kondig het aan onder `statements:` (`{name}: {{}}` is genoeg)",
    ),
    "requires-itself": Message(
        en="`{name}` would have to be there before it can be reported",
        nl="`{name}` zou er al moeten zijn voordat het gemeld kan worden",
        help_en="take it out; reporting it ticks it off",
        help_nl="haal het weg; wie het meldt, vinkt het af",
    ),
    "remember-without-event": Message(
        en="nobody reports this, so there is no person to remember",
        nl="niemand meldt dit, dus er is geen persoon om te onthouden",
        help_en="`remember` belongs in the `do` of a transition under `on:`",
        help_nl="`remember` hoort in de `do` van een overgang onder `on:`",
    ),
    "remember-only-by": Message(
        en="only the person who reports the event can be remembered",
        nl="alleen de persoon die de gebeurtenis meldt kan worden onthouden",
        help_en="write `{{remember: {{{name}: by}}}}`",
        help_nl="schrijf `{{remember: {{{name}: by}}}}`",
    ),
    "not-a-person": Message(
        en="`{name}` holds no person",
        nl="in `{name}` past geen persoon",
        help_en="declare it under `context:` as `{name}: {{person: }}`",
        help_nl="kondig het onder `context:` aan als `{name}: {{person: }}`",
    ),
    "person-not-set": Message(
        en="`{name}` is a person, and `set` cannot name one",
        nl="`{name}` is een persoon, en `set` kan die niet noemen",
        help_en="write `{{remember: {{{name}: by}}}}` where that person reports something",
        help_nl="schrijf `{{remember: {{{name}: by}}}}` waar die persoon iets meldt",
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
        help_en="leave it out: it means the same here; `internal` keeps a state with `states:` active on the way to a state "
        "inside it; to run actions only, leave `target` out",
        help_nl="laat het weg: hier betekent het hetzelfde; met `internal` blijft een toestand met `states:` actief op weg naar "
        "een toestand daarbinnen; laat `target` weg om alleen acties uit te voeren",
    ),
    "no-opening-hours": Message(
        en="`{text}` counts opening hours, and the policy has none",
        nl="`{text}` telt openingstijden, en het protocol heeft er geen",
        help_en="write a section as in `calendar: {{opening_hours: 09:00-17:30}}`",
        help_nl="schrijf een onderdeel zoals `calendar: {{opening_hours: 09:00-17:30}}`",
    ),
    "hours-of-no-working-day": Message(
        en="`{day}` has opening hours and is no working day",
        nl="`{day}` heeft openingstijden en is geen werkdag",
        help_en="add it to `working_days`, or take its hours out",
        help_nl="zet de dag bij `working_days`, of haal de tijden weg",
    ),
    "unknown-time-zone": Message(
        en="there is no time zone `{name}`",
        nl="er is geen tijdzone `{name}`",
        help_en="write its name in the IANA database, such as `Europe/Amsterdam`",
        help_nl="schrijf de naam uit de IANA-lijst, zoals `Europe/Amsterdam`",
        hint_en="did you mean `{suggestion}`?",
        hint_nl="bedoelt u `{suggestion}`?",
    ),
    "unknown-country": Message(
        en="the public holidays of `{name}` are not known",
        nl="de feestdagen van `{name}` zijn niet bekend",
        help_en="write the country's two letters of ISO 3166, such as `NL`; other days go into `closed`",
        help_nl="schrijf de twee letters van het land uit ISO 3166, zoals `NL`; andere dagen horen in `closed`",
        hint_en="did you mean `{suggestion}`?",
        hint_nl="bedoelt u `{suggestion}`?",
    ),
    "unknown-subdivision": Message(
        en="`{country}` has no part `{name}` with holidays of its own",
        nl="`{country}` heeft geen deel `{name}` met eigen feestdagen",
        help_en="choose from {known}, or leave it out",
        help_nl="kies uit {known}, of laat het weg",
        hint_en="did you mean `{suggestion}`?",
        hint_nl="bedoelt u `{suggestion}`?",
    ),
    "subdivision-without-country": Message(
        en="`subdivision` names a part of a country, and there is no `country`",
        nl="`subdivision` noemt een deel van een land, en er is geen `country`",
        help_en="add `country:`",
        help_nl="voeg `country:` toe",
    ),
    "after-nothing": Message(
        en="`{text}` is no time at all",
        nl="`{text}` is helemaal geen tijd",
        help_en="write `always:` for what happens at once",
        help_nl="schrijf `always:` voor wat meteen gebeurt",
    ),
    "settle-nothing": Message(
        en="`{text}` is no time at all, so no repeat would be ignored",
        nl="`{text}` is helemaal geen tijd, dus zou geen herhaling worden genegeerd",
        help_en="write how long it takes until the same is something new, such as `settle: 10 s`, or leave the key out",
        help_nl="schrijf na hoeveel tijd hetzelfde iets nieuws is, zoals `settle: 10 s`, of laat het sleutelwoord weg",
    ),
    "after-perhaps-nothing": Message(
        en="`{name}` may be 0, and then this is due at once",
        nl="`{name}` kan 0 zijn, en dan is dit meteen aan de beurt",
        help_en="let it begin at 1, as in `{name}: {{range: 1..{high}, default: 1}}`",
        help_nl="laat het bij 1 beginnen, zoals in `{name}: {{range: 1..{high}, default: 1}}`",
    ),
    "lapse-nothing": Message(
        en="`{text}` is no time at all, so nothing would ever be counted",
        nl="`{text}` is helemaal geen tijd, dus zou er nooit iets worden geteld",
        help_en="write how long it counts, such as `lapse: 12 months`, or leave the key out",
        help_nl="schrijf hoe lang het meetelt, zoals `lapse: 12 months`, of laat het sleutelwoord weg",
    ),
    "lapse-of-no-counter": Message(
        en="`{name}` is no counter, so nothing can fall away from it",
        nl="`{name}` is geen teller, dus er kan niets van vervallen",
        help_en="declare it as in `{name}: {{counter: 0..3, lapse: 12 months}}`, or leave `lapse` out",
        help_nl="kondig het aan zoals in `{name}: {{counter: 0..3, lapse: 12 months}}`, of laat `lapse` weg",
    ),
    "lapse-of-too-many": Message(
        en="`{name}` counts too far for each unit to fall away by itself",
        nl="`{name}` telt te ver om elke eenheid apart te laten vervallen",
        help_en="let it count to {most} at the most, or write `when: all`",
        help_nl="laat hem hoogstens tot {most} tellen, of schrijf `when: all`",
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
    "history-never-active": Message(
        en="`{name}` is a history, and a history is never active itself",
        nl="`{name}` is een geheugen, en een geheugen is zelf nooit actief",
        help_en="name the state around it, or one that it can lead to",
        help_nl="noem de toestand eromheen, of een toestand waar het heen kan leiden",
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
