"""Properties: every name in them looked up, every condition typed; nothing proves them yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Word
from policy_engine.model.chart import Property
from policy_engine.model.durations import parse_duration
from policy_engine.model.files.part import Part
from policy_engine.model.files.properties import NeverFile, PropertyFile, ThenFile, WheneverFile
from policy_engine.model.files.raw import plain
from policy_engine.model.resolve.scopes import EventData, Reader
from policy_engine.model.resolve.steps import Steps
from policy_engine.model.resolve.texts import references
from policy_engine.model.resolve.transitions import event_data
from policy_engine.model.resolve.tree import Tree
from policy_engine.model.resolve.vocabulary import Vocabulary

_PATTERN_KEYS: Mapping[str, tuple[str, ...]] = {
    "always": (),
    "never": (),
    "whenever": ("then", "within"),
    "in": ("accepts", "forbids", "when"),
    "reachable": ("from",),
}
_REMARKS = ("label", "note", "why", "source")
_NAMED = (
    (("event", "unless", "accepts", "forbids"), "events", "undeclared-event"),
    (("action",), "actions", "undeclared-action"),
    (("change",), "context", "undeclared-variable"),
)


@dataclass(slots=True)
class Properties:
    """Reads properties."""

    reader: Reader
    vocabulary: Vocabulary
    tree: Tree
    steps: Steps
    sink: Diagnostics

    def read(self, name: Word, file: PropertyFile) -> Property | None:
        """One property, or None where its pattern cannot be told."""
        self.vocabulary.texts.words(file.label)
        self.vocabulary.texts.words(file.note)
        self.vocabulary.texts.words(file.why)
        pattern = self._pattern(file)
        if pattern is None:
            return None
        leaves = {"always": file.always, "when": file.when}
        if file.never is not None:
            self._moment(file.never, file.never.moments)
            leaves["never.when"] = file.never.when
        if file.whenever is not None:
            self._whenever(file, file.whenever)
            leaves["whenever.when"] = file.whenever.when
        if pattern == "in":
            self._in(file)
        if pattern == "reachable":
            self._reachable(file)
        if file.within is not None and (within := parse_duration(file.within)) is not None:
            self.steps.delays.check_hours(file.within, within)
        body = plain(file.raw)
        assert isinstance(body, dict)
        told = {
            "never.when": None if file.never is None else file.never.event,
            "whenever.when": None if file.whenever is None else file.whenever.event,
            "when": file.accepts or file.forbids,
        }
        read = {
            place: self.reader.condition(leaf, self._data(told.get(place))) for place, leaf in leaves.items()
        }
        conditions = {place: expr for place, expr in read.items() if expr is not None}
        return Property(str(name), name.span, pattern, body, conditions, references(file.source))

    def _data(self, events: Sequence[Word] | None) -> EventData | None:
        """What a condition may read of the events that it is asked of; None where it is asked of none."""
        if not events:
            return None
        declared = self.vocabulary.events
        return event_data(
            [str(word) for word in events], declared, sound=all(map(declared.__contains__, events))
        )

    def _pattern(self, file: PropertyFile) -> str | None:
        written = [key for key in file.raw if key in _PATTERN_KEYS]
        broken = [key for key in _PATTERN_KEYS if key in file.raw.broken]
        if not written:
            if not file.raw.broken:
                self.sink.error("empty-property", file.start, known=list(_PATTERN_KEYS))
            return None
        if len(written) > 1:
            self.sink.error("two-patterns", file.key_span(written[1]), first=written[0], second=written[1])
            return None
        if broken:
            return None
        pattern = str(written[0])
        for key in file.raw:
            if key != pattern and key not in _PATTERN_KEYS[pattern] and key not in _REMARKS:
                self.sink.error("key-of-other-pattern", file.key_span(key), key=str(key), pattern=pattern)
        return pattern

    def _moment(self, part: NeverFile | WheneverFile | ThenFile, moments: Sequence[str]) -> None:
        """Exactly one moment, and every name in the part."""
        written = [key for key in part.raw if key in moments]
        if len(written) > 1:
            self.sink.error("two-patterns", part.key_span(written[1]), first=written[0], second=written[1])
        elif not written and not part.raw.broken:
            self.sink.error("missing-moment", part.span, known=list(moments))
        self._names(part)

    def _names(self, part: Part) -> None:
        names = self.vocabulary.names
        given = vars(part)  # no kind of part has all of these fields
        for field in ("enter", "exit", "in_"):
            for word in given.get(field) or ():
                self._state(word)
        for fields, section, code in _NAMED:
            for field in fields:
                for word in given.get(field) or ():
                    names[section].find(word, code, self.sink)

    def _state(self, word: Word) -> None:
        found = self.tree.names.find(word, "undeclared-state", self.sink)
        if found and word in self.tree.histories:
            self.sink.error("history-never-active", word.span, name=str(word))

    def _whenever(self, file: PropertyFile, whenever: WheneverFile) -> None:
        self._moment(whenever, whenever.moments)
        if file.then is not None:
            self._moment(file.then, file.then.moments)
        elif file.misses("then"):
            self.sink.error("missing-then", file.key_span("whenever"))

    def _in(self, file: PropertyFile) -> None:
        self._names(file)
        written = [key for key in file.raw if key in ("accepts", "forbids")]
        if len(written) == 2:
            self.sink.error("two-patterns", file.key_span(written[1]), first=written[0], second=written[1])
        elif not written and not file.raw.broken & {"accepts", "forbids"}:
            self.sink.error("missing-verdict", file.key_span("in"))

    def _reachable(self, file: PropertyFile) -> None:
        if file.reachable is not None and file.reachable != "final":
            self._state(file.reachable)
        if file.from_ is not None and file.from_ != "any":
            self._state(file.from_)
        elif file.misses("from"):
            self.sink.error("missing-key", file.key_span("reachable"), key="from")
