"""Which elements of a policy file cite a source, and whether that agrees with the rows it accounts for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import Word
from policy_engine.model.files.declarations import TypeFile
from policy_engine.model.files.policy import PolicyFile
from policy_engine.model.files.sources import SourceRowFile
from policy_engine.model.files.states import StateFile
from policy_engine.model.files.transitions import BranchFile, ListedBranchFile
from policy_engine.model.sources import ELEMENTS, KINDS, Citation

_DECLARED = (("parameters", "parameter"), ("facts", "fact"), ("context", "context"))
_NAMED = (("roles", "role"), ("guards", "guard"), ("properties", "property"))


def citations(file: PolicyFile) -> Iterator[Citation]:
    """Every source that an element of a policy cites, section by section."""
    yield from _of(file.source, "policy", str(file.policy))
    if file.calendar is not None:
        yield from _of(file.calendar.source, "calendar", "calendar")
    for section, element in (*_DECLARED, *_NAMED):
        for name, part in (getattr(file, section) or {}).items():
            yield from _of(part.source, element, str(name))
    for name, event in (file.events or {}).items():
        yield from _of(event.source, "event", str(name))
        yield from _data(event.data, "event", name)
    for name, statement in (file.statements or {}).items():
        yield from _of(statement.source, "event", str(name))
    for name, action in (file.actions or {}).items():
        yield from _of(action.source, "action", str(name))
        yield from _data(action.params, "action", name)
    yield from _states(file.states or {})


def check_sources(file: PolicyFile, sink: Diagnostics) -> None:
    """Warns where the section `sources` and what the elements cite do not agree."""
    if file.sources is None:
        return
    rows: dict[str, SourceRowFile] = {}
    for row in file.sources:
        if row.id is None:
            continue
        if row.id in rows:
            sink.error("source-twice", row.id.span, row=str(row.id))
        rows.setdefault(str(row.id), row)
    cited = list(citations(file))
    for item in cited:
        if item.row in rows:
            row = rows[item.row]
            check_citation(item, None if row.kind is None else str(row.kind), row.exempt is not None, sink)
        elif not file.raw["sources"].broken:
            sink.warning("source-undeclared", item.span, row=item.row, suggestion=closest(item.row, rows))
    found = {item.row for item in cited}
    for name, row in rows.items():
        if name not in found and not row.has("exempt") and row.id is not None:
            sink.warning("source-nowhere", row.id.span, row=name)


def check_citation(item: Citation, kind: str | None, exempt: bool, sink: Diagnostics) -> None:
    """Warns where a row is cited by an element of another kind, or needs no element at all."""
    if exempt:
        sink.warning("source-exempt", item.span, row=item.row)
    elif kind is not None and not item.fits(kind):
        places = [ELEMENTS[element] for element in KINDS[kind]]
        sink.warning(
            "source-other-kind",
            item.span,
            row=item.row,
            kind=kind,
            element=ELEMENTS[item.element],
            places={language: ", ".join(words[language] for words in places) for language in ("en", "nl")},
        )


def _of(
    source: Sequence[Word] | None, element: str, name: str, conditional: bool = False
) -> Iterator[Citation]:
    for word in source or ():
        yield Citation(str(word), word.span, element, name, conditional)


def _data(files: Mapping[Word, TypeFile] | None, element: str, owner: str) -> Iterator[Citation]:
    for name, part in (files or {}).items():
        yield from _of(part.source, element, f"{owner}.{name}")


def _states(states: Mapping[Word, StateFile]) -> Iterator[Citation]:
    for name, state in states.items():
        yield from _of(state.source, "state", str(name))
        for key in ("say", "avoid", "how"):
            for phrase in getattr(state, key) or ():
                yield from _of(phrase.source, key, f"{name}.{key}", phrase.when is not None)
        for events, refusals in (state.forbid or {}).items():
            for refusal in refusals:
                yield from _of(refusal.source, "forbid", f"{name}.forbid.{events}", refusal.when is not None)
        for id, must in (state.must or {}).items():
            yield from _of(must.source, "must", f"{name}.must.{id}")
        for place, branches in _lists(str(name), state):
            for branch in branches:
                yield from _branch(branch, place)
        yield from _states(state.states or {})


def _lists(name: str, state: StateFile) -> Iterator[tuple[str, Sequence[ListedBranchFile]]]:
    for events, branches in (state.on or {}).items():
        yield f"{name}.on.{events}", branches
    yield f"{name}.always", state.always or ()
    yield f"{name}.done", state.done or ()
    for duration, branches in (state.after or {}).items():
        yield f"{name}.after.{duration}", branches


def _branch(branch: ListedBranchFile, place: str) -> Iterator[Citation]:
    chosen: BranchFile = branch if branch.otherwise is None else branch.otherwise
    yield from _of(chosen.source, "transition", place, chosen is not branch or chosen.when is not None)
