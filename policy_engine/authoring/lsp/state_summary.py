"""What a state allows, read off the text: its own transitions, those around it, what it forbids."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.authoring.lsp.index import Declared, Index
from policy_engine.authoring.lsp.tree import Leaf, Listing, Mapping, Tree, leaves
from policy_engine.authoring.lsp.words import word

_TRIGGERS = ("always", "done")


def summary(index: Index, declared: Declared, language: str) -> list[str]:
    """The parts of a hover text: the state's label, and a list of what happens in it."""
    path = _path(index.tree, declared.key.start)
    if not path:
        return []
    own = path[-1][1]
    label = own.get("label") if isinstance(own, Mapping) else None
    parts = [] if label is None else [f"*{_said(label, language)}*"]
    lines = list(_own(own, language)) if isinstance(own, Mapping) else []
    for name, state in reversed(path[:-1]):
        if isinstance(state, Mapping):
            lines += [f"{line} {word('from around', language, name)}" for line in _handled(state, language)]
    return [*parts, *(["\n".join(f"- {line}" for line in lines)] if lines else [])]


def _path(tree: Tree | None, start: int) -> list[tuple[str, Tree | None]]:
    """The states around the one whose key begins at an offset, the outermost first, and that state last."""
    states = tree.get("states") if isinstance(tree, Mapping) else None
    for entry in states.entries if isinstance(states, Mapping) else ():
        here = (entry.key.text, entry.value)
        if entry.key.start == start:
            return [here]
        if entry.value is not None and entry.value.start <= start <= entry.value.end:
            inner = _path(entry.value, start)
            return [here, *inner] if inner else []
    return []


def _own(state: Mapping, language: str) -> Iterator[str]:
    yield from _handled(state, language)
    for key in _TRIGGERS:
        if state.get(key) is not None:
            yield f"{word(key, language)} → {_targets(state.get(key), language)}"
    after = state.get("after")
    for entry in after.entries if isinstance(after, Mapping) else ():
        yield f"{word('after', language, entry.key.text)} → {_targets(entry.value, language)}"
    must = state.get("must")
    if isinstance(must, Mapping):
        yield word("must", language, _must(must, language))


def _handled(state: Mapping, language: str) -> Iterator[str]:
    on = state.get("on")
    for entry in on.entries if isinstance(on, Mapping) else ():
        yield f"{word('handles', language, f'`{entry.key.text}`')} → {_targets(entry.value, language)}"
    forbid = state.get("forbid")
    for entry in forbid.entries if isinstance(forbid, Mapping) else ():
        said = _refusal(entry.value, language)
        forbids = word("forbids", language, f"`{entry.key.text}`")
        yield f"{forbids}: {said}" if said else forbids


def _targets(tree: Tree | None, language: str) -> str:
    found = list(dict.fromkeys(_named(tree)))
    return ", ".join(f"`{name}`" for name in found) or word("stays", language)


def _named(tree: Tree | None) -> Iterator[str]:
    if isinstance(tree, Leaf):
        yield tree.text
    elif isinstance(tree, Mapping):
        yield from (leaf.text for leaf in leaves(tree.get("target")))
        yield from _named(tree.get("else"))
    elif isinstance(tree, Listing):
        for item in tree.items:
            yield from _named(item)


def _refusal(tree: Tree | None, language: str) -> str:
    if isinstance(tree, Listing):
        tree = tree.items[0] if tree.items else None
    if isinstance(tree, Mapping) and tree.entry("text") is not None:
        tree = tree.get("text")
    return _said(tree, language)


def _must(must: Mapping, language: str) -> str:
    said = []
    own = [entry.value for entry in must.entries if isinstance(entry.value, Mapping)] or [must]
    for one in own:
        if isinstance(one, Mapping):
            what = [leaf.text for key in ("event", "action") for leaf in leaves(one.get(key))]
            within = one.get("within")
            time = f" {word('within', language, within.text)}" if isinstance(within, Leaf) else ""
            said.append(" / ".join(f"`{name}`" for name in what) + time)
    return "; ".join(said)


def _said(tree: Tree | None, language: str) -> str:
    """A text in a language, or the first that there is."""
    if isinstance(tree, Mapping):
        tree = tree.get(language) or next((entry.value for entry in tree.entries), None)
    return next((leaf.text for leaf in leaves(tree)), "")
