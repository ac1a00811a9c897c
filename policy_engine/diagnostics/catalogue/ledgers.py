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
    # Where two policies do not fit together.
    "policy-not-here": Message(
        en="the policy `{name}` is not among those that were given",
        nl="het protocol `{name}` is niet bij de protocollen die zijn opgegeven",
        help_en="correct the name, or give that policy too",
        help_nl="verbeter de naam, of geef dat protocol ook op",
    ),
    "told-unknown-event": Message(
        en="the policy `{policy}` declares no event `{name}`",
        nl="het protocol `{policy}` kent geen gebeurtenis `{name}`",
        help_en="it has {known}",
        help_nl="het kent {known}",
        none_en="it declares no events at all",
        none_nl="het kent geen enkele gebeurtenis",
    ),
    "told-unknown-datum": Message(
        en="the event `{event}` over there has no datum `{name}`",
        nl="de gebeurtenis `{event}` daar heeft geen gegeven `{name}`",
        help_en="it has {known}",
        help_nl="zij heeft {known}",
        none_en="leave it out: nothing is told with that event",
        none_nl="laat het weg: bij die gebeurtenis wordt niets verteld",
    ),
    "told-datum-missing": Message(
        en="the event `{event}` over there needs `{name}`",
        nl="de gebeurtenis `{event}` daar heeft `{name}` nodig",
        help_en="write `data: {{{name}: ...}}`, or give `{name}` a default where the event is declared",
        help_nl="schrijf `data: {{{name}: ...}}`, of geef `{name}` een beginwaarde waar de gebeurtenis is aangekondigd",
    ),
    "told-datum-differs": Message(
        en="`{name}` of `{event}` must be {wanted} over there, and what is told is {found}",
        nl="`{name}` van `{event}` moet daar {wanted} zijn, en wat wordt verteld is {found}",
        help_en="tell only what fits, or widen the type where the event is declared",
        help_nl="vertel alleen wat past, of maak het type ruimer waar de gebeurtenis is aangekondigd",
    ),
    "unknown-export": Message(
        en="the policy `{policy}` exports no `{name}`",
        nl="het protocol `{policy}` deelt geen `{name}`",
        help_en="it exports {known}",
        help_nl="het deelt {known}",
        none_en="it exports nothing: add `exports:` to it",
        none_nl="het deelt niets: zet er `exports:` in",
    ),
    "export-differs": Message(
        en="`{name}` must be {wanted}, and what `{policy}` exports is {found}",
        nl="`{name}` moet {wanted} zijn, en wat `{policy}` deelt is {found}",
        help_en="give the fact every value that is exported",
        help_nl="geef het feit elke waarde die wordt gedeeld",
    ),
    # Of a running desk.
    "told-without-key": Message(
        en="`{event}` was told to `{policy}` under an empty key",
        nl="`{event}` werd aan `{policy}` gemeld onder een lege sleutel",
    ),
    "told-too-much": Message(
        en="one call delivers at most {most} events that sessions tell each other",
        nl="één aanroep levert ten hoogste {most} gebeurtenissen af die sessies elkaar melden",
    ),
    "told-refused": Message(
        en="the session that was to be told could not take it: {problem}",
        nl="de sessie die het moest horen kon het niet verwerken: {problem}",
    ),
    "linked-fact": Message(
        en="the fact `{name}` comes from `{policy}`, so nobody else can tell it",
        nl="het feit `{name}` komt uit `{policy}`, dus niemand anders kan het vertellen",
    ),
    "desk-two-policies": Message(
        en="two policies of one desk have the id `{policy}`",
        nl="twee protocollen van één balie heten `{policy}`",
    ),
    "desk-unknown-policy": Message(
        en="the desk has no policy {name}",
        nl="de balie heeft geen protocol {name}",
    ),
    "desk-unknown-state": Message(
        en="the policy has no state `{name}`",
        nl="het protocol heeft geen toestand `{name}`",
    ),
    "desk-no-session": Message(
        en="the desk has no session of `{policy}` with the key {key}",
        nl="de balie heeft geen sessie van `{policy}` met de sleutel {key}",
    ),
    "desk-session-there": Message(
        en="the desk has a session of `{policy}` with the key `{key}` that is still going on",
        nl="de balie heeft al een sessie van `{policy}` met de sleutel `{key}` die nog loopt",
    ),
    "desk-key": Message(
        en="a key must be a text that is not empty, and this is {key}",
        nl="een sleutel moet een tekst zijn die niet leeg is, en dit is {key}",
    ),
}
