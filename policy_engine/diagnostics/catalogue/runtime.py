"""Messages of a running session: why an event was refused, what is wrong with data from the host."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "role-may-not": Message(
        en="the role `{role}` may not report `{event}`",
        nl="de rol `{role}` mag `{event}` niet melden",
    ),
    "wrong-id": Message(
        en="`event_id` must be a text that is not empty",
        nl="`event_id` moet een tekst zijn die niet leeg is",
    ),
    "wrong-why": Message(
        en="`why` must be a text that is not empty",
        nl="`why` moet een tekst zijn die niet leeg is",
    ),
    "no-journal": Message(
        en="this session keeps no journal; start it with `journal=True`",
        nl="deze sessie houdt geen logboek bij; begin haar met `journal=True`",
    ),
    "not-in-journal": Message(
        en="the journal has no event with the id {event_id}",
        nl="het logboek heeft geen gebeurtenis met het kenmerk {event_id}",
    ),
    "retracted-before": Message(
        en="the event with the id {event_id} was taken back already",
        nl="de gebeurtenis met het kenmerk {event_id} is al teruggenomen",
    ),
    "settling": Message(
        en="a repeat of `{event}` within {settle} does not count",
        nl="een herhaling van `{event}` binnen {settle} telt niet mee",
    ),
    "person-needed": Message(
        en="`{event}` needs to know who reports it: name the person",
        nl="bij `{event}` moet bekend zijn wie het meldt: noem de persoon",
    ),
    "out-of-range": Message(
        en="`{variable}` would become {value}, which is outside its range",
        nl="`{variable}` zou {value} worden, en dat valt buiten het bereik",
    ),
    "endless": Message(
        en="this would go round forever in {states}",
        nl="dit zou eindeloos rondgaan in {states}",
    ),
    "not-a-mapping": Message(
        en="{what} must be given as names with values",
        nl="{what} moet als namen met waarden worden gegeven",
    ),
    "unknown-name": Message(
        en="the policy declares no {what} `{name}`",
        nl="het protocol kent geen {what} `{name}`",
    ),
    "wrong-value": Message(
        en="{what} `{name}` can't be {value}: it must be {wanted}",
        nl="{what} `{name}` kan niet {value} zijn: het moet {wanted} zijn",
    ),
    "missing-data": Message(
        en="{what} `{name}` is required and was not given",
        nl="{what} `{name}` is verplicht en is niet gegeven",
    ),
    "no-such-record": Message(
        en="the policy declares no action `{name}` that is written down",
        nl="het protocol kent geen actie `{name}` die wordt vastgelegd",
    ),
    "record-not-open": Message(
        en="no such record of `{name}` was opened: it is when the action is asked for",
        nl="zo'n verslag van `{name}` is niet geopend: dat gebeurt als om de actie wordt gevraagd",
    ),
    "field-is-known": Message(
        en="the engine fills in `{name}` itself",
        nl="de engine vult `{name}` zelf in",
        help_en="leave it out",
        help_nl="laat het weg",
    ),
    "field-of-others": Message(
        en="the role `{role}` does not fill in `{name}`: {by} does",
        nl="de rol `{role}` vult `{name}` niet in: dat doet {by}",
    ),
}
