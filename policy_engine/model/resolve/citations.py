"""Which elements of a policy file cite a source, and whether that agrees with the rows it accounts for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import Word
from policy_engine.model.files.declarations import TypeFile
from policy_engine.model.files.policy import PolicyFile
from policy_engine.model.files.sources import SourceRowFile
from policy_engine.model.files.states import StateFile
from policy_engine.model.files.transitions import BranchFile, ListedBranchFile
from policy_engine.model.sources import ELEMENTS, KINDS, Citation

_SECTIONS = (
    ("parameters", "parameter"),
    ("facts", "fact"),
    ("context", "context"),
    ("roles", "role"),
    ("events", "event"),
    ("statements", "event"),
    ("actions", "action"),
    ("guards", "guard"),
    ("properties", "property"),
)


def citations(file: PolicyFile) -> list[Citation]:
    """Every source that an element of a policy cites, section by section."""
    found: list[Citation] = []
    if file.source:
        found += _of(file.source, "policy", str(file.policy))
    if file.calendar is not None and file.calendar.source:
        found += _of(file.calendar.source, "calendar", "calendar")
    for section, element in _SECTIONS:
        for name, part in (getattr(file, section) or {}).items():
            if part.source:
                found += _of(part.source, element, str(name))
    for name, event in (file.events or {}).items():
        if event.data:
            found += _data(event.data, "event", name)
    for name, action in (file.actions or {}).items():
        if action.params:
            found += _data(action.params, "action", name)
        if action.record:
            found += _data(action.record, "action", name)
    _add_states(file.states or {}, found)
    return found


def check_sources(file: PolicyFile, sink: Diagnostics) -> None:
    """Warns where the section `sources` and what the elements cite do not agree."""
    if file.sources is None:
        return
    ids: dict[str, Word] = {}
    rows: dict[str, SourceRowFile] = {}  # of those of which more is said than their id
    for row in file.sources:
        id = row if isinstance(row, Word) else row.id
        if id is None:
            continue
        if ids.setdefault(id, id) is not id:
            sink.error("source-twice", id.span, row=str(id))
        elif not isinstance(row, Word):
            rows[id] = row
    cited = citations(file)
    for item in cited:
        if item.row in rows:
            row = rows[item.row]
            check_citation(item, None if row.kind is None else str(row.kind), row.exempt is not None, sink)
        elif item.row not in ids and not file.raw["sources"].broken:
            sink.warning("source-undeclared", item.span, row=item.row, suggestion=closest(item.row, ids))
    found = {item.row for item in cited}
    for name, word in ids.items():
        if name not in found and not (name in rows and rows[name].has("exempt")):
            sink.warning("source-nowhere", word.span, row=str(word))


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


def _of(source: Sequence[Word], element: str, name: str, conditional: bool = False) -> list[Citation]:
    return [Citation(word, element, name, conditional) for word in source]


def _data(files: Mapping[Word, TypeFile], element: str, owner: str) -> list[Citation]:
    return [
        citation
        for name, part in files.items()
        for citation in _of(part.source or (), element, f"{owner}.{name}")
    ]


def _add_states(states: Mapping[Word, StateFile], found: list[Citation]) -> None:
    for name, state in states.items():
        if state.source:
            found += _of(state.source, "state", str(name))
        for key, phrases in (("say", state.say), ("avoid", state.avoid), ("how", state.how)):
            for phrase in phrases or ():
                if phrase.source:
                    found += _of(phrase.source, key, f"{name}.{key}", phrase.when is not None)
        for events, refusals in (state.forbid or {}).items():
            for refusal in refusals:
                if refusal.source:
                    conditional = refusal.when is not None
                    found += _of(refusal.source, "forbid", f"{name}.forbid.{events}", conditional)
        for id, must in (state.must or {}).items():
            if must.source:
                found += _of(must.source, "must", f"{name}.must.{id}")
        for key, triggers in (("on", state.on), ("after", state.after)):
            for trigger, branches in (triggers or {}).items():
                for branch in branches:
                    found += _branch(branch, name, key, trigger)
        for key, listed in (("always", state.always), ("done", state.done)):
            for branch in listed or ():
                found += _branch(branch, name, key)
        if state.states:
            _add_states(state.states, found)


def _branch(branch: ListedBranchFile, *place: str) -> Sequence[Citation]:
    chosen: BranchFile = branch if branch.otherwise is None else branch.otherwise
    if not chosen.source:
        return ()
    conditional = chosen is not branch or chosen.when is not None
    return _of(chosen.source, "transition", ".".join(place), conditional)
