"""Messages of the area `usage`: a call that the command line can't read."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "usage-no-option": Message(
        en="there is no option `{option}` here",
        nl="hier is geen optie `{option}`",
    ),
    "usage-option-too-soon": Message(
        en="the option `{option}` belongs to a command",
        nl="de optie `{option}` hoort bij een opdracht",
        help_en="write it behind the command, as in `{example}`",
        help_nl="schrijf haar achter de opdracht, zoals in `{example}`",
    ),
    "usage-no-command": Message(
        en="there is no command `{command}`",
        nl="er is geen opdracht `{command}`",
    ),
    "usage-command-missing": Message(
        en="no command is named",
        nl="er wordt geen opdracht genoemd",
    ),
    "usage-missing": Message(
        en="`{name}` is missing: {about}",
        nl="`{name}` ontbreekt: {about}",
    ),
    "usage-value-missing": Message(
        en="the option `{option}` needs a value behind it",
        nl="achter de optie `{option}` hoort een waarde",
    ),
    "usage-value-too-much": Message(
        en="the option `{option}` takes no value",
        nl="achter de optie `{option}` hoort geen waarde",
        help_en="leave out what stands behind the `=`",
        help_nl="laat weg wat er achter de `=` staat",
    ),
    "usage-too-much": Message(
        en="this is too much: `{extra}`",
        nl="dit is te veel: `{extra}`",
        help_en="put a name with a space in it between quotes",
        help_nl="zet een naam met een spatie erin tussen aanhalingstekens",
    ),
    "usage-choice": Message(
        en="`{value}` is no value of `{option}`",
        nl="`{value}` is geen waarde van `{option}`",
        help_en="choose from {choices}",
        help_nl="kies uit {choices}",
    ),
    "usage-no-number": Message(
        en="what stands behind `{option}` is no whole number",
        nl="wat er achter `{option}` staat is geen geheel getal",
        help_en="write digits only",
        help_nl="schrijf alleen cijfers",
    ),
    "usage-at-least": Message(
        en="the number behind `{option}` is too small",
        nl="het getal achter `{option}` is te klein",
        help_en="it is {bound} at the least",
        help_nl="het is op zijn minst {bound}",
    ),
    "usage-at-most": Message(
        en="the number behind `{option}` is too large",
        nl="het getal achter `{option}` is te groot",
        help_en="it is {bound} at the most",
        help_nl="het is hoogstens {bound}",
    ),
    "usage-other": Message(
        en="{problem}",
        nl="de aanroep klopt niet: {problem}",
    ),
    "usage-see": Message(
        en="`{command} --help` explains it, with examples",
        nl="`{command} --help` legt het uit, met voorbeelden",
    ),
}
