"""The section `migrate`: how live sessions of an earlier version go on under this one."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from policy_engine.model.files.leaves import Anything, Id, Ids, Text, TimersKept, a_list
from policy_engine.model.files.part import Part, key


class MigrateFile(Part):
    """How sessions of earlier versions are taken over."""

    required: ClassVar[tuple[str, ...]] = ("from",)

    versions: Annotated[list[Text], BeforeValidator(a_list)] | None = key(
        'The versions whose live sessions go on under this one: `["1.0.0"]`.',
        'De versies waarvan lopende sessies onder deze verdergaan: `["1.0.0"]`.',
        alias="from",
    )
    states: dict[Id, Id] | None = key(
        "States that have another name or place now: `{old: new}`.",
        "Toestanden die nu anders heten of ergens anders staan: `{oud: nieuw}`.",
    )
    context: dict[Id, Id] | None = key(
        "Variables that have another name now: `{old: new}`.",
        "Variabelen die nu anders heten: `{oud: nieuw}`.",
    )
    set: dict[Id, Anything] | None = key(
        "What variables that are new begin with, where that is not their default.",
        "Waarmee nieuwe variabelen beginnen, als dat niet hun standaardwaarde is.",
    )
    drop: Ids | None = key(
        "Variables of the earlier version whose value is given up.",
        "Variabelen van de eerdere versie waarvan de waarde vervalt.",
    )
    timers: TimersKept | None = key(
        "What becomes of a timer of another duration: it keeps when it is due (`keep`, the default), "
        "or begins anew (`restart`).",
        "Wat er gebeurt met een timer die nu een andere duur heeft: hij houdt zijn tijdstip (`keep`, de "
        "standaard) of begint opnieuw (`restart`).",
    )
