"""Words of the rules about what can happen in a session, and what never does."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.about import About
from policy_engine.diagnostics.catalogue.message import Message

RULES: Mapping[str, tuple[Message, About]] = {
    "unreachable-state": (
        Message(
            en="no course of a session comes to `{state}`",
            nl="geen verloop van een sessie komt bij `{state}`",
            help_en="let a transition lead to it, or take it out",
            help_nl="laat er een overgang naartoe leiden, of haal haar weg",
        ),
        About(
            en="a state that no course of a session comes to",
            nl="een toestand waar geen verloop van een sessie komt",
            why_en="Somebody wrote what to say there, and no agent will ever be shown it. Often a target was misspelt, so that calls go elsewhere.",
            why_nl="Iemand heeft geschreven wat daar te zeggen is, en geen medewerker krijgt het ooit te zien. Vaak is een doel verkeerd geschreven en gaan gesprekken ergens anders heen.",
        ),
    ),
    "transition-never-taken": (
        Message(
            en="this transition of `{state}` is never taken",
            nl="deze overgang van `{state}` wordt nooit genomen",
            help_en="look at its condition and at who may report it: in no course do they hold here; or take it out",
            help_nl="kijk naar de voorwaarde en naar wie het mag melden: in geen verloop geldt dat hier; of haal hem weg",
        ),
        About(
            en="a transition that no course takes, though its state is active",
            nl="een overgang die geen verloop neemt, al is de toestand actief",
            why_en="The protocol seems to have an answer, and in a real call it never comes.",
            why_nl="Het protocol lijkt een antwoord te hebben, en in een echt gesprek komt het nooit.",
        ),
    ),
    "shadowed-handler": (
        Message(
            en="`{state}` never hears {events}: the states inside take it for themselves ({inner})",
            nl="`{state}` hoort {events} nooit: de toestanden daarbinnen nemen het voor zichzelf ({inner})",
            help_en="take this transition out, or those inside that it was meant to stand for",
            help_nl="haal deze overgang weg, of de overgangen daarbinnen waarvoor hij bedoeld was",
        ),
        About(
            en="a transition whose event the states inside always take for themselves",
            nl="een overgang waarvan de toestanden daarbinnen de gebeurtenis altijd voor zichzelf nemen",
            why_en="What is written for a whole phase of the call is read as holding everywhere in it. Here it holds nowhere.",
            why_nl="Wat voor een hele fase van het gesprek geschreven is, leest iedereen als overal geldig. Hier geldt het nergens.",
        ),
    ),
    "handler-always-forbidden": (
        Message(
            en="{events} is refused wherever `{state}` could handle it",
            nl="{events} wordt geweigerd overal waar `{state}` het zou afhandelen",
            help_en="give the `forbid` a `when`, or take this transition out",
            help_nl="geef de `forbid` een `when`, of haal deze overgang weg",
        ),
        About(
            en="a transition whose event is refused wherever it could be taken",
            nl="een overgang waarvan de gebeurtenis overal wordt geweigerd waar hij zou kunnen",
            why_en="The policy says both that this may happen and that it may not. The refusal wins, and the agent is stuck with it.",
            why_nl="Het protocol zegt zowel dat dit mag als dat het niet mag. De weigering wint, en de medewerker zit ermee.",
        ),
    ),
    "dead-end": (
        Message(
            en="from `{state}` nothing leads on, and it is no end",
            nl="vanuit `{state}` leidt niets verder, en het is geen einde",
            help_en="let an event or a time lead on from there, or write `type: final`",
            help_nl="laat een gebeurtenis of een tijd van daar verder leiden, of schrijf `type: final`",
        ),
        About(
            en="a place from which nothing leads on, and that is no end",
            nl="een plek vanwaar niets verder leidt en die geen einde is",
            why_en="The call goes on and the protocol has nothing more to offer: whatever the agent reports is ignored.",
            why_nl="Het gesprek gaat door en het protocol heeft niets meer te bieden: wat de medewerker ook meldt, het wordt genegeerd.",
        ),
    ),
    "livelock": (
        Message(
            en="from `{state}` a session goes on and on, and never comes to an end",
            nl="vanuit `{state}` gaat een sessie maar door en komt nooit tot een einde",
            help_en="let something there lead to a final state",
            help_nl="laat daar iets naar een eindtoestand leiden",
        ),
        About(
            en="a place from which a session can go on but never end",
            nl="een plek vanwaar een sessie wel verder kan, maar nooit tot een einde komt",
            why_en="The agent is led in circles: there is always a next step, and no way to close the call as the protocol wants it.",
            why_nl="De medewerker loopt rondjes: er is altijd een volgende stap, en geen manier om het gesprek volgens het protocol af te sluiten.",
        ),
    ),
    "waits-without-end": (
        Message(
            en="in `{state}` only {others} can go on, and no time ends the waiting of {roles}",
            nl="in `{state}` kan alleen {others} verder, en geen tijd maakt een eind aan het wachten van {roles}",
            help_en="add an `after` that leads on or reminds somebody, or an event that those who wait may report",
            help_nl="voeg een `after` toe die verder leidt of iemand herinnert, of een gebeurtenis die wie wacht mag melden",
        ),
        About(
            en="a place where whoever acts can do nothing, and no time ends the waiting",
            nl="een plek waar wie handelt niets kan doen, en geen tijd een eind maakt aan het wachten",
            why_en="The manager is ill, the colleague forgot: then the agent sits with an angry caller and cannot go on. Somebody should be reminded, or the call should move on by itself.",
            why_nl="De leidinggevende is ziek, de collega vergat het: dan zit de medewerker met een boze beller en kan niet verder. Er hoort iemand te worden herinnerd, of het gesprek gaat vanzelf verder.",
        ),
    ),
    "timer-never-fires": (
        Message(
            en="`after: {duration}` of `{state}` never fires: something that is due earlier always leaves it",
            nl="`after: {duration}` van `{state}` gaat nooit af: iets dat eerder komt verlaat de toestand altijd",
            help_en="make it shorter than {earlier}, or take it out",
            help_nl="maak hem korter dan {earlier}, of haal hem weg",
            none_en="look at what always leaves `{state}` before, or take it out",
            none_nl="kijk wat `{state}` altijd eerder verlaat, of haal hem weg",
        ),
        About(
            en="a timer that never fires, because its state is always left before",
            nl="een timer die nooit afgaat, omdat de toestand altijd eerder is verlaten",
            why_en="Somebody counts on being reminded or relieved after that time. It will not happen.",
            why_nl="Iemand rekent erop na die tijd te worden herinnerd of afgelost. Dat gebeurt niet.",
        ),
    ),
    "timer-restarts": (
        Message(
            en="{events} leaves `{state}` and enters it again, so that its timers {timers} start anew each time",
            nl="{events} verlaat `{state}` en betreedt haar weer, zodat de timers {timers} telkens opnieuw beginnen",
            help_en="let `{state}` stay active: write `internal: true`, and let nothing on the way leave it; or put the timers into a state around it that does",
            help_nl="laat `{state}` actief blijven: schrijf `internal: true`, en laat niets onderweg die verlaten; of zet de timers in een toestand eromheen",
        ),
        About(
            en="a transition that leaves a state and enters it again, so that its timers start anew",
            nl="een overgang die een toestand verlaat en weer betreedt, zodat de timers opnieuw beginnen",
            why_en="A limit of ten minutes for the whole phase is none when every move inside it sets the clock back to zero.",
            why_nl="Een grens van tien minuten voor de hele fase is er geen als elke stap daarbinnen de klok op nul zet.",
        ),
    ),
    "self-transition": (
        Message(
            en="at {events} `{state}` begins anew, and with it its timers {timers}, each time",
            nl="bij {events} begint `{state}` telkens opnieuw, en daarmee ook de timers {timers}",
            help_en="to let the timers go on leave `target` out, write `{{}}` where nothing is done, or name a state inside `{state}`; if the time is meant to begin anew, say why in a comment",
            help_nl="laat `target` weg om de timers door te laten lopen, schrijf `{{}}` als er niets gebeurt, of noem een toestand binnen `{state}`; hoort de tijd opnieuw te beginnen, zeg dan waarom in een opmerking",
        ),
        About(
            en="an event at which a state is told to begin anew, timers and all",
            nl="een gebeurtenis waarbij een toestand opnieuw moet beginnen, met timers en al",
            why_en="As long as the caller goes on, the time never runs out, and the help that it was to bring does not come.",
            why_nl="Zolang de beller doorgaat, loopt de tijd nooit af, en de hulp die daarna moest komen blijft uit.",
        ),
    ),
    "history-counts-again": (
        Message(
            en="`{variable}` changes each time the history `{history}` brings `{state}` back",
            nl="`{variable}` verandert telkens als het geheugen `{history}` `{state}` terugbrengt",
            help_en="count on the transition that leads to `{state}`, not on its `entry`",
            help_nl="tel bij de overgang die naar `{state}` leidt, niet bij `entry`",
        ),
        About(
            en="a counter that changes on `entry` of a state that a history brings back",
            nl="een teller die verandert bij `entry` van een toestand die een geheugen terugbrengt",
            why_en="After every pause the caller has one warning more, without having done anything. Two interruptions, and the call is ended.",
            why_nl="Na elke onderbreking heeft de beller een waarschuwing meer, zonder iets te hebben gedaan. Twee keer onderbreken, en het gesprek wordt beëindigd.",
        ),
    ),
    "forbid-never-refuses": (
        Message(
            en="in `{state}` this never refuses {events}",
            nl="in `{state}` weigert dit {events} nooit",
            help_en="look at its `when`, and whether a state inside refuses it first; or take it out",
            help_nl="kijk naar de `when`, en of een toestand daarbinnen het eerder weigert; of haal het weg",
        ),
        About(
            en="a `forbid` that never refuses anything",
            nl="een `forbid` die nooit iets weigert",
            why_en="The text looks like a safeguard. Nobody is ever stopped by it.",
            why_nl="De tekst oogt als een vangnet. Niemand wordt er ooit door tegengehouden.",
        ),
    ),
    "action-asked-twice": (
        Message(
            en="`{action}` is asked for twice in one step, with the same parameters",
            nl="om `{action}` wordt in één stap twee keer gevraagd, met dezelfde gegevens",
            help_en="ask for it once: on the transition, or on `entry` or `exit` of the state",
            help_nl="vraag er één keer om: bij de overgang, of bij `entry` of `exit` van de toestand",
        ),
        About(
            en="an action that one event asks for twice, with the same parameters",
            nl="een actie waar één gebeurtenis twee keer om vraagt, met dezelfde gegevens",
            why_en="Two reports of one incident, two calls to the police: people stop trusting what the system asks of them.",
            why_nl="Twee meldingen van één incident, twee keer de politie bellen: mensen gaan wantrouwen wat het systeem van ze vraagt.",
        ),
    ),
    "cancel-in-vain": (
        Message(
            en="whenever `{id}` is cancelled here nothing of it is on its way",
            nl="als `{id}` hier wordt ingetrokken, is er nooit iets van onderweg",
            help_en="look at where it is sent, and with which `id`; or take this out",
            help_nl="kijk waar het wordt verstuurd, en met welke `id`; of haal dit weg",
        ),
        About(
            en="a `cancel` at which there is never anything to take back",
            nl="een `cancel` waarbij er nooit iets is om in te trekken",
            why_en="What was meant to be called off comes all the same: a reminder about a caller who was helped long ago.",
            why_nl="Wat ingetrokken moest worden komt toch: een herinnering over een beller die allang geholpen is.",
        ),
    ),
    "own-event-refused": (
        Message(
            en="`{event}`, which the policy raises or sends here, can be refused when it comes",
            nl="`{event}`, die het protocol hier oproept of verstuurt, kan worden geweigerd als die komt",
            help_en="let the `forbid` that refuses it ask `by` or a state, or use an event of its own for this",
            help_nl="laat de `forbid` die haar weigert naar `by` of een toestand vragen, of gebruik hiervoor een eigen gebeurtenis",
        ),
        About(
            en="an event of the policy's own that is refused when it comes",
            nl="een eigen gebeurtenis van het protocol die wordt geweigerd als die komt",
            why_en="A refusal is meant for people. What the policy itself set in motion is dropped without anybody being told.",
            why_nl="Een weigering is voor mensen bedoeld. Wat het protocol zelf in gang zette, valt weg zonder dat iemand het hoort.",
        ),
    ),
    "sent-unhandled": (
        Message(
            en="`{event}` is raised or sent here, and no state handles it",
            nl="`{event}` wordt hier opgeroepen of verstuurd, en geen toestand handelt haar af",
            help_en="handle it under `on`, or take this out",
            help_nl="handel haar af onder `on`, of haal dit weg",
        ),
        About(
            en="an event that the policy raises or sends itself and no state handles",
            nl="een gebeurtenis die het protocol zelf oproept of verstuurt en die geen toestand afhandelt",
            why_en="A reminder that nobody hears is no reminder.",
            why_nl="Een herinnering die niemand hoort, is geen herinnering.",
        ),
    ),
    "must-never-met": (
        Message(
            en="`{name}` must be done and never can: no course has {what}",
            nl="`{name}` moet gebeuren en kan nooit: geen verloop heeft {what}",
            help_en="let a transition do it, or correct what `must` waits for",
            help_nl="laat een overgang het doen, of verbeter waar `must` op wacht",
        ),
        About(
            en="something that must be done and never can be",
            nl="iets dat moet gebeuren en nooit kan",
            why_en="An obligation that cannot be met stays on the agent's screen for good, and teaches people to ignore the others.",
            why_nl="Een verplichting die niet te vervullen is blijft altijd op het scherm staan, en leert mensen de andere ook te negeren.",
        ),
    ),
    "property-vacuous": (
        Message(
            en="`{property}` holds only because {names} never happens",
            nl="`{property}` geldt alleen omdat {names} nooit voorkomt",
            help_en="correct what it speaks of, so that it could be broken",
            help_nl="verbeter waar het over gaat, zodat het gebroken zou kunnen worden",
        ),
        About(
            en="a property that holds only because what it speaks of never happens",
            nl="een eigenschap die alleen geldt omdat waar zij over gaat nooit voorkomt",
            why_en="A proof that nothing could have broken gives false comfort: the state was renamed, and nobody is protected any more.",
            why_nl="Een bewijs dat niets had kunnen breken geeft schijnzekerheid: de toestand is hernoemd, en niemand is nog beschermd.",
        ),
    ),
    "condition-constant": (
        Message(
            en="`{condition}` {answer}, whatever the values are",
            nl="`{condition}` {answer}, wat de waarden ook zijn",
            help_en="correct the condition, or leave it out",
            help_nl="verbeter de voorwaarde, of laat haar weg",
        ),
        About(
            en="a condition that always holds, or never",
            nl="een voorwaarde die altijd geldt, of nooit",
            why_en="It reads as if a distinction were made between callers. None is.",
            why_nl="Het leest alsof er verschil wordt gemaakt tussen bellers. Dat is er niet.",
        ),
    ),
}
MESSAGES: Mapping[str, Message] = {code: message for code, (message, _) in RULES.items()}
ABOUT: Mapping[str, About] = {code: about for code, (_, about) in RULES.items()}
