"""Messages of the area `sources`: rows of a protocol and the elements of a policy that account for them."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "source-without-text": Message(
        en="a text with a `source` needs the key `text`",
        nl="een tekst met een `source` heeft het sleutelwoord `text` nodig",
        help_en="write `{{text: ..., source: ...}}`, and put the text of each language behind `text:`",
        help_nl="schrijf `{{text: ..., source: ...}}`, en zet de tekst van elke taal achter `text:`",
    ),
    "source-twice": Message(
        en="the row `{row}` is in this list already",
        nl="de regel `{row}` staat al in deze lijst",
        help_en="write every row once",
        help_nl="schrijf elke regel één keer",
    ),
    "source-nowhere": Message(
        en="nothing in this policy cites the row `{row}`",
        nl="niets in dit protocol verwijst naar de regel `{row}`",
        help_en="write `source: [{row}]` at the element that accounts for it, or take the row out of `sources:`",
        help_nl="schrijf `source: [{row}]` bij het onderdeel dat eraan voldoet, of haal de regel uit `sources:`",
    ),
    "source-undeclared": Message(
        en="the row `{row}` is not among the `sources` of this policy",
        nl="de regel `{row}` staat niet bij de `sources` van dit protocol",
        help_en="correct the name, or add it to `sources:` at the top",
        help_nl="verbeter de naam, of zet hem bij `sources:` bovenaan",
    ),
    "source-other-kind": Message(
        en="the row `{row}` is of the kind `{kind}`, and this is {element}",
        nl="de regel `{row}` is van de soort `{kind}`, en dit is {element}",
        help_en="such a row is cited by one of these: {places}",
        help_nl="naar zo’n regel verwijst een van deze: {places}",
    ),
    "source-exempt": Message(
        en="the row `{row}` is said to need no place in a policy, and here it has one",
        nl="van de regel `{row}` staat er dat hij in geen protocol hoeft, en hier staat hij wel",
        help_en="take away `exempt` where the row is declared, or the citation here",
        help_nl="haal `exempt` weg waar de regel is aangekondigd, of de verwijzing hier",
    ),
}
