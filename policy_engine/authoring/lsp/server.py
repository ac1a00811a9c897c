"""The language server itself: requests in, answers out, by pygls over standard input and output.

Texts are sent whole at every change. They are small, and so no difference of opinion about where a line ends
can make the server's text another one than the editor's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from policy_engine import __version__
from policy_engine.authoring.layout.formatting import formatted
from policy_engine.authoring.lsp.actions import answers
from policy_engine.authoring.lsp.completion import Completing
from policy_engine.authoring.lsp.convert import (
    from_position,
    to_diagnostic,
    to_edits,
    to_item,
    to_range,
    to_symbol,
)
from policy_engine.authoring.lsp.documents import Documents, Paired
from policy_engine.authoring.lsp.findings import everything, mistakes
from policy_engine.authoring.lsp.hover import Hovering
from policy_engine.authoring.lsp.pair import Place
from policy_engine.authoring.lsp.positions import Positions
from policy_engine.authoring.lsp.rename import RefusedError, rename, renameable
from policy_engine.authoring.lsp.symbols import outline
from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics

DELAY = 0.3  # seconds of quiet before a policy is checked as a whole
_FAILED = types.LSPErrorCodes.RequestFailed.value


class _Here(NamedTuple):
    """A request's file and the offset that it is about."""

    path: Path
    paired: Paired
    positions: Positions
    offset: int


class PolicyServer(LanguageServer):
    """Answers for policies and scenarios. `language` is "en", "nl", or None for that of the client."""

    def __init__(self, language: str | None) -> None:
        super().__init__(
            "policy-engine", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.language = language or "en"
        self._chosen = language is not None
        self.documents = Documents()
        self._uris: dict[Path, str] = {}
        self._versions: dict[Path, int] = {}
        self._found: dict[Path, Sequence[Diagnostic]] = {}
        self._whole: set[Path] = set()  # of which everything is shown, and not only the mistakes
        self._stops: dict[Path, Event] = {}
        self._worker = ThreadPoolExecutor(max_workers=1)

    def shutdown(self) -> None:
        """Ends the server; a check that is under way is stopped."""
        for stop in self._stops.values():
            stop.set()
        self._worker.shutdown(cancel_futures=True)
        super().shutdown()  # type: ignore[no-untyped-call]  # so it is in pygls

    def speak_as(self, locale: str | None) -> None:
        """Takes the client's language unless one was chosen."""
        if not self._chosen and locale is not None:
            self.language = "nl" if locale.lower().startswith("nl") else "en"

    def here(self, uri: str, position: types.Position | None = None) -> _Here | None:
        """What a request is about; None where the file can't be read."""
        path = self.path(uri)
        paired = self.documents.paired(path)
        if paired is None:
            return None
        positions = self.positions(paired.names.text)
        offset = 0 if position is None else positions.offset(from_position(position))
        return _Here(path, paired, positions, offset)

    def positions(self, text: str) -> Positions:
        """The places of a text in the client's unit."""
        encoding = self.workspace.position_encoding
        return Positions(text, str(getattr(encoding, "value", encoding)))

    def path(self, uri: str) -> Path:
        """The path of a document; one that has no file yet gets its URI for a name."""
        found = to_fs_path(uri)
        path = Path(uri.replace("/", "_")) if found is None else Path(found)
        self._uris.setdefault(path, uri)
        return path

    def uri(self, path: Path) -> str:
        """The URI of a file, as the client wrote it where it did."""
        return self._uris.get(path) or from_fs_path(str(path)) or str(path)

    def location(self, paired: Paired, place: Place) -> types.Location | None:
        """Where a name stands, in whichever of the two files."""
        path = paired.paths.get(place.file)
        index = dict(paired.pair.files()).get(place.file)
        if path is None or index is None:
            return None
        return types.Location(self.uri(path), to_range(self.positions(index.text), place.start, place.end))

    async def changed(self, uri: str, version: int, source: str) -> None:
        """A text was opened or typed in: its mistakes at once, everything else when it is quiet."""
        path = self.path(uri)
        self._versions[path] = version
        stop = self._stop(path)
        text = self.documents.put(path, source)
        index = self.documents.index(path)
        if index is None or not index.is_ours:
            # An editor may send every YAML file there is.
            self.show(path, text, ())
            return
        found = mistakes(self.documents, path, text)
        # What is shown of the last version stays until this one is checked, lest it flickers at every key.
        if any(item.severity == "error" for item in found) or path not in self._whole:
            self._whole.discard(path)
            self.show(path, text, found)
        for other in self._leaning_on(path):
            other_text = self.documents.text(other) or ""
            self.show(other, other_text, mistakes(self.documents, other, other_text))
        await asyncio.sleep(DELAY)
        if stop.is_set():
            return
        loop = asyncio.get_running_loop()
        work = loop.run_in_executor(self._worker, everything, self.documents, path, text, stop.is_set)
        whole = await work
        if whole is not None and not stop.is_set():
            self._whole.add(path)
            self.show(path, text, whole)

    def _stop(self, path: Path) -> Event:
        """Stops the check of an older version, and gives the new one something to be stopped by."""
        if path in self._stops:
            self._stops[path].set()
        self._stops[path] = Event()
        return self._stops[path]

    def _leaning_on(self, path: Path) -> list[Path]:
        """The open scenarios of a policy."""
        paired = self.documents.paired(path)
        scenarios = None if paired is None else paired.paths.get("scenarios")
        return (
            [] if scenarios in (None, path) else [one for one in self.documents.opened() if one == scenarios]
        )

    def closed(self, uri: str) -> None:
        """A file was closed: nothing more is said of it."""
        path = self.path(uri)
        self._stop(path).set()
        self._whole.discard(path)
        self.documents.drop(path)
        self._found.pop(path, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def show(self, path: Path, text: str, found: Sequence[Diagnostic]) -> None:
        """Tells the client what is wrong with a text."""
        self._found[path] = found
        positions = self.positions(text)
        uri = self.uri(path)
        told = [to_diagnostic(item, positions, uri, self.language) for item in found]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, told, self._versions.get(path))
        )

    def found(self, path: Path) -> Sequence[Diagnostic]:
        """What was last told of a file."""
        return self._found.get(path, ())


