"""Messages of the compiler: mistakes that only show when the policy runs."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "leaves-range": Message(
        en="`{variable}` can become {value}, which is outside its range {low}..{high}; the shortest course: {course}",
        nl="`{variable}` kan {value} worden, buiten het bereik {low}..{high}; het kortste verloop: {course}",
        help_en="add a condition to `when` so that this can't happen (for example `when: {condition}`), "
        "or widen the range of `{variable}`",
        help_nl="voeg bij `when` een voorwaarde toe zodat dit niet kan gebeuren (bijvoorbeeld `when: {condition}`), "
        "of maak het bereik van `{variable}` ruimer",
    ),
    "endless-macrostep": Message(
        en="this never comes to rest: the policy goes round in {states}; the shortest course there: {course}",
        nl="dit komt nooit tot rust: het protocol blijft rondgaan in {states}; het kortste verloop daarheen: {course}",
        help_en="give one of these `always`, `raise` or `send` steps a condition (`when`) that stops holding",
        help_nl="geef een van deze `always`-, `raise`- of `send`-stappen een voorwaarde (`when`) die op zeker moment niet meer geldt",
    ),
    "not-proved": Message(
        en="not proved: the policy has more than {nodes} different situations; what makes them so many: {variables}",
        nl="niet bewezen: het protocol kent meer dan {nodes} verschillende situaties; dat komt door: {variables}",
        help_en="make the ranges of these variables smaller, or leave out what no condition reads",
        help_nl="maak het bereik van deze variabelen kleiner, of laat weg wat geen enkele voorwaarde leest",
    ),
}
