"""Finds every site of a policy, in the order of its file, by how a policy is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_engine.document.node import MappingNode, Node, SequenceNode, Word
from policy_engine.scenarios.mutation.site import Names, Path, Place, Site, shown

_TYPES = ("counter", "range", "flag", "enum", "number")
_STEPS = ("set", "add", "remember", "raise", "send", "cancel", "tell")


def names_of(root: MappingNode) -> Names:
    """What a policy declares."""
    states: list[str] = []
    outcomes: list[str] = []
    for id, state in _states(root):
        kind = str(state.get("type", "")) if isinstance(state, MappingNode) else ""
        if kind != "history":
            states.append(id)
        if kind == "final":
            outcomes.append(str(state.get("outcome", id)) if isinstance(state, MappingNode) else id)
    enums = [
        members
        for section in ("parameters", "facts", "context")
        for item in _items(root, section).values()
        if isinstance(item, MappingNode) and (members := item.get("enum")) is not None
    ]
    return Names(
        states=states,
        events=list(map(str, _items(root, "events"))),
        actions=list(map(str, _items(root, "actions"))),
        roles=list(map(str, _items(root, "roles"))),
        outcomes=list(dict.fromkeys(outcomes)),
        members=[list(map(str, one)) for one in enums],
    )


def sites_of(root: MappingNode) -> Iterator[Site]:
    """Every site of a policy."""
    if "initial" in root:
        yield Site("initial", ("initial",), root["initial"], optional=False, around=root)
    for section in ("parameters", "facts", "context"):
        for name, item in _items(root, section).items():
            yield from _declared((section, name), item)
    for name, item in _items(root, "events").items():
        if isinstance(item, MappingNode):
            yield from _optional(item, ("events", name), "", "", {"by": "roles", "settle": "delay"})
            for datum, declared in _items(item, "data").items():
                yield from _declared(("events", name, "data", datum), declared)
    for name, item in _items(root, "statements").items():
        if isinstance(item, MappingNode):
            yield from _optional(item, ("statements", name), "", "", {"by": "roles"})
    for name, item in _items(root, "actions").items():
        if isinstance(item, MappingNode):
            yield from _optional(item, ("actions", name), "", "", {"within": "delay"})
            for param, declared in _items(item, "params").items():
                yield from _defaults(("actions", name, "params", param), declared)
            yield from _fields(item.get("record"), ("actions", name, "record"))
    for name, item in _items(root, "guards").items():
        path: Path = ("guards", name)
        if isinstance(item, MappingNode) and "when" in item:
            yield Site("condition", (*path, "when"), item["when"], optional=False)
        elif isinstance(item, Word):
            yield Site("condition", path, item, optional=False)
    yield from _level(root, ())


def _level(parent: MappingNode, path: Path) -> Iterator[Site]:
    for id, state in _items(parent, "states").items():
        if isinstance(state, MappingNode):
            yield from _state(state, (*path, "states", id), str(id))


def _state(state: MappingNode, path: Path, id: str) -> Iterator[Site]:
    if str(state.get("type", "")) == "history":
        yield Site("history", path, state, id)
    if "initial" in state:
        yield Site("initial", (*path, "initial"), state["initial"], id, id, optional=False, around=state)
    yield from _optional(state, path, id, id, {"outcome": "outcome"})
    if str(state.get("type", "")) == "parallel" and isinstance(state.get("states"), MappingNode):
        yield Site("regions", (*path, "states"), state["states"], id, id)
    for key in ("entry", "exit"):
        if key in state:
            yield from _steps(state[key], (*path, key), id, id)
    for event, transition in _items(state, "on").items():
        here: Path = (*path, "on", event)
        point = f"{id}.on.{event.replace(' or ', '|')}"
        yield Site("handler", here, transition, id, f"{point}.0", around=state["on"])
        yield from _transition(transition, here, id, point)
    for key in ("always", "done"):
        if key in state:
            yield from _transition(state[key], (*path, key), id, f"{id}.{key}")
    if len(_items(state, "after")) > 1:
        yield Site("timers", (*path, "after"), state["after"], id, id)
    for length, transition in _items(state, "after").items():
        here = (*path, "after", length)
        yield Site("timer", here, transition, id, f"{id}.after.{length}.0")
        yield from _transition(transition, here, id, f"{id}.after.{length}")
    for event, refusals in _items(state, "forbid").items():
        yield Site("forbid", (*path, "forbid", event), refusals, id, id, around=state["forbid"])
        yield from _forbid(refusals, (*path, "forbid", event), id)
    if "must" in state:
        yield from _musts(state["must"], (*path, "must"), id)
    yield from _level(state, path)


def _transition(node: Node, path: Path, state: str, point: str) -> Iterator[Site]:
    if isinstance(node, SequenceNode):
        yield Site("branches", path, node, state, f"{point}.0")
        for number, branch in enumerate(node):
            yield from _branch(branch, (*path, number), state, f"{point}.{number}")
    else:
        yield from _branch(node, path, state, f"{point}.0")


def _branch(node: Node, path: Path, state: str, point: str) -> Iterator[Site]:
    yield Site("branch", path, node, state, point)
    if isinstance(node, MappingNode) and "else" in node:
        node, path = node["else"], (*path, "else")
    if isinstance(node, Word):
        yield Site("target", path, node, state, point, optional=False)
    elif isinstance(node, MappingNode):
        kinds: dict[str, Place] = {
            "target": "target",
            "when": "condition",
            "by": "roles",
            "requires": "requires",
            "internal": "internal",
        }
        yield from _optional(node, path, state, point, kinds)
        if "do" in node:
            yield from _steps(node["do"], (*path, "do"), state, point)


def _forbid(node: Node, path: Path, state: str) -> Iterator[Site]:
    items = enumerate(node) if isinstance(node, SequenceNode) else ((None, node),)
    for number, item in items:
        here = path if number is None else (*path, number)
        if isinstance(item, MappingNode) and "when" in item:
            yield Site("condition", (*here, "when"), item["when"], state, state)


def _musts(node: Node, path: Path, state: str) -> Iterator[Site]:
    """One of them, several in a list, or several by name."""
    if isinstance(node, MappingNode) and "within" in node and not isinstance(node["within"], MappingNode):
        yield Site("must", path, node, state, state)
        yield from _optional(node, path, state, state, {"within": "delay"}, optional=False)
        yield from _optional(node, path, state, state, {"overdue": "event"})
    elif isinstance(node, SequenceNode | MappingNode):
        items = enumerate(node) if isinstance(node, SequenceNode) else node.items()
        for key, item in items:
            if isinstance(item, MappingNode):
                yield from _musts(item, (*path, key), state)


def _steps(node: Node, path: Path, state: str, point: str) -> Iterator[Site]:
    if not isinstance(node, SequenceNode):
        yield from _step(node, path, state, point)
        return
    yield Site("steps", path, node, state, point)
    for number, step in enumerate(node):
        yield from _step(step, (*path, number), state, point)


def _step(node: Node, path: Path, state: str, point: str) -> Iterator[Site]:
    yield Site("step", path, node, state, point)
    if isinstance(node, Word):
        yield Site("action", path, node, state, point)
        return
    if not isinstance(node, MappingNode) or not node:
        return
    kind, body = next(iter(node.items()))
    here = (*path, str(kind))
    if kind in ("set", "add") or kind not in _STEPS:
        if kind not in _STEPS:
            yield Site("action", path, node, state, point)
        for name, value in body.items() if isinstance(body, MappingNode) else ():
            yield from _value((*here, name), value, state, point, optional=kind not in _STEPS)
    elif kind == "raise":
        yield Site("event", here, body, state, point)
    elif kind == "send" and isinstance(body, MappingNode):
        kinds: dict[str, Place] = {"event": "event", "delay": "delay"}
        yield from _optional(body, here, state, point, kinds)
    elif kind == "tell" and isinstance(body, MappingNode):
        for name, value in _items(body, "data").items():
            yield from _value((*here, "data", name), value, state, point, optional=False)


def _declared(path: Path, item: Node) -> Iterator[Site]:
    if not isinstance(item, MappingNode):
        return
    kind = next((kind for kind in _TYPES if kind in item), None)
    if kind in ("counter", "range"):
        yield Site("declaration", (*path, kind), item[kind])
    yield from _defaults(path, item)
    lapse = item.get("lapse")
    if lapse is not None:
        yield Site("lapse", (*path, "lapse"), lapse)
    if isinstance(lapse, MappingNode) and "after" in lapse:
        yield Site("delay", (*path, "lapse", "after"), lapse["after"], optional=False)
    elif isinstance(lapse, Word):
        yield Site("delay", (*path, "lapse"), lapse)


def _defaults(path: Path, item: Node) -> Iterator[Site]:
    """What a value is where nobody says."""
    if isinstance(item, MappingNode):
        for kind in ("flag", "number", "default"):
            if kind in item and not isinstance(item[kind], MappingNode) and str(shown(item[kind])):
                yield Site("value", (*path, kind), item[kind], optional=False)


def _fields(record: Node | None, path: Path) -> Iterator[Site]:
    """What must be written down: a list of names, or a mapping of them to types."""
    if isinstance(record, SequenceNode):
        for number, name in enumerate(record):
            if isinstance(name, Word):
                yield Site("field", (*path, number), name)
    elif isinstance(record, MappingNode):
        for name, item in record.items():
            yield Site("field", (*path, name), item)
            if isinstance(item, MappingNode):
                yield from _optional(item, (*path, name), "", "", {"by": "roles"})


def _value(path: Path, value: Node, state: str, point: str, *, optional: bool) -> Iterator[Site]:
    if isinstance(value, MappingNode) and "expr" in value:
        yield Site("expression", (*path, "expr"), value["expr"], state, point, optional=False)
    else:
        yield Site("value", path, value, state, point, optional)


def _optional(
    node: MappingNode,
    path: Path,
    state: str,
    point: str,
    kinds: Mapping[str, Place],
    *,
    optional: bool = True,
) -> Iterator[Site]:
    for key, place in kinds.items():
        if key in node:
            yield Site(place, (*path, key), node[key], state, point, optional)


def _states(parent: MappingNode) -> Iterator[tuple[str, Node]]:
    for id, state in _items(parent, "states").items():
        yield str(id), state
        if isinstance(state, MappingNode):
            yield from _states(state)


def _items(parent: MappingNode, key: str) -> Mapping[str, Node]:
    found = parent.get(key)
    return found if isinstance(found, MappingNode) else {}
