"""Messages of the verifier: properties that do not hold in every course."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

_SHOW_EN = "the course below shows it: mend the policy, or the property if it asks for too much"
_SHOW_NL = (
    "het verloop hieronder laat dat zien: pas het protocol aan, of de eigenschap als die te veel vraagt"
)


def _broken(en: str, nl: str) -> Message:
    return Message(
        en=f"the property `{{property}}` does not hold: {en}",
        nl=f"de eigenschap `{{property}}` geldt niet: {nl}",
        help_en=_SHOW_EN,
        help_nl=_SHOW_NL,
    )


MESSAGES: Mapping[str, Message] = {
    "always-broken": _broken("`{condition}` can be false", "`{condition}` kan onwaar zijn"),
    "never-enter": _broken("`{name}` can be entered", "`{name}` kan worden betreden"),
    "never-exit": _broken("`{name}` can be left", "`{name}` kan worden verlaten"),
    "never-event": _broken("`{name}` can be applied", "`{name}` kan worden toegepast"),
    "never-action": _broken("`{name}` can be asked for", "om `{name}` kan worden gevraagd"),
    "never-change": _broken("`{name}` can change", "`{name}` kan veranderen"),
    "no-action": _broken("{names} may not be asked for in that step", "in die stap kan {names} uitblijven"),
    "no-enter": _broken("{names} may not be entered in that step", "in die stap kan {names} uitblijven"),
    "too-late": _broken(
        "{names} may not have come within {within} ({time})",
        "na {within} kan het nog wachten zijn op {names} ({time})",
    ),
    "answered-otherwise": _broken(
        "`{event}` can be {verdict_word} there, not {wanted_word}",
        "`{event}` kan daar worden {verdict_word}, niet {wanted_word}",
    ),
    "cannot-reach": _broken("from there nothing leads to `{goal}`", "van daar leidt niets naar `{goal}`"),
    "property-not-tried-out": Message(
        en="the property `{property}` is not proved: {why}",
        nl="de eigenschap `{property}` is niet bewezen: {why}",
        help_en="it may hold all the same: give what is named fewer values, or let conditions read less of it",
        help_nl="misschien geldt zij toch: geef wat hier genoemd is minder waarden, of laat voorwaarden er minder van lezen",
    ),
    # Why a property is not proved, for the message above.
    "limit-table": Message(
        en="there are more situations than could be tried; most come from {names}",
        nl="er zijn meer situaties dan er te proberen zijn; de meeste komen door {names}",
    ),
    "limit-facts": Message(
        en="there are more choices of facts than could be tried; most come from {names}",
        nl="er zijn meer combinaties van feiten dan er te proberen zijn; de meeste komen door {names}",
    ),
    "limit-data": Message(
        en="more can be told with an event than could be tried; it comes from {names}",
        nl="met een gebeurtenis kan meer worden verteld dan er te proberen is; dat komt door {names}",
    ),
    "limit-situations": Message(
        en="there are more courses than could be looked through; most come from {names}",
        nl="er zijn meer verlopen dan er te bekijken zijn; de meeste komen door {names}",
    ),
    "limit-parameters": Message(
        en="there are more choices of parameters than could be tried; most come from {names}",
        nl="er zijn meer combinaties van parameters dan er te proberen zijn; de meeste komen door {names}",
    ),
    "limit-moments": Message(
        en="there are more moments at which something may be due than could be tried; they come from {names}",
        nl="er zijn meer momenten waarop iets kan komen dan er te proberen zijn; ze komen door {names}",
    ),
    "limit-order": Message(
        en="where the course below ends, it depends on what comes first by itself",
        nl="waar het verloop hieronder eindigt, hangt het ervan af wat het eerst vanzelf komt",
    ),
}
