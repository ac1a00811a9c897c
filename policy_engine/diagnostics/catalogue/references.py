"""Messages of the area `references`: names that mean nothing, or not what they are used for."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "undeclared-state": Message(
        en="there is no state `{name}`",
        nl="er is geen toestand `{name}`",
        help_en="write the name of a state as it stands under `states:`",
        help_nl="schrijf de naam van een toestand zoals die onder `states:` staat",
    ),
    "undeclared-event": Message(
        en="the event `{name}` is not declared",
        nl="de gebeurtenis `{name}` is niet aangekondigd",
        help_en="add it under `events:` (`{name}: {{}}` is enough), or correct the name",
        help_nl="zet haar onder `events:` (`{name}: {{}}` is genoeg), of verbeter de naam",
    ),
    "undeclared-action": Message(
        en="the action `{name}` is not declared",
        nl="de actie `{name}` is niet aangekondigd",
        help_en="add it under `actions:` (`{name}: {{}}` is enough), or correct the name",
        help_nl="zet haar onder `actions:` (`{name}: {{}}` is genoeg), of verbeter de naam",
    ),
    "undeclared-param": Message(
        en="the action `{action}` has no parameter `{name}`",
        nl="de actie `{action}` heeft geen gegeven `{name}`",
        help_en="correct the name, or add it to the `params:` of the action",
        help_nl="verbeter de naam, of zet het bij de `params:` van de actie",
    ),
    "missing-param": Message(
        en="the action `{action}` needs `{name}`",
        nl="de actie `{action}` heeft `{name}` nodig",
        help_en="write `{{{action}: {{{name}: ...}}}}`, or give `{name}` a default where the action is declared",
        help_nl="schrijf `{{{action}: {{{name}: ...}}}}`, of geef `{name}` een beginwaarde waar de actie is aangekondigd",
    ),
    "undeclared-role": Message(
        en="the role `{name}` is not declared",
        nl="de rol `{name}` is niet aangekondigd",
        help_en="add it under `roles:` (`{name}: {{}}` is enough), or correct the name",
        help_nl="zet haar onder `roles:` (`{name}: {{}}` is genoeg), of verbeter de naam",
    ),
    "undeclared-variable": Message(
        en="`{name}` is not declared under `context:`",
        nl="`{name}` staat niet onder `context:`",
        help_en="a policy can only change what it declares under `context:`",
        help_nl="een protocol kan alleen veranderen wat het onder `context:` aankondigt",
    ),
    "not-a-variable": Message(
        en="`{name}` is {what}, and a policy cannot change it",
        nl="`{name}` is {what}, en dat kan een protocol niet veranderen",
        help_en="only what stands under `context:` can be changed",
        help_nl="alleen wat onder `context:` staat kan worden veranderd",
    ),
    "not-a-counter": Message(
        en="`{name}` is no counter or range, so nothing can be added to it",
        nl="`{name}` is geen teller of bereik, dus er kan niets bij worden opgeteld",
        help_en="write `{{set: {{{name}: ...}}}}` to give it a value",
        help_nl="schrijf `{{set: {{{name}: ...}}}}` om het een waarde te geven",
    ),
    "undeclared-amount": Message(
        en="there is no parameter, fact or variable `{name}` to read a number from",
        nl="er is geen parameter, feit of variabele `{name}` om een aantal uit te lezen",
        help_en="correct the name, declare it as in `{name}: {{range: 1..12, default: 1}}`, or write a whole number",
        help_nl="verbeter de naam, kondig hem aan zoals in `{name}: {{range: 1..12, default: 1}}`, of schrijf een geheel "
        "getal",
    ),
    "amount-not-whole": Message(
        en="`{name}` is no counter or range, so it cannot say how long something lasts",
        nl="`{name}` is geen teller of bereik en kan dus niet zeggen hoe lang iets duurt",
        help_en="declare it as in `{name}: {{range: 1..12, default: 1}}`",
        help_nl="kondig het aan zoals in `{name}: {{range: 1..12, default: 1}}`",
    ),
    "amount-below-zero": Message(
        en="`{name}` may be {low}, and nothing lasts less than no time",
        nl="`{name}` kan {low} zijn, en niets duurt minder dan geen tijd",
        help_en="let the range begin at 1: `{{range: 1..{high}}}`",
        help_nl="laat het bereik bij 1 beginnen: `{{range: 1..{high}}}`",
    ),
    "amount-too-large": Message(
        en="`{name}` may be {high}, and {high} {unit} are longer than 200 years",
        nl="`{name}` kan {high} zijn, en {high} {unit} is langer dan 200 jaar",
        help_en="let the range end at {most} at the most, or choose a smaller unit",
        help_nl="laat het bereik hoogstens tot {most} gaan, of kies een kleinere eenheid",
    ),
    "undeclared-placeholder": Message(
        en="`{name}` is no fact, parameter or variable, so nothing can be filled in here",
        nl="`{name}` is geen feit, parameter of variabele, dus hier kan niets worden ingevuld",
        help_en="correct the name, or declare it; for a brace in the text itself write `{{{{` or `}}}}`",
        help_nl="verbeter de naam, of kondig hem aan; schrijf voor een accolade in de tekst zelf `{{{{` of `}}}}`",
    ),
    "invalid-placeholder": Message(
        en="this `{text}` does not belong to a `{{name}}` or `{{name|fallback}}`",
        nl="deze `{text}` hoort niet bij een `{{naam}}` of `{{naam|anders}}`",
        help_en="write a name between the braces; for a brace in the text itself write `{{{{` or `}}}}`",
        help_nl="zet een naam tussen de accolades; schrijf voor een accolade in de tekst zelf `{{{{` of `}}}}`",
    ),
    "unknown-send": Message(
        en="nothing is ever sent with the id `{name}`",
        nl="er wordt nergens iets verstuurd met de naam `{name}`",
        help_en="write the `id` of a `send`",
        help_nl="schrijf de `id` van een `send`",
    ),
    "event-needs-data": Message(
        en="the event `{name}` cannot come from the policy itself: {data} must be given with it",
        nl="de gebeurtenis `{name}` kan niet uit het protocol zelf komen: {data} moet erbij worden gegeven",
        help_en="give these data a default where the event is declared, or use an event without data",
        help_nl="geef deze gegevens een beginwaarde waar de gebeurtenis is aangekondigd, of gebruik een gebeurtenis zonder "
        "gegevens",
    ),
    "event-handled-twice": Message(
        en="this state handles `{name}` on line {line} already",
        nl="deze toestand behandelt `{name}` al op regel {line}",
        help_en="put the branches of one event into one list",
        help_nl="zet de takken van één gebeurtenis in één lijst",
    ),
    "data-differs": Message(
        en="not every event here carries `{name}`, or not with the same type",
        nl="niet elke gebeurtenis hier heeft het gegeven `{name}`, of niet met hetzelfde type",
        help_en="declare `{name}` alike for all of them, or write a transition for each",
        help_nl="kondig `{name}` bij allemaal op dezelfde manier aan, of schrijf voor elk een eigen overgang",
    ),
    "statement-is-event": Message(
        en="`{name}` is a statement already, on line {line}",
        nl="`{name}` is op regel {line} al een vaststelling",
        help_en="a statement is an event itself: take it out under `events:`",
        help_nl="een vaststelling is zelf een gebeurtenis: haal haar onder `events:` weg",
    ),
    "name-taken": Message(
        en="the name `{name}` is taken on line {line} already",
        nl="de naam `{name}` is op regel {line} al gebruikt",
        help_en="parameters, facts, context, statements and guards share their names; choose another one",
        help_nl="parameters, feiten, context, vaststellingen en voorwaarden delen hun namen; kies een andere",
    ),
}
