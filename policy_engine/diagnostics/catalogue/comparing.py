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
        nl="{old} en {new} verschillen. Verschillen die een aanroeper merkt: {groups}; in declaraties: {declared}; in teksten: {texts}",
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
    "diff-open-moments": Message(
        en=f"{_NOT_DECIDED_EN}: it depends on which days people work, and that differs from call to call",
        nl=f"{_NOT_DECIDED_NL}: het hangt ervan af wanneer er wordt gewerkt, en dat is per gesprek anders",
    ),
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
}
