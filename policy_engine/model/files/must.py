"""What has to be done once a state was entered, and by when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator

from policy_engine.document.node import MappingNode, Node, SequenceNode, Word
from policy_engine.model.files.json import Json, JsonSchema, Parts
from policy_engine.model.files.leaves import ID_SCHEMA, DelayText, Id, Ids, NewId, Sources, problem_of_name
from policy_engine.model.files.part import Part, fail, key
from policy_engine.model.files.raw import first_character, wrap
from policy_engine.model.files.several import AnyAction, AnyEvent, split_names
from policy_engine.model.files.texts import OneText, Texts

_KINDS = ("event", "action")


class MustFile(Part):
    """An event that has to happen, or an action that has to be asked for, within a time."""

    required: ClassVar[tuple[str, ...]] = ("within",)
    elsewhere: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "when": {
            "en": "entering the state always makes it; let a branch with `when` lead to a state of its own "
            "that has this `must`",
            "nl": "het betreden van de toestand maakt haar altijd; laat een tak met `when` naar een eigen "
            "toestand leiden die deze `must` heeft",
        }
    }

    event: AnyEvent | None = key(
        "The event that has to happen; several of which one is enough as `a or b`, or as a list.",
        "De gebeurtenis die moet plaatsvinden; meer waarvan er één genoeg is als `a or b`, of als lijst.",
    )
    action: AnyAction | None = key(
        "The action that has to be asked for; several of which one is enough as `a or b`, or as a list.",
        "De actie waar om gevraagd moet worden; meer waarvan er één genoeg is als `a or b`, of als lijst.",
    )
    within: DelayText | None = key(
        "How much time there is, from when the state is entered: `10 working_days`.",
        "Hoeveel tijd er is, vanaf het betreden van de toestand: `10 working_days`.",
    )
    overdue: Id | None = key(
        "The event that comes by itself when the time is up.",
        "De gebeurtenis die vanzelf komt als de tijd om is.",
    )
    until: Ids | None = key(
        "The states that lift it: entering one of them, it need not be met any more.",
        "De toestanden die het opheffen: wordt er een betreden, dan hoeft het niet meer.",
    )
    label: OneText | None = key(
        "The short name that people read.",
        "De korte naam die mensen lezen.",
    )
    note: Texts | None = key(
        "A remark for whoever reads the policy.",
        "Een opmerking voor wie het protocol leest.",
    )
    why: Texts | None = key(
        "The reason behind it.",
        "De reden erachter.",
    )
    source: Sources | None = key(
        "Where it comes from: the article of a protocol, a law, a page.",
        "Waar het vandaan komt: het artikel van een protocol, een wet, een pagina.",
    )


def _by_name(raw: Any) -> Any:
    """A mapping from names to what must be done, from any of the ways to write it."""
    if isinstance(raw, MappingNode) and not _is_one(raw):
        return raw
    items: list[Node] = list(raw) if isinstance(raw, SequenceNode) else [raw]
    named = wrap(raw)
    for item in items:
        name = _name(item) or Word.of("must__1", first_character(item.span))
        named[_unlike(name, named)] = item
    return named


def _unlike(name: Word, others: MappingNode) -> Word:
    """A name that none of the others has: two may have one by mistake, and then both are still read."""
    texts = (str(name), *(f"{name[:50]}__{number}" for number in range(2, len(others) + 2)))
    free = next(text for text in texts if text not in others)
    return name if free == name else Word.of(free, name.span)


def spoken_name(name: Word, must: MustFile) -> Word:
    """What an obligation is called by its author, where it is listed under a name of its own by mistake."""
    return name if must.raw.key == name else _name(must.raw) or name


def _says_what(raw: Any) -> Any:
    """What must be done, if this is something that can say so."""
    if not isinstance(raw, MappingNode):
        raise fail("must-of-nothing")
    return raw


def _is_one(raw: MappingNode) -> bool:
    """Whether a mapping says itself what must be done, without a name before it."""
    own = (*_KINDS, "within")
    return any(key in raw.broken or not isinstance(raw.get(key, raw), MappingNode) for key in own)


def _name(item: Node) -> Word | None:
    """What something that has no name goes by: its event or its action, the first of several."""
    if not isinstance(item, MappingNode):
        return None
    for kind in _KINDS:
        meant = item.get(kind)
        first = next(iter(meant), None) if isinstance(meant, SequenceNode) else meant
        if isinstance(first, Word):
            return _as_name(next(split_names(first)))
    return None


def _as_name(word: Word) -> Word:
    """The same, or the nearest name where it can be none: its mistake is told of the word itself."""
    problem = problem_of_name(word)
    near = None if problem is None else problem[1].get("suggestion")
    return Word.of(near, word.span) if isinstance(near, str) else word


def _musts_schema(parts: Parts) -> JsonSchema:
    one = {"type": "object", **parts.fields(MustFile)}
    named = {**one, "type": ["object", "array"], "propertyNames": ID_SCHEMA, "additionalProperties": one}
    del named["required"]
    return {**named, "items": one}


_Must = Annotated[MustFile, BeforeValidator(_says_what)]
Musts = Annotated[dict[NewId, _Must], BeforeValidator(_by_name), Json("Must", _musts_schema)]
