"""States and what is forbidden in them."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator

from policy_engine.document.node import SequenceNode
from policy_engine.model.files.json import Json, JsonSchema, Parts
from policy_engine.model.files.leaves import (
    DelayText,
    Events,
    Expression,
    Flag,
    Id,
    Ids,
    Phase,
    Sources,
    StateId,
    StateType,
)
from policy_engine.model.files.must import Musts
from policy_engine.model.files.part import Part, key
from policy_engine.model.files.raw import enlist, wrap
from policy_engine.model.files.steps import Steps
from policy_engine.model.files.texts import (
    ONE_TEXT_SCHEMA,
    WHEN_NEEDS_TEXT,
    OneText,
    Phrases,
    Texts,
    is_long_form,
)
from policy_engine.model.files.transitions import Transition


class ForbidFile(Part):
    """Why an event is refused, and when."""

    required: ClassVar[tuple[str, ...]] = ("text",)

    when: Expression | None = key(
        "The event is refused while this condition holds.",
        "De gebeurtenis wordt geweigerd zolang deze voorwaarde geldt.",
    )
    text: OneText | None = key(
        "What the agent is told.",
        "Wat de medewerker te horen krijgt.",
    )
    source: Sources | None = key(
        "Where it comes from: the article of a protocol, a law, a page.",
        "Waar het vandaan komt: het artikel van een protocol, een wet, een pagina.",
    )


def _refusals(raw: Any) -> Any:
    """A list of `{when, text, source}`, from a text, one `{when, text, source}` or a list of these."""
    items = list(raw) if isinstance(raw, SequenceNode) else [raw]
    return enlist(raw, [item if is_long_form(item) else wrap(item, text=item) for item in items])


def _refusals_schema(parts: Parts) -> JsonSchema:
    one = {**ONE_TEXT_SCHEMA, **parts.fields(ForbidFile), **WHEN_NEEDS_TEXT}
    del one["required"]
    return {**one, "type": ["string", "object", "array"], "items": one}


Refusals = Annotated[list[ForbidFile], BeforeValidator(_refusals), Json("Forbid", _refusals_schema)]


class StateFile(Part):
    """A state."""

    blank: ClassVar[bool] = True

    type: StateType | None = key(
        "`parallel`: all states inside are active at once; `final`: the end; `history`: the state "
        "that was active last.",
        "`parallel`: alle toestanden daarbinnen zijn tegelijk actief; `final`: het einde; `history`: "
        "de toestand die het laatst actief was.",
    )
    label: OneText | None = key(
        "The short name that people read.",
        "De korte naam die mensen lezen.",
    )
    initial: Id | None = key(
        "The state inside that is entered first.",
        "De toestand daarbinnen die het eerst wordt betreden.",
    )
    role: Id | None = key(
        "Who acts here; holds for the states inside too.",
        "Wie hier handelt; geldt ook voor de toestanden daarbinnen.",
    )
    phase: Phase | None = key(
        "What the state is for: `warning`, where somebody is warned, or `aftercare`, where people are cared "
        "for afterwards; holds for the states inside too.",
        "Waar de toestand voor is: `warning`, waar iemand wordt gewaarschuwd, of `aftercare`, de nazorg voor "
        "mensen; geldt ook voor de toestanden daarbinnen.",
    )
    say: Phrases | None = key(
        "What to say.",
        "Wat u zegt.",
    )
    avoid: Phrases | None = key(
        "What not to say.",
        "Wat u niet zegt.",
    )
    how: Phrases | None = key(
        "How to do it.",
        "Hoe u het doet.",
    )
    entry: Steps | None = key(
        "What is done when the state is entered.",
        "Wat er wordt gedaan als de toestand wordt betreden.",
    )
    exit: Steps | None = key(
        "What is done when the state is left.",
        "Wat er wordt gedaan als de toestand wordt verlaten.",
    )
    forbid: dict[Events, Refusals] | None = key(
        "Events that may not happen here, and what the agent is told.",
        "Gebeurtenissen die hier niet mogen, en wat de medewerker te horen krijgt.",
    )
    must: Musts | None = key(
        "What must be done once the state was entered, and within what time: "
        "`{event: answered, within: 2 days}`; several with a name before each.",
        "Wat er moet gebeuren als de toestand is betreden, en binnen welke tijd: "
        "`{event: answered, within: 2 days}`; meer met een naam voor elk.",
    )
    on: dict[Events, Transition] | None = key(
        "What happens at which event: `event: state`; several events as `a or b`.",
        "Wat er bij welke gebeurtenis gebeurt: `gebeurtenis: toestand`; meer gebeurtenissen als `a or b`.",
    )
    always: Transition | None = key(
        "Taken at once, as soon as its condition holds.",
        "Wordt meteen genomen, zodra de voorwaarde geldt.",
    )
    done: Transition | None = key(
        "Taken when a final state inside is reached; of a parallel state: in all of its regions.",
        "Wordt genomen als daarbinnen een eindtoestand is bereikt; bij een parallelle toestand: in "
        "al haar regio's.",
    )
    after: dict[DelayText, Transition] | None = key(
        "Taken when the state has been active this long: `2 min: state`; the number may be the name of a "
        "parameter, fact or variable: `ban_length months - 1 weeks: state`.",
        "Wordt genomen als de toestand zo lang actief is: `2 min: toestand`; het aantal mag de naam van een "
        "parameter, feit of variabele zijn: `ban_length months - 1 weeks: toestand`.",
    )
    states: dict[StateId, StateFile] | None = key(
        "The states inside.",
        "De toestanden daarbinnen.",
    )
    deep: Flag | None = key(
        "A history that remembers the states inside the states, too.",
        "Een geheugen dat ook de toestanden binnen de toestanden onthoudt.",
    )
    target: Ids | None = key(
        "Where a history goes when there is nothing to remember; left out: where its parent begins.",
        "Waar een geheugen heen gaat als er niets te onthouden is; weggelaten: waar de bovenliggende "
        "toestand begint.",
    )
    outcome: Id | None = key(
        "How the session ended; left out: the id of the final state.",
        "Hoe de sessie is afgelopen; weggelaten: de naam van de eindtoestand.",
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
