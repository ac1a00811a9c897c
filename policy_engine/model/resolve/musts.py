"""What must be done: every event, action and state looked up, and every name given once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Word
from policy_engine.model.chart import Must
from policy_engine.model.duration import Duration
from policy_engine.model.files.must import MustFile, spoken_name
from policy_engine.model.files.several import split_names
from policy_engine.model.files.shape import require
from policy_engine.model.resolve.steps import Steps
from policy_engine.model.resolve.texts import references
from policy_engine.model.resolve.tree import StateNode, Tree
from policy_engine.model.resolve.vocabulary import Vocabulary


@dataclass(slots=True)
class Musts:
    """Reads the `must` of states; `all` has every sound one, in document order."""

    tree: Tree
    steps: Steps
    vocabulary: Vocabulary
    sink: Diagnostics
    all: dict[str, Must] = field(default_factory=dict)
    _lines: dict[str, int] = field(default_factory=dict)

    def read(self, files: Mapping[Word, MustFile], node: StateNode) -> None:
        """What must be done once a state was entered."""
        for name, file in files.items():
            self._one(name, file, node)

    def _one(self, name: Word, file: MustFile, node: StateNode) -> None:
        require(file, self.sink)
        spoken = spoken_name(name, file)
        if spoken in self._lines:
            self.sink.error("must-taken", spoken.span, name=str(spoken), line=self._lines[spoken])
        else:
            self._lines[str(spoken)] = spoken.span.line
        events = self._find(file, "event")
        actions = self._find(file, "action")
        if file.has("event") and file.has("action"):
            self.sink.error("must-of-two", file.key_span("action"), name=str(name))
        elif file.misses("event") and file.misses("action"):
            self.sink.error("must-of-nothing", name.span)
        within = self._within(file)
        overdue = None
        if file.overdue is not None and self.steps.sendable(file.overdue):
            overdue = str(file.overdue)
            if overdue in events:
                self.sink.error("must-met-by-overdue", file.overdue.span, name=overdue)
        until = self._until(file)
        texts = self.vocabulary.texts
        label = texts.words(file.label)
        note, why = texts.words(file.note), texts.words(file.why)
        if within is not None and bool(events) != bool(actions):
            own = (events, actions, within, overdue, until, label, note, why, references(file.source))
            self.all[str(name)] = Must(str(name), name.span, node.index, *own)

    def _find(self, file: MustFile, kind: str) -> tuple[str, ...]:
        """The events or the actions of which one is enough, as far as they are declared."""
        written: list[Word] = getattr(file, kind) or []
        if written == [] and kind in file.raw and not file.raw[kind].broken:
            self.sink.error("empty-list", file.value_span(kind))
        found: dict[str, None] = {}
        for word in (one for several in written for one in split_names(several)):
            if not self.vocabulary.names[f"{kind}s"].find(word, f"undeclared-{kind}", self.sink):
                continue
            if word in found:
                self.sink.error("must-twice", word.span, name=str(word))
            found[str(word)] = None
        return tuple(found)

    def _within(self, file: MustFile) -> Duration | None:
        if file.within is None:
            return None
        duration = self.steps.delays.read(file.within)
        if duration.name is None and (duration.amount == 0 or duration.fixed == 0):
            self.sink.error("within-nothing", file.within.span, text=str(file.within))
            return None
        self.steps.delays.warn_of_nothing(file.within, duration)
        return duration

    def _until(self, file: MustFile) -> tuple[int, ...]:
        if file.until == [] and not file.raw["until"].broken:
            self.sink.error("empty-list", file.value_span("until"))
        found = []
        for word in file.until or ():
            if not self.tree.names.find(word, "undeclared-state", self.sink):
                continue
            state = self.tree.by_id[word]
            if state.kind == "history":
                self.sink.error("until-history", word.span, name=str(word))
            else:
                found.append(state.index)
        return tuple(found)
