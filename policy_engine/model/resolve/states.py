"""States: texts, actions, transitions, timers and refusals of each, in document order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Word
from policy_engine.model.calendar import Calendar
from policy_engine.model.chart import Forbid, Phase, Phrase, State, Step, Timer, Transition
from policy_engine.model.duration import Duration
from policy_engine.model.files.several import split_names
from policy_engine.model.files.shape import require
from policy_engine.model.files.states import StateFile
from policy_engine.model.files.texts import PhraseFile
from policy_engine.model.resolve.musts import Musts
from policy_engine.model.resolve.scopes import Reader
from policy_engine.model.resolve.steps import Steps
from policy_engine.model.resolve.texts import references
from policy_engine.model.resolve.transitions import Transitions, event_data
from policy_engine.model.resolve.tree import StateNode
from policy_engine.model.resolve.vocabulary import Vocabulary

_SAME = {"years": ("months", 12), "weeks": ("days", 7)}


@dataclass(slots=True)
class States:
    """Reads states; `timers` has every `after`, in document order."""

    transitions: Transitions
    steps: Steps
    reader: Reader
    vocabulary: Vocabulary
    calendar: Calendar
    musts: Musts
    sink: Diagnostics
    timers: list[Timer] = field(default_factory=list)

    def read(self, node: StateNode) -> State:
        """One state; the root has nothing of its own."""
        file = node.file
        if file is None:
            return State(
                index=0,
                id=node.id,
                span=node.span,
                kind="compound",
                parent=None,
                children=tuple(child.index for child in node.children),
                depth=0,
                initial=None if node.initial is None else node.initial.index,
            )
        # As written, key by key: the order of timers and sends is that of the file.
        parts = _Parts()
        for key in file.raw:
            self._read_key(str(key), node, file, parts)
        return State(
            index=node.index,
            id=node.id,
            span=node.span,
            kind=node.kind,
            parent=None if node.parent is None else node.parent.index,
            children=tuple(child.index for child in node.children),
            depth=node.depth,
            initial=None if node.initial is None else node.initial.index,
            deep=bool(file.deep),
            default=node.default,
            outcome=self._outcome(node, file),
            on=parts.on,
            always=parts.always,
            done=parts.done,
            after=tuple(parts.after),
            forbid=tuple(parts.forbid),
            entry=parts.entry,
            exit=parts.exit,
            role=self._role(node),
            phase=_phase(node),
            label=self.vocabulary.texts.words(file.label, template=True),
            say=self._phrases(file.say),
            avoid=self._phrases(file.avoid),
            how=self._phrases(file.how),
            note=self.vocabulary.texts.words(file.note),
            why=self.vocabulary.texts.words(file.why),
            source_refs=references(file.source),
        )

    def _read_key(self, key: str, node: StateNode, file: StateFile, parts: _Parts) -> None:
        if key == "entry":
            parts.entry = self.steps.read(file.entry)
        elif key == "exit":
            parts.exit = self.steps.read(file.exit)
        elif key == "on":
            self._on(node, file, parts)
        elif key == "always" and file.always is not None:
            parts.always = self.transitions.read(file.always, node, "always")
        elif key == "done" and file.done is not None:
            parts.done = self.transitions.read(file.done, node, "done")
        elif key == "after":
            self._after(node, file, parts)
        elif key == "forbid":
            self._forbid(file, parts)
        elif key == "must" and file.must is not None:
            self.musts.read(file.must, node)

    def _on(self, node: StateNode, file: StateFile, parts: _Parts) -> None:
        seen: dict[str, Word] = {}
        for key, files in (file.on or {}).items():
            events, sound = [], True
            for word in split_names(key):
                if not self.vocabulary.names["events"].find(word, "undeclared-event", self.sink):
                    sound = False
                elif word in seen:
                    self.sink.error("event-handled-twice", word.span, name=str(word), line=seen[word].line)
                else:
                    seen[str(word)] = word
                    events.append(str(word))
            data = event_data(events, self.vocabulary.events, sound=sound)
            branches = self.transitions.read(files, node, "on", "|".join(events), tuple(events), data)
            parts.on.update((event, branches) for event in events)

    def _after(self, node: StateNode, file: StateFile, parts: _Parts) -> None:
        for key, files in (file.after or {}).items():
            duration = self.steps.delays.read(key)
            if duration.name is None and duration.amount == 0:
                self.sink.error("after-nothing", key.span, text=str(key))
                continue
            self.steps.delays.warn_of_nothing(key, duration)
            for timer in parts.after:
                if _length(timer.duration, self.calendar) == _length(duration, self.calendar):
                    self.sink.error("equal-after", key.span, text=str(key), other=str(timer.duration))
            order = self.steps.next_order()
            index = len(self.timers)
            branches = self.transitions.read(files, node, "after", str(key))
            timer = Timer(index, key.span, node.index, duration, branches, order)
            self.timers.append(timer)
            parts.after.append(timer)

    def _forbid(self, file: StateFile, parts: _Parts) -> None:
        for key, refusals in (file.forbid or {}).items():
            named = list(split_names(key))
            known = self.vocabulary.names["events"]
            events = [str(word) for word in named if known.find(word, "undeclared-event", self.sink)]
            data = event_data(events, self.vocabulary.events, sound=len(events) == len(named))
            for refusal in refusals:
                require(refusal, self.sink)
                when = self.reader.condition(refusal.when, data)
                words = self.vocabulary.texts.words(refusal.text, template=True)
                sources = references(refusal.source)
                parts.forbid.append(Forbid(refusal.span, tuple(events), when, words, sources))

    def _phrases(self, files: Sequence[PhraseFile] | None) -> tuple[Phrase, ...]:
        # A source tells the texts of one phrase apart, and changes nothing of how they are shown.
        sourced = any(file.source for file in files or ())
        phrases: list[Phrase] = []
        for file in files or ():
            require(file, self.sink)
            when = self.reader.condition(file.when)
            words = self.vocabulary.texts.words(file.text, template=True)
            phrase = Phrase(when, words, references(file.source), self._promises(file))
            if sourced and phrases and phrases[-1].when == when:
                phrases[-1] = _joined(phrases[-1], phrase)
            else:
                phrases.append(phrase)
        return tuple(phrases)

    def _promises(self, file: PhraseFile) -> tuple[tuple[str, str], ...]:
        """What a phrase announces, every name of it looked up."""
        promises = file.promises
        if promises is None:
            return ()
        if not promises.raw and not promises.raw.broken:
            self.sink.error("missing-moment", promises.span, known=list(promises.moments))
        words, tree = self.vocabulary, self.transitions.tree
        for word in promises.enter or ():
            if tree.names.find(word, "undeclared-state", self.sink) and word in tree.histories:
                self.sink.error("history-never-active", word.span, name=str(word))
        for word in promises.action or ():
            words.names["actions"].find(word, "undeclared-action", self.sink)
        for word in promises.event or ():
            words.names["events"].find(word, "undeclared-event", self.sink)
        told = {"enter": promises.enter, "action": promises.action, "event": promises.event}
        return tuple((kind, str(word)) for kind, names in told.items() for word in names or ())

    def _role(self, node: StateNode) -> str | None:
        for place in (node, *node.ancestors()):
            if place.file is not None and place.file.role is not None:
                role = place.file.role
                sound = self.vocabulary.names["roles"].find(role, "undeclared-role", self.sink)
                return str(role) if sound else None
        return None

    def _outcome(self, node: StateNode, file: StateFile) -> str | None:
        if node.kind != "final" or node.depth != 1:
            return None
        return node.id if file.outcome is None else str(file.outcome)


def _phase(node: StateNode) -> Phase | None:
    """What a state is for: what it says itself, or what the nearest state around it says."""
    for place in (node, *node.ancestors()):
        if place.file is not None and place.file.phase is not None:
            return "warning" if place.file.phase == "warning" else "aftercare"
    return None


@dataclass(slots=True)
class _Parts:
    """What the keys of one state give."""

    on: dict[str, tuple[Transition, ...]] = field(default_factory=dict)
    always: tuple[Transition, ...] = ()
    done: tuple[Transition, ...] = ()
    after: list[Timer] = field(default_factory=list)
    forbid: list[Forbid] = field(default_factory=list)
    entry: tuple[Step, ...] = ()
    exit: tuple[Step, ...] = ()


def _joined(first: Phrase, second: Phrase) -> Phrase:
    """Two phrases that are shown at the same times as one."""
    words = {
        language: (*first.words.get(language, ()), *second.words.get(language, ()))
        for language in {**first.words, **second.words}
    }
    sources = (*first.source_refs, *second.source_refs)
    return Phrase(first.when, words, sources, (*first.promises, *second.promises))


def _length(duration: Duration, calendar: Calendar) -> tuple[object, ...]:
    """Equal for two durations that are always equally long."""
    fixed = duration.fixed_in(calendar)
    if fixed is not None:
        return "ns", fixed
    less = None if duration.minus is None else _length(duration.minus, calendar)
    if duration.name is not None:
        return duration.name, duration.unit, duration.at, less
    unit, times = _SAME.get(duration.unit, (duration.unit, 1))
    return unit, times * duration.amount, duration.at, less
