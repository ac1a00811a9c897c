"""`migrate`: how live sessions of earlier versions go on, as far as this version alone can be asked."""

from __future__ import annotations

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Word
from policy_engine.model.chart import Migration
from policy_engine.model.files.migrate import MigrateFile
from policy_engine.model.files.policy import PolicyFile
from policy_engine.model.files.shape import require
from policy_engine.model.resolve.tree import Tree
from policy_engine.model.resolve.vocabulary import Vocabulary
from policy_engine.model.types import Value


def read_migration(file: PolicyFile, words: Vocabulary, tree: Tree, sink: Diagnostics) -> Migration | None:
    """The migration of a policy; None where it has none, or says nothing of versions."""
    part = file.migrate
    if part is None:
        return None
    require(part, sink)
    versions = _versions(file, part, sink)
    states = {
        str(old): str(new)
        for old, new in (part.states or {}).items()
        if tree.names.find(new, "undeclared-state", sink) and _is_real(new, tree, sink)
    }
    context = _context(part, words, sink)
    values = _values(part, words, context, sink)
    for old in part.drop or ():
        if str(old) in context:
            sink.error("migrate-dropped-and-renamed", old.span, name=str(old), new=context[str(old)])
    return Migration(
        part.raw.span,
        versions,
        states,
        context,
        values,
        tuple(map(str, part.drop or ())),
        part.timers == "restart",
    )


def _versions(file: PolicyFile, part: MigrateFile, sink: Diagnostics) -> tuple[str, ...]:
    found: list[str] = []
    if part.versions is not None and not part.versions and not part.raw["from"].broken:
        sink.error("empty-list", part.value_span("from"))
    for word in part.versions or ():
        if file.version is not None and word == file.version:
            sink.error("migrate-from-itself", word.span, version=str(word))
        elif word in found:
            sink.error("migrate-version-twice", word.span, version=str(word))
        else:
            found.append(str(word))
    return tuple(found)


def _is_real(state: Word, tree: Tree, sink: Diagnostics) -> bool:
    if state in tree.histories:
        sink.error("migrate-to-history", state.span, name=str(state))
        return False
    return True


def _context(part: MigrateFile, words: Vocabulary, sink: Diagnostics) -> dict[str, str]:
    found: dict[str, str] = {}
    taken: dict[str, str] = {}
    for old, new in (part.context or {}).items():
        if not words.names["context"].find(new, "undeclared-variable", sink):
            continue
        if str(new) in taken:
            sink.error(
                "migrate-two-into-one", new.span, name=str(new), first=taken[str(new)], second=str(old)
            )
            continue
        taken[str(new)] = str(old)
        found[str(old)] = str(new)
    return found


def _values(
    part: MigrateFile, words: Vocabulary, context: dict[str, str], sink: Diagnostics
) -> dict[str, Value]:
    found: dict[str, Value] = {}
    renamed = {new: old for old, new in context.items()}
    for name, raw in (part.set or {}).items():
        if not words.names["context"].find(name, "undeclared-variable", sink):
            continue
        if str(name) in renamed:
            sink.error("migrate-set-and-renamed", name.span, name=str(name), old=renamed[str(name)])
            continue
        value = words.literal(raw, words.context[str(name)].type)
        if value is not None:
            found[str(name)] = value
    return found
