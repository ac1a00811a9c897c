"""What the rules are about whose findings come while a policy is read, compiled or proved."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.about import About

ABOUT: Mapping[str, About] = {
    "overlapping-branches": About(
        en="two branches of one list that hold together",
        nl="twee takken van één lijst die tegelijk gelden",
        why_en="Two answers to one event: which one an agent gets would depend on the order of lines.",
        why_nl="Twee antwoorden op één gebeurtenis: welk een medewerker krijgt zou van de volgorde van regels afhangen.",
    ),
    "open-branches": About(
        en="two branches of one list that may hold together, as a text or a number leaves it open",
        nl="twee takken van één lijst die tegelijk kunnen gelden, omdat een tekst of getal het openlaat",
        why_en="For most callers it goes well, and for one it does not.",
        why_nl="Bij de meeste bellers gaat het goed, en bij één niet.",
    ),
    "branch-without-when": About(
        en="a branch that always holds beside others",
        nl="een tak die altijd geldt naast andere",
        why_en="The other branches look like answers, and none of them is ever given.",
        why_nl="De andere takken lijken antwoorden, en geen ervan wordt ooit gegeven.",
    ),
    "branch-gap": About(
        en="branches that leave a gap, with values for which none holds",
        nl="takken die een gat laten, met waarden waarvoor er geen geldt",
        why_en="There is a caller for whom the policy has no answer here. An `else` gives one, or says on purpose that there is none.",
        why_nl="Er is een beller voor wie het protocol hier geen antwoord heeft. Een `else` geeft dat, of zegt bewust dat er geen is.",
    ),
    "branch-never": About(
        en="a branch that no values let hold",
        nl="een tak die bij geen enkele waarde geldt",
        why_en="An answer that was written for somebody, and nobody gets.",
        why_nl="Een antwoord dat voor iemand geschreven is, en dat niemand krijgt.",
    ),
    "else-never": About(
        en="an `else` that can never be reached",
        nl="een `else` die nooit aan de beurt komt",
        why_en="It looks like the careful case for everybody else. There is nobody else.",
        why_nl="Het lijkt het voorzichtige geval voor alle anderen. Er zijn geen anderen.",
    ),
    "branches-not-decided": About(
        en="branches that read too much to be compared",
        nl="takken die te veel lezen om te vergelijken",
        why_en="Whether two answers contradict each other is not known, so nobody should rely on it.",
        why_nl="Of twee antwoorden elkaar tegenspreken is niet bekend, dus niemand kan erop bouwen.",
    ),
    "doubt-taken-for": About(
        en="a condition that takes a fact in doubt for the careless side",
        nl="een voorwaarde die een onzeker feit voor de onvoorzichtige kant houdt",
        why_en="Nothing is known about a caller, and the policy acts as if all were well: it may hang up on somebody in danger.",
        why_nl="Over een beller is niets bekend, en het protocol doet alsof alles goed is: het kan ophangen bij iemand in gevaar.",
    ),
    "doubt-mixed": About(
        en="conditions that take an unknown fact now for this, now for that",
        nl="voorwaarden die een onbekend feit de ene keer hiervoor, de andere keer daarvoor houden",
        why_en="One part of the policy is careful and another is not, about the same caller.",
        why_nl="Het ene deel van het protocol is voorzichtig en het andere niet, bij dezelfde beller.",
    ),
    "after-perhaps-nothing": About(
        en="a timer whose number may be 0",
        nl="een timer waarvan het getal 0 kan zijn",
        why_en="A state that is left at once and entered again never comes to rest.",
        why_nl="Een toestand die meteen wordt verlaten en weer betreden komt nooit tot rust.",
    ),
    "text-lost-as-comment": About(
        en="a text that ends where a comment begins",
        nl="een tekst die eindigt waar een opmerking begint",
        why_en="The agent says half a sentence: what stands behind the `#` is lost.",
        why_nl="De medewerker zegt een halve zin: wat achter de `#` staat gaat verloren.",
    ),
    "source-nowhere": About(
        en="a row of the protocol that nothing cites",
        nl="een regel van het protocol die nergens wordt genoemd",
        why_en="An article was put to work once, and with the line that is gone the article is, too.",
        why_nl="Een artikel was eens uitgewerkt, en met de regel die weg is verdween ook het artikel.",
    ),
    "source-undeclared": About(
        en="a citation of a row that the policy does not list",
        nl="een verwijzing naar een regel die het protocol niet noemt",
        why_en="Whoever looks the article up does not find it.",
        why_nl="Wie het artikel opzoekt vindt het niet.",
    ),
    "source-exempt": About(
        en="a row that needs no place and has one",
        nl="een regel die geen plek nodig heeft en er een heeft",
        why_en="Either the reason for leaving it out is out of date, or the place is wrong.",
        why_nl="De reden om hem weg te laten is verouderd, of de plek klopt niet.",
    ),
    "source-other-kind": About(
        en="a row that is cited by another kind of element",
        nl="een regel die door een ander soort element wordt genoemd",
        why_en="An article that asks for a sentence is not kept by a state.",
        why_nl="Een artikel dat om een zin vraagt wordt niet nageleefd door een toestand.",
    ),
    "must-left-open": About(
        en="something that must be done and can still be open at the end",
        nl="iets dat moet gebeuren en aan het eind nog open kan staan",
        why_en="When the session is over nobody is reminded of it any more.",
        why_nl="Als de sessie voorbij is wordt niemand er meer aan herinnerd.",
    ),
    "field-unlabelled": About(
        en="a field of a record without a label, in a policy with languages",
        nl="een veld van een verslag zonder label, in een protocol met talen",
        why_en="Whoever fills the report in after a hard call reads `exact_words`, and guesses.",
        why_nl="Wie na een zwaar gesprek het verslag invult leest `exact_words`, en raadt.",
    ),
    "property-not-tried-out": About(
        en="a property with too many courses to be proved",
        nl="een eigenschap met te veel verlopen om te bewijzen",
        why_en="It may hold and it may not: nobody knows before a caller shows it.",
        why_nl="Zij kan gelden en kan niet gelden: niemand weet het tot een beller het laat zien.",
    ),
    "not-proved": About(
        en="a policy with too many situations to try them all",
        nl="een protocol met te veel situaties om alle te proberen",
        why_en="A mistake that only a rare course shows is found by a caller, not by the check.",
        why_nl="Een fout die alleen een zeldzaam verloop laat zien wordt door een beller gevonden, niet door de controle.",
    ),
}
