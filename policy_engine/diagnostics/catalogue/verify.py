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
        "{names} may not have come within {within}", "{names} kan na {within} nog zijn uitgebleven"
    ),
    "answered-otherwise": _broken(
        "`{event}` can be {verdict_word} there, not {wanted_word}",
        "`{event}` kan daar worden {verdict_word}, niet {wanted_word}",
    ),
    "cannot-reach": _broken("from there nothing leads to `{goal}`", "van daar leidt niets naar `{goal}`"),
    "property-not-tried-out": Message(
        en="the property `{property}` is not proved: there are more courses than could be looked through",
        nl="de eigenschap `{property}` is niet bewezen: er zijn meer verlopen dan er te bekijken zijn",
        help_en="let conditions read fewer facts, or give texts and numbers fewer values to be compared with",
        help_nl="laat voorwaarden minder feiten lezen, of vergelijk teksten en getallen met minder waarden",
    ),
}
