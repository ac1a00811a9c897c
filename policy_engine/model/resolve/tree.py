"""The tree of states: order, kinds, parents, and the rules of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.document.node import MappingNode, Node, Word
from policy_engine.model.chart import StateKind
from policy_engine.model.files.leaves import problem_of_name
from policy_engine.model.files.policy import PolicyFile
from policy_engine.model.files.states import StateFile
from policy_engine.model.resolve.names import Names

_REMARKS = ("label", "note", "why", "source")
_FINAL_KEYS = ("type", "role", "say", "avoid", "how", "entry", "forbid", "outcome", *_REMARKS)
_HISTORY_KEYS = ("type", "deep", "target", *_REMARKS)


@dataclass(slots=True)
class WrittenStates:
    """The ids of all states in the document, broken ones too; `open` where some could not be read."""

    names: set[str] = field(default_factory=set)
    open: bool = False

    @classmethod
    def of(cls, root: Node, *, unread: bool) -> WrittenStates:
        """The states of a file. `unread`: part of the document could not be read."""
        written = cls(open=unread)
        pending = [root]
        while pending:
            node = pending.pop()
            states = node.get("states") if isinstance(node, MappingNode) else None
            if isinstance(states, MappingNode):
                written.names.update(map(str, states))
                pending += states.values()
            elif states is not None or node is root:
                written.open = True
        return written


@dataclass(slots=True, eq=False)
class StateNode:
    """A state in the tree, before the chart is built. The root has no file."""

    index: int
    id: str
    span: Span
    kind: StateKind
    parent: StateNode | None
    file: StateFile | None
    children: list[StateNode] = field(default_factory=list)
    initial: StateNode | None = None
    default: tuple[int, ...] | None = None

    @property
    def depth(self) -> int:
        """How many states are around it, the root included."""
        return 0 if self.parent is None else self.parent.depth + 1

    def ancestors(self) -> Iterator[StateNode]:
        """From the parent to the root."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def inside(self, other: StateNode) -> bool:
        """Whether this state is a proper descendant of the other."""
        return any(node is other for node in self.ancestors())


@dataclass(slots=True)
class Tree:
    """All states, in document order, with the root at index 0."""

    states: list[StateNode]
    by_id: dict[str, StateNode]
    names: Names
    histories: set[str] = field(default_factory=set)  # pseudo-states are never active themselves

    def common(self, one: StateNode, other: StateNode) -> StateNode:
        """The nearest state that contains both or is one of them."""
        path = [one, *one.ancestors()]
        return next(node for node in (other, *other.ancestors()) if node in path)

    def apart(self, one: StateNode, other: StateNode) -> bool:
        """Whether two states lie in different regions of a parallel state."""
        common = self.common(one, other)
        if common.kind != "parallel" or common in (one, other):
            return False
        # A history of the parallel state itself stands for all of its regions.
        return not any(node.kind == "history" and node.parent is common for node in (one, other))

    def exclusive(self, one: str, other: str) -> bool:
        """Whether two states are never active together."""
        first, second = self.by_id[one], self.by_id[other]
        if first is second or first.inside(second) or second.inside(first):
            return False
        return self.common(first, second).kind != "parallel"

    def untie(self) -> None:
        """Makes the states forget each other: see `document.node.untie`."""
        for node in self.states:
            node.children.clear()
            node.initial = None


def build_tree(file: PolicyFile, written: WrittenStates, sink: Diagnostics) -> Tree:
    """The tree of a policy; tells about states that break the rules of their kind."""
    root = StateNode(0, "", file.key_span("states"), "compound", None, None)
    tree = Tree([root], {}, Names())
    tree.names.open = written.open
    if file.states is not None:
        _add_children(file.states, root, tree, sink)
    tree.names.broken |= written.names - tree.names.known.keys()
    if file.states is not None and not root.children and not file.raw["states"].broken:
        sink.error("no-states", file.value_span("states"))
    elif file.initial is not None:
        _initial(file.initial, root, tree, sink)
    for node in tree.states[1:]:
        _check_kind(node, tree, sink)
    return tree


