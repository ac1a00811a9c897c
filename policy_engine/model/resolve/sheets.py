"""Sheets of rows, and what policies say of their sources, read from the text of their files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import MappingNode, Word
from policy_engine.document.read import read_document
from policy_engine.model.chart import PLAIN
from policy_engine.model.files.policy import PolicyFile
from policy_engine.model.files.shape import read_shape, require
from policy_engine.model.files.sources import SheetFile, SourceRowFile
from policy_engine.model.resolve.citations import check_citation, citations
from policy_engine.model.resolve.names import Names
from policy_engine.model.resolve.texts import Texts
from policy_engine.model.sources import Cited, Row


def is_sheet(source: bytes) -> bool:
    """Whether a file looks like a sheet of rows rather than a policy."""
    if b"sheet:" not in source:
        return False  # nearly every file; so it need not be read for this
    document = read_document(source, "", Diagnostics())
    root = None if document is None else document.root
    return isinstance(root, MappingNode) and "sheet" in root and "states" not in root


def read_sheet(source: str | bytes, name: str, sink: Diagnostics) -> tuple[Row, ...] | None:
    """The rows of a sheet, or None where it has mistakes, which all go to `sink`."""
    found = Diagnostics(sink.limit)
    document = read_document(source, name, found)
    file = None if document is None else read_shape(SheetFile, document, found)
    rows: tuple[Row, ...] = ()
    if file is not None:
        require(file, found)
        languages = None if file.languages is None else tuple(map(str, file.languages))
        texts = Texts(languages or (PLAIN,), Names(), found)
        texts.words(file.title)
        texts.words(file.note)
        rows = _rows(file.sources or (), texts)
    sink.items.extend(found.items)
    return None if found.has_errors else rows


def read_cited(source: str | bytes, name: str, sink: Diagnostics) -> Cited | None:
    """What a policy says of its sources, or None where its form has mistakes, which all go to `sink`."""
    found = Diagnostics(sink.limit)
    document = read_document(source, name, found)
    file = None if document is None else read_shape(PolicyFile, document, found)
    sink.items.extend(found.items)
    if file is None or found.has_errors:
        return None
    # What languages a text is in was looked at when the policy was checked.
    rows = None if file.sources is None else _rows(file.sources, Texts(None, Names(), Diagnostics()))
    return Cited(str(file.policy), rows, tuple(citations(file)))


def check_against(cited: Cited, sheets: Iterable[Row], sink: Diagnostics) -> None:
    """Warns where a policy that lists rows cites one on an element that does not fit what a sheet says."""
    known = {row.id: row for row in sheets}
    for item in cited.citations if cited.rows is not None else ():
        if item.row in known:
            check_citation(item, known[item.row].kind, bool(known[item.row].exempt), sink)


def _rows(files: Sequence[Word | SourceRowFile], texts: Texts) -> tuple[Row, ...]:
    rows = (_bare(file) if isinstance(file, Word) else _row(file, texts) for file in files)
    return tuple(row for row in rows if row is not None)


def _bare(id: Word) -> Row:
    return Row(str(id), None, {}, {}, id.span)


def _row(file: SourceRowFile, texts: Texts) -> Row | None:
    if file.id is None:
        return None
    return Row(
        str(file.id),
        None if file.kind is None else str(file.kind),
        texts.words(file.text),
        texts.words(file.exempt),
        file.id.span,
    )
