"""A whole policy file."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from policy_engine.model.files.actions import ActionFile
from policy_engine.model.files.approvals import ApprovalFile
from policy_engine.model.files.calendar import CalendarFile
from policy_engine.model.files.declarations import (
    EventFile,
    FactFile,
    RoleFile,
    StatementFile,
    TypeFile,
    VariableFile,
)
from policy_engine.model.files.exports import Exports
from policy_engine.model.files.guards import Guard
from policy_engine.model.files.leaves import (
    DateText,
    Format,
    Id,
    Language,
    NewAction,
    NewId,
    Sources,
    StateId,
    Version,
    a_list,
)
from policy_engine.model.files.migrate import MigrateFile
from policy_engine.model.files.part import Part, key
from policy_engine.model.files.properties import PropertyFile
from policy_engine.model.files.sources import SourceRows
from policy_engine.model.files.states import StateFile
from policy_engine.model.files.texts import OneText, Texts


class PolicyFile(Part):
    """A policy: one file of format 1."""

    required: ClassVar[tuple[str, ...]] = ("policy", "format", "version", "initial", "states")

    policy: NewId | None = key(
        "The name of the policy, for software: small letters, digits and `_`.",
        "De naam van het protocol voor de software: kleine letters, cijfers en `_`.",
    )
    format: Format | None = key(
        "The version of this language: 1.",
        "De versie van deze taal: 1.",
    )
    version: Version | None = key(
        'The version of the policy, between quotes: "1.0.0".',
        'De versie van het protocol, tussen aanhalingstekens: "1.0.0".',
    )
    title: OneText | None = key(
        "The title that people read.",
        "De titel die mensen lezen.",
    )
    subtitle: OneText | None = key(
        "What it is about, in one sentence.",
        "Waar het over gaat, in één zin.",
    )
    owner: OneText | None = key(
        "Who keeps the policy; one name, or one per language.",
        "Wie het protocol beheert; één naam, of per taal een.",
    )
    date: DateText | None = key(
        "The date of this version: 2026-11-21.",
        "De datum van deze versie: 2026-11-21.",
    )
    approved: Annotated[list[ApprovalFile], BeforeValidator(a_list)] | None = key(
        "Who approved this version, and when: `[{by: Head of service, on: 2026-11-21}]`.",
        "Wie deze versie goedkeurde, en wanneer: `[{by: Hoofd dienstverlening, on: 2026-11-21}]`.",
    )
    emergency: OneText | None = key(
        "What to do in immediate danger; printed everywhere.",
        "Wat te doen bij direct gevaar; staat op elke afdruk.",
    )
    languages: Annotated[list[Language], BeforeValidator(a_list)] | None = key(
        "The languages of the texts: `[nl, en]`. The first is the default.",
        "De talen van de teksten: `[nl, en]`. De eerste is de standaardtaal.",
    )
    subject: Id | None = key(
        "What one session is about: call, visit, ticket.",
        "Waar één sessie over gaat: call, visit, ticket.",
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
    sources: SourceRows | None = key(
        "The rows of a protocol that this policy accounts for: `[art-1, art-2]`, or each with what it says.",
        "De regels van een voorschrift waar dit protocol aan voldoet: `[art-1, art-2]`, of elk met zijn "
        "inhoud.",
    )
    calendar: CalendarFile | None = key(
        "Working days, opening hours, public holidays and the time zone that durations are counted in.",
        "Werkdagen, openingstijden, feestdagen en de tijdzone waarin een duur wordt geteld.",
    )
    parameters: dict[NewId, TypeFile] | None = key(
        "What is chosen when the policy is put to use.",
        "Wat wordt gekozen als het protocol in gebruik wordt genomen.",
    )
    facts: dict[NewId, FactFile] | None = key(
        "What the surrounding system knows and tells.",
        "Wat het omringende systeem weet en doorgeeft.",
    )
    context: dict[NewId, VariableFile] | None = key(
        "What the policy itself remembers.",
        "Wat het protocol zelf onthoudt.",
    )
    exports: Exports | None = key(
        "What other policies may read of a session: names of variables, or names with expressions.",
        "Wat andere protocollen van een sessie mogen lezen: variabelen, of namen met uitdrukkingen.",
    )
    roles: dict[NewId, RoleFile] | None = key(
        "Who takes part; the first acts when nobody is named.",
        "Wie er meedoen; de eerste handelt als niemand is genoemd.",
    )
    events: dict[NewId, EventFile] | None = key(
        "What can happen.",
        "Wat er kan gebeuren.",
    )
    actions: dict[NewAction, ActionFile] | None = key(
        "What the surrounding system can be asked to do.",
        "Wat het omringende systeem kan worden gevraagd te doen.",
    )
    guards: dict[NewId, Guard] | None = key(
        "Conditions with a name: `warned: warnings > 0`, or `{when: warnings > 0, label: warned}`.",
        "Voorwaarden met een naam: `warned: warnings > 0`, of `{when: warnings > 0, label: gewaarschuwd}`.",
    )
    statements: dict[NewId, StatementFile] | None = key(
        "What must have been said or done, and ticked off, before a transition that `requires` it opens.",
        "Wat gezegd of gedaan moet zijn, en afgevinkt, voordat een overgang met `requires` opengaat.",
    )
    initial: Id | None = key(
        "The state in which a session begins.",
        "De toestand waarin een sessie begint.",
    )
    states: dict[StateId, StateFile] | None = key(
        "The steps of the policy.",
        "De stappen van het protocol.",
    )
    migrate: MigrateFile | None = key(
        "How live sessions of an earlier version go on under this one.",
        "Hoe lopende sessies van een eerdere versie onder deze verdergaan.",
    )
    properties: dict[NewId, PropertyFile] | None = key(
        "What must hold in every possible session. It is read and its words are checked, but it is not "
        "proved yet.",
        "Wat in elke mogelijke sessie moet gelden. Het wordt gelezen en de woorden worden nagekeken, maar "
        "het wordt nog niet bewezen.",
    )
