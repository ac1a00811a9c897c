"""What was found, in the words of the Language Server Protocol."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lsprotocol import types

from policy_engine.authoring.lsp.completion import Offer
from policy_engine.authoring.lsp.positions import Position, Positions
from policy_engine.authoring.lsp.symbols import Outlined
from policy_engine.authoring.rule_pages import page
from policy_engine.diagnostics.catalogue import abouts
from policy_engine.diagnostics.diagnostic import Diagnostic, Severity
from policy_engine.diagnostics.fix import Edit
from policy_engine.diagnostics.printing import shown

SOURCE = "policy-engine"
_SEVERITIES: Mapping[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "information": types.DiagnosticSeverity.Information,
}
_ELSEWHERE = {"en": "it also concerns this line", "nl": "het gaat ook om deze regel"}
_ITEM_KINDS: Mapping[str, types.CompletionItemKind] = {
    "key": types.CompletionItemKind.Property,
    "word": types.CompletionItemKind.Keyword,
    "state": types.CompletionItemKind.Class,
    "event": types.CompletionItemKind.Event,
    "action": types.CompletionItemKind.Function,
    "value": types.CompletionItemKind.Variable,
    "datum": types.CompletionItemKind.Field,
    "param": types.CompletionItemKind.Field,
    "field": types.CompletionItemKind.Field,
    "role": types.CompletionItemKind.Interface,
    "member": types.CompletionItemKind.EnumMember,
}
_SYMBOL_KINDS: Mapping[str, types.SymbolKind] = {
    "parameters": types.SymbolKind.Constant,
    "facts": types.SymbolKind.Variable,
    "context": types.SymbolKind.Variable,
    "roles": types.SymbolKind.Interface,
    "events": types.SymbolKind.Event,
    "actions": types.SymbolKind.Function,
    "guards": types.SymbolKind.Boolean,
    "statements": types.SymbolKind.Boolean,
    "states": types.SymbolKind.Class,
    "scenarios": types.SymbolKind.Method,
}


def to_position(position: Position) -> types.Position:
    """A position as the protocol has it."""
    return types.Position(position.line, position.character)


def from_position(position: types.Position) -> Position:
    """A position of the protocol."""
    return Position(position.line, position.character)


def to_range(positions: Positions, start: int, end: int) -> types.Range:
    """The range of the characters from one offset up to another."""
    return types.Range(*map(to_position, positions.range(start, end)))


def to_diagnostic(item: Diagnostic, positions: Positions, uri: str, language: str) -> types.Diagnostic:
    """A finding with its help, and with the course that shows it."""
    told = item.localized(language)
    lines = [shown(told.message), *([shown(told.help)] if told.help else [])]
    lines += [f"{number}. {shown(line)}" for number, line in enumerate(told.trail, start=1)]
    start = positions.at(item.line, item.column)
    end = max(start, positions.at(item.end_line, item.end_column))
    other = item.fields.get("line")
    related = None
    if isinstance(other, int) and other != item.line:
        place = positions.at(other, 1)
        location = types.Location(uri, to_range(positions, place, place))
        related = [types.DiagnosticRelatedInformation(location, _ELSEWHERE[language])]
    return types.Diagnostic(
        range=to_range(positions, start, end),
        message="\n".join(lines),
        severity=_SEVERITIES[item.severity],
        code=item.code,
        code_description=_page(item.code),
        source=SOURCE,
        related_information=related,
    )


def _page(code: str) -> types.CodeDescription | None:
    """The page that explains a rule of lint, where it lies on this machine."""
    found = page(code) if code in abouts() else None
    return types.CodeDescription(found.as_uri()) if found is not None and found.is_file() else None


def to_edits(edits: Sequence[Edit], positions: Positions) -> list[types.TextEdit]:
    """Edits by their spans."""
    return [
        types.TextEdit(
            to_range(
                positions,
                positions.at(edit.span.line, edit.span.column),
                positions.at(edit.span.end_line, edit.span.end_column),
            ),
            edit.text,
        )
        for edit in edits
    ]


def to_item(offer: Offer, positions: Positions, cursor: int) -> types.CompletionItem:
    """Something that may be written."""
    return types.CompletionItem(
        label=offer.label,
        kind=_ITEM_KINDS.get(offer.sort, types.CompletionItemKind.Text),
        detail=offer.detail or None,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, offer.help) if offer.help else None,
        sort_text=f"{offer.order}{offer.label}",
        filter_text=offer.label,
        text_edit=types.TextEdit(to_range(positions, offer.start, cursor), offer.text),
    )


def to_symbol(one: Outlined, positions: Positions) -> types.DocumentSymbol:
    """A line of the outline."""
    return types.DocumentSymbol(
        name=one.name or "?",
        detail=one.detail or None,
        kind=_SYMBOL_KINDS.get(one.sort, types.SymbolKind.Property),
        range=to_range(positions, one.start, max(one.end, one.key_end)),
        selection_range=to_range(positions, one.key_start, one.key_end),
        children=[to_symbol(inner, positions) for inner in one.inside],
    )
