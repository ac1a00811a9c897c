"""A document becomes a chart: shape first, then every name, then every rule; all mistakes come at once.

One mistake is told once. A part that cannot be read is taken out of the file before names are looked up, and
what it declared stays known as broken: using it is no second mistake.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Document, Word, untie
from policy_engine.model.chart import PLAIN, Approval, Chart, Export, Guard, Property, State
from policy_engine.model.doubt import Doubt
from policy_engine.model.expressions.guards import read_guards
from policy_engine.model.expressions.scope import Scope
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.files.policy import PolicyFile
from policy_engine.model.files.shape import read_shape, require
from policy_engine.model.resolve.calendar import calendar_of
from policy_engine.model.resolve.citations import check_sources
from policy_engine.model.resolve.delays import Delays
from policy_engine.model.resolve.digest import digest
from policy_engine.model.resolve.exports import read_export
from policy_engine.model.resolve.lapses import read_lapses
from policy_engine.model.resolve.links import read_links
from policy_engine.model.resolve.migrate import read_migration
from policy_engine.model.resolve.musts import Musts
from policy_engine.model.resolve.properties import Properties
from policy_engine.model.resolve.scopes import Reader
from policy_engine.model.resolve.states import States
from policy_engine.model.resolve.steps import Steps
from policy_engine.model.resolve.texts import references
from policy_engine.model.resolve.transitions import Transitions
from policy_engine.model.resolve.tree import WrittenStates, build_tree
from policy_engine.model.resolve.vocabulary import Vocabulary
from policy_engine.model.types import UNKNOWN
from policy_engine.model.written_chart import WrittenChart


def load_chart(document: Document, sink: Diagnostics) -> Chart | None:
    """The chart of a policy file, or None where it has mistakes; every finding is in the sink."""
    findings = Diagnostics(sink.limit)
    unread = [item.span for item in sink if item.severity == "error" and item.file == document.name]
    file = read_shape(PolicyFile, document, findings, unread)
    tied = bool(unread) or findings.has_errors
    chart = None
    if file is not None:
        require(file, findings)
        written = WrittenStates.of(document.root, unread=bool(unread))
        loading = _Loading(file, document.name, written, findings)
        chart = loading.chart()
        if tied:
            untie(file.raw)
        loading.tree.untie()
    for item in findings:
        if any(spot.line == item.line and spot.column <= item.column < spot.end_column for spot in unread):
            continue  # the same place is told about already
        (sink.error if item.severity == "error" else sink.warning)(item.code, item.span, **item.fields)
    return None if unread or findings.has_errors else chart


class _Loading:
    """One load, section by section: what comes later looks up what came before."""

    def __init__(self, file: PolicyFile, name: str, written: WrittenStates, sink: Diagnostics) -> None:
        self.file = file
        self.name = name
        self.sink = sink
        self.words = Vocabulary(file, sink)
        self.calendar = calendar_of(file.calendar, sink)
        self.tree = build_tree(file, written, sink)
        self.reader = Reader(self._scope(), self.words.names["roles"].all, self._open_codes(), sink)
        self.guards = self._guards()
        delays = Delays(self.words, self._open_hours(), sink)
        read_lapses(file.context, self.words.context, delays, sink)
        self.steps = Steps(self.reader, self.words, delays, sink)
        self.transitions = Transitions(self.tree, self.reader, self.steps, self.words, sink)
        self.musts = Musts(self.tree, self.steps, self.words, sink)
        self.states = States(
            self.transitions, self.steps, self.reader, self.words, self.calendar, self.musts, sink
        )

    def chart(self) -> Chart:
        """The chart, as far as the file is sound."""
        file, words, texts = self.file, self.words, self.words.texts
        for text in (file.note, file.why):
            texts.words(text)
        for row in file.sources or ():
            if not isinstance(row, Word):
                texts.words(row.text)
                texts.words(row.exempt)
        check_sources(file, self.sink)
        states = self._states()
        chart = WrittenChart(
            id=str(file.policy),
            version=str(file.version),
            digest="",
            languages=tuple(words.languages or (PLAIN,)),
            subject=None if file.subject is None else str(file.subject),
            title=texts.words(file.title),
            subtitle=texts.words(file.subtitle),
            owner=texts.name(file.owner),
            date=None if file.date is None else str(file.date),
            emergency=texts.words(file.emergency),
            parameters=words.parameters,
            facts=words.facts,
            context=words.context,
            roles=words.roles,
            events=words.events,
            actions=words.actions,
            guards=self.guards,
            guard_notes=self._guard_notes(),
            states=states,
            transitions=tuple(self.transitions.all),
            timers=tuple(self.states.timers),
            properties=self._properties(),
            file=self.name,
            calendar=self.calendar,
            links=read_links(file.facts, words, self.steps.tells, self.sink),
            exports=self._exports(),
            musts=self.musts.all,
            approved=self._approved(),
            migrate=read_migration(file, words, self.tree, self.sink),
        )
        chart.reckon_later(partial(digest, file.raw))
        return chart

    def _approved(self) -> tuple[Approval, ...]:
        """Who approved this version; what is missing is told."""
        files = self.file.approved or ()
        for file in files:
            require(file, self.sink)
        return tuple(Approval(str(file.by), str(file.on)) for file in files)

    def _open_hours(self) -> bool:
        """Whether it is known when it is open, or would be but for a mistake."""
        part = self.file.calendar
        return "calendar" in self.file.raw.broken or (part is not None and part.has("opening_hours"))

    def _scope(self) -> Scope:
        """What conditions may read where no event is in hand."""
        hidden = self.tree.histories
        return Scope(
            context=self.words.context,
            facts=self.words.facts,
            parameters=self.words.parameters,
            guards={},
            data=None,
            states=[name for name in self.tree.names.meant if name not in hidden],
            in_state_allowed=True,
            roles=(),
            broken=self.words.broken_values,
        )

    def _open_codes(self) -> set[str]:
        """What cannot be said because the declarations themselves could not be read."""
        codes = set()
        if self.words.values_are_open:
            codes.add("undeclared-name")
        if self.tree.names.open:
            codes.add("unknown-state-in-expression")
        return codes

    def _guards(self) -> Mapping[str, Expr]:
        """The sound guards; the reader knows them from here on."""
        if self.file.guards is None:
            return {}
        notes = Diagnostics(self.sink.limit)
        written = {word: file.when for word, file in self.file.guards.items() if file.when is not None}
        guards = read_guards(written, self.reader.scope, notes)
        self.reader.tell(notes)
        lost = {str(word) for word in self.file.guards if word not in guards}
        self.reader.scope = self.reader.scope.with_guards(guards, self.reader.scope.broken | lost)
        return guards

    def _guard_notes(self) -> Mapping[str, Guard]:
        """What is said of guards, of those that more is said of than their condition."""
        texts = self.words.texts
        found = {}
        for word, file in (self.file.guards or {}).items():
            require(file, self.sink)
            label, note, why = (texts.words(text) for text in (file.label, file.note, file.why))
            guard = Guard(label, note, why, references(file.source))
            if guard != Guard():
                found[str(word)] = guard
        return found

    def _states(self) -> tuple[State, ...]:
        states = tuple(self.states.read(node) for node in self.tree.states)
        self.steps.check_cancels()
        for name, event in (self.file.events or {}).items():
            settle = self.words.events[name].settle
            if event.settle is not None and settle is not None:
                self.steps.delays.check_hours(event.settle, settle)
        for name, action in (self.file.actions or {}).items():
            within = self.words.actions[name].within
            if action.within is not None and within is not None:
                self.steps.delays.check_hours(action.within, within)
        self.transitions.check_lists(self.steps.self_made)
        self._check_doubt(states)
        return states

    def _check_doubt(self, states: Sequence[State]) -> None:
        """Whether conditions take facts that are unknown as they should."""
        if not any(UNKNOWN in fact.type.members for fact in self.words.facts.values()):
            return
        read = self.transitions.conditions()
        whens = [forbid.when for state in states for forbid in state.forbid]
        whens += [phrase.when for state in states for phrase in (*state.say, *state.avoid, *state.how)]
        read += [[(when, self.reader.scope)] for when in whens if when is not None]
        where = {str(name): name.span for name in self.file.facts or {}}
        Doubt(self.tree.exclusive, self.sink).check(self.words.facts, where, read)

    def _exports(self) -> Mapping[str, Export]:
        read = [
            read_export(name, files, self.reader, self.tree, self.sink)
            for name, files in (self.file.exports or {}).items()
        ]
        return {item.name: item for item in read if item is not None}

    def _properties(self) -> Mapping[str, Property]:
        properties = Properties(self.reader, self.words, self.tree, self.steps, self.sink)
        read = [properties.read(name, file) for name, file in (self.file.properties or {}).items()]
        return {item.name: item for item in read if item is not None}
