"""Words of the rules about names that are declared and not used, and of the comments that let a finding be."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.about import About
from policy_engine.diagnostics.catalogue.message import Message

RULES: Mapping[str, tuple[Message, About]] = {
    "unused-event": (
        Message(
            en="no state handles, forbids or waits for `{event}`",
            nl="geen toestand handelt `{event}` af, verbiedt die of wacht erop",
            help_en="handle it under `on`, or take it out",
            help_nl="handel haar af onder `on`, of haal haar weg",
        ),
        About(
            en="an event that nothing handles",
            nl="een gebeurtenis die nergens wordt afgehandeld",
            why_en="Agents are offered a button that does nothing.",
            why_nl="Medewerkers krijgen een knop die niets doet.",
        ),
    ),
    "unused-action": (
        Message(
            en="nothing asks for `{action}`",
            nl="niets vraagt om `{action}`",
            help_en="ask for it under `do`, `entry` or `exit`, or take it out",
            help_nl="vraag erom onder `do`, `entry` of `exit`, of haal haar weg",
        ),
        About(
            en="an action that nothing asks for",
            nl="een actie waar nergens om wordt gevraagd",
            why_en="Somebody expects that the manager is told or the report is written. Nothing ever asks for it.",
            why_nl="Iemand verwacht dat de leidinggevende het hoort of dat het verslag wordt geschreven. Niets vraagt er ooit om.",
        ),
    ),
    "unused-guard": (
        Message(
            en="no condition names `{name}`",
            nl="geen voorwaarde noemt `{name}`",
            help_en="use it in a `when`, or take it out",
            help_nl="gebruik haar in een `when`, of haal haar weg",
        ),
        About(
            en="a named condition that no condition names",
            nl="een benoemde voorwaarde die geen voorwaarde noemt",
            why_en="A reader takes it for a rule of the house. No call is decided by it.",
            why_nl="Een lezer houdt het voor een regel van het huis. Geen gesprek wordt ermee beslist.",
        ),
    ),
    "unused-variable": (
        Message(
            en="nothing reads or changes `{name}`",
            nl="niets leest of verandert `{name}`",
            help_en="take it out, or use it",
            help_nl="haal haar weg, of gebruik haar",
        ),
        About(
            en="a variable that nothing reads and nothing changes",
            nl="een variabele die nergens wordt gelezen of veranderd",
            why_en="What is remembered about a call should be what the protocol needs, and no more.",
            why_nl="Wat over een gesprek wordt onthouden hoort te zijn wat het protocol nodig heeft, en niet meer.",
        ),
    ),
    "variable-never-read": (
        Message(
            en="`{name}` is changed, and nothing ever reads it",
            nl="`{name}` wordt veranderd, en nergens gelezen",
            help_en="read it in a `when` or a text, export it, or take it out",
            help_nl="lees haar in een `when` of een tekst, deel haar onder `exports`, of haal haar weg",
        ),
        About(
            en="a variable that is changed and never read, such as a warning that is counted and never counts",
            nl="een variabele die verandert en nooit wordt gelezen, zoals een waarschuwing die geteld wordt en niet telt",
            why_en="Warnings are counted, and the third has no other effect than the first.",
            why_nl="Waarschuwingen worden geteld, en de derde doet niets anders dan de eerste.",
        ),
    ),
    "variable-never-changes": (
        Message(
            en="nothing ever changes `{name}`, so it is always `{value}`",
            nl="niets verandert `{name}` ooit, dus het is altijd `{value}`",
            help_en="change it under `do`, `entry` or `exit`; or make it a fact or a parameter",
            help_nl="verander haar onder `do`, `entry` of `exit`; of maak er een feit of parameter van",
        ),
        About(
            en="a variable that is read and never changed",
            nl="een variabele die wordt gelezen en nooit verandert",
            why_en="The policy asks whether the caller was warned, and nothing ever notes that.",
            why_nl="Het protocol vraagt of de beller gewaarschuwd is, en niets legt dat ooit vast.",
        ),
    ),
    "unused-parameter": (
        Message(
            en="nothing reads the parameter `{name}`",
            nl="niets leest de parameter `{name}`",
            help_en="use it, or take it out",
            help_nl="gebruik hem, of haal hem weg",
        ),
        About(
            en="a parameter that nothing reads",
            nl="een parameter die nergens wordt gelezen",
            why_en="A manager sets it to two warnings, and calls go on as before.",
            why_nl="Een leidinggevende zet hem op twee waarschuwingen, en gesprekken gaan als tevoren.",
        ),
    ),
    "unused-fact": (
        Message(
            en="nothing reads the fact `{name}`",
            nl="niets leest het feit `{name}`",
            help_en="use it in a `when` or a text, or take it out",
            help_nl="gebruik het in een `when` of een tekst, of haal het weg",
        ),
        About(
            en="a fact that nothing reads",
            nl="een feit dat nergens wordt gelezen",
            why_en="Something about a person is handed over that nobody needs: take no more than that.",
            why_nl="Er wordt iets over een persoon doorgegeven dat niemand nodig heeft: neem niet meer dan nodig.",
        ),
    ),
    "unused-role": (
        Message(
            en="nobody is `{name}`: no event, action, state or condition names it",
            nl="niemand is `{name}`: geen gebeurtenis, actie, toestand of voorwaarde noemt die rol",
            help_en="name it as an `actor`, in a `by`, a `to` or a `role`, or take it out",
            help_nl="noem hem als `actor`, in een `by`, een `to` of een `role`, of haal hem weg",
        ),
        About(
            en="a role that nothing names",
            nl="een rol die nergens wordt genoemd",
            why_en="Somebody was to have a part in this, and has none.",
            why_nl="Iemand zou hier een aandeel in hebben, en heeft het niet.",
        ),
    ),
    "unused-statement": (
        Message(
            en="nothing requires or reads the statement `{name}`",
            nl="niets vereist of leest de vaststelling `{name}`",
            help_en="name it under `requires` or in a `when`, or take it out",
            help_nl="noem haar onder `requires` of in een `when`, of haal haar weg",
        ),
        About(
            en="a statement that nothing requires and nothing reads",
            nl="een vaststelling die nergens wordt vereist of gelezen",
            why_en="Agents tick off a box, and nothing depends on it.",
            why_nl="Medewerkers vinken een vakje af, en er hangt niets van af.",
        ),
    ),
    "unused-datum": (
        Message(
            en="`{name}` is told with `{event}`, and nothing reads it",
            nl="`{name}` wordt bij `{event}` verteld, en nergens gelezen",
            help_en="read it as `event.{name}`, or take it out",
            help_nl="lees het als `event.{name}`, of haal het weg",
        ),
        About(
            en="something that is told with an event and that nothing reads",
            nl="iets dat bij een gebeurtenis wordt verteld en nergens gelezen",
            why_en="Whoever reports the event fills something in for nothing, in the middle of a call.",
            why_nl="Wie de gebeurtenis meldt vult midden in een gesprek iets voor niets in.",
        ),
    ),
    "allow-without-reason": (
        Message(
            en="this lets {codes} be without a reason, so it lets nothing be",
            nl="hier staat geen reden bij {codes}, dus dit laat niets toe",
            help_en="write the reason behind a dash: `# policy-engine: {word} {first} - because ...`",
            help_nl="schrijf de reden achter een streepje: `# policy-engine: {word} {first} - omdat ...`",
        ),
        About(
            en="a comment that lets a finding be and gives no reason",
            nl="een opmerking die een bevinding toelaat zonder reden",
            why_en="In a year nobody knows any more whether the exception was thought about.",
            why_nl="Over een jaar weet niemand meer of er over de uitzondering is nagedacht.",
        ),
    ),
    "allow-unknown-rule": (
        Message(
            en="there is no rule `{name}`",
            nl="er is geen regel `{name}`",
            help_en="`policy-engine rules` lists all of them",
            help_nl="`policy-engine rules` noemt ze allemaal",
        ),
        About(
            en="a comment that names a rule that does not exist",
            nl="een opmerking die een regel noemt die niet bestaat",
            why_en="The exception was meant for something, and holds for nothing.",
            why_nl="De uitzondering was ergens voor bedoeld, en geldt voor niets.",
        ),
    ),
    "allow-of-mistake": (
        Message(
            en="`{name}` cannot be let be",
            nl="`{name}` is niet toe te laten",
            help_en="mend it: only warnings and remarks can be allowed, with a reason",
            help_nl="verhelp het: alleen waarschuwingen en opmerkingen zijn toe te laten, met een reden",
        ),
        About(
            en="a comment that would let a mistake be",
            nl="een opmerking die een fout zou toelaten",
            why_en="A policy with a mistake does not run, whatever a comment says.",
            why_nl="Een protocol met een fout draait niet, wat een opmerking ook zegt.",
        ),
    ),
    "allow-in-vain": (
        Message(
            en="there is nothing here for `{name}` to let be",
            nl="er is hier niets om als `{name}` toe te laten",
            help_en="take it out, or put it on the line of the finding or the one above",
            help_nl="haal het weg, of zet het op de regel van de bevinding of de regel erboven",
        ),
        About(
            en="a comment that lets a finding be where there is none",
            nl="een opmerking die een bevinding toelaat waar er geen is",
            why_en="An exception that is no longer needed hides the next mistake in its line.",
            why_nl="Een uitzondering die niet meer nodig is verbergt de volgende fout op die regel.",
        ),
    ),
    "allow-unreadable": (
        Message(
            en="this comment speaks to policy-engine, and cannot be read",
            nl="deze opmerking is voor policy-engine, en niet te lezen",
            help_en="write `# policy-engine: allow CODE - reason`, or `allow-file` for the whole file",
            help_nl="schrijf `# policy-engine: allow CODE - reden`, of `allow-file` voor het hele bestand",
        ),
        About(
            en="a comment to policy-engine that cannot be read",
            nl="een opmerking aan policy-engine die niet te lezen is",
            why_en="A slip of the pen should not decide whether a warning is heard.",
            why_nl="Een verschrijving hoort niet te bepalen of een waarschuwing wordt gehoord.",
        ),
    ),
}
MESSAGES: Mapping[str, Message] = {code: message for code, (message, _) in RULES.items()}
ABOUT: Mapping[str, About] = {code: about for code, (_, about) in RULES.items()}
