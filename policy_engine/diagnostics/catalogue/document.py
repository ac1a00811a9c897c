"""Messages of the area `document`: a file that is too large, no text, or no YAML."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

_QUOTE_EN = "put this sentence between double quotes"
_QUOTE_NL = "zet deze zin tussen dubbele aanhalingstekens"

MESSAGES: Mapping[str, Message] = {
    "file-too-large": Message(
        en="this file is larger than {limit} KiB, so it was not read",
        nl="dit bestand is groter dan {limit} KiB en is daarom niet gelezen",
        help_en="a policy is a text of some pages; is this the right file?",
        help_nl="een protocol is een tekst van enkele bladzijden; is dit het juiste bestand?",
    ),
    "not-utf-8": Message(
        en="this file is not written in UTF-8 (the first odd character is on line {line})",
        nl="dit bestand is niet als UTF-8 opgeslagen (het eerste vreemde teken staat op regel {line})",
        help_en="save the file as UTF-8: most editors offer it under `save as` or `encoding`",
        help_nl="sla het bestand op als UTF-8: de meeste programma's bieden dat aan onder `opslaan als` of "
        "`codering`",
    ),
    "binary-file": Message(
        en="this is not a text file",
        nl="dit is geen tekstbestand",
        help_en="give the YAML file of a policy",
        help_nl="geef het YAML-bestand van een protocol op",
    ),
    "empty-file": Message(
        en="there is nothing in this file",
        nl="er staat niets in dit bestand",
        help_en="a policy begins with `policy:` and its name",
        help_nl="een protocol begint met `policy:` en de naam ervan",
    ),
    "unseen-character": Message(
        en="there is a character here that cannot be seen: {character}",
        nl="hier staat een teken dat niet te zien is: {character}",
        help_en="delete it and type the text around it again; it often comes along with pasted text",
        help_nl="verwijder het en typ de tekst eromheen opnieuw; het komt vaak mee met geplakte tekst",
    ),
    "directive": Message(
        en="a line that begins with `%` has no meaning in a policy",
        nl="een regel die met `%` begint heeft in een protocol geen betekenis",
        help_en="take this line out",
        help_nl="verwijder deze regel",
    ),
    "second-document": Message(
        en="a second document begins here, and one file is one policy",
        nl="hier begint een tweede document, maar één bestand is één protocol",
        help_en="take the line `---` out, or put what follows into a file of its own",
        help_nl="verwijder de regel `---`, of zet wat volgt in een eigen bestand",
    ),
    "too-deep": Message(
        en="more than {limit} levels are nested here, so the rest was not read",
        nl="hier zijn meer dan {limit} niveaus in elkaar geschoven; de rest is niet gelezen",
        help_en="are there brackets or indentations too many?",
        help_nl="staan er haakjes of inspringingen te veel?",
    ),
    "too-many-nodes": Message(
        en="this file holds more than {limit} words, lists and mappings, so the rest was not read",
        nl="dit bestand telt meer dan {limit} woorden, lijsten en blokken; de rest is niet gelezen",
        help_en="every `*name` counts for all that it stands for; use fewer of them or split the policy",
        help_nl="elke `*naam` telt voor alles waar die voor staat; gebruik er minder, of splits het protocol",
    ),
    "unknown-alias": Message(
        en="`*{name}` refers to `&{name}`, which is not written above it",
        nl="`*{name}` verwijst naar `&{name}`, en dat staat er niet boven",
        help_en="if this is a sentence that begins with `*`, put it between double quotes",
        help_nl="als dit een zin is die met `*` begint, zet die dan tussen dubbele aanhalingstekens",
    ),
    "recursive-alias": Message(
        en="`*{name}` stands inside `&{name}`, so it would contain itself",
        nl="`*{name}` staat binnen `&{name}` en zou dus zichzelf bevatten",
        help_en="write out what is meant here",
        help_nl="schrijf uit wat hier bedoeld is",
    ),
    "tag": Message(
        en="`{tag}` is a YAML tag, and tags are not used in a policy",
        nl="`{tag}` is een YAML-tag, en tags worden in een protocol niet gebruikt",
        help_en="leave it out; if it is the beginning of a sentence, put the sentence between double quotes",
        help_nl="laat die weg; als het het begin van een zin is, zet de zin dan tussen dubbele "
        "aanhalingstekens",
    ),
    "merge-key": Message(
        en="`<<` is not used in a policy",
        nl="`<<` wordt in een protocol niet gebruikt",
        help_en="write out the keys that you want to have here",
        help_nl="schrijf de regels die u hier wilt hebben uit",
    ),
    "key-is-no-word": Message(
        en="a list or a mapping stands where a key is wanted",
        nl="hier staat een lijst of een blok waar een sleutelwoord hoort",
        help_en="a key is one word or one text, with `:` behind it; a sentence with `{{` or `[` needs double "
        "quotes",
        help_nl="een sleutel is één woord of tekst met `:` erachter; een zin met `{{` of `[` moet tussen "
        "dubbele aanhalingstekens",
    ),
    "key-missing": Message(
        en="there is no key before this `:`",
        nl="er staat geen sleutelwoord vóór deze `:`",
        help_en="write the key before the colon",
        help_nl="schrijf het sleutelwoord vóór de dubbele punt",
    ),
    "duplicate-key": Message(
        en="`{key}` was given on line {line} already",
        nl="`{key}` is op regel {line} al gegeven",
        help_en="keep one of the two, or put what they hold together",
        help_nl="houd er één over, of voeg de inhoud samen",
    ),
    "word-without-value": Message(
        en="`{word}` stands between the brackets without a `:` and a value",
        nl="`{word}` staat tussen de accolades zonder `:` en een waarde",
        help_en="write `word: value`; if it belongs to a sentence with a comma or brackets, put the whole "
        "sentence between double quotes",
        help_nl="schrijf `woord: waarde`; hoort het bij een zin met een komma of accolades, zet dan de hele "
        "zin tussen dubbele aanhalingstekens",
    ),
    "number-too-long": Message(
        en="this number has more than {limit} digits",
        nl="dit getal heeft meer dan {limit} cijfers",
        help_en="if it is no quantity, such as a case number, write it as a text between quotes",
        help_nl="als het geen hoeveelheid is maar bijvoorbeeld een zaaknummer, schrijf het dan als tekst "
        "tussen aanhalingstekens",
    ),
    "text-lost-as-comment": Message(
        en="`{lost}` is read as a remark, so it is not part of the text before it",
        nl="`{lost}` wordt als opmerking gelezen en hoort dus niet bij de tekst ervoor",
        help_en="put the whole text between double quotes; if a remark was meant, write a space after `#`",
        help_nl="zet de hele tekst tussen dubbele aanhalingstekens; was het een opmerking, zet dan een "
        "spatie achter `#`",
    ),
    "quote-sentence": Message(
        en="`{sentence}` cannot be read without quotes",
        nl="`{sentence}` kan zonder aanhalingstekens niet worden gelezen",
        help_en=_QUOTE_EN,
        help_nl=_QUOTE_NL,
    ),
    "start-character": Message(
        en="a text that begins with `{character}` cannot be read without quotes",
        nl="een tekst die met `{character}` begint kan zonder aanhalingstekens niet worden gelezen",
        help_en=_QUOTE_EN,
        help_nl=_QUOTE_NL,
    ),
    "unclosed-quote": Message(
        en="the text that begins with `{quote}` here has no end",
        nl="de tekst die hier met `{quote}` begint heeft geen einde",
        help_en="write a second `{quote}` where the text ends",
        help_nl="schrijf nog een `{quote}` waar de tekst eindigt",
    ),
    "text-after-quote": Message(
        en="the text ends at its second quote, and then `{rest}` follows",
        nl="de tekst eindigt bij het tweede aanhalingsteken, en daarna volgt nog `{rest}`",
        help_en="put the whole sentence between double quotes; inside it write single quotes",
        help_nl="zet de hele zin tussen dubbele aanhalingstekens; schrijf daarbinnen enkele aanhalingstekens",
    ),
    "unknown-escape": Message(
        en="a backslash before `{character}` has no meaning between double quotes",
        nl="een backslash vóór `{character}` heeft tussen dubbele aanhalingstekens geen betekenis",
        help_en="write the backslash twice, or leave it out",
        help_nl="schrijf de backslash twee keer, of laat hem weg",
    ),
    "unclosed-bracket": Message(
        en="this `{bracket}` is never closed",
        nl="deze `{bracket}` wordt nergens gesloten",
        help_en="write `{close}` where it ends; a sentence with `{bracket}` in it needs double quotes",
        help_nl="schrijf `{close}` waar het eindigt; een zin met `{bracket}` erin moet tussen dubbele "
        "aanhalingstekens",
    ),
    "bracket-mismatch": Message(
        en="`{found}` cannot close the `{bracket}` of line {line}",
        nl="`{found}` kan de `{bracket}` van regel {line} niet sluiten",
        help_en="write `{close}` here",
        help_nl="schrijf hier `{close}`",
    ),
    "stray-bracket": Message(
        en="this `{bracket}` closes nothing",
        nl="deze `{bracket}` sluit niets",
        help_en="take it out; a sentence that begins with it needs double quotes",
        help_nl="haal dit weg; een zin die ermee begint moet tussen dubbele aanhalingstekens",
    ),
    "text-after-bracket": Message(
        en="something follows after the closing bracket",
        nl="er volgt nog iets na het sluithaakje",
        help_en="put it on a line of its own; if all of this is one sentence, put it between double quotes",
        help_nl="zet dat op een eigen regel; is het geheel één zin, zet die dan tussen dubbele "
        "aanhalingstekens",
    ),
    "tab-indentation": Message(
        en="this line is indented with a tab",
        nl="deze regel springt in met een tab",
        help_en="use spaces, two for each level; most editors can be told to do so",
        help_nl="gebruik spaties, twee per niveau; de meeste programma's kunnen dat vanzelf doen",
    ),
    "hard-space-indentation": Message(
        en="there is a hard space here, which is no indentation",
        nl="hier staat een harde spatie, en die telt niet als inspringing",
        help_en="replace it by an ordinary space; it often comes along with pasted text",
        help_nl="vervang die door een gewone spatie; ze komt vaak mee met geplakte tekst",
    ),
    "wrong-indentation": Message(
        en="this line does not line up with the lines above it",
        nl="deze regel staat niet recht onder de regels erboven",
        help_en="let it begin in the same column as its neighbours, or two spaces deeper than what it "
        "belongs to",
        help_nl="laat de regel in dezelfde kolom beginnen als de regels ernaast, of twee spaties dieper dan "
        "waar hij bij hoort",
    ),
    "dash-without-space": Message(
        en="this line begins with `{dash}`, which begins no item of a list",
        nl="deze regel begint met `{dash}`, en daarmee begint geen onderdeel van een lijst",
        help_en="write a hyphen and a space: `- `",
        help_nl="schrijf een gewoon streepje en een spatie: `- `",
    ),
    "list-on-key-line": Message(
        en="a list with dashes cannot begin on the line of its key",
        nl="een lijst met streepjes kan niet op de regel van het sleutelwoord beginnen",
        help_en="put each `- ` on a line of its own; a sentence that begins with a dash needs double quotes",
        help_nl="zet elk `- ` op een eigen regel; een zin die met een streepje begint moet tussen dubbele "
        "aanhalingstekens",
    ),
    "missing-colon": Message(
        en="`{word}` stands on a line of its own without a `:`",
        nl="`{word}` staat op een eigen regel zonder `:`",
        help_en="write `key: value`; if it belongs to the text above it, indent it or put the text between "
        "double quotes",
        help_nl="schrijf `sleutel: waarde`; hoort het bij de tekst erboven, spring dan in of zet die tekst "
        "tussen dubbele aanhalingstekens",
    ),
    "space-after-colon": Message(
        en="there is no space after the `:` of `{key}`",
        nl="er staat geen spatie na de `:` van `{key}`",
        help_en="write a space after the colon",
        help_nl="schrijf een spatie na de dubbele punt",
    ),
    "yaml-syntax": Message(
        en="the file cannot be read from here on",
        nl="vanaf hier kan het bestand niet worden gelezen",
        help_en="look at the indentation, the quotes and the brackets of this line and of the line above it",
        help_nl="kijk naar de inspringing, de aanhalingstekens en de haakjes van deze regel en van de regel "
        "erboven",
    ),
}
