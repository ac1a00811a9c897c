"""Words of the rules about safety, care, and what people are told to say."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.about import About
from policy_engine.diagnostics.catalogue.message import Message

RULES: Mapping[str, tuple[Message, About]] = {
    "safety-event-hidden": (
        Message(
            en="`{state}` does less at `{event}` than `{outer}` around it, and hides it",
            nl="`{state}` doet minder bij `{event}` dan `{outer}` eromheen, en verbergt dat",
            help_en="take this out so that `{outer}` answers, or ask for help here, too",
            help_nl="haal dit weg zodat `{outer}` antwoordt, of vraag ook hier om hulp",
        ),
        About(
            en="a state that does less about a safety event than the state around it",
            nl="een toestand die minder doet bij een veiligheidsgebeurtenis dan de toestand eromheen",
            why_en="The threat is heard everywhere, except where somebody wrote an exception and forgot what it switched off.",
            why_nl="De bedreiging wordt overal gehoord, behalve waar iemand een uitzondering schreef en vergat wat daarmee wegviel.",
        ),
    ),
    "safety-event-ignored": (
        Message(
            en="in `{state}` nothing happens at `{event}`",
            nl="in `{state}` gebeurt er niets bij `{event}`",
            help_en="handle it there or in a state around it; `{{}}` says that nothing need happen",
            help_nl="handel het daar af of in een toestand eromheen; `{{}}` zegt dat er niets hoeft te gebeuren",
        ),
        About(
            en="a place in the conversation where a safety event is ignored",
            nl="een plek in het gesprek waar een veiligheidsgebeurtenis wordt genegeerd",
            why_en="Somebody is threatened, reports it, and the screen stays as it was.",
            why_nl="Iemand wordt bedreigd, meldt het, en het scherm blijft zoals het was.",
        ),
    ),
    "safety-event-forbidden": (
        Message(
            en="`{state}` refuses `{event}`, and what happened to somebody's safety cannot be refused",
            nl="`{state}` weigert `{event}`, en wat iemands veiligheid raakt is niet te weigeren",
            help_en="handle it under `on`; forbid what the agent may not do, not what is done to people",
            help_nl="handel het af onder `on`; verbied wat de medewerker niet mag doen, niet wat mensen overkomt",
        ),
        About(
            en="a `forbid` of a safety event",
            nl="een `forbid` van een veiligheidsgebeurtenis",
            why_en="A threat is a fact. Refusing to hear of it leaves the agent alone with it.",
            why_nl="Een bedreiging is een feit. Weigeren die te horen laat de medewerker er alleen mee.",
        ),
    ),
    "no-emergency": (
        Message(
            en="`{event}` may put somebody's safety at stake, and the policy has no `emergency`",
            nl="`{event}` kan iemands veiligheid raken, en het protocol heeft geen `emergency`",
            help_en="add `emergency: {sample}` at the top; every print shows it",
            help_nl="voeg bovenaan `emergency: {sample}` toe; elke afdruk toont het",
        ),
        About(
            en="a policy with a safety event and without a text for direct danger",
            nl="een protocol met een veiligheidsgebeurtenis en zonder tekst voor direct gevaar",
            why_en="In direct danger nobody looks a number up.",
            why_nl="Bij direct gevaar zoekt niemand een nummer op.",
        ),
    ),
    "no-aftercare": (
        Message(
            en="a session can end in `{state}` after one of {events}, without aftercare",
            nl="een sessie kan in `{state}` eindigen na een van {events}, zonder nazorg",
            help_en="let it pass through a state with `phase: aftercare`",
            help_nl="laat haar langs een toestand met `phase: aftercare` gaan",
        ),
        About(
            en="an end after a safety event with no aftercare before it",
            nl="een einde na een veiligheidsgebeurtenis zonder nazorg ervoor",
            why_en="Whoever was threatened goes straight to the next call. Care that depends on somebody remembering it does not happen.",
            why_nl="Wie bedreigd is gaat meteen door naar het volgende gesprek. Nazorg die afhangt van wie eraan denkt, komt er niet.",
        ),
    ),
    "ends-without-warning": (
        Message(
            en="with `{event}` an angry contact can be ended here of which nobody gave a warning",
            nl="met `{event}` kan hier een boos contact worden beëindigd zonder dat er is gewaarschuwd",
            help_en="forbid `{event}` until somebody was warned; the state in which that happens has `phase: warning`",
            help_nl="verbied `{event}` tot er is gewaarschuwd; de toestand waarin dat gebeurt heeft `phase: warning`",
        ),
        About(
            en="an angry contact that the agent can end without having warned of it",
            nl="een boos contact dat de medewerker kan beëindigen zonder te hebben gewaarschuwd",
            why_en="People who are cut off without a word call again, angrier. A warning gives them the choice.",
            why_nl="Wie zonder waarschuwing wordt afgebroken belt terug, en bozer. Een waarschuwing geeft mensen de keus.",
        ),
    ),
    "promise-cannot-follow": (
        Message(
            en="`{state}` announces `{name}`, and from there it can no longer follow",
            nl="`{state}` kondigt `{name}` aan, en van daar kan dat niet meer volgen",
            help_en="show the phrase only where it can, with a `when`; or say something else",
            help_nl="toon de zin alleen waar het kan, met een `when`; of zeg iets anders",
        ),
        About(
            en="a phrase that promises what cannot follow any more",
            nl="een zin die belooft wat niet meer kan volgen",
            why_en="A threat that is not carried out teaches callers that limits mean nothing; a promise that is not kept makes them angrier.",
            why_nl="Een aangekondigd gevolg dat uitblijft leert bellers dat grenzen niets betekenen; een belofte die niet wordt gehouden maakt ze bozer.",
        ),
    ),
    "phrase-never-shown": (
        Message(
            en="this never holds in `{state}`, so the phrase is never shown",
            nl="dit geldt nooit in `{state}`, dus de zin wordt nooit getoond",
            help_en="correct the condition, or take the phrase out",
            help_nl="verbeter de voorwaarde, of haal de zin weg",
        ),
        About(
            en="a phrase whose condition never holds where it could be shown",
            nl="een zin waarvan de voorwaarde nooit geldt waar hij getoond zou kunnen worden",
            why_en="The right words were written, and the agent does not get them.",
            why_nl="De juiste woorden zijn geschreven, en de medewerker krijgt ze niet.",
        ),
    ),
    "nothing-to-say": (
        Message(
            en="in `{state}` there is a moment at which nobody is told what to say or how to act",
            nl="in `{state}` is er een moment waarop niemand te horen krijgt wat te zeggen of hoe te handelen",
            help_en="add a `say` or a `how` without a `when`, or one for what is missing",
            help_nl="voeg een `say` of `how` zonder `when` toe, of een voor wat ontbreekt",
        ),
        About(
            en="a state with phrases, and a moment at which none of them is shown",
            nl="een toestand met zinnen, en een moment waarop er geen van wordt getoond",
            why_en="At the hardest moment of the call the screen is empty.",
            why_nl="Op het moeilijkste moment van het gesprek is het scherm leeg.",
        ),
    ),
    "role-without-phrase": (
        Message(
            en="`{role}` acts in `{state}` and is told nothing: no `say`, no `how`",
            nl="`{role}` handelt in `{state}` en krijgt niets te horen: geen `say`, geen `how`",
            help_en="add a `say` or a `how` for that role",
            help_nl="voeg een `say` of `how` voor die rol toe",
        ),
        About(
            en="a state where another role takes over and is told nothing",
            nl="een toestand waar een andere rol het overneemt en niets te horen krijgt",
            why_en="A manager who takes over a shouting caller needs words as much as the agent did.",
            why_nl="Een leidinggevende die een schreeuwende beller overneemt heeft net zo goed woorden nodig als de medewerker.",
        ),
    ),
    "say-contains-avoid": (
        Message(
            en="this says `{text}`, which is to be avoided here",
            nl="hier staat `{text}`, en dat is hier juist te vermijden",
            help_en="say it in other words, or take it out of `avoid`",
            help_nl="zeg het in andere woorden, of haal het uit `avoid`",
        ),
        About(
            en="a phrase to say that contains what is not to be said",
            nl="een zin om te zeggen waarin staat wat u niet zegt",
            why_en="Whoever is new learns both, and uses the wrong one under pressure.",
            why_nl="Wie nieuw is leert ze allebei, en gebruikt onder druk de verkeerde.",
        ),
    ),
    "curly-quotes": (
        Message(
            en="this text begins with `{first}` and ends with `{last}`, and these are shown along with it",
            nl="deze tekst begint met `{first}` en eindigt met `{last}`, en die worden meegetoond",
            help_en='write straight double quotes around it instead: `"..."`; word processors make them curly by themselves',
            help_nl='zet er rechte dubbele aanhalingstekens omheen in plaats van deze: `"..."`; tekstverwerkers maken ze vanzelf krom',
        ),
        About(
            en="a text in curly quotes",
            nl="een tekst tussen kromme aanhalingstekens",
            why_en="The quotes are part of the text, so they hang on the poster and stand in the letter.",
            why_nl="De aanhalingstekens horen dan bij de tekst, en hangen dus op de poster en staan in de brief.",
        ),
    ),
    "phrase-too-long": (
        Message(
            en="this phrase has {words} words, too many to say aloud in one go",
            nl="deze zin heeft {words} woorden, te veel om in één keer uit te spreken",
            help_en="write at most {most} words, or several phrases",
            help_nl="schrijf hoogstens {most} woorden, of meer zinnen",
        ),
        About(
            en="a phrase that is too long to be said aloud",
            nl="een zin die te lang is om uit te spreken",
            why_en="Nobody who is angry listens for longer than a breath, and nobody reads that much while being shouted at.",
            why_nl="Wie boos is luistert niet langer dan één adem, en wie wordt uitgescholden leest zoveel niet.",
        ),
    ),
    "informal-dutch": (
        Message(
            en="`{word}` is informal, and the policy says `u` elsewhere",
            nl="`{word}` is informeel, en elders zegt het protocol `u`",
            help_en="write `u` or `uw` here, too; where both are wanted give the other one the language `nl-informal`",
            help_nl="schrijf ook hier `u` of `uw`; zijn beide gewenst, geef de andere dan de taal `nl-informal`",
        ),
        About(
            en="an informal `je` in a policy that says `u`",
            nl="een informeel `je` in een protocol dat `u` zegt",
            why_en="A caller who is addressed with `u` and then with `je` hears a loss of respect, at the worst moment.",
            why_nl="Een beller die eerst met `u` en dan met `je` wordt aangesproken hoort minder respect, op het slechtste moment.",
        ),
    ),
    "languages-equal": (
        Message(
            en="this text is the same in `{one}` and `{other}`",
            nl="deze tekst is in `{one}` en `{other}` hetzelfde",
            help_en="translate it",
            help_nl="vertaal hem",
        ),
        About(
            en="a sentence that is the same in two languages",
            nl="een zin die in twee talen hetzelfde is",
            why_en="An agent gets a sentence in a language that the caller does not speak.",
            why_nl="Een medewerker krijgt een zin in een taal die de beller niet spreekt.",
        ),
    ),
    "placeholder-in-one-language": (
        Message(
            en="`{{{name}}}` is filled in in `{language}` and not in `{other}`",
            nl="`{{{name}}}` wordt in `{language}` ingevuld en in `{other}` niet",
            help_en="put it into both texts, or into neither",
            help_nl="zet het in beide teksten, of in geen van beide",
        ),
        About(
            en="a text that is filled in in one language and not in another",
            nl="een tekst die in de ene taal wordt ingevuld en in de andere niet",
            why_en="Half of the agents never mention the term, the name or the number that the other half does.",
            why_nl="De helft van de medewerkers noemt nooit de termijn, de naam of het aantal dat de andere helft wel noemt.",
        ),
    ),
    "duplicate-label": (
        Message(
            en="`{state}` has the label `{label}`, and so has `{other}` on line {line}",
            nl="`{state}` heeft het label `{label}`, en `{other}` op regel {line} ook",
            help_en="give each a label of its own, so that people can tell them apart",
            help_nl="geef elk een eigen label, zodat mensen ze uit elkaar kunnen houden",
        ),
        About(
            en="two states with the same label",
            nl="twee toestanden met hetzelfde label",
            why_en="On a poster, in a report and on the screen nobody knows which of the two is meant.",
            why_nl="Op een poster, in een verslag en op het scherm weet niemand welke van de twee is bedoeld.",
        ),
    ),
    "missing-label": (
        Message(
            en="the {kind} `{name}` has no label, and others have",
            nl="de {kind} `{name}` heeft geen label, en andere wel",
            help_en="add `label: ...`; prints and screens show the id otherwise",
            help_nl="voeg `label: ...` toe; afdrukken en schermen tonen anders de id",
        ),
        About(
            en="a state or an event without a label where others have one",
            nl="een toestand of gebeurtenis zonder label waar andere er een hebben",
            why_en="Somebody in the middle of a call should not have to read `mgr_unavail_2`.",
            why_nl="Wie midden in een gesprek zit hoort geen `mgr_unavail_2` te hoeven lezen.",
        ),
    ),
    "requires-without-label": (
        Message(
            en="`{name}` has no label, and the refusal that asks for it would show the id",
            nl="`{name}` heeft geen label, en de weigering die erom vraagt zou de id tonen",
            help_en="add `label: ...`: what must be said or done first, in words",
            help_nl="voeg `label: ...` toe: wat er eerst gezegd of gedaan moet zijn, in woorden",
        ),
        About(
            en="a refusal that would name what is missing by its id",
            nl="een weigering die wat ontbreekt bij zijn id zou noemen",
            why_en="The agent is refused something and must understand at a glance what comes first.",
            why_nl="De medewerker wordt iets geweigerd en moet in één oogopslag begrijpen wat er eerst komt.",
        ),
    ),
}
MESSAGES: Mapping[str, Message] = {code: message for code, (message, _) in RULES.items()}
ABOUT: Mapping[str, About] = {code: about for code, (_, about) in RULES.items()}
