"""Gives a name another one, in a policy and in its scenarios at once, or says why that can't be.

What comes out is looked at before anything is written: each place must mean the renamed thing and nothing
else may mean it, and the policy must have no mistake that it had not before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from policy_engine.authoring.lsp.index import Declared, Index, Symbol
from policy_engine.authoring.lsp.names import Use
from policy_engine.authoring.lsp.pair import Pair, Place
from policy_engine.diagnostics.catalogue import render_help, render_message
from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.chart import KNOWN_FIELDS
from policy_engine.model.files.leaves import ACTION_WORDS, problem_of_name
from policy_engine.model.load import load_chart

# What is no name of this policy alone, or no name at all.
_FIXED = ("member", "row")


class RefusedError(Exception):
    """This name can't be given; `code` and `fields` say why."""

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields

    def text(self, language: str) -> str:
        """Why, in words, and what to do instead."""
        message = render_message(self.code, self.fields, language)
        advice = render_help(self.code, self.fields, language)
        return f"{message}; {advice}" if advice else message


class Renaming(NamedTuple):
    """Where the new name is to stand."""

    places: Sequence[Place]
    name: str


def renameable(pair: Pair, use: Use | None) -> frozenset[Symbol]:
    """The symbols that are renamed together with the name at a place. Raises RefusedError."""
    if use is None:
        raise RefusedError("rename-nothing")
    if use.space in _FIXED or (use.space == "field" and use.name in KNOWN_FIELDS):
        raise RefusedError("rename-fixed", name=use.name)
    symbols = pair.together(pair.meant(use))
    if not any(pair.declared(symbol) is not None for symbol in symbols):
        raise RefusedError("rename-undeclared", name=use.name)
    return symbols


def rename(pair: Pair, use: Use | None, name: str) -> Renaming:
    """Every place of the name that stands at a place. Raises RefusedError for a name that can't be given."""
    symbols = renameable(pair, use)
    assert use is not None
    old = use.name
    problem = problem_of_name(name)
    if problem is not None:
        raise RefusedError(problem[0], **problem[1])
    if name in ACTION_WORDS and any(symbol.space == "action" for symbol in symbols):
        raise RefusedError("reserved-name", name=name)
    if name == old:
        return Renaming((), name)
    for symbol in symbols:
        taken = _taken(pair, symbol, name)
        if taken is not None:
            raise RefusedError("rename-taken", name=name, line=_line(pair, symbol, taken))
    renamed = frozenset(symbol._replace(name=name) for symbol in symbols)
    names = pair.places(symbols)
    places = sorted({*names, *pair.in_comments(old)})
    _look_at(pair, places, len(names), renamed, name)
    return Renaming(places, name)


def written(text: str, places: Sequence[Place], file: str, name: str) -> str:
    """The text of one of the two files with the new name in its places."""
    parts, at = [], 0
    for place in places:
        if place.file == file:
            parts += [text[at : place.start], name]
            at = place.end
    return "".join([*parts, text[at:]])


def _taken(pair: Pair, symbol: Symbol, name: str) -> Declared | None:
    """What has the new name already. A statement is an event and a value besides."""
    found = pair.declared(symbol._replace(name=name))
    if found is None and symbol.space == "event" and pair.is_statement(name):
        found = pair.declared(Symbol("value", name))
    if found is None and symbol.space == "value" and pair.is_statement(symbol.name):
        found = pair.declared(Symbol("event", name))
    return found


def _look_at(pair: Pair, places: Sequence[Place], uses: int, renamed: frozenset[Symbol], name: str) -> None:
    texts = {file: written(index.text, places, file, name) for file, index in pair.files()}
    indexes: Mapping[str, Index] = {file: Index(text) for file, text in texts.items()}
    after = Pair(indexes.get("policy"), indexes.get("scenarios"))
    if len(after.places(renamed)) != uses:
        raise RefusedError("rename-mistaken", name=name)
    if pair.policy is not None:
        before, now = _mistakes(pair.policy.text), _mistakes(texts["policy"])
        new = [item for item in now if _count(now, item.code) > _count(before, item.code)]
        if new:
            raise RefusedError("rename-breaks", name=name, problem=new[0].message)


def _mistakes(text: str) -> list[Diagnostic]:
    sink = Diagnostics()
    document = read_document(text, "", sink)
    if document is not None:
        load_chart(document, sink)
    return [item for item in sink if item.severity == "error"]


def _count(mistakes: Sequence[Diagnostic], code: str) -> int:
    return sum(item.code == code for item in mistakes)


def _line(pair: Pair, symbol: Symbol, declared: Declared) -> int:
    index = pair.scenarios if symbol.space == "scenario" else pair.policy
    assert index is not None  # something is declared in it
    return index.text.count("\n", 0, declared.key.start) + 1
