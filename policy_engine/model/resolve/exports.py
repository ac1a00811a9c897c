"""Exports: their branches typed, and shown to exclude each other like those of a transition."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import SequenceNode, Word
from policy_engine.model.branches import Branch, check_branches
from policy_engine.model.chart import Choice, Export
from policy_engine.model.expressions.result import joined
from policy_engine.model.files.exports import ChoiceFile
from policy_engine.model.resolve.scopes import Reader
from policy_engine.model.resolve.tree import Tree


def read_export(
    name: Word, files: Sequence[ChoiceFile], reader: Reader, tree: Tree, sink: Diagnostics
) -> Export | None:
    """One export; None where it has mistakes."""
    if not files or any(
        isinstance(file.raw.parent, SequenceNode) and file.raw.parent.broken for file in files
    ):
        return None  # what is left says nothing about the whole
    choices: list[Choice] = []
    branches: list[Branch] = []
    before = len(sink)
    for position, file in enumerate(files):
        last = position == len(files) - 1
        choice = _choice(file, last, reader, sink)
        if choice is not None:
            choices.append(choice)
            branches.append((file.raw.span, choice.when, None, file.otherwise is not None))
    if len(sink) > before or len(choices) < len(files):
        return None
    if len(files) > 1:
        check_branches(branches, reader.scope, tree.exclusive, sink)
    wide = joined([reader.type_of(choice.value) for choice in choices])
    if wide is None:
        sink.error("mixed-export", name.span, name=str(name))
        return None
    return Export(str(name), name.span, wide, tuple(choices))


def _choice(file: ChoiceFile, last: bool, reader: Reader, sink: Diagnostics) -> Choice | None:
    if file.otherwise is not None:
        if file.when is not None or file.value is not None:
            sink.error("export-else-with-when", file.key_span("when" if file.when is not None else "value"))
            return None
        if not last:
            sink.error("else-not-last", file.key_span("else"))
            return None
        value = reader.exported(file.otherwise)
        return None if value is None else Choice(None, value)
    for key in ("when", "value"):
        if file.misses(key):
            sink.error("missing-key", file.start, key=key)
            return None
    if last:
        sink.error("export-without-else", file.start)
        return None
    when = reader.condition(file.when)
    value = None if file.value is None else reader.exported(file.value)
    return None if when is None or value is None else Choice(when, value)
