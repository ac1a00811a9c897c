"""The declarations of a policy: languages, types, roles, events, actions, and the names of all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Node, Word
from policy_engine.model.chart import KNOWN_FIELDS, PLAIN, ActionType, Event, RecordField, Role, Words
from policy_engine.model.duration import Duration
from policy_engine.model.durations import parse_duration
from policy_engine.model.files.actions import ActionFile
from policy_engine.model.files.declarations import TYPE_KEYS, EventFile, StatementFile, TypeFile
from policy_engine.model.files.part import Part
from policy_engine.model.files.policy import PolicyFile
from policy_engine.model.files.record import RecordFieldFile
from policy_engine.model.resolve.declarations import Declarations
from policy_engine.model.resolve.names import Names
from policy_engine.model.resolve.texts import Texts, references
from policy_engine.model.types import Declaration, Type, Value

VALUES = ("parameters", "facts", "context", "statements")
ONE_NAME_SPACE = (*VALUES, "guards")
# What a section has names of besides its own: a statement is an event, and a variable that it ticks.
_ALSO = {"events": ("statements",), "context": ("statements",)}


class Vocabulary:
    """What the rest of a policy may speak of. `names` has the names of each section, sound or not."""

    def __init__(self, file: PolicyFile, sink: Diagnostics) -> None:
        self._file = file
        self._sink = sink
        sections = (*ONE_NAME_SPACE, "roles", "events", "actions")
        self.names = {section: Names.of(file, section, *_ALSO.get(section, ())) for section in sections}
        self.languages = self._languages()
        self.texts = Texts(self.languages, Names.of(file, *VALUES), sink)
        self._check_name_space()
        self._declarations = Declarations(self.texts, sink)
        self.parameters = self._declarations.section(file.parameters, self.names["parameters"])
        self.facts = self._declarations.section(file.facts, self.names["facts"], facts=True)
        self.context = self._declarations.section(file.context, self.names["context"], persons=True)
        self.roles = self._roles()
        self.events = {str(name): self._event(name, item) for name, item in (file.events or {}).items()}
        for name, item in (file.statements or {}).items():
            self._statement(name, item)
        self.actions = {str(name): self._action(name, item) for name, item in (file.actions or {}).items()}

    def literal(self, raw: Node, declared: Type) -> Value | None:
        """A value as it is written; None, and told why, where it is none of a type."""
        return self._declarations.literal(raw, declared)[1]

    @property
    def broken_values(self) -> frozenset[str]:
        """The names that expressions may use although nothing more is known of them."""
        return frozenset().union(*(self.names[section].broken for section in ONE_NAME_SPACE))

    @property
    def values_are_open(self) -> bool:
        """Whether a section was lost, so that no name in an expression can be called undeclared."""
        return any(self.names[section].open for section in ONE_NAME_SPACE)

    def _languages(self) -> tuple[str, ...] | None:
        """The languages; None where they could not be read, so that no text can be judged."""
        file = self._file
        if file.languages is None:
            return None if "languages" in file.raw.broken else (PLAIN,)
        languages: list[str] = []
        for word in file.languages:
            if word in languages:
                self._sink.error("duplicate-language", word.span, language=str(word))
            else:
                languages.append(str(word))
        if file.raw["languages"].broken:
            return None
        if not languages:
            self._sink.error("empty-list", file.value_span("languages"))
            return None
        return tuple(languages)

    def _check_name_space(self) -> None:
        first: dict[str, Word] = {}
        for section in ONE_NAME_SPACE:
            for word in getattr(self._file, section) or ():
                if word in first:
                    line = first[word].span.line
                    self._sink.error("name-taken", word.span, name=str(word), line=line)
                first.setdefault(str(word), word)
        statements = {str(word): word for word in self._file.statements or ()}
        for word in self._file.events or ():
            if word in statements:
                line = statements[word].span.line
                self._sink.error("statement-is-event", word.span, name=str(word), line=line)

    def _roles(self) -> Mapping[str, Role]:
        roles = {}
        for name, file in (self._file.roles or {}).items():
            self.texts.words(file.note)
            roles[str(name)] = Role(str(name), self.texts.words(file.label), references(file.source))
        return roles

    def _event(self, name: Word, file: EventFile) -> Event:
        self.texts.words(file.why)
        return Event(
            name=str(name),
            span=name.span,
            actor=self._role(file.actor),
            by=self._permitted(file),
            tone=None if file.tone is None else str(file.tone),
            data=self._carried(file, "data", file.data),
            label=self.texts.words(file.label),
            note=self.texts.words(file.note),
            source_refs=references(file.source),
            settle=self._settle(file),
            safety=bool(file.safety),
        )

    def _statement(self, name: Word, file: StatementFile) -> None:
        """An event, and the flag that it ticks."""
        texts = self.texts
        label, note, why = texts.words(file.label), texts.words(file.note), texts.words(file.why)
        sources = references(file.source)
        self.events[str(name)] = Event(
            name=str(name),
            span=name.span,
            actor=None,
            by=self._permitted(file),
            tone=None,
            data={},
            label=label,
            note=note,
            source_refs=sources,
            ticks=True,
        )
        shown = {language: words[0] for language, words in label.items() if words}
        flag = Declaration(str(name), Type("flag"), False, shown, {}, note, why, sources)
        self.context[str(name)] = flag

    def _permitted(self, file: EventFile | StatementFile) -> frozenset[str] | None:
        """The roles that may report; None: anyone."""
        if file.by == [] and not file.raw["by"].broken:
            self._sink.error("empty-list", file.value_span("by"))
        if file.by is None:
            return None
        return frozenset(role for word in file.by if (role := self._role(word)))

    def _settle(self, file: EventFile) -> Duration | None:
        """For how long an event settles; `check_hours` is left to who knows the calendar."""
        duration = None if file.settle is None else parse_duration(file.settle)
        if duration is not None and duration.amount == 0:
            self._sink.error("settle-nothing", file.value_span("settle"), text=str(file.settle))
            return None
        return duration

    def _action(self, name: Word, file: ActionFile) -> ActionType:
        self.texts.words(file.why)
        return ActionType(
            name=str(name),
            span=name.span,
            to=self._role(file.to),
            params=self._carried(file, "params", file.params),
            record=self._record(file),
            label=self.texts.words(file.label),
            note=self.texts.words(file.note),
            source_refs=references(file.source),
            within=self._within(file),
            letter=self._letter(file),
        )

    def _carried(
        self, file: Part, section: str, files: Mapping[Word, TypeFile] | None
    ) -> dict[str, Declaration]:
        """What an event or an action carries, declared in a section of its own."""
        if files is None:
            return {}
        return self._declarations.section(files, Names.of(file, section), optional=True)

    def _letter(self, file: ActionFile) -> Words:
        """The paragraphs of a letter, which knows what it is about and for whom it is."""
        if file.letter is None:
            return {}
        own = Names.of(file, "params")
        if not file.misses("to"):
            own.known["to"] = None
        return self.texts.words(file.letter, template=True, own=own)

    def _record(self, file: ActionFile) -> tuple[RecordField, ...]:
        """The fields of what an action writes down."""
        written = file.record or {}
        fields = [field for name, part in written.items() if (field := self._field(name, part)) is not None]
        unlabelled = [field.name for field in fields if not field.known and not field.declaration.label]
        if unlabelled and self.languages not in (None, (PLAIN,)):
            self._check_labels(written, unlabelled)
        return tuple(fields)

    def _check_labels(self, written: Mapping[Word, RecordFieldFile], unlabelled: Sequence[str]) -> None:
        """A policy that has languages says in them what a field asks for."""
        names = [name for name, part in written.items() if name in unlabelled and not part.has("label")]
        if names:
            label = ", ".join(f"{language}: ..." for language in self.languages or ())
            sample = f"{names[0]}: {{text: , label: {{{label}}}}}"
            self._sink.warning("field-unlabelled", names[0].span, names=names, sample=sample)

    def _field(self, name: Word, file: RecordFieldFile) -> RecordField | None:
        if file.by == [] and not file.raw["by"].broken:
            self._sink.error("empty-list", file.value_span("by"))
        by = {role for word in file.by or () if (role := self._role(word))}
        known = name in KNOWN_FIELDS and not any(file.has(key) for key in TYPE_KEYS)
        if known:
            for key in ("by", "required"):
                if file.has(key):
                    self._sink.error("field-known", file.key_span(key), name=str(name), key=key)
            label = {language: words[0] for language, words in self.texts.words(file.label).items() if words}
            return RecordField(Declaration(str(name), Type("text"), None, label), known=True)
        declaration = self._declarations.declaration(name, file, optional=True, persons=False)
        if declaration is None:
            return None
        order = tuple(role for role in self.roles if role in by)
        return RecordField(declaration, by=order, required=file.needed is not False)

    def _within(self, file: ActionFile) -> Duration | None:
        """How soon a record must be complete; `check_hours` is left to who knows the calendar."""
        duration = None if file.within is None else parse_duration(file.within)
        if file.within is not None and file.misses("record"):
            self._sink.error("within-without-record", file.key_span("within"))
        if duration is not None and (duration.amount == 0):
            self._sink.error("within-nothing", file.value_span("within"), text=str(file.within))
            return None
        return duration

    def _role(self, word: Word | None) -> str | None:
        if word is None or not self.names["roles"].find(word, "undeclared-role", self._sink):
            return None
        return str(word)
