"""Parameters, facts, context, data: from what was written to a type, a default and labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import Atom, Node, Word
from policy_engine.model.chart import Words
from policy_engine.model.files.declarations import TYPE_KEYS, TypeFile
from policy_engine.model.files.part import FLAG, TEXT, found, meant
from policy_engine.model.resolve.names import Names
from policy_engine.model.resolve.texts import Texts, references
from policy_engine.model.types import UNKNOWN, Declaration, Kind, Type, Value

NUMBER = {"en": "a number", "nl": "een getal"}
WHOLE = {"en": "a whole number", "nl": "een geheel getal"}
MEMBER = {"en": "one of the members", "nl": "een van de waarden"}
WANTED: Mapping[Kind, Mapping[str, str]] = {
    "flag": FLAG,
    "counter": WHOLE,
    "range": WHOLE,
    "enum": MEMBER,
    "text": TEXT,
    "number": NUMBER,
    "person": TEXT,
}


@dataclass(slots=True)
class Declarations:
    """Reads declarations."""

    texts: Texts
    sink: Diagnostics

    def section(
        self,
        files: Mapping[Word, TypeFile] | None,
        names: Names,
        *,
        optional: bool = False,
        persons: bool = False,
        facts: bool = False,
    ) -> dict[str, Declaration]:
        """The sound declarations of a section; the others join the broken names.

        `optional`: a value may be left to be given (event data, parameters of actions). `persons`: the policy
        itself changes these, so that they can hold a person. `facts`: they are facts, so that they can be in
        doubt.
        """
        declared = {}
        for name, file in (files or {}).items():
            if file.in_doubt is not None and not facts:
                self.sink.error("in-doubt-elsewhere", file.key_span("in_doubt"), name=str(name))
            declaration = self.declaration(name, file, optional=optional, persons=persons)
            if declaration is None:
                names.broken.add(name)
            else:
                declared[str(name)] = declaration
        return declared

    def declaration(self, name: Word, file: TypeFile, *, optional: bool, persons: bool) -> Declaration | None:
        """One declaration, or None where its type or its default is wrong."""
        label = _single(self.texts.words(file.label))
        note, why = self.texts.words(file.note), self.texts.words(file.why)
        members = {
            str(member.id): _single(self.texts.words(member.label))
            for member in file.enum or ()
            if member.label is not None
        }
        kind = self._kind(name, file)
        if kind is None:
            return None
        if kind == "person" and not persons:
            self.sink.error("person-elsewhere", file.key_span("person"))
            return None
        type_ = self._type(kind, file)
        if type_ is None:
            return None
        sound, default = self._default(name, file, type_, optional=optional)
        sources = references(file.source)
        in_doubt = None if file.in_doubt is None else self._in_doubt(name, file, file.in_doubt, type_)
        if not sound:
            return None
        return Declaration(str(name), type_, default, label, members, note, why, sources, in_doubt)

    def _in_doubt(self, name: Word, file: TypeFile, member: Word, type_: Type) -> str | None:
        """The member that `unknown` counts as."""
        if UNKNOWN not in type_.members:
            self.sink.error("in-doubt-without-unknown", file.key_span("in_doubt"), name=str(name))
            return None
        members = [other for other in type_.members if other != UNKNOWN]
        if member in members:
            return str(member)
        near = closest(member, members)
        self.sink.error("unknown-member", member.span, member=str(member), members=members, suggestion=near)
        return None

    def _kind(self, name: Word, file: TypeFile) -> Kind | None:
        written = [key for key in TYPE_KEYS if file.has(key)]
        if len(written) == 1:
            return None if written[0] in file.raw.broken else written[0]
        if written:
            self.sink.error("two-types", name.span, name=str(name), types=list(written))
        elif not file.raw.broken:
            code = "from-without-type" if file.has("from") else "missing-type"
            self.sink.error(code, name.span, name=str(name), known=list(TYPE_KEYS))
        return None

    def _type(self, kind: Kind, file: TypeFile) -> Type | None:
        if kind == "enum":
            return self._enum(file)
        bounds = file.counter if kind == "counter" else file.range
        if bounds is None:
            return Type(kind)
        if kind == "counter" and bounds.low != 0:
            self.sink.error("counter-from-zero", bounds.span, low=bounds.low, high=bounds.high)
            return None
        return Type(kind, bounds.low, bounds.high)

    def _enum(self, file: TypeFile) -> Type | None:
        raw = file.raw["enum"]
        members: list[str] = []
        for member in file.enum or ():
            if member.id in members:
                self.sink.error("duplicate-member", member.id.span, name=member.id)
                return None
            members.append(str(member.id))
        if raw.broken:
            return None
        if not members:
            self.sink.error("empty-enum", raw.span)
            return None
        return Type("enum", members=tuple(members))

    def _default(
        self, name: Word, file: TypeFile, type_: Type, *, optional: bool
    ) -> tuple[bool, Value | None]:
        """Whether the default is sound, and the default; it is None where the value must be given."""
        own_key = type_.kind in ("flag", "text", "number", "person")
        if not own_key and "default" in file.raw.broken:
            return False, None
        if file.default is not None and (own_key or type_.kind == "counter"):
            code = "default-of-counter" if type_.kind == "counter" else "default-elsewhere"
            self.sink.error(code, file.key_span("default"), kind=type_.kind)
            return False, None
        if type_.kind == "person":
            return self._nobody(file)
        raw = file.raw[type_.kind] if own_key else file.default
        if raw is not None and not (isinstance(raw, Word | Atom) and raw.value is None):
            return self.literal(raw, type_)
        if optional:
            return True, None
        if type_.kind == "counter":
            return True, 0
        self.sink.error("missing-default", name.span, name=str(name), fix=_with_default(type_))
        return False, None

    def _nobody(self, file: TypeFile) -> tuple[bool, Value | None]:
        """A person is nobody to start with, and that is not written."""
        raw = file.raw["person"]
        empty = isinstance(raw, Word | Atom) and raw.value is None
        if not empty:
            self.sink.error("person-with-value", raw.span)
        return empty, ""

    def literal(self, raw: Node, type_: Type) -> tuple[bool, Value | None]:
        """Whether a value is one of a type, and the value; tells why not."""
        value = raw.value if isinstance(raw, Word | Atom) else None
        if value is not None and type_.accepts(value):
            return True, value
        if type_.kind == "enum" and isinstance(value, str):
            self.sink.error(
                "unknown-member",
                raw.span,
                member=value,
                members=type_.members,
                suggestion=closest(value, type_.members),
            )
        elif type_.kind in ("counter", "range") and type(value) is int:
            self.sink.error("default-out-of-range", raw.span, value=value, low=type_.low, high=type_.high)
        else:
            wanted = WANTED[type_.kind]
            self.sink.error(
                "wrong-type", raw.span, wanted=wanted, found=found(raw), suggestion=meant(raw, wanted)
            )
        return False, None


def _single(words: Words) -> dict[str, str]:
    return {language: texts[0] for language, texts in words.items() if texts}


def _with_default(type_: Type) -> str:
    """How the declaration would look with a default."""
    examples = {"flag": "{flag: false}", "text": '{text: ""}', "number": "{number: 0}"}
    if type_.kind == "range":
        return f"{{range: {type_.low}..{type_.high}, default: {type_.low}}}"
    if type_.kind == "enum":
        return f"{{enum: [...], default: {type_.members[0]}}}"
    return examples[type_.kind]
