"""Messages of the area `testing`: what scenarios cover, and those that are written to cover more."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "coverage-counted": Message(
        en="coverage of {policy}: {covered} of {total}, {percent} %",
        nl="dekking van {policy}: {covered} van {total}, {percent} %",
    ),
    "coverage-below": Message(
        en="the coverage of `{policy}` is {percent} %, less than {wanted} %",
        nl="de dekking van `{policy}` is {percent} %, minder dan {wanted} %",
        help_en="`--generate` writes scenarios that close the gaps",
        help_nl="`--generate` schrijft scenario's die de gaten dichten",
    ),
    "fail-under-what": Message(
        en="`--fail-under` asks for a share of something",
        nl="`--fail-under` vraagt om een deel van iets",
        help_en="add `--coverage` or `--mutate`",
        help_nl="voeg `--coverage` of `--mutate` toe",
    ),
    "point-state": Message(
        en="`{state}`: never entered",
        nl="`{state}`: nooit betreden",
    ),
    "point-branch": Message(
        en="in `{state}`, `{what}`{branch}: never taken",
        nl="in `{state}`, `{what}`{branch}: nooit genomen",
    ),
    "point-refused": Message(
        en="in `{state}`, `forbid` of `{what}`: never refused",
        nl="in `{state}`, `forbid` van `{what}`: nooit geweigerd",
    ),
    "point-passed": Message(
        en="in `{state}`, `forbid` of `{what}`: never let through",
        nl="in `{state}`, `forbid` van `{what}`: nooit doorgelaten",
    ),
    "point-lacking": Message(
        en="in `{state}`, `{what}`{branch}: never refused for want of what it requires",
        nl="in `{state}`, `{what}`{branch}: nooit geweigerd omdat ontbreekt wat het vereist",
    ),
    "point-unreachable": Message(
        en="no session can come to this",
        nl="geen sessie kan hier komen",
    ),
    "point-without-way": Message(
        en="no course to it was found",
        nl="er is geen verloop gevonden dat erheen leidt",
    ),
    "situations-searched": Message(
        en="{file}: {number} situations searched …",
        nl="{file}: {number} situaties doorzocht …",
    ),
    "generated-head": Message(
        en="scenarios that close the gaps in the tests of `{policy}`",
        nl="scenario's die de gaten in de tests van `{policy}` dichten",
    ),
    "generated-advice": Message(
        en="finish the stories and the lines, and look at what is expected: it is what the policy does",
        nl="maak de verhalen en de zinnen af, en bekijk wat er wordt verwacht: dat is wat het protocol doet",
    ),
    "generated-after": Message(
        en="after {what}",
        nl="na {what}",
    ),
    "generated-lapsed": Message(
        en="of {what} something lapses",
        nl="van {what} vervalt iets",
    ),
    "generated-overdue": Message(
        en="{what} is overdue",
        nl="{what} is te laat",
    ),
    "generated-lost": Message(
        en="no session can come to these",
        nl="hier kan geen sessie komen",
    ),
    "generated-story": Message(
        en="(write here who it is about, and why)",
        nl="(schrijf hier over wie het gaat, en waarom)",
    ),
    "generated-line": Message(
        en="(write here what is said: {role})",
        nl="(schrijf hier wat er wordt gezegd: {role})",
    ),
    "generated-start": Message(
        en="the start",
        nl="het begin",
    ),
    "generated-learn": Message(
        en="something becomes known",
        nl="er wordt iets bekend",
    ),
    "generated-counted": Message(
        en="{policy}: scenarios written: {scenarios}; gaps closed: {points}",
        nl="{policy}: geschreven scenario's: {scenarios}; gedichte gaten: {points}",
    ),
    "generated-nothing": Message(
        en="{policy}: there are no gaps to close",
        nl="{policy}: er zijn geen gaten te dichten",
    ),
    "generated-open": Message(
        en="no course was found to {count} of the gaps",
        nl="naar {count} van de gaten is geen verloop gevonden",
    ),
    "generate-one": Message(
        en="`--generate` writes scenarios for one policy",
        nl="`--generate` schrijft scenario's voor één protocol",
        help_en="name it",
        help_nl="noem het",
    ),
    "generate-alone": Message(
        en="`{option}` makes no difference to what `--generate` writes",
        nl="`{option}` maakt geen verschil voor wat `--generate` schrijft",
        help_en="leave it out",
        help_nl="laat het weg",
    ),
    "only-to-generate": Message(
        en="`{option}` is for what `--generate` writes",
        nl="`{option}` is voor wat `--generate` schrijft",
        help_en="leave it out, or add `--generate`",
        help_nl="laat het weg, of voeg `--generate` toe",
    ),
    "generated-exists": Message(
        en="`{file}` is there already",
        nl="`{file}` bestaat al",
        help_en="name another file behind `-o`, or add `--force` to write over it",
        help_nl="noem een ander bestand achter `-o`, of voeg `--force` toe om het te overschrijven",
    ),
    "mutants-tried": Message(
        en="{policy}: {number} of {total} changes tried …",
        nl="{policy}: {number} van {total} veranderingen geprobeerd …",
    ),
    "mutation-counted": Message(
        en="mutation of {policy}: {tried} of {all} changes tried; noticed by scenarios: {scenario}, by properties: "
        "{property}, by `check`: {check}; survived: {survived}; {percent} %",
        nl="mutatie van {policy}: {tried} van {all} veranderingen geprobeerd; opgemerkt door scenario's: {scenario}, "
        "door eigenschappen: {property}, door `check`: {check}; overleefd: {survived}; {percent} %",
    ),
    "mutation-stopped": Message(
        en="stopped before all changes were tried; what follows is about those that were",
        nl="gestopt voordat alle veranderingen waren geprobeerd; wat volgt gaat over die dat wel waren",
    ),
    "mutation-equivalent": Message(
        en="not to be noticed: {count}; no call goes otherwise with these than with the policy as it is",
        nl="niet op te merken: {count}; geen gesprek verloopt hiermee anders dan met het protocol zoals het is",
    ),
    "mutation-hidden": Message(
        en="not for scenarios: {count}; your software sees these, but nothing that a scenario can expect differs",
        nl="niets voor scenario's: {count}; uw software ziet deze, maar wat een scenario kan verwachten blijft gelijk",
    ),
    "mutation-undecided": Message(
        en="not decided: {count}; there was too much to look through to find a call that goes otherwise, or to "
        "know that there is none",
        nl="niet beslist: {count}; er was te veel te doorzoeken om een gesprek te vinden dat anders verloopt, of te "
        "weten dat dat er niet is",
    ),
    "mutation-seen": Message(
        en="what differs: {parts}",
        nl="wat verschilt: {parts}",
    ),
    "mutation-given": Message(
        en="with {given}",
        nl="met {given}",
    ),
    "mutation-refused": Message(
        en="changed, `{name}` can't be `{value}`",
        nl="veranderd kan `{name}` niet `{value}` zijn",
    ),
    "mutation-unplayable": Message(
        en="changed, what is told last is not taken",
        nl="veranderd wordt het laatste niet aangenomen",
    ),
    "mutation-below": Message(
        en="of the changes in `{policy}` {percent} % is noticed, less than {wanted} %",
        nl="van de veranderingen in `{policy}` wordt {percent} % opgemerkt, minder dan {wanted} %",
        help_en="below each survivor stands what would notice it",
        help_nl="onder elke overlever staat wat haar zou opmerken",
    ),
    "mutate-failing": Message(
        en="`{policy}` is not changed, for not all of its scenarios pass as it is",
        nl="`{policy}` wordt niet veranderd, want niet al zijn scenario's slagen zoals het is",
        help_en="mend these first",
        help_nl="herstel die eerst",
    ),
    "only-to-mutate": Message(
        en="`{option}` is for what `--mutate` tries",
        nl="`{option}` is voor wat `--mutate` probeert",
        help_en="leave it out, or add `--mutate`",
        help_nl="laat het weg, of voeg `--mutate` toe",
    ),
}
