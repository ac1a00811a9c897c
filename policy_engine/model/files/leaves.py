"""The leaves of a file: names, texts, flags, choices, bounds, durations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema, WrapValidator

from policy_engine.diagnostics.span import Span
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import Atom, MappingNode, Node, Scalar, SequenceNode, Word
from policy_engine.model.duration import UNITS
from policy_engine.model.durations import nearest_delay, nearest_duration, parse_delay, parse_duration
from policy_engine.model.files.foreign import CHOICES
from policy_engine.model.files.json import schema
from policy_engine.model.files.part import FLAG, ID, LIST, TEXT, fail, found, wrong_type
from policy_engine.model.files.raw import enlist
from policy_engine.model.sources import KINDS
from policy_engine.model.types import MAXIMUM_WIDTH

ID_PATTERN = re.compile(r"[a-z][a-z0-9_]{0,63}")
LANGUAGE_PATTERN = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LANGUAGE_SCHEMA = f"^{LANGUAGE_PATTERN.pattern}$"
BOUNDS_PATTERN = re.compile(r"(-?[0-9]{1,9})\.\.(-?[0-9]{1,9})")
LINK_PATTERN = re.compile(rf"({ID_PATTERN.pattern})\.({ID_PATTERN.pattern})")
EVENTS_PATTERN = re.compile(r"[\w-]+( or [\w-]+)*")
_JOINED = re.compile(r"\s*(?:,|\||/|;|\+|&|\s(?:or|and|of|en)\s)\s*")
LANGUAGE_WORDS = ("event", "by", "set", "add", "remember", "raise", "send", "cancel", "final", "any", "else")
EXPRESSION_WORDS = ("and", "or", "not", "in", "in_state", "true", "false", "expr")
# Steps that were added to the language later: only an action can't have these names.
ACTION_WORDS = ("tell",)
RESERVED = frozenset((*LANGUAGE_WORDS, *EXPRESSION_WORDS))
VALUES = ("parameters", "facts", "context")


def _word(raw: object, wanted: dict[str, str]) -> Word:
    """The text of a key or a value; nothing, a flag and a number are none."""
    if isinstance(raw, Word):
        return raw
    raise wrong_type(raw, wanted)


def read_text(raw: Any) -> Word:
    """A text that says something."""
    word = _word(raw, TEXT)
    if not word.strip():
        raise fail("empty-text")
    return word


def _reference(raw: Any) -> Word:
    # Whether it is declared is asked later, and that answer says more than one about letters and digits.
    return _word(raw, ID)


def _well_formed(raw: Any) -> Word:
    word = _word(raw, ID)
    if not ID_PATTERN.fullmatch(word):
        raise fail("invalid-id", name=word, suggestion=nearest_id(word))
    return word


def _new_id(raw: Any) -> Word:
    word = _word(raw, ID)
    problem = problem_of_name(word)
    if problem is not None:
        code, fields = problem
        raise fail(code, **fields)
    return word


def problem_of_name(name: str) -> tuple[str, dict[str, object]] | None:
    """What is wrong with a name that is declared: a code with its fields."""
    if not ID_PATTERN.fullmatch(name):
        return "invalid-id", {"name": name, "suggestion": nearest_id(name)}
    return ("reserved-name", {"name": name}) if name in RESERVED else None


def nearest_id(text: str) -> str | None:
    """What a text would be as a name, or None where nothing of it could be one."""
    # `één` is near to `een`; a letter of another alphabet is near to nothing.
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    if not plain.isascii():
        return None
    near = re.sub(r"[^a-z0-9]+", "_", plain.lower().strip()).strip("_")[:64].rstrip("_")
    return near if ID_PATTERN.fullmatch(near) else None


def _new_action(raw: Any) -> Word:
    word = _new_id(raw)
    if word in ACTION_WORDS:
        raise fail("reserved-name", name=word)
    return word


def _flag(raw: Any) -> bool:
    if isinstance(raw, Atom) and isinstance(raw.value, bool):
        return raw.value
    raise wrong_type(raw, FLAG)


def _raw(raw: Any) -> Node:
    return raw  # type: ignore[no-any-return]  # the models are only ever given raw values


def _leaf(wanted: dict[str, str]) -> Callable[[Any], Scalar]:
    def read(raw: Any) -> Scalar:
        if isinstance(raw, Word) or (isinstance(raw, Atom) and raw.value is not None):
            return raw
        raise wrong_type(raw, wanted)

    return read


def _choice(*choices: str) -> Callable[[Any], Word]:
    def read(raw: Any) -> Word:
        word = _word(raw, {"en": "one of these words", "nl": "een van deze woorden"})
        if word not in choices:
            dutch = CHOICES.get(word.lower())
            near = dutch if dutch in choices else closest(word, choices)
            raise fail("unknown-choice", word=word, choices=list(choices), suggestion=near)
        return word

    return read


@dataclass(frozen=True, slots=True)
class Bounds:
    """`low..high`, both included."""

    low: int
    high: int
    span: Span


def _bounds(raw: Any) -> Bounds:
    if not isinstance(raw, Word | Atom):
        raise wrong_type(raw, {"en": "two whole numbers as `0..3`", "nl": "twee gehele getallen als `0..3`"})
    match = BOUNDS_PATTERN.fullmatch(raw.text)
    if match is None:
        raise fail("invalid-range", text=raw.text)
    low, high = int(match[1]), int(match[2])
    if low > high:
        raise fail("invalid-range", text=raw.text, suggestion=f"{high}..{low}")
    if high - low >= MAXIMUM_WIDTH:
        raise fail("range-too-wide", text=raw.text, most=MAXIMUM_WIDTH)
    return Bounds(low, high, raw.span)


def _duration_text(raw: Any) -> Word:
    text = Word.of(raw.text, raw.span) if isinstance(raw, Atom) else raw
    if not isinstance(text, Word):
        raise wrong_type(raw, {"en": "a duration such as `2 min`", "nl": "een duur zoals `2 min`"})
    if parse_duration(text) is None:
        raise fail("invalid-duration", text=text, suggestion=nearest_duration(text), units=list(UNITS))
    return text


def _link(raw: Any) -> Word:
    word = _word(raw, {"en": "a policy and what it exports", "nl": "een protocol en wat het deelt"})
    if not LINK_PATTERN.fullmatch(word):
        raise fail("invalid-link", text=word)
    return word


def _delay_text(raw: Any) -> Word:
    if not isinstance(raw, Word) or parse_delay(raw) is None:
        first = raw.split(" ", 1)[0] if isinstance(raw, Word) else ""
        if isinstance(raw, Word) and first in _declared(raw, VALUES):
            raise fail("invalid-delay", text=raw, suggestion=nearest_delay(raw), units=list(UNITS))
        return _duration_text(raw)
    return raw


def _events(raw: Any) -> Word:
    word = _word(raw, ID)
    if not EVENTS_PATTERN.fullmatch(word):
        raise fail("invalid-event-list", text=word, suggestion=_nearest_events(word))
    return word


def _nearest_events(key: Word) -> str | None:
    words: Sequence[str | None] = [nearest_id(word) for word in _JOINED.split(key)]
    declared = _declared(key, ("events",))
    if len(words) == 1 and words[0] not in declared and declared.issuperset(key.split()):
        # Several events with blanks between them, not one whose name has blanks.
        words = key.split()
    return " or ".join(word for word in words if word) if all(words) else None


def _declared(key: Word, sections: Sequence[str]) -> set[str]:
    """What the file that a word stands in has in these sections, sound or not."""
    around: Node | None = key.parent
    while around is not None and around.parent is not None:
        around = around.parent
    found: set[str] = set()
    for section in sections if isinstance(around, MappingNode) else ():
        names = around.get(section) if isinstance(around, MappingNode) else None
        if isinstance(names, MappingNode):
            found |= {*map(str, names), *names.broken}
    return found


def _version(raw: Any) -> Word:
    if isinstance(raw, Atom) and isinstance(raw.value, int | float) and raw.value is not True:
        raise fail("unquoted-version", text=raw.text)
    return read_text(raw)


def _format(raw: Any) -> int:
    value = raw.value if isinstance(raw, Atom) else None
    if type(value) is not int:
        wanted = {"en": "the number `1` without quotes", "nl": "het getal `1` zonder aanhalingstekens"}
        raise fail("wrong-type", wanted=wanted, found=found(raw), suggestion="`format: 1`")
    if value != 1:
        raise fail("unknown-format", number=value)
    return value


def _date(raw: Any) -> Word:
    number = isinstance(raw, Atom) and raw.value is not None
    word = Word.of(raw.text, raw.span) if number else _word(raw, TEXT)
    try:
        good = date.fromisoformat(word).isoformat() == word
    except ValueError:
        good = False
    if not good:
        raise fail("invalid-date", text=word, suggestion=_nearest_date(word))
    return word


def _nearest_date(text: str) -> str | None:
    match = re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", text)
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
    except ValueError:
        return None


def read_language(raw: Any) -> Word:
    """The code of a language."""
    word = _word(raw, {"en": "the code of a language such as `nl`", "nl": "de code van een taal zoals `nl`"})
    if not LANGUAGE_PATTERN.fullmatch(word):
        raise fail("invalid-language", text=word)
    return word


def one_or_list(raw: Any) -> Any:
    """One value where a list is meant too."""
    return raw if isinstance(raw, SequenceNode) else enlist(raw)


def _ids(raw: Any, handler: Callable[[Any], list[Word]]) -> list[Word]:
    # Nearly always one name is meant, and nothing can be wrong with it yet.
    if isinstance(raw, Word):
        return [raw]
    return handler(one_or_list(raw))


def sound_sources(raw: Any) -> list[Word] | None:
    """Sources without a mistake; None where there may be one."""
    items = [raw] if type(raw) is Word else raw
    if type(items) not in (list, SequenceNode) or getattr(items, "broken", False):
        return None
    for item in items:
        if type(item) is not Word or not item or item.isspace():
            return None
    return items


def _sources(raw: Any, handler: Callable[[Any], list[Word]]) -> list[Word]:
    sound = sound_sources(raw)
    return handler(one_or_list(raw)) if sound is None else sound


def a_list(raw: Any) -> Any:
    """A list and nothing else."""
    if not isinstance(raw, SequenceNode):
        raise wrong_type(raw, LIST)
    return raw


ID_SCHEMA = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
Id = Annotated[Word, PlainValidator(_reference), WithJsonSchema(ID_SCHEMA)]
# A state whose name cannot be keeps its place in the tree, so that what stands inside it is checked too.
StateId = Id
MemberId = Annotated[Word, PlainValidator(_well_formed), WithJsonSchema(ID_SCHEMA)]
NewId = Annotated[Word, PlainValidator(_new_id), WithJsonSchema(ID_SCHEMA)]
NewAction = Annotated[Word, PlainValidator(_new_action), WithJsonSchema(ID_SCHEMA)]
Text = Annotated[Word, PlainValidator(read_text), schema(type="string")]
Flag = Annotated[bool, PlainValidator(_flag), schema(type="boolean")]
Anything = Annotated[Node, PlainValidator(_raw), WithJsonSchema({})]
BoundsText = Annotated[Bounds, PlainValidator(_bounds), schema(type="string", pattern=r"^-?\d+\.\.-?\d+$")]
DurationText = Annotated[
    Word,
    PlainValidator(_duration_text),
    schema(type="string", pattern=rf"^[0-9]+ ({'|'.join(UNITS)})( at [0-2][0-9]:[0-5][0-9])?$"),
]
# As above, or with the name of a value in the number's place.
DelayText = Annotated[
    Word,
    PlainValidator(_delay_text),
    schema(
        type="string",
        pattern=rf"^([0-9]+|[a-z][a-z0-9_]*) ({'|'.join(UNITS)})( - [0-9]+ ({'|'.join(UNITS)}))?"
        r"( at [0-2][0-9]:[0-5][0-9])?$",
    ),
]
Events = Annotated[
    Word,
    PlainValidator(_events),
    schema(type="string", pattern="^[a-z][a-z0-9_]*( or [a-z][a-z0-9_]*)*$"),
]
LinkText = Annotated[
    Word, PlainValidator(_link), schema(type="string", pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$")
]
Version = Annotated[Word, PlainValidator(_version), schema(type="string")]
Format = Annotated[int, PlainValidator(_format), schema(type="integer", enum=[1])]
DateText = Annotated[Word, PlainValidator(_date), schema(type="string", format="date")]
Language = Annotated[Word, PlainValidator(read_language), schema(type="string", pattern=LANGUAGE_SCHEMA)]
StateType = Annotated[
    Word,
    PlainValidator(_choice("parallel", "final", "history")),
    schema(type="string", enum=["parallel", "final", "history"]),
]
Phase = Annotated[
    Word,
    PlainValidator(_choice("warning", "aftercare")),
    schema(type="string", enum=["warning", "aftercare"]),
]
Tone = Annotated[
    Word,
    PlainValidator(_choice("escalates", "calms", "ends")),
    schema(type="string", enum=["escalates", "calms", "ends"]),
]
SourceKind = Annotated[Word, PlainValidator(_choice(*KINDS)), schema(type="string", enum=list(KINDS))]
CONDITION = {"en": "a condition such as `warnings < 3`", "nl": "een voorwaarde zoals `warnings < 3`"}
LapseWhen = Annotated[
    Word,
    PlainValidator(_choice("each", "all")),
    schema(type="string", enum=["each", "all"]),
]
TimersKept = Annotated[
    Word,
    PlainValidator(_choice("keep", "restart")),
    schema(type="string", enum=["keep", "restart"]),
]
Expression = Annotated[
    Scalar,
    PlainValidator(_leaf(CONDITION)),
    schema(type=["string", "boolean"]),
]
IDS_SCHEMA = {"type": ["string", "array"], "items": ID_SCHEMA, "pattern": ID_SCHEMA["pattern"]}
Ids = Annotated[list[Id], WrapValidator(_ids), WithJsonSchema(IDS_SCHEMA)]
Sources = Annotated[
    list[Text], WrapValidator(_sources), schema(type=["string", "array"], items={"type": "string"})
]
