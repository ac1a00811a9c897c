"""Messages of the area `ledgers`: what one policy tells another and reads from it."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "from-without-type": Message(
        en="`{name}` says where it comes from, but not what values it has",
        nl="`{name}` zegt waar het vandaan komt, maar niet welke waarden het heeft",
        help_en="write its type and default here too, as in `{{enum: [good, banned], default: good, from: ...}}`: "
        "a file is read alone",
        help_nl="schrijf hier ook het type en de beginwaarde, zoals in `{{enum: [good, banned], default: good, "
        "from: ...}}`: een bestand wordt alleen gelezen",
    ),
    "invalid-link": Message(
        en="`{text}` does not name a policy and what it exports",
        nl="`{text}` noemt geen protocol en wat dat deelt",
        help_en="write `policy.export`, such as `customer_conduct.standing`",
        help_nl="schrijf `protocol.naam`, zoals `customer_conduct.standing`",
    ),
    "key-without-from": Message(
        en="`{name}` has a `key` but does not come from another policy",
        nl="`{name}` heeft een `key`, maar komt niet uit een ander protocol",
        help_en="write `from: policy.export` too, or leave `key` out",
        help_nl="schrijf ook `from: protocol.naam`, of laat `key` weg",
    ),
    "key-of-itself": Message(
        en="`{name}` can't say itself of which session it is",
        nl="`{name}` kan niet zelf zeggen van welke sessie het is",
        help_en="name another fact as its `key`, such as `customer_id`",
        help_nl="noem een ander feit als `key`, zoals `customer_id`",
    ),
    "key-not-text": Message(
        en="`{written}` is a {kind}, and a key is a text",
        nl="`{written}` is een {kind}, en een sleutel is een tekst",
        help_en="name a fact, variable or datum of the type `text`",
        help_nl="noem een feit, variabele of gegeven van het type `text`",
    ),
    "link-without-key": Message(
        en="it is not clear of which session of `{policy}` this is: it is told under several keys",
        nl="het is niet duidelijk van welke sessie van `{policy}` dit is: die krijgt meldingen onder meerdere sleutels",
        help_en="write `key: ...` beside `from: {link}`, with the text fact that holds the key",
        help_nl="schrijf `key: ...` naast `from: {link}`, met het feit waarin de sleutel staat",
    ),
    "export-without-else": Message(
        en="this export may have no value",
        nl="het kan dat dit geen waarde heeft",
        help_en="end the list with `- else: value`",
        help_nl="eindig de lijst met `- else: waarde`",
    ),
    "export-else-with-when": Message(
        en="a branch with `else` has nothing else in it",
        nl="in een tak met `else` staat verder niets",
        help_en="write `- else: value`",
        help_nl="schrijf `- else: waarde`",
    ),
    "mixed-export": Message(
        en="the values of `{name}` are of different types",
        nl="de waarden van `{name}` zijn van verschillende typen",
        help_en="give all of its branches words, or all of them numbers, or all of them `true` or `false`",
        help_nl="geef al zijn takken woorden, of allemaal getallen, of allemaal `true` of `false`",
    ),
}
