"""Messages of the area `comparing`: two versions of a policy, and moving from one to the other."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

_NOT_DECIDED_EN = "{old} and {new}: not decided"
_NOT_DECIDED_NL = "{old} en {new}: niet beslist"

MESSAGES: Mapping[str, Message] = {
    "git-missing": Message(
        en="git can't be found",
        nl="git is niet te vinden",
        help_en="install git, or name two files",
        help_nl="installeer git, of noem twee bestanden",
    ),
    "git-no-repository": Message(
        en="`{folder}` lies in no git repository",
        nl="`{folder}` ligt niet in een git-repository",
        help_en="name two files, or call this inside a repository",
        help_nl="noem twee bestanden, of roep dit aan binnen een repository",
    ),
    "git-no-revision": Message(
        en="git knows no revision `{revision}` here",
        nl="git kent hier geen revisie `{revision}`",
        help_en="`git log --oneline` lists them",
        help_nl="`git log --oneline` somt ze op",
    ),
    "git-shallow": Message(
        en="git knows no revision `{revision}` here: only the end of the history was fetched",
        nl="git kent hier geen revisie `{revision}`: alleen het eind van de geschiedenis is opgehaald",
        help_en="`git fetch --unshallow` fetches the rest; in CI, let the checkout fetch the whole history",
        help_nl="`git fetch --unshallow` haalt de rest op; laat in CI de hele geschiedenis ophalen",
    ),
    "git-other-name": Message(
        en="at `{revision}` the file `{file}` was called `{before}`",
        nl="op `{revision}` heette het bestand `{file}` nog `{before}`",
        help_en="name it by that: `policy-engine diff {revision}:{before} {file}`",
        help_nl="noem die naam: `policy-engine diff {revision}:{before} {file}`",
    ),
    "git-no-file": Message(
        en="there was no file `{file}` at `{revision}`",
        nl="op `{revision}` was er geen bestand `{file}`",
        help_en="`REV:PATH` counts from the top of the repository, `REV:./PATH` from here",
        help_nl="`REV:PAD` telt vanaf de top van de repository, `REV:./PAD` vanaf hier",
    ),
    "git-failed": Message(
        en="git can't be called: {reason}",
        nl="git kan niet worden aangeroepen: {reason}",
    ),
    "git-slow": Message(
        en="git gave no answer within {seconds} seconds",
        nl="git gaf binnen {seconds} seconden geen antwoord",
    ),
    "diff-two-olds": Message(
        en="`--rev` says which old version is meant, so only one policy is named",
        nl="`--rev` zegt al welke oude versie bedoeld is, dus noem maar één protocol",
        help_en="leave out the second name, or `--rev`",
        help_nl="laat de tweede naam weg, of `--rev`",
    ),
    "diff-one-version": Message(
        en="two versions are needed to compare",
        nl="om te vergelijken zijn twee versies nodig",
        help_en="name the old one and the new one, or the policy with `--rev HEAD~1`",
        help_nl="noem de oude en de nieuwe, of het protocol met `--rev HEAD~1`",
    ),
    "diff-broken-version": Message(
        en="`{file}` has mistakes, and can't be compared",
        nl="`{file}` bevat fouten en kan niet worden vergeleken",
    ),
    "diff-renamed-form": Message(
        en="`{text}` does not say which state has which name now",
        nl="`{text}` zegt niet welke toestand nu hoe heet",
        help_en="write `--renamed old=new`",
        help_nl="schrijf `--renamed oud=nieuw`",
    ),
    "diff-other-policy": Message(
        en="`{old}` and `{new}` are two policies, not two versions of one",
        nl="`{old}` en `{new}` zijn twee protocollen, niet twee versies van één",
        help_en="if it is one policy that has another name now, say so: `--renamed {old}={new}`",
        help_nl="is het één protocol dat nu anders heet, zeg dat dan: `--renamed {old}={new}`",
    ),
    "draw-diff-other-policy": Message(
        en="`{old}` and `{new}` are two policies, not two versions of one",
        nl="`{old}` en `{new}` zijn twee protocollen, niet twee versies van één",
        help_en="name an earlier version of `{new}`; if it had another name then, give a copy of it the name that it has now",
        help_nl="noem een eerdere versie van `{new}`; heette die toen anders, geef een kopie ervan dan de naam van nu",
    ),
    "migration-other-policy": Message(
        en="no session of `{old}` can go on under `{new}`: these are two policies",
        nl="geen sessie van `{old}` kan verder onder `{new}`: dit zijn twee protocollen",
        help_en="if it is one policy that has another name now, let it keep `policy: {old}` until its sessions are done",
        help_nl="is het één protocol dat nu anders heet, laat het dan `policy: {old}` houden tot de sessies klaar zijn",
    ),
    "diff-no-such-state": Message(
        en="`{file}` has no state `{state}`",
        nl="`{file}` heeft geen toestand `{state}`",
        help_en="did you mean `{suggestion}`?",
        help_nl="bedoelde u `{suggestion}`?",
    ),
    "diff-equal": Message(
        en="{old} and {new} are equal in behaviour; texts that differ: {texts}",
        nl="{old} en {new} gedragen zich gelijk; teksten die verschillen: {texts}",
    ),
    "diff-differs": Message(
        en="{old} and {new} differ. Differences a caller notices: {groups}; in declarations: {declared}; in texts: {texts}",
        nl="{old} en {new} verschillen. Verschillen die een beller merkt: {groups}; in declaraties: {declared}; in teksten: {texts}",
    ),
    "diff-open-table": Message(
        en=f"{_NOT_DECIDED_EN}: one of the two has too many situations to look at them all",
        nl=f"{_NOT_DECIDED_NL}: een van de twee heeft te veel situaties om ze allemaal te bekijken",
    ),
    "diff-open-facts": Message(
        en=f"{_NOT_DECIDED_EN}: there are too many combinations of facts to try them all",
        nl=f"{_NOT_DECIDED_NL}: er zijn te veel combinaties van feiten om ze allemaal te proberen",
    ),
    "diff-open-data": Message(
        en=f"{_NOT_DECIDED_EN}: an event has too many combinations of data to try them all",
        nl=f"{_NOT_DECIDED_NL}: een gebeurtenis heeft te veel combinaties van gegevens om ze allemaal te proberen",
    ),
    "diff-open-due": Message(
        en=f"{_NOT_DECIDED_EN}: more can be due at once than is looked at",
        nl=f"{_NOT_DECIDED_NL}: er kan meer tegelijk lopen dan wordt bekeken",
    ),
    "diff-open-pairs": Message(
        en=f"{_NOT_DECIDED_EN}: the two together have too many situations to look at them all",
        nl=f"{_NOT_DECIDED_NL}: de twee hebben samen te veel situaties om ze allemaal te bekijken",
    ),
    "diff-open-parameters": Message(
        en=f"{_NOT_DECIDED_EN}: there are too many choices of parameters to try them all",
        nl=f"{_NOT_DECIDED_NL}: er zijn te veel keuzes van parameters om ze allemaal te proberen",
    ),
    "diff-open-moments": Message(
        en=f"{_NOT_DECIDED_EN}: it depends on which days people work, and that differs from call to call",
        nl=f"{_NOT_DECIDED_NL}: het hangt ervan af wanneer er wordt gewerkt, en dat is per gesprek anders",
    ),
    "diff-open-rest": Message(
        en="what is listed was found; whether there is more was left open:",
        nl="wat hier staat is gevonden; of er meer is, bleef open:",
    ),
    "diff-tried": Message(en="{number} steps tried …", nl="{number} stappen geprobeerd …"),
    "diff-call": Message(en="for instance:", nl="bijvoorbeeld:"),
    "diff-declared": Message(en="what is declared otherwise", nl="wat anders is gedeclareerd"),
    "diff-texts": Message(en="texts that differ", nl="teksten die verschillen"),
    "diff-other-order": Message(en="the same in another order", nl="hetzelfde in een andere volgorde"),
    "diff-added": Message(en="{section} `{name}` is new", nl="{section} `{name}` is nieuw"),
    "diff-removed": Message(en="{section} `{name}` is gone", nl="{section} `{name}` is weg"),
    "diff-changed-type": Message(
        en="{section} `{name}`: {old} was allowed, now {new}",
        nl="{section} `{name}`: {old} mocht, nu {new}",
    ),
    "diff-changed-default": Message(
        en="{section} `{name}`: left out it was {old}, now {new}",
        nl="{section} `{name}`: weggelaten was het {old}, nu {new}",
    ),
    "diff-changed-settle": Message(
        en="{section} `{name}`: a repeat did not count for {old}, now for {new}",
        nl="{section} `{name}`: een herhaling telde {old} niet mee, nu {new}",
    ),
    "diff-changed-within": Message(
        en="{section} `{name}`: to be complete within {old}, now within {new}",
        nl="{section} `{name}`: moest compleet zijn binnen {old}, nu binnen {new}",
    ),
    "diff-changed-record": Message(
        en="{section} `{name}`: was {old}, now {new}", nl="{section} `{name}`: was {old}, nu {new}"
    ),
    "diff-changed-from": Message(
        en="{section} `{name}`: was read from {old}, now from {new}",
        nl="{section} `{name}`: kwam uit {old}, nu uit {new}",
    ),
    "diff-changed-role": Message(
        en="{section} `{name}`: was for {old}, now for {new}",
        nl="{section} `{name}`: was voor {old}, nu voor {new}",
    ),
    "diff-changed-order": Message(
        en="{section} `{name}` acts now when nobody is named; it was {old}",
        nl="{section} `{name}` handelt nu als niemand is genoemd; dat was {old}",
    ),
    "diff-changed-meets": Message(
        en="{section} `{name}`: was met by {old}, now by {new}",
        nl="{section} `{name}`: was gedaan met {old}, nu met {new}",
    ),
    "migrate-from-itself": Message(
        en="`{version}` is this version itself",
        nl="`{version}` is deze versie zelf",
        help_en="name the earlier versions whose sessions go on, and give this one a version of its own",
        help_nl="noem de eerdere versies waarvan de sessies verdergaan, en geef deze een eigen versie",
    ),
    "migrate-version-twice": Message(
        en="version `{version}` stands here twice",
        nl="versie `{version}` staat hier twee keer",
        help_en="write each version once",
        help_nl="schrijf elke versie één keer",
    ),
    "migrate-to-history": Message(
        en="`{name}` is a history state, and no session stands in it",
        nl="`{name}` is een geschiedenistoestand, en daar staat geen sessie in",
        help_en="name the state in which the session goes on",
        help_nl="noem de toestand waarin de sessie verdergaat",
    ),
    "migrate-two-into-one": Message(
        en="`{first}` and `{second}` can't both become `{name}`",
        nl="`{first}` en `{second}` kunnen niet allebei `{name}` worden",
        help_en="let one of them become it, and give the other up with `drop`",
        help_nl="geef er een die naam, en laat de andere vervallen met `drop`",
    ),
    "migrate-set-and-renamed": Message(
        en="`{name}` has the value of `{old}`, and one of its own under `set`",
        nl="`{name}` krijgt de waarde van `{old}`, en onder `set` nog een eigen waarde",
        help_en="leave one of the two out",
        help_nl="laat een van beide weg",
    ),
    "migrate-dropped-and-renamed": Message(
        en="`{name}` is given up, and becomes `{new}` as well",
        nl="`{name}` vervalt, en wordt ook `{new}`",
        help_en="leave one of the two out",
        help_nl="laat een van beide weg",
    ),
    "migrate-not-asked-for": Message(
        en="this version of `{policy}` says nothing of sessions of version `{version}`",
        nl="deze versie van `{policy}` zegt niets over sessies van versie `{version}`",
        help_en='write `migrate: {{from: ["{version}"]}}` into the new version, and see `policy-engine diff OLD NEW --migration`',
        help_nl='schrijf `migrate: {{from: ["{version}"]}}` in de nieuwe versie, en bekijk `policy-engine diff OUD NIEUW --migration`',
    ),
    "migrate-other-policy": Message(
        en="the session belongs to `{old}`, and this is `{new}`",
        nl="de sessie hoort bij `{old}`, en dit is `{new}`",
    ),
    "migrate-state": Message(
        en="nothing says where a session in `{state}` goes on",
        nl="nergens staat waar een sessie in `{state}` verdergaat",
        help_en="write `migrate: {{states: {{{state}: ...}}}}` with a state of the new version",
        help_nl="schrijf `migrate: {{states: {{{state}: ...}}}}` met een toestand van de nieuwe versie",
    ),
    "migrate-configuration": Message(
        en="a session in {states} would be in {found}, and that is no place where one can be",
        nl="een sessie in {states} zou in {found} staan, en daar kan er geen zijn",
        help_en="name under `migrate: states` a state without others inside, one for each part that runs at the same time",
        help_nl="noem onder `migrate: states` een toestand zonder andere erin, één voor elk deel dat tegelijk loopt",
    ),
    "migrate-unreachable": Message(
        en="a session in {states} would come to {found} with what it remembers, and no call of the new version leads there",
        nl="een sessie in {states} zou met wat zij onthoudt in {found} komen, en geen gesprek van de nieuwe versie leidt daarheen",
        help_en="let it go on in another state under `migrate: states`, or begin with other values under `migrate: set`",
        help_nl="laat haar verdergaan in een andere toestand onder `migrate: states`, of begin met andere waarden onder `migrate: set`",
    ),
    "migrate-variable": Message(
        en="nothing says what becomes of the variable `{name}`",
        nl="nergens staat wat er met de variabele `{name}` gebeurt",
        help_en="write `migrate: {{context: {{{name}: ...}}}}` with its new name, or give it up: `migrate: {{drop: [{name}]}}`",
        help_nl="schrijf `migrate: {{context: {{{name}: ...}}}}` met de nieuwe naam, of laat haar vervallen: `migrate: {{drop: [{name}]}}`",
    ),
    "migrate-value": Message(
        en="`{name}` is {value}, and the new version does not allow that",
        nl="`{name}` is {value}, en de nieuwe versie staat dat niet toe",
        help_en="keep the value in its type, or give the variable up: `migrate: {{drop: [{name}]}}`",
        help_nl="houd de waarde in het type, of laat de variabele vervallen: `migrate: {{drop: [{name}]}}`",
    ),
    "migrate-fact": Message(
        en="the fact `{name}` is {value}, and the new version does not allow that",
        nl="het feit `{name}` is {value}, en de nieuwe versie staat dat niet toe",
        help_en="keep the value in its type, or tell the session another one first",
        help_nl="houd de waarde in het type, of vertel de sessie eerst een andere",
    ),
    "migrate-parameter": Message(
        en="the parameter `{name}` is {value}, and the new version does not allow that",
        nl="de parameter `{name}` is {value}, en de nieuwe versie staat dat niet toe",
        help_en="keep the value in its range, or let such sessions end under the old version",
        help_nl="houd de waarde in het bereik, of laat zulke sessies aflopen onder de oude versie",
    ),
    "migrate-send": Message(
        en="`{event}` is on its way, and the new version never sends it",
        nl="`{event}` is onderweg, en de nieuwe versie verstuurt die nooit",
        help_en="keep a `send` of it with the same id in the new version, or let such sessions end under the old one",
        help_nl="houd er in de nieuwe versie een `send` met hetzelfde id van, of laat zulke sessies aflopen onder de oude",
    ),
    "migrate-record": Message(
        en="there is a record of `{action}` that the new version could not keep: `{name}`",
        nl="er is een vastlegging van `{action}` die de nieuwe versie niet kan bewaren: `{name}`",
        help_en="keep the action with its `record` and the types of its fields",
        help_nl="houd de actie met haar `record` en de typen van de velden",
    ),
    "migrate-needs-now": Message(
        en="the session was never told the time, and something begins to run in it",
        nl="de sessie kreeg nooit de tijd te horen, en er gaat iets in lopen",
        help_en="give the time: `migrate(snapshot, old, now=...)`",
        help_nl="geef de tijd mee: `migrate(snapshot, old, now=...)`",
    ),
    "migration-counts": Message(
        en="{old} to {new}: of {situations} situations that a live session can be in {as_they_are} go on as they are, {by_migrate} by what `migrate` says, {stuck} can't",
        nl="van {old} naar {new}: van {situations} situaties waarin een lopende sessie kan zijn gaan er {as_they_are} verder zoals ze zijn, {by_migrate} met wat `migrate` zegt, en {stuck} niet",
    ),
    "migration-not-asked": Message(
        en='the new version says nothing of sessions of version `{version}`, so none goes on; with `migrate: {{from: ["{version}"]}}` it would be:',
        nl='de nieuwe versie zegt niets over sessies van versie `{version}`, dus er gaat er geen verder; met `migrate: {{from: ["{version}"]}}` zou het zo zijn:',
    ),
    "migration-not-whole": Message(
        en="there are more: only these {situations} were looked at, and what becomes of the others is not known",
        nl="er zijn er meer: alleen deze {situations} zijn bekeken, en van de andere is niet bekend of ze verder kunnen",
    ),
    "migration-unknown": Message(
        en="`migrate` names what the old version does not have: {names}",
        nl="`migrate` noemt wat de oude versie niet heeft: {names}",
    ),
    "migration-where": Message(en="a session is in: {states}", nl="een sessie is in: {states}"),
    "migration-anywhere": Message(
        en="wherever the session stands, if it has one", nl="waar de sessie ook staat, als zij er een heeft"
    ),
    "note-format": Message(
        en="a note is written as `.pdf` or `.txt`, not as `{file}`",
        nl="een notitie wordt geschreven als `.pdf` of `.txt`, niet als `{file}`",
    ),
}
