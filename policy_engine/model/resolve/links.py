"""`from`: facts that are read from what other policies export."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Word
from policy_engine.model.chart import Link
from policy_engine.model.files.declarations import FactFile
from policy_engine.model.resolve.tells import Tells
from policy_engine.model.resolve.vocabulary import Vocabulary


def read_links(
    files: Mapping[Word, FactFile] | None, words: Vocabulary, tells: Tells, sink: Diagnostics
) -> dict[str, Link]:
    """The links of all facts that have one. Read last: a key that is not written is that of the `tell`s."""
    links = {}
    for name, file in (files or {}).items():
        if file.from_ is None:
            if file.key_ is not None:
                sink.error("key-without-from", file.key_span("key"), name=str(name))
            continue
        policy, _, export = file.from_.partition(".")
        key = (
            _written(file.key_, words, sink)
            if file.key_ is not None
            else _told(policy, file.from_, tells, sink)
        )
        if str(name) == key:
            sink.error("key-of-itself", name.span, name=str(name))
        links[str(name)] = Link(file.from_.span, policy, export, key)
    return links


def _written(key: Word, words: Vocabulary, sink: Diagnostics) -> str | None:
    declared = words.facts.get(key) or words.context.get(key)
    if declared is None:
        known = [*words.facts, *words.context]
        if key not in words.broken_values and not words.values_are_open:
            from policy_engine.diagnostics.suggest import closest

            sink.error("undeclared-name", key.span, name=str(key), suggestion=closest(key, known))
        return None
    if declared.type.kind not in ("text", "enum"):
        sink.error("key-not-text", key.span, written=str(key), kind=declared.type.kind)
        return None
    return str(key)


def _told(policy: str, link: Word, tells: Tells, sink: Diagnostics) -> str | None:
    """The key under which the policy is told something; None, the session's own, where it is told nothing."""
    keys = tells.keys.get(policy, {None})
    if len(keys) > 1 or (policy in tells.keys and None in keys):
        sink.error("link-without-key", link.span, policy=policy, link=str(link))
        return None
    return next(iter(keys))
