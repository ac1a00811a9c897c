"""A document becomes a chart: shape first, then every name, then every rule; all mistakes come at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Document, Entry, MappingNode
from policy_engine.model.chart import PLAIN, ActionType, Chart, Event, Role
from policy_engine.model.expressions.guards import read_guards
from policy_engine.model.expressions.scope import Scope
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.files.declarations import ActionFile, EventFile
from policy_engine.model.files.policy import PolicyFile
from policy_engine.model.files.raw import Word
from policy_engine.model.files.shape import read_shape, require
from policy_engine.model.resolve.declarations import Declarations
from policy_engine.model.resolve.digest import digest
from policy_engine.model.resolve.names import Names
from policy_engine.model.resolve.properties import Properties
from policy_engine.model.resolve.scopes import Reader
from policy_engine.model.resolve.states import States
from policy_engine.model.resolve.steps import Steps
from policy_engine.model.resolve.texts import Texts
from policy_engine.model.resolve.transitions import Transitions
from policy_engine.model.resolve.tree import build_tree

NAME_SECTIONS = ("parameters", "facts", "context", "guards")

KINDS_OF_NAMES = {
    "facts": {"en": "a fact", "nl": "een feit"},
    "parameters": {"en": "a parameter", "nl": "een parameter"},
    "guards": {"en": "a named guard", "nl": "een voorwaarde met een naam"},
}


def load_chart(document: Document, sink: Diagnostics) -> Chart | None:
    """The chart of a policy file, or None where it has mistakes; every finding is in the sink."""
    findings = Diagnostics(sink.limit)
    unread = [item.span for item in sink if item.severity == "error" and item.file == document.name]
    file = read_shape(PolicyFile, document, findings, unread)
    chart = None
    if file is not None:
        require(file, findings)
        chart = _Loading(file, document, findings).chart()
    for item in findings:
        if any(spot.line == item.line and spot.column <= item.column < spot.end_column for spot in unread):
            continue  # the same place is told about already
        (sink.error if item.severity == "error" else sink.warning)(item.code, item.span, **item.fields)
    return None if unread or findings.has_errors else chart


class _Loading:
    """One load, section by section: what comes later looks up what came before."""

    def __init__(self, file: PolicyFile, document: Document, sink: Diagnostics) -> None:
        self.file = file
        self.document = document
        self.sink = sink
        self.names = {
            section: Names.of(file, section) for section in (*NAME_SECTIONS, "roles", "events", "actions")
        }
        self.variables = Names.of(file, *NAME_SECTIONS)
        self.languages = self._languages()
        readable = Names.of(file, "parameters", "facts", "context")
        self.texts = Texts(self.languages, readable, sink)

    def chart(self) -> Chart:
        """The chart, as far as the file is sound."""
        file, names, sink = self.file, self.names, self.sink
        self._check_name_space()
        declarations = Declarations(self.texts, sink)
        parameters = declarations.section(file.parameters, names["parameters"])
        facts = declarations.section(file.facts, names["facts"])
        context = declarations.section(file.context, names["context"])
        roles = {
            str(name): Role(str(name), self.texts.words(role.label))
            for name, role in (file.roles or {}).items()
        }
        events = {
            str(name): self._event(name, event, declarations) for name, event in (file.events or {}).items()
        }
        actions = {
            str(name): self._action(name, action, declarations)
            for name, action in (file.actions or {}).items()
        }
        tree = build_tree(file, sink)
        scope = Scope(
            context=context,
            facts=facts,
            parameters=parameters,
            guards={},
            data=None,
            states=tree.names.all,
            in_state_allowed=True,
            roles=(),
            broken=frozenset().union(*(names[section].broken for section in NAME_SECTIONS)),
        )
        reader = Reader(scope, names["roles"].all, self._open_codes(tree.names), sink)
        guards = self._guards(reader)
        reader.scope = scope.with_guards(
            guards, scope.broken | {str(name) for name in file.guards or () if name not in guards}
        )
        steps = Steps(
            reader=reader,
            actions=actions,
            events=events,
            context=context,
            action_names=names["actions"],
            event_names=names["events"],
            context_names=names["context"],
            other_names={
                name: what for section, what in KINDS_OF_NAMES.items() for name in names[section].all
            },
            sink=sink,
        )
        transitions = Transitions(tree, reader, steps, self.texts, names["roles"], sink)
        states = States(transitions, steps, reader, self.texts, events, names["events"], names["roles"], sink)
        all_states = tuple(states.read(node) for node in tree.states)
        steps.check_cancels()
        transitions.check_lists(steps.self_made)
        properties = Properties(
            reader, self.texts, tree.names, names["events"], names["actions"], names["context"], sink
        )
        found = [properties.read(name, file_) for name, file_ in (file.properties or {}).items()]
        for text in (file.note, file.why):
            self.texts.words(text)
        return Chart(
            id=str(file.policy),
            version=str(file.version),
            digest=digest(file),
            languages=tuple(self.languages or (PLAIN,)),
            subject=None if file.subject is None else str(file.subject),
            title=self.texts.words(file.title),
            subtitle=self.texts.words(file.subtitle),
            owner=None if file.owner is None else str(file.owner),
            date=None if file.date is None else str(file.date),
            emergency=self.texts.words(file.emergency),
            parameters=parameters,
            facts=facts,
            context=context,
            roles=roles,
            events=events,
            actions=actions,
            guards=guards,
            states=all_states,
            transitions=tuple(transitions.all),
            timers=tuple(states.timers),
            properties={item.name: item for item in found if item is not None},
            file=self.document.name,
        )

    def _languages(self) -> Sequence[str] | None:
        if "languages" in self.file.raw.broken:
            return None
        if self.file.languages is None:
            return (PLAIN,)
        languages: list[str] = []
        for word in self.file.languages:
            if word in languages:
                self.sink.error("duplicate-language", word.span, language=str(word))
            else:
                languages.append(str(word))
        if self.file.raw["languages"].broken:
            return None
        if not languages:
            self.sink.error("empty-list", self.file.value_span("languages"))
            return None
        return tuple(languages)

    def _check_name_space(self) -> None:
        first: dict[str, Word] = {}
        for section in NAME_SECTIONS:
            for word in getattr(self.file, section) or ():
                if word in first:
                    self.sink.error("name-taken", word.span, name=str(word), line=first[word].span.line)
                first.setdefault(str(word), word)

    def _event(self, name: Word, file: EventFile, declarations: Declarations) -> Event:
        self.texts.words(file.why)
        return Event(
            name=str(name),
            span=name.span,
            actor=self._role(file.actor),
            by=None if file.by is None else frozenset(role for word in file.by if (role := self._role(word))),
            tone=None if file.tone is None else str(file.tone),
            data=declarations.section(file.data, Names.of(file, "data"), optional=True),
            label=self.texts.words(file.label),
            note=self.texts.words(file.note),
            source_refs=tuple(map(str, file.source or ())),
        )

    def _action(self, name: Word, file: ActionFile, declarations: Declarations) -> ActionType:
        self.texts.words(file.why)
        return ActionType(
            name=str(name),
            span=name.span,
            to=self._role(file.to),
            params=declarations.section(file.params, Names.of(file, "params"), optional=True),
            record=tuple(map(str, file.record or ())),
            label=self.texts.words(file.label),
            note=self.texts.words(file.note),
            source_refs=tuple(map(str, file.source or ())),
        )

    def _role(self, word: Word | None) -> str | None:
        if word is None or not self.names["roles"].find(word, "undeclared-role", self.sink):
            return None
        return str(word)

    def _open_codes(self, states: Names) -> set[str]:
        codes = set()
        if self.variables.open:
            codes.add("undeclared-name")
        if states.open:
            codes.add("unknown-state-in-expression")
        return codes

    def _guards(self, reader: Reader) -> Mapping[str, Expr]:
        if self.file.guards is None:
            return {}
        raw = self.file.raw["guards"]
        entries = tuple(Entry(word.scalar, leaf.node) for word, leaf in self.file.guards.items())
        notes = Diagnostics(self.sink.limit)
        guards = read_guards(MappingNode(raw.span, entries), reader.scope, notes)
        reader.tell(notes)
        return guards
