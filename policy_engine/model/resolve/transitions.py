"""Transitions: targets, branches, `else`, `internal`, `by`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.model.branches import check_branches
from policy_engine.model.chart import Event, Transition, Trigger
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.files.raw import Listing
from policy_engine.model.files.transitions import BranchFile, ListedBranchFile
from policy_engine.model.resolve.names import Names
from policy_engine.model.resolve.scopes import EventData, Reader
from policy_engine.model.resolve.steps import Steps
from policy_engine.model.resolve.texts import Texts
from policy_engine.model.resolve.tree import StateNode, Tree

Guard = tuple[Span, Expr | None, frozenset[str] | None, bool]


@dataclass(slots=True)
class Transitions:
    """Reads transitions; `all` has every one, in document order."""

    tree: Tree
    reader: Reader
    steps: Steps
    texts: Texts
    role_names: Names
    sink: Diagnostics
    all: list[Transition] = field(default_factory=list)

    def read(
        self,
        files: Sequence[ListedBranchFile],
        source: StateNode,
        trigger: Trigger,
        key: str = "",
        events: tuple[str, ...] = (),
        data: EventData | None = None,
    ) -> tuple[Transition, ...]:
        """The branches of one list."""
        first = len(self.all)
        guards: list[Guard] = []
        sound = True
        for position, file in enumerate(files):
            branch: BranchFile = file if file.otherwise is None else file.otherwise
            is_else = file.otherwise is not None
            if is_else and position < len(files) - 1:
                self.sink.error("else-not-last", file.key_span("else"))
                sound = False
            name = ".".join(part for part in (source.id, trigger, key, str(position)) if part)
            guard_is_sound, transition = self._branch(branch, source, trigger, name, events, data, is_else=is_else)
            self.all.append(transition)
            guards.append((transition.span, transition.guard, transition.by, is_else))
            sound = sound and guard_is_sound
        if sound and not (files and isinstance(files[0].raw.parent, Listing) and files[0].raw.parent.broken):
            self._check(guards, trigger, data)
        return tuple(self.all[first:])

    def _check(self, guards: Sequence[Guard], trigger: Trigger, data: EventData | None) -> None:
        """Rule 3. A single branch may leave a gap, and `always` may wait for its condition."""
        if all(guard is None and by is None for _, guard, by, _ in guards) and len(guards) == 1:
            return
        notes = Diagnostics()
        check_branches(guards, self.reader.scope_of(data), self.tree.exclusive, notes)
        for note in notes:
            if note.code == "branch-gap" and (len(guards) == 1 or trigger == "always"):
                continue
            tell = self.sink.error if note.severity == "error" else self.sink.warning
            tell(note.code, note.span, **note.fields)

    def _branch(
        self,
        file: BranchFile,
        source: StateNode,
        trigger: Trigger,
        name: str,
        events: tuple[str, ...],
        data: EventData | None,
        *,
        is_else: bool,
    ) -> tuple[bool, Transition]:
        sound, guard = self.reader.condition(file.when, data)
        sound = sound and "when" not in file.raw.broken
        targets = self._targets(file)
        internal = bool(file.internal)
        if internal:
            self._check_internal(file, source, targets)
        elif self._reenters(source, targets):
            self.sink.warning("self-reentry", file.target[0].span if file.target else file.span, state=source.id)
        transition = Transition(
            index=len(self.all),
            id=name,
            span=file.raw.span,
            source=source.index,
            trigger=trigger,
            events=events,
            guard=guard,
            is_else=is_else,
            by=self._by(file, trigger),
            targets=tuple(target.index for target in targets),
            internal=internal,
            steps=self.steps.read(file.do, data),
            label=self.texts.words(file.label),
            note=self.texts.words(file.note),
            why=self.texts.words(file.why),
            source_refs=tuple(map(str, file.source or ())),
        )
        return sound, transition

    def _by(self, file: BranchFile, trigger: Trigger) -> frozenset[str] | None:
        if file.by is None:
            return None
        if trigger != "on":
            self.sink.error("by-without-event", file.key_span("by"))
            return None
        if not file.by and not file.raw["by"].broken:
            self.sink.error("empty-list", file.value_span("by"))
        return frozenset(str(role) for role in file.by if self.role_names.find(role, "undeclared-role", self.sink))

    def _targets(self, file: BranchFile) -> list[StateNode]:
        targets: list[StateNode] = []
        if file.target == [] and not file.raw["target"].broken:
            self.sink.error("empty-list", file.value_span("target"))
        for word in file.target or ():
            if not self.tree.names.find(word, "undeclared-state", self.sink):
                continue
            target = self.tree.by_id[word]
            for other in targets:
                if not self._apart(target, other):
                    self.sink.error(
                        "targets-in-one-region", word.span, first=other.id, second=target.id
                    )
                    break
            else:
                targets.append(target)
        return targets

    def _apart(self, one: StateNode, other: StateNode) -> bool:
        """Whether two states lie in different regions of a parallel state."""
        common = self.tree.common(one, other)
        if common.kind != "parallel" or common in (one, other):
            return False
        # A history of the parallel state itself stands for all of its regions.
        return not any(node.kind == "history" and node.parent is common for node in (one, other))

    def _check_internal(self, file: BranchFile, source: StateNode, targets: Sequence[StateNode]) -> None:
        span = file.key_span("internal")
        if source.kind != "compound":
            self.sink.error("internal-misuse", span, state=source.id)
        elif not file.has("target"):
            self.sink.error("internal-misuse", span, state=source.id)
        else:
            for target in targets:
                if not target.inside(source):
                    self.sink.error("internal-misuse", span, state=source.id)
                    return

    def _reenters(self, source: StateNode, targets: Sequence[StateNode]) -> bool:
        """Whether the source is left and entered again where that can be noticed."""
        file = source.file
        if file is None or not (file.after or file.entry or file.exit):
            return False
        return any(target is source or target.inside(source) for target in targets)


def event_data(events: Sequence[str], declared: dict[str, Event], sound: bool) -> EventData:
    """What the events of one `on` key carry together."""
    carried = [declared[name].data for name in events if name in declared]
    everything = {name for data in carried for name in data}
    common = {}
    for name in everything:
        found = [data.get(name) for data in carried]
        first = found[0]
        if first is not None and all(datum is not None and datum.type == first.type for datum in found):
            common[name] = first
    return EventData(common, frozenset(everything - set(common)), open=not sound)
