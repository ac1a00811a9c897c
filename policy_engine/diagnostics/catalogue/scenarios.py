"""Messages of the area `scenarios`."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "no-scenarios-written": Message(
        en="there is no scenario in this file",
        nl="er staat geen scenario in dit bestand",
        help_en="write at least one: a name, and under it `steps:` with a list of events",
        help_nl="schrijf er minstens een: een naam, en daaronder `steps:` met een lijst van gebeurtenissen",
    ),
    "scenarios-of-another": Message(
        en="these scenarios belong to the policy `{policy}`, not to this one",
        nl="deze scenario's horen bij het protocol `{policy}`, niet bij dit protocol",
        hint_en="this one is called `{suggestion}`",
        hint_nl="dit protocol heet `{suggestion}`",
    ),
    "scenarios-policy-unknown": Message(
        en="the policy `{policy}` of these scenarios was not found",
        nl="het protocol `{policy}` van deze scenario's is niet gevonden",
        help_en="put it in the folder above the scenarios, as `{policy}.yaml`",
        help_nl="zet het in de map boven de scenario's, als `{policy}.yaml`",
    ),
    "scenarios-policy-broken": Message(
        en="the policy `{policy}` of these scenarios has mistakes of its own",
        nl="het protocol `{policy}` van deze scenario's heeft zelf fouten",
        help_en="check `{file}` first",
        help_nl="controleer eerst `{file}`",
    ),
    "scenario-too-long": Message(
        en="the scenario `{name}` would last beyond the year {year}",
        nl="het scenario `{name}` zou tot voorbij het jaar {year} duren",
        help_en="shorten its waits",
        help_nl="maak de wachttijden korter",
    ),
    "step-of-two-kinds": Message(
        en="a step is about one thing, and this one has both `{first}` and `{second}`",
        nl="een stap gaat over één ding, en deze heeft zowel `{first}` als `{second}`",
        help_en="make two steps of it",
        help_nl="maak er twee stappen van",
    ),
    "step-of-no-kind": Message(
        en="this step does not say what it is about",
        nl="deze stap zegt niet waar hij over gaat",
        help_en="give it one of {known}",
        help_nl="geef hem een van {known}",
    ),
    "step-key-of-event": Message(
        en="`{key}` belongs to an `event`, not to `{kind}`",
        nl="`{key}` hoort bij een `event`, niet bij `{kind}`",
        help_en="make a step `{{event: ..., {key}: ...}}` of it",
        help_nl="maak er een stap `{{event: ..., {key}: ...}}` van",
    ),
    "scenario-event-needs-data": Message(
        en="the event `{event}` does not go without {data}",
        nl="de gebeurtenis `{event}` gaat niet zonder {data}",
        help_en="write `{{event: {event}, data: {{name: value}}}}`",
        help_nl="schrijf `{{event: {event}, data: {{naam: waarde}}}}`",
    ),
    "expected-state-not-leaf": Message(
        en="`{state}` has states inside it, and `states` names the innermost ones",
        nl="`{state}` heeft toestanden in zich, en `states` noemt de binnenste",
        help_en="inside it are {inside}",
        help_nl="erbinnen staan {inside}",
    ),
    "expected-state-history": Message(
        en="`{state}` is a history state, and those are never active",
        nl="`{state}` is een geschiedenistoestand, en die is nooit actief",
        help_en="name the state that it leads to",
        help_nl="noem de toestand waar hij heen leidt",
    ),
    "unknown-obligation": Message(
        en="nothing that must be done has the name `{name}`",
        nl="niets wat moet gebeuren heet `{name}`",
        help_en="write a name as it stands under `must:` in the policy (without one it is that of the event or "
        "action), or a field that must be filled in as `action.field`",
        help_nl="schrijf een naam zoals die in het protocol onder `must:` staat (zonder naam is dat die van de "
        "gebeurtenis of de actie), of een veld dat moet worden ingevuld als `actie.veld`",
    ),
    "action-without-record": Message(
        en="the action `{name}` writes nothing down, so there is nothing to fill in",
        nl="de actie `{name}` legt niets vast, dus er is niets in te vullen",
        help_en="give it a `record:` in the policy, or name one that has it: {known}",
        help_nl="geef haar in het protocol een `record:`, of noem er een die dat heeft: {known}",
        none_en="give it a `record:` in the policy",
        none_nl="geef haar in het protocol een `record:`",
    ),
    "undeclared-field": Message(
        en="the record of `{action}` has no field `{name}`",
        nl="het verslag van `{action}` heeft geen veld `{name}`",
        help_en="it has {known}",
        help_nl="het heeft {known}",
    ),
    "unknown-outcome": Message(
        en="the policy never ends with the outcome `{name}`",
        nl="het protocol eindigt nooit met de uitkomst `{name}`",
        help_en="it ends with one of {known}",
        help_nl="het eindigt met een van {known}",
        none_en="none of its final states has an outcome",
        none_nl="geen van zijn eindtoestanden heeft een uitkomst",
    ),
    "undeclared-fact": Message(
        en="the policy declares no fact `{name}`",
        nl="het protocol kent geen feit `{name}`",
        help_en="it declares {known}",
        help_nl="het kent {known}",
        none_en="it declares no facts at all",
        none_nl="het kent helemaal geen feiten",
    ),
    "undeclared-parameter": Message(
        en="the policy declares no parameter `{name}`",
        nl="het protocol kent geen parameter `{name}`",
        help_en="it declares {known}",
        help_nl="het kent {known}",
        none_en="it declares no parameters at all",
        none_nl="het kent helemaal geen parameters",
    ),
    "undeclared-event-data": Message(
        en="the event has no data named `{name}`",
        nl="de gebeurtenis heeft geen gegevens met de naam `{name}`",
        help_en="it has {known}",
        help_nl="ze heeft {known}",
        none_en="it has no data at all: leave `data` out",
        none_nl="ze heeft helemaal geen gegevens: laat `data` weg",
    ),
    "undeclared-action-param": Message(
        en="the action has no parameter `{name}`",
        nl="de actie heeft geen parameter `{name}`",
        help_en="it has {known}",
        help_nl="ze heeft {known}",
        none_en="it has no parameters at all: leave `params` out",
        none_nl="ze heeft helemaal geen parameters: laat `params` weg",
    ),
}
