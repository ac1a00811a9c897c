"""Messages of the area `expressions`: guards, assignments, and branches that must exclude each other."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

_LENGTH_EN = "give parts of it a name under `guards` and use the names"
_LENGTH_NL = "geef delen ervan een naam onder `guards` en gebruik die namen"

MESSAGES: Mapping[str, Message] = {
    "expression-missing": Message(
        en="a condition is missing here",
        nl="hier ontbreekt een voorwaarde",
        help_en="write one, such as `warnings > 2`, or take the key out",
        help_nl="schrijf er een, zoals `warnings > 2`, of verwijder het sleutelwoord",
    ),
    "condition-wanted": Message(
        en="a condition is one text, not a list or a mapping",
        nl="een voorwaarde is één tekst, geen lijst of blok",
        help_en="join the parts with `and` or `or`",
        help_nl="verbind de delen met `and` of `or`",
    ),
    "expression-too-long": Message(
        en="this condition is longer than {limit} characters",
        nl="deze voorwaarde is langer dan {limit} tekens",
        help_en=_LENGTH_EN,
        help_nl=_LENGTH_NL,
    ),
    "expression-too-deep": Message(
        en="this condition is nested more than {limit} levels deep, the named conditions in it included",
        nl="deze voorwaarde is meer dan {limit} niveaus diep, de benoemde voorwaarden erin meegerekend",
        help_en="take out parentheses that are not needed, or let the named conditions build less upon each "
        "other",
        help_nl="verwijder overbodige haakjes, of laat de benoemde voorwaarden minder op elkaar voortbouwen",
    ),
    "expression-too-large": Message(
        en="this condition has more than {limit} parts, the named conditions in it included",
        nl="deze voorwaarde heeft meer dan {limit} onderdelen, de benoemde voorwaarden erin meegerekend",
        help_en="leave out what is not needed, or keep part of the answer in a `flag` under `context`",
        help_nl="laat weg wat niet nodig is, of bewaar een deel van het antwoord in een `flag` onder "
        "`context`",
    ),
    "foreign-sign": Message(
        en="`{written}` is not used in conditions",
        nl="`{written}` wordt in voorwaarden niet gebruikt",
        help_en="write `{meant}`",
        help_nl="schrijf `{meant}`",
    ),
    "foreign-word": Message(
        en="`{written}` is not used in conditions",
        nl="`{written}` wordt in voorwaarden niet gebruikt",
        help_en="write `{meant}`",
        help_nl="schrijf `{meant}`",
    ),
    "capital-word": Message(
        en="`{written}` is written in lower case here",
        nl="`{written}` schrijft u hier met kleine letters",
        help_en="write `{meant}`",
        help_nl="schrijf `{meant}`",
    ),
    "double-quotes": Message(
        en="a text inside a condition stands between single straight quotes",
        nl="een tekst in een voorwaarde staat tussen enkele rechte aanhalingstekens",
        help_en="write {meant}",
        help_nl="schrijf {meant}",
    ),
    "unclosed-text": Message(
        en="the text that begins with {quote} has no end",
        nl="de tekst die met {quote} begint heeft geen einde",
        help_en="write a single quote where it ends; an apostrophe inside it is written twice",
        help_nl="schrijf een enkel aanhalingsteken waar die eindigt; een apostrof erin schrijft u dubbel",
    ),
    "odd-number": Message(
        en="`{written}` is no number and no name",
        nl="`{written}` is geen getal en geen naam",
        help_en="write a number as `3` or `2.5`, and begin a name with a letter",
        help_nl="schrijf een getal als `3` of `2.5`, en begin een naam met een letter",
    ),
    "odd-character": Message(
        en="`{character}` has no meaning here",
        nl="`{character}` heeft hier geen betekenis",
        help_en="take it out; a fraction is written with a point, as in `2.5`",
        help_nl="haal het weg; een breuk schrijft u met een punt, zoals `2.5`",
    ),
    "stray-parenthesis": Message(
        en="`{sign}` closes nothing",
        nl="`{sign}` sluit niets",
        help_en="take it out, or open it where it should begin",
        help_nl="haal het weg, of open het waar het moet beginnen",
    ),
    "unclosed-parenthesis": Message(
        en="this `{sign}` is never closed",
        nl="deze `{sign}` wordt nergens gesloten",
        help_en="write `{close}` where it ends",
        help_nl="schrijf `{close}` waar het eindigt",
    ),
    "no-such-arithmetic": Message(
        en="there is no `{sign}` in conditions",
        nl="`{sign}` bestaat niet in voorwaarden",
        help_en="only `+` and `-` are there, so that nothing can fail during a call",
        help_nl="alleen `+` en `-` bestaan, zodat er tijdens een gesprek niets mis kan gaan",
    ),
    "no-look-up": Message(
        en="`[` cannot look something up here",
        nl="met `[` kan hier niets worden opgezocht",
        help_en="a list only stands after `in`, as in `mood in ['calm', 'angry']`",
        help_nl="een lijst staat alleen na `in`, zoals `mood in ['calm', 'angry']`",
    ),
    "no-calls": Message(
        en="`{name}(` calls something, and conditions call nothing",
        nl="`{name}(` roept iets aan, en dat kan in een voorwaarde niet",
        help_en="the only thing written like this is `in_state('id')`",
        help_nl="alleen `in_state('id')` schrijft u op deze manier",
    ),
    "no-attributes": Message(
        en="`{name}` has no parts to name with a point",
        nl="`{name}` heeft geen onderdelen die u met een punt kunt noemen",
        help_en="only `event.name` is written with a point, for what an event carries",
        help_nl="alleen `event.naam` schrijft u met een punt, voor wat een gebeurtenis meebrengt",
    ),
    "in-state-form": Message(
        en="`in_state` needs the id of one state, in single quotes and parentheses",
        nl="`in_state` vraagt de id van één toestand, tussen enkele aanhalingstekens en haakjes",
        help_en="write `{meant}`",
        help_nl="schrijf `{meant}`",
    ),
    "operator-missing": Message(
        en="something is missing between `{left}` and `{right}`",
        nl="tussen `{left}` en `{right}` ontbreekt iets",
        help_en="join conditions with `and` or `or`, compare with `==`, put texts between single quotes",
        help_nl="verbind voorwaarden met `and` of `or`, vergelijk met `==`, zet teksten tussen enkele "
        "aanhalingstekens",
    ),
    "operand-missing-before": Message(
        en="something is missing before `{sign}`",
        nl="vóór `{sign}` ontbreekt iets",
        help_en="write what is to be compared or joined",
        help_nl="schrijf wat u wilt vergelijken of verbinden",
    ),
    "operand-missing-after": Message(
        en="something is missing after `{sign}`",
        nl="na `{sign}` ontbreekt iets",
        help_en="write what is to be compared or joined",
        help_nl="schrijf wat u wilt vergelijken of verbinden",
    ),
    "operand-missing-between": Message(
        en="something is missing between `{left}` and `{right}`",
        nl="tussen `{left}` en `{right}` ontbreekt iets",
        help_en="write what is to be compared or joined; `not` before a comparison stands at its beginning",
        help_nl="schrijf wat u wilt vergelijken of verbinden; `not` staat vóór de hele vergelijking",
    ),
    "chained-comparison": Message(
        en="two comparisons in a row need a word between them",
        nl="tussen twee vergelijkingen achter elkaar hoort een woord",
        help_en="write `{meant}`",
        help_nl="schrijf `{meant}`",
    ),
    "list-wanted": Message(
        en="after `in` comes a list between square brackets",
        nl="na `in` volgt een lijst tussen vierkante haken",
        help_en="write it as in `mood in ['calm', 'angry']`",
        help_nl="schrijf het als `mood in ['calm', 'angry']`",
    ),
    "list-not-here": Message(
        en="a list only stands after `in`",
        nl="een lijst staat alleen na `in`",
        help_en="write it as in `mood in ['calm', 'angry']`",
        help_nl="schrijf het als `mood in ['calm', 'angry']`",
    ),
    "list-empty": Message(
        en="this list is empty, so nothing can ever be in it",
        nl="deze lijst is leeg, dus er kan nooit iets in staan",
        help_en="write the values between the brackets",
        help_nl="schrijf de waarden tussen de haken",
    ),
    "literals-wanted": Message(
        en="a list holds values that are written out, no names and no sums",
        nl="een lijst bevat uitgeschreven waarden, geen namen en geen sommen",
        help_en="write texts between single quotes; for names use `==` and `or`",
        help_nl="schrijf teksten tussen enkele aanhalingstekens; gebruik voor namen `==` en `or`",
    ),
    "undeclared-name": Message(
        en="`{name}` is not declared under `context`, `facts`, `parameters` or `guards`",
        nl="`{name}` staat niet onder `context`, `facts`, `parameters` of `guards`",
        help_en="correct the name, or declare it there; a text stands between single quotes",
        help_nl="verbeter de naam, of kondig die daar aan; een tekst staat tussen enkele aanhalingstekens",
    ),
    "undeclared-datum": Message(
        en="the event carries no `{name}`",
        nl="de gebeurtenis brengt geen `{name}` mee",
        help_en="declare it under `data` of every event that this is for",
        help_nl="zet het onder `data` van elke gebeurtenis waar dit voor geldt",
    ),
    "no-event-here": Message(
        en="there is no event here, so `event.{name}` cannot be read",
        nl="hier is geen gebeurtenis, dus `event.{name}` kan niet worden gelezen",
        help_en="read it in the `when` or `do` of an `on`, or the `when` of a `forbid`; keep it in a variable of `context` for elsewhere",
        help_nl="lees het in de `when` of `do` van een `on` of de `when` van een `forbid`; bewaar het voor elders in een "
        "variabele van `context`",
    ),
    "event-alone": Message(
        en="`event` alone is no value",
        nl="`event` op zichzelf is geen waarde",
        help_en="write `event.name` for something that the event carries",
        help_nl="schrijf `event.naam` voor iets wat de gebeurtenis meebrengt",
    ),
    "by-not-here": Message(
        en="nobody reports anything here, so `by` cannot be read",
        nl="hier meldt niemand iets, dus `by` kan niet worden gelezen",
        help_en="use `by` in the `when` of an `on` or a `forbid`, in a policy that declares `roles`",
        help_nl="gebruik `by` in de `when` van een `on` of een `forbid`, in een protocol dat `roles` noemt",
    ),
    "in-state-not-here": Message(
        en="`in_state` can only be asked in a condition, and not here",
        nl="`in_state` kan alleen in een voorwaarde worden gevraagd, en hier niet",
        help_en="use it in a `when`, or remember it in a variable of `context`",
        help_nl="gebruik het in een `when`, of onthoud het in een variabele van `context`",
    ),
    "unknown-state-in-expression": Message(
        en="there is no state `{state}`",
        nl="er is geen toestand `{state}`",
        help_en="write the id of a state of this policy",
        help_nl="schrijf de id van een toestand van dit protocol",
    ),
    "state-as-condition": Message(
        en="`{state}` is a state, and a state is no value",
        nl="`{state}` is een toestand, en een toestand is geen waarde",
        help_en="write `in_state('{state}')`",
        help_nl="schrijf `in_state('{state}')`",
    ),
    "not-a-condition": Message(
        en="`{written}` is a `{kind}`, which does not hold or not hold by itself",
        nl="`{written}` is een `{kind}`, en die is op zichzelf niet waar of onwaar",
        help_en="compare it, as in `{example}`",
        help_nl="vergelijk het, zoals `{example}`",
    ),
    "no-arithmetic-with": Message(
        en="`{written}` is a `{kind}`, and only counters and ranges can be added",
        nl="`{written}` is een `{kind}`, en alleen tellers en bereiken kunt u optellen",
        help_en="use `+` and `-` with whole numbers only",
        help_nl="gebruik `+` en `-` alleen met hele getallen",
    ),
    "member-without-quotes": Message(
        en="`{written}` is not declared; the member of an enum stands between single quotes",
        nl="`{written}` is niet aangekondigd; een waarde van een enum staat tussen enkele aanhalingstekens",
        help_en="write `'{meant}'`",
        help_nl="schrijf `'{meant}'`",
    ),
    "unknown-member": Message(
        en="`{member}` is not one of {members}",
        nl="`{member}` is niet een van {members}",
        help_en="write one of these",
        help_nl="schrijf een hiervan",
    ),
    "different-types": Message(
        en="`{left}` is a `{left_kind}` and `{right}` is a `{right_kind}`, so they cannot be compared",
        nl="`{left}` is een `{left_kind}` en `{right}` een `{right_kind}`, dus die kunt u niet vergelijken",
        help_en="compare things of the same kind; texts stand between single quotes, numbers do not",
        help_nl="vergelijk gelijke soorten; teksten staan tussen enkele aanhalingstekens, getallen niet",
    ),
    "enums-never-equal": Message(
        en="`{left}` and `{right}` have no member in common, so they are never equal",
        nl="`{left}` en `{right}` hebben geen waarde gemeen, dus die zijn nooit gelijk",
        help_en="compare with a member between single quotes",
        help_nl="vergelijk met een waarde tussen enkele aanhalingstekens",
    ),
    "no-order": Message(
        en="`{written}` is a `{kind}`, which is neither smaller nor larger than another, so `{sign}` has no "
        "meaning",
        nl="`{written}` is een `{kind}` en is niet kleiner of groter dan een ander, dus `{sign}` heeft geen "
        "betekenis",
        help_en="use `==`, `!=` or `in [...]`",
        help_nl="gebruik `==`, `!=` of `in [...]`",
    ),
    "person-only-with-by": Message(
        en="`{written}` is a person, and cannot be compared with `{other}`",
        nl="`{written}` is een persoon, en kan niet met `{other}` worden vergeleken",
        help_en="compare it with who reports: `by == {written}` or `by != {written}`, in the `when` of an `on`",
        help_nl="vergelijk met wie er meldt: `by == {written}` of `by != {written}`, in de `when` van een `on`",
    ),
    "number-needs-literal": Message(
        en="`{left}` and `{right}` cannot be compared: a `number` is only compared with a number that is "
        "written out",
        nl="`{left}` en `{right}` kunt u niet vergelijken: een `number` vergelijkt u alleen met een "
        "uitgeschreven getal",
        help_en="write the number, or declare both as `counter` or `range`",
        help_nl="schrijf het getal uit, of maak van beide een `counter` of `range`",
    ),
    "whole-number-wanted": Message(
        en="`{written}` only holds whole numbers, so `{literal}` is never reached exactly",
        nl="`{written}` kent alleen hele getallen, dus `{literal}` wordt nooit precies bereikt",
        help_en="compare with a whole number",
        help_nl="vergelijk met een heel getal",
    ),
    "value-wanted": Message(
        en="a value is missing here; a `{wanted}` is wanted",
        nl="hier ontbreekt een waarde; het moet een `{wanted}` zijn",
        help_en="write a value, or an expression such as `warnings + 1`",
        help_nl="schrijf een waarde, of een uitdrukking zoals `warnings + 1`",
    ),
    "value-does-not-fit": Message(
        en="`{written}` is a `{kind}`, and a `{wanted}` is wanted here",
        nl="`{written}` is een `{kind}`, en hier hoort een `{wanted}`",
        help_en="a `flag` is `true` or `false`, a `counter` or `range` a whole number, a `text` stands "
        "between quotes",
        help_nl="een `flag` is `true` of `false`, een `counter` of `range` een heel getal, een `text` staat "
        "tussen aanhalingstekens",
    ),
    "value-out-of-range": Message(
        en="{written} lies outside {low}..{high}",
        nl="{written} ligt buiten {low}..{high}",
        help_en="write a number from {low} up to {high}, or declare a wider range",
        help_nl="schrijf een getal van {low} tot en met {high}, of vergroot het bereik",
    ),
    "members-do-not-fit": Message(
        en="`{written}` can also be {extra}, which is not among {members}",
        nl="`{written}` kan ook {extra} zijn, en dat hoort niet bij {members}",
        help_en="declare the same members on both sides, or set a member that is written out",
        help_nl="geef beide dezelfde waarden, of schrijf de waarde uit",
    ),
    "guard-cycle": Message(
        en="these named conditions need each other: {cycle}",
        nl="deze benoemde voorwaarden hebben elkaar nodig: {cycle}",
        help_en="write out one of them without the names of the others",
        help_nl="schrijf een ervan uit zonder de namen van de andere",
    ),
    "branch-without-when": Message(
        en="this branch always holds, so the others in its list never get their turn",
        nl="deze tak geldt altijd, dus de andere in de lijst komen nooit aan de beurt",
        help_en="every branch of a list has a `when`, but for an `else` at its end",
        help_nl="elke tak van een lijst heeft een `when`, behalve een `else` aan het eind",
        hint_en="write `{suggestion}`:",
        hint_nl="schrijf `{suggestion}`:",
    ),
    "overlapping-branches": Message(
        en="this branch and the one of line {line} hold together, for instance when `{values}`",
        nl="deze tak en die van regel {line} gelden tegelijk, bijvoorbeeld bij `{values}`",
        help_en="let their conditions exclude each other; the order of branches carries no meaning",
        help_nl="laat de voorwaarden elkaar uitsluiten; de volgorde van takken betekent niets",
    ),
    "open-branches": Message(
        en="this branch and the one of line {line} may hold together, as {names} can be anything, for instance `{values}`",
        nl="deze tak en die van regel {line} kunnen tegelijk gelden, want {names} kan van alles zijn, zoals `{values}`",
        help_en="let their conditions exclude each other, for instance with `not` before what the other one asks",
        help_nl="laat de voorwaarden elkaar uitsluiten, bijvoorbeeld met `not` vóór wat de andere vraagt",
    ),
    "branch-gap": Message(
        en="none of these branches holds when `{values}`",
        nl="geen van deze takken geldt bij `{values}`",
        help_en="add an `else`; without it the event goes on to the state around this one",
        help_nl="voeg een `else` toe; anders gaat de gebeurtenis door naar de omringende toestand",
    ),
    "branch-never": Message(
        en="this branch can never hold",
        nl="deze tak kan nooit gelden",
        help_en="look at its condition: no declared values satisfy it",
        help_nl="kijk naar de voorwaarde: er zijn geen waarden waarbij die klopt",
    ),
    "else-never": Message(
        en="this `else` never gets its turn, because one of the branches above it always holds",
        nl="deze `else` komt nooit aan de beurt, want een van de takken erboven geldt altijd",
        help_en="take it out, or look at the conditions above it",
        help_nl="verwijder deze, of kijk naar de voorwaarden erboven",
    ),
    "branches-not-decided": Message(
        en="whether these branches exclude each other was not decided: {names} have too many combinations",
        nl="of deze takken elkaar uitsluiten is niet bepaald: {names} hebben te veel combinaties",
        help_en="read fewer variables here, or give counters a smaller range",
        help_nl="lees hier minder variabelen, of geef tellers een kleiner bereik",
    ),
}
