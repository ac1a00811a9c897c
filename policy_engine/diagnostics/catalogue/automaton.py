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
        en="not proved: this policy can be in more situations than could be tried ({nodes}); most come from {variables}",
        nl="niet bewezen: dit protocol kent meer situaties dan er te proberen zijn ({nodes}); de meeste komen door {variables}",
        help_en="make their ranges smaller, or let one condition read fewer of them",
        help_nl="maak hun bereik kleiner, of laat één voorwaarde er minder van lezen",
    ),
}
