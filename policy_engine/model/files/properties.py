"""Properties: what must hold over every possible course of a session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from policy_engine.model.files.leaves import DurationText, Expression, Id, Ids, Sources
from policy_engine.model.files.part import Part, key
from policy_engine.model.files.texts import OneText, Texts

_BESIDE = {
    name: {
        "en": f"write `{name}` beside `whenever` and `then`, not inside: "
        "`{whenever: {event: ...}, then: {action: ...}, within: 5 min}`",
        "nl": f"schrijf `{name}` naast `whenever` en `then`, niet erin: "
        "`{whenever: {event: ...}, then: {action: ...}, within: 5 min}`",
    }
    for name in ("then", "within")
}


class NeverFile(Part):
    """What may not happen."""

    moments: ClassVar[tuple[str, ...]] = ("enter", "exit", "event", "action", "change")

    enter: Ids | None = key(
        "A state is entered.",
        "Een toestand wordt betreden.",
    )
    exit: Ids | None = key(
        "A state is left.",
        "Een toestand wordt verlaten.",
    )
    event: Ids | None = key(
        "An event is applied.",
        "Een gebeurtenis wordt toegepast.",
    )
    action: Ids | None = key(
        "The host is asked for an action.",
        "De omgeving wordt om een actie gevraagd.",
    )
    change: Ids | None = key(
        "A variable gets another value.",
        "Een variabele krijgt een andere waarde.",
    )
    when: Expression | None = key(
        "Only while this condition holds.",
        "Alleen zolang deze voorwaarde geldt.",
    )
    unless: Ids | None = key(
        "Events at which it may happen all the same.",
        "Gebeurtenissen waarbij het toch mag.",
    )


class WheneverFile(Part):
    """What must be followed by something."""

    moments: ClassVar[tuple[str, ...]] = ("event", "enter", "action")
    elsewhere: ClassVar[Mapping[str, Mapping[str, str]]] = _BESIDE

    event: Ids | None = key(
        "An event comes.",
        "Een gebeurtenis komt.",
    )
    enter: Ids | None = key(
        "A state is entered.",
        "Een toestand wordt betreden.",
    )
    action: Ids | None = key(
        "The host is asked for an action.",
        "De omgeving wordt om een actie gevraagd.",
    )
    in_: Ids | None = key(
        "Only in these states.",
        "Alleen in deze toestanden.",
        alias="in",
    )
    when: Expression | None = key(
        "Only while this condition holds.",
        "Alleen zolang deze voorwaarde geldt.",
    )


class ThenFile(Part):
    """What must follow."""

    moments: ClassVar[tuple[str, ...]] = ("action", "enter")
    elsewhere: ClassVar[Mapping[str, Mapping[str, str]]] = {"within": _BESIDE["within"]}

    action: Ids | None = key(
        "The host is asked for an action.",
        "De omgeving wordt om een actie gevraagd.",
    )
    enter: Ids | None = key(
        "A state is entered.",
        "Een toestand wordt betreden.",
    )


class PropertyFile(Part):
    """A property, in one of its five patterns."""

    patterns: ClassVar[tuple[str, ...]] = ("always", "never", "whenever", "in", "reachable")

    always: Expression | None = key(
        "A condition that holds whenever the session is at rest.",
        "Een voorwaarde die geldt zodra de sessie in rust is.",
    )
    never: NeverFile | None = key(
        "What may never happen.",
        "Wat nooit mag gebeuren.",
    )
    whenever: WheneverFile | None = key(
        "What must be followed by `then`.",
        "Wat door `then` moet worden gevolgd.",
    )
    then: ThenFile | None = key(
        "What must follow at once, or `within` a time.",
        "Wat meteen moet volgen, of `within` een tijd.",
    )
    within: DurationText | None = key(
        "How long it may take: `5 min`.",
        "Hoe lang het mag duren: `5 min`.",
    )
    in_: Ids | None = key(
        "In this state an event is accepted or forbidden.",
        "In deze toestand wordt een gebeurtenis toegestaan of geweigerd.",
        alias="in",
    )
    accepts: Ids | None = key(
        "The event that is applied.",
        "De gebeurtenis die wordt toegepast.",
    )
    forbids: Ids | None = key(
        "The event that is refused.",
        "De gebeurtenis die wordt geweigerd.",
    )
    reachable: Id | None = key(
        "A state that can be reached, or `final`.",
        "Een toestand die kan worden bereikt, of `final`.",
    )
    from_: Id | None = key(
        "From which state, or from `any`.",
        "Vanuit welke toestand, of vanuit `any` (elke).",
        alias="from",
    )
    when: Expression | None = key(
        "Only while this condition holds.",
        "Alleen zolang deze voorwaarde geldt.",
    )
    label: OneText | None = key(
        "The short name that people read.",
        "De korte naam die mensen lezen.",
    )
    note: Texts | None = key(
        "A remark for whoever reads the policy.",
        "Een opmerking voor wie het protocol leest.",
    )
    why: Texts | None = key(
        "The reason behind it.",
        "De reden erachter.",
    )
    source: Sources | None = key(
        "Where it comes from: the article of a protocol, a law, a page.",
        "Waar het vandaan komt: het artikel van een protocol, een wet, een pagina.",
    )
