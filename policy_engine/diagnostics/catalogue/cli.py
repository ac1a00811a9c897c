"""Messages of the area `cli`."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "file-not-found": Message(
        en="there is no file `{file}`",
        nl="het bestand `{file}` bestaat niet",
    ),
    "file-is-folder": Message(
        en="`{file}` is a folder, not a file",
        nl="`{file}` is een map, geen bestand",
    ),
    "situations-tried": Message(
        en="{file}: {number} situations tried …",
        nl="{file}: {number} situaties geprobeerd …",
    ),
    "sources-row": Message(en="row", nl="regel"),
    "sources-kind": Message(en="kind", nl="soort"),
    "sources-says": Message(en="what it says", nl="wat hij zegt"),
    "sources-found": Message(en="where it is found", nl="waar hij staat"),
    "sources-nowhere": Message(en="nowhere", nl="nergens"),
    "sources-exempt": Message(en="exempt: {reason}", nl="uitgezonderd: {reason}"),
    "sources-counted": Message(
        en="rows: {rows}; found: {found}, exempt: {exempt}, nowhere: {missing}",
        nl="regels: {rows}; gevonden: {found}, uitgezonderd: {exempt}, nergens: {missing}",
    ),
    "file-unreadable": Message(
        en="`{file}` can't be read: {reason}",
        nl="`{file}` kan niet worden gelezen: {reason}",
    ),
    "file-unusable": Message(
        en="`{file}` can't be used: {reason}",
        nl="`{file}` kan niet worden gebruikt: {reason}",
    ),
    "file-unwritable": Message(
        en="`{file}` can't be written: {reason}",
        nl="`{file}` kan niet worden geschreven: {reason}",
    ),
    "file-exists": Message(
        en="`{file}` is there already",
        nl="`{file}` bestaat al",
        help_en="choose another name; nothing was changed",
        help_nl="kies een andere naam; er is niets veranderd",
    ),
    "output-is-source": Message(
        en="`{file}` is the policy itself or its scenarios: the result would overwrite it",
        nl="`{file}` is het protocol zelf of zijn scenario's: de uitkomst zou het overschrijven",
        help_en="name another file behind `-o`",
        help_nl="noem een ander bestand achter `-o`",
    ),
    "output-unwritable": Message(
        en="the output can't be written: {reason}",
        nl="de uitvoer kan niet worden geschreven: {reason}",
    ),
    "folder-gone": Message(
        en="the current folder does not exist any more",
        nl="de huidige map bestaat niet meer",
        help_en="go to another one with `cd`",
        help_nl="ga met `cd` naar een andere",
    ),
    "folder-without-policies": Message(
        en="there are no `.yaml` files in the folder `{file}`",
        nl="er staan geen `.yaml`-bestanden in de map `{file}`",
    ),
    "empty-name": Message(
        en="the name of the policy is empty",
        nl="de naam van het protocol is leeg",
        help_en="name its file, or the id of a ready policy",
        help_nl="noem zijn bestand, of de naam van een kant-en-klaar protocol",
    ),
    "unknown-ready-policy": Message(
        en="there is no file and no ready policy `{policy}`",
        nl="er is geen bestand en geen kant-en-klaar protocol `{policy}`",
        help_en="the ready ones are {ready}; another policy is named by its file",
        help_nl="kant-en-klaar zijn {ready}; een ander protocol noemt u bij zijn bestand",
        hint_en="did you mean `{suggestion}`?",
        hint_nl="bedoelt u `{suggestion}`?",
    ),
    "no-such-language": Message(
        en="the policy has no texts in `{wanted}`",
        nl="het protocol heeft geen teksten in `{wanted}`",
        help_en="it has them in {languages}",
        help_nl="het heeft ze in {languages}",
    ),
    "no-such-rule": Message(
        en="there is no rule `{name}`",
        nl="er is geen regel `{name}`",
        help_en="`policy-engine rules` lists all of them",
        help_nl="`policy-engine rules` noemt ze allemaal",
    ),
    "code-is-no-rule": Message(
        en="`{name}` is a plain mistake and no rule: `check` says what to write instead",
        nl="`{name}` is een gewone fout en geen regel: `check` zegt wat er moet staan",
    ),
    "not-a-setting": Message(
        en="`{text}` is no setting",
        nl="`{text}` is geen instelling",
        help_en="write it as `name=value`",
        help_nl="schrijf deze als `naam=waarde`",
    ),
    "unknown-setting": Message(
        en="the policy declares no `{name}` here",
        nl="het protocol kent hier geen `{name}`",
        help_en="it declares {declared}",
        help_nl="het kent {declared}",
        none_en="nothing can be set here",
        none_nl="hier valt niets in te stellen",
    ),
    "setting-twice": Message(
        en="`{name}` is set twice",
        nl="`{name}` is twee keer ingesteld",
        help_en="leave one of them out",
        help_nl="laat een van de twee weg",
    ),
    "setting-does-not-fit": Message(
        en="`{value}` is no value of `{name}`",
        nl="`{value}` is geen waarde van `{name}`",
        help_en="it takes: {wanted}",
        help_nl="mogelijk is: {wanted}",
    ),
    "no-scenarios": Message(
        en="there are no scenarios for `{policy}`",
        nl="er zijn geen scenario's voor `{policy}`",
        help_en="write them in `{file}`",
        help_nl="schrijf ze in `{file}`",
    ),
    "line-too-long": Message(
        en="the line is longer than {limit} bytes",
        nl="de regel is langer dan {limit} bytes",
    ),
    "line-not-utf8": Message(
        en="the line is not UTF-8",
        nl="de regel is geen UTF-8",
    ),
    "line-not-json": Message(
        en="the line is not JSON: {problem}",
        nl="de regel is geen JSON: {problem}",
    ),
    "line-not-an-object": Message(
        en="the line is no JSON object",
        nl="de regel is geen JSON-object",
        help_en='write for example {{"event": "insult"}}',
        help_nl='schrijf bijvoorbeeld {{"event": "insult"}}',
    ),
    "line-unknown-key": Message(
        en="the line has an unknown key `{key}`",
        nl="de regel heeft een onbekende sleutel `{key}`",
        help_en="a line takes {known}",
        help_nl="een regel kent {known}",
    ),
    "line-key-twice": Message(
        en="the line has the key `{key}` twice",
        nl="de regel heeft de sleutel `{key}` twee keer",
        help_en="write each key once",
        help_nl="schrijf elke sleutel eenmaal",
    ),
    "line-without-matter": Message(
        en="the line says none of `event`, `learn`, `advance`, `retract` and `fill`, or more than one of them",
        nl="de regel noemt geen `event`, `learn`, `advance`, `retract` of `fill`, of meer dan een ervan",
        help_en="a line is about one of them",
        help_nl="een regel gaat over een ervan",
    ),
    "line-key-without-event": Message(
        en="`{key}` belongs to an `event`",
        nl="`{key}` hoort bij een `event`",
    ),
    "line-key-without-fill": Message(
        en="`{key}` belongs to a `fill`",
        nl="`{key}` hoort bij een `fill`",
    ),
    "line-fill-without-fields": Message(
        en="`fill` names an action, and `fields` is missing, which says what is filled in",
        nl="`fill` noemt een actie, en `fields` ontbreekt, dat zegt wat er wordt ingevuld",
        help_en='write `{{"fill": "write_report", "fields": {{"place": "desk 3"}}}}`',
        help_nl='schrijf `{{"fill": "write_report", "fields": {{"place": "balie 3"}}}}`',
    ),
    "line-not-a-number": Message(
        en="`{key}` is not a whole number",
        nl="`{key}` is geen geheel getal",
    ),
    "line-advance-without-now": Message(
        en='`"advance": true` needs `now`, the time up to which time goes by',
        nl='`"advance": true` heeft `now` nodig, de tijd tot wanneer de tijd verstrijkt',
    ),
    "line-retract-without-why": Message(
        en="`retract` and `why` belong together: what is taken back, and the reason",
        nl="`retract` en `why` horen bij elkaar: wat wordt teruggenomen, en de reden",
    ),
    "line-at-too-late": Message(
        en="`at` says when the event happened, and that can't be later than now",
        nl="`at` zegt wanneer de gebeurtenis was, en dat kan niet later zijn dan nu",
    ),
    "line-not-text": Message(
        en="`{key}` must be a text",
        nl="`{key}` moet een tekst zijn",
    ),
    "line-not-values": Message(
        en="`{key}` must be an object with names and values",
        nl="`{key}` moet een object met namen en waarden zijn",
    ),
    "line-not-a-role": Message(
        en="`by` must be a role, or a list of a role and a person",
        nl="`by` moet een rol zijn, of een lijst van een rol en een persoon",
    ),
    "line-not-spoken": Message(
        en="`line` must be a text, or an object with a text per language",
        nl="`line` moet een tekst zijn, of een object met een tekst per taal",
    ),
    "line-not-a-time": Message(
        en="`{value}` is no time with a time zone",
        nl="`{value}` is geen tijd met een tijdzone",
        help_en="write for example `2026-01-05T09:00:00+01:00`",
        help_nl="schrijf bijvoorbeeld `2026-01-05T09:00:00+01:00`",
    ),
    "line-not-a-duration": Message(
        en="`{value}` is neither a duration nor a time with a time zone",
        nl="`{value}` is geen duur en geen tijd met een tijdzone",
        help_en="write for example `5 min` or `2026-01-05T09:00:00+01:00`",
        help_nl="schrijf bijvoorbeeld `5 min` of `2026-01-05T09:00:00+01:00`",
    ),
    "wait-not-a-duration": Message(
        en="`{value}` is no duration",
        nl="`{value}` is geen duur",
        help_en="write for example `wait 5 min`",
        help_nl="schrijf bijvoorbeeld `wait 5 min`",
    ),
    "wait-for-nothing": Message(
        en="say how long to wait",
        nl="zeg hoe lang er moet verstrijken",
        help_en="write for example `wait 5 min`",
        help_nl="schrijf bijvoorbeeld `wait 5 min`",
    ),
    "fill-nothing": Message(
        en="say what is filled in",
        nl="zeg wat er wordt ingevuld",
        help_en="write `fill action`, which asks for what is missing, or `fill action field=value`, with one of {declared}",
        help_nl="schrijf `fill actie`, dan wordt gevraagd wat ontbreekt, of `fill actie veld=waarde`, met een van {declared}",
        none_en="no action of the policy has a record",
        none_nl="geen actie van het protocol heeft een verslag",
    ),
    "fill-number": Message(
        en="`{text}` is not the number of a record",
        nl="`{text}` is niet het nummer van een verslag",
        help_en="write the action, or the action and a number: `write_report/2` is its second record",
        help_nl="schrijf de actie, of de actie en een nummer: `write_report/2` is het tweede verslag ervan",
    ),
    "learn-nothing": Message(
        en="say what is learned",
        nl="zeg wat er bekend wordt",
        help_en="write `learn name=value`, with one of {declared}",
        help_nl="schrijf `learn naam=waarde`, met een van {declared}",
        none_en="the policy declares no facts",
        none_nl="het protocol kent geen feiten",
    ),
    "time-too-late": Message(
        en="the time would pass the year {year}",
        nl="de tijd zou voorbij het jaar {year} komen",
    ),
    "event-not-declared": Message(
        en="the policy declares no event `{event}`",
        nl="het protocol kent geen gebeurtenis `{event}`",
    ),
    "role-not-declared": Message(
        en="the policy declares no role `{role}`",
        nl="het protocol kent geen rol `{role}`",
    ),
    "no-such-number": Message(
        en="there is no number {number}",
        nl="er is geen nummer {number}",
    ),
    "recorded-line-bad": Message(
        en="line {line} of the recorded call `{file}`: {problem}",
        nl="regel {line} van het opgenomen gesprek `{file}`: {problem}",
    ),
    "property-proved": Message(
        en="{proved} of {read} property proved, in {situations} situations",
        nl="{proved} van {read} eigenschap bewezen, in {situations} situaties",
    ),
    "properties-proved": Message(
        en="{proved} of {read} properties proved, in {situations} situations",
        nl="{proved} van {read} eigenschappen bewezen, in {situations} situaties",
    ),
    "own-mistake": Message(
        en="this should not have happened, the mistake is in policy-engine itself: {problem}",
        nl="dit had niet mogen gebeuren, de fout zit in policy-engine zelf: {problem}",
        help_en="set POLICY_ENGINE_TRACEBACK=1 to see where, and report it",
        help_nl="zet POLICY_ENGINE_TRACEBACK=1 om te zien waar, en meld het",
    ),
    "check-needs-kit": Message(
        en="`--check` looks at a whole kit",
        nl="`--check` kijkt naar een hele set",
        help_en="add `--kind all -o FOLDER`",
        help_nl="voeg `--kind all -o MAP` toe",
    ),
    "not-a-folder": Message(
        en="`{file}` is a file; a kit is written to a folder",
        nl="`{file}` is een bestand; een set wordt in een map geschreven",
    ),
    "no-such-format": Message(
        en="there is no format `{wanted}`",
        nl="er is geen formaat `{wanted}`",
        help_en="a {kind} can be {formats}",
        help_nl="een {kind} kan {formats} zijn",
    ),
    "kind-lacks-format": Message(
        en="a {kind} can't be written as `{wanted}`",
        nl="een {kind} kan niet als `{wanted}` worden geschreven",
        help_en="it can be {formats}",
        help_nl="het kan {formats} zijn",
    ),
    "one-overlay": Message(
        en="{options} can't be laid over one diagram",
        nl="{options} kunnen niet over één diagram worden gelegd",
        help_en="draw it once for each",
        help_nl="teken het voor elk een keer",
    ),
    "new-broken-off": Message(
        en="the questions were broken off, so nothing was written",
        nl="de vragen zijn afgebroken en er is niets geschreven",
        help_en="`--yes` takes the usual answers",
        help_nl="`--yes` neemt de gewone antwoorden",
    ),
    "new-other-name": Message(
        en="`{file}` cannot be the file of the policy `{name}`",
        nl="`{file}` kan niet het bestand van het protocol `{name}` zijn",
        help_en="call it `{name}.yaml`, so that its scenarios find it",
        help_nl="noem het `{name}.yaml`, zodat de scenario's het vinden",
    ),
    "new-wrong-answer": Message(
        en="`{text}` is no answer to `{option}`",
        nl="`{text}` is geen antwoord op `{option}`",
        help_en="write {wanted}",
        help_nl="schrijf {wanted}",
    ),
    "why-two-calls": Message(
        en="more than one call is named",
        nl="er is meer dan één gesprek genoemd",
        help_en="name events, or `--scenario`, or `--call`",
        help_nl="noem gebeurtenissen, of `--scenario`, of `--call`",
    ),
    "why-no-such-step": Message(
        en="there is no step {step} at which anything happens; the last one is {last}",
        nl="er is geen stap {step} waarin iets gebeurt; de laatste is {last}",
    ),
    "why-nothing-decided": Message(
        en="nothing was decided at step {step}",
        nl="in stap {step} is niets beslist",
    ),
    "why-step-bad": Message(
        en="step {step}: {problem}",
        nl="stap {step}: {problem}",
    ),
    "scenarios-broken": Message(
        en="the scenarios in `{file}` have mistakes",
        nl="de scenario's in `{file}` bevatten fouten",
    ),
    "no-such-scenario": Message(
        en="there is no scenario `{scenario}` in `{file}`",
        nl="er is geen scenario `{scenario}` in `{file}`",
        help_en="choose among {near}; `policy-engine test {policy}` lists all {count}",
        help_nl="kies uit {near}; `policy-engine test {policy}` noemt ze alle {count}",
        none_en="`policy-engine test {policy}` lists all {count}",
        none_nl="`policy-engine test {policy}` noemt ze alle {count}",
    ),
    "only-for-posters": Message(
        en="`{option}` is for posters",
        nl="`{option}` is voor posters",
        help_en="leave it out, or add `--kind poster`",
        help_nl="laat het weg, of voeg `--kind poster` toe",
    ),
    "scenario-not-printed": Message(
        en="a {kind} is not made of scenarios",
        nl="een {kind} wordt niet van scenario's gemaakt",
        help_en="`--scenario` is for `--kind roleplay` and `--kind walkthrough`; a poster takes `--path`",
        help_nl="`--scenario` is voor `--kind roleplay` en `--kind walkthrough`; een poster neemt `--path`",
    ),
    "one-language": Message(
        en="a {kind} is printed in one language",
        nl="een {kind} wordt in één taal gedrukt",
        help_en="call it once for each",
        help_nl="roep het voor elke taal aan",
    ),
    "two-languages": Message(
        en="a poster has room for two languages side by side, not for {count}",
        nl="op een poster is plaats voor twee talen naast elkaar, niet voor {count}",
        help_en="print one poster for each pair",
        help_nl="druk voor elk paar een eigen poster",
    ),
    "engine-lacks-option": Message(
        en="`{option}` is laid over our own layout only",
        nl="`{option}` gaat alleen met onze eigen opmaak",
        help_en="leave out `--engine graphviz`",
        help_nl="laat `--engine graphviz` weg",
    ),
    "engine-lacks-format": Message(
        en="`{wanted}` can't be made by Graphviz",
        nl="`{wanted}` kan Graphviz niet maken",
        help_en="it makes {formats}; leave out `--engine graphviz` for the others",
        help_nl="het maakt {formats}; laat voor de andere `--engine graphviz` weg",
    ),
}
