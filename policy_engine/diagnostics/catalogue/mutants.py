"""Messages of the area `mutants`: what was changed in a policy to see whether its tests notice."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "mutant-target-other": Message(
        en="leads to `{new}` instead of `{old}`",
        nl="leidt naar `{new}` in plaats van `{old}`",
    ),
    "mutant-target-dropped": Message(
        en="does not lead to `{old}` any more",
        nl="leidt niet meer naar `{old}`",
    ),
    "mutant-branch-dropped": Message(
        en="without the branch `{old}`",
        nl="zonder de tak `{old}`",
    ),
    "mutant-internal-dropped": Message(
        en="without `internal`",
        nl="zonder `internal`",
    ),
    "mutant-condition-negated": Message(
        en="`{new}` instead of `{old}`",
        nl="`{new}` in plaats van `{old}`",
    ),
    "mutant-condition-dropped": Message(
        en="without the condition `{old}`",
        nl="zonder de voorwaarde `{old}`",
    ),
    "mutant-condition-part": Message(
        en="`{new}` instead of `{old}`",
        nl="`{new}` in plaats van `{old}`",
    ),
    "mutant-comparison": Message(
        en="`{new}` instead of `{old}`",
        nl="`{new}` in plaats van `{old}`",
    ),
    "mutant-and-or": Message(
        en="`{new}` instead of `{old}`",
        nl="`{new}` in plaats van `{old}`",
    ),
    "mutant-constant": Message(
        en="`{new}` instead of `{old}`",
        nl="`{new}` in plaats van `{old}`",
    ),
    "mutant-constant-of-value": Message(
        en="`{new}` instead of `{old}`",
        nl="`{new}` in plaats van `{old}`",
    ),
    "mutant-plus-minus": Message(
        en="`{new}` instead of `{old}`",
        nl="`{new}` in plaats van `{old}`",
    ),
    "mutant-handler-dropped": Message(
        en="`{old}` is not handled",
        nl="`{old}` wordt niet afgehandeld",
    ),
    "mutant-handler-event-left-out": Message(
        en="handles `{new}` instead of `{old}`",
        nl="handelt `{new}` af in plaats van `{old}`",
    ),
    "mutant-handler-event": Message(
        en="handles `{new}` instead of `{old}`",
        nl="handelt `{new}` af in plaats van `{old}`",
    ),
    "mutant-forbid-dropped": Message(
        en="`{old}` is not refused",
        nl="`{old}` wordt niet geweigerd",
    ),
    "mutant-forbid-event-left-out": Message(
        en="refuses `{new}` instead of `{old}`",
        nl="weigert `{new}` in plaats van `{old}`",
    ),
    "mutant-forbid-event": Message(
        en="refuses `{new}` instead of `{old}`",
        nl="weigert `{new}` in plaats van `{old}`",
    ),
    "mutant-event-other": Message(
        en="`{new}` instead of the event `{old}`",
        nl="`{new}` in plaats van de gebeurtenis `{old}`",
    ),
    "mutant-step-dropped": Message(
        en="without the step `{old}`",
        nl="zonder de stap `{old}`",
    ),
    "mutant-action-other": Message(
        en="the action `{new}` instead of `{old}`",
        nl="de actie `{new}` in plaats van `{old}`",
    ),
    "mutant-value": Message(
        en="the value `{new}` instead of `{old}`",
        nl="de waarde `{new}` in plaats van `{old}`",
    ),
    "mutant-value-left-out": Message(
        en="`{old}` is not told",
        nl="`{old}` wordt niet meegegeven",
    ),
    "mutant-bound": Message(
        en="`{new}` instead of `{old}`",
        nl="`{new}` in plaats van `{old}`",
    ),
    "mutant-timer": Message(
        en="after `{new}` instead of `{old}`",
        nl="na `{new}` in plaats van `{old}`",
    ),
    "mutant-timer-dropped": Message(
        en="without the timer `{old}`",
        nl="zonder de timer `{old}`",
    ),
    "mutant-delay": Message(
        en="`{new}` instead of `{old}`",
        nl="`{new}` in plaats van `{old}`",
    ),
    "mutant-delay-dropped": Message(
        en="without the time `{old}`",
        nl="zonder de tijd `{old}`",
    ),
    "mutant-steps-swapped": Message(
        en="`{new}` before `{old}`",
        nl="`{new}` voor `{old}`",
    ),
    "mutant-role-added": Message(
        en="also for others: `{new}` instead of `{old}`",
        nl="ook voor anderen: `{new}` in plaats van `{old}`",
    ),
    "mutant-role-other": Message(
        en="for others: `{new}` instead of `{old}`",
        nl="voor anderen: `{new}` in plaats van `{old}`",
    ),
    "mutant-roles-dropped": Message(
        en="for everyone, not for `{old}` only",
        nl="voor iedereen, niet alleen voor `{old}`",
    ),
    "mutant-requires-dropped": Message(
        en="without `requires` of `{old}`",
        nl="zonder `requires` van `{old}`",
    ),
    "mutant-requires-less": Message(
        en="requires `{new}` instead of `{old}`",
        nl="vereist `{new}` in plaats van `{old}`",
    ),
    "mutant-initial": Message(
        en="begins in `{new}` instead of `{old}`",
        nl="begint in `{new}` in plaats van `{old}`",
    ),
    "mutant-history-deep": Message(
        en="`{new}` instead of `{old}`",
        nl="`{new}` in plaats van `{old}`",
    ),
    "mutant-history-target": Message(
        en="goes to `{new}` instead of `{old}`",
        nl="gaat naar `{new}` in plaats van `{old}`",
    ),
    "mutant-outcome": Message(
        en="the outcome `{new}` instead of `{old}`",
        nl="de uitkomst `{new}` in plaats van `{old}`",
    ),
    "mutant-must-dropped": Message(
        en="`{old}` need not be done",
        nl="`{old}` hoeft niet te gebeuren",
    ),
    "mutant-must-part": Message(
        en="without `{old}`",
        nl="zonder `{old}`",
    ),
    "mutant-branches-swapped": Message(
        en="`{old}` and `{new}` exchange what they do",
        nl="`{old}` en `{new}` verwisselen wat zij doen",
    ),
    "mutant-regions-swapped": Message(
        en="`{new}` before `{old}`",
        nl="`{new}` voor `{old}`",
    ),
    "mutant-timers-swapped": Message(
        en="`{new}` before `{old}`",
        nl="`{new}` voor `{old}`",
    ),
    "mutant-timer-unit": Message(
        en="after `{new}` instead of `{old}`",
        nl="na `{new}` in plaats van `{old}`",
    ),
    "mutant-timer-part": Message(
        en="after `{new}` instead of `{old}`",
        nl="na `{new}` in plaats van `{old}`",
    ),
    "mutant-delay-unit": Message(
        en="`{new}` instead of `{old}`",
        nl="`{new}` in plaats van `{old}`",
    ),
    "mutant-delay-part": Message(
        en="`{new}` instead of `{old}`",
        nl="`{new}` in plaats van `{old}`",
    ),
    "mutant-must-until": Message(
        en="`{old}` does not lift what must be done",
        nl="`{old}` heft niet op wat er moet gebeuren",
    ),
    "mutant-must-event": Message(
        en="`{new}` must be done instead of `{old}`",
        nl="`{new}` moet gebeuren in plaats van `{old}`",
    ),
    "mutant-field-dropped": Message(
        en="`{old}` is not written down",
        nl="`{old}` wordt niet vastgelegd",
    ),
    "mutant-field-required": Message(
        en="whether `{old}` may stay empty is the other way round",
        nl="of `{old}` leeg mag blijven is omgekeerd",
    ),
    "mutant-lapse": Message(
        en="lapses as `{new}` instead of `{old}`",
        nl="vervalt als `{new}` in plaats van `{old}`",
    ),
}