def make_server(language: str | None = None) -> PolicyServer:
    """A server that answers every request of this module."""
    server = PolicyServer(language)
    for name, answer in _ANSWERS.items():
        server.feature(name, _OPTIONS.get(name))(answer)
    return server


def _initialized(server: PolicyServer, params: types.InitializeParams) -> None:
    server.speak_as(params.locale)


async def _opened(server: PolicyServer, params: types.DidOpenTextDocumentParams) -> None:
    document = params.text_document
    await server.changed(document.uri, document.version, document.text)


async def _changed(server: PolicyServer, params: types.DidChangeTextDocumentParams) -> None:
    document = server.workspace.get_text_document(params.text_document.uri)
    await server.changed(params.text_document.uri, params.text_document.version, document.source)


def _closed(server: PolicyServer, params: types.DidCloseTextDocumentParams) -> None:
    server.closed(params.text_document.uri)


def _completion(server: PolicyServer, params: types.CompletionParams) -> types.CompletionList:
    here = server.here(params.text_document.uri, params.position)
    if here is None:
        return types.CompletionList(False, [])
    paired = here.paired
    offers = Completing(paired.pair, paired.names, here.offset, server.language).offers()
    return types.CompletionList(False, [to_item(offer, here.positions, here.offset) for offer in offers])


def _hover(server: PolicyServer, params: types.HoverParams) -> types.Hover | None:
    here = server.here(params.text_document.uri, params.position)
    if here is None:
        return None
    found = Hovering(here.paired.pair, here.paired.names, server.language).at(here.offset)
    if found is None:
        return None
    text, start, end = found
    content = types.MarkupContent(types.MarkupKind.Markdown, text)
    return types.Hover(content, to_range(here.positions, start, end))


def _definition(server: PolicyServer, params: types.DefinitionParams) -> list[types.Location]:
    return _places(server, params, declarations=True, uses=False)


def _references(server: PolicyServer, params: types.ReferenceParams) -> list[types.Location]:
    return _places(server, params, declarations=params.context.include_declaration, uses=True)