def _add_children(files: Mapping[Word, StateFile], parent: StateNode, tree: Tree, sink: Diagnostics) -> None:
    for name, file in files.items():
        node = StateNode(len(tree.states), str(name), name.span, _kind(file), parent, file)
        problem = problem_of_name(node.id)
        if problem is not None:
            code, fields = problem
            sink.error(code, name.span, **{"suggestion": None, **fields})
        first = tree.by_id.setdefault(node.id, node)
        if first is not node:
            sink.error("duplicate-state", name.span, name=node.id, line=first.span.line)
            # It stays out of the tree: two states of one name make every target doubtful.
            continue
        tree.names.known[node.id] = None
        tree.states.append(node)
        if node.kind == "history":
            tree.histories.add(node.id)
        parent.children.append(node)
        if file.states is not None:
            _add_children(file.states, node, tree, sink)


def _kind(file: StateFile) -> StateKind:
    if file.type == "parallel":
        return "parallel"
    if file.type == "final":
        return "final"
    if file.type == "history":
        return "history"
    return "compound" if file.has("states") else "atomic"


def _initial(word: Word, parent: StateNode, tree: Tree, sink: Diagnostics) -> None:
    if not tree.names.find(word, "undeclared-state", sink):
        return
    child = tree.by_id[word]
    if child.parent is not parent:
        around = next((node.id for node in child.ancestors() if node.parent is parent), None)
        sink.error(
            "initial-not-child",
            word.span,
            name=str(word),
            state=parent.id,
            suggestion=around,
            known=[node.id for node in parent.children],
        )
        return
    parent.initial = child
    if child.kind == "history" and child.file is not None and child.file.misses("target"):
        sink.error("history-without-default", word.span, name=str(word))


def _check_kind(node: StateNode, tree: Tree, sink: Diagnostics) -> None:
    file = node.file
    if file is None or "type" in file.raw.broken:
        return
    if node.kind == "final":
        _check_final(node, file, sink)
    elif node.kind == "history":
        _check_history(node, file, tree, sink)
    else:
        _check_real(node, file, tree, sink)
    if node.kind != "history":
        for key, code in (("deep", "deep-not-history"), ("target", "target-not-history")):
            if file.has(key):
                sink.error(code, file.key_span(key), name=node.id)
    if file.has("outcome") and (node.kind != "final" or node.depth != 1):
        sink.error("outcome-not-final", file.key_span("outcome"), name=node.id)


def _check_final(node: StateNode, file: StateFile, sink: Diagnostics) -> None:
    _allow(node, file, _FINAL_KEYS, "final-has-more", sink)
    if node.parent is not None and node.parent.kind == "parallel":
        sink.error("final-region", node.span, name=node.id, parent=node.parent.id)


def _check_history(node: StateNode, file: StateFile, tree: Tree, sink: Diagnostics) -> None:
    _allow(node, file, _HISTORY_KEYS, "history-has-more", sink)
    parent = node.parent
    if parent is None or parent.index == 0:
        sink.error("history-at-top", node.span, name=node.id)
        return
    if file.target == [] and not file.raw["target"].broken:
        sink.error("empty-list", file.value_span("target"))
    targets: list[StateNode] = []
    for word in file.target or ():
        if not tree.names.find(word, "undeclared-state", sink):
            continue
        target = tree.by_id[word]
        if not target.inside(parent) or target.kind == "history":
            sink.error("history-target-outside", word.span, name=node.id, target=target.id, parent=parent.id)
            continue
        rival = next((other for other in targets if not tree.apart(target, other)), None)
        if rival is None:
            targets.append(target)
        else:
            sink.error("targets-in-one-region", word.span, first=rival.id, second=target.id)
    node.default = tuple(target.index for target in targets) or None


def _check_real(node: StateNode, file: StateFile, tree: Tree, sink: Diagnostics) -> None:
    if file.states is not None and not node.children and not file.raw["states"].broken:
        sink.error("no-states", file.value_span("states"))
    elif node.kind == "parallel":
        if file.misses("states"):
            sink.error("parallel-without-states", file.value_span("type"), name=node.id)
        if file.has("initial"):
            sink.error("initial-of-parallel", file.key_span("initial"), name=node.id)
    elif node.kind == "atomic":
        for key, code in (("initial", "initial-without-states"), ("done", "done-without-states")):
            if file.has(key):
                sink.error(code, file.key_span(key), name=node.id)
    elif file.initial is not None:
        _initial(file.initial, node, tree, sink)
    elif file.states is not None and file.misses("initial"):
        sink.error("missing-initial", node.span, name=node.id, known=[child.id for child in node.children])


def _allow(node: StateNode, file: StateFile, keys: tuple[str, ...], code: str, sink: Diagnostics) -> None:
    for key in file.raw:
        if key not in keys:
            sink.error(code, file.key_span(key), name=node.id, key=key, known=list(keys))
