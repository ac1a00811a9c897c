"""Transitions: targets, branches, `else`, `internal`, `by`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import SequenceNode
from policy_engine.model.branches import Budget, check_branches
from policy_engine.model.chart import Event, Transition, Trigger
from policy_engine.model.expressions.scope import Scope
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.files.transitions import BranchFile, ListedBranchFile
from policy_engine.model.resolve.scopes import EventData, Reader
from policy_engine.model.resolve.steps import Steps
from policy_engine.model.resolve.texts import references
from policy_engine.model.resolve.tree import StateNode, Tree
from policy_engine.model.resolve.vocabulary import ONE_NAME_SPACE, Vocabulary

_NOTHING = EventData({}, frozenset(), open=False)
_DECISIVE = frozenset(("when", "by", "else"))  # the keys by which branches of one list tell themselves apart
Guard = tuple[Span, Expr | None, frozenset[str] | None, bool]


@dataclass(frozen=True, slots=True)
class Branches:
    """A list of branches that is still to be checked for rule 3."""

    guards: tuple[Guard, ...]
    trigger: Trigger
    events: tuple[str, ...]
    data: EventData | None
    last: BranchFile


@dataclass(slots=True)
class Transitions:
    """Reads transitions; `all` has every one, in document order, `lists` what rule 3 is still to look at."""

    tree: Tree
    reader: Reader
    steps: Steps
    vocabulary: Vocabulary
    sink: Diagnostics
    all: list[Transition] = field(default_factory=list)
    lists: list[Branches] = field(default_factory=list)

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
        sound, decides = True, False
        name = f"{source.id}.{trigger}.{key}." if key else f"{source.id}.{trigger}."
        for position, file in enumerate(files):
            is_else = file.otherwise is not None
            if is_else and position < len(files) - 1:
                self.sink.error("else-not-last", file.key_span("else"))
                sound = False
            transition = self._branch(file, f"{name}{position}", source, trigger, events, data)
            self.all.append(transition)
            guards.append((transition.span, transition.guard, transition.by, is_else))
            decides = len(files) > 1 or transition.guard is not None or transition.by is not None
            if decides and sound:
                sound = not file.raw.broken & _DECISIVE and self._is_sound(file, transition)
        if sound and decides and not _lost_branches(files):
            self.lists.append(Branches(tuple(guards), trigger, events, data, files[-1]))
        return tuple(self.all[first:])

    def check_lists(self, self_made: Collection[str]) -> None:
        """Rule 3: branches of one list exclude each other; `self_made` are the events raised or sent.

        A single branch may leave a gap, and `always` may wait for its condition.
        """
        budget = Budget()
        sound: set[tuple[object, ...]] = set()  # lists like one of these need not be looked at again
        for item in self.lists:
            scope, roles = self.reader.scope_of(item.data), self._reporters(item.events)
            unreported = not set(item.events).isdisjoint(self_made)
            gaps = len(item.guards) > 1 and item.trigger != "always"
            question = (gaps, unreported, *roles, *(guard[1:] for guard in item.guards))
            if question in sound and not scope.data:
                continue
            before = len(self.sink)
            check_branches(
                item.guards,
                scope if roles == scope.roles else scope.with_roles(roles),
                self.tree.exclusive,
                self.sink,
                budget=budget,
                gaps=gaps,
                unreported=unreported,
                last_as_else=_as_else(item.last),
            )
            if len(self.sink) == before and not scope.data:
                sound.add(question)

    def conditions(self) -> list[list[tuple[Expr, Scope]]]:
        """The conditions of each list, with what they may read."""
        return [
            [(guard, self.reader.scope_of(item.data)) for _, guard, _, _ in item.guards if guard is not None]
            for item in self.lists
        ]

    def _reporters(self, events: Sequence[str]) -> Sequence[str]:
        """The roles that may report one of the events."""
        permitted = [self.vocabulary.events[event].by for event in events]
        return [role for role in self.reader.roles if any(by is None or role in by for by in permitted)]

    def _is_sound(self, file: BranchFile, transition: Transition) -> bool:
        """Whether the condition and the roles are what was written."""
        roles = None if file.by is None else len(set(file.by))
        return (file.when is None) == (transition.guard is None) and roles == (
            None if transition.by is None else len(transition.by)
        )

    def _branch(
        self,
        listed: ListedBranchFile,
        name: str,
        source: StateNode,
        trigger: Trigger,
        events: tuple[str, ...],
        data: EventData | None,
    ) -> Transition:
        file: BranchFile = listed.otherwise or listed
        texts = self.vocabulary.texts
        targets = self._targets(file)
        if file.internal:
            self._check_internal(file, source, targets)
        return Transition(
            index=len(self.all),
            id=name,
            span=listed.raw.span,
            source=source.index,
            trigger=trigger,
            events=events,
            guard=self.reader.condition(file.when, data),
            is_else=listed.otherwise is not None,
            by=self._by(file, trigger),
            targets=tuple([target.index for target in targets]),
            internal=bool(file.internal),
            steps=self.steps.read(file.do, data),
            label=texts.words(file.label),
            note=texts.words(file.note),
            why=texts.words(file.why),
            source_refs=references(file.source),
            requires=self._requires(file, trigger, events),
        )

    def _by(self, file: BranchFile, trigger: Trigger) -> frozenset[str] | None:
        if file.by is None:
            return None
        if trigger != "on":
            self.sink.error("by-without-event", file.key_span("by"))
            return None
        if not file.by and not file.raw["by"].broken:
            self.sink.error("empty-list", file.value_span("by"))
        known = [
            role
            for role in file.by
            if self.vocabulary.names["roles"].find(role, "undeclared-role", self.sink)
        ]
        return frozenset(map(str, known))

    def _requires(self, file: BranchFile, trigger: Trigger, events: tuple[str, ...]) -> tuple[str, ...]:
        """What must be there before the branch is taken: statements, or flags that the policy keeps."""
        if file.requires is None:
            return ()
        if trigger != "on":
            self.sink.error("requires-without-event", file.key_span("requires"))
            return ()
        if not file.requires and not file.raw["requires"].broken:
            self.sink.error("empty-list", file.value_span("requires"))
        context, names = self.vocabulary.context, self.vocabulary.names
        flags = [name for name, item in context.items() if item.type.kind == "flag"]
        found: dict[str, None] = {}
        for word in file.requires:
            if word in flags:
                found[str(word)] = None
                if word in events and self.vocabulary.events[word].ticks:
                    self.sink.error("requires-itself", word.span, name=str(word))
            elif not any(names[section].open or word in names[section].broken for section in ONE_NAME_SPACE):
                near = closest(word, flags)
                self.sink.error("not-required", word.span, name=str(word), suggestion=near, known=flags)
        return tuple(found)

    def _targets(self, file: BranchFile) -> list[StateNode]:
        targets: list[StateNode] = []
        if file.target == [] and not file.raw["target"].broken:
            self.sink.error("empty-list", file.value_span("target"))
        for word in file.target or ():
            if not self.tree.names.find(word, "undeclared-state", self.sink):
                continue
            target, rival = self.tree.by_id[word], None
            if targets:
                rival = next((other for other in targets if not self.tree.apart(target, other)), None)
            if rival is None:
                targets.append(target)
            else:
                self.sink.error("targets-in-one-region", word.span, first=rival.id, second=target.id)
        return targets

    def _check_internal(self, file: BranchFile, source: StateNode, targets: Sequence[StateNode]) -> None:
        leaves_no_source = not file.misses("target") and all(target.inside(source) for target in targets)
        if source.kind != "compound" or not leaves_no_source:
            self.sink.error("internal-misuse", file.key_span("internal"))


def _as_else(file: BranchFile) -> str:
    """How a branch would be written as the `else` of its list; long values are left out."""
    targets = [str(word) for word in file.target or ()]
    target = targets[0] if len(targets) == 1 else f"[{', '.join(targets)}]"
    keys = [f"{key}: {target if key == 'target' else '...'}" for key in file.raw]
    short = len(targets) == 1 and len(keys) == 1
    return f"- else: {target}" if short else f"- else: {{{', '.join(keys)}}}"


def _lost_branches(files: Sequence[ListedBranchFile]) -> bool:
    """Whether a branch of the list had to be taken out."""
    return any(isinstance(file.raw.parent, SequenceNode) and file.raw.parent.broken for file in files)


def event_data(events: Sequence[str], declared: Mapping[str, Event], *, sound: bool) -> EventData:
    """What the events of one `on` key carry together."""
    carried = [declared[name].data for name in events if name in declared]
    if sound and not any(carried):
        return _NOTHING  # the same one each time, so that what may be read there is found again
    if len(carried) == 1:
        return EventData(carried[0], frozenset(), open=not sound)
    everything = {name for data in carried for name in data}
    common = {}
    for name in everything:
        found = [data.get(name) for data in carried]
        first = found[0]
        if first is not None and all(datum is not None and datum.type == first.type for datum in found):
            common[name] = first
    return EventData(common, frozenset(everything - set(common)), open=not sound)