def _places(
    server: PolicyServer,
    params: types.DefinitionParams | types.ReferenceParams,
    *,
    declarations: bool,
    uses: bool,
) -> list[types.Location]:
    here = server.here(params.text_document.uri, params.position)
    use = None if here is None else here.paired.names.use_at(here.offset)
    if here is None or use is None:
        return []
    pair = here.paired.pair
    found = pair.places(frozenset(pair.meant(use)))
    wanted = [place for place in found if (declarations if place.declares else uses)]
    located = (server.location(here.paired, place) for place in wanted)
    return [location for location in located if location is not None]


def _symbols(server: PolicyServer, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    here = server.here(params.text_document.uri)
    if here is None:
        return []
    return [to_symbol(one, here.positions) for one in outline(here.paired.names)]


def _prepare_rename(
    server: PolicyServer, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    here = server.here(params.text_document.uri, params.position)
    if here is None:
        return None
    use = here.paired.names.use_at(here.offset)
    try:
        renameable(here.paired.pair, use)
    except RefusedError as error:
        raise JsonRpcException(error.text(server.language), _FAILED) from None
    assert use is not None  # what is nothing is refused
    return types.PrepareRenamePlaceholder(to_range(here.positions, use.start, use.end), use.name)


def _rename(server: PolicyServer, params: types.RenameParams) -> types.WorkspaceEdit | None:
    here = server.here(params.text_document.uri, params.position)
    if here is None:
        return None
    paired = here.paired
    try:
        renaming = rename(paired.pair, paired.names.use_at(here.offset), params.new_name)
    except RefusedError as error:
        raise JsonRpcException(error.text(server.language), _FAILED) from None
    changes: dict[str, list[types.TextEdit]] = {}
    for place in renaming.places:
        location = server.location(paired, place)
        if location is not None:
            changes.setdefault(location.uri, []).append(types.TextEdit(location.range, renaming.name))
    return types.WorkspaceEdit(changes=changes)


def _formatting(server: PolicyServer, params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
    here = server.here(params.text_document.uri)
    if here is None or not here.paired.names.is_ours:
        return None
    text = here.paired.names.text
    laid_out = formatted(text, str(here.path), Diagnostics())
    if laid_out is None or laid_out == text:
        return None
    return [types.TextEdit(to_range(here.positions, 0, len(text)), laid_out)]


def _code_actions(server: PolicyServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    here = server.here(params.text_document.uri)
    if here is None:
        return []
    start = here.positions.offset(from_position(params.range.start))
    end = here.positions.offset(from_position(params.range.end))
    text, uri = here.paired.names.text, params.text_document.uri
    actions = []
    for item in server.found(here.path):
        begins = here.positions.at(item.line, item.column)
        ends = here.positions.at(item.end_line, item.end_column)
        if begins > end or ends < start:
            continue
        for answer in answers(item, text, server.language):
            actions.append(
                types.CodeAction(
                    title=answer.title,
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[to_diagnostic(item, here.positions, uri, server.language)],
                    is_preferred=answer.sure,
                    edit=types.WorkspaceEdit(changes={uri: to_edits(answer.fix.edits, here.positions)}),
                )
            )
    return actions


_ANSWERS: Mapping[str, Callable[..., Any]] = {
    types.INITIALIZE: _initialized,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.TEXT_DOCUMENT_COMPLETION: _completion,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_DEFINITION: _definition,
    types.TEXT_DOCUMENT_REFERENCES: _references,
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: _symbols,
    types.TEXT_DOCUMENT_PREPARE_RENAME: _prepare_rename,
    types.TEXT_DOCUMENT_RENAME: _rename,
    types.TEXT_DOCUMENT_CODE_ACTION: _code_actions,
    types.TEXT_DOCUMENT_FORMATTING: _formatting,
}
_OPTIONS = {
    types.TEXT_DOCUMENT_COMPLETION: types.CompletionOptions(trigger_characters=["{", ".", "'", " "]),
    types.TEXT_DOCUMENT_RENAME: types.RenameOptions(prepare_provider=True),
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions([types.CodeActionKind.QuickFix]),
}
