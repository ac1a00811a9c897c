"""Messages of the area `duties`: what must be done, and what must be written down."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "must-of-nothing": Message(
        en="this does not say what must be done",
        nl="hier staat niet wat er moet gebeuren",
        help_en="write `must: {{a_thing: {{event: ..., within: 2 days}}}}`, with `action: ...` where an action must be "
        "asked for; several stand below each other, each with its name",
        help_nl="schrijf `must: {{een_ding: {{event: ..., within: 2 days}}}}`, met `action: ...` als om een actie "
        "gevraagd moet worden; meer staan onder elkaar, elk met zijn naam",
    ),
    "must-of-two": Message(
        en="`{name}` names an event and an action, and one of them must be done",
        nl="`{name}` noemt een gebeurtenis en een actie, en er moet één van beide gebeuren",
        help_en="leave one out, or write an obligation for each, with a name before it",
        help_nl="laat er een weg, of schrijf voor elk een eigen verplichting met een naam ervoor",
    ),
    "must-taken": Message(
        en="something that must be done has the name `{name}` on line {line} already",
        nl="op regel {line} heet al iets dat moet gebeuren `{name}`",
        help_en="every obligation of a policy has a name of its own; write `another_name: {{...}}` under `must:`",
        help_nl="elke verplichting van een protocol heeft een eigen naam; schrijf `andere_naam: {{...}}` onder "
        "`must:`",
    ),
    "must-twice": Message(
        en="`{name}` stands here twice, and one of these is enough anyway",
        nl="`{name}` staat hier twee keer, en één hiervan is al genoeg",
        help_en="write each name once",
        help_nl="schrijf elke naam één keer",
    ),
    "must-met-by-overdue": Message(
        en="`{name}` would come when the time is up and meet this obligation itself",
        nl="`{name}` komt als de tijd om is, en zou deze verplichting dan zelf vervullen",
        help_en="give `overdue` an event of its own, such as `{name}_overdue`",
        help_nl="geef `overdue` een eigen gebeurtenis, zoals `{name}_overdue`",
    ),
    "must-left-open": Message(
        en="`{name}` can still be open when the session ends, and nobody is told of it then",
        nl="`{name}` kan nog openstaan als de sessie eindigt, en daarna hoort niemand er meer van",
        help_en="wait for it in a state, or name the final state in `until` (here {ends}) if it need not be done any "
        "more",
        help_nl="wacht er in een toestand op, of noem de eindtoestand in `until` (hier {ends}) als het niet meer "
        "hoeft",
    ),
    "within-nothing": Message(
        en="`{text}` leaves no time at all",
        nl="`{text}` laat helemaal geen tijd",
        help_en="write a longer duration, or put the action under `entry:` where it is to be done at once",
        help_nl="schrijf een langere duur, of zet de actie onder `entry:` als zij meteen moet gebeuren",
    ),
    "until-history": Message(
        en="`{name}` is a history, and that is never entered itself",
        nl="`{name}` is een geheugen, en dat wordt zelf nooit betreden",
        help_en="name a state that is entered",
        help_nl="noem een toestand die wordt betreden",
    ),
    "field-twice": Message(
        en="`{name}` stands in this list already",
        nl="`{name}` staat al in deze lijst",
        help_en="write each field once",
        help_nl="schrijf elk veld één keer",
    ),
    "field-known": Message(
        en="the engine fills in `{name}` itself, so `{key}` says nothing here",
        nl="de engine vult `{name}` zelf in, dus `{key}` zegt hier niets",
        help_en="leave `{key}` out, or give `{name}` a type, such as `text:`, so that people fill it in",
        help_nl="laat `{key}` weg, of geef `{name}` een type, zoals `text:`, zodat mensen het invullen",
    ),
    "field-unlabelled": Message(
        en="no label for {names}, so whoever fills it in reads this name, in every language",
        nl="geen label voor {names}, dus wie het invult, leest deze naam, in elke taal",
        help_en="write the record as a mapping from names to fields, each with a label: `{sample}`",
        help_nl="schrijf het verslag als mapping van namen naar velden, elk met een label: `{sample}`",
    ),
    "within-without-record": Message(
        en="`within` says how soon a record must be complete, and this action has none",
        nl="`within` zegt hoe snel een verslag compleet moet zijn, en deze actie heeft er geen",
        help_en="add `record:`; how soon an action must be asked for stands under the `must:` of a state",
        help_nl="voeg `record:` toe; hoe snel om een actie gevraagd moet worden, staat bij een toestand onder `must:`",
    ),
}
